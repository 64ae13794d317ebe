/** Lenses between Outlook's items and iCalendar or vCard resources. */
module org.tandemsync.convert {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;

  exports org.tandemsync.convert;
  exports org.tandemsync.convert.zone;
}
