package org.tandemsync.dav.client;

import javax.xml.namespace.QName;

/** The XML names that are used (RFC 4918, 3744, 4791, 6352, 6578, 5397; Apple's, InfCloud's). */
public final class Names {
  public static final String DAV = "DAV:";
  public static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
  public static final String CARDDAV = "urn:ietf:params:xml:ns:carddav";
  public static final String CALENDARSERVER = "http://calendarserver.org/ns/";
  public static final String APPLE = "http://apple.com/ns/ical/";
  public static final String SABRE = "http://sabredav.org/ns";
  public static final String INF_IT = "http://inf-it.com/ns/ab/";

  public static final QName MULTISTATUS = new QName(DAV, "multistatus");
  public static final QName RESPONSE = new QName(DAV, "response");
  public static final QName HREF = new QName(DAV, "href");
  public static final QName STATUS = new QName(DAV, "status");
  public static final QName PROPSTAT = new QName(DAV, "propstat");
  public static final QName PROP = new QName(DAV, "prop");
  public static final QName ERROR = new QName(DAV, "error");
  public static final QName RESPONSE_DESCRIPTION = new QName(DAV, "responsedescription");
  public static final QName SYNC_TOKEN = new QName(DAV, "sync-token");

  public static final QName GETETAG = new QName(DAV, "getetag");
  public static final QName GETCONTENTTYPE = new QName(DAV, "getcontenttype");
  public static final QName RESOURCETYPE = new QName(DAV, "resourcetype");
  public static final QName COLLECTION = new QName(DAV, "collection");
  public static final QName DISPLAYNAME = new QName(DAV, "displayname");
  public static final QName OWNER = new QName(DAV, "owner");
  public static final QName CURRENT_USER_PRINCIPAL = new QName(DAV, "current-user-principal");
  public static final QName PRINCIPAL_URL = new QName(DAV, "principal-URL");
  public static final QName PRIVILEGES = new QName(DAV, "current-user-privilege-set");
  public static final QName PRIVILEGE = new QName(DAV, "privilege");
  public static final QName SUPPORTED_REPORT_SET = new QName(DAV, "supported-report-set");
  public static final QName SUPPORTED_REPORT = new QName(DAV, "supported-report");
  public static final QName REPORT = new QName(DAV, "report");
  public static final QName SYNC_COLLECTION = new QName(DAV, "sync-collection");

  public static final QName CALENDAR = new QName(CALDAV, "calendar");
  public static final QName CALENDAR_HOME_SET = new QName(CALDAV, "calendar-home-set");
  public static final QName CALENDAR_DATA = new QName(CALDAV, "calendar-data");
  public static final QName CALENDAR_MULTIGET = new QName(CALDAV, "calendar-multiget");
  public static final QName CALENDAR_QUERY = new QName(CALDAV, "calendar-query");
  public static final QName SCHEDULE_TAG = new QName(CALDAV, "schedule-tag");
  public static final QName COMPONENT_SET = new QName(CALDAV, "supported-calendar-component-set");
  public static final QName COMP = new QName(CALDAV, "comp");

  public static final QName SCHEDULE_OUTBOX = new QName(CALDAV, "schedule-outbox-URL");
  public static final QName SCHEDULE_RESPONSE = new QName(CALDAV, "schedule-response");
  public static final QName CALENDAR_USER_TYPE = new QName(CALDAV, "calendar-user-type");
  public static final QName PRINCIPAL_COLLECTION_SET = new QName(DAV, "principal-collection-set");
  public static final QName RESOURCE_ID = new QName(DAV, "resource-id");
  public static final QName EMAIL_ADDRESS_SET = new QName(CALENDARSERVER, "email-address-set");
  public static final QName SABRE_EMAIL_ADDRESS = new QName(SABRE, "email-address");

  public static final QName ADDRESSBOOK = new QName(CARDDAV, "addressbook");
  public static final QName DIRECTORY = new QName(CARDDAV, "directory");
  public static final QName ADDRESSBOOK_HOME_SET = new QName(CARDDAV, "addressbook-home-set");
  public static final QName ADDRESS_DATA = new QName(CARDDAV, "address-data");
  public static final QName SUPPORTED_ADDRESS_DATA = new QName(CARDDAV, "supported-address-data");
  public static final QName ADDRESSBOOK_MULTIGET = new QName(CARDDAV, "addressbook-multiget");

  public static final QName ADDRESSBOOK_QUERY = new QName(CARDDAV, "addressbook-query");

  public static final QName PROXY_READ_FOR = new QName(CALENDARSERVER, "calendar-proxy-read-for");
  public static final QName PROXY_WRITE_FOR = new QName(CALENDARSERVER, "calendar-proxy-write-for");
  public static final QName ADDRESS_SET = new QName(CALDAV, "calendar-user-address-set");
  public static final QName SUBSCRIBED = new QName(CALENDARSERVER, "subscribed");
  public static final QName SOURCE = new QName(CALENDARSERVER, "source");
  public static final QName CALENDAR_ORDER = new QName(APPLE, "calendar-order");
  public static final QName CTAG = new QName(CALENDARSERVER, "getctag");
  public static final QName CALENDAR_COLOR = new QName(APPLE, "calendar-color");

  /** Radicale's and Xandikos' name for the colour of an address book. */
  public static final QName ADDRESSBOOK_COLOR = new QName(INF_IT, "addressbook-color");

  private Names() {}
}
