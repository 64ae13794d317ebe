package org.tandemsync.outlook.model;

/** Microsoft's {@code OlObjectClass}. */
public enum OlObjectClass implements OlConstant {
  olAppointment(26),
  olContact(40),
  olDocument(41),
  olJournal(42),
  olMail(43),
  olNote(44),
  olPost(45),
  olReport(46),
  olTask(48),
  olTaskRequest(49),
  olMeetingRequest(53),
  olDistributionList(69);

  private final int value;

  OlObjectClass(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
