package org.tandemsync.services.configuration;

import java.nio.file.Path;

/** Where the server side of a profile is. */
public sealed interface ServerEndpoint {

  /**
   * A calendar, task list or address book of a CalDAV or CardDAV server.
   *
   * @param account name of the account
   * @param collection path of the collection, or a whole URL; relative to the account's URL
   */
  record Collection(String account, String collection) implements ServerEndpoint {}

  /**
   * A directory of .ics or .vcf files.
   *
   * @param path absolute
   */
  record Directory(Path path) implements ServerEndpoint {}
}
