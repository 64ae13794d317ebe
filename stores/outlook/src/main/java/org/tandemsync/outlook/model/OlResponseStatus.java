package org.tandemsync.outlook.model;

/** Microsoft's {@code OlResponseStatus}. */
public enum OlResponseStatus implements OlConstant {
  olResponseNone(0),
  olResponseOrganized(1),
  olResponseTentative(2),
  olResponseAccepted(3),
  olResponseDeclined(4),
  olResponseNotResponded(5);

  private final int value;

  OlResponseStatus(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
