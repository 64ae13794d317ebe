package org.tandemsync.dav.client;

import java.util.List;
import javax.xml.namespace.QName;

/**
 * The answer to a request in a scheduling outbox (RFC 6638 10.2).
 *
 * @param answer its status and what it says; of a success without the body
 */
public record ScheduleAnswer(Answer answer, List<Row> rows) {
  private static final QName ANSWERED = new QName(Names.CALDAV, "response");
  private static final QName RECIPIENT = new QName(Names.CALDAV, "recipient");
  private static final QName STATUS = new QName(Names.CALDAV, "request-status");

  public ScheduleAnswer {
    rows = List.copyOf(rows);
  }

  /**
   * What is said for one recipient.
   *
   * @param recipient a calendar user address
   * @param status as in REQUEST-STATUS: {@code 2.0;Success}
   * @param data iCalendar, or empty
   */
  public record Row(String recipient, String status, String data) {}

  /** The rows in a CALDAV:schedule-response. */
  static List<Row> rows(Element response) {
    return response
        .children(ANSWERED)
        .map(
            r ->
                new Row(
                    // SOGo writes the address without DAV:href around it
                    r.child(RECIPIENT)
                        .map(e -> e.hrefs().isEmpty() ? e.text() : e.hrefs().getFirst())
                        .orElse("")
                        .strip(),
                    r.child(STATUS).map(Element::text).orElse("").strip(),
                    r.child(Names.CALENDAR_DATA).map(Element::text).orElse("")))
        .toList();
  }
}
