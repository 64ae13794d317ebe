/** The command line. */
module org.tandemsync.cli {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.services;
  requires info.picocli;
  requires org.slf4j;

  exports org.tandemsync.cli;
  exports org.tandemsync.cli.terminal;

  // picocli fills in what is on the command line
  opens org.tandemsync.cli to
      info.picocli;
}
