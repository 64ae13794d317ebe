package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;

/** What does not come across is told: in a plan as in the run, and once. */
final class LossTest {
  private final World world = new World();

  /** The right side shows no "!" of a text, and holds no "?" of a title. */
  @BeforeEach
  void lossy() {
    world.right.cannotShow(note -> lost(note.text().contains("!"), 1, "text"));
    world.right.cannotHold(note -> lost(note.title().contains("?"), 2, "title"));
  }

  private static List<Lost> lost(boolean it, int number, String field) {
    return it ? List.of(new Lost(number, field, "it is not there")) : List.of();
  }

  /** What the plan tells, the run tells; and then nobody tells it again. */
  private RunReport tells(String... lost) {
    RunReport plan = world.plan();
    assertThat(world.lost).containsExactlyInAnyOrder(lost);
    RunReport run = world.sync();
    assertThat(world.lost).containsExactlyInAnyOrder(lost);
    assertThat(run.lost()).isEqualTo(lost.length).isEqualTo(plan.lost());
    assertThat(run.needsAttention()).isFalse();
    List<Action> planned = List.copyOf(world.planned);
    assertThat(world.sync().lost()).isZero();
    assertThat(world.lost).isEmpty();
    world.planned.clear();
    world.planned.addAll(planned);
    return run;
  }

  @Test
  void aNewItemLosesWhatTheTargetCannotHold() {
    world.left.put(Note.of("a", "A?", "t!"));
    world.left.put(Note.of("b", "B", "t!"));
    tells("A?, not on RIGHT: L2");
  }

  @Test
  void aNewItemLosesWhatItsSourceCannotShow() {
    world.right.put(Note.of("a", "A?", "t!"));
    tells("A?, not on LEFT: L1");
  }

  @Test
  void anUpdateLosesOnlyInTheFieldsThatItWrites() {
    world.left.put(Note.of("a", "A?", ""));
    tells("A?, not on RIGHT: L2");
    world.edit(Side.LEFT, "A?", note -> note.withText("new"));
    tells();
    world.edit(Side.LEFT, "A?", note -> note.withTitle("B?"));
    tells("B?, not on RIGHT: L2");
  }

  @Test
  void bothDirectionsOfAMerge() {
    world.left.put(Note.of("a", "A", ""));
    world.sync();
    world.edit(Side.LEFT, "A", note -> note.withTitle("B?"));
    world.edit(Side.RIGHT, "A", note -> note.withText("t!"));
    tells("B?, not on LEFT: L1", "B?, not on RIGHT: L2");
  }

  @Test
  void equalStrangersThatAreLinked() {
    world.left.put(Note.of("a", "A", "t!"));
    world.right.put(Note.of("a", "A", "t!"));
    tells("A, not on LEFT: L1");
  }

  @Test
  void anEditOfWhatCannotBeShownIsTold() {
    world.right.put(Note.of("a", "A", "t!"));
    world.sync();
    world.edit(Side.RIGHT, "A", note -> note.withHidden("another"));
    tells("A, not on LEFT: L1");
    assertThat(world.planned).singleElement().isInstanceOf(Action.Adopt.class);
  }

  @Test
  void aSourceIsNotAskedForWhatNobodyWants() {
    world.policy =
        new Policy(
            Policy.Direction.LEFT_TO_RIGHT,
            Policy.Extra.KEEP,
            Policy.Conflicts.MERGE,
            Policy.Guard.USUAL);
    world.left.put(Note.of("a", "A", "t"));
    world.right.put(Note.of("a", "A", "t!"));
    tells();
  }

  @Test
  void whatIsDeletedLosesNothing() {
    world.right.put(Note.of("a", "A", "t!"));
    world.sync();
    world.remove(Side.LEFT, "A");
    tells();
  }

  @Test
  void aFieldThatIsLeftOutIsNoLoss() {
    world.right.cannotShow(note -> lost(true, 3, "hidden"));
    world.right.put(Note.of("a", "A", "t"));
    tells();
  }

  @Test
  void aLostAnswerKeepsTheLosses() {
    world.left.put(Note.of("a", "A?", ""));
    world.right.dials().failing(effect -> Dials.Fault.LOST_AFTER);
    tells("A?, not on RIGHT: L2");
  }

  /** The first effect is done when the process ends; what follows is the settling run's to tell. */
  private RunReport tellsAfterItsEnd(String... lost) {
    world.steps =
        what -> {
          if (what.endsWith("after effect")) {
            throw new Steps.Crash(what);
          }
        };
    assertThatThrownBy(world::sync).isInstanceOf(Steps.Crash.class);
    assertThat(world.lost).isEmpty();
    world.steps = Steps.NONE;
    RunReport plan = world.plan();
    assertThat(world.lost).containsExactlyInAnyOrder(lost);
    RunReport run = world.sync();
    assertThat(world.lost).containsExactlyInAnyOrder(lost);
    assertThat(run.lost()).isEqualTo(lost.length).isEqualTo(plan.lost());
    assertThat(world.sync().lost()).isZero();
    return run;
  }

  @Test
  void whatARunLostThatWasEndedIsToldByTheNextOne() {
    world.left.put(Note.of("a", "A?", "t"));
    tellsAfterItsEnd("A?, not on RIGHT: L2");
    world.edit(Side.LEFT, "A?", note -> note.withTitle("B?"));
    tellsAfterItsEnd("B?, not on RIGHT: L2");
    world.edit(Side.RIGHT, "B?", note -> note.withText("t!"));
    tellsAfterItsEnd("B?, not on LEFT: L1");
    world.remove(Side.LEFT, "B?");
    tellsAfterItsEnd();
  }

  @Test
  void aRefusedWriteHasLostNothing() {
    ItemId id = world.left.put(Note.of("a", "A?", "t"));
    world.right.dials().failing(effect -> Dials.Fault.REFUSED);
    world.sync();
    assertThat(world.lost).isEmpty();
    assertThat(world.failed).isNotEmpty();
    assertThat(world.left.items()).containsKey(id);
  }
}
