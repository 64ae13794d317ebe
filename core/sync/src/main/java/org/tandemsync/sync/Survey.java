package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What both sides and the ledger say without a body being opened. */
final class Survey {

  /** What the listing of one side says of a linked item. */
  enum Sight {
    /** It has the revision at which it held its base. */
    SAME,
    /** Only reading can tell. */
    READ,
    /** The listing does not name it; that is no proof. */
    MISSING,
    /** The store said so when it was asked directly. */
    ABSENT,
    /** The listing was cut short, or the item is of another kind now. */
    UNKNOWN
  }

  /** A link with its two sights. The ids may be newer than the head's, if an item was moved. */
  static final class Sighting {
    final LinkHead head;
    private final Map<Side, Sight> sights = new EnumMap<>(Side.class);
    private final Map<Side, ItemId> ids = new EnumMap<>(Side.class);
    private final Map<Side, String> reasons = new EnumMap<>(Side.class);
    private final Set<Side> neverGiven = EnumSet.noneOf(Side.class);

    /** Set if it failed before and is left alone for now. */
    @Nullable Quarantined quarantined;

    Sighting(LinkHead head, Sight left, Sight right) {
      this.head = head;
      sights.put(Side.LEFT, left);
      sights.put(Side.RIGHT, right);
    }

    Sight sight(Side side) {
      return Objects.requireNonNull(sights.get(side));
    }

    void sight(Side side, Sight sight) {
      sights.put(side, sight);
    }

    boolean has(Sight sight) {
      return sights.containsValue(sight);
    }

    ItemId id(Side side) {
      return ids.getOrDefault(side, head.side(side).id());
    }

    /** The item is found again under another id. */
    void moved(Side side, ItemId to) {
      ids.put(side, to);
      sight(side, Sight.READ);
    }

    void absent(Side side, boolean never) {
      sight(side, Sight.ABSENT);
      if (never) {
        neverGiven.add(side);
      }
    }

    /** Whether the store has never given this id to anything. */
    boolean neverGiven(Side side) {
      return neverGiven.contains(side);
    }

    void unknown(Side side, String why) {
      sight(side, Sight.UNKNOWN);
      reasons.put(side, why);
    }

    String reason(Side side) {
      return reasons.getOrDefault(side, "");
    }
  }

  private final Map<Side, Listing> listings = new EnumMap<>(Side.class);
  private final Map<Side, Map<ItemId, Listing.Row>> rows = new EnumMap<>(Side.class);
  private final Map<Side, List<ItemId>> unlinked = new EnumMap<>(Side.class);
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<LinkId> waiting = new ArrayList<>();
  private final List<LinkHead> heads = new ArrayList<>();
  private final Bystanders bystanders;
  private final Set<LinkId> busy;
  private int links;
  private int linksToLookAt;

  private static final Set<Side> BOTH = Set.of(Side.values());

  /**
   * Lists both sides.
   *
   * @param busy links whose open intent could not be settled: they are left alone in this run
   * @param busyItems their items
   */
  static <T> Survey take(
      Setup<T> setup, Quarantine quarantine, Set<LinkId> busy, Map<Side, Set<ItemId>> busyItems) {
    Survey survey = new Survey(Bystanders.take(setup.ledger(), setup.kind()), busy);
    for (Side side : Side.values()) {
      Listing listing = setup.store(side).list(setup.ledger().checkpoint(side).orElse(null));
      survey.listings.put(side, listing);
      Map<ItemId, Listing.Row> rows = new HashMap<>(listing.rows().size() * 2);
      listing.rows().forEach(row -> rows.putIfAbsent(row.id(), row));
      survey.rows.put(side, rows);
    }
    Set<Side> putBack = setup.ledger().putBack();
    if (survey.isQuiet()
        && busy.isEmpty()
        && setup.decisions().isEmpty()
        && setup.declared().isEmpty()
        && quarantine.isEmpty()
        && putBack.isEmpty()
        && !setup.ledger().isRestless()) {
      survey.links = setup.ledger().size();
    } else {
      survey.heads.addAll(setup.ledger().heads());
      survey.links = survey.heads.size();
    }
    for (LinkHead head : survey.heads) {
      if (!busy.contains(head.id())) {
        Quarantined failed = quarantine.of(head);
        if (failed != null && survey.rests(head, failed)) {
          quarantine.leftAlone(failed);
          survey.leaveAlone(head, failed);
        } else {
          boolean decided = failed != null || setup.decisions().containsKey(head.id());
          survey.look(head, setup.restraint(), decided ? BOTH : putBack);
        }
      }
    }
    for (Side side : Side.values()) {
      survey.unlinked.put(side, survey.strangers(side, busyItems.getOrDefault(side, Set.of())));
    }
    return survey;
  }

  private Survey(Bystanders bystanders, Set<LinkId> busy) {
    this.bystanders = bystanders;
    this.busy = busy;
  }

  /** Nothing new on either side. */
  private boolean isQuiet() {
    return listing(Side.LEFT).isUnchanged()
        && listing(Side.RIGHT).isUnchanged()
        && !bystanders.hasDue();
  }

  private boolean rests(LinkHead head, Quarantined failed) {
    return switch (failed.rest()) {
      case DUE -> false;
      case IGNORED -> true;
      case RESTING ->
          isAsThen(head, Side.LEFT, failed.left()) && isAsThen(head, Side.RIGHT, failed.right());
    };
  }

