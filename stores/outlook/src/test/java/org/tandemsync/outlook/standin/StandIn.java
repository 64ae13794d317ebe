package org.tandemsync.outlook.standin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tandemsync.mapi.Message;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.OlDefaultFolders;

/**
 * An Outlook with one mailbox. Dials: the zone of its session, the regional settings, how it fails;
 * and what it counts.
 */
public final class StandIn {
  private final ZoneId zone;
  private final WindowsLocale locale;
  private final InstantSource clock;
  private final List<StoredFolder> folders = new ArrayList<>();
  private final Map<String, StoredItem> items = new HashMap<>();
  private final List<StoredCategory> categories = new ArrayList<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Map<String, Variant>> zoneProperties = new HashMap<>();
  private final StoredFolder root;
  private final StandInEvents events = new StandInEvents(this);
  private int references;
  private int ids;
  private int changes;
  private int rejections;
  private boolean ended;
  private boolean deliversElsewhere;
  private String endsIn = "";
  private Shelf shelf = Shelf.NONE;
  private int largestValue = Integer.MAX_VALUE;
  private boolean rulesAreTooLarge;

  /**
   * With the default folders of calendar, contacts, tasks and deleted items.
   *
   * @param zone in which the object model shows times
   * @param clock when items are made and changed
   */
  public StandIn(ZoneId zone, WindowsLocale locale, InstantSource clock) {
    this.zone = zone;
    this.locale = locale;
    this.clock = clock;
    this.root = folder(null, "Mailbox", "IPM.Note");
    folder(root, "Deleted Items", "IPM.Note");
    folder(root, "Calendar", "IPM.Appointment");
    folder(root, "Contacts", "IPM.Contact");
    folder(root, "Tasks", "IPM.Task");
  }

  /** Starts it, or attaches to it: the object that everything else comes from. */
  public Application application() {
    return new Application(reference(new ApplicationObject(this)));
  }

  /** Keeps its items in a data file too, from now on. */
  public void keepOn(Shelf kept) {
    shelf = kept;
  }

  /** Takes an item as somebody else has kept it. */
  public void load(String entryId, String folder, Message message) {
    StoredFolder home =
        folders.stream().filter(f -> f.name().equals(folder)).findFirst().orElseThrow();
    StoredItem item = LoadedItem.of(this, message);
    item.keptIn(home, entryId);
    items.put(entryId, item);
    home.items().add(item);
    changes = Math.max(changes, item.change());
  }

  /** An item was saved, where it is kept. */
  void shelve(StoredItem item, boolean isNew) {
    if (shelf == Shelf.NONE) {
      return;
    }
    StoredFolder folder = java.util.Objects.requireNonNull(item.folder());
    String id =
        shelf.saved(isNew ? "" : item.entryId(), folder.name(), SavedProperties.whole(this, item));
    items.remove(item.entryId());
    item.keptIn(folder, id);
    items.put(id, item);
  }

  /** Somebody else's mailbox, of which they share the usual folders. */
  public void share(String owner) {
    StoredFolder other = folder(null, owner, "IPM.Note");
    folder(other, "Calendar", "IPM.Appointment");
    folder(other, "Contacts", "IPM.Contact");
    folder(other, "Tasks", "IPM.Task");
  }

  // ---- dials

  /** The next calls are rejected: Outlook shows a dialog, or is starting. */
  public void rejectNext(int count) {
    rejections = count;
  }

  /** It ends when the next call of this member comes, such as {@code AppointmentItem.Save}. */
  public void endIn(String member) {
    endsIn = member;
  }

  /** It breaks down. Nothing answers any more, and nothing is told. */
  public void end() {
    ended = true;
  }

  /** Somebody ends it: that it does so is told, and then nothing answers any more. */
  public void quit() {
    if (!ended) {
      events.quits();
      ended = true;
    }
  }

  /** It is started again, with all that it had saved; nobody from before listens to it. */
  public void restart() {
    if (ended) {
      ended = false;
      endsIn = "";
      events.restarted();
    }
  }

  /**
   * As in a mailbox that is not at hand: larger values of properties do not come in one piece.
   *
   * @param bytes 4,088 in Microsoft's Exchange
   */
  public void largestValue(int bytes) {
    largestValue = bytes;
  }

  /** The same of the rules of series alone, whatever their size. */
  public void rulesAreTooLarge() {
    rulesAreTooLarge = true;
  }

  boolean isTooLarge(String key, int size) {
    return size > largestValue || (rulesAreTooLarge && key.equals(SavedProperties.RECURRENCE));
  }

