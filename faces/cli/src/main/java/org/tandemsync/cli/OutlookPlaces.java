package org.tandemsync.cli;

import java.nio.file.Path;
import java.util.Map;
import org.tandemsync.items.Family;
import org.tandemsync.services.configuration.ConfigurationFile;

/** Where the Outlook side of profiles is that are only proposed. */
sealed interface OutlookPlaces {

  /** In a data file, with Outlook's English names. */
  record DataFile(Path file) implements OutlookPlaces {
    @Override
    public String usual(Family kind) {
      return switch (kind) {
        case EVENTS -> "Calendar";
        case TASKS -> "Tasks";
        case CONTACTS -> "Contacts";
      };
    }

    @Override
    public String text(String folder) {
      return "pst = "
          + ConfigurationFile.quoted(file.toString())
          + ", folder = "
          + ConfigurationFile.quoted(folder);
    }
  }

  /**
   * In the Outlook that runs.
   *
   * @param folders the usual folders of a mailbox; what it lacks is in the default one
   */
  record Running(Map<Family, String> folders) implements OutlookPlaces {
    @Override
    public String usual(Family kind) {
      String usual =
          switch (kind) {
            case EVENTS -> "calendar";
            case TASKS -> "tasks";
            case CONTACTS -> "contacts";
          };
      return folders.getOrDefault(kind, usual);
    }

    @Override
    public String text(String folder) {
      return "desktop = " + ConfigurationFile.quoted(folder);
    }
  }

  /** The folder that Outlook itself uses for this. */
  String usual(Family kind);

  /** What stands in the braces of {@code outlook = { ... }}. */
  String text(String folder);
}
