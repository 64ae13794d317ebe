package org.tandemsync.outlook.model;

/** Microsoft's {@code OlMeetingRecipientType}. */
public enum OlMeetingRecipientType implements OlConstant {
  olOrganizer(0),
  olRequired(1),
  olOptional(2),
  olResource(3);

  private final int value;

  OlMeetingRecipientType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
