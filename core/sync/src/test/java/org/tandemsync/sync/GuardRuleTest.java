package org.tandemsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class GuardRuleTest {
  private static final Map<Side, Integer> NONE = Map.of();

  private static GuardRule.Load deletions(
      int deletions, int known, Map<Side, Integer> lost, int links) {
    return new GuardRule.Load(deletions, known, lost, NONE, links, 0);
  }

  @Test
  void deletionsAreHeldOnlyAboveBothLimits() {
    Policy.Guard guard = new Policy.Guard(10, 20, true);
    assertThat(GuardRule.deletions(guard, deletions(10, 12, NONE, 12))).isNull();
    assertThat(GuardRule.deletions(guard, deletions(11, 100, NONE, 100))).isNull();
    assertThat(GuardRule.deletions(guard, deletions(20, 100, NONE, 100))).isNull();
    assertThat(GuardRule.deletions(guard, deletions(21, 100, NONE, 100))).contains("21 of 100");
  }

  @Test
  void anEmptiedSideIsHeldWhateverTheNumber() {
    Policy.Guard guard = new Policy.Guard(10, 20, true);
    assertThat(GuardRule.deletions(guard, deletions(2, 2, Map.of(Side.LEFT, 2), 2)))
        .contains("Outlook has lost");
    assertThat(GuardRule.deletions(guard, deletions(1, 1, Map.of(Side.LEFT, 1), 1))).isNull();
    assertThat(GuardRule.deletions(guard, deletions(2, 3, Map.of(Side.RIGHT, 2), 3))).isNull();
    assertThat(
            GuardRule.deletions(
                new Policy.Guard(10, 20, false), deletions(2, 2, Map.of(Side.LEFT, 2), 2)))
        .isNull();
  }

  @Test
  void whatNobodyKnowsOfKeepsNoSideFromHavingLostAll() {
    Policy.Guard guard = new Policy.Guard(10, 20, true);
    assertThat(GuardRule.deletions(guard, emptied(4, 1, 5))).contains("lost all of its 4 items");
    assertThat(GuardRule.deletions(guard, emptied(3, 1, 5))).isNull();
    assertThat(GuardRule.deletions(guard, emptied(1, 4, 5))).isNull();
  }

  private static GuardRule.Load emptied(int lost, int unknown, int links) {
    return new GuardRule.Load(
        lost, links, Map.of(Side.RIGHT, lost), Map.of(Side.RIGHT, unknown), links, 0);
  }

  @Test
  void nothingToDeleteIsNothingToHold() {
    assertThat(GuardRule.deletions(Policy.Guard.USUAL, deletions(0, 2, Map.of(Side.LEFT, 2), 2)))
        .isNull();
  }

  @Test
  void theFirstRunDeletesNothingUnasked() {
    assertThat(GuardRule.deletions(Policy.Guard.USUAL, deletions(1, 1, NONE, 0)))
        .contains("the first run would delete 1 item;");
  }

  @Test
  void overwritesAreHeldOnlyAboveBothLimits() {
    Policy.Guard guard = Policy.Guard.USUAL;
    assertThat(GuardRule.overwrites(guard, new GuardRule.Load(0, 60, NONE, NONE, 60, 50))).isNull();
    assertThat(GuardRule.overwrites(guard, new GuardRule.Load(0, 200, NONE, NONE, 200, 100)))
        .isNull();
    assertThat(GuardRule.overwrites(guard, new GuardRule.Load(0, 200, NONE, NONE, 200, 101)))
        .contains("overwrite 101 of 200", "more than 50 and more than 50 %");
  }

  @Test
  void theGuardCanBeSwitchedOff() {
    GuardRule.Load all = new GuardRule.Load(5000, 5000, Map.of(Side.LEFT, 5000), NONE, 5000, 5000);
    assertThat(GuardRule.deletions(Policy.Guard.OFF, all)).isNull();
    assertThat(GuardRule.overwrites(Policy.Guard.OFF, all)).isNull();
    assertThat(GuardRule.deletions(Policy.Guard.OFF, deletions(1, 1, NONE, 0))).isNull();
  }
}
