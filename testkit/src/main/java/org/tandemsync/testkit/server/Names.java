package org.tandemsync.testkit.server;

import java.util.Map;
import javax.xml.namespace.QName;

/** The XML names of WebDAV and its relatives. */
final class Names {
  static final String DAV = "DAV:";
  static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
  static final String CARDDAV = "urn:ietf:params:xml:ns:carddav";
  static final String CALENDARSERVER = "http://calendarserver.org/ns/";
  static final String APPLE = "http://apple.com/ns/ical/";

  static final String INF_IT = "http://inf-it.com/ns/ab/";

  static final String GROUPDAV = "http://groupdav.org/";

  /** Namespaces declared at the root of every answer, by prefix. */
  static final Map<String, String> PREFIX_OF =
      Map.of(DAV, "D", CALDAV, "C", CARDDAV, "A", CALENDARSERVER, "CS", APPLE, "I");

  static final QName RESOURCETYPE = dav("resourcetype");
  static final QName DISPLAYNAME = dav("displayname");
  static final QName GETETAG = dav("getetag");
  static final QName GETCONTENTTYPE = dav("getcontenttype");
  static final QName GETCONTENTLENGTH = dav("getcontentlength");
  static final QName GETLASTMODIFIED = dav("getlastmodified");
  static final QName SYNC_TOKEN = dav("sync-token");
  static final QName CALENDAR_DATA = caldav("calendar-data");
  static final QName ADDRESS_DATA = carddav("address-data");
  static final QName COMPONENT_SET = caldav("supported-calendar-component-set");
  static final QName CALENDAR_COLOR = new QName(APPLE, "calendar-color");
  static final QName GETCTAG = new QName(CALENDARSERVER, "getctag");

  private Names() {}

  static QName dav(String local) {
    return new QName(DAV, local);
  }

  static QName caldav(String local) {
    return new QName(CALDAV, local);
  }

  static QName carddav(String local) {
    return new QName(CARDDAV, local);
  }
}
