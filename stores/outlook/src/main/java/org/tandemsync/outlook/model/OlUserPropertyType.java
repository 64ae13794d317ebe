package org.tandemsync.outlook.model;

/** Microsoft's {@code OlUserPropertyType}. */
public enum OlUserPropertyType implements OlConstant {
  olOutlookInternal(0),
  olText(1),
  olNumber(3),
  olDateTime(5),
  olYesNo(6),
  olDuration(7),
  olKeywords(11),
  olPercent(12),
  olCurrency(14),
  olFormula(18),
  olCombination(19),
  olInteger(20),
  olEnumeration(21),
  olSmartFrom(22);

  private final int value;

  OlUserPropertyType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
