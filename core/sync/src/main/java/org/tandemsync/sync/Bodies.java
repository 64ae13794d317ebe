package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads bodies of one side and counts them. What was read for matching is kept for the step that
 * follows, as far as a fixed room allows.
 */
final class Bodies<T> {
  private static final int ROOM_IN_BATCHES = 5;

  private final Setup<T> setup;
  private final Tally tally;
  private final Side side;
  private final Map<ItemId, Replica<T>> kept = new HashMap<>();

  Bodies(Setup<T> setup, Tally tally, Side side) {
    this.setup = setup;
    this.tally = tally;
    this.side = side;
  }

  /** Reads at most a batch of items. */
  Map<ItemId, Found<T>> read(List<ItemId> ids) {
    Map<ItemId, Found<T>> found = new HashMap<>();
    List<ItemId> missing = new ArrayList<>();
    for (ItemId id : ids) {
      Replica<T> replica = kept.remove(id);
      if (replica == null) {
        missing.add(id);
      } else {
        found.put(id, new Found.Present<>(replica));
      }
    }
    if (!missing.isEmpty()) {
      fetch(missing).forEach(answer -> found.put(answer.id(), answer));
    }
    return found;
  }

  private List<Found<T>> fetch(List<ItemId> ids) {
    List<Found<T>> answers = setup.store(side).read(ids);
    int present = 0;
    for (Found<T> answer : answers) {
      if (answer instanceof Found.Present) {
        present++;
      }
    }
    tally.read(side, present);
    return answers;
  }

  /**
   * Looks at all of these, a batch at a time, and keeps as many as there is room for. What is kept
   * already is not read again.
   */
  void scan(List<ItemId> ids, Consumer<Found<T>> each) {
    List<ItemId> missing = new ArrayList<>();
    for (ItemId id : ids) {
      Replica<T> replica = kept.get(id);
      if (replica == null) {
        missing.add(id);
      } else {
        each.accept(new Found.Present<>(replica));
      }
    }
    for (List<ItemId> batch : setup.batches(missing)) {
      for (Found<T> answer : fetch(batch)) {
        if (answer instanceof Found.Present<T>(Replica<T> replica)
            && kept.size() < ROOM_IN_BATCHES * setup.batch()) {
          kept.put(replica.id(), replica.withoutOriginal());
        }
        each.accept(answer);
      }
    }
  }

  /** Nobody asks for it any more. */
  void letGo(ItemId id) {
    kept.remove(id);
  }
}
