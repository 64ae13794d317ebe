/** A directory of .ics and .vcf files as a store. */
module org.tandemsync.folder {
  requires static transitive org.jspecify;
  requires transitive org.tandemsync.items;
  requires transitive org.tandemsync.sync;
  requires transitive org.tandemsync.convert;

  exports org.tandemsync.folder;
}
