package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tandemsync.items.Item;
import org.tandemsync.services.DuplicateGroup.Fate;
import org.tandemsync.services.DuplicateGroup.Twin;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;

/**
 * The duplicates of a profile, each side by itself. What is linked is never deleted: the other side
 * would lose its partner in the next run.
 */
public final class Duplicates {
  private final Stores stores;
  private final Profiles profiles;
  private final Ledgers ledgers;
  private final Leases leases;
  private final ZoneNames zones;
  private final Surroundings surroundings;

  public Duplicates(
      Stores stores,
      Profiles profiles,
      Ledgers ledgers,
      Leases leases,
      ZoneNames zones,
      Surroundings surroundings) {
    this.stores = stores;
    this.profiles = profiles;
    this.ledgers = ledgers;
    this.leases = leases;
    this.zones = zones;
    this.surroundings = surroundings;
  }

  /**
   * What was found.
   *
   * @param remarks what could not be looked at
   */
  public record Result(List<DuplicateGroup> groups, List<String> remarks) {
    public Result {
      groups = List.copyOf(groups);
      remarks = List.copyOf(remarks);
    }

    public long count(Fate fate) {
      return groups.stream().flatMap(g -> g.twins().stream()).filter(t -> t.fate() == fate).count();
    }
  }

  /**
   * What became of an item that was to be deleted.
   *
   * @param reason why it is still there; empty if it is deleted
   */
  public record Outcome(DuplicateGroup group, ItemId id, String reason) {
    public boolean done() {
      return reason.isEmpty();
    }
  }

  /** Looks for duplicates. Writes nothing anywhere. */
  public Result find(Profile profile) {
    try (Opened opened = open(profile)) {
      return opened.search();
    }
  }

  /**
   * Deletes what was listed as {@link Fate#EXTRA}. Both sides are read again: what has changed
   * since, is in step by now or has lost the twin that was to stay is left as it is.
   */
  public void delete(Profile profile, Result listed, Consumer<Outcome> outcomes) {
    switch (leases.take(profile.name())) {
      case Leases.Taken taken -> throw new CannotRun(Runs.busy(profile, taken));
      case Leases.Lease lease -> {
        try (lease;
            Heartbeat _ = new Heartbeat(lease);
            Opened opened = open(profile)) {
          if (!opened.ledger().openIntents().isEmpty()) {
            throw new CannotRun(
                "The last run of profile '"
                    + profile.name()
                    + "' did not come to its end. Nothing was deleted. Next step: tandem sync "
                    + profile.name());
          }
          delete(opened, listed, outcomes);
        }
      }
    }
  }

  static void delete(Opened opened, Result listed, Consumer<Outcome> outcomes) {
    Set<Seen> now = extras(opened.search());
    for (Side side : Side.values()) {
      DuplicateDeletion deletion = new DuplicateDeletion(opened.store(side), outcomes);
      for (DuplicateGroup group : listed.groups()) {
        for (Twin twin : group.twins()) {
          if (group.side() == side && twin.fate() == Fate.EXTRA) {
            if (now.contains(new Seen(side, twin))) {
              deletion.add(group, twin);
            } else {
              outcomes.accept(
                  new Outcome(
                      group,
                      twin.id(),
                      "it is no longer a duplicate as it was listed; list again"));
            }
          }
        }
      }
      deletion.carryOut();
    }
  }

  /** An item with its revision. */
  private record Seen(Side side, Twin twin) {}

  private static Set<Seen> extras(Result result) {
    return result.groups().stream()
        .flatMap(g -> g.twins().stream().map(t -> new Seen(g.side(), t)))
        .filter(s -> s.twin().fate() == Fate.EXTRA)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Opened open(Profile profile) {
    RunSettings settings =
        RunSettings.freeze(profile, profiles.configuration(), stores, zones, surroundings);
    // A view: looking for duplicates is no run, so that the ledger stays as the last one left it.
    Ledger<Item> ledger =
        ledgers
            .view(
                new LedgerKey(
                    profile.name(),
                    settings.family(),
                    settings.left().identity(),
                    settings.right().identity()),
                settings.fingerprint())
            .ledger();
    ItemsKind kind =
        new ItemsKind(settings.projection(), zones, settings.views(), settings.selection());
    Store<Item> left = stores.open(settings.left(), settings.options());
    try {
      return new Opened(kind, ledger, left, stores.open(settings.right(), settings.options()));
    } catch (RuntimeException e) {
      left.close();
      throw e;
    }
  }

  /** Both sides, and what is known of them. */
  record Opened(ItemsKind kind, Ledger<Item> ledger, Store<Item> left, Store<Item> right)
      implements AutoCloseable {

    Store<Item> store(Side side) {
      return side == Side.LEFT ? left : right;
    }

    Result search() {
      List<DuplicateGroup> groups = new ArrayList<>();
      List<String> remarks = new ArrayList<>();
      Listing ofLeft = left.list(null);
      Listing ofRight = right.list(null);
      for (Side side : Side.values()) {
        Listing own = side == Side.LEFT ? ofLeft : ofRight;
        Listing others = side == Side.LEFT ? ofRight : ofLeft;
        groups.addAll(
            new DuplicateSearch(kind, side, linked(side, others))
                .groups(
                    store(side),
                    own,
                    broken ->
                        remarks.add(
                            "not compared: '" + broken.title() + "' (" + broken.reason() + ")")));
      }
      return new Result(groups, remarks);
    }

    /** The linked items of a side, each with whether nothing is pending between the partners. */
    private Map<ItemId, Boolean> linked(Side side, Listing others) {
      Set<ItemId> there = others.rows().stream().map(Listing.Row::id).collect(Collectors.toSet());
      Map<ItemId, Boolean> linked = new HashMap<>();
      for (LinkHead head : ledger.heads()) {
        linked.put(
            head.side(side).id(),
            head.waiting() == null && there.contains(head.side(side.other()).id()));
      }
      return linked;
    }

    @Override
    public void close() {
      try (left;
          right) {
        // both are closed, the second one also if the first cannot be
      }
    }
  }
}
