package org.tandemsync.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/**
 * Takes back what runs did to items, by writing forward: the next sync sees a change that somebody
 * made on that side, and brings it to the other one. An undo is a run itself, with versions that
 * can be taken back.
 *
 * <p>A copy that is taken back is deleted, but not what it is a copy of: its link is forgotten
 * first, so that a sync makes it again unless the profile was changed. One whose original is gone
 * stays.
 */
public final class Undo {
  private final Stores stores;
  private final Profiles profiles;
  private final Ledgers ledgers;
  private final Leases leases;
  private final Reports reports;
  private final History history;
  private final ProfileSettings options;
  private final Surroundings surroundings;

  public Undo(Stores stores, Memory memory, ZoneNames zones, Surroundings surroundings) {
    this.stores = stores;
    this.profiles = memory.profiles();
    this.ledgers = memory.ledgers();
    this.leases = memory.leases();
    this.reports = memory.reports();
    this.history = memory.history();
    this.options = new ProfileSettings(stores, memory, zones, surroundings);
    this.surroundings = surroundings;
  }

  /** What becomes, or became, of a version. */
  public enum Fate {
    /** The item holds again what it held before. */
    RESTORED("restore"),
    /** The item that was made is deleted. */
    DELETED("delete"),
    /** There is nothing to take back. */
    UNCHANGED("unchanged"),
    /** It is left as it is; the reason says why. */
    LEFT("left"),
    FAILED("failed");

    private final String label;

    Fate(String label) {
      this.label = label;
    }

    /** The word for this in JSON and messages. */
    public String label() {
      return label;
    }
  }

  /**
   * One version and its fate.
   *
   * @param fields what of an item that is there is restored
   * @param reason why it, or some of its fields, is left; or why it failed; or ""
   */
  public record Line(Version version, Fate fate, List<String> fields, String reason) {
    public Line {
      fields = List.copyOf(fields);
    }
  }

  /**
   * What {@link #undo} would do now. Writes nothing anywhere.
   *
   * @param versions of one profile
   * @param force also what was changed since
   */
  public void plan(List<Version> versions, boolean force, Consumer<Line> lines) {
    Profile profile = profile(versions);
    RunSettings settings = settings(profile, versions);
    Ledgers.Opened opened = ledgers.view(Runs.key(profile, settings), settings.fingerprint());
    try (Store<Item> left = stores.open(settings.left(), settings.options());
        Store<Item> right = stores.open(settings.right(), settings.options())) {
      RunDeeds deeds = new RunDeeds(history);
      Set<Version.Number> back = new HashSet<>();
      for (Batch batch : batches(versions)) {
        for (TakingBack.Step step :
            takingBack(settings, opened, left, right, batch.side(), deeds, force)
                .decide(batch.versions(), back)) {
          lines.accept(step.line());
          noteBack(step.line(), back);
        }
      }
    }
  }

  /**
   * Takes versions back, the latest first.
   *
   * @param of what users call it: "run 12"
   * @return the number of the run that this is
   */
  public long undo(List<Version> versions, boolean force, String of, Consumer<Line> lines) {
    Profile profile = profile(versions);
    return switch (leases.take(profile.name())) {
      case Leases.Taken taken -> throw new CannotRun(Runs.busy(profile, taken));
      case Leases.Lease lease -> {
        try (lease;
            Heartbeat _ = new Heartbeat(lease)) {
          yield undo(profile, versions, force, of, lease, lines);
        }
      }
    };
  }

  private long undo(
      Profile profile,
      List<Version> versions,
      boolean force,
      String of,
      Leases.Lease lease,
      Consumer<Line> lines) {
    RunSettings settings = settings(profile, versions);
    long run = reports.begin(profile.name(), now());
    UndoneCount count = new UndoneCount();
    String message = "undo of " + of;
    try {
      Ledgers.Opened opened =
          ledgers.open(Runs.key(profile, settings), settings.fingerprint(), lease, run);
      if (!opened.ledger().openIntents().isEmpty()) {
        throw new CannotRun(
            "The last run of profile '"
                + profile.name()
                + "' did not come to its end. Nothing was taken back. Next step: tandem sync "
                + ShellWord.profile(profile));
      }
      try (Store<Item> left = stores.open(settings.left(), settings.options());
          Store<Item> right = stores.open(settings.right(), settings.options())) {
        RunDeeds deeds = new RunDeeds(history);
        Set<Version.Number> back = new HashSet<>();
        Consumer<Line> told =
            line -> {
              noteBack(line, back);
              lines.accept(line);
            };
        for (Batch batch : batches(versions)) {
          Store<Item> store = batch.side() == Side.LEFT ? left : right;
          carryOut(
              new KeptWrites(history, run, Runs.key(profile, settings)),
              opened.ledger(),
              store,
              takingBack(settings, opened, left, right, batch.side(), deeds, force)
                  .decide(batch.versions(), back),
              count,
              told);
        }
      }
      count.links = opened.ledger().heads().size();
      count.stopped = false;
      return run;
    } catch (StoreException | CannotRun e) {
      message += "; " + e.getMessage();
      throw e;
    } finally {
      reports.finish(run, now(), count.status(), count.stopped ? null : count.report(), message);
    }
  }

  private Profile profile(List<Version> versions) {
    String name = versions.getFirst().places().profile();
    Configuration configuration = profiles.configuration();
    return configuration
        .profile(name)
        .orElseThrow(
            () ->
                new CannotRun(
                    "There is no profile '"
                        + name
                        + "' any more, so nobody knows where its items are. Next step: 'tandem"
                        + " show' prints what they held."));
  }

