package org.tandemsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class GuardRuleTest {
  private static final Map<Side, Integer> NONE = Map.of();

  @Test
  void deletionsAreHeldOnlyAboveBothLimits() {
    Policy.Guard guard = new Policy.Guard(10, 20, true);
    assertThat(GuardRule.hold(guard, 10, 12, NONE, 12)).isNull();
    assertThat(GuardRule.hold(guard, 11, 100, NONE, 100)).isNull();
    assertThat(GuardRule.hold(guard, 20, 100, NONE, 100)).isNull();
    assertThat(GuardRule.hold(guard, 21, 100, NONE, 100)).contains("21 of 100");
  }

  @Test
  void anEmptiedSideIsHeldWhateverTheNumber() {
    Policy.Guard guard = new Policy.Guard(10, 20, true);
    assertThat(GuardRule.hold(guard, 2, 2, Map.of(Side.LEFT, 2), 2)).contains("Outlook has lost");
    assertThat(GuardRule.hold(guard, 1, 1, Map.of(Side.LEFT, 1), 1)).isNull();
    assertThat(GuardRule.hold(guard, 2, 3, Map.of(Side.RIGHT, 2), 3)).isNull();
    assertThat(GuardRule.hold(new Policy.Guard(10, 20, false), 2, 2, Map.of(Side.LEFT, 2), 2))
        .isNull();
  }

  @Test
  void nothingToDeleteIsNothingToHold() {
    assertThat(GuardRule.hold(Policy.Guard.USUAL, 0, 2, Map.of(Side.LEFT, 2), 2)).isNull();
  }

  @Test
  void theGuardCanBeSwitchedOff() {
    assertThat(GuardRule.hold(Policy.Guard.OFF, 5000, 5000, Map.of(Side.LEFT, 5000), 5000))
        .isNull();
  }
}
