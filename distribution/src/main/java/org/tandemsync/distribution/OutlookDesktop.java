package org.tandemsync.distribution;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.outlook.FolderAccount;
import org.tandemsync.outlook.FolderAddress;
import org.tandemsync.outlook.FolderFacts;
import org.tandemsync.outlook.OutlookFolders;
import org.tandemsync.outlook.OutlookTrouble;
import org.tandemsync.outlook.automation.Automation;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.events.RunningOutlook;
import org.tandemsync.services.OutlookAccounts;
import org.tandemsync.services.Place;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.OutlookStart;
import org.tandemsync.services.schedule.Watches;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/**
 * The Outlook of this machine. One session serves all that is open at the same time; it ends with
 * the last store. One that was only looked with stays for the store that is opened next.
 */
final class OutlookDesktop implements Desktop {
  private final Automation.Opener opener;
  private final InstantSource clock;
  private final ExecutorService listening;
  private final RunningOutlook running;
  private @Nullable DesktopSession session;

  /** One that listens on a thread of its own, once there is something to listen to. */
  static OutlookDesktop of(Automation.Opener opener, InstantSource clock) {
    return new OutlookDesktop(
        opener,
        clock,
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("outlook events").factory()));
  }

  /**
   * @param listening asks Outlook what is to be listened to, one thing after the other
   */
  OutlookDesktop(Automation.Opener opener, InstantSource clock, ExecutorService listening) {
    this.opener = opener;
    this.clock = clock;
    this.listening = listening;
    this.running = new RunningOutlook(opener, clock, listening);
  }

  @Override
  public List<Place> places(Endpoint.Desktop at) {
    return looked(
        at,
        folders -> {
          if (at.folder().isEmpty()) {
            return folders.all().stream().flatMap(f -> place(at, f.path(), f).stream()).toList();
          }
          FolderFacts facts = folders.facts(FolderAddress.parse(at.folder()));
          return List.of(place(at, at.folder(), facts).orElseThrow(() -> noItems(at)));
        });
  }

  private static Optional<Place> place(Endpoint.Desktop at, String folder, FolderFacts facts) {
    return facts
        .family()
        .map(
            family ->
                new Place(
                    new Endpoint.Desktop(folder, at.start(), at.customForms()),
                    facts.path(),
                    Set.of(family),
                    null,
                    "desktop:" + facts.entryId()));
  }

  private static StoreException noItems(Endpoint.Desktop at) {
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        "Outlook's folder \""
            + at.folder()
            + "\" holds no appointments, tasks or contacts. Next step: 'tandem items desktop:'"
            + " shows the folders that do.");
  }

  @Override
  public Store<Item> open(Endpoint.Desktop at, Family family) {
    DesktopSession open = take(at);
    boolean done = false;
    try {
      Store<Item> store =
          folders(open)
              .open(FolderAddress.parse(at.folder()), family, at.customForms(), running.writes());
      done = true;
      return new ClosingStore(store, () -> giveBack(open, false));
    } finally {
      if (!done) {
        giveBack(open, true);
      }
    }
  }

  @Override
  public Place create(Endpoint.Desktop within, String name, Family family) {
    return looked(
        within,
        folders -> {
          FolderFacts facts = folders.create(name, family);
          return place(within, facts.path(), facts).orElseThrow();
        });
  }

  @Override
  public MasterCategoryList categories(Endpoint.Desktop at) {
    return looked(at, folders -> folders.categories(FolderAddress.parse(at.folder())));
  }

  @Override
  public boolean recolour(Endpoint.Desktop at, Map<String, CategoryColor> wanted) {
    return looked(at, folders -> folders.recolour(FolderAddress.parse(at.folder()), wanted));
  }

  @Override
  public OutlookAccounts.OutlookAccount account(Endpoint.Desktop at) {
    return looked(
        at,
        folders -> {
          FolderAccount account = folders.account(FolderAddress.parse(at.folder()));
          return new OutlookAccounts.OutlookAccount(
              account.address(), account.user(), account.folders());
        });
  }

  private <T> T looked(Endpoint.Desktop at, Function<OutlookFolders, T> look) {
    DesktopSession open = take(at);
    try {
      return look.apply(folders(open));
    } finally {
      giveBack(open, true);
    }
  }

  private OutlookFolders folders(DesktopSession open) {
    return new OutlookFolders(open.application(), clock);
  }

  /** A session that answers, from now on used by one more. */
  private synchronized DesktopSession take(Endpoint.Desktop at) {
    DesktopSession known = session;
    try {
      if (known != null && !known.answers()) {
        known.abandon();
        known = null;
        session = null;
      }
      if (known == null) {
        known = DesktopSession.open(opener, at.start());
        session = known;
      }
      known.use();
      return known;
    } catch (Automation.UnavailableException e) {
      throw unavailable(e, at.start());
    } catch (AutomationException e) {
      throw OutlookTrouble.of("Outlook", e);
    }
  }

  private static StoreException unavailable(Automation.UnavailableException e, OutlookStart start) {
    String why = "Outlook cannot be used: " + e.getMessage() + ".";
    return switch (e.why()) {
      case NOT_RUNNING ->
          new StoreException(
              StoreException.Reason.UNREACHABLE,
              "Outlook is not running. Next step: start Outlook; or let Tandem start it without a"
                  + " window, with start = \"hidden\" in the profile.",
              e);
      case NOT_INSTALLED ->
          new StoreException(
              StoreException.Reason.NOT_FOUND,
              why + " Next step: name a data file instead: outlook = { pst = ..., folder = ... }",
              e);
      case REFUSED ->
          new StoreException(
              StoreException.Reason.UNREACHABLE,
              why + (start == OutlookStart.HIDDEN ? " Next step: start Outlook yourself." : ""),
              e);
    };
  }

  private synchronized void giveBack(DesktopSession used, boolean stays) {
    if (used.leave(stays && used == session) && used == session) {
      session = null;
    }
  }

  @Override
  public Watches.Watch watch(
      OutlookEndpoint.Desktop folder, boolean afterSendReceive, Watches.Wakeups wakeups) {
    return DesktopWatch.of(running, folder, afterSendReceive, wakeups);
  }

  @Override
  public synchronized void close() {
    stopListening();
    DesktopSession known = session;
    session = null;
    if (known != null) {
      known.abandon();
    }
  }

  /** A moment for Outlook to be told that nobody listens any more. */
  private void stopListening() {
    listening.shutdown();
    try {
      boolean _ = listening.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
