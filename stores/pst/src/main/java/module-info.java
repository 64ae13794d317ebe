/** Outlook data files as stores. */
module org.tandemsync.pst {
  requires static transitive org.jspecify;
  requires jdk.unsupported; // opens a file on Windows so that Outlook cannot
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;
  requires org.tandemsync.mapi;

  exports org.tandemsync.pst;
}
