package org.tandemsync.distribution;

import java.nio.file.Path;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** A profile of the sample's calendar and a server, not yet synced. */
final class CalendarInStep implements AutoCloseable {
  final EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "l00king-glass");
  final DavCollection calendar = server.calendar("alice", "calendar");
  final Shell shell;

  CalendarInStep(Path folder) {
    shell = new Shell(folder).sample("demo/outlook.pst", "outlook.pst");
    new OneProfile(shell, server, "Calendar", calendar).apply("");
  }

  /** An hour of tea on the server; {@code more} are further lines. */
  void tea(String uid, String summary, String more) {
    calendar.put(
        uid + ".ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//tea//party//EN
        BEGIN:VEVENT
        UID:%s
        DTSTAMP:20260301T110000Z
        DTSTART:20310302T160000Z
        DTEND:20310302T170000Z
        SUMMARY:%s
        %sEND:VEVENT
        END:VCALENDAR
        """
            .formatted(uid, summary, more)
            .replace("\n", "\r\n"));
  }

  @Override
  public void close() {
    server.close();
  }
}
