/** The command line. */
module org.tandemsync.cli {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.services;

// exports org.tandemsync.cli;
}
