package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Survey.Sight;
import org.tandemsync.sync.Survey.Sighting;

/**
 * Sorts the items that belong to no link: moved ones, pairs, new ones, superfluous ones. {@link
 * Newcomers} carries out what follows.
 */
final class Strangers<T> {
  private final Setup<T> setup;
  private final Tally tally;
  private final Executor<T> executor;
  private final Quarantine quarantine;
  private final Map<Side, Bodies<T>> bodies;
  private final Survey survey;
  private final Known<T> known;
  private final boolean really;

  /** Items that are still to be dealt with. */
  private final Map<Side, List<ItemId>> left = new EnumMap<>(Side.class);

  /** What they are known by, as far as it was needed. */
  private final Map<Side, Map<ItemId, Matcher.Key>> keys = new EnumMap<>(Side.class);

  private final List<Matcher.Pair> pairs = new ArrayList<>();
  private final List<ItemId> extras = new ArrayList<>();
  private final Set<Side> notAllReadable = new HashSet<>();

  /** Sides on which a new item was gone again when it was read. */
  private final Set<Side> vanished = new HashSet<>();

  /** Items that somebody has declared something about. */
  private final Map<Side, Set<ItemId>> taken = new EnumMap<>(Side.class);

  /** Items that were read and do not take part, until it is known that they have no partner. */
  private final Map<Side, Map<ItemId, Replica<T>>> notIncluded = new EnumMap<>(Side.class);

  Strangers(
      Setup<T> setup,
      Tally tally,
      Executor<T> executor,
      Quarantine quarantine,
      Map<Side, Bodies<T>> bodies,
      Survey survey,
      Known<T> known,
      boolean really) {
    this.setup = setup;
    this.tally = tally;
    this.executor = executor;
    this.quarantine = quarantine;
    this.bodies = bodies;
    this.survey = survey;
    this.known = known;
    this.really = really;
    for (Side side : Side.values()) {
      left.put(side, new ArrayList<>(survey.unlinked(side)));
      notIncluded.put(side, new HashMap<>());
    }
  }

  /** The items that are to be made on the other side. */
  List<ItemId> left(Side side) {
    return Objects.requireNonNull(left.get(side));
  }

  /** Whether something is to be made on a side. */
  boolean any() {
    return !left(Side.LEFT).isEmpty() || !left(Side.RIGHT).isEmpty();
  }

  private Bodies<T> bodies(Side side) {
    return Objects.requireNonNull(bodies.get(side));
  }

  /** Two items each that are the same thing. */
  List<Matcher.Pair> pairs() {
    return pairs;
  }

  /** Whether the items of this side have been opened already. */
  boolean opened(Side side) {
    return keys.containsKey(side);
  }

  /** Whether this side has new items that cannot be read. */
  boolean hasUnreadable(Side side) {
    return notAllReadable.contains(side);
  }

  /** The items of the target of a one-way mirror that will be deleted. */
  List<ItemId> extras() {
    return extras;
  }

  // ---- moved items ----

  /**
   * A new id with the UID or stamp of a link that lost its item is that item, moved. An item that
   * had no UID may have been made again under that of its partner, and the answer was lost.
   */
  void findMoved() {
    for (Side side : Side.values()) {
      List<Sighting> lost =
          survey.sightings().stream()
              .filter(s -> s.sight(side) == Sight.ABSENT && matters(s, side))
              .toList();
      if (lost.isEmpty() || left(side).isEmpty()) {
        continue;
      }
      Map<String, ItemId> byStamp = new HashMap<>();
      Map<String, ItemId> byUid = new HashMap<>();
      for (Matcher.Key key : keys(side).values()) {
        byStamp.putIfAbsent(key.stamped(), key.id());
        if (!key.placed()) {
          byUid.putIfAbsent(key.uid(), key.id());
        }
      }
      // one that carries the UID goes before one that only has it by its place
      keys(side).values().forEach(key -> byUid.putIfAbsent(key.uid(), key.id()));
      Set<String> owned = new HashSet<>();
      survey.heads().forEach(head -> owned.add(head.side(side).uid()));
      Set<ItemId> found = new HashSet<>();
      for (Sighting sighting : lost) {
        ItemId at = byStamp.get(sighting.head.id().value());
        String uid = sighting.head.side(side).uid();
        if (at == null && !uid.isEmpty()) {
          at = byUid.get(uid);
        }
        String partners = sighting.head.side(side.other()).uid();
        if (at == null && uid.isEmpty() && !partners.isEmpty() && !owned.contains(partners)) {
          at = byUid.get(partners);
        }
        if (at != null && mayBe(sighting, side, at) && found.add(at)) {
          sighting.moved(side, at);
        }
      }
      drop(side, found);
      if (vanished.contains(side)) {
        // Items are being moved while we look: what seems lost may be under way.
        lost.stream()
            .filter(sighting -> sighting.sight(side) == Sight.ABSENT)
            .forEach(s -> s.unknown(side, "items are being moved " + Words.in(side) + " just now"));
      }
    }
  }

