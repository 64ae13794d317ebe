/** What Tandem remembers, in SQLite. */
module org.tandemsync.state {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.services;
  requires java.sql;
  requires org.xerial.sqlitejdbc;

  exports org.tandemsync.state;
}
