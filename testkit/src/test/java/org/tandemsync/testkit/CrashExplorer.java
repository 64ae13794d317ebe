package org.tandemsync.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemsync.sync.TestEngine.Altered;

/** Ends each run of a history at every one of its steps in turn, and looks at what follows. */
final class CrashExplorer {
  private CrashExplorer() {}

  static List<String> explore(History history) {
    return explore(history, Altered.NOTHING, 1);
  }

  /** The same with options that change before each run. */
  static List<String> explore(History history, List<Look> looks) {
    return explore(history, Altered.NOTHING, 1, looks);
  }

  /**
   * Explores a history.
   *
   * @param stride 1 for every step, 3 for every third
   * @return the violations of the first crash that has any
   */
  static List<String> explore(History history, Altered rule, int stride) {
    return explore(history, rule, stride, List.of());
  }

  private static List<String> explore(History history, Altered rule, int stride, List<Look> looks) {
    return first(history, rule, stride, looks)
        .map(
            crash -> {
              List<String> violations = new ArrayList<>(crash.violations());
              violations.addFirst("crashed in round " + crash.round() + " at step " + crash.step());
              return violations;
            })
        .orElse(List.of());
  }

  /** A run that ended at a step, and what became of it. */
  record Crash(int round, int step, List<String> violations) {}

  /** The first crash that has any violations. */
  static Optional<Crash> first(History history, List<Look> looks) {
    return first(history, Altered.NOTHING, 1, looks);
  }

  private static Optional<Crash> first(
      History history, Altered rule, int stride, List<Look> looks) {
    for (int round = 0; round < history.rounds().size(); round++) {
      boolean crashed = true;
      for (int step = 0; crashed; step += stride) {
        Trial trial = new Trial(history).altered(rule).looking(looks);
        crashed = trial.liveAndCrashAt(round, step);
        ProofTable.lived();
        List<String> violations = trial.judge();
        if (!violations.isEmpty()) {
          return Optional.of(new Crash(round, step, violations));
        }
      }
    }
    return Optional.empty();
  }
}
