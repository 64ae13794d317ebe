package org.tandemsync.outlook.events;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.outlook.FolderAddress;
import org.tandemsync.outlook.WriteListener;
import org.tandemsync.outlook.automation.Automation;
import org.tandemsync.outlook.automation.AutomationException;

/**
 * Listens to folders of the Outlook that runs, for as long as it runs, and then to the next one. It
 * never starts one, and does not listen to one that a run has started: that ends with the run.
 *
 * <p>Whatever it asks Outlook it asks on a thread of its own: Outlook may be busy for minutes.
 */
public final class RunningOutlook {
  private static final Logger LOG = LoggerFactory.getLogger(RunningOutlook.class);

  /** So many looks: an Outlook that ends can be found for some seconds yet. */
  private static final int AFTER_ITS_END = 2;

  /** So many looks: about a minute. */
  private static final int AFTER_TROUBLE = 12;

  private final Automation.Opener opener;
  private final InstantSource clock;
  private final Executor thread;
  private final List<WatchedFolder> folders = new CopyOnWriteArrayList<>();
  private final AtomicBoolean asked = new AtomicBoolean();

  /** These two only on the thread. */
  private @Nullable ListenedSession session;

  private int rest;

  private volatile boolean ended;

  /**
   * @param thread does one thing after the other
   */
  public RunningOutlook(Automation.Opener opener, InstantSource clock, Executor thread) {
    this.opener = opener;
    this.clock = clock;
    this.thread = thread;
  }

  /** Hears of one folder; is called from any thread and returns at once. */
  public interface Listener {

    /** Somebody else than a run of ours has changed something in the folder. */
    void changed();

    /** Outlook has sent and received. */
    void sentAndReceived();

    /** Outlook runs, or does not; is told when it is first known, and when it changes. */
    void there(boolean there);
  }

  /** Listens to a folder from the next look on. With the last one Outlook is let go. */
  public WatchedFolder watch(FolderAddress address, Listener listener) {
    WatchedFolder folder = new WatchedFolder(this, address, new OwnWrites(clock), listener);
    folders.add(folder);
    return folder;
  }

  /** What the runs of all watched folders write is to be told here. */
  public WriteListener writes() {
    return new WriteListener() {
      @Override
      public void wrote(String entryId) {
        folders.forEach(f -> f.own().wrote(entryId));
      }

      @Override
      public void deletes(String entryId) {
        folders.forEach(f -> f.own().deletes(entryId));
      }
    };
  }

  /** Looks whether Outlook is there, some time soon; to be called every few seconds. */
  public void look() {
    if (asked.compareAndSet(false, true)) {
      later(
          () -> {
            asked.set(false);
            lookNow();
          });
    }
  }

  void forget(WatchedFolder folder) {
    folders.remove(folder);
    later(
        () -> {
          folder.disconnect();
          if (folders.isEmpty()) {
            detach();
          }
        });
  }

  private void later(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("closed already", e);
    }
  }

  // ---- on the thread

  private void lookNow() {
    ListenedSession known = session;
    if (known != null && (ended || !known.answers())) {
      detach();
      rest = AFTER_ITS_END;
    } else if (known == null && rest > 0) {
      rest--;
    } else if (known == null && mayAttach()) {
      attach();
    }
    ListenedSession open = session;
    if (open != null) {
      for (WatchedFolder folder : folders) {
        folder.tell(true);
        folder.connect(open);
      }
    }
  }

  private boolean mayAttach() {
    return !folders.isEmpty() && folders.stream().noneMatch(WatchedFolder::isRunning);
  }

  private void attach() {
    try {
      ended = false;
      session = ListenedSession.open(opener, this::quits, this::sentAndReceived);
    } catch (Automation.UnavailableException e) {
      boolean closedByItsUser = e.why() == Automation.UnavailableException.Why.NOT_RUNNING;
      // Whatever else it is, a run tells it better.
      folders.forEach(f -> f.tell(!closedByItsUser));
    } catch (AutomationException e) {
      LOG.info("Outlook cannot be listened to now: {}", e.getMessage());
      rest = AFTER_TROUBLE;
      folders.forEach(f -> f.tell(!e.result().gone()));
    }
  }

  private void detach() {
    folders.forEach(WatchedFolder::disconnect);
    ListenedSession open = session;
    session = null;
    ended = false;
    if (open != null) {
      open.close();
      folders.forEach(f -> f.tell(false));
    }
  }

  // ---- called by Outlook

  private void quits() {
    ended = true;
    folders.forEach(f -> f.tell(false));
    look();
  }

  private void sentAndReceived() {
    folders.forEach(f -> f.listener().sentAndReceived());
  }
}
