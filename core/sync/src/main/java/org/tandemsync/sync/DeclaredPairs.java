package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What becomes of pairs that somebody has declared to be one. They are asked for directly, whatever
 * a listing names. An item whose partner cannot be had is held: made on the other side it would be
 * the double that somebody wanted to prevent.
 */
final class DeclaredPairs<T> {
  static final String WHY = "declared to be the same";
  private static final String TAKE_BACK =
      "; take the declaration back (duplicates --unlink) if that is to stay so";

  private final Setup<T> setup;
  private final Tally tally;
  private final Executor<T> executor;
  private final Known<T> known;
  private final Map<Side, Bodies<T>> bodies;

  /** Linked items with their partners. */
  private final Map<Side, Map<ItemId, ItemId>> linked = new EnumMap<>(Side.class);

  private final Map<Side, Set<ItemId>> busy;
  private final Map<Side, Set<ItemId>> taken = new EnumMap<>(Side.class);
  private final List<Matcher.Pair> pairs = new ArrayList<>();
  private final List<Declared> moot = new ArrayList<>();

  /**
   * Pairs that are not looked at yet.
   *
   * @param busy items of which it is not known what an earlier run did to them
   */
  DeclaredPairs(
      Setup<T> setup,
      Tally tally,
      Executor<T> executor,
      Known<T> known,
      Map<Side, Bodies<T>> bodies,
      Map<Side, Set<ItemId>> busy) {
    this.setup = setup;
    this.tally = tally;
    this.executor = executor;
    this.known = known;
    this.bodies = bodies;
    this.busy = busy;
    for (Side side : Side.values()) {
      linked.put(side, new HashMap<>());
      taken.put(side, new HashSet<>());
    }
  }

  /** The pairs that are to be linked. */
  List<Matcher.Pair> pairs() {
    return pairs;
  }

  /** The items that are linked or held, and are nobody else's partner in this run. */
  Set<ItemId> taken(Side side) {
    return Objects.requireNonNull(taken.get(side));
  }

  /** Puts into a commit what there is nothing left to do about. */
  void remember(Commit.Builder<T> commit) {
    moot.forEach(commit::undeclare);
  }

  /** Sorts them; to be called when it is known which items were moved. */
  void sort(Survey survey) {
    if (setup.declared().isEmpty()) {
      return;
    }
    survey.heads().forEach(head -> link(head.left().id(), head.right().id()));
    survey.sightings().forEach(seen -> link(seen.id(Side.LEFT), seen.id(Side.RIGHT)));
    for (List<Declared> batch : setup.batches(setup.declared())) {
      List<Declared> open = new ArrayList<>();
      for (Declared one : batch) {
        if (isBusy(one) || isTaken(one)) {
          tally.leftOver(Drafter.BOTH);
          take(one);
        } else if (isLinked(one, Side.LEFT) && isLinked(one, Side.RIGHT)) {
          linkedBoth(one);
        } else {
          open.add(one);
        }
      }
      look(open);
    }
  }

  private void link(ItemId left, ItemId right) {
    Objects.requireNonNull(linked.get(Side.LEFT)).put(left, right);
    Objects.requireNonNull(linked.get(Side.RIGHT)).put(right, left);
  }

  private boolean isLinked(Declared one, Side side) {
    return Objects.requireNonNull(linked.get(side)).containsKey(one.id(side));
  }

  private boolean isBusy(Declared one) {
    return busy.getOrDefault(Side.LEFT, Set.of()).contains(one.left())
        || busy.getOrDefault(Side.RIGHT, Set.of()).contains(one.right());
  }

  private boolean isTaken(Declared one) {
    return taken(Side.LEFT).contains(one.left()) || taken(Side.RIGHT).contains(one.right());
  }

  private void take(Declared one) {
    for (Side side : Side.values()) {
      taken(side).add(one.id(side));
    }
  }

  private void linkedBoth(Declared one) {
    moot.add(one);
    if (!one.right().equals(Objects.requireNonNull(linked.get(Side.LEFT)).get(one.left()))) {
      tally.problem(
          "'"
              + one.left()
              + "' and '"
              + one.right()
              + "' were declared to be the same, but each is in step with another item by now;"
              + " 'duplicates --merge' makes one of two items of a side.");
    }
  }