  /** An item that belongs to no link, other than this one, and has a UID; null if there is none. */
  @Nullable ItemId withUid(Side side, String uid, ItemId otherThan) {
    if (uid.isEmpty()) {
      return null;
    }
    List<Matcher.Key> all = new ArrayList<>(keys(side).values());
    all.addAll(survey.bystanders().candidates(side));
    return all.stream()
        .filter(key -> key.uid().equals(uid) && !key.id().equals(otherThan))
        .map(Matcher.Key::id)
        .findFirst()
        .orElse(null);
  }

  /**
   * An item to which the id of a linked one was given again may have its UID too: that of an
   * Outlook contact is made from its place. So may an older copy, in a data file that was put back,
   * of an item that carries that UID now; and another item, to which its place was given since.
   */
  private boolean mayBe(Sighting sighting, Side side, ItemId at) {
    LinkId id = sighting.head.id();
    Matcher.Key key = Objects.requireNonNull(keys(side).get(at));
    if (sighting.id(side).equals(LinkSide.detached(at))) {
      return false;
    }
    if (!key.placed() || key.stamped().equals(id.value())) {
      return true;
    }
    Link<T> link = setup.ledger().links(List.of(id)).get(id);
    return link == null || key.is(setup.kind().signs(link.side(side).base()), setup.kind()::isRare);
  }

  /** Nothing follows from a loss, so long as the other side is unchanged and cannot be written. */
  private boolean matters(Sighting sighting, Side lost) {
    Side other = lost.other();
    return setup.readOnly(other) == null || sighting.sight(other) != Sight.SAME || !really;
  }

  private void drop(Side side, Set<ItemId> dealtWith) {
    left(side).removeAll(dealtWith);
    Map<ItemId, Matcher.Key> known = keys.get(side);
    if (known != null) {
      known.keySet().removeAll(dealtWith);
    }
  }

  /** Reads the items once to learn what they are known by. What cannot be read is held. */
  private Map<ItemId, Matcher.Key> keys(Side side) {
    Map<ItemId, Matcher.Key> before = keys.get(side);
    if (before != null) {
      return before;
    }
    Map<ItemId, Matcher.Key> read = new LinkedHashMap<>();
    bodies(side)
        .scan(
            left(side),
            found -> {
              if (found instanceof Found.Present<T> present) {
                Replica<T> item = present.replica();
                if (isAsBefore(side, item)) {
                  return;
                }
                read.put(item.id(), Matcher.Key.of(setup, side, item));
                noteIfNotIncluded(side, item);
              } else {
                unusable(side, found);
              }
            });
    keys.put(side, read);
    left(side).retainAll(read.keySet());
    return read;
  }

  /** It was passed over in an earlier run; only the listing did not say that it is the same. */
  private boolean isAsBefore(Side side, Replica<T> item) {
    return survey.bystanders().isOne(side, new Listing.Row(item.id(), item.revision()));
  }

  private void noteIfNotIncluded(Side side, Replica<T> item) {
    if (!setup.kind().includes(side, item.item())) {
      Objects.requireNonNull(notIncluded.get(side)).put(item.id(), item);
      survey.bystanders().noteOut(side, item.id());
    }
  }

  /** It does not take part: it is remembered, lest every run reads it again. */
  void passOver(Side side, Replica<T> item) {
    Revision revision = item.revision();
    if (revision != null) {
      Matcher.Key key = Matcher.Key.of(setup, side, item);
      survey
          .bystanders()
          .add(
              side,
              new PassedOver(
                  item.id(),
                  revision,
                  key.stamped(),
                  key.uid(),
                  key.content(),
                  key.asIs(),
                  setup.kind().joins(side, item.item()).orElse(null)));
    }
  }

