/** Outlook's items as plain immutable data, and how they are compared and merged. */
module org.tandemsync.items {
  requires static transitive org.jspecify;

  exports org.tandemsync.items;
}
