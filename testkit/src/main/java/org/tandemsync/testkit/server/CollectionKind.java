package org.tandemsync.testkit.server;

import javax.xml.namespace.QName;

/** What a collection is to its users. Task lists are calendars. */
enum CollectionKind {
  CALENDAR("calendars", Names.caldav("calendar")),
  ADDRESS_BOOK("addressbooks", Names.carddav("addressbook"));

  private final String folder;

  @SuppressWarnings("ImmutableEnumChecker") // QName is
  private final QName type;

  CollectionKind(String folder, QName type) {
    this.folder = folder;
    this.type = type;
  }

  String folder() {
    return folder;
  }

  /** The element in DAV:resourcetype. */
  QName type() {
    return type;
  }

  String homePath(String user) {
    return "/dav/" + folder + "/" + Hrefs.encode(user, "") + "/";
  }
}
