package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Survey.Sight;
import org.tandemsync.sync.Survey.Sighting;

/** Reads what sightings are of, as far as it is wanted. */
final class LinkedItems<T> {
  private final Setup<T> setup;
  private final Gate<T> gate;
  private final Map<Side, Bodies<T>> bodies;

  /** Links whose item is another one, by the sides on which it is. */
  private final Map<LinkId, Set<Side>> detached = new HashMap<>();

  LinkedItems(Setup<T> setup, Gate<T> gate, Map<Side, Bodies<T>> bodies) {
    this.setup = setup;
    this.gate = gate;
    this.bodies = bodies;
  }

  /** A link, and what both sides hold of it now. */
  record Looked<T>(Sighting sighting, Link<T> link, Seen<T> left, Seen<T> right) {

    Seen<T> seen(Side side) {
      return side == Side.LEFT ? left : right;
    }

    /**
     * The guard has not counted it, and it may have been moved rather than deleted: nobody looked
     * for it under another id.
     */
    boolean isGoneSince() {
      return isGoneSince(Side.LEFT) || isGoneSince(Side.RIGHT);
    }

    /** One side has lost it, and the other holds what it held. */
    boolean isLostByOne() {
      return left.change() == Change.ABSENT && right.change() == Change.SAME
          || left.change() == Change.SAME && right.change() == Change.ABSENT;
    }

    private boolean isGoneSince(Side side) {
      return seen(side).change() == Change.ABSENT && sighting.sight(side) != Sight.ABSENT;
    }

    /** What is there, as the guard sees it. */
    Held.Sight sight(Side side) {
      Replica<T> now = seen(side).now();
      return now == null ? new Held.Sight(link.side(side).id(), null) : Held.Sight.of(now);
    }
  }

  /** Reads what has to be read to know what has changed. */
  List<Looked<T>> read(List<Sighting> batch) {
    return looked(batch, links(batch), changed(batch));
  }

  /**
   * What is about to be deleted is read as a whole, also what does not take part, so that it can be
   * brought back; what is only held need not be.
   */
  List<Looked<T>> readAll(List<Sighting> batch, Predicate<Sighting> whole) {
    Map<LinkId, Link<T>> links = links(batch);
    Map<Side, Map<ItemId, Found<T>>> found = changed(batch);
    for (Side side : Side.values()) {
      List<ItemId> ids =
          batch.stream()
              .filter(s -> s.sight(side) == Sight.SAME && whole.test(s))
              .map(s -> s.id(side))
              .toList();
      if (!ids.isEmpty()) {
        Objects.requireNonNull(found.get(side)).putAll(bodies(side).read(ids));
      }
    }
    return looked(batch, links, found);
  }

