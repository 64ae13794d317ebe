/** Accounts, profiles, runs and reports: what the faces show and start. */
module org.tandemsync.services {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;

// exports org.tandemsync.services;
}
