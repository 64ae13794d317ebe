package org.tandemsync.distribution;

import org.tandemsync.outlook.FolderAddress;
import org.tandemsync.outlook.events.RunningOutlook;
import org.tandemsync.outlook.events.WatchedFolder;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.OutlookStart;
import org.tandemsync.services.schedule.Watches;

/**
 * A folder of Outlook, watched for a profile.
 *
 * @param waits whether the profile waits for Outlook, and does not start it
 */
record DesktopWatch(WatchedFolder folder, boolean waits) implements Watches.Watch {

  static Watches.Watch of(
      RunningOutlook outlook,
      OutlookEndpoint.Desktop folder,
      boolean afterSendReceive,
      Watches.Wakeups wakeups) {
    boolean waits = folder.start() == OutlookStart.WAIT;
    WatchedFolder watched =
        outlook.watch(
            FolderAddress.parse(folder.folder()),
            new RunningOutlook.Listener() {
              @Override
              public void changed() {
                wakeups.changed();
              }

              @Override
              public void sentAndReceived() {
                if (afterSendReceive) {
                  wakeups.sentAndReceived();
                }
              }

              @Override
              public void there(boolean there) {
                if (waits) {
                  wakeups.there(there);
                }
              }
            });
    watched.look();
    return new DesktopWatch(watched, waits);
  }

  @Override
  public boolean knowsPresence() {
    return !waits;
  }

  @Override
  public void look() {
    folder.look();
  }

  @Override
  public void runBegins() {
    folder.runBegins();
  }

  @Override
  public void runEnded(boolean wrote) {
    folder.runEnded();
  }

  @Override
  public void close() {
    folder.close();
  }
}
