package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Family;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.ItemsKind;
import org.tandemsync.services.Leases;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.Runs;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.ZoneNames;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemKind;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.StoreException;
import org.tandemsync.testkit.MemoryStore;
import org.tandemsync.testkit.Steps;

/** What somebody moves from one profile's folder to another's is moved on the other side too. */
class MovesTest {
  private static final Path PST = Path.of("/o.pst").toAbsolutePath();
  private static final ZoneNames ZONES = zone -> Optional.of(ZoneId.of("UTC"));
  private static final ItemKind<Item> KIND = new ItemsKind(Projection.EVERYTHING, ZONES);

  @TempDir Path home;
  private final Surroundings surroundings = new Clockwork().surroundings(7);
  private final MemoryStores stores = new MemoryStores(KIND);
  private Steps steps = Steps.NONE;
  private final MemoryStore<Item> workLeft = left("Work");
  private final MemoryStore<Item> homeLeft = left("Home");
  private final MemoryStore<Item> workRight = right("work");
  private final MemoryStore<Item> homeRight = right("home");
  private final Profile work = profile("Work");
  private final Profile homely = profile("Home");
  private final List<Action> heard = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private State state;

  private MemoryStore<Item> left(String folder) {
    MemoryStore<Item> store = new MemoryStore<>(folder, KIND, what -> steps.step(what));
    store.dials().withBirthmarks();
    stores.put(new Endpoint.Pst(PST, folder), folder, Set.of(Family.TASKS), "pst:" + folder, store);
    return store;
  }

  private MemoryStore<Item> right(String name) {
    MemoryStore<Item> store = new MemoryStore<>(name, KIND, what -> steps.step(what));
    stores.put(directory(name), name, Set.of(Family.TASKS), "dir:" + name, store);
    return store;
  }

  private static Endpoint directory(String name) {
    return new Endpoint.Directory(Path.of("/" + name).toAbsolutePath());
  }

  private static Profile profile(String name) {
    return Profile.twoWay(
        name,
        new OutlookEndpoint.Pst(PST, name),
        new ServerEndpoint.Directory(
            Path.of("/" + name.toLowerCase(Locale.ROOT)).toAbsolutePath()));
  }

  @BeforeEach
  void inStep() {
    state = State.open(home, surroundings);
    configure(work, homely);
    for (String subject : new String[] {"a", "b", "c"}) {
      workLeft.put(task(subject));
    }
    homeLeft.put(task("d"));
    sync(work);
    sync(homely);
    sync(work); // what was written is known with its revisions
    sync(homely);
    heard.clear();
  }

  @AfterEach
  void close() {
    state.close();
  }

  private void configure(Profile... profiles) {
    state.profiles().replace(new Configuration(List.of(), List.of(profiles)));
  }

  private Runs runs() {
    return new Runs(stores, state, ZONES, surroundings);
  }

