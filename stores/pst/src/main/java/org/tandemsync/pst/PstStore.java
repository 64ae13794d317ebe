package org.tandemsync.pst;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ItemEdits;
import org.tandemsync.mapi.item.MessageLosses;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;

/**
 * One folder of an Outlook data file as a store. Item ids are node ids: an item keeps its own when
 * Outlook changes it. Revisions are the block ids of the node, which are new with every change
 * (blocks are never overwritten), so a listing opens no item.
 *
 * <p>What is deleted goes to the Deleted Items, if the file has them.
 */
public final class PstStore implements Store<Item> {
  private final PstFile file;
  private final PstFolder folder;
  private final FolderItems items;
  private final InstantSource clock;
  private final ZoneId zone;
  private final OwnWrites own;
  private Identities identities;
  private @Nullable Contents contents;
  private @Nullable StoreException trouble;
  private boolean checked;
  private int foreignChanges;

  /**
   * Does not open the folder yet. Closing the store leaves {@code file} open.
   *
   * @param family which items of the folder take part; others are foreign
   * @param clock says when items are written
   * @param zone the user's, in which the dates of tasks begin and end
   */
  public PstStore(PstFile file, PstFolder folder, Family family, InstantSource clock, ZoneId zone) {
    this.file = file;
    this.folder = folder;
    this.items = new FolderItems(file, folder, family, new Contacts(file));
    this.clock = clock;
    this.zone = zone;
    this.own = new OwnWrites(file, clock);
    this.identities = newIdentities();
  }

  private Identities newIdentities() {
    return new Identities(items, () -> contents().items());
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(folder.path(), file.refusal().orElse(null), true);
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    Unchanged unchanged = Unchanged.of(file.path(), clock.instant());
    begin();
    if (since != null && unchanged.since(since, file.database().header())) {
      own.listed(unchanged, since);
      if (Unchanged.isBehindOwnWrites(since)) {
        checked = true;
        file.isOurs();
      }
      return Listing.unchanged(since);
    }
    return checked(
        () -> {
          Contents current = contents();
          List<Listing.Row> rows = new ArrayList<>();
          for (NodeId node : current.items()) {
            if (!foreign(current, node)) {
              rows.add(new Listing.Row(FolderItems.itemId(node), current.revision(node)));
            }
          }
          Listing listing = Listing.complete(rows, unchanged.checkpoint(file.database().header()));
          own.listed(unchanged, listing.next());
          return unchanged.isBefore(since, file.database().header())
              ? listing.with(Listing.Continuity.REVERSED)
              : listing;
        });
  }

  private Contents contents() {
    Contents loaded = contents;
    if (loaded == null || !loaded.current()) {
      loaded = new Contents(file, folder.id());
      contents = loaded;
    }
    return loaded;
  }

  /** Whether the table shows that this is no item of the family; opening it would be needless. */
  private boolean foreign(Contents current, NodeId node) {
    try {
      String messageClass = current.messageClass(node);
      return !messageClass.isEmpty() && !items.isOfFamily(messageClass);
    } catch (DamagedException readingWillTell) {
      return false;
    }
  }

  /** Damage of the folder as a whole. */
  private <T> T checked(Supplier<T> work) {
    try {
      return ReadTrouble.checked(file.path(), work);
    } catch (StoreException e) {
      throw new StoreException(
          e.reason(), "The folder \"" + folder.path() + "\" cannot be read: " + e.getMessage(), e);
    }
  }

  /** After own writes the header is another one, and all would be listed. */
  @Override
  public Checkpoint behindOwnWrites(Checkpoint listed) {
    return own.behind(listed);
  }

  @Override
  public List<Found<Item>> read(List<ItemId> ids) {
    begin();
    return checked(
        () -> {
          Contents current = contents();
          List<Found<Item>> answers = new ArrayList<>(ids.size());
          for (ItemId id : ids) {
            answers.add(
                FolderItems.node(id)
                    .map(n -> read(current, id, n))
                    .orElseGet(() -> new Found.Absent<>(id)));
          }
          return answers;
        });
  }

  /** An item that the folder lists is never absent: if it cannot be found, that is damage. */
  private Found<Item> read(Contents current, ItemId id, NodeId node) {
    boolean listed = current.items().contains(node);
    Revision revision = current.revision(node);
    try {
      NodeEntry entry = file.database().entry(node).orElse(null);
      if (entry == null && listed) {
        throw new DamagedException("the folder lists the item, but the file does not have it");
      }
      if (entry == null || !entry.parent().equals(folder.id())) {
        return listed
            ? unreadable(id, revision, current.subject(node), "the item is in another folder too")
            : new Found.Absent<>(id, entry == null && !isGiven(node));
      }
      return decode(id, revision, file.message(file.database().requireNode(node)));
    } catch (DamagedException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException e) {
      return unreadable(id, revision, current.subject(node), String.valueOf(e.getMessage()));
    }
  }

