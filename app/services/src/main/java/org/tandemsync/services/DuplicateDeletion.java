package org.tandemsync.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.tandemsync.items.Item;
import org.tandemsync.services.DuplicateGroup.Twin;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/** Deletes items of one side, each under the condition that it has the revision that was seen. */
final class DuplicateDeletion {
  private final Store<Item> store;
  private final Consumer<Duplicates.Outcome> outcomes;
  private final List<DuplicateGroup> groups = new ArrayList<>();
  private final List<Effect<Item>> effects = new ArrayList<>();

  DuplicateDeletion(Store<Item> store, Consumer<Duplicates.Outcome> outcomes) {
    this.store = store;
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
          written = store.write(effects.subList(from, to));
        } catch (StoreException e) {
          stopped = "perhaps not deleted, list again: " + e.getMessage();
        }
      }
      for (int i = from; i < to; i++) {
        ItemId id = ((Effect.Delete<Item>) effects.get(i)).id();
        String reason = stopped.isEmpty() ? reason(id, written.get(i - from)) : stopped;
        outcomes.accept(new Duplicates.Outcome(groups.get(i), id, reason));
      }
    }
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
