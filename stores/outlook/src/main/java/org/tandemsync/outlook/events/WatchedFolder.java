package org.tandemsync.outlook.events;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.outlook.FolderAddress;
import org.tandemsync.outlook.OutlookFolders;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.sync.StoreException;

/** A folder that is listened to while Outlook runs, and the runs of its profile. */
public final class WatchedFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

  /** A folder that is not there is looked for again after so many looks: about a minute. */
  private static final int RARELY = 12;

  private final RunningOutlook outlook;
  private final FolderAddress address;
  private final OwnWrites own;
  private final RunningOutlook.Listener listener;

  /** These two only on the thread of {@link RunningOutlook}. */
  private @Nullable FolderChanges changes;

  private int pause;

  private @Nullable Boolean there;
  private volatile boolean running;

  WatchedFolder(
      RunningOutlook outlook,
      FolderAddress address,
      OwnWrites own,
      RunningOutlook.Listener listener) {
    this.outlook = outlook;
    this.address = address;
    this.own = own;
    this.listener = listener;
  }

  OwnWrites own() {
    return own;
  }

  RunningOutlook.Listener listener() {
    return listener;
  }

  /** Outlook runs, or does not. */
  void tell(boolean isThere) {
    synchronized (own) {
      if (there != null && there == isThere) {
        return;
      }
      there = isThere;
    }
    listener.there(isThere);
  }

  boolean isRunning() {
    return running;
  }

  /** A run of the profile begins: what it writes is its own. */
  public void runBegins() {
    running = true;
    own.begin();
  }

  /** The run has ended. */
  public void runEnded() {
    running = false;
    if (own.end()) {
      listener.changed();
    }
  }

  /** Looks whether Outlook is there, and at all folders. */
  public void look() {
    outlook.look();
  }

  /** Listens, unless it does. */
  void connect(ListenedSession session) {
    if (changes != null || pause-- > 0) {
      return;
    }
    try {
      OutlookFolders folders = new OutlookFolders(session.application(), own.clock());
      changes =
          new FolderChanges(session.events(), folders.folder(address), own, listener::changed);
      pause = 0;
    } catch (StoreException | AutomationException e) {
      LOG.info("{} is not listened to now: {}", address, e.getMessage());
      pause = RARELY;
    }
  }

  /** Listens no more. */
  void disconnect() {
    ListenedSession.quietly(changes);
    changes = null;
    pause = 0;
  }

  @Override
  public void close() {
    outlook.forget(this);
  }
}
