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

  /**
   * A folder of the Outlook that runs on this machine, wherever that keeps it.
   *
   * @param folder "calendar", "tasks" or "contacts"; one of them that somebody shares ("calendar of
   *     bob@example.org"); or a path from the name of the mailbox or data file on
   *     ("Mailbox/Calendar/Team")
   * @param start what is done where Outlook does not run
   * @param customForms whether items of forms derived from Outlook's own (IPM.Appointment.Room)
   *     take part
   */
  record Desktop(String folder, OutlookStart start, boolean customForms)
      implements OutlookEndpoint {
    public Desktop {
      if (folder.chars().allMatch(c -> c == '/' || c == '\\' || Character.isWhitespace(c))) {
        throw new IllegalArgumentException(
            "a profile names one folder of Outlook, such as \"calendar\"");
      }
    }

    /** As usual: it waits for Outlook, and has all items. */
    public Desktop(String folder) {
      this(folder, OutlookStart.WAIT, true);
    }
  }
}
