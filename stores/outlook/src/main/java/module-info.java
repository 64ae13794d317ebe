/** Outlook on the desktop, by its object model, as a store. */
module org.tandemsync.outlook {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;
  requires org.tandemsync.mapi;
  requires org.slf4j;

  exports org.tandemsync.outlook;
  exports org.tandemsync.outlook.automation;
  exports org.tandemsync.outlook.events;
  exports org.tandemsync.outlook.folder;
  exports org.tandemsync.outlook.item;
  exports org.tandemsync.outlook.message;
  exports org.tandemsync.outlook.model;
}
