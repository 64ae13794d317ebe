package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
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

  private static void each(Random random, Mode mode) {
    for (int i = ProofTable.factor(); i > 0; i--) {
      Lived lived = mode.drawn(random);
      ProofTable.lived();
      assertThat(lived.violations()).as(lived::toString).isEmpty();
    }
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: 1-6 faults, edits between any two steps, options that change")
  void whateverHappensNothingIsLostOrDoubled(@ForAll Random random) {
    each(random, Mode.WILD);
  }

  @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: 1-6 no faults: no failure is reported")
  void withoutFaultsNothingFails(@ForAll Random random) {
    each(random, Mode.CALM);
  }

  @Property(tries = 10, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: 1-6 a crash at every step")
  void aCrashAtEveryStepLosesAndDoublesNothing(@ForAll Random random) {
    each(random, Mode.CRASH);
  }

  @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: an options change alone never changes Outlook")
  void anOptionsChangeAloneNeverChangesOutlook(@ForAll Random random) {
    each(random, Mode.OPTIONS);
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  @Label("looks: 8 a one-way run never writes its source")
  void aOneWayRunNeverWritesItsSource(@ForAll Random random) {
    each(random, Mode.ONE_WAY);
  }
}
