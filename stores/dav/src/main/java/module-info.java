/** CalDAV and CardDAV collections as stores. */
module org.tandemsync.dav {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;
  requires transitive org.tandemsync.convert;
  requires transitive java.xml;
  requires org.apache.httpcomponents.client5.httpclient5;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires java.naming;
  requires java.security.jgss;
  requires com.ctc.wstx;
  requires org.dnsjava;
  requires org.slf4j;

  exports org.tandemsync.dav.client;
  exports org.tandemsync.dav.discovery;
  exports org.tandemsync.dav.scheduling;
  exports org.tandemsync.dav.store;
}
