package org.tandemsync.outlook.model;

/** Microsoft's {@code OlItemType}. */
public enum OlItemType implements OlConstant {
  olMailItem(0),
  olAppointmentItem(1),
  olContactItem(2),
  olTaskItem(3),
  olJournalItem(4),
  olNoteItem(5),
  olPostItem(6),
  olDistributionListItem(7),
  olMobileItemSMS(11),
  olMobileItemMMS(12);

  private final int value;

  OlItemType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
