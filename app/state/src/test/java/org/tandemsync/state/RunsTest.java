package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.ItemsKind;
import org.tandemsync.services.Leases;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Reports;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.Runs;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.ZoneNames;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.Options;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemKind;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.StoreException;
import org.tandemsync.testkit.Dials;
import org.tandemsync.testkit.MemoryStore;

/** Runs of profiles with the real engine and the real database. */
class RunsTest {
  private static final Path PST = Path.of("/o.pst").toAbsolutePath();
  private static final Path VDIR = Path.of("/vdir").toAbsolutePath();
  private static final Endpoint LEFT = new Endpoint.Pst(PST, "Tasks");
  private static final Endpoint RIGHT = new Endpoint.Directory(VDIR);
  private static final ZoneNames ZONES = zone -> Optional.of(ZoneId.of("UTC"));
  private static final ItemKind<Item> KIND = new ItemsKind(Projection.EVERYTHING, ZONES);
  private static final Profile PROFILE =
      Profile.twoWay(
          "Work", new OutlookEndpoint.Pst(PST, "Tasks"), new ServerEndpoint.Directory(VDIR));

  @TempDir Path home;
  private final Clockwork clock = new Clockwork();
  private final Surroundings surroundings = clock.surroundings(7);
  private final MemoryStores stores = new MemoryStores(KIND);
  private final MemoryStore<Item> left =
      stores.add(LEFT, "Tasks", Set.of(Family.TASKS), "pst 1/tasks");
  private final MemoryStore<Item> right =
      stores.add(RIGHT, "vdir", Set.of(Family.TASKS, Family.EVENTS), "vdir");
  private final List<Action> heard = new ArrayList<>();
  private final List<State> states = new ArrayList<>();

  @BeforeEach
  void configure() {
    open().profiles().replace(new Configuration(List.of(), List.of(PROFILE)));
  }

  @AfterEach
  void close() {
    states.forEach(State::close);
  }

  private State open() {
    State state = State.open(home, surroundings);
    states.add(state);
    return state;
  }

  private State state() {
    return states.getLast();
  }

  private Runs runs() {
    return new Runs(stores, state(), ZONES, surroundings);
  }

  private final RunListener listener =
      new RunListener() {
        @Override
        public void planned(Action action) {
          heard.add(action);
        }
      };

  private RunResult.Ran sync(Profile profile) {
    RunResult result = runs().sync(profile, listener);
    assertThat(result).isInstanceOf(RunResult.Ran.class);
    return (RunResult.Ran) result;
  }

  private static Item task(String subject) {
    return Task.builder()
        .uid("uid of " + subject)
        .subject(subject)
        .dueDate(LocalDate.of(2026, 4, 1))
        .build();
  }

  private static Task task(MemoryStore<Item> store, ItemId id) {
    return (Task) Objects.requireNonNull(store.items().get(id));
  }

  private static Item edited(Item item) {
    return ((Task) item).toBuilder().importance(Importance.HIGH).role("boss").build();
  }

  @Test
  void planIsWhatSyncDoesAndWritesNothing() {
    left.put(task("a"));
    right.put(task("b"));
    RunResult plan = runs().plan(PROFILE, listener);
    assertThat(plan.exitStatus()).isEqualTo(ExitStatus.DONE);
    List<Action> planned = List.copyOf(heard);
    assertThat(planned).hasSize(2);
    assertThat(left.written() + right.written()).isZero();
    assertThat(state().reports().runs(null, 9)).isEmpty();
    assertThat(state().ledgers().summary("Work")).isNull();
    heard.clear();
    RunResult.Ran ran = sync(PROFILE);
    assertThat(ran.exitStatus()).isEqualTo(ExitStatus.DONE);
    assertThat(heard).isEqualTo(planned);
    assertThat(left.items().values()).extracting(Item::title).containsExactlyInAnyOrder("a", "b");
    assertThat(right.items().values()).extracting(Item::title).containsExactlyInAnyOrder("a", "b");
    assertThat(stores.closed).isEqualTo(stores.opened);
  }

  @Test
  void aSecondRunReadsAndWritesNothing() {
    left.put(task("a"));
    right.put(task("b"));
    sync(PROFILE);
    sync(PROFILE);
    int read = left.bodiesRead() + right.bodiesRead();
    int written = left.written() + right.written();
    open();
    RunResult.Ran quiet = sync(PROFILE);
    assertThat(quiet.remarks()).isEmpty();
    assertThat(left.bodiesRead() + right.bodiesRead()).isEqualTo(read);
    assertThat(left.written() + right.written()).isEqualTo(written);
  }