  /** What is of another kind is ignored, what is gone meanwhile too; the rest is held. */
  void unusable(Side side, Found<T> found) {
    setup.listener().progressed();
    if (found instanceof Found.Absent) {
      vanished.add(side);
    } else if (found instanceof Found.Foreign<T>(ItemId id, Revision revision)) {
      if (revision != null) {
        survey.bystanders().add(side, PassedOver.foreign(id, revision));
      }
    } else if (found instanceof Found.Unreadable<T> unreadable) {
      notAllReadable.add(side);
      Quarantined failed = quarantine.atRest(side, unreadable.id(), unreadable.revision());
      if (failed != null && failed.rest() == Quarantined.Rest.IGNORED) {
        return;
      }
      quarantine.failed(
          side, unreadable.id(), unreadable.revision(), unreadable.title(), unreadable.reason());
      executor.run(
          List.of(
              new Step.Hold<>(
                  new Action.Hold(
                      side,
                      Action.HoldReason.UNREADABLE,
                      ItemIds.of(side, unreadable.id()),
                      unreadable.title(),
                      unreadable.reason()),
                  Set.of(side))));
    }
  }

  // ---- matching ----

  /**
   * Pairs what is new on both sides, and says what is superfluous on the target of a mirror. What
   * somebody has declared to be one goes before.
   */
  void match(DeclaredPairs<T> declared) {
    for (Side side : Side.values()) {
      taken.put(side, declared.taken(side));
      drop(side, declared.taken(side));
    }
    pairs.addAll(declared.pairs());
    for (Side side : Side.values()) {
      if (mayMatch(side) && survey.bystanders().hasKnown(side)) {
        keys(side);
      }
    }
    if (mayMatch(Side.LEFT) || mayMatch(Side.RIGHT)) {
      Matcher.Matches matches = Matcher.match(candidates(Side.LEFT), candidates(Side.RIGHT));
      left.values().forEach(List::clear);
      leave(Side.LEFT, matches.leftOnly());
      leave(Side.RIGHT, matches.rightOnly());
      matches.pairs().forEach(this::pairOrLeave);
      Ambiguous<T> ambiguous = new Ambiguous<>(setup, executor, bodies);
      matches.ambiguous().forEach(group -> pairOrHold(ambiguous, group));
      for (Side side : Side.values()) {
        keys(side).values().forEach(key -> known.add(side.other(), key.uid()));
      }
    }
    Side target = setup.target();
    if (target != null
        && setup.policy().extra() == Policy.Extra.DELETE
        && setup.kind().selects(target)) {
      keys(target);
    }
    passOverTheRest();
    if (target != null) {
      if (setup.policy().extra() == Policy.Extra.DELETE) {
        extras.addAll(left(target));
      } else if (!left(target).isEmpty()) {
        tally.leftOver(Set.of(target));
      }
      left(target).forEach(id -> setup.listener().progressed());
      left(target).clear();
    }
  }

  /** Whether something new on this side could have a partner on the other. */
  private boolean mayMatch(Side side) {
    return !left(side).isEmpty()
        && setup.target() != side
        && (!left(side.other()).isEmpty()
            || !survey.bystanders().candidates(side.other()).isEmpty());
  }

  private List<Matcher.Key> candidates(Side side) {
    List<Matcher.Key> all = new ArrayList<>(keys(side).values());
    all.addAll(survey.bystanders().candidates(side));
    all.removeIf(key -> taken.getOrDefault(side, Set.of()).contains(key.id()));
    return all;
  }

  private void pairOrLeave(Matcher.Pair pair) {
    if (survey.bystanders().concerns(pair)) {
      pairs.add(pair);
    } else {
      leave(Side.LEFT, List.of(pair.left()));
      leave(Side.RIGHT, List.of(pair.right()));
    }
  }

  private void leave(Side side, List<ItemId> ids) {
    ids.stream().filter(id -> !survey.bystanders().contains(side, id)).forEach(left(side)::add);
  }

  private void pairOrHold(Ambiguous<T> ambiguous, Matcher.Group group) {
    List<Matcher.Pair> equal = new ArrayList<>();
    Map<Side, List<ItemId>> over =
        survey.bystanders().concerns(group)
            ? ambiguous.pairOrHold(group, equal)
            : Map.of(Side.LEFT, group.left(), Side.RIGHT, group.right());
    over.forEach(this::leave);
    equal.forEach(this::pairOrLeave);
  }

  /** What was read, has no partner and does not take part. */
  private void passOverTheRest() {
    for (Side side : Side.values()) {
      Map<ItemId, Replica<T>> out = Objects.requireNonNull(notIncluded.get(side));
      for (ItemId id : List.copyOf(left(side))) {
        Replica<T> item = out.get(id);
        if (item != null) {
          setup.listener().progressed();
          passOver(side, item);
          left(side).remove(id);
        }
      }
      out.clear();
    }
  }
}
