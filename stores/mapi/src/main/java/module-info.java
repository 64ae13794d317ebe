/** Outlook's items as bags of MAPI properties, wherever they are kept. */
module org.tandemsync.mapi {
  requires static transitive org.jspecify;
  requires java.xml;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;

  exports org.tandemsync.mapi;
  exports org.tandemsync.mapi.item;
}
