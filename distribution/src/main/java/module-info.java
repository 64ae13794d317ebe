/** The composition root: the one place that knows every module. */
module org.tandemsync.distribution {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.cli;
  requires transitive org.tandemsync.state;
  requires transitive org.tandemsync.pst;
  requires transitive org.tandemsync.dav;
  requires transitive org.tandemsync.folder;
  requires transitive org.tandemsync.testkit;
}
