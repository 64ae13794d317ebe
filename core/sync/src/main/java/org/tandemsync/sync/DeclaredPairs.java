package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of pairs that somebody has declared to be one. They are asked for directly, whatever
 * a listing names. An item whose partner cannot be had is held: made on the other side it would be
 * the double that somebody wanted to prevent.
 */
final class DeclaredPairs<T> {
  static final String WHY = "declared to be the same";
  private static final String TAKE_BACK =
      "; take the declaration back (duplicates --unlink) if that is to stay so";

  private static final String ANOTHER =
      "it has the id of another item, that was declared to be the same as one of the other side";

  private final Setup<T> setup;
  private final Tally tally;
  private final Executor<T> executor;
  private final Known<T> known;
  private final Map<Side, Bodies<T>> bodies;
  private final Survey survey;
  private final Strangers<T> strangers;

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
      Map<Side, Set<ItemId>> busy,
      Survey survey,
      Strangers<T> strangers) {
    this.setup = setup;
    this.tally = tally;
    this.executor = executor;
    this.known = known;
    this.bodies = bodies;
    this.busy = busy;
    this.survey = survey;
    this.strangers = strangers;
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

  /**
   * Says of each whether it is to be linked, is held or is moot; to be called when it is known
   * which items were moved.
   */
  void pairHoldOrForget() {
    if (setup.declared().isEmpty()) {
      return;
    }
    survey.heads().forEach(head -> link(head.left().id(), head.right().id()));
    survey.sightings().forEach(seen -> link(seen.id(Side.LEFT), seen.id(Side.RIGHT)));
    for (List<Declared> batch : setup.batches(setup.declared().all())) {
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

  /**
   * One of the two items of a declaration.
   *
   * @param found what is there now, under its id or one that it has got since
   * @param another whether that is another item than the declared one
   */
  private record Half<T>(Side side, Found<T> found, boolean linked, boolean another) {
    ItemId id() {
      return found.id();
    }

    @Nullable Replica<T> item() {
      return found instanceof Found.Present<T>(Replica<T> item) ? item : null;
    }

    /** Whether the declared item is not there. */
    boolean isGone() {
      return another || found instanceof Found.Absent || found instanceof Found.Foreign;
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
      Half<T> left = half(one, Side.LEFT, Objects.requireNonNull(lefts.get(one.left())));
      Half<T> right = half(one, Side.RIGHT, Objects.requireNonNull(rights.get(one.right())));
      setup.declared().follow(one, left.id(), right.id());
      Replica<T> here = left.item();
      Replica<T> there = right.item();
      boolean free = !left.linked() && !right.linked() && !left.another() && !right.another();
      if (free && here != null && there != null) {
        both(here, there, steps);
      } else {
        hold(one, left, right, steps);
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

  /**
   * What has become of a declared item. Another client, or a move to another server, may have given
   * it another id; and its id may have been given to another one.
   */
  private Half<T> half(Declared one, Side side, Found<T> found) {
    if (isLinked(one, side)) {
      return new Half<>(side, found, true, false);
    }
    Half<T> half =
        new Half<>(
            side,
            found,
            false,
            found instanceof Found.Present<T>(Replica<T> item)
                && !one.mark(side).fits(Declared.Mark.of(setup.kind(), item)));
    if (!half.isGone()) {
      return half;
    }
    ItemId at = strangers.withUid(side, one.mark(side).uid(), one.id(side));
    if (at == null || taken(side).contains(at) || setup.declared().names(side, at)) {
      return half;
    }
    Found<T> moved = Objects.requireNonNull(read(side, List.of(at)).get(at));
    return moved instanceof Found.Present ? new Half<>(side, moved, false, false) : half;
  }

  /** Two that do not take part are nobody's business until one of them does. */
  private void both(Replica<T> left, Replica<T> right, List<Step<T>> steps) {
    ItemKind<T> kind = setup.kind();
    if (!kind.includes(Side.LEFT, left.item()) && !kind.includes(Side.RIGHT, right.item())) {
      return;
    }
    taken(Side.LEFT).add(left.id());
    taken(Side.RIGHT).add(right.id());
    if (kind.mayBeOne(left.item(), right.item())) {
      pairs.add(new Matcher.Pair(left.id(), right.id()));
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
   * Holds what of a pair would become something else than that pair, or forgets the declaration if
   * there is nothing of that kind any more. What is held is read no more in this run: in the next
   * moment it may be readable, and would be made on the other side.
   */
  private void hold(Declared one, Half<T> left, Half<T> right, List<Step<T>> steps) {
    List<Half<T>> halves = List.of(left, right);
    boolean any = hold(left, right, steps);
    any |= hold(right, left, steps);
    if (!any && halves.stream().allMatch(half -> isSettled(one, half))) {
      moot.add(one);
      return;
    }
    for (Half<T> half : halves) {
      Replica<T> item = half.item();
      if (!half.linked() && (item == null || setup.kind().includes(half.side(), item.item()))) {
        taken(half.side()).add(half.id());
        if (item == null && !(half.found() instanceof Found.Absent)) {
          strangers.unusable(half.side(), half.found());
        }
      }
    }
  }

  /**
   * Holds an item whose partner cannot be had, if something would become of it.
   *
   * @return whether that is so
   */
  private boolean hold(Half<T> own, Half<T> others, List<Step<T>> steps) {
    Replica<T> item = own.item();
    if (own.linked() || item == null || !mayBecome(own.side(), item.item())) {
      return false;
    }
    steps.add(held(own.side(), item, own.another() ? ANOTHER + TAKE_BACK : why(others)));
    return true;
  }

  private String why(Half<T> others) {
    String partner = "the item " + Words.in(others.side()) + " that it was declared to be ";
    if (others.linked()) {
      return partner + "is in step with another one" + TAKE_BACK;
    }
    if (others.another()) {
      return partner + "is another one by now" + TAKE_BACK;
    }
    return switch (others.found()) {
      case Found.Present<T> _ -> partner + "cannot be linked now";
      case Found.Absent<T> _ -> partner + "is not there any more" + TAKE_BACK;
      case Found.Foreign<T> _ -> partner + "is of another kind by now" + TAKE_BACK;
      case Found.Unreadable<T> broken -> partner + "cannot be read: " + broken.reason();
    };
  }

  /** Whether it would be made on the other side, or deleted from this one. */
  private boolean mayBecome(Side side, T item) {
    return setup.kind().includes(side, item)
        && (setup.target() != side || setup.policy().extra() == Policy.Extra.DELETE);
  }

  /**
   * Whether nothing speaks for keeping the declaration: not what cannot be read, and not what may
   * be under another id where not everything can be looked at.
   */
  private boolean isSettled(Declared one, Half<T> half) {
    if (half.linked() || !half.isGone()) {
      return half.linked() || half.item() != null;
    }
    Side side = half.side();
    boolean beingMoved =
        half.found() instanceof Found.Absent && survey.unlinked(side).contains(half.id());
    boolean allSeen =
        survey.listing(side).scope() != Listing.Scope.PARTIAL
            && !strangers.hasUnreadable(side)
            && !beingMoved;
    return allSeen || one.mark(side).uid().isEmpty();
  }

  private Step<T> held(Side side, Replica<T> item, String why) {
    setup.listener().progressed();
    return new Step.Hold<>(
        new Action.Hold(
            side,
            Action.HoldReason.DECLARED,
            ItemIds.of(side, item.id()),
            setup.kind().title(item.item()),
            why),
        Drafter.BOTH);
  }
}
