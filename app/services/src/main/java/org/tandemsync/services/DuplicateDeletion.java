package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tandemsync.items.Item;
import org.tandemsync.services.DuplicateGroup.Twin;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/** Deletes items of one side, each under the condition that it has the revision that was seen. */
final class DuplicateDeletion {

  /** How effects are carried out, one outcome for each in the same order. */
  @FunctionalInterface
  interface Writer {
    List<Written> write(Store<Item> store, List<Deed<Item>> deeds);
  }

  private final Store<Item> store;
  private final Side side;
  private final Supplier<LinkId> links;
  private final Writer writer;
  private final Consumer<Duplicates.Outcome> outcomes;
  private final List<DuplicateGroup> groups = new ArrayList<>();
  private final List<Effect.Delete<Item>> effects = new ArrayList<>();

  /**
   * A deletion.
   *
   * @param links names for what is not linked, in the history
   */
  DuplicateDeletion(
      Store<Item> store,
      Side side,
      Supplier<LinkId> links,
      Writer writer,
      Consumer<Duplicates.Outcome> outcomes) {
    this.store = store;
    this.side = side;
    this.links = links;
    this.writer = writer;
    this.outcomes = outcomes;
  }

  void add(DuplicateGroup group, Twin twin) {
    groups.add(group);
    effects.add(
        new Effect.Delete<>(twin.id(), Objects.requireNonNull(twin.revision()), group.title()));
  }

  /** Deletes in batches and tells what became of each. A store that fails ends it. */
  void carryOut() {
    String stopped = "";
    for (int from = 0; from < effects.size(); from += Items.BATCH) {
      int to = Math.min(effects.size(), from + Items.BATCH);
      List<Written> written = List.of();
      if (stopped.isEmpty()) {
        try {
          written = writer.write(store, deeds(effects.subList(from, to)));
        } catch (StoreException e) {
          stopped = "perhaps not deleted, list again: " + e.getMessage();
        }
      }
      for (int i = from; i < to; i++) {
        ItemId id = effects.get(i).id();
        String reason = stopped.isEmpty() ? reason(id, written.get(i - from)) : stopped;
        outcomes.accept(new Duplicates.Outcome(groups.get(i), id, reason));
      }
    }
  }

  private List<Deed<Item>> deeds(List<Effect.Delete<Item>> deletions) {
    Map<ItemId, Replica<Item>> before = new HashMap<>();
    for (Found<Item> found : store.read(deletions.stream().map(Effect.Delete::id).toList())) {
      if (found instanceof Found.Present<Item>(Replica<Item> now)) {
        before.put(now.id(), now);
      }
    }
    List<Deed<Item>> deeds = new ArrayList<>();
    for (Effect.Delete<Item> deletion : deletions) {
      ItemId id = deletion.id();
      Replica<Item> now = before.get(id);
      deeds.add(
          new Deed<>(
              links.get(),
              side,
              deletion,
              id,
              now == null ? null : now.item(),
              true,
              now == null ? null : now.original()));
    }
    return deeds;
  }

  /** Why the item is still there, or "". */
  private String reason(ItemId id, Written written) {
    return switch (written) {
      case Written.Done done -> "";
      case Written.Gone gone -> "";
      case Written.Stale stale -> "somebody changed it at the same time; it was left as it is";
      case Written.Refused refused -> refused.reason();
      case Written.NotDone not -> not.reason();
      case Written.Exists exists -> exists.reason();
      case Written.Unknown unknown -> settled(id, unknown);
    };
  }

  /** An answer was lost: only a look tells whether the item is gone. */
  private String settled(ItemId id, Written.Unknown unknown) {
    try {
      return store.read(List.of(id)).getFirst() instanceof Found.Absent<Item>
          ? ""
          : "it is still there: " + unknown.reason();
    } catch (StoreException e) {
      return "perhaps not deleted, list again: " + e.getMessage();
    }
  }
}
