package org.tandemsync.pst.standin;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.pst.OutlookInFile;
import org.tandemsync.pst.PstFile;

/**
 * A stand-in Outlook in Berlin that keeps its items in a data file, for the tests over the whole.
 */
public final class OutlookOnFile implements AutoCloseable {
  private final PstFile file;
  private final StandIn outlook;

  /** Starts it with what is in the default folders of the file. */
  public OutlookOnFile(Path path, InstantSource clock) {
    file = PstFile.open(path);
    outlook = new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, clock);
    new OutlookInFile(file, clock).startsWith(outlook, List.of("Calendar", "Contacts"));
  }

  public StandIn outlook() {
    return outlook;
  }

  @Override
  public void close() {
    file.close();
  }
}
