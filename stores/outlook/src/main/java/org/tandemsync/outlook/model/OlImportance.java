package org.tandemsync.outlook.model;

/** Microsoft's {@code OlImportance}. */
public enum OlImportance implements OlConstant {
  olImportanceLow(0),
  olImportanceNormal(1),
  olImportanceHigh(2);

  private final int value;

  OlImportance(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
