/** What only Windows has: programs that are driven by name, and its own places for things. */
module org.tandemsync.windows {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.outlook;
  requires com.sun.jna;
  requires com.sun.jna.platform;
  requires org.slf4j;

  exports org.tandemsync.windows;
  exports org.tandemsync.windows.automation;
}
