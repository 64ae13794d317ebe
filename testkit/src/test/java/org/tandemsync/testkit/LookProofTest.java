package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * The proofs once more, where items look different to the right side, where not all of them take
 * part, and where people change these options before each run.
 */
@AddLifecycleHook(value = ProofTable.Hook.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
final class LookProofTest {
  private static final String SEED = "20261122";

  private static Look look(Random random) {
    return new Look(
        random.nextBoolean(), random.nextBoolean(), random.nextInt(3) == 0, random.nextBoolean());
  }

  private static List<Look> looks(Random random) {
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      looks.add(random.nextInt(5) == 0 ? Look.PLAIN : look(random));
    }
    return looks;
  }

  private interface Judgement {
    List<String> violations(History history, List<Look> looks);
  }

  private static void each(Random random, Function<Random, History> draw, Judgement judgement) {
    for (int i = ProofTable.factor(); i > 0; i--) {
      History history = draw.apply(random);
      List<Look> looks = looks(random);
      ProofTable.lived();
      assertThat(judgement.violations(history, looks)).as(() -> history + "\n" + looks).isEmpty();
    }
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: 1-6 faults, edits between any two steps, options that change")
  void whateverHappensNothingIsLostOrDoubled(@ForAll Random random) {
    each(
        random,
        r -> History.random(r, History.Wildness.FULL),
        (history, looks) -> new Trial(history).looking(looks).live().judge());
  }

  @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: 1-6 no faults: no failure is reported")
  void withoutFaultsNothingFails(@ForAll Random random) {
    each(
        random,
        r -> History.random(r, History.Wildness.CALM),
        (history, looks) -> {
          Trial trial = new Trial(history).looking(looks).live();
          if (!trial.world.failed.isEmpty()) {
            trial.violations.add("failed: " + trial.world.failed);
          }
          return trial.judge();
        });
  }

  @Property(tries = 10, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: 1-6 a crash at every step")
  void aCrashAtEveryStepLosesAndDoublesNothing(@ForAll Random random) {
    each(
        random,
        r -> History.random(r, History.Wildness.SMALL),
        (history, looks) -> CrashExplorer.explore(history, looks));
  }

  /** What a server makes of what it is sent comes back, with or without options. */
  private static List<String> left(Trial trial) {
    return trial.world.left.items().values().stream()
        .map(note -> note.toString().replace("~", ""))
        .toList();
  }

  @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: an options change alone never changes Outlook")
  void anOptionsChangeAloneNeverChangesOutlook(@ForAll Random random) {
    each(
        random,
        r -> History.random(r, History.Wildness.CALM),
        (history, looks) -> {
          Trial trial = new Trial(history).looking(looks).live();
          List<String> before = left(trial);
          for (Look look : looks) {
            trial.world.use(look);
            trial.world.sync();
            if (!left(trial).equals(before)) {
              trial.violations.add("Outlook changed with " + look + ": " + before + left(trial));
            }
            trial.rest();
          }
          return trial.judge();
        });
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: 8 a one-way run never writes its source")
  void aOneWayRunNeverWritesItsSource(@ForAll Random random) {
    each(
        random,
        r -> History.oneWay(r, History.Wildness.FULL),
        (history, looks) -> {
          Trial trial = new Trial(history).looking(looks).live();
          trial.quiet();
          return trial.violations;
        });
  }
}