  private boolean isAsThen(LinkHead head, Side side, Held.Sight then) {
    ItemId id = head.side(side).id();
    Listing.Row row = rows(side).get(id);
    Revision revision = then.revision();
    if (revision == null) {
      return row == null;
    }
    return row == null
        ? listing(side).scope() == Listing.Scope.CHANGES && !listing(side).removed().contains(id)
        : revision.equals(row.revision());
  }

  /** Nothing follows from either side for now. */
  private void leaveAlone(LinkHead head, Quarantined failed) {
    linksToLookAt++;
    Sighting sighting = new Sighting(head, Sight.UNKNOWN, Sight.UNKNOWN);
    sighting.quarantined = failed;
    sighting.unknown(Side.LEFT, failed.why());
    sightings.add(sighting);
  }

  /**
   * @param whatever the sides that are to be looked at whatever their revision is: both where
   *     somebody has decided about it, or it failed; one that was put back may give a revision
   *     again that it had given to something else (a server that counts)
   */
  private void look(LinkHead head, String restraint, Set<Side> whatever) {
    linksToLookAt++;
    if (whatever.isEmpty() && waits(head, restraint)) {
      waiting.add(head.id());
      return;
    }
    Sight left = sight(head, Side.LEFT, whatever);
    Sight right = sight(head, Side.RIGHT, whatever);
    if (left != Sight.SAME || right != Sight.SAME) {
      Sighting sighting = new Sighting(head, left, right);
      for (Side side : Side.values()) {
        if (sighting.sight(side) == Sight.UNKNOWN) {
          sighting.unknown(side, "the listing of " + Words.of(side) + " was cut short");
        }
      }
      sightings.add(sighting);
    }
  }

  private Sight sight(LinkHead head, Side side, Set<Side> whatever) {
    Sight sight = sight(head, side);
    return sight == Sight.SAME && whatever.contains(side) ? Sight.READ : sight;
  }

  private Sight sight(LinkHead head, Side side) {
    LinkHead.End end = head.side(side);
    Listing.Row row = rows(side).get(end.id());
    if (row != null) {
      return same(end.revision(), row.revision()) ? Sight.SAME : Sight.READ;
    }
    Listing listing = listing(side);
    return switch (listing.scope()) {
      case COMPLETE -> Sight.MISSING;
      case CHANGES ->
          listing.removed().contains(end.id())
              ? Sight.MISSING
              : end.revision() == null ? Sight.READ : Sight.SAME;
      case PARTIAL -> Sight.UNKNOWN;
    };
  }

  private static boolean same(@Nullable Revision known, @Nullable Revision listed) {
    return known != null && known.equals(listed);
  }

  private boolean waits(LinkHead head, String restraint) {
    Waiting waiting = head.waiting();
    if (waiting == null || !waiting.restraint().equals(restraint)) {
      return false;
    }
    for (Side side : Side.values()) {
      ItemId id = head.side(side).id();
      Listing.Row row = rows(side).get(id);
      boolean asItWas =
          row == null
              ? listing(side).scope() == Listing.Scope.CHANGES
                  && !listing(side).removed().contains(id)
              : waiting.revision(side).equals(row.revision());
      if (!asItWas) {
        return false;
      }
    }
    return true;
  }

  private List<ItemId> strangers(Side side, Set<ItemId> busy) {
    Set<ItemId> linked = new HashSet<>(heads.size() * 2);
    heads.forEach(head -> linked.add(head.side(side).id()));
    List<ItemId> strangers = new ArrayList<>();
    for (Listing.Row row : listing(side).rows()) {
      if (!linked.contains(row.id()) && !busy.contains(row.id()) && !bystanders.isOne(side, row)) {
        strangers.add(row.id());
      }
    }
    for (ItemId due : bystanders.unnamed(side, listing(side), linked)) {
      if (!busy.contains(due)) {
        strangers.add(due);
      }
    }
    return strangers;
  }

  private Map<ItemId, Listing.Row> rows(Side side) {
    return Objects.requireNonNull(rows.get(side));
  }

  Listing listing(Side side) {
    return Objects.requireNonNull(listings.get(side));
  }

  /** What the listing says of an item; null if nothing. */
  @Nullable Revision revision(Side side, ItemId id) {
    Listing.Row row = rows(side).get(id);
    return row == null ? null : row.revision();
  }

  /**
   * Of how many links nobody knows whether a side has their item: they are left alone, or the
   * listing was cut short. What a listing names is there all the same.
   */
  int unknown(Side side) {
    Set<LinkId> left = new HashSet<>(busy);
    sightings.stream()
        .filter(s -> s.sight(side) == Sight.UNKNOWN)
        .forEach(s -> left.add(s.head.id()));
    return (int)
        heads.stream()
            .filter(head -> left.contains(head.id()))
            .filter(head -> !rows(side).containsKey(head.side(side).id()))
            .count();
  }

  /** How many links there are. */
  int links() {
    return links;
  }

  /** All links; none if nothing is new: then nobody asks for one. */
  List<LinkHead> heads() {
    return heads;
  }

  /** The links about which there may be something to do. */
  List<Sighting> sightings() {
    return sightings;
  }

  /** The links that wait as they did before. */
  List<LinkId> waiting() {
    return waiting;
  }

  /** The items that belong to no link, in the order of the listing. */
  List<ItemId> unlinked(Side side) {
    return Objects.requireNonNull(unlinked.get(side));
  }

  /** What does not take part. */
  Bystanders bystanders() {
    return bystanders;
  }

  /** How many items this run looks at. */
  int expected() {
    return linksToLookAt + unlinked(Side.LEFT).size() + unlinked(Side.RIGHT).size();
  }
}
