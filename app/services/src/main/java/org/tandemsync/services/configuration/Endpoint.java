package org.tandemsync.services.configuration;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where items are, on either side: what {@code items} and {@code copy} take. Holds no secret, only
 * where one is kept.
 */
public sealed interface Endpoint {

  /**
   * An Outlook data file.
   *
   * @param folder path of a folder, or empty for all of them
   */
  record Pst(Path file, String folder) implements Endpoint {
    @Override
    public String toString() {
      return "pst:" + file + (folder.isEmpty() ? "" : "#" + folder);
    }
  }

  /**
   * The Outlook that runs on this machine.
   *
   * @param folder as {@link OutlookEndpoint.Desktop} has it, or empty for all of them
   * @param start what is done where Outlook does not run
   * @param customForms whether items of forms derived from Outlook's own take part
   */
  record Desktop(String folder, OutlookStart start, boolean customForms) implements Endpoint {
    /** As usual: it waits for Outlook, and has all items. */
    public Desktop(String folder) {
      this(folder, OutlookStart.WAIT, true);
    }

    @Override
    public String toString() {
      return "desktop:" + folder;
    }
  }

  /** A collection of a CalDAV or CardDAV server, or a server with all of its collections. */
  record Dav(URI url, Access access) implements Endpoint {
    /** Scheme, host and port, all given: what a password and a certificate belong to. */
    public String origin() {
      return ServerUrl.origin(url);
    }

    @Override
    public String toString() {
      return "dav:" + url;
    }
  }

  /** A directory of .ics or .vcf files, or one with such directories in it. */
  record Directory(Path path) implements Endpoint {
    @Override
    public String toString() {
      return "folder:" + path;
    }
  }
}
