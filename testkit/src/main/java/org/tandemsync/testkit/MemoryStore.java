package org.tandemsync.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemKind;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;

/**
 * A store in memory that misbehaves on demand ({@link Dials}), with a foreign hand. It outlives the
 * "process" of a test that crashes.
 *
 * @param <T> the item
 */
public final class MemoryStore<T> implements Store<T> {

  private record Held<T>(
      T item, Revision revision, @Nullable Stamp stamp, long changed, long born) {}

  private final String name;
  private final ItemKind<T> kind;
  private final Steps steps;
  private final Dials<T> dials = new Dials<>();
  private final Map<ItemId, Held<T>> items = new LinkedHashMap<>();
  private final Map<ItemId, Long> graves = new LinkedHashMap<>();
  private Watch<T> watch = (id, before, after) -> {};
  private Function<T, List<Lost>> cannotShow = item -> List.of();
  private Function<T, List<Lost>> cannotHold = item -> List.of();
  private long clock;

  /** The last listing, and how far nobody but the engine has changed anything since. */
  private long listed = -1;

  private long ownUntil = -1;
  private int bodiesRead;
  private int written;
  private int gathered;

  /** Sees every effect that is really done, just before it is. */
  @FunctionalInterface
  public interface Watch<T> {
    /**
     * An item changes by an effect.
     *
     * @param before what it holds, or null if it is made
     * @param after what it will hold, or null if it is deleted
     */
    void sees(ItemId id, @Nullable T before, @Nullable T after);
  }

  public MemoryStore(String name, ItemKind<T> kind) {
    this(name, kind, Steps.NONE);
  }

  public MemoryStore(String name, ItemKind<T> kind, Steps steps) {
    this.name = name;
    this.kind = kind;
    this.steps = steps;
  }

  public Dials<T> dials() {
    return dials;
  }

  public void watchedBy(Watch<T> by) {
    watch = by;
  }

  /** From now on it wants so many new items at once. */
  public void gathers(int items) {
    gathered = items;
  }

  /** From now on reading an item loses this. */
  public void cannotShow(Function<T, List<Lost>> losses) {
    cannotShow = losses;
  }

  /** From now on writing an item loses this. */
  public void cannotHold(Function<T, List<Lost>> losses) {
    cannotHold = losses;
  }

  // ---- the foreign hand ----

  /** Somebody makes an item. */
  public ItemId put(T item) {
    ItemId id = new ItemId(name + "-" + (clock + 1));
    hold(id, item, null);
    return id;
  }

  /** Somebody changes an item; our stamp, being a property like any other, stays in it. */
  public void change(ItemId id, UnaryOperator<T> edit) {
    Held<T> held = Objects.requireNonNull(items.get(id), "no such item");
    hold(id, edit.apply(held.item), held.stamp);
  }

  public void remove(ItemId id) {
    items.remove(id);
    graves.put(id, ++clock);
  }

  /** Somebody renames an item: the same thing, stamp and all, under another id. */
  public ItemId move(ItemId id) {
    Held<T> held = Objects.requireNonNull(items.get(id), "no such item");
    remove(id);
    ItemId to = new ItemId(name + "-" + (clock + 1));
    hold(to, held.item, held.stamp, held.born);
    return to;
  }

  /**
   * Somebody moves an item to another store, stamp and all: under the same id, as in a data file.
   */
  public void moveTo(MemoryStore<T> other, ItemId id) {
    moveTo(other, id, id);
  }

  /** The same under another id, as on a server. */
  public void moveTo(MemoryStore<T> other, ItemId id, ItemId as) {
    Held<T> held = Objects.requireNonNull(items.get(id), "no such item");
    remove(id);
    other.hold(as, held.item, held.stamp, held.born);
  }

  /** The id of an item becomes that of another one, as after an older copy was put back. */
  public void giveAgain(ItemId id, T item) {
    remove(id);
    hold(id, item, null);
  }

  /** Somebody copies an item, stamp, UID and all. */
  public ItemId copy(ItemId id) {
    Held<T> held = Objects.requireNonNull(items.get(id), "no such item");
    ItemId to = new ItemId(name + "-" + (clock + 1));
    hold(to, held.item, held.stamp);
    return to;
  }

