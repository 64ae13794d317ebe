package org.tandemsync.testkit.server;

/** Bodies of requests for the tests. */
final class Bodies {
  private Bodies() {}

  static String event(String uid, String summary) {
    return event(uid, summary, "DTSTART:20261201T100000Z", "DTEND:20261201T110000Z");
  }

  static String event(String uid, String summary, String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:"
        + uid
        + "\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:"
        + summary
        + "\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  static String task(String uid, String summary) {
    return event(uid, summary).replace("VEVENT", "VTODO").replace("DTEND", "DUE");
  }

  static String card(String uid, String name) {
    return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:"
        + uid
        + "\r\nFN:"
        + name
        + "\r\nN:"
        + name
        + ";;;;\r\nEND:VCARD\r\n";
  }

  static String propfind(String... properties) {
    return xml("D:propfind", "<D:prop>" + String.join("", properties) + "</D:prop>");
  }

  static String sync(String token) {
    return xml(
        "D:sync-collection",
        "<D:sync-token>"
            + token
            + "</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>");
  }

  static String multiget(String root, String data, String... hrefs) {
    StringBuilder inner = new StringBuilder("<D:prop><D:getetag/><" + data + "/></D:prop>");
    for (String href : hrefs) {
      inner.append("<D:href>").append(href).append("</D:href>");
    }
    return xml(root, inner.toString());
  }

  static String calendarQuery(String inner) {
    return xml(
        "C:calendar-query",
        "<D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name='VCALENDAR'>"
            + inner
            + "</C:comp-filter></C:filter>");
  }

  static String xml(String root, String inner) {
    return "<?xml version='1.0' encoding='utf-8'?><"
        + root
        + " xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'"
        + " xmlns:A='urn:ietf:params:xml:ns:carddav' xmlns:CS='http://calendarserver.org/ns/'"
        + " xmlns:I='http://apple.com/ns/ical/'>"
        + inner
        + "</"
        + root
        + ">";
  }
}
