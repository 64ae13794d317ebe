package org.tandemsync.sync;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** On which sides steps write over what somebody wrote, as the guard sees it. */
final class Overwriting<T> {
  private final Setup<T> setup;
  private final Set<Side> putBack;
  private final Map<Side, Integer> counted = new EnumMap<>(Side.class);

  /**
   * @param putBack the sides that seem to be put back to an earlier state; filled later
   */
  Overwriting(Setup<T> setup, Set<Side> putBack) {
    this.setup = setup;
    this.putBack = putBack;
  }

  /** The sides that a step changes items on. */
  static Set<Side> updated(Step.Do<?> step) {
    return updates(step).keySet();
  }

  private static <T> Map<Side, Effect.Update<T>> updates(Step.Do<T> step) {
    Map<Side, Effect.Update<T>> updates = new LinkedHashMap<>();
    for (Side side : Side.values()) {
      if (step.intent().on(side) instanceof Effect.Update<T> update) {
        updates.put(side, update);
      }
    }
    return updates;
  }

  /** The sides on which a step writes over something. */
  Set<Side> sides(Step.Do<T> step) {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    updates(step)
        .forEach(
            (side, update) -> {
              if (overwrites(step, side, update)) {
                sides.add(side);
              }
            });
    return sides;
  }

  /** Notes on which sides a step of this run writes over something. */
  void count(Set<Side> sides) {
    sides.forEach(side -> counted.merge(side, 1, Integer::sum));
  }

  /**
   * The side that a step is about which writes over something on several: one that a put back side
   * would spoil, else the one on which this run writes over more. That is where the flood goes, and
   * what the item gets there is a part of it; the other way somebody's edit of this one item goes.
   */
  Side foremost(Set<Side> sides) {
    for (Side side : sides) {
      if (putBack.contains(side.other())) {
        return side;
      }
    }
    boolean moreOnTheRight =
        counted.getOrDefault(Side.RIGHT, 0) > counted.getOrDefault(Side.LEFT, 0);
    Side most = moreOnTheRight ? Side.RIGHT : Side.LEFT;
    return sides.contains(most) ? most : most.other();
  }

  /**
   * What is only added is not overwritten, and what changed options ask for is wanted: so are, when
   * options have changed, fields that may take part only from now on, of which both sides have
   * values that the other never saw. Else such values were written by somebody since. From a side
   * that was put back all that comes may be older.
   */
  private boolean overwrites(Step.Do<T> step, Side side, Effect.Update<T> update) {
    Replica<T> target = step.intent().seen(side);
    if (target == null
        || setup.decisions().containsKey(step.intent().link())
        || (step.action() instanceof Action.Update action
            && action.why().equals(Bringing.OPTIONS))) {
      return false;
    }
    if (step.old() != null && putBack.contains(side.other())) {
      return true;
    }
    Set<String> overwritten = held(target.item());
    overwritten.retainAll(update.fields());
    Link<T> old = step.old();
    if (old != null && setup.isForgotten(old)) {
      overwritten.retainAll(agreed(old));
    }
    return !overwritten.isEmpty();
  }

  /** The fields of which one side at least has once heard from the other. */
  private Set<String> agreed(Link<T> link) {
    Set<String> agreed = held(link.left().base());
    agreed.addAll(held(link.right().base()));
    return agreed;
  }

  /** The fields in which an item holds something. */
  private Set<String> held(T item) {
    return new HashSet<>(setup.kind().differing(setup.kind().blank(item), item));
  }

  /** What a step writes where, if it writes on several sides; else nothing. */
  static String wherever(Step.Do<?> step) {
    Map<Side, ? extends Effect.Update<?>> updates = updates(step);
    StringBuilder words = new StringBuilder();
    if (updates.size() > 1) {
      updates.forEach(
          (side, update) ->
              words
                  .append(words.isEmpty() ? "; it would write " : " and ")
                  .append(Words.list(update.fields()))
                  .append(' ')
                  .append(Words.in(side)));
    }
    return words.toString();
  }
}
