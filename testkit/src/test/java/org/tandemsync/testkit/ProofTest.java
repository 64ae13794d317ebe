package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.PropagationMode;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Side;

/**
 * What must hold whatever people and stores do. Histories are drawn at random; each run prints its
 * seed, and {@code -Dtandem.proofs=N} makes N times as many.
 */
@AddLifecycleHook(value = ProofTable.Hook.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
final class ProofTest {
  private final NoteKind kind = new NoteKind();

  @AfterContainer
  static void printTheTable() {
    ProofTable.print();
  }

  private static void each(Random random, Function<Random, History> draw, Judgement judgement) {
    for (int i = ProofTable.factor(); i > 0; i--) {
      History history = draw.apply(random);
      ProofTable.lived();
      assertThat(judgement.violations(history)).as(history::toString).isEmpty();
    }
  }

  /** Fixed, so that a build can be repeated; -Dtandem.proofs=N lives N times as many histories. */
  private static final String SEED = "20261122";

  private interface Judgement {
    List<String> violations(History history);
  }

  private static History wild(Random random) {
    return History.random(random, History.Wildness.FULL);
  }

  private static History calm(Random random) {
    return History.random(random, History.Wildness.CALM);
  }

  // 1 convergence, 2 quiescence, 3 no lost update, 4 no spurious delete, 5 no duplicates and
  // 6 conflict visibility are judged together, in every two-way history.

  @Property(tries = 1500, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("1-6 faults, edits between any two steps")
  void whateverHappensNothingIsLostOrDoubledAndBothSidesComeToRest(@ForAll Random random) {
    each(random, ProofTest::wild, history -> new Trial(history).live().judge());
  }

  @Property(tries = 500, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("1-6 no faults: no failure is reported")
  void withoutFaultsNothingFails(@ForAll Random random) {
    each(
        random,
        ProofTest::calm,
        history -> {
          Trial trial = new Trial(history).live();
          if (!trial.world.failed.isEmpty()) {
            trial.violations.add("failed: " + trial.world.failed);
          }
          return trial.judge();
        });
  }

  @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("1-6 a crash at every step")
  void aCrashAtEveryStepLosesAndDoublesNothing(@ForAll Random random) {
    each(random, r -> History.random(r, History.Wildness.SMALL), CrashExplorer::explore);
  }

  @Property(tries = 40, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("1-6 faults, edits and a crash at every step")
  void aCrashAtEveryStepOfAWildHistoryLosesAndDoublesNothing(@ForAll Random random) {
    each(random, ProofTest::wild, CrashExplorer::explore);
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("7 isolation: one failing item changes nothing for others")
  void oneFailingItemChangesNothingForTheOthers(@ForAll Random random) {
    each(
        random,
        ProofTest::calm,
        history -> {
          Trial good = new Trial(history).sparingTheFirst().live();
          Trial bad = new Trial(history).sparingTheFirst().refusing("t2").live();
          return others(good).equals(others(bad))
              ? List.of()
              : List.of(others(good) + " became " + others(bad));
        });
  }

  private static Map<Side, List<String>> others(Trial trial) {
    return Map.of(Side.LEFT, others(trial.world.left), Side.RIGHT, others(trial.world.right));
  }

  private static List<String> others(MemoryStore<Note> store) {
    return store.items().values().stream()
        .filter(note -> !Trial.isFirst(note))
        .map(note -> note.title() + " " + note.text() + " " + note.tags())
        .sorted()
        .toList();
  }

  @Property(tries = 700, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("8 direction: a one-way run never writes its source")
  void aOneWayRunNeverWritesItsSource(@ForAll Random random) {
    each(
        random,
        r -> History.oneWay(r, History.Wildness.FULL),
        history -> {
          Trial trial = new Trial(history).live();
          trial.quiet();
          return trial.violations;
        });
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("8 direction: without faults the target mirrors the source")
  void withoutFaultsTheTargetMirrorsTheSource(@ForAll Random random) {
    each(
        random,
        r -> History.oneWay(r, History.Wildness.CALM),
        history -> {
          Trial trial = new Trial(history).live();
          if (history.policy().extra() == Policy.Extra.DELETE) {
            trial.mirrored();
          }
          return trial.violations;
        });
  }

  @Property(tries = 500, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("9 mirror: exchanged sides give the mirrored plan")
  void exchangedSidesGiveTheMirroredPlan(@ForAll Random random) {
    each(
        random,
        ProofTest::calm,
        history -> {
          Trial here = new Trial(history);
          Trial there = new Trial(history, true);
          here.begin();
          there.begin();
          for (History.Round round : history.rounds()) {
            here.prepare(round);
            there.prepare(round);
            List<String> plan = plan(here, false);
            List<String> mirrored = plan(there, true);
            if (!plan.equals(mirrored)) {
              return List.of(plan + " is not the mirror image of " + mirrored);
            }
            here.run(round, -1);
            there.run(round, -1);
          }
          return List.of();
        });
  }

  private static List<String> plan(Trial trial, boolean mirrored) {
    trial.world.plan();
    return trial.world.planned.stream().map(action -> show(action, mirrored)).sorted().toList();
  }

  private static String show(Action action, boolean mirrored) {
    return switch (action) {
      case Action.Create a -> "create " + side(a.side(), mirrored) + a.title();
      case Action.Update a -> "update " + side(a.side(), mirrored) + a.title() + a.fields();
      case Action.Delete a -> "delete " + side(a.side(), mirrored) + a.title();
      case Action.DeleteExtra a -> "extra " + side(a.side(), mirrored) + a.title();
      case Action.Restore a -> "restore " + side(a.side(), mirrored) + a.title();
      case Action.Move a -> "move " + side(a.side(), mirrored) + a.title();
      case Action.Merge a ->
          "merge " + both(a.toLeft(), a.toRight(), mirrored) + clashes(a.clashes(), mirrored);
      case Action.Adopt _ -> "adopt";
      case Action.LinkUp a ->
          "link " + both(a.toLeft(), a.toRight(), mirrored) + clashes(a.clashes(), mirrored);
      case Action.Forget _ -> "forget";
      case Action.Hold a -> "hold " + a.reason();
      case Action.AskConflict a -> "ask " + clashes(a.clashes(), mirrored);
    };
  }

  private static String side(Side side, boolean mirrored) {
    return (mirrored ? side.other() : side) + " ";
  }

  private static String both(Set<String> left, Set<String> right, boolean mirrored) {
    return mirrored ? right + " " + left : left + " " + right;
  }

  private static String clashes(List<Merged.FieldClash> clashes, boolean mirrored) {
    return clashes.stream()
        .map(c -> mirrored ? c.field() + c.right() + c.left() : c.field() + c.left() + c.right())
        .toList()
        .toString();
  }

  @Property(tries = 400, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("10 order: a shuffled plan gives the same end state")
  void aShuffledPlanGivesTheSameEndState(@ForAll Random random) {
    each(
        random,
        ProofTest::calm,
        history -> {
          Map<Side, List<String>> straight = new Trial(history).live().state();
          Map<Side, List<String>> shuffled =
              new Trial(history).shuffled(1 + random.nextInt(1000)).live().state();
          return straight.equals(shuffled) ? List.of() : List.of(straight + " became " + shuffled);
        });
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("a plan writes nothing and says what the run does")
  void aPlanSaysWhatTheRunDoes(@ForAll Random random) {
    each(
        random,
        ProofTest::calm,
        history -> {
          Trial trial = new Trial(history);
          trial.begin();
          for (History.Round round : history.rounds()) {
            trial.prepare(round);
            int before =
                trial.world.left.written()
                    + trial.world.right.written()
                    + trial.world.ledger.commits();
            List<String> plan = plan(trial, false);
            int after =
                trial.world.left.written()
                    + trial.world.right.written()
                    + trial.world.ledger.commits();
            if (before != after) {
              return List.of("the plan wrote something");
            }
            trial.run(round, -1);
            List<String> done =
                trial.world.planned.stream().map(action -> show(action, false)).sorted().toList();
            if (!plan.equals(done)) {
              return List.of("planned " + plan + " and did " + done);
            }
          }
          return List.of();
        });
  }

  // ---- 11 and 12: the laws of the test item's kind ----

  private static Note note(Random random) {
    Note note =
        Note.of(
            "u", "t" + random.nextInt(3), random.nextInt(3) == 0 ? "" : "x" + random.nextInt(3));
    for (int i = random.nextInt(4); i > 0; i--) {
      note = note.plus("g" + random.nextInt(4));
    }
    return note.withHidden("h" + random.nextInt(2));
  }

  @Property(tries = 1000, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("11 lens laws on the test item")
  void whatIsPutIsGotAndNothingPutChangesNothing(@ForAll Random random) {
    Note a = note(random);
    Note b = note(random);
    assertThat(kind.differing(kind.overlay(a, b, kind.differing(a, b)), b)).isEmpty();
    assertThat(kind.overlay(a, b, kind.differing(a, b)).hidden()).isEqualTo(a.hidden());
    assertThat(kind.overlay(a, b, Set.of())).isEqualTo(a);
    assertThat(kind.differing(a, kind.visible(a))).isEmpty();
  }

  @Property(tries = 1000, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("12 merge laws on the test item")
  void mergeLaws(@ForAll Random random) {
    Note base = note(random);
    Note x = note(random);
    Note y = note(random);
    for (Side winner : Side.values()) {
      assertThat(kind.differing(kind.merge(base, x, base, base, winner).right(), x)).isEmpty();
      assertThat(kind.differing(kind.merge(base, base, base, y, winner).left(), y)).isEmpty();
      assertThat(kind.merge(base, x, base, x, winner).toLeft()).isEmpty();
      assertThat(kind.merge(base, x, base, x, winner).toRight()).isEmpty();
      Merged<Note> merged = kind.merge(base, x, base, y, winner);
      assertThat(merged.left().title()).isIn(base.title(), x.title(), y.title());
      assertThat(kind.differing(merged.left(), merged.right())).isEmpty();
    }
  }
}
