package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;

/** A side that was put back to an earlier state has deleted nothing, and what it holds is older. */
class PutBackTest {
  private final World world = new World();

  @BeforeEach
  void inStep() {
    for (String title : new String[] {"A", "B", "C"}) {
      world.left.put(Note.of("u-" + title, title, "1"));
    }
    sync();
  }

  private RunReport sync() {
    world.ledger.nextRun();
    return world.sync();
  }

  private void text(Side side, String title, String text) {
    world.edit(side, title, note -> note.withText(text));
  }

  /** After a backup of the server B is edited and D is new; then the backup is put back. */
  private void putBackServer() {
    Runnable backup = world.right.backup();
    text(Side.LEFT, "B", "2");
    world.left.put(Note.of("u-D", "D", "1"));
    sync();
    backup.run();
  }

  @Test
  void whatIsNewerIsHeldUntilSomebodyDecides() {
    putBackServer();
    world.left.put(Note.of("u-E", "E", "1"));
    for (int i = 0; i < 3; i++) { // what we write meanwhile does not make it look up to date
      assertThat(sync().held()).isEqualTo(2);
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "C", "D", "E");
      assertThat(world.note(Side.LEFT, "B").text()).isEqualTo("2");
    }
    assertThat(world.titles(Side.RIGHT)).containsExactly("A", "B", "C", "E");
    assertThat(world.ledger.held())
        .extracting(Held::doing)
        .containsExactlyInAnyOrder(Held.Doing.DELETE, Held.Doing.OVERWRITE);
    assertThat(world.ledger.held()).allMatch(held -> held.why().contains("older backup"));
  }

  @Test
  void whatWasRejectedIsBroughtBack() {
    putBackServer();
    sync();
    world.ledger.decide(Held.Verdict.REJECTED);
    sync();
    assertThat(world.titles(Side.RIGHT)).containsExactly("A", "B", "C", "D");
    assertThat(world.note(Side.RIGHT, "B").text()).isEqualTo("2");
    assertThat(world.note(Side.LEFT, "B").text()).isEqualTo("2");
    assertThat(world.ledger.held()).isEmpty();
    assertThat(world.ledger.putBack()).isEmpty();
    world.assertQuiet();
  }

  @Test
  void whatWasApprovedIsOlderOnBothSides() {
    putBackServer();
    sync();
    world.ledger.decide(Held.Verdict.APPROVED);
    sync();
    assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "C");
    assertThat(world.note(Side.LEFT, "B").text()).isEqualTo("1");
    assertThat(world.ledger.putBack()).isEmpty();
    world.assertQuiet();
  }

  @Test
  void outlooksOlderCopyIsNoDifferent() {
    Runnable backup = world.left.backup();
    text(Side.RIGHT, "B", "2");
    world.right.put(Note.of("u-D", "D", "1"));
    sync();
    backup.run();
    assertThat(sync().held()).isEqualTo(2);
    assertThat(world.titles(Side.RIGHT)).containsExactly("A", "B", "C", "D");
    assertThat(world.note(Side.RIGHT, "B").text()).isEqualTo("2");
  }

  @Test
  void whatIsNewOnTheSideThatWasPutBackGoesOn() {
    putBackServer();
    world.right.put(Note.of("u-F", "F", "1"));
    world.left.put(Note.of("u-G", "G", "1"));
    sync();
    assertThat(world.titles(Side.LEFT)).contains("F");
    assertThat(world.titles(Side.RIGHT)).contains("G");
  }

  @Test
  void oneEditThatIsTakenBackIsNoAlarm() {
    Runnable before = world.right.backup();
    text(Side.RIGHT, "B", "2");
    sync();
    before.run(); // as on a server whose ETags are digests
    assertThat(sync().held()).isZero();
    assertThat(world.note(Side.LEFT, "B").text()).isEqualTo("1");
  }

  @Test
  void deletingTheNewestIsNoAlarm() {
    world.right.put(Note.of("u-D", "D", "1"));
    sync();
    world.remove(Side.RIGHT, "D");
    assertThat(sync().held()).isZero();
    assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "C");
  }

  @Test
  void whatIsNewerAndStillThereTellsThatNothingWasPutBack() {
    Runnable before = world.right.backup(world.idOf(Side.RIGHT, "B"));
    text(Side.RIGHT, "B", "2");
    world.right.put(Note.of("u-D", "D", "1"));
    sync();
    text(Side.RIGHT, "A", "2");
    sync();
    before.run();
    world.remove(Side.RIGHT, "D");
    assertThat(sync().held()).isZero();
    assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "C");
    assertThat(world.note(Side.LEFT, "B").text()).isEqualTo("1");
  }

  @Test
  void aTokenThatIsNotKnownAndTheNewestGoneAreAnAlarm() {
    world.right.dials().incrementalListings();
    sync();
    Runnable backup = world.right.backup();
    world.left.put(Note.of("u-D", "D", "1"));
    sync();
    sync();
    backup.run();
    world.right.dials().expiredCheckpoints(true);
    assertThat(sync().held()).isEqualTo(1);
    assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "C", "D");
  }

  @Test
  void aTokenThatIsNotKnownAndAnOlderItemGoneAreNone() {
    world.right.dials().incrementalListings();
    sync();
    world.left.put(Note.of("u-D", "D", "1"));
    sync();
    sync();
    world.remove(Side.RIGHT, "A");
    world.right.dials().expiredCheckpoints(true);
    assertThat(sync().held()).isZero();
    assertThat(world.titles(Side.LEFT)).containsExactly("B", "C", "D");
  }

  @Test
  void aPlanTellsTheSame() {
    putBackServer();
    world.ledger.nextRun();
    assertThat(world.plan().held()).isEqualTo(2);
    assertThat(world.ledger.putBack()).isEmpty();
  }

  /** An id was given again, and what comes from that side later in the run is a deletion. */
  private RunReport anIdIsGivenAgain() {
    world.left.dials().withBirthmarks();
    world.left.put(Note.of("u-D", "D", "1"));
    world.right.put(Note.of("u-E", "E", "1"));
    sync();
    sync();
    world.left.giveAgain(world.idOf(Side.LEFT, "D"), Note.of("u-F", "F", "1"));
    world.remove(Side.LEFT, "A");
    return sync();
  }

  @Test
  void anIdThatWasGivenAgainHoldsWhatComesFromThere() {
    assertThat(anIdIsGivenAgain().deleted().get(Side.RIGHT)).isZero();
    assertThat(world.titles(Side.RIGHT)).contains("A", "D");
  }

  @Test
  void withoutAGuardNothingIsHeld() {
    world.policy =
        new Policy(
            Policy.Direction.TWO_WAY, Policy.Extra.KEEP, Policy.Conflicts.MERGE, Policy.Guard.OFF);
    assertThat(anIdIsGivenAgain().deleted().get(Side.RIGHT)).isEqualTo(1);
    assertThat(world.titles(Side.RIGHT)).contains("D").doesNotContain("A");
  }
}
