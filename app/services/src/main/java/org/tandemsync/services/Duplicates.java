package org.tandemsync.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tandemsync.items.Item;
import org.tandemsync.services.DuplicateGroup.Fate;
import org.tandemsync.services.DuplicateGroup.Twin;
import org.tandemsync.services.DuplicateSearch.Tie;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;

/**
 * The duplicates of a profile, each side by itself. What is linked is never deleted: the other side
 * would lose its partner in the next run.
 */
public final class Duplicates {
  private final Runs runs;
  private final Stores stores;
  private final Ledgers ledgers;
  private final Leases leases;
  private final Reports reports;
  private final History history;
  private final ProfileSettings options;
  private final Surroundings surroundings;

  public Duplicates(Stores stores, Memory memory, ZoneNames zones, Surroundings surroundings) {
    this.runs = new Runs(stores, memory, zones, surroundings);
    this.stores = stores;
    this.ledgers = memory.ledgers();
    this.leases = memory.leases();
    this.reports = memory.reports();
    this.history = memory.history();
    this.options = new ProfileSettings(stores, memory, zones, surroundings);
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
    RunSettings settings = options.freeze(profile);
    Ledger<Item> ledger =
        ledgers.view(Runs.key(profile, settings), settings.fingerprint()).ledger();
    try (Opened opened = open(settings, ledger)) {
      return opened.search();
    }
  }

  /** Looks for items that seem to be the same and differ. Writes nothing anywhere. */
  public List<AlikeItems> alike(Profile profile) {
    RunSettings settings = options.freeze(profile);
    Ledger<Item> ledger =
        ledgers.view(Runs.key(profile, settings), settings.fingerprint()).ledger();
    try (Opened opened = open(settings, ledger)) {
      List<AlikeItems> alike = new ArrayList<>();
      for (Side side : Side.values()) {
        Store<Item> store = opened.store(side);
        alike.addAll(AlikeItems.of(opened.kind(), side, store, store.list(null)));
      }
      return alike;
    }
  }

  /**
   * Looks for items of both sides that belong together and that a sync would double, and names what
   * is declared to be one already. Writes nothing anywhere.
   *
   * @throws CannotRun if a sync could not run: then nobody knows what it would link by itself
   */
  public List<AlikeAcross> across(Profile profile) {
    RunSettings settings = options.freeze(profile);
    Map<Side, Set<ItemId>> matched = matched(profile);
    Ledger<Item> ledger =
        ledgers.view(Runs.key(profile, settings), settings.fingerprint()).ledger();
    List<Declared> declared = ledger.declared();
    for (LinkHead head : ledger.heads()) {
      for (Side side : Side.values()) {
        Objects.requireNonNull(matched.get(side)).add(head.side(side).id());
      }
    }
    for (Declared pair : declared) {
      for (Side side : Side.values()) {
        Objects.requireNonNull(matched.get(side)).add(pair.id(side));
      }
    }
    try (Opened opened = open(settings, ledger)) {
      AlikeAcross.Search search =
          new AlikeAcross.Search(opened.kind(), opened.left(), opened.right());
      for (Side side : Side.values()) {
        search.add(
            side,
            opened.store(side).list(null).rows().stream()
                .map(Listing.Row::id)
                .filter(id -> !Objects.requireNonNull(matched.get(side)).contains(id))
                .toList());
      }
      List<AlikeAcross> across = new ArrayList<>(search.declared(declared));
      across.addAll(search.pairs());
      return across;
    }
  }