  /** Ids are counted up: one that the counter has not reached is from a later state of the file. */
  private boolean isGiven(NodeId node) {
    return node.value() >>> 5 <= file.database().header().lastIndices().get(NodeId.MESSAGE);
  }

  private Found<Item> unreadable(
      ItemId id, @Nullable Revision revision, String title, String reason) {
    return new Found.Unreadable<>(
        id,
        revision,
        title.isEmpty() ? "item " + id + " of the folder " + folder.path() : title,
        "In the folder \"" + folder.path() + "\" of " + file.path() + ": " + reason);
  }

  private Found<Item> decode(ItemId id, @Nullable Revision revision, MessageNode message) {
    Item item = items.item(message).orElse(null);
    if (item == null) {
      return new Found.Foreign<>(id, revision);
    }
    String text = message.properties().text(Tags.TANDEM_STAMP);
    return new Found.Present<>(
        new Replica<>(
            id,
            revision,
            item,
            Stamp.parse(text).orElse(null),
            MessageLosses.reading(item, message, items.contacts()),
            null,
            items.birthmark(item, message)));
  }

  /**
   * Carries out all effects in one transaction. The first call locks the file until it is closed.
   *
   * @throws StoreException {@code BUSY} if somebody else has the file open
   */
  @Override
  public List<Written> write(List<Effect<Item>> effects) {
    begin();
    String refusal = refusal();
    if (refusal != null) {
      return effects.stream().<Written>map(e -> new Written.Refused(refusal)).toList();
    }
    if (effects.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    ItemChanges changes = file.begin(now);
    noticeForeignChanges();
    own.beginning();
    Members members = new Members(items, changes, identities, () -> contents().items());
    EffectBatch batch =
        new EffectBatch(
            items, changes, new ItemEdits(zone, now, items.contacts(), members), identities);
    return carryOut(effects, batch, changes);
  }

  @Override
  public boolean gathers(List<Effect<Item>> creates) {
    return false;
  }

  @Override
  public Writing begin(List<Effect<Item>> effects) {
    return Writing.done(write(effects));
  }

  private List<Written> carryOut(
      List<Effect<Item>> effects, EffectBatch batch, ItemChanges changes) {
    boolean prepared = false;
    boolean done = false;
    try {
      batch.add(effects);
      prepared = true;
      file.commit(changes);
      own.committed();
      done = true;
      return batch.done();
    } catch (UncheckedIOException e) {
      StoreException why = DiskTrouble.of(file.path(), Objects.requireNonNull(e.getCause()));
      String reason = String.valueOf(why.getMessage());
      if (prepared) {
        return batch.failed(new Written.Unknown(reason));
      }
      trouble = why;
      return effects.stream().<Written>map(e2 -> new Written.NotDone(reason)).toList();
    } catch (DamagedException e) {
      throw ReadTrouble.damaged(file.path(), e);
    } finally {
      contents = null;
      if (!done) {
        identities = newIdentities();
        own.failed();
        file.abandon();
      }
    }
  }

  /** Why nothing can be written here, or null. The folder itself is looked at once. */
  private @Nullable String refusal() {
    Optional<String> refusal = checked ? file.refusal() : file.refusal(folder);
    checked = refusal.isEmpty();
    return refusal.orElse(null);
  }

  private void begin() {
    raise();
    file.refresh();
    noticeForeignChanges();
  }

  private void noticeForeignChanges() {
    if (foreignChanges != file.foreignChanges()) {
      foreignChanges = file.foreignChanges();
      identities = newIdentities();
      checked = false;
    }
  }

  /**
   * Throws, once, what kept an earlier call from going on: its own outcomes were not to be lost.
   */
  private void raise() {
    StoreException why = trouble;
    trouble = null;
    if (why != null) {
      throw why;
    }
  }

  @Override
  public List<Lost> losses(Effect<Item> effect) {
    return MessageLosses.expected(effect, zone, clock.instant());
  }

  @Override
  public String uidOfPlace(ItemId id) {
    return items.family() == Family.CONTACTS
        ? FolderItems.node(id).map(items.contacts()::uid).orElse("")
        : "";
  }

  /** Looks for the UID alone: whether the item is the one that was to be made, the caller sees. */
  @Override
  public Map<Stamp, Replica<Item>> locate(Collection<Effect.Create<Item>> creates) {
    begin();
    Map<Stamp, Replica<Item>> located = new HashMap<>();
    for (Effect.Create<Item> create : creates) {
      NodeId node = checked(() -> identities.find(create.uid()).orElse(null));
      if (node != null
          && read(List.of(FolderItems.itemId(node))).getFirst()
              instanceof Found.Present<Item>(Replica<Item> there)) {
        located.put(create.stamp(), there);
      }
    }
    return located;
  }

  @Override
  public void close() {
    // the file belongs to whoever opened it
  }
}
