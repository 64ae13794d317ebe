/** Outlook data files as stores. */
module org.tandemsync.pst {
  requires static transitive org.jspecify;
  requires java.xml;
  requires jdk.unsupported; // opens a file on Windows so that Outlook cannot
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;

  exports org.tandemsync.pst;
}