  /** From now on the account's mail goes nowhere that Outlook shows: its store is not open. */
  public void deliverElsewhere() {
    deliversElsewhere = true;
  }

  boolean deliversElsewhere() {
    return deliversElsewhere;
  }

  // ---- counts

  /** How many calls crossed the border so far. */
  public int calls() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many calls there were of each member so far. */
  public Map<String, Integer> callsByMember() {
    return Map.copyOf(calls);
  }

  /** How many references are held: none when everything was released. */
  public int references() {
    return references;
  }

  void called(String member) {
    calls.merge(member, 1, Integer::sum);
    ended |= member.equals(endsIn);
    if (ended) {
      throw new AutomationException(
          HResult.RPC_S_SERVER_UNAVAILABLE, member, "The RPC server is unavailable.");
    }
    if (rejections > 0) {
      rejections--;
      throw new AutomationException(
          HResult.RPC_E_CALL_REJECTED, member, "Call was rejected by callee.");
    }
  }

  /** What it tells, and to whom. */
  public StandInEvents events() {
    return events;
  }

  Dispatch reference(StandInObject object) {
    references++;
    return new Reference(this, object);
  }

  void released() {
    references--;
  }

  // ---- what it holds

  StoredFolder root() {
    return root;
  }

  List<StoredFolder> folders() {
    return folders;
  }

  List<StoredCategory> categories() {
    return categories;
  }

  StoredFolder folder(
      @org.jspecify.annotations.Nullable StoredFolder parent, String name, String messageClass) {
    StoredFolder folder = new StoredFolder(newId(), parent, name, messageClass);
    folders.add(folder);
    return folder;
  }

  Optional<StoredFolder> defaultFolder(int type) {
    return Optional.ofNullable(
            Map.of(
                    OlDefaultFolders.olFolderDeletedItems.value(), "Deleted Items",
                    OlDefaultFolders.olFolderCalendar.value(), "Calendar",
                    OlDefaultFolders.olFolderContacts.value(), "Contacts",
                    OlDefaultFolders.olFolderTasks.value(), "Tasks")
                .get(type))
        .flatMap(n -> folders.stream().filter(f -> f.name().equals(n)).findFirst());
  }

  /** The folder of somebody else that has the name of one of ours. */
  Optional<StoredFolder> sharedFolder(String owner, int type) {
    return defaultFolder(type)
        .flatMap(
            own ->
                folders.stream()
                    .filter(f -> f.name().equals(own.name()))
                    .filter(f -> f.parent() != null && f.parent().name().equals(owner))
                    .findFirst());
  }

  Optional<StoredItem> item(String entryId) {
    return Optional.ofNullable(items.get(entryId));
  }

  /** Puts an item into a folder under a new id. */
  void keep(StoredItem item, StoredFolder folder) {
    String kept = item.entryId();
    StoredFolder before = item.folder();
    if (before != null) {
      events.leaves(item);
      before.items().remove(item);
      events.removed(before);
    }
    items.remove(kept);
    String id = kept.isEmpty() ? "" : shelf.moved(kept, folder.name());
    item.keptIn(folder, id.isEmpty() ? newId() : id);
    item.values().put("tag:0E09", Variant.of(MapiView.id(folder.entryId())));
    items.put(item.entryId(), item);
    folder.items().add(item);
    if (before != null) {
      events.added(item);
    }
  }

  /** Takes an item out of its folder, so that its id means nothing any more. */
  void forget(StoredItem item) {
    items.remove(item.entryId());
    shelf.removed(item.entryId());
    StoredFolder folder = item.folder();
    if (folder != null) {
      folder.items().remove(item);
      events.removed(folder);
    }
  }

  int nextChange() {
    return ++changes;
  }

  private String newId() {
    return String.format(java.util.Locale.ROOT, "00000000A1B2C3D4%016X", ++ids);
  }

  /** Zone definitions are the same for all single appointments of a year. */
  Map<String, Variant> zoneProperties(String zones, Supplier<Map<String, Variant>> made) {
    return zoneProperties.computeIfAbsent(zones, _ -> made.get());
  }

  // ---- where and when it is

  WindowsLocale locale() {
    return locale;
  }

  InstantSource clock() {
    return clock;
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  ZoneId zone() {
    return zone;
  }

  LocalDateTime local(LocalDateTime utc) {
    return LocalDateTime.ofInstant(utc.toInstant(ZoneOffset.UTC), zone);
  }

  LocalDateTime utc(LocalDateTime local) {
    Instant instant = local.atZone(zone).toInstant();
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
