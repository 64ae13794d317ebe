package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was passed over in earlier runs, and what is in this one. */
final class Bystanders {
  private final Map<Side, Map<ItemId, PassedOver>> known = new EnumMap<>(Side.class);
  private final Map<Side, Map<ItemId, PassedOver>> now = new EnumMap<>(Side.class);

  /** Those that will take part from a day on that has come. */
  private final Map<Side, Set<ItemId>> due = new EnumMap<>(Side.class);

  /** Those that were read in this run and do not take part. */
  private final Map<Side, Set<ItemId>> out = new EnumMap<>(Side.class);

  static <T> Bystanders take(Ledger<T> ledger, ItemKind<T> kind) {
    Bystanders bystanders = new Bystanders();
    for (Side side : Side.values()) {
      Map<ItemId, PassedOver> known = new LinkedHashMap<>();
      Set<ItemId> due = new HashSet<>();
      for (PassedOver passed : ledger.passedOver(side)) {
        known.put(passed.id(), passed);
        if (passed.joins() != null && kind.hasCome(passed.joins())) {
          due.add(passed.id());
        }
      }
      bystanders.due.put(side, due);
      bystanders.known.put(side, known);
      bystanders.now.put(side, new LinkedHashMap<>());
      bystanders.out.put(side, new HashSet<>());
    }
    return bystanders;
  }

  private static Map<ItemId, PassedOver> of(Map<Side, Map<ItemId, PassedOver>> sides, Side side) {
    return Objects.requireNonNull(sides.get(side));
  }

  /** Whether this row was passed over before and is still as it was then. */
  boolean isOne(Side side, Listing.Row row) {
    PassedOver before = of(known, side).get(row.id());
    if (before == null || !before.revision().equals(row.revision()) || isDue(side, row.id())) {
      return false;
    }
    of(now, side).put(row.id(), before);
    return true;
  }

  private boolean isDue(Side side, ItemId id) {
    return Objects.requireNonNull(due.get(side)).contains(id);
  }

  /** Whether the day of any of them has come. */
  boolean hasDue() {
    return due.values().stream().anyMatch(ids -> !ids.isEmpty());
  }

  boolean hasKnown(Side side) {
    return !of(known, side).isEmpty();
  }

  /**
   * Keeps those that the listing says nothing about.
   *
   * @return the ones among them that are to be looked at, because their day has come
   */
  List<ItemId> unnamed(Side side, Listing listing, Set<ItemId> linked) {
    if (listing.scope() == Listing.Scope.COMPLETE) {
      return List.of();
    }
    List<ItemId> toLookAt = new ArrayList<>();
    Set<ItemId> named = new HashSet<>(listing.removed());
    listing.rows().forEach(row -> named.add(row.id()));
    of(known, side)
        .forEach(
            (id, before) -> {
              if (!named.contains(id) && !linked.contains(id)) {
                if (isDue(side, id)) {
                  toLookAt.add(id);
                } else {
                  of(now, side).put(id, before);
                }
              }
            });
    return toLookAt;
  }

  void add(Side side, PassedOver passed) {
    of(now, side).put(passed.id(), passed);
  }

  boolean contains(Side side, ItemId id) {
    return of(now, side).containsKey(id);
  }

  /** Those that could be somebody's partner. */
  List<Matcher.Key> candidates(Side side) {
    return of(now, side).values().stream()
        .filter(p -> !(p.stamped() + p.uid() + p.content() + p.asIs()).isEmpty())
        .map(
            p ->
                new Matcher.Key(
                    p.id(), p.stamped(), "", p.uid(), false, p.content(), p.asIs(), Set.of()))
        .toList();
  }

  /** Puts into a commit what the ledger does not know yet. */
  <T> void remember(Side side, Commit.Builder<T> commit) {
    Map<ItemId, PassedOver> before = of(known, side);
    Collection<PassedOver> after = of(now, side).values();
    after.stream().filter(p -> !p.equals(before.get(p.id()))).forEach(p -> commit.pass(side, p));
    before.keySet().stream()
        .filter(id -> !of(now, side).containsKey(id))
        .forEach(id -> commit.lookAgain(side, id));
  }

  /** It was read and does not take part; its partner may. */
  void noteOut(Side side, ItemId id) {
    Objects.requireNonNull(out.get(side)).add(id);
  }

  private boolean takesPart(Side side, ItemId id) {
    return !contains(side, id) && !Objects.requireNonNull(out.get(side)).contains(id);
  }

  /** Two that do not take part are nobody's business. */
  boolean concerns(Matcher.Pair pair) {
    return takesPart(Side.LEFT, pair.left()) || takesPart(Side.RIGHT, pair.right());
  }

  boolean concerns(Matcher.Group group) {
    return group.left().stream().anyMatch(id -> takesPart(Side.LEFT, id))
        || group.right().stream().anyMatch(id -> takesPart(Side.RIGHT, id));
  }
}
