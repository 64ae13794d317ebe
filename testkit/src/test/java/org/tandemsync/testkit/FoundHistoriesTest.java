package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Side;

/** What {@link HistoriesTest} found: each was lost, doubled or left apart once. */
final class FoundHistoriesTest {
  private static final Look MASK = new Look(true, false, false, false);
  private static final Look FILTER = new Look(false, false, true, false);

  private final World world = new World();

  /** The same as they were drawn, so long as histories are drawn in this way. */
  @TestFactory
  Stream<DynamicTest> nothingIsLostInThoseThatFailedOnce() {
    return Stream.of(
            "plain:4452",
            "plain:7622",
            "plain:14223",
            "wild:3323",
            "wild:39136",
            "wild:75779",
            "wild:123265",
            "wild:132070",
            "options:3403",
            "options:19432",
            "options:23150",
            "crash:471",
            "crash:993",
            "crash:2946",
            "crash:3439",
            "crash_wild:58",
            "crash_wild:364")
        .map(
            name -> {
              String[] parts = name.split(":", 2);
              Lived lived = Mode.named(parts[0]).drawn(Long.parseLong(parts[1]));
              return DynamicTest.dynamicTest(
                  name, () -> assertThat(lived.violations()).as(lived::toString).isEmpty());
            });
  }

  private void policy(Policy.Conflicts conflicts) {
    world.policy =
        new Policy(Policy.Direction.TWO_WAY, Policy.Extra.KEEP, conflicts, Policy.Guard.OFF);
  }

  /** The run ends just after the effects so far. */
  private void endAfter(String step) {
    world.steps =
        what -> {
          if (what.equals(step)) {
            throw new Steps.Crash(what);
          }
        };
    try {
      world.sync();
      throw new AssertionError("the run did not come to '" + step + "'");
    } catch (Steps.Crash expected) {
      world.steps = Steps.NONE;
    }
  }

  private Note left(String title) {
    return world.note(Side.LEFT, title);
  }

  private Note right(String title) {
    return world.note(Side.RIGHT, title);
  }

  @Test
  void whatWasMadeAgainUnderThePartnersUidIsNotDoubledByALostAnswer() {
    world.left.dials().strippingStamps().rewriting(note -> note.withText(note.text() + "~"));
    world.left.put(Note.of("", "A", "x"));
    world.syncTwice();
    world.remove(Side.LEFT, "A");
    world.edit(Side.RIGHT, "A", note -> note.withText("edited"));
    world.left.dials().failing(effect -> Dials.Fault.LOST_AFTER);
    world.sync();
    world.left.dials().calm();
    world.sync();
    world.sync();
    assertThat(world.titles(Side.LEFT)).containsExactly("A");
    assertThat(world.titles(Side.RIGHT)).containsExactly("A");
  }

  @Test
  void aUidBelongsToTheLinkThatHasItOnItsOwnSide() {
    world.left.put(Note.of("", "first", "x"));
    world.syncTwice();
    String uid = right("first").uid();
    world.left.put(Note.of(uid, "second", "y"));
    world.syncTwice();
    world.remove(Side.LEFT, "first");
    ItemId _ = world.left.move(world.idOf(Side.LEFT, "second"));
    world.sync();
    world.sync();
    assertThat(world.titles(Side.LEFT)).containsExactly("second");
    assertThat(world.titles(Side.RIGHT)).containsExactly("second");
  }

  @Test
  void whatWasDeletedHereAndMovedThereDuringTheRunIsNotForgotten() {
    world.left.put(Note.of("", "A", "x"));
    world.syncTwice();
    world.remove(Side.LEFT, "A");
    world.steps =
        what -> {
          if (what.equals("right read")) {
            world.steps = Steps.NONE;
            ItemId _ = world.right.move(world.idOf(Side.RIGHT, "A"));
          }
        };
    assertThat(world.sync().postponed()).isEqualTo(1);
    assertThat(world.syncTwice().deleted()).containsEntry(Side.RIGHT, 1);
    assertThat(world.right.items()).isEmpty();
    assertThat(world.left.items()).isEmpty();
  }

