package org.tandemsync.services;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Engine;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Neighbours;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/** Plans and syncs profiles. */
public final class Runs {
  private static final Duration KEEP_REPORTS = Duration.ofDays(30);
  private static final int KEEP_RUNS = 500;
  private static final Duration KEEP_LEDGERS = Duration.ofDays(90);

  /** Old things are looked for once in so many runs. */
  private static final int PRUNE_EVERY = 20;

  /** A time that a run had is believed when another run comes so much later. */
  private static final Duration BELIEVED_AFTER = Duration.ofDays(1);

  private final Stores stores;
  private final Ledgers ledgers;
  private final Leases leases;
  private final Reports reports;
  private final History history;
  private final Decisions decisions;
  private final ProfileSettings options;
  private final Surroundings surroundings;

  public Runs(Stores stores, Memory memory, ZoneNames zones, Surroundings surroundings) {
    this.stores = stores;
    this.ledgers = memory.ledgers();
    this.leases = memory.leases();
    this.reports = memory.reports();
    this.history = memory.history();
    this.decisions = memory.decisions();
    this.options = new ProfileSettings(stores, memory, zones, surroundings);
    this.surroundings = surroundings;
  }

  /** What a sync would do now: the listener hears of each action. Writes nothing anywhere. */
  public RunResult plan(Profile profile, RunListener listener) {
    return plan(profile, null, listener);
  }

  /** The same as if these were declared to be one besides. */
  RunResult plan(Profile profile, @Nullable Declared also, RunListener listener) {
    try {
      RunSettings settings = options.freeze(profile);
      Ledgers.Opened opened = ledgers.view(key(profile, settings), settings.fingerprint());
      try (Store<Item> left = stores.open(settings.left(), settings.options());
          Store<Item> right = stores.open(settings.right(), settings.options())) {
        Neighbours<Item> neighbours = neighbourhood(profile, settings);
        Engine<Item> engine = engine(settings, left, right, opened, neighbours, listener);
        RunReport report = also == null ? engine.plan() : engine.plan(also);
        return result(profile, 0, report, remarks(settings, opened));
      }
    } catch (StoreException e) {
      return new RunResult.CouldNotRun(profile.name(), message(e), e);
    } catch (CannotRun e) {
      return new RunResult.CouldNotRun(profile.name(), message(e));
    }
  }

  /** Brings both sides in step: the listener hears of each action and of the progress. */
  public RunResult sync(Profile profile, RunListener listener) {
    return sync(profile, listener, () -> false);
  }

  /**
   * The same, until somebody asks for its end: then what is in hand is finished, and no further
   * items are begun.
   */
  public RunResult sync(Profile profile, RunListener listener, BooleanSupplier ended) {
    try {
      return switch (leases.take(profile.name())) {
        case Leases.Taken taken -> {
          String busy = busy(profile, taken);
          yield new RunResult.CouldNotRun(
              profile.name(), busy, new StoreException(StoreException.Reason.BUSY, busy));
        }
        case Leases.Lease lease -> {
          try (lease;
              Heartbeat _ = new Heartbeat(lease)) {
            yield reported(profile, lease, listener, ended);
          }
        }
      };
    } catch (CannotRun e) {
      return new RunResult.CouldNotRun(profile.name(), message(e));
    }
  }

  static String busy(Profile profile, Leases.Taken taken) {
    return "profile '"
        + profile.name()
        + "' is being synced already, by "
        + taken.owner()
        + " since "
        + taken.since()
        + "; wait until that has ended. If it hangs, end it: the profile is free "
        + Leases.SILENCE_SECONDS
        + " seconds after it was last heard of ("
        + taken.heard()
        + ")";
  }

  private RunResult reported(
      Profile profile, Leases.Lease lease, RunListener listener, BooleanSupplier ended) {
    long run = reports.begin(profile.name(), now());
    Recorder recorder = new Recorder(reports, run, surroundings, listener);
    RunResult result = null;
    try {
      result = run(profile, run, lease, recorder, ended);
    } catch (StoreException e) {
      result = new RunResult.CouldNotRun(profile.name(), message(e), e);
    } catch (CannotRun e) {
      result = new RunResult.CouldNotRun(profile.name(), message(e));
    } finally {
      finish(run, recorder, result);
    }
    if (run % PRUNE_EVERY == 0) {
      reports.latest(now().minus(BELIEVED_AFTER)).ifPresent(this::prune);
    }
    return result;
  }

  /**
   * Drops what is old. What is dropped is gone for good, and the clock may be wrong: time is taken
   * from the last run that is a day old. So a clock that is a year ahead drops nothing before runs
   * of two days have had that year, and one that is put right by then never does.
   */
  private void prune(Instant believed) {
    history.prune(believed.minus(KEEP_REPORTS));
    reports.prune(believed.minus(KEEP_REPORTS), KEEP_RUNS);
    ledgers.prune(believed.minus(KEEP_LEDGERS));
  }

