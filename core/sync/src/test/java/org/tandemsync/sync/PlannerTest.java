package org.tandemsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every cell of the table of transitions, for every direction. */
final class PlannerTest {

  /** "update right": the right side is written. Columns: the policies of {@link #POLICIES}. */
  private static final String TABLE =
      """
      left    right   | two-way       | left-to-right delete | left-to-right keep | right-to-left delete | right-to-left keep
      SAME    SAME    | nothing       | nothing              | nothing            | nothing              | nothing
      SAME    CHANGED | update left   | update right         | update right       | update left          | update left
      SAME    ABSENT  | delete left   | restore right        | restore right      | delete left          | delete left
      SAME    UNKNOWN | hold          | hold                 | hold               | hold                 | hold
      CHANGED SAME    | update right  | update right         | update right       | update left          | update left
      CHANGED CHANGED | merge         | update right         | update right       | update left          | update left
      CHANGED ABSENT  | restore right | restore right        | restore right      | delete left          | forget
      CHANGED UNKNOWN | hold          | hold                 | hold               | hold                 | hold
      ABSENT  SAME    | delete right  | delete right         | delete right       | restore left         | restore left
      ABSENT  CHANGED | restore left  | delete right         | forget             | restore left         | restore left
      ABSENT  ABSENT  | forget        | forget               | forget             | forget               | forget
      ABSENT  UNKNOWN | hold          | hold                 | hold               | hold                 | hold
      UNKNOWN SAME    | hold          | hold                 | hold               | hold                 | hold
      UNKNOWN CHANGED | hold          | hold                 | hold               | hold                 | hold
      UNKNOWN ABSENT  | hold          | hold                 | hold               | hold                 | hold
      UNKNOWN UNKNOWN | hold          | hold                 | hold               | hold                 | hold
      """;

  private static final List<Policy> POLICIES =
      List.of(
          Policy.TWO_WAY,
          policy(Policy.Direction.LEFT_TO_RIGHT, Policy.Extra.DELETE),
          policy(Policy.Direction.LEFT_TO_RIGHT, Policy.Extra.KEEP),
          policy(Policy.Direction.RIGHT_TO_LEFT, Policy.Extra.DELETE),
          policy(Policy.Direction.RIGHT_TO_LEFT, Policy.Extra.KEEP));

  private static Policy policy(Policy.Direction direction, Policy.Extra extra) {
    return new Policy(direction, extra, Policy.Conflicts.MERGE, Policy.Guard.OFF);
  }

  private record Row(Change left, Change right, List<String> cells) {}

  private static List<Row> rows() {
    return TABLE
        .lines()
        .skip(1)
        .map(
            line -> {
              List<String> parts = List.of(line.split("\\|", -1));
              List<String> sides = List.of(parts.getFirst().strip().split(" +", -1));
              return new Row(
                  Change.valueOf(sides.get(0)),
                  Change.valueOf(sides.get(1)),
                  parts.stream().skip(1).map(String::strip).toList());
            })
        .toList();
  }

  private static String word(Move move) {
    return switch (move) {
      case Move.Nothing _ -> "nothing";
      case Move.Update update -> "update " + lower(update.to());
      case Move.Merge _ -> "merge";
      case Move.Delete delete -> "delete " + lower(delete.on());
      case Move.Restore restore -> "restore " + lower(restore.on());
      case Move.Forget _ -> "forget";
      case Move.Hold _ -> "hold";
    };
  }

  private static String lower(Side side) {
    return side == Side.LEFT ? "left" : "right";
  }

  @Test
  void theTableHasEveryCell() {
    Set<List<Change>> expected = new HashSet<>();
    for (Change left : Change.values()) {
      for (Change right : Change.values()) {
        expected.add(List.of(left, right));
      }
    }
    List<List<Change>> named = rows().stream().map(r -> List.of(r.left(), r.right())).toList();
    assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    assertThat(rows()).allMatch(row -> row.cells().size() == POLICIES.size());
    assertThat(POLICIES).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> everyCell() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Row row : rows()) {
      for (int i = 0; i < POLICIES.size(); i++) {
        Policy policy = POLICIES.get(i);
        String cell = row.cells().get(i);
        tests.add(
            DynamicTest.dynamicTest(
                row.left() + " " + row.right() + " " + policy.direction() + " " + policy.extra(),
                () ->
                    assertThat(word(Planner.move(row.left(), row.right(), policy)))
                        .isEqualTo(cell)));
      }
    }
    return tests.stream();
  }

  @Test
  void theTwoWayTableIsItsOwnMirrorImage() {
    for (Row row : rows()) {
      String here = word(Planner.move(row.left(), row.right()));
      String there = word(Planner.move(row.right(), row.left()));
      assertThat(there)
          .isEqualTo(here.replace("left", "*").replace("right", "left").replace("*", "right"));
    }
  }

  @Test
  void aOneWayProfileNeverWritesItsSource() {
    for (Row row : rows()) {
      for (Policy policy : POLICIES.subList(1, POLICIES.size())) {
        String source = policy.direction() == Policy.Direction.LEFT_TO_RIGHT ? "left" : "right";
        assertThat(word(Planner.move(row.left(), row.right(), policy))).doesNotContain(source);
      }
    }
  }
}
