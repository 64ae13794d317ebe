package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;

/** Notes that look different to the right side, or take no part, scenario by scenario. */
final class LookTest {
  private static final Look FILTER = new Look(false, false, true, false);
  private static final Look STRICT = new Look(false, false, true, true);
  private static final Look MASK = new Look(true, false, false, false);

  private final World world = new World();

  @Test
  void whatTakesNoPartIsReadOnceAndStillFindsItsPartner() {
    world.use(FILTER);
    world.left.put(Note.of("in", "A", "", "F"));
    world.left.put(Note.of("out", "B", "mine"));
    assertThat(world.syncTwice().created()).containsEntry(Side.RIGHT, 1);
    assertThat(world.titles(Side.RIGHT)).containsExactly("A");
    world.right.put(Note.of("out", "B", ""));
    RunReport report = world.syncTwice();
    assertThat(report.created()).containsEntry(Side.LEFT, 0);
    assertThat(report.adopted()).isEqualTo(1);
    assertThat(world.titles(Side.LEFT)).containsExactly("A", "B");
    assertThat(world.note(Side.RIGHT, "B").text()).isEqualTo("mine");
  }

  @Test
  void whatTakesPartFromNowOnIsMadeAndWhatLeavesStays() {
    world.use(FILTER);
    world.left.put(Note.of("a", "A", "", "F"));
    world.left.put(Note.of("b", "B", ""));
    world.syncTwice();
    world.edit(Side.LEFT, "A", note -> note.minus("F"));
    world.edit(Side.LEFT, "B", note -> note.plus("F"));
    assertThat(world.syncTwice().deleted()).containsEntry(Side.RIGHT, 0);
    assertThat(world.titles(Side.RIGHT)).containsExactly("A", "B");
    world.edit(Side.RIGHT, "A", note -> note.withText("still in step"));
    world.syncTwice();
    assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("still in step");
  }

  @Test
  void leavingIsADeletionIfSomebodyAsksForItUnlessTheOtherSideEdited() {
    world.use(STRICT);
    for (String title : new String[] {"A", "B"}) {
      world.left.put(Note.of(title, title, "", "F"));
    }
    world.syncTwice();
    world.edit(Side.LEFT, "A", note -> note.minus("F"));
    world.edit(Side.LEFT, "B", note -> note.minus("F"));
    world.edit(Side.RIGHT, "B", note -> note.withText("edited"));
    assertThat(world.sync().deleted()).containsEntry(Side.RIGHT, 1);
    world.syncTwice(); // what left is read once more, and passed over from then on
    assertThat(world.titles(Side.RIGHT)).containsExactly("B");
    assertThat(world.titles(Side.LEFT)).containsExactly("A", "B");
    assertThat(world.note(Side.LEFT, "B").text()).isEqualTo("edited");
  }

  /** An edit on the server beats it, also one that has not come to Outlook yet. */
  @Test
  void whatWaitsInAConflictDoesNotLeave() {
    world.policy =
        new Policy(
            Policy.Direction.TWO_WAY, Policy.Extra.KEEP, Policy.Conflicts.ASK, Policy.Guard.USUAL);
    world.use(STRICT);
    world.left.put(Note.of("u-A", "A", "1").plus("F"));
    world.left.put(Note.of("u-B", "B", "1").plus("F"));
    world.syncTwice();
    world.edit(Side.LEFT, "A", note -> note.withText("l"));
    world.edit(Side.RIGHT, "A", note -> note.withText("r"));
    assertThat(world.sync().conflicts()).isEqualTo(1);
    world.edit(Side.LEFT, "A", note -> note.minus("F"));
    world.edit(Side.LEFT, "B", note -> note.minus("F"));
    world.sync();
    assertThat(world.titles(Side.RIGHT)).containsExactly("A");
    assertThat(world.note(Side.RIGHT, "A").text()).isEqualTo("r");
  }

  @Test
  void theGuardCountsWhatLeaves() {
    world.use(STRICT);
    world.policy =
        new Policy(
            Policy.Direction.TWO_WAY,
            Policy.Extra.KEEP,
            Policy.Conflicts.MERGE,
            new Policy.Guard(0, 10, true));
    world.left.put(Note.of("a", "A", "", "F"));
    world.sync();
    world.edit(Side.LEFT, "A", note -> note.minus("F"));
    assertThat(world.sync().held()).isEqualTo(1);
    assertThat(world.titles(Side.RIGHT)).containsExactly("A");
    world.use(new Look(false, false, false, false));
    world.policy = Policy.TWO_WAY;
    world.syncTwice();
    assertThat(world.titles(Side.RIGHT)).containsExactly("A");
  }

