/**
 * What tests and the demo need: an embedded CalDAV/CardDAV server, stores with dials for faults,
 * contract tests.
 */
module org.tandemsync.testkit {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;
  requires net.jqwik.api;

  exports org.tandemsync.testkit.items;
}
