package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.tandemsync.items.Body;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.History;
import org.tandemsync.services.ItemsKind;
import org.tandemsync.services.Reports;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.Runs;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.Undo;
import org.tandemsync.services.Undo.Fate;
import org.tandemsync.services.Version;
import org.tandemsync.services.ZoneNames;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.Options;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.StoreException;
import org.tandemsync.testkit.Dials;
import org.tandemsync.testkit.MemoryStore;

/** What runs do is kept, and taken back by writing forward. */
class UndoTest {
  private static final Path PST = Path.of("/o.pst").toAbsolutePath();
  private static final Path VDIR = Path.of("/vdir").toAbsolutePath();
  private static final Endpoint LEFT = new Endpoint.Pst(PST, "Tasks");
  private static final Endpoint RIGHT = new Endpoint.Directory(VDIR);
  private static final ZoneNames ZONES = zone -> Optional.of(ZoneId.of("UTC"));

  /** The role takes no part. */
  private static final Profile PROFILE =
      new Profile(
          "Work",
          true,
          Family.TASKS,
          new OutlookEndpoint.Pst(PST, "Tasks"),
          new ServerEndpoint.Directory(VDIR),
          new Policy(
              Policy.Direction.TWO_WAY,
              Policy.Extra.KEEP,
              Policy.Conflicts.MERGE,
              new Policy.Guard(100, 100, false)),
          null,
          Set.of("role"),
          null,
          Set.of(),
          Options.USUAL);

  @TempDir Path home;
  private final Clockwork clock = new Clockwork();
  private final Surroundings surroundings = clock.surroundings(7);
  private final MemoryStores stores = new MemoryStores(new ItemsKind(Projection.EVERYTHING, ZONES));
  private final MemoryStore<Item> left =
      stores.add(LEFT, "Tasks", Set.of(Family.TASKS), "pst 1/tasks");
  private final MemoryStore<Item> right = stores.add(RIGHT, "vdir", Set.of(Family.TASKS), "vdir");

  @SuppressWarnings("NullAway.Init")
  private State state;

  @BeforeEach
  void configure() {
    state = State.open(home, surroundings);
    state.profiles().replace(new Configuration(List.of(), List.of(PROFILE)));
  }

  @AfterEach
  void close() {
    state.close();
  }

  private long sync() {
    assertThat(run()).isInstanceOf(RunResult.Ran.class);
    return state.reports().runs("Work", 1).getFirst().id();
  }

  private RunResult run() {
    clock.pass(Duration.ofMinutes(1));
    return new Runs(stores, state, ZONES, surroundings).sync(PROFILE, RunListener.SILENT);
  }

  private Undo undo() {
    return new Undo(stores, state, ZONES, surroundings);
  }

  /** What became of each version of a run, the latest first. */
  private List<Fate> undo(long run, boolean force) {
    List<Version> versions = state.history().of(run);
    List<Undo.Line> planned = new ArrayList<>();
    undo().plan(versions, force, planned::add);
    List<Undo.Line> lines = new ArrayList<>();
    lastUndo = undo().undo(versions, force, "run " + run, lines::add);
    assertThat(lines).as("the plan").containsExactlyInAnyOrderElementsOf(planned);
    return lines.stream().map(Undo.Line::fate).toList();
  }

  private long lastUndo;

  private static Task task(String subject) {
    return Task.builder()
        .uid("uid of " + subject)
        .subject(subject)
        .role("clerk")
        .dueDate(LocalDate.of(2026, 4, 1))
        .build();
  }

  private static String subject(MemoryStore<Item> store) {
    assertThat(store.items()).hasSize(1);
    return store.items().values().iterator().next().title();
  }

  private static void rename(MemoryStore<Item> store, String subject) {
    ItemId id = store.items().keySet().iterator().next();
    store.change(id, item -> ((Task) item).toBuilder().subject(subject).build());
  }

  private Version only(long run) {
    List<Version> versions = state.history().of(run);
    assertThat(versions).hasSize(1);
    return versions.getFirst();
  }

  @Test
  void whatAnUpdateReplacedIsKept() {
    left.put(task("plan"));
    sync();
    rename(left, "plan B");
    long run = sync();
    Version version = only(run);
    assertThat(version.number().text()).isEqualTo(run + ".1");
    assertThat(Version.Number.parse(run + ".1")).contains(version.number());
    assertThat(version.side()).isEqualTo(Side.RIGHT);
    assertThat(version.kind()).isEqualTo(Version.Kind.UPDATED);
    assertThat(version.fields()).containsExactly("subject");
    assertThat(version.certain()).isTrue();
    History.Kept kept = state.history().kept(version.number()).orElseThrow();
    assertThat(Objects.requireNonNull(kept.before()).title()).isEqualTo("plan");
    assertThat(Objects.requireNonNull(kept.after()).title()).isEqualTo("plan B");
    assertThat(state.history().search("Work", "PLAN b", 9)).containsExactly(version);
    assertThat(state.history().search("Work", null, 1)).containsExactly(version);
    assertThat(state.history().search("Home", null, 9)).isEmpty();
    assertThat(state.history().search(null, "picnic", 9)).isEmpty();
  }