  /** All that it holds now. */
  public Runnable backup() {
    Map<ItemId, Held<T>> then = new LinkedHashMap<>(items);
    Map<ItemId, Long> gone = new LinkedHashMap<>(graves);
    return () -> {
      items.clear();
      items.putAll(then);
      graves.clear();
      graves.putAll(gone);
    };
  }

  /** What one item is now, with its revision. */
  public Runnable backup(ItemId id) {
    Held<T> then = Objects.requireNonNull(items.get(id), "no such item");
    return () -> items.put(id, then);
  }

  /** What is there, in the order of making. */
  public Map<ItemId, T> items() {
    Map<ItemId, T> all = new LinkedHashMap<>();
    items.forEach((id, held) -> all.put(id, held.item));
    return all;
  }

  /** How many bodies were read so far. */
  public int bodiesRead() {
    return bodiesRead;
  }

  /** How many effects were really done so far. */
  public int written() {
    return written;
  }

  private Revision hold(ItemId id, T item, @Nullable Stamp stamp) {
    Held<T> before = items.get(id);
    return hold(id, item, stamp, before == null ? clock + 1 : before.born);
  }

  private Revision hold(ItemId id, T item, @Nullable Stamp stamp, long born) {
    clock++;
    Revision revision = new Revision(name + "@" + clock);
    items.put(id, new Held<>(item, revision, stamp, clock, born));
    graves.remove(id);
    return revision;
  }

  // ---- the store ----

  @Override
  public StoreTraits traits() {
    return new StoreTraits(name, dials.readOnly());
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    step("list");
    listed = clock;
    ownUntil = clock;
    Checkpoint next = dials.incremental() ? new Checkpoint("upto:" + clock) : null;
    long from = since == null || !dials.incremental() ? -1 : parse(since);
    if (from >= 0 && !dials.expired()) {
      return changes(from, next);
    }
    List<Listing.Row> rows = new ArrayList<>();
    items.forEach(
        (id, held) -> {
          if (!dials.dropped(id)) {
            rows.add(row(id, held));
          }
        });
    return dials.partial()
        ? new Listing(Listing.Scope.PARTIAL, rows, Set.of(), null)
        : Listing.complete(rows, next)
            .with(from >= 0 ? Listing.Continuity.BROKEN : Listing.Continuity.USUAL);
  }

  private Listing changes(long from, @Nullable Checkpoint next) {
    List<Listing.Row> rows = new ArrayList<>();
    items.forEach(
        (id, held) -> {
          if (held.changed > from) {
            rows.add(row(id, held));
          }
        });
    Set<ItemId> removed = new HashSet<>();
    graves.forEach(
        (id, when) -> {
          if (when > from) {
            removed.add(id);
          }
        });
    return new Listing(Listing.Scope.CHANGES, rows, removed, next);
  }

  private static long parse(Checkpoint since) {
    return since.value().startsWith("upto:") ? Long.parseLong(since.value().substring(5)) : -1;
  }

  private Listing.Row row(ItemId id, Held<T> held) {
    return new Listing.Row(id, dials.revisionsInListing() ? held.revision : null);
  }

  @Override
  public Checkpoint behindOwnWrites(Checkpoint since) {
    return parse(since) == listed && ownUntil == clock ? new Checkpoint("upto:" + clock) : since;
  }

  @Override
  public List<Found<T>> read(List<ItemId> ids) {
    step("read");
    List<Found<T>> found = new ArrayList<>();
    for (ItemId id : ids) {
      found.add(find(id));
    }
    return found;
  }

  private Found<T> find(ItemId id) {
    Held<T> held = items.get(id);
    if (held == null) {
      return new Found.Absent<>(id);
    }
    if (dials.isForeign(id)) {
      return new Found.Foreign<>(id, held.revision);
    }
    if (dials.isUnreadable(id)) {
      return new Found.Unreadable<>(id, held.revision, id.value(), "line 3: this is no note");
    }
    bodiesRead++;
    return new Found.Present<>(replica(id, held));
  }

  private Replica<T> replica(ItemId id, Held<T> held) {
    return new Replica<>(
        id,
        held.revision,
        held.item,
        held.stamp,
        cannotShow.apply(held.item),
        null,
        dials.birthmarks() ? "born at " + held.born : "");
  }