  private void look(List<Declared> open) {
    Map<ItemId, Found<T>> lefts = read(Side.LEFT, open.stream().map(Declared::left).toList());
    Map<ItemId, Found<T>> rights = read(Side.RIGHT, open.stream().map(Declared::right).toList());
    List<Step<T>> steps = new ArrayList<>();
    for (Declared one : open) {
      if (isTaken(one)) {
        tally.leftOver(Drafter.BOTH);
        take(one);
        continue;
      }
      Found<T> here = Objects.requireNonNull(lefts.get(one.left()));
      Found<T> there = Objects.requireNonNull(rights.get(one.right()));
      if (!isLinked(one, Side.LEFT)
          && !isLinked(one, Side.RIGHT)
          && here instanceof Found.Present<T>(Replica<T> left)
          && there instanceof Found.Present<T>(Replica<T> right)) {
        both(one, left, right, steps);
      } else {
        boolean any = hold(one, Side.LEFT, here, there, steps);
        any |= hold(one, Side.RIGHT, there, here, steps);
        if (!any && isSettled(one, Side.LEFT, here) && isSettled(one, Side.RIGHT, there)) {
          moot.add(one);
        }
      }
    }
    executor.run(steps);
  }

  private Map<ItemId, Found<T>> read(Side side, List<ItemId> ids) {
    Map<ItemId, Found<T>> found =
        Objects.requireNonNull(bodies.get(side)).read(ids.stream().distinct().toList());
    found
        .values()
        .forEach(
            answer -> {
              if (answer instanceof Found.Present<T>(Replica<T> item)) {
                known.add(side.other(), setup.kind().uid(item.item()).orElse(""));
              }
            });
    return found;
  }

  /** Two that do not take part are nobody's business until one of them does. */
  private void both(Declared one, Replica<T> left, Replica<T> right, List<Step<T>> steps) {
    ItemKind<T> kind = setup.kind();
    if (!kind.includes(Side.LEFT, left.item()) && !kind.includes(Side.RIGHT, right.item())) {
      return;
    }
    take(one);
    if (kind.mayBeOne(left.item(), right.item())) {
      pairs.add(new Matcher.Pair(one.left(), one.right()));
    } else {
      steps.add(
          held(
              Side.LEFT,
              left,
              "the item on the server that it was declared to be is of another kind by now"
                  + TAKE_BACK));
    }
  }

  /**
   * Holds an item whose partner cannot be had.
   *
   * @return whether there is such an item
   */
  private boolean hold(
      Declared one, Side side, Found<T> own, Found<T> others, List<Step<T>> steps) {
    if (isLinked(one, side) || !(own instanceof Found.Present<T>(Replica<T> item))) {
      return false;
    }
    if (!setup.kind().includes(side, item.item())) {
      return !isLinked(one, side.other()); // nothing is made of it in any case
    }
    String partner = "the item " + Words.in(side.other()) + " that it was declared to be ";
    String why =
        isLinked(one, side.other())
            ? partner + "is in step with another one" + TAKE_BACK
            : switch (others) {
              case Found.Present<T> _ -> partner + "cannot be linked now";
              case Found.Absent<T> _ -> partner + "is not there any more" + TAKE_BACK;
              case Found.Foreign<T> _ -> partner + "is of another kind by now" + TAKE_BACK;
              case Found.Unreadable<T> broken -> partner + "cannot be read: " + broken.reason();
            };
    taken(side).add(item.id());
    steps.add(held(side, item, why));
    return true;
  }

  private boolean isSettled(Declared one, Side side, Found<T> found) {
    return isLinked(one, side)
        || found instanceof Found.Absent
        || found instanceof Found.Foreign
        || (found instanceof Found.Present && isLinked(one, side.other()));
  }

  private Step<T> held(Side side, Replica<T> item, String why) {
    setup.listener().progressed();
    return new Step.Hold<>(
        new Action.Hold(side, Action.HoldReason.DECLARED, setup.kind().title(item.item()), why),
        Drafter.BOTH);
  }
}
