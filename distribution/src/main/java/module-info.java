/** The composition root: the one place that knows every module. */
module org.tandemsync.distribution {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.cli;
  requires org.tandemsync.state;
  requires org.tandemsync.pst;
  requires org.tandemsync.dav;
  requires org.tandemsync.folder;
  requires org.tandemsync.testkit;
  requires org.tandemsync.outlook;
  requires org.tandemsync.windows;
  requires org.slf4j;
  requires jdk.unsupported;
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;

  exports org.tandemsync.distribution;

  provides ch.qos.logback.classic.spi.Configurator with
      org.tandemsync.distribution.Logging;
}
