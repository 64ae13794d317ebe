package org.tandemsync.outlook.model;

/** Microsoft's {@code OlRecurrenceType}. */
public enum OlRecurrenceType implements OlConstant {
  olRecursDaily(0),
  olRecursWeekly(1),
  olRecursMonthly(2),
  olRecursMonthNth(3),
  olRecursYearly(5),
  olRecursYearNth(6);

  private final int value;

  OlRecurrenceType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