  @Test
  void whatWasHiddenWhileTheOtherSideFailedIsNoOpenConflict() {
    policy(Policy.Conflicts.ASK);
    world.use(MASK);
    world.left.put(Note.of("u", "A1", "secret"));
    world.syncTwice();
    world.edit(Side.RIGHT, "A1", note -> note.withTitle("A3"));
    world.left.dials().failing(effect -> Dials.Fault.NOT_DONE);
    world.sync();
    world.left.dials().calm();
    assertThat(right("A3").text()).isEqualTo(Look.MASK);
    world.edit(Side.RIGHT, "A3", note -> note.withText("written over the mask"));
    world.sync();
    world.sync();
    assertThat(left("A3").text()).isEqualTo("secret");
    assertThat(right("A3").text()).isEqualTo(Look.MASK);
    assertThat(world.ledger.conflicts().getLast().right().text())
        .isEqualTo("written over the mask");
  }

  @Test
  void whatIsHiddenNoMoreIsBroughtAcrossAfterAFailure() {
    world.left.put(Note.of("u", "A3", "x"));
    world.syncTwice();
    world.use(new Look(true, true, false, false));
    world.edit(Side.RIGHT, "A3", note -> note.withTitle("A1"));
    world.edit(Side.LEFT, "A3", note -> note.withText("x!"));
    world.left.dials().failing(effect -> Dials.Fault.LOST_BEFORE);
    world.sync();
    world.left.dials().calm();
    world.use(Look.PLAIN);
    world.syncTwice();
    assertThat(left("A1").text()).isEqualTo("x!");
    assertThat(right("A1").text()).isEqualTo("x!");
  }

  @Test
  void whatARunPutDifferentlyBeforeItWasEndedFollowsTheOptionsLater() {
    policy(Policy.Conflicts.ASK);
    world.use(MASK);
    world.left.put(Note.of("u", "A3", "secret"));
    world.right.put(Note.of("u", "A3", "secret"));
    endAfter("right after effect");
    assertThat(right("A3").text()).isEqualTo(Look.MASK);
    world.use(Look.PLAIN);
    world.syncTwice();
    assertThat(left("A3").text()).isEqualTo("secret");
    assertThat(right("A3").text()).isEqualTo("secret");
  }

  @Test
  void theFilterOfARunThatWasEndedIsSeenByTheNextOne() {
    policy(Policy.Conflicts.ASK);
    world.use(FILTER);
    world.left.put(Note.of("u", "A", "x", "a"));
    world.right.put(Note.of("u", "A", "x", "b"));
    endAfter("right after effect");
    world.use(Look.PLAIN);
    world.syncTwice();
    assertThat(right("A").tags()).isEqualTo(left("A").tags()).contains("a", "b");
  }

  @Test
  void whatWasWrittenJustBeforeTheEndIsFoundWhereItWasMovedTo() {
    policy(Policy.Conflicts.SERVER_WINS);
    world.use(MASK);
    world.left.put(Note.of("u", "A3", "secret"));
    world.right.put(Note.of("u", "A3", "secret"));
    endAfter("right after effect");
    ItemId _ = world.right.move(world.idOf(Side.RIGHT, "A3"));
    world.use(Look.PLAIN);
    world.syncTwice();
    assertThat(left("A3").text()).isEqualTo("secret");
    assertThat(right("A3").text()).isEqualTo("secret");
    assertThat(world.titles(Side.RIGHT)).containsExactly("A3");
  }

  @Test
  void ofWhatWasWrittenJustBeforeTheEndWhatIsStillThereIsOurs() {
    policy(Policy.Conflicts.SERVER_WINS);
    world.use(MASK);
    world.right.dials().strippingStamps();
    world.left.put(Note.of("u", "A3", "secret", "a"));
    world.right.put(Note.of("u", "A3", "", "b"));
    endAfter("right after effect");
    world.edit(Side.RIGHT, "A3", note -> note.plus("c"));
    world.use(Look.PLAIN);
    world.syncTwice();
    assertThat(left("A3").text()).isEqualTo("secret");
    assertThat(right("A3").text()).isEqualTo("secret");
    assertThat(left("A3").tags()).isEqualTo(right("A3").tags()).containsExactly("a", "b", "c");
    assertThat(List.copyOf(world.ledger.conflicts())).isEmpty();
  }
}
