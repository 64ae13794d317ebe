package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.sync.TestEngine.Altered;

/** The proofs have teeth: each altered rule is caught by them. */
final class TeethTest {
  private static final int SEED = 20261122;
  private static final int MOST = 3000;

  @AfterAll
  static void printTheTable() {
    ProofTable.print();
  }

  @TestFactory
  Stream<DynamicTest> eachAlteredRuleIsCaught() {
    return Stream.concat(
        Stream.of(Altered.values())
            .filter(rule -> rule != Altered.NOTHING)
            .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> caught(rule.name(), rule))),
        Stream.of(
            DynamicTest.dynamicTest(
                "UNCONDITIONAL_WRITES", () -> caught("UNCONDITIONAL_WRITES", Altered.NOTHING))));
  }

  private static void caught(String name, Altered rule) {
    Random random = new Random(SEED);
    ProofTable.takeLives();
    for (int i = 0; i < MOST; i++) {
      History history = History.random(random, History.Wildness.FULL);
      List<String> violations = violations(history, rule);
      if (!violations.isEmpty()) {
        String kinds =
            violations.stream()
                .filter(violation -> violation.contains(":"))
                .map(violation -> violation.substring(0, violation.indexOf(':')))
                .distinct()
                .collect(Collectors.joining(", "));
        ProofTable.row("altered: " + name, ProofTable.takeLives(), "" + SEED, "caught: " + kinds);
        return;
      }
    }
    assertThat(name).as("an altered rule that no property catches").isEmpty();
  }

  private static List<String> violations(History history, Altered rule) {
    Trial trial = new Trial(history).altered(rule);
    if (rule == Altered.NOTHING) {
      trial.withoutConditions();
    }
    ProofTable.lived();
    List<String> violations = trial.live().judge();
    boolean needsACrash = rule == Altered.NO_INTENTS || rule == Altered.CONFLICT_AFTERWARDS;
    return violations.isEmpty() && needsACrash
        ? CrashExplorer.explore(history, rule, 3)
        : violations;
  }
}