  @Test
  void anUpdateIsTakenBackOnBothSides() {
    left.put(task("plan"));
    sync();
    rename(left, "plan B");
    assertThat(undo(sync(), false)).containsExactly(Fate.RESTORED);
    assertThat(subject(right)).isEqualTo("plan");
    assertThat(subject(left)).isEqualTo("plan B");
    sync();
    assertThat(subject(left)).isEqualTo("plan");
    long quiet = sync();
    assertThat(state.history().of(quiet)).isEmpty();
  }

  @Test
  void whatWasChangedSinceIsLeftAlone() {
    left.put(task("plan"));
    sync();
    rename(left, "plan B");
    long run = sync();
    rename(right, "plan C");
    assertThat(undo(run, false)).containsExactly(Fate.LEFT);
    assertThat(subject(right)).isEqualTo("plan C");
    assertThat(undo(run, true)).containsExactly(Fate.RESTORED);
    assertThat(subject(right)).isEqualTo("plan");
    assertThat(undo(run, false)).containsExactly(Fate.UNCHANGED);
  }

  /** Whole: also what takes no part in the profile. */
  @Test
  void aDeletedItemComesBackWhole() {
    ItemId there = right.put(task("plan"));
    sync();
    left.remove(left.items().keySet().iterator().next());
    long run = sync();
    assertThat(right.items()).isEmpty();
    assertThat(only(run).kind()).isEqualTo(Version.Kind.DELETED);
    assertThat(only(run).id()).isEqualTo(there);
    assertThat(undo(run, false)).containsExactly(Fate.RESTORED);
    assertThat(right.items().values()).containsExactly(task("plan"));
    assertThat(undo(run, false)).containsExactly(Fate.UNCHANGED);
    sync();
    assertThat(subject(left)).isEqualTo("plan");
    assertThat(right.items()).hasSize(1);
  }

  @Test
  void aCopyIsTakenBackAndItsOriginalStays() {
    left.put(task("plan"));
    long run = sync();
    assertThat(undo(run, false)).containsExactly(Fate.DELETED);
    assertThat(right.items()).isEmpty();
    assertThat(subject(left)).isEqualTo("plan");
    sync();
    assertThat(subject(left)).as("nobody deleted it").isEqualTo("plan");
    assertThat(subject(right)).as("made again").isEqualTo("plan");
  }

  @Test
  void aCopyThatSomebodyHasChangedStays() {
    left.put(task("plan"));
    long run = sync();
    rename(right, "plan B");
    assertThat(undo(run, false)).containsExactly(Fate.LEFT);
    assertThat(subject(right)).isEqualTo("plan B");
  }

  @Test
  void anUndoCanBeUndone() {
    right.put(task("plan"));
    sync();
    left.remove(left.items().keySet().iterator().next());
    long deletion = sync();
    undo(deletion, false);
    long first = lastUndo;
    sync();
    assertThat(undo(first, false)).containsExactly(Fate.DELETED);
    assertThat(right.items()).isEmpty();
    assertThat(undo(lastUndo, false)).containsExactly(Fate.RESTORED);
    assertThat(right.items().values()).containsExactly(task("plan"));
    sync();
    assertThat(subject(left)).isEqualTo("plan");
    assertThat(right.items()).hasSize(1);
  }

  @Test
  void anUndoOfAnUndoneUpdateBringsTheNewValueBack() {
    left.put(task("plan"));
    sync();
    rename(left, "plan B");
    undo(sync(), false);
    sync();
    assertThat(undo(lastUndo, false)).containsExactly(Fate.RESTORED);
    sync();
    assertThat(subject(left)).isEqualTo("plan B");
    assertThat(subject(right)).isEqualTo("plan B");
  }

  /** What each side held before they became one is its own, whatever was written since. */
  @Test
  void whatWasBroughtTogetherIsTakenApartAlsoLater() {
    long run = broughtTogether();
    assertThat(undo(run, false)).containsExactly(Fate.RESTORED);
    assertThat(body(left)).isEmpty();
    sync();
    assertThat(body(right)).isEqualTo("the other side's own");
  }

  /** A history from before it was noted. */
  @Test
  void whatWasPerhapsBroughtTogetherIsLeftAlone() {
    long run = broughtTogether();
    Tampering.run(home, "update deed set joined = null");
    assertThat(undo(run, false)).containsExactly(Fate.LEFT);
    assertThat(body(left)).isEqualTo("the other side's own");
    assertThat(undo(run, true)).containsExactly(Fate.RESTORED);
  }

