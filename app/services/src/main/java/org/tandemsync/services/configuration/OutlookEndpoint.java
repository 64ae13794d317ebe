package org.tandemsync.services.configuration;

import java.nio.file.Path;

/** Where the Outlook side of a profile is. */
public sealed interface OutlookEndpoint {

  /**
   * A folder of an Outlook data file.
   *
   * @param file absolute
   * @param folder its path from the top of the folders that Outlook shows, with slashes between:
   *     "Calendar/Team"
   */
  record Pst(Path file, String folder) implements OutlookEndpoint {
    public Pst {
      if (folder.isBlank()) {
        throw new IllegalArgumentException("a profile names one folder of the data file");
      }
    }
  }
}