  @Test
  void anotherFilterDeletesNothing() {
    world.left.put(Note.of("a", "A", ""));
    world.syncTwice();
    world.use(STRICT);
    assertThat(world.syncTwice().deleted()).containsEntry(Side.RIGHT, 0);
    world.edit(Side.LEFT, "A", note -> note.withText("x"));
    world.syncTwice();
    assertThat(world.note(Side.RIGHT, "A").text()).isEqualTo("x");
  }

  @Test
  void switchingTheMaskOnAndOffTellsWhyAndWritesOneSideOnly() {
    world.left.put(Note.of("a", "A3", "secret"));
    world.left.put(Note.of("b", "B1", "open"));
    world.syncTwice();
    for (Look look : new Look[] {MASK, Look.PLAIN}) {
      world.use(look);
      int left = world.left.written();
      assertThat(world.syncTwice().updated()).containsEntry(Side.RIGHT, 1);
      assertThat(world.left.written()).isEqualTo(left);
      assertThat(world.planned).extracting(Action::why).containsExactly("options changed");
      assertThat(world.note(Side.RIGHT, "A3").text())
          .isEqualTo(look.hides() ? Look.MASK : "secret");
      assertThat(world.note(Side.RIGHT, "B1").text()).isEqualTo("open");
    }
  }

  @Test
  void whatIsWrittenOverTheMaskIsRecordedAndHiddenAgain() {
    world.use(MASK);
    world.left.put(Note.of("a", "A3", "secret"));
    world.syncTwice();
    world.edit(Side.RIGHT, "A3", note -> note.withText("what is it?"));
    assertThat(world.syncTwice().conflicts()).isEqualTo(1);
    assertThat(world.note(Side.RIGHT, "A3").text()).isEqualTo(Look.MASK);
    assertThat(world.note(Side.LEFT, "A3").text()).isEqualTo("secret");
    assertThat(world.ledger.conflicts().getFirst().right().text()).isEqualTo("what is it?");
  }

  @Test
  void aLostLedgerBringsNoMaskToOutlookAndDoublesNothing() {
    world.use(MASK);
    world.left.put(Note.of("a", "A3", "secret"));
    world.syncTwice();
    world.ledger.lose();
    RunReport report = world.syncTwice();
    assertThat(report.conflicts()).isZero();
    assertThat(world.note(Side.LEFT, "A3").text()).isEqualTo("secret");
    assertThat(world.titles(Side.RIGHT)).containsExactly("A3");
  }

  @Test
  void whatWasMaskedIsMadeAgainInOutlookAsItWasThere() {
    world.use(MASK);
    world.left.put(Note.of("a", "A3", "secret"));
    world.syncTwice();
    world.use(Look.PLAIN);
    world.remove(Side.LEFT, "A3");
    world.edit(Side.RIGHT, "A3", note -> note.plus("edited"));
    world.sync();
    world.sync();
    assertThat(world.note(Side.LEFT, "A3").text()).isEqualTo("secret");
    assertThat(world.note(Side.RIGHT, "A3").text()).isEqualTo("secret");
    assertThat(world.note(Side.LEFT, "A3").tags()).containsExactly("edited");
  }

  @Test
  void whatWasMovedIsNotTakenForWhatWasToBeMadeAgain() {
    world.left.put(Note.of("here", "A", "x"));
    world.right.put(Note.of("there", "A", "x"));
    world.syncTwice();
    world.edit(Side.RIGHT, "A", note -> note.withText("of the server"));
    ItemId moved = world.left.move(world.idOf(Side.LEFT, "A"));
    world.edit(Side.LEFT, "A", note -> note.withText("of Outlook"));
    world.left.dials().dropping(moved::equals);
    world.left.dials().failing(effect -> Dials.Fault.LOST_BEFORE);
    world.sync();
    world.left.dials().calm();
    world.sync();
    assertThat(world.titles(Side.LEFT)).containsExactly("A");
    assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("of Outlook");
    assertThat(world.note(Side.RIGHT, "A").text()).isEqualTo("of Outlook");
    assertThat(world.ledger.conflicts().getLast().right().text()).isEqualTo("of the server");
  }

  // ---- a range of days ----