  @Override
  public List<Written> write(List<Effect<T>> effects) {
    step("write");
    List<Written> outcomes = new ArrayList<>();
    for (Effect<T> effect : effects) {
      step("before effect");
      outcomes.add(answer(effect));
      step("after effect");
    }
    return outcomes;
  }

  @Override
  public boolean gathers(List<Effect<T>> creates) {
    return creates.size() < gathered;
  }

  @Override
  public Writing begin(List<Effect<T>> effects) {
    return Writing.done(write(effects));
  }

  @Override
  public List<Lost> losses(Effect<T> effect) {
    return switch (effect) {
      case Effect.Create<T> create -> cannotHold.apply(create.item());
      case Effect.Update<T> update ->
          cannotHold.apply(update.item()).stream()
              .filter(lost -> update.fields().contains(lost.field()))
              .toList();
      case Effect.Delete<T> _ -> List.of();
    };
  }

  private Written answer(Effect<T> effect) {
    String readOnly = dials.readOnly();
    if (readOnly != null) {
      return new Written.Refused(readOnly);
    }
    return switch (dials.fault(effect)) {
      case NONE -> apply(effect);
      case LOST_BEFORE -> new Written.Unknown("no answer within 30 s");
      case LOST_AFTER -> {
        Written _ = apply(effect);
        yield new Written.Unknown("the connection was reset");
      }
      case REFUSED -> new Written.Refused("507 quota exceeded");
      case NOT_DONE -> new Written.NotDone("503 try again later");
      case STALE -> effect instanceof Effect.Create ? apply(effect) : new Written.Stale();
    };
  }

  private Written apply(Effect<T> effect) {
    boolean alone = ownUntil == clock;
    Written outcome = carryOut(effect);
    ownUntil = alone ? clock : ownUntil;
    return outcome;
  }

  private Written carryOut(Effect<T> effect) {
    return switch (effect) {
      case Effect.Create<T> create -> create(create);
      case Effect.Update<T> update -> {
        Held<T> held = items.get(update.id());
        if (held == null) {
          yield new Written.Gone();
        }
        if (!held.revision.equals(update.expected()) && !dials.unconditional()) {
          yield new Written.Stale();
        }
        yield keep(
            update.id(),
            kind.overlay(held.item, update.item(), update.fields()),
            update.stamp(),
            losses(update));
      }
      case Effect.Delete<T> delete -> {
        Held<T> held = items.get(delete.id());
        if (held == null) {
          yield new Written.Gone();
        }
        if (!held.revision.equals(delete.expected()) && !dials.unconditional()) {
          yield new Written.Stale();
        }
        written++;
        watch.sees(delete.id(), held.item, null);
        remove(delete.id());
        yield new Written.Done(delete.id(), null);
      }
    };
  }

  private Written create(Effect.Create<T> create) {
    for (Map.Entry<ItemId, Held<T>> entry : items.entrySet()) {
      if (kind.uid(entry.getValue().item).filter(create.uid()::equals).isPresent()) {
        return new Written.Exists(entry.getKey(), "the UID " + create.uid() + " is taken");
      }
    }
    return keep(
        new ItemId(name + "-" + (clock + 1)), create.item(), create.stamp(), losses(create));
  }

  private Written keep(ItemId id, T item, Stamp stamp, List<Lost> losses) {
    written++;
    T kept = dials.rewrite(item);
    Held<T> before = items.get(id);
    watch.sees(id, before == null ? null : before.item, kept);
    Revision revision = hold(id, kept, dials.stripsStamps() ? null : stamp);
    boolean confirmed = dials.revisionsAfterWrite() && kept.equals(item);
    return new Written.Done(id, confirmed ? revision : null, losses);
  }

  @Override
  public Map<Stamp, Replica<T>> locate(Collection<Effect.Create<T>> creates) {
    step("locate");
    Map<Stamp, Replica<T>> located = new LinkedHashMap<>();
    for (Effect.Create<T> create : creates) {
      items.forEach(
          (id, held) -> {
            boolean stamped = create.stamp().equals(held.stamp);
            if (stamped || kind.uid(held.item).filter(create.uid()::equals).isPresent()) {
              located.putIfAbsent(create.stamp(), replica(id, held));
            }
          });
    }
    return located;
  }

  @Override
  public void close() {}

  private void step(String what) {
    dials.maybeFail();
    steps.step(name + " " + what);
  }
}
