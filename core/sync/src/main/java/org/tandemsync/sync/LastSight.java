package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is about to be deleted is read once more, whole, so that it can be brought back: a base
 * lacks what does not take part.
 */
final class LastSight {
  private LastSight() {}

  /** The steps, of which those that delete have seen the whole item. */
  static <T> List<Step<T>> of(Setup<T> setup, Tally tally, List<Step<T>> steps) {
    Map<Side, Map<ItemId, Replica<T>>> sights = new HashMap<>();
    for (Side side : Side.values()) {
      sights.put(side, read(setup, tally, side, steps));
    }
    List<Step<T>> seeing = new ArrayList<>();
    for (Step<T> step : steps) {
      Step<T> next = step;
      for (Side side : Side.values()) {
        if (next instanceof Step.Do<T> doing
            && doing.intent().on(side) instanceof Effect.Delete<T> delete
            && sights.getOrDefault(side, Map.of()).get(delete.id()) instanceof Replica<T> now) {
          next = doing.seeing(side, now);
        }
      }
      seeing.add(next);
    }
    return seeing;
  }

  private static <T> Map<ItemId, Replica<T>> read(
      Setup<T> setup, Tally tally, Side side, List<Step<T>> steps) {
    List<ItemId> doomed = new ArrayList<>();
    for (Step<T> step : steps) {
      if (step instanceof Step.Do<T> doing
          && doing.intent().on(side) instanceof Effect.Delete<T> delete) {
        doomed.add(delete.id());
      }
    }
    Map<ItemId, Replica<T>> seen = new HashMap<>();
    if (!doomed.isEmpty()) {
      for (Found<T> found : setup.store(side).read(doomed)) {
        if (found instanceof Found.Present<T>(Replica<T> now)) {
          tally.read(side, 1);
          seen.put(now.id(), now);
        }
      }
    }
    return seen;
  }
}