  /** The run that linked two items; one of them was edited and synced since. */
  private long broughtTogether() {
    left.put(task("plan"));
    right.put(task("plan").toBuilder().body(Body.plain("the other side's own")).build());
    long run = sync();
    assertThat(only(run).side()).isEqualTo(Side.LEFT);
    rename(right, "plan B");
    sync();
    assertThat(subject(left)).isEqualTo("plan B");
    return run;
  }

  private static String body(MemoryStore<Item> store) {
    return ((Task) store.items().values().iterator().next()).body().plain();
  }

  @Test
  void anUndoIsARunInTheReports() {
    left.put(task("plan"));
    sync();
    rename(left, "plan B");
    long run = sync();
    undo(run, false);
    Reports.Run report = state.reports().runs("Work", 1).getFirst();
    assertThat(report.id()).isEqualTo(lastUndo);
    assertThat(report.status()).isEqualTo(ExitStatus.DONE);
    assertThat(report.message()).isEqualTo("undo of run " + run);
    assertThat(Objects.requireNonNull(report.report()).updated()).containsEntry(Side.RIGHT, 1);
    assertThat(state.reports().entries(lastUndo))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.line().action()).isEqualTo("restore");
              assertThat(e.line().fields()).containsExactly("subject");
            });
  }

  @Test
  void whatFailsIsNotInTheHistory() {
    left.put(task("plan"));
    sync();
    rename(left, "plan B");
    long run = sync();
    right.dials().failing(effect -> Dials.Fault.REFUSED);
    List<Undo.Line> lines = new ArrayList<>();
    long failed = undo().undo(state.history().of(run), false, "run " + run, lines::add);
    assertThat(lines).singleElement().extracting(Undo.Line::fate).isEqualTo(Fate.FAILED);
    assertThat(state.history().of(failed)).isEmpty();
    assertThat(state.reports().runs("Work", 1).getFirst().status()).isEqualTo(ExitStatus.ATTENTION);
  }

  @Test
  void aLostAnswerIsNotCertain() {
    left.put(task("plan"));
    sync();
    rename(left, "plan B");
    long run = sync();
    right.dials().failing(effect -> Dials.Fault.LOST_AFTER);
    List<Undo.Line> lines = new ArrayList<>();
    long lost = undo().undo(state.history().of(run), false, "run " + run, lines::add);
    assertThat(lines).singleElement().extracting(Undo.Line::fate).isEqualTo(Fate.FAILED);
    assertThat(only(lost).certain()).isFalse();
    assertThat(subject(right)).isEqualTo("plan");
    right.dials().failing(effect -> Dials.Fault.NONE);
    assertThat(undo(run, false)).containsExactly(Fate.UNCHANGED);
  }

  /** A run that is ended before it hears the answer: what it did is found out by the next one. */
  @Test
  void whatACutOffRunDidBelongsToIt() {
    left.put(task("plan"));
    sync();
    rename(left, "plan B");
    right
        .dials()
        .failing(effect -> Dials.Fault.LOST_AFTER)
        .downAfter(4, new StoreException(StoreException.Reason.UNREACHABLE, "the server is down"));
    run();
    long cut = state.reports().runs("Work", 1).getFirst().id();
    right.dials().calm();
    assertThat(subject(right)).as("the cut was after the write").isEqualTo("plan B");
    assertThat(state.history().of(cut)).isEmpty();
    sync();
    assertThat(only(cut).fields()).containsExactly("subject");
    assertThat(undo(cut, false)).containsExactly(Fate.RESTORED);
    assertThat(subject(right)).isEqualTo("plan");
  }

  @Test
  void anotherFolderBehindTheProfileIsLeftAlone() {
    left.put(task("plan"));
    long run = sync();
    stores.add(LEFT, "Tasks", Set.of(Family.TASKS), "pst 2/tasks");
    assertThatThrownBy(() -> undo(run, false))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("other folders");
    assertThat(right.items()).hasSize(1);
    state.profiles().replace(new Configuration(List.of(), List.of()));
    assertThatThrownBy(() -> undo(run, false))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("no profile 'Work' any more");
  }

  @Test
  void theHistoryEnds() {
    left.put(task("plan"));
    long run = sync();
    clock.pass(Duration.ofDays(10));
    state.reports().prune(clock.instant().minus(Duration.ofDays(9)).minus(Duration.ofDays(9)), 0);
    assertThat(state.reports().runs(null, 9)).as("its history is kept").hasSize(1);
    state.history().prune(clock.instant().minus(Duration.ofDays(9)));
    assertThat(state.history().of(run)).isEmpty();
    state.reports().prune(clock.instant().minus(Duration.ofDays(18)), 0);
    assertThat(state.reports().runs(null, 9)).isEmpty();
  }
}
