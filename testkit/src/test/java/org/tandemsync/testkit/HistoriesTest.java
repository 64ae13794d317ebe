package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Histories by their seeds, in every mode: nothing is lost, doubled or half-written. {@code
 * -Dtandem.histories=N} lives N of each mode (fewer of those that are lived once for each of their
 * steps), beginning with {@code -Dtandem.firstHistory}; {@code -Dtandem.history=wild:3323} tells
 * one, and the smallest in which the same goes wrong.
 */
final class HistoriesTest {
  private static final int USUAL = 300;
  private static final int TOLD = 3;

  @TestFactory
  Stream<DynamicTest> nothingIsLostWhateverTheSeed() {
    return Stream.of(Mode.values())
        .map(mode -> DynamicTest.dynamicTest(mode.label(), () -> search(mode)));
  }

  private static void search(Mode mode) {
    long first = Long.getLong("tandem.firstHistory", 0);
    long last = first + Math.max(1, Integer.getInteger("tandem.histories", USUAL) / mode.effort());
    List<String> failures = new ArrayList<>();
    for (long seed = first; seed < last; seed++) {
      Lived lived = mode.drawn(seed);
      List<String> violations = lived.violations();
      if (!violations.isEmpty()) {
        String name = "-Dtandem.history=" + mode.label() + ":" + seed + " " + violations;
        failures.add(failures.size() < TOLD ? name + "\n" + lived.shrunk() : name);
      }
    }
    ProofTable.row(
        "histories: " + mode.label(),
        (int) (last - first),
        first + " to " + (last - 1),
        failures.isEmpty() ? "successful" : failures.size() + " failed");
    assertThat(failures).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "tandem.history", matches = "\\w+:\\d+")
  void oneIsTold() {
    String[] named = System.getProperty("tandem.history", "").split(":", 2);
    Lived lived = Mode.named(named[0]).drawn(Long.parseLong(named[1]));
    Lived told = lived.violations().isEmpty() ? lived : lived.shrunk();
    System.out.println(Story.of(told));
    assertThat(told.violations()).isEmpty();
  }
}
