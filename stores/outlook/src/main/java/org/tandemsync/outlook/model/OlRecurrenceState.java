package org.tandemsync.outlook.model;

/** Microsoft's {@code OlRecurrenceState}. */
public enum OlRecurrenceState implements OlConstant {
  olApptNotRecurring(0),
  olApptMaster(1),
  olApptOccurrence(2),
  olApptException(3);

  private final int value;

  OlRecurrenceState(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
