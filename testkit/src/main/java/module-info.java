/**
 * What tests and the demo need: an embedded CalDAV/CardDAV server, stores with dials for faults,
 * contract tests.
 */
module org.tandemsync.testkit {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;
  requires com.ctc.wstx;
  requires java.desktop; // pictures of contacts in the sample year
  requires java.xml;
  requires jdk.httpserver;
  // only tests need these; the demo does not
  requires static net.jqwik.api;
  requires static org.junit.jupiter.api;
  requires static org.assertj.core;

  exports org.tandemsync.testkit;
  exports org.tandemsync.testkit.items;
  exports org.tandemsync.testkit.server;
  exports org.tandemsync.testkit.year;
}
