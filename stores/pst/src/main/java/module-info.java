/** Outlook data files as stores. */
module org.tandemsync.pst {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;

  exports org.tandemsync.pst;
}
