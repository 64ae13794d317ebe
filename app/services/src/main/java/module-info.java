/** Accounts, profiles, runs and reports: what the faces show and start. */
module org.tandemsync.services {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;
  requires org.tomlj;
  requires tools.jackson.core;
  requires org.slf4j;

  exports org.tandemsync.services;
  exports org.tandemsync.services.configuration;
  exports org.tandemsync.services.desktop;
  exports org.tandemsync.services.json;
  exports org.tandemsync.services.schedule;
}
