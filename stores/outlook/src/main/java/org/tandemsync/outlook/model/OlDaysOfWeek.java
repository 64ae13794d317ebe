package org.tandemsync.outlook.model;

/** Microsoft's {@code OlDaysOfWeek}. */
public enum OlDaysOfWeek implements OlConstant {
  olSunday(1),
  olMonday(2),
  olTuesday(4),
  olWednesday(8),
  olThursday(16),
  olFriday(32),
  olSaturday(64);

  private final int value;

  OlDaysOfWeek(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