  private RunSettings settings(Profile profile, List<Version> versions) {
    RunSettings settings = options.freeze(profile);
    LedgerKey now = Runs.key(profile, settings);
    if (versions.stream().anyMatch(version -> !version.places().equals(now))) {
      throw new CannotRun(
          "Profile '"
              + profile.name()
              + "' connected other folders then. Nothing was taken back. Next step: let it connect"
              + " them again, or 'tandem show' prints what the items held.");
    }
    return settings;
  }

  /** What came from a merged item is taken out of the other one only when that is back. */
  private static void noteBack(Line line, Set<Version.Number> back) {
    if (line.fate() == Fate.RESTORED || line.fate() == Fate.UNCHANGED) {
      back.add(line.version().number());
    }
  }

  private TakingBack takingBack(
      RunSettings settings,
      Ledgers.Opened opened,
      Store<Item> left,
      Store<Item> right,
      Side side,
      RunDeeds deeds,
      boolean force) {
    return new TakingBack(
        settings.kind(),
        opened.ledger(),
        history,
        new SeededIdentities(opened.seed(), surroundings.random()),
        side == Side.LEFT ? left : right,
        side == Side.LEFT ? right : left,
        side,
        deeds,
        force);
  }

  /** Versions of one side, each of another item. */
  private record Batch(Side side, List<Version> versions) {}

  /** The latest first: of several changes of one item the first one has the last word. */
  private static List<Batch> batches(List<Version> versions) {
    List<Batch> batches = new ArrayList<>();
    Set<Object> items = new HashSet<>();
    for (Version version : versions.reversed()) {
      boolean fits =
          !batches.isEmpty()
              && batches.getLast().side() == version.side()
              && batches.getLast().versions().size() < Items.BATCH
              && !items.contains(version.link())
              && !items.contains(version.id());
      if (!fits) {
        batches.add(new Batch(version.side(), new ArrayList<>()));
        items.clear();
      }
      batches.getLast().versions().add(version);
      items.add(version.link());
      items.add(version.id());
    }
    return batches;
  }

  private void carryOut(
      KeptWrites writes,
      Ledger<Item> ledger,
      Store<Item> store,
      List<TakingBack.Step> steps,
      UndoneCount count,
      Consumer<Line> lines) {
    List<TakingBack.Step> doing = steps.stream().filter(s -> s.effect() != null).toList();
    List<Line> told = new ArrayList<>();
    steps.stream().filter(s -> s.effect() == null).forEach(s -> told.add(s.line()));
    if (!doing.isEmpty()) {
      forgetLinks(ledger, doing);
      List<Written> outcomes = writes.write(store, doing.stream().map(Undo::deed).toList());
      for (int i = 0; i < doing.size(); i++) {
        Line line = doing.get(i).line();
        String trouble = trouble(outcomes.get(i));
        told.add(
            trouble.isEmpty()
                ? line
                : new Line(line.version(), Fate.FAILED, line.fields(), trouble));
      }
    }
    for (Line line : told) {
      count.add(line);
      lines.accept(line);
    }
    reports.add(writes.run(), told.stream().map(this::entry).toList());
  }

  private static Deed<Item> deed(TakingBack.Step step) {
    Effect<Item> effect = Objects.requireNonNull(step.effect());
    Replica<Item> now = step.before();
    return new Deed<>(
        effect instanceof Effect.Create<Item> create
            ? create.stamp().link()
            : step.version().link(),
        step.version().side(),
        effect,
        now == null ? step.version().id() : now.id(),
        now == null ? null : now.item(),
        true,
        now != null && effect instanceof Effect.Delete ? now.original() : null);
  }

  /**
   * Before the copy goes: else the next sync would take its absence for a deletion, or overwrite
   * what it kept of a conflict. What was linked is new again, also where nothing is written now:
   * the next listings have to name it.
   */
  private static void forgetLinks(Ledger<Item> ledger, List<TakingBack.Step> doing) {
    Commit.Builder<Item> commit = new Commit.Builder<>();
    for (TakingBack.Step step : doing) {
      if (step.forget() != null) {
        commit.remove(step.forget());
        for (Side side : Side.values()) {
          commit.checkpoint(side, Optional.empty());
        }
      }
      if (step.undecided() != null) {
        commit.decided(step.undecided());
      }
    }
    ledger.commit(commit.build());
  }

  /** Why it was not done, or "". */
  private static String trouble(Written written) {
    return switch (written) {
      case Written.Done _ -> "";
      case Written.Gone _ -> "it was deleted at the same time";
      case Written.Stale _ -> "somebody changed it at the same time";
      case Written.Exists exists -> exists.reason();
      case Written.Refused refused -> refused.reason();
      case Written.NotDone not -> not.reason();
      case Written.Unknown unknown ->
          "perhaps not done, undo it once more to find out: " + unknown.reason();
    };
  }

  private Reports.Entry entry(Line line) {
    Version version = line.version();
    return new Reports.Entry(
        now(),
        switch (line.fate()) {
          case RESTORED, DELETED -> Reports.Outcome.DONE;
          case UNCHANGED, LEFT -> Reports.Outcome.LEFT;
          case FAILED -> Reports.Outcome.FAILED;
        },
        new ActionLine(
            line.fate() == Fate.DELETED ? "delete" : "restore",
            version.side().label(),
            version.title(),
            line.fields(),
            List.of(),
            "undo of "
                + version.number().text()
                + (line.reason().isEmpty() ? "" : ": " + line.reason())),
        line.fate() == Fate.FAILED ? line.reason() : "",
        List.of());
  }

  private Instant now() {
    return surroundings.clock().instant();
  }
}