  private final RunListener listener =
      new RunListener() {
        @Override
        public void planned(Action action) {
          heard.add(action);
        }

        @Override
        public void failed(Action action, String reason) {
          failed.add(reason);
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
        .role("boss")
        .dueDate(LocalDate.of(2026, 4, 1))
        .build();
  }

  private static ItemId id(MemoryStore<Item> store, String subject) {
    return store.items().entrySet().stream()
        .filter(e -> e.getValue() instanceof Task task && task.subject().equals(subject))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + subject));
  }

  private static Task held(MemoryStore<Item> store, String subject) {
    return (Task) Objects.requireNonNull(store.items().get(id(store, subject)));
  }

  private static List<String> subjects(MemoryStore<Item> store) {
    return store.items().values().stream().map(item -> ((Task) item).subject()).sorted().toList();
  }

  private void moveInOutlook(String subject) {
    workLeft.moveTo(homeLeft, id(workLeft, subject));
  }

  private void moveOnServer(String subject) {
    workRight.moveTo(homeRight, id(workRight, subject), new ItemId("home-moved-" + subject));
  }

  private void assertMoved(String subject, String... stay) {
    assertThat(subjects(workLeft)).containsExactly(stay);
    assertThat(subjects(workRight)).containsExactly(stay);
    assertThat(subjects(homeLeft)).containsExactly(subject, "d");
    assertThat(subjects(homeRight)).containsExactly(subject, "d");
  }

  private void assertQuiet() {
    for (int i = 0; i < 2; i++) {
      sync(work);
      sync(homely);
    }
    heard.clear();
    int written = written();
    assertThat(sync(work).report().links()).isEqualTo(workLeft.items().size());
    assertThat(sync(homely).report().links()).isEqualTo(homeLeft.items().size());
    assertThat(written()).isEqualTo(written);
    assertThat(heard).isEmpty();
  }

  private int written() {
    return workLeft.written() + workRight.written() + homeLeft.written() + homeRight.written();
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void whatWasMovedInOutlookIsMovedOnTheServerWhoeverRunsFirst(
      boolean workFirst, boolean serversMove) {
    stores.serversMove = serversMove;
    moveInOutlook("a");
    int left = workLeft.written() + homeLeft.written();
    sync(workFirst ? work : homely);
    assertMoved("a", "b", "c");
    assertThat(heard).hasSize(1).allMatch(action -> action instanceof Action.Move);
    assertThat(workLeft.written() + homeLeft.written()).isEqualTo(left);
    RunResult.Ran second = sync(workFirst ? homely : work);
    assertThat(second.exitStatus()).isEqualTo(ExitStatus.DONE);
    assertMoved("a", "b", "c");
    assertThat(heard).hasSize(1);
    assertQuiet();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasMovedOnTheServerIsMovedInOutlook(boolean workFirst) {
    ItemId before = id(workLeft, "a");
    moveOnServer("a");
    sync(workFirst ? work : homely);
    assertMoved("a", "b", "c");
    assertThat(id(homeLeft, "a")).isEqualTo(before);
    sync(workFirst ? homely : work);
    assertMoved("a", "b", "c");
    assertThat(heard).hasSize(1).allMatch(action -> action instanceof Action.Move);
    assertQuiet();
  }

  @Test
  void whatWasMovedOnBothSidesOnlyTheLedgersNote() {
    moveInOutlook("a");
    moveOnServer("a");
    int written = written();
    sync(work);
    assertMoved("a", "b", "c");
    assertThat(sync(homely).report().links()).isEqualTo(2);
    assertThat(written()).isEqualTo(written);
    assertQuiet();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasAlsoEditedIsAnEditAndNoConflict(boolean workFirst) {
    moveInOutlook("a");
    homeLeft.change(
        id(homeLeft, "a"),
        item -> ((Task) item).toBuilder().role("").importance(Importance.HIGH).build());
    sync(workFirst ? work : homely);
    sync(workFirst ? homely : work);
    sync(homely);
    Task there = held(homeRight, "a");
    assertThat(there.role()).isEmpty();
    assertThat(there.importance()).isEqualTo(Importance.HIGH);
    assertThat(heard).noneMatch(action -> action instanceof Action.Merge);
    assertQuiet();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEditOnTheOtherSideGoesWithIt(boolean workFirst) {
    moveInOutlook("a");
    workRight.change(id(workRight, "a"), i -> ((Task) i).toBuilder().role("chief").build());
    sync(workFirst ? work : homely);
    sync(workFirst ? homely : work);
    sync(homely);
    sync(work);
    assertThat(subjects(homeLeft)).containsExactly("a", "d");
    assertThat(subjects(homeRight)).containsExactly("a", "d");
    assertThat(held(homeLeft, "a").role()).isEqualTo("chief");
    assertThat(held(homeRight, "a").role()).isEqualTo("chief");
    assertThat(subjects(workLeft)).containsExactly("b", "c");
    assertThat(subjects(workRight)).containsExactly("b", "c");
    assertQuiet();
  }

  @Test
  void manyMovesAreNoManyDeletions() {
    for (int i = 0; i < 60; i++) {
      workLeft.put(task("x" + i));
    }
    sync(work);
    sync(work);
    for (String subject : subjects(workLeft)) {
      moveInOutlook(subject);
    }
    RunResult.Ran ran = sync(work);
    assertThat(ran.exitStatus()).isEqualTo(ExitStatus.DONE);
    assertThat(ran.report().deleted().get(Side.RIGHT)).isZero();
    assertThat(ran.report().links()).isZero();
    assertThat(subjects(homeRight)).hasSize(64);
    assertThat(subjects(workRight)).isEmpty();
    assertQuiet();
  }

  @Test
  void aCopyIsNew() {
    homeLeft.put(held(workLeft, "a"));
    sync(homely);
    sync(work);
    assertThat(subjects(workRight)).containsExactly("a", "b", "c");
    assertMovedOrCopied("a");
    assertThat(heard).noneMatch(action -> action instanceof Action.Move);
    assertQuiet();
  }

  private void assertMovedOrCopied(String subject) {
    assertThat(subjects(homeLeft)).containsExactly(subject, "d");
    assertThat(subjects(homeRight)).containsExactly(subject, "d");
  }

  @Test
  void aPlanTellsItAndWritesNothing() {
    moveInOutlook("a");
    int written = written();
    RunResult plan = runs().plan(work, listener);
    assertThat(plan.exitStatus()).isEqualTo(ExitStatus.DONE);
    assertThat(heard)
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action).isInstanceOf(Action.Move.class);
              assertThat(action.why()).isEqualTo("moved in Outlook to 'Home' of profile 'Home'");
            });
    heard.clear();
    runs().plan(homely, listener);
    assertThat(heard)
        .singleElement()
        .satisfies(a -> assertThat(a.why()).contains("from 'Work' of profile 'Work'"));
    assertThat(written()).isEqualTo(written);
    assertThat(subjects(workRight)).contains("a");
  }

  // ---- the other profile does not do its part ----

  private static Profile switchedOff(Profile p) {
    return new Profile(
        p.name(),
        false,
        p.family(),
        p.outlook(),
        p.server(),
        p.policy(),
        p.every(),
        p.exclude(),
        p.timeZone(),
        p.ownAddresses(),
        p.options());
  }

  private static Profile without(Profile p, String field) {
    return new Profile(
        p.name(),
        p.active(),
        p.family(),
        p.outlook(),
        p.server(),
        p.policy(),
        p.every(),
        Set.of(field),
        p.timeZone(),
        p.ownAddresses(),
        p.options());
  }

  @Test
  void whatWentToAProfileThatIsSwitchedOffIsNotDeleted() {
    configure(work, switchedOff(homely));
    moveInOutlook("a");
    for (int i = 0; i < 3; i++) {
      RunResult.Ran ran = sync(work);
      assertThat(ran.exitStatus()).isEqualTo(ExitStatus.ATTENTION);
      assertThat(ran.report().held()).isEqualTo(1);
    }
    assertThat(subjects(workRight)).containsExactly("a", "b", "c");
    assertThat(heard.getLast().why()).contains("switched off");
    configure(work, homely);
    sync(work);
    assertMoved("a", "b", "c");
    assertQuiet();
  }

  @Test
  void whatWentToAProfileThatCannotBeOpenedIsNotDeleted() {
    moveInOutlook("a");
    workLeft.remove(id(workLeft, "b"));
    stores.remove(directory("home"));
    RunResult.Ran ran = sync(work);
    assertThat(ran.report().held()).isEqualTo(1);
    assertThat(subjects(workRight)).containsExactly("a", "c");
    assertThat(heard.toString()).contains("which cannot be opened now");
    stores.put(directory("home"), "home", Set.of(Family.TASKS), "dir:home", homeRight);
    sync(work);
    assertMoved("a", "c");
    assertQuiet();
  }

  @Test
  void aFolderThatIsNotThereIsNoReasonToHoldAnything() {
    workLeft.remove(id(workLeft, "b"));
    stores.remove(new Endpoint.Pst(PST, "Home"));
    assertThat(sync(work).exitStatus()).isEqualTo(ExitStatus.DONE);
    assertThat(subjects(workRight)).containsExactly("a", "c");
  }

  @Test
  void whetherSomethingWasMovedOnAServerThatFailsIsWaitedFor() {
    workRight.remove(id(workRight, "b"));
    homeRight
        .dials()
        .downAfter(0, new StoreException(StoreException.Reason.UNREACHABLE, "no answer"));
    RunResult.Ran ran = sync(work);
    assertThat(ran.report().held()).isEqualTo(1);
    assertThat(subjects(workLeft)).containsExactly("a", "b", "c");
    homeRight.dials().reset();
    sync(work);
    assertThat(subjects(workLeft)).containsExactly("a", "c");
  }

  @Test
  void whatCameFromAProfileThatIsSwitchedOffIsNew() {
    configure(switchedOff(work), homely);
    moveInOutlook("a");
    sync(homely);
    assertThat(subjects(homeRight)).containsExactly("a", "d");
    assertThat(subjects(workRight)).containsExactly("a", "b", "c");
    configure(work, homely);
    sync(work);
    assertMoved("a", "b", "c");
    assertQuiet();
  }

  @Test
  void withOtherOptionsItIsDeletedWhenTheOtherOneHasMadeItNew() {
    Profile other = without(homely, "role");
    configure(work, other);
    sync(other);
    moveInOutlook("a");
    assertThat(sync(work).report().held()).isEqualTo(1);
    assertThat(subjects(workRight)).contains("a");
    sync(other);
    assertThat(subjects(homeRight)).containsExactly("a", "d");
    assertThat(sync(work).report().deleted().get(Side.RIGHT)).isEqualTo(1);
    assertMoved("a", "b", "c");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBusyProfileIsWaitedFor(boolean workFirst) {
    moveInOutlook("a");
    Leases.Lease lease = (Leases.Lease) state.leases().take(workFirst ? "Home" : "Work");
    RunResult.Ran ran = sync(workFirst ? work : homely);
    lease.close();
    assertThat(ran.report().failed()).isEqualTo(1);
    assertThat(failed).singleElement().asString().contains("is being synced already");
    assertThat(subjects(workRight)).containsExactly("a", "b", "c");
    assertThat(subjects(homeRight)).containsExactly("d");
    sync(workFirst ? work : homely);
    assertMoved("a", "b", "c");
    assertQuiet();
  }

  @Test
  void aRefusalLeavesEverythingWhereItIs() {
    moveInOutlook("a");
    homeRight.dials().readOnly("no room");
    RunResult.Ran ran = sync(work);
    assertThat(ran.report().failed()).isEqualTo(1);
    assertThat(failed).containsExactly("no room");
    assertThat(subjects(workRight)).containsExactly("a", "b", "c");
    homeRight.dials().reset();
    sync(work);
    assertMoved("a", "b", "c");
    assertQuiet();
  }

  // ---- ended at any instant ----

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @ParameterizedTest
  @CsvSource({"true,true,true", "true,false,true", "true,false,false", "false,true,true"})
  void whereverItIsEndedNothingIsLostOrDoubled(
      boolean inOutlook, boolean serversMove, boolean workFirst) {
    stores.serversMove = serversMove;
    int kills = 0;
    for (int at = 1; kill(at, inOutlook, workFirst); at++) {
      kills++;
      sync(workFirst ? homely : work);
      sync(workFirst ? work : homely);
      assertMoved("a", "b", "c");
      moveBack();
    }
    assertMoved("a", "b", "c");
    assertQuiet();
    assertThat(kills).isGreaterThan(4);
  }

  /** Ends a run at a step; false if it had ended before that. */
  private boolean kill(int at, boolean inOutlook, boolean workFirst) {
    if (inOutlook) {
      moveInOutlook("a");
    } else {
      moveOnServer("a");
    }
    int[] left = {at};
    Runnable step =
        () -> {
          if (--left[0] == 0) {
            throw new Killed();
          }
        };
    steps = what -> step.run();
    stores.beforeMove = step;
    stores.afterMove = step;
    try {
      if (left[0] > 0) {
        sync(workFirst ? work : homely);
      }
      return false;
    } catch (Killed killed) {
      return true;
    } finally {
      steps = Steps.NONE;
      stores.beforeMove = () -> {};
      stores.afterMove = () -> {};
    }
  }

  private void moveBack() {
    homeLeft.moveTo(workLeft, id(homeLeft, "a"));
    homeRight.moveTo(workRight, id(homeRight, "a"), new ItemId("work-back-" + written()));
    sync(homely);
    sync(work); // what was written is known with its revisions
    assertThat(subjects(workRight)).containsExactly("a", "b", "c");
    assertThat(subjects(homeRight)).containsExactly("d");
  }

  @Test
  void aLedgerThatHasTakenNothingOverStaysAsItIs() {
    var mine = state.ledgers().all("Work").getFirst().ledger();
    var theirs = state.ledgers().all("Home").getFirst().ledger();
    var link = mine.links(List.of(mine.heads().getFirst().id())).values().iterator().next();
    assertThatThrownBy(() -> state.ledgers().handOver(mine, theirs, link))
        .isInstanceOf(IllegalStateException.class);
    assertThat(mine.heads()).hasSize(3);
    assertThat(theirs.heads()).hasSize(1);
  }
}
