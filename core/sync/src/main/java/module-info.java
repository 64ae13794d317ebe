/** The engine that keeps two stores in step, generic in what they hold. */
module org.tandemsync.sync {
  requires static transitive org.jspecify;

  exports org.tandemsync.sync;
}