  @Test
  void everyItemIsInTheReport() {
    var id = left.put(task("a"));
    sync(PROFILE);
    left.change(id, RunsTest::edited);
    clock.pass(Duration.ofMinutes(1));
    RunResult.Ran ran = sync(PROFILE);
    List<Reports.Run> runs = state().reports().runs("Work", 9);
    assertThat(runs).hasSize(2);
    assertThat(runs.getFirst())
        .isEqualTo(
            new Reports.Run(
                ran.run(),
                "Work",
                clock.instant(),
                clock.instant(),
                ExitStatus.DONE,
                ran.report(),
                ""));
    assertThat(state().reports().entries(ran.run()))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.outcome()).isEqualTo(Reports.Outcome.DONE);
              assertThat(e.line().action()).isEqualTo("update");
              assertThat(e.line().side()).isEqualTo("server");
              assertThat(e.line().title()).isEqualTo("a");
              assertThat(e.line().fields()).containsExactlyInAnyOrder("importance", "role");
            });
    assertThat(state().reports().runs("Home", 9)).isEmpty();
  }

  @Test
  void aFailedItemNeedsAttention() {
    left.put(task("a"));
    right.dials().failing(effect -> Dials.Fault.REFUSED);
    RunResult.Ran ran = sync(PROFILE);
    assertThat(ran.exitStatus()).isEqualTo(ExitStatus.ATTENTION);
    assertThat(state().reports().entries(ran.run()))
        .anySatisfy(e -> assertThat(e.outcome()).isEqualTo(Reports.Outcome.FAILED));
  }

  @Test
  void anUnreachableServerIsOneThatCouldNotRun() {
    right.dials().downAfter(0, new StoreException(StoreException.Reason.UNREACHABLE, "h is down"));
    RunResult result = runs().sync(PROFILE, RunListener.SILENT);
    assertThat(result).isInstanceOf(RunResult.CouldNotRun.class);
    assertThat(((RunResult.CouldNotRun) result).message()).isEqualTo("h is down");
    assertThat(result.exitStatus().code()).isEqualTo(2);
    assertThat(state().reports().runs("Work", 1).getFirst().message()).isEqualTo("h is down");
    // and the lease was given back
    assertThat(state().leases().take("Work")).isInstanceOf(Leases.Lease.class);
  }

  @Test
  void aSecondRunAtTheSameTimeIsRefused() {
    State other = State.open(home, surroundings, new Owner("other machine", 1, 1));
    try (other;
        Leases.Lease lease = (Leases.Lease) other.leases().take("Work")) {
      RunResult result = runs().sync(PROFILE, RunListener.SILENT);
      assertThat(result.exitStatus()).isEqualTo(ExitStatus.COULD_NOT_RUN);
      assertThat(((RunResult.CouldNotRun) result).message())
          .contains("'Work' is being synced already, by process 1 on other");
      assertThat(stores.opened).isZero();
      assertThat(lease.token()).isPositive();
      // looking is free
      assertThat(runs().plan(PROFILE, listener).exitStatus()).isEqualTo(ExitStatus.DONE);
    }
  }

  @Test
  void anInterruptedRunIsTakenOver() {
    State killed = State.open(home, surroundings, new Owner("other machine", 1, 1));
    killed.leases().take("Work");
    killed.close();
    clock.pass(Duration.ofSeconds(Leases.SILENCE_SECONDS));
    left.put(task("a"));
    assertThat(sync(PROFILE).remarks())
        .singleElement()
        .asString()
        .contains("did not come to its end");
    assertThat(right.items()).hasSize(1);
  }

  /** The data file was replaced by another one: what is missing in it was not deleted. */
  @Test
  void anotherFolderBehindTheProfileDeletesNothing() {
    left.put(task("a"));
    left.put(task("b"));
    left.put(task("c"));
    sync(PROFILE);
    MemoryStore<Item> replaced = stores.add(LEFT, "Tasks", Set.of(Family.TASKS), "pst 2/tasks");
    replaced.put(task("b"));
    RunResult.Ran ran = sync(PROFILE);
    assertThat(ran.remarks())
        .hasSize(2)
        .anyMatch(remark -> remark.contains("nothing was taken for deleted"))
        .anyMatch(remark -> remark.contains("2 actions are held"));
    assertThat(ran.report().deleted().values()).allMatch(n -> n == 0);
    assertThat(right.items()).hasSize(3);
    assertThat(replaced.items()).as("mixed only after a yes").hasSize(1);
    assertThat(sync(PROFILE).report().held()).isEqualTo(2);
    List<Held> held =
        state().decisions().held("Work").stream().map(Decisions.OnHold::held).toList();
    assertThat(state().decisions().decide("Work", held, Held.Verdict.APPROVED)).isEqualTo(2);
    replaced.put(task("d"));
    assertThat(sync(PROFILE).remarks()).isEmpty();
    assertThat(replaced.items()).hasSize(4);
    assertThat(right.items()).hasSize(4);
    assertThat(state().decisions().held("Work")).isEmpty();
    // the old file is back: its own ledger still knows it
    stores.put(LEFT, "Tasks", Set.of(Family.TASKS), "pst 1/tasks", left);
    sync(PROFILE);
    assertThat(left.items()).hasSize(4);
    assertThat(right.items()).hasSize(4);
  }

  /** A clock that was ahead once, and is right again. */
  @Test
  void aClockThatGoesBackDoesNotHideWhatIsHeld() {
    left.put(task("a"));
    left.put(task("b"));
    clock.pass(Duration.ofDays(365));
    sync(PROFILE);
    clock.pass(Duration.ofDays(-365));
    MemoryStore<Item> replaced = stores.add(LEFT, "Tasks", Set.of(Family.TASKS), "pst 2/tasks");
    assertThat(sync(PROFILE).remarks()).anyMatch(remark -> remark.contains("2 actions are held"));
    assertThat(state().decisions().held("Work")).hasSize(2);
    assertThat(sync(PROFILE).report().held()).isEqualTo(2);
    assertThat(replaced.items()).as("mixed only after a yes").isEmpty();
    // and back to the first one, at the same time: its ledger is the one that was used last
    stores.put(LEFT, "Tasks", Set.of(Family.TASKS), "pst 1/tasks", left);
    sync(PROFILE);
    assertThat(state().decisions().held("Work")).isEmpty();
    assertThat(summary().links()).isEqualTo(2);
  }

  @Test
  void aConflictIsOpenUntilSomebodyDecidesIt() {
    var id = left.put(task("a"));
    Profile asking = with(Set.of(), Policy.Conflicts.ASK);
    sync(asking);
    var there = right.items().keySet().iterator().next();
    left.change(id, item -> ((Task) item).toBuilder().role("boss").build());
    right.change(there, item -> ((Task) item).toBuilder().role("clerk").build());
    assertThat(sync(asking).exitStatus()).isEqualTo(ExitStatus.ATTENTION);
    assertThat(summary().openConflicts()).isEqualTo(1);
    sync(asking);
    assertThat(summary().openConflicts()).isEqualTo(1);
    assertThat(task(left, id).role()).isEqualTo("boss");
    left.change(id, item -> ((Task) item).toBuilder().role("clerk").build());
    sync(asking);
    assertThat(summary().openConflicts()).isZero();
    assertThat(state().ledgers().conflicts("Work", 9)).hasSize(1);
  }

  private Ledgers.Summary summary() {
    return Objects.requireNonNull(state().ledgers().summary("Work"));
  }

  private static Profile with(Set<String> exclude) {
    return with(exclude, Policy.Conflicts.MERGE);
  }

  private static Profile with(Set<String> exclude, Policy.Conflicts conflicts) {
    return new Profile(
        "Work",
        true,
        Family.TASKS,
        PROFILE.outlook(),
        PROFILE.server(),
        new Policy(Policy.Direction.TWO_WAY, Policy.Extra.KEEP, conflicts, Policy.Guard.USUAL),
        null,
        exclude,
        null,
        Set.of(),
        Options.USUAL);
  }

  @Test
  void aFieldThatIsIncludedLaterIsNoEdit() {
    Profile less = with(Set.of("importance", "role"));
    var id = left.put(edited(task("a")));
    sync(less);
    var there = right.items().keySet().iterator().next();
    assertThat(task(right, there).role()).isEmpty();
    right.change(there, item -> ((Task) item).toBuilder().role("clerk").build());
    sync(less);
    assertThat(task(left, id).role()).isEqualTo("boss");
    // Now the field takes part: both sides have a value that the other never saw.
    RunResult.Ran ran = sync(with(Set.of()));
    assertThat(ran.remarks()).singleElement().asString().contains("options have changed");
    assertThat(ran.report().conflicts()).isEqualTo(1);
    assertThat(task(right, there).importance()).isEqualTo(Importance.HIGH);
    assertThat(state().ledgers().conflicts("Work", 9))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(((Task) c.left()).role()).isEqualTo("boss");
              assertThat(((Task) c.right()).role()).isEqualTo("clerk");
              assertThat(c.winner()).isEqualTo(Side.LEFT);
            });
  }

  /** However many have a value on both sides that the other never saw: nobody has spoiled any. */
  @Test
  void manyFieldsThatAreIncludedLaterAreNotHeld() {
    for (int i = 0; i < 60; i++) {
      left.put(edited(task("t" + i)));
    }
    Profile less = with(Set.of("role"));
    sync(less);
    for (var there : right.items().keySet()) {
      right.change(there, item -> ((Task) item).toBuilder().role("clerk").build());
    }
    sync(less);
    RunResult.Ran ran = sync(with(Set.of()));
    assertThat(ran.report().held()).isZero();
    assertThat(ran.report().conflicts()).isEqualTo(60);
    assertThat(right.items().values())
        .extracting(item -> ((Task) item).role())
        .containsOnly("boss");
  }

  @Test
  void anOptionWithoutEffectIsSaid() {
    assertThat(sync(with(Set.of("photo"))).remarks())
        .containsExactly("'exclude' names 'photo', which tasks do not have");
  }

  @Test
  void foldersThatDoNotFitAreSaid() {
    stores.add(RIGHT, "Book", Set.of(Family.CONTACTS), "book");
    assertThat(runs().sync(PROFILE, RunListener.SILENT))
        .isEqualTo(
            new RunResult.CouldNotRun(
                "Work",
                "Tasks holds tasks, but Book holds contacts; name two that fit in profile 'Work'"));
  }

  private long syncUntilOldThingsAreLookedFor() {
    long run;
    do {
      run = sync(PROFILE).run();
    } while (run % 20 != 0);
    return run;
  }

  /** What is dropped is gone for good: a clock is believed when it has stood for a day. */
  @Test
  void aClockThatIsAheadOnceDropsNothing() {
    left.put(task("a"));
    long first = sync(PROFILE).run();
    clock.pass(Duration.ofDays(2));
    sync(PROFILE);
    clock.pass(Duration.ofDays(365));
    syncUntilOldThingsAreLookedFor();
    assertThat(state().history().of(first)).isNotEmpty();
    clock.pass(Duration.ofDays(-364));
    syncUntilOldThingsAreLookedFor();
    assertThat(state().history().of(first)).isNotEmpty();
    assertThat(state().reports().runs("Work", 99)).extracting(Reports.Run::id).contains(first);
  }

  @Test
  void oldThingsAreDroppedAfterTheirTime() {
    left.put(task("a"));
    long first = sync(PROFILE).run();
    clock.pass(Duration.ofDays(29));
    syncUntilOldThingsAreLookedFor();
    clock.pass(Duration.ofDays(1));
    syncUntilOldThingsAreLookedFor();
    assertThat(state().history().of(first)).as("30 days are not over yet").isNotEmpty();
    clock.pass(Duration.ofDays(1));
    syncUntilOldThingsAreLookedFor();
    clock.pass(Duration.ofDays(1));
    syncUntilOldThingsAreLookedFor();
    assertThat(state().history().of(first)).isEmpty();
    assertThat(state().reports().runs("Work", 99))
        .extracting(Reports.Run::id)
        .doesNotContain(first);
  }

  @Test
  void reportsAreKeptForAWhileOnly() {
    for (int i = 0; i < 3; i++) {
      sync(PROFILE);
      clock.pass(Duration.ofDays(10));
    }
    state().reports().prune(clock.instant().minus(Duration.ofDays(25)), 500);
    assertThat(state().reports().runs("Work", 9)).hasSize(2);
    state().reports().prune(clock.instant().minus(Duration.ofDays(25)), 1);
    assertThat(state().reports().runs("Work", 9)).hasSize(1);
  }
}