  private RunResult run(
      Profile profile, long run, Leases.Lease lease, RunListener listener, BooleanSupplier ended) {
    RunSettings settings = options.freeze(profile);
    Ledgers.Opened opened =
        ledgers.open(key(profile, settings), settings.fingerprint(), lease, run);
    List<String> remarks = remarks(settings, opened);
    if (lease.takenOver()) {
      remarks.add("the run before did not come to its end; what it left open was settled first");
    }
    Neighbourhood neighbourhood = neighbourhood(profile, settings);
    RunReport report;
    try (Store<Item> left = stores.open(settings.left(), settings.options());
        Store<Item> right = stores.open(settings.right(), settings.options())) {
      report =
          engine(
                  settings,
                  new EndableStore(left, ended),
                  new EndableStore(right, ended),
                  opened,
                  neighbourhood,
                  listener)
              .sync();
    }
    if (report.stopped() == null && !ended.getAsBoolean() && neighbourhood.hasWork()) {
      Neighbour self = new Neighbour(profile, settings);
      Moves.Outcome moves =
          new Moves(stores, ledgers, leases, self, opened, settings.kind(), run, listener)
              .follow(neighbourhood.found(), neighbourhood.leftovers());
      report = with(report, moves);
    }
    weigh(profile, settings, opened, report, run, remarks);
    return result(profile, run, report, remarks);
  }

  /** Says how what is held can pass. Folders with which nothing is held need no confirmation. */
  private void weigh(
      Profile profile,
      RunSettings settings,
      Ledgers.Opened opened,
      RunReport report,
      long run,
      List<String> remarks) {
    if (report.stopped() != null) {
      return;
    }
    List<Held> held =
        opened.ledger().held().stream().filter(one -> one.verdict() == Held.Verdict.WAITS).toList();
    if (!held.isEmpty()) {
      boolean losses =
          settings.policy().direction() == Policy.Direction.TWO_WAY
              && held.stream().anyMatch(one -> one.doing().takesAway());
      remarks.add(
          (held.size() == 1 ? "1 action is" : held.size() + " actions are")
              + " held until you decide: 'tandem approve "
              + run
              + "' lists what they are and lets exactly these pass"
              + (losses
                  ? "; 'tandem approve " + run + " --reject' brings back what was lost"
                  : ""));
    } else if (opened.state() == Ledgers.State.OTHER_PLACES) {
      decisions.confirm(key(profile, settings));
    }
  }

  /** Also notes the end of a run that broke off by a fault of ours, which is thrown on. */
  private void finish(long run, Recorder recorder, @Nullable RunResult result) {
    recorder.flush();
    switch (result) {
      case null ->
          reports.finish(run, now(), ExitStatus.COULD_NOT_RUN, null, "ended by an internal error");
      case RunResult.Ran ran ->
          reports.finish(
              run, now(), ran.exitStatus(), ran.report(), String.join("; ", ran.remarks()));
      case RunResult.CouldNotRun not ->
          reports.finish(run, now(), ExitStatus.COULD_NOT_RUN, null, not.message());
    }
  }

  static LedgerKey key(Profile profile, RunSettings settings) {
    return new LedgerKey(
        profile.name(), settings.family(), settings.left().identity(), settings.right().identity());
  }

  private Neighbourhood neighbourhood(Profile profile, RunSettings settings) {
    return new Neighbourhood(new Neighbour(profile, settings), options, ledgers);
  }

  private static RunReport with(RunReport report, Moves.Outcome moves) {
    Map<Side, Integer> deleted = new EnumMap<>(Side.class);
    deleted.putAll(report.deleted());
    if (moves.deleted() > 0) {
      deleted.merge(Side.RIGHT, moves.deleted(), Integer::sum);
    }
    return new RunReport(
        report.links() + moves.links(),
        report.created(),
        report.updated(),
        deleted,
        moves.done(),
        report.adopted(),
        report.conflicts(),
        report.held(),
        report.guarded(),
        report.postponed(),
        report.failed() + moves.failed(),
        report.lost(),
        report.read(),
        report.problems(),
        null);
  }

  private Engine<Item> engine(
      RunSettings settings,
      Store<Item> left,
      Store<Item> right,
      Ledgers.Opened opened,
      Neighbours<Item> neighbours,
      RunListener listener) {
    return new Engine<>(
        settings.kind(),
        left,
        right,
        opened.ledger(),
        settings.policy(),
        new SeededIdentities(opened.seed(), surroundings.random()),
        listener,
        neighbours);
  }

  /** A run that a store ended before anything was done is one that could not run. */
  private static RunResult result(
      Profile profile, long run, RunReport report, List<String> remarks) {
    StoreException stopped = report.stopped();
    return stopped != null && idle(report)
        ? new RunResult.CouldNotRun(profile.name(), message(stopped), stopped)
        : new RunResult.Ran(profile.name(), run, report, remarks);
  }

  private static boolean idle(RunReport report) {
    return sum(report.created()) + sum(report.updated()) + sum(report.deleted()) == 0
        && report.adopted() + report.conflicts() + report.failed() == 0;
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  private static List<String> remarks(RunSettings settings, Ledgers.Opened opened) {
    List<String> remarks = new ArrayList<>(settings.remarks());
    switch (opened.state()) {
      case FIRST, KNOWN -> {}
      case OTHER_OPTIONS ->
          remarks.add("options have changed since the run before: every item was looked at again");
      case OTHER_PLACES ->
          remarks.add(
              "the profile connects other folders than before: items were matched anew"
                  + " and nothing was taken for deleted");
    }
    return remarks;
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private Instant now() {
    return surroundings.clock().instant();
  }
}
