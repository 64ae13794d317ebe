/** What Tandem remembers, in SQLite. */
module org.tandemsync.state {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.services;

// exports org.tandemsync.state;
}