  @Test
  void whatIsOutsideTheRangeJoinsOnItsDayWithoutAChange() {
    for (boolean incremental : new boolean[] {true, false}) {
      World world = new World();
      if (incremental) {
        world.left.dials().incrementalListings();
        world.right.dials().incrementalListings();
      }
      world.today("2026-03-01");
      world.left.put(Note.of("a", "A @2026-03-05", ""));
      world.right.put(Note.of("b", "B @2026-03-06", ""));
      world.left.put(Note.of("c", "C @2026-03-01", ""));
      assertThat(world.syncTwice().created()).containsEntry(Side.RIGHT, 1);
      world.today("2026-03-04");
      world.assertQuiet();
      world.today("2026-03-05");
      assertThat(world.syncTwice().created()).containsEntry(Side.RIGHT, 1);
      world.today("2026-03-09");
      assertThat(world.syncTwice().created()).containsEntry(Side.LEFT, 1);
      assertThat(world.titles(Side.LEFT)).hasSize(3).isEqualTo(world.titles(Side.RIGHT));
    }
  }

  @Test
  void whatLeavesTheRangeStaysInStepAndIsDeletedByNobody() {
    world.today("2026-03-09");
    for (String title : new String[] {"A @2026-03-01", "B @2026-03-05", "C @2026-03-09"}) {
      world.left.put(Note.of(title, title, ""));
    }
    world.syncTwice();
    for (String day : new String[] {"2026-03-05", "2026-03-04", "2026-02-01"}) {
      world.today(day);
      world.assertQuiet();
      world.ledger.otherOptions();
      RunReport report = world.sync();
      assertThat(report.deleted()).containsEntry(Side.LEFT, 0).containsEntry(Side.RIGHT, 0);
    }
    world.edit(Side.LEFT, "B @2026-03-05", note -> note.withTitle("B @2026-04-01"));
    world.edit(Side.RIGHT, "C @2026-03-09", note -> note.withText("still in step"));
    world.syncTwice();
    assertThat(world.titles(Side.RIGHT)).contains("B @2026-04-01").hasSize(3);
    assertThat(world.note(Side.LEFT, "C @2026-03-09").text()).isEqualTo("still in step");
    world.remove(Side.RIGHT, "A @2026-03-01");
    assertThat(world.syncTwice().deleted()).containsEntry(Side.LEFT, 1);
  }

  @Test
  void aMirrorDeletesNothingThatIsOutsideTheRange() {
    world.policy =
        new Policy(
            Policy.Direction.LEFT_TO_RIGHT,
            Policy.Extra.DELETE,
            Policy.Conflicts.MERGE,
            Policy.Guard.OFF);
    world.today("2026-03-01");
    world.right.put(Note.of("a", "A @2026-03-05", ""));
    world.right.put(Note.of("b", "B @2026-03-01", ""));
    world.left.put(Note.of("c", "C @2026-03-05", ""));
    assertThat(world.syncTwice().deleted()).containsEntry(Side.RIGHT, 1);
    assertThat(world.titles(Side.RIGHT)).containsExactly("A @2026-03-05");
  }

  /** Which of several it could be is nobody's business either. */
  @Test
  void whatIsOutsideTheRangeOnBothSidesIsNotLinked() {
    world.today("2026-03-01");
    world.left.put(Note.of("a", "A @2026-03-05", "left"));
    world.right.put(Note.of("a", "A @2026-03-05", "right"));
    for (Side side : Side.values()) {
      world.store(side).put(Note.of("b1" + side, "B @2026-03-05", "of " + side));
      world.store(side).put(Note.of("b2" + side, "B @2026-03-05", "of " + side));
    }
    RunReport report = world.syncTwice();
    assertThat(report.links() + report.held()).isZero();
    world.left.put(Note.of("c", "C @2026-03-05", "left"));
    world.syncTwice();
    world.right.put(Note.of("c", "C @2026-03-05", "right"));
    assertThat(world.syncTwice().links()).isZero();
    world.remove(Side.LEFT, "A @2026-03-05");
    world.syncTwice();
    assertThat(world.note(Side.RIGHT, "A @2026-03-05").text()).isEqualTo("right");
    assertThat(world.note(Side.RIGHT, "C @2026-03-05").text()).isEqualTo("right");
  }

  @Test
  void whatIsWithinTheRangeOnOneSideIsLinked() {
    world.today("2026-03-01");
    world.left.put(Note.of("a", "A @2026-03-05", "text"));
    world.right.put(Note.of("a", "A @2026-03-01", "text"));
    assertThat(world.syncTwice().links()).isEqualTo(1);
  }
}
