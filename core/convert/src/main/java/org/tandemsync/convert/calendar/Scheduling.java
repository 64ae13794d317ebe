package org.tandemsync.convert.calendar;

import org.tandemsync.convert.CalendarSpelling;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;

/** What new lines say of who sends the mail of a meeting. */
final class Scheduling {
  private static final String AGENT = "SCHEDULE-AGENT";

  /** SOGo looks whether it is there, in every VEVENT that is stored. */
  private static final String SOGO_MAIL = "X-SOGO-SEND-APPOINTMENT-NOTIFICATIONS";

  private Scheduling() {}

  /** A new ATTENDEE of an own meeting, or the new ORGANIZER of a received one (RFC 6638 7.1). */
  static ContentLine arranged(ContentLine line, Context context) {
    return switch (spelling(context).invitations()) {
      case OUTLOOK -> line.withParameter(AGENT, "CLIENT");
      case SERVER -> line;
      case NOBODY -> line.withParameter(AGENT, "NONE");
    };
  }

  /** Asks SOGo to send no mail about what is stored now. */
  static void hush(Component event, CalendarSpelling.Meetings spelling) {
    boolean meeting = EventMeeting.organizer(event) != null && event.first("ATTENDEE") != null;
    if (meeting && !spelling.sogoNotifies() && event.first(SOGO_MAIL) == null) {
      event.add(ContentLine.of(SOGO_MAIL, "NO"));
    }
  }

  static CalendarSpelling.Meetings spelling(Context context) {
    return context.settings().calendar().meetings();
  }
}
