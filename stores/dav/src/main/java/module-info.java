/** CalDAV and CardDAV collections as stores. */
module org.tandemsync.dav {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;
  requires transitive org.tandemsync.convert;

// exports org.tandemsync.dav;
}
