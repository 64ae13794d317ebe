package org.tandemsync.sync;

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

  static <T> Bystanders take(Ledger<T> ledger) {
    Bystanders bystanders = new Bystanders();
    for (Side side : Side.values()) {
      Map<ItemId, PassedOver> known = new LinkedHashMap<>();
      ledger.passedOver(side).forEach(p -> known.put(p.id(), p));
      bystanders.known.put(side, known);
      bystanders.now.put(side, new LinkedHashMap<>());
    }
    return bystanders;
  }

  private static Map<ItemId, PassedOver> of(Map<Side, Map<ItemId, PassedOver>> sides, Side side) {
    return Objects.requireNonNull(sides.get(side));
  }

  /** Whether this row was passed over before and is still as it was then. */
  boolean isOne(Side side, Listing.Row row) {
    PassedOver before = of(known, side).get(row.id());
    if (before == null || !before.revision().equals(row.revision())) {
      return false;
    }
    of(now, side).put(row.id(), before);
    return true;
  }

  boolean hasKnown(Side side) {
    return !of(known, side).isEmpty();
  }

  /** Keeps those that the listing says nothing about. */
  void unnamed(Side side, Listing listing, Set<ItemId> linked) {
    if (listing.scope() == Listing.Scope.COMPLETE) {
      return;
    }
    Set<ItemId> named = new HashSet<>(listing.removed());
    listing.rows().forEach(row -> named.add(row.id()));
    of(known, side)
        .forEach(
            (id, before) -> {
              if (!named.contains(id) && !linked.contains(id)) {
                of(now, side).put(id, before);
              }
            });
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
        .map(p -> new Matcher.Key(p.id(), p.stamped(), "", p.uid(), p.content(), p.asIs()))
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
}