  /** What a sync would link by itself. */
  private Map<Side, Set<ItemId>> matched(Profile profile) {
    Map<Side, Set<ItemId>> matched = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      matched.put(side, new HashSet<>());
    }
    RunResult plan =
        runs.plan(
            profile,
            new RunListener() {
              @Override
              public void planned(Action action) {
                if (action instanceof Action.LinkUp up) {
                  Objects.requireNonNull(matched.get(Side.LEFT)).add(up.left());
                  Objects.requireNonNull(matched.get(Side.RIGHT)).add(up.right());
                }
              }
            });
    if (plan instanceof RunResult.CouldNotRun not) {
      throw new CannotRun(not.message());
    }
    return matched;
  }

  /**
   * Deletes what was listed as {@link Fate#EXTRA}. Both sides are read again: what has changed
   * since, is in step by now or has lost the twin that was to stay is left as it is. What is
   * deleted is kept in the history of a run of its own.
   */
  public void delete(Profile profile, Result listed, Consumer<Outcome> outcomes) {
    switch (leases.take(profile.name())) {
      case Leases.Taken taken -> throw new CannotRun(Runs.busy(profile, taken));
      case Leases.Lease lease -> {
        try (lease;
            Heartbeat _ = new Heartbeat(lease)) {
          RunSettings settings = options.freeze(profile);
          Writing writing = new Writing(reports, reports.begin(profile.name(), now()));
          try {
            delete(profile, settings, lease, writing, listed, outcomes);
            writing.ended = true;
          } finally {
            writing.finish(now(), "deletion of duplicates");
          }
        }
      }
    }
  }

  private void delete(
      Profile profile,
      RunSettings settings,
      Leases.Lease lease,
      Writing writing,
      Result listed,
      Consumer<Outcome> outcomes) {
    LedgerKey key = Runs.key(profile, settings);
    Ledger<Item> ledger = ledgers.open(key, settings.fingerprint(), lease, writing.run).ledger();
    if (!ledger.openIntents().isEmpty()) {
      throw new CannotRun(
          "The last run of profile '"
              + profile.name()
              + "' did not come to its end. Nothing was deleted. Next step: tandem sync "
              + ShellWord.profile(profile));
    }
    writing.links = ledger.heads().size();
    try (Opened opened = open(settings, ledger)) {
      delete(
          opened,
          listed,
          new SeededIdentities("", surroundings.random())::newLink,
          new KeptWrites(history, writing.run, key)::write,
          outcome -> {
            writing.add(outcome, now());
            outcomes.accept(outcome);
          });
    }
  }

  /** The report of a deletion. */
  private static final class Writing {
    private final Reports reports;
    private final long run;
    private final Map<Side, Integer> deleted = new EnumMap<>(Side.class);
    private final Map<Side, Integer> none = new EnumMap<>(Side.class);
    private int links;
    private int failed;
    private boolean ended;

    Writing(Reports reports, long run) {
      this.reports = reports;
      this.run = run;
      for (Side side : Side.values()) {
        deleted.put(side, 0);
        none.put(side, 0);
      }
    }

    void add(Outcome outcome, Instant at) {
      DuplicateGroup group = outcome.group();
      if (outcome.done()) {
        deleted.merge(group.side(), 1, Integer::sum);
      } else {
        failed++;
      }
      reports.add(
          run,
          List.of(
              new Reports.Entry(
                  at,
                  outcome.done() ? Reports.Outcome.DONE : Reports.Outcome.FAILED,
                  new ActionLine(
                      "delete",
                      group.side().label(),
                      group.title(),
                      List.of(),
                      List.of(),
                      "one too many"),
                  outcome.reason(),
                  List.of())));
    }

    void finish(Instant at, String what) {
      reports.finish(
          run,
          at,
          !ended ? ExitStatus.COULD_NOT_RUN : failed == 0 ? ExitStatus.DONE : ExitStatus.ATTENTION,
          ended
              ? new RunReport(
                  links, none, none, deleted, 0, 0, 0, 0, failed, 0, none, List.of(), null)
              : null,
          what);
    }
  }

  static void delete(
      Opened opened,
      Result listed,
      Supplier<LinkId> links,
      DuplicateDeletion.Writer writer,
      Consumer<Outcome> outcomes) {
    Set<Seen> now = extras(opened.search());
    for (Side side : Side.values()) {
      DuplicateDeletion deletion =
          new DuplicateDeletion(opened.store(side), side, links, writer, outcomes);
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

  private Instant now() {
    return surroundings.clock().instant();
  }

  private Opened open(RunSettings settings, Ledger<Item> ledger) {
    Store<Item> left = stores.open(settings.left(), settings.options());
    try {
      return new Opened(
          settings.kind(),
          settings.policy().direction(),
          ledger,
          left,
          stores.open(settings.right(), settings.options()));
    } catch (RuntimeException e) {
      left.close();
      throw e;
    }
  }

  /** Both sides, and what is known of them. */
  record Opened(
      ItemsKind kind,
      Policy.Direction direction,
      Ledger<Item> ledger,
      Store<Item> left,
      Store<Item> right)
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
      return new Result(new LinkedTwins(ledger.heads(), direction, groups).advised(), remarks);
    }

    private Map<ItemId, Tie> linked(Side side, Listing others) {
      Set<ItemId> there = others.rows().stream().map(Listing.Row::id).collect(Collectors.toSet());
      Map<ItemId, Tie> linked = new HashMap<>();
      for (LinkHead head : ledger.heads()) {
        boolean settled = head.waiting() == null && there.contains(head.side(side.other()).id());
        linked.put(head.side(side).id(), new Tie(head.id(), settled));
      }
      // What the next sync links has a partner too.
      ledger.declared().forEach(pair -> linked.putIfAbsent(pair.id(side), new Tie(null, false)));
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
