package org.tandemsync.outlook.model;

/** Microsoft's {@code OlBusyStatus}. */
public enum OlBusyStatus implements OlConstant {
  olFree(0),
  olTentative(1),
  olBusy(2),
  olOutOfOffice(3),
  olWorkingElsewhere(4);

  private final int value;

  OlBusyStatus(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