  /** Looks at what will be read again: its bodies need not be kept. */
  List<Looked<T>> scan(List<Sighting> batch) {
    Map<Side, Map<ItemId, Found<T>>> found = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      Map<ItemId, Found<T>> there = new HashMap<>();
      bodies(side).scan(changed(batch, side), answer -> there.put(answer.id(), answer));
      found.put(side, there);
    }
    return looked(batch, links(batch), found);
  }

  /** What was looked at is dealt with, and not read again. */
  void letGo(Looked<T> looked) {
    for (Side side : Side.values()) {
      bodies(side).letGo(looked.sighting().id(side));
    }
  }

  /** What a store says when it is asked for these directly. */
  Map<ItemId, Found<T>> ask(Side side, List<Sighting> batch) {
    return bodies(side).read(batch.stream().map(s -> s.id(side)).toList());
  }

  private Bodies<T> bodies(Side side) {
    return Objects.requireNonNull(bodies.get(side));
  }

  /** The links of these sightings with their bases. */
  Map<LinkId, Link<T>> links(List<Sighting> batch) {
    return setup.ledger().links(batch.stream().map(s -> s.head.id()).toList());
  }

  private Map<Side, Map<ItemId, Found<T>>> changed(List<Sighting> batch) {
    Map<Side, Map<ItemId, Found<T>>> found = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      List<ItemId> ids = changed(batch, side);
      found.put(side, ids.isEmpty() ? new HashMap<>() : bodies(side).read(ids));
    }
    return found;
  }

  private static List<ItemId> changed(List<Sighting> batch, Side side) {
    return batch.stream().filter(s -> s.sight(side) == Sight.READ).map(s -> s.id(side)).toList();
  }

  private List<Looked<T>> looked(
      List<Sighting> batch, Map<LinkId, Link<T>> links, Map<Side, Map<ItemId, Found<T>>> found) {
    List<Looked<T>> looked = new ArrayList<>(batch.size());
    for (Sighting sighting : batch) {
      Link<T> link = Objects.requireNonNull(links.get(sighting.head.id()));
      looked.add(
          new Looked<>(
              sighting,
              link,
              seen(sighting, Side.LEFT, link, found),
              seen(sighting, Side.RIGHT, link, found)));
    }
    return withOpenEdits(looked);
  }

  /**
   * While a conflict waits for a person, each side is known to hold its own value, and so counts as
   * unchanged; but the other has never had it. Where that one loses the item, it is an edit.
   */
  private List<Looked<T>> withOpenEdits(List<Looked<T>> looked) {
    Map<LinkId, List<Conflict<T>>> recorded = new HashMap<>();
    List<LinkId> lost =
        looked.stream().filter(Looked::isLostByOne).map(one -> one.link().id()).toList();
    if (!lost.isEmpty() && setup.target() == null) {
      for (Conflict<T> conflict : setup.ledger().conflicts(lost)) {
        recorded.computeIfAbsent(conflict.link(), k -> new ArrayList<>()).add(conflict);
      }
    }
    return recorded.isEmpty()
        ? looked
        : looked.stream().map(one -> withOpenEdit(one, recorded.get(one.link().id()))).toList();
  }

  private Looked<T> withOpenEdit(Looked<T> looked, @Nullable List<Conflict<T>> recorded) {
    Side there = looked.left().change() == Change.ABSENT ? Side.RIGHT : Side.LEFT;
    if (recorded == null || !isOpenEdit(looked.link(), there, recorded)) {
      return looked;
    }
    return there == Side.LEFT
        ? new Looked<>(looked.sighting(), looked.link(), looked.left().edited(), looked.right())
        : new Looked<>(looked.sighting(), looked.link(), looked.left(), looked.right().edited());
  }

  /** Whether a side holds what the other has never had, and nobody has decided against it. */
  boolean hasOpenEdit(Link<T> link, Side there) {
    return setup.target() == null
        && isOpenEdit(link, there, setup.ledger().conflicts(List.of(link.id())));
  }

  private boolean isOpenEdit(Link<T> link, Side there, List<Conflict<T>> recorded) {
    Decision<T> decision = setup.decisions().get(link.id());
    return OpenConflicts.of(setup.kind(), link, recorded).stream()
        .flatMap(conflict -> conflict.clashes().stream())
        .map(Merged.FieldClash::field)
        .anyMatch(f -> decision == null || decision.choices().getOrDefault(f, there) == there);
  }

  private Seen<T> seen(
      Sighting sighting, Side side, Link<T> link, Map<Side, Map<ItemId, Found<T>>> read) {
    if (sighting.sight(side) == Sight.ABSENT) {
      return Seen.absent();
    }
    Found<T> found = Objects.requireNonNull(read.get(side)).get(sighting.id(side));
    return switch (found) {
      case null -> Seen.unchanged(link.side(side));
      case Found.Present<T>(Replica<T> now) ->
          now.id().equals(link.side(side).id()) && link.side(side).isAnother(now)
              ? another(link, side)
              : Seen.of(setup.kind(), link.side(side), counts(side, link, now));
      case Found.Absent<T> _ -> Seen.absent();
      case Found.Foreign<T> foreign -> Seen.of(side, foreign);
      case Found.Unreadable<T> unreadable -> Seen.of(unreadable);
    };
  }

  /**
   * The id was given again: that happens only where an older copy was put back. The next run looks
   * for the item, and finds another one that is new.
   */
  private Seen<T> another(Link<T> link, Side side) {
    detached.computeIfAbsent(link.id(), k -> EnumSet.noneOf(Side.class)).add(side);
    gate.putBack(Set.of(side));
    return Seen.unknown(
        Action.HoldReason.UNKNOWN,
        "another item has its id "
            + Words.in(side)
            + " now, as after an older copy was put back; the next run looks for it");
  }

  /** Links of which it has come out that another item has the id of theirs, by side. */
  Map<LinkId, Set<Side>> detached() {
    return detached;
  }

  /** Lets the items go whose ids belong to others now. */
  void detach(Commit.Builder<T> commit) {
    for (Link<T> link : setup.ledger().links(detached.keySet()).values()) {
      Set<Side> sides = Objects.requireNonNull(detached.get(link.id()));
      commit.save(
          new Link<>(
              link.id(),
              sides.contains(Side.LEFT) ? link.left().detached() : link.left(),
              sides.contains(Side.RIGHT) ? link.right().detached() : link.right(),
              link.writes(),
              link.waiting(),
              link.reworded()));
      sides.forEach(side -> commit.putBack(side, true));
    }
  }

  private Replica<T> counts(Side side, Link<T> link, Replica<T> now) {
    return setup.kind().permitted(side, link.side(side).base(), stillHeld(side, link, now));
  }

  /** Only a side that we write to may have dropped what it was sent. */
  private Replica<T> stillHeld(Side side, Link<T> link, Replica<T> now) {
    return setup.policy().direction().writes(side)
        ? now.with(setup.kind().stillHeld(side, link.side(side).base(), now), now.losses())
        : now;
  }
}
