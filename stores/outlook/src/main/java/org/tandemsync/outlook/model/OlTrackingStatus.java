package org.tandemsync.outlook.model;

/** Microsoft's {@code OlTrackingStatus}. */
public enum OlTrackingStatus implements OlConstant {
  olTrackingNone(0),
  olTrackingDelivered(1),
  olTrackingNotDelivered(2),
  olTrackingNotRead(3),
  olTrackingRecallFailure(4),
  olTrackingRecallSuccess(5),
  olTrackingRead(6),
  olTrackingReplied(7);

  private final int value;

  OlTrackingStatus(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
