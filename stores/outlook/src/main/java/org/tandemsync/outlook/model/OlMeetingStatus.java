package org.tandemsync.outlook.model;

/** Microsoft's {@code OlMeetingStatus}. */
public enum OlMeetingStatus implements OlConstant {
  olNonMeeting(0),
  olMeeting(1),
  olMeetingReceived(3),
  olMeetingCanceled(5),
  olMeetingReceivedAndCanceled(7);

  private final int value;

  OlMeetingStatus(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
