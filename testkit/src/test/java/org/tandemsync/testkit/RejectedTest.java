package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;

/** What somebody rejects is brought back, whatever else a run does; and nothing else is. */
class RejectedTest {
  private final World world = new World();

  RejectedTest() {
    rule(Policy.Conflicts.MERGE);
  }

  /** At most two deletions or overwrites pass. */
  private void rule(Policy.Conflicts conflicts) {
    world.policy =
        new Policy(
            Policy.Direction.TWO_WAY,
            Policy.Extra.KEEP,
            conflicts,
            new Policy.Guard(2, 0, true, 2, 0, true, true));
  }

  private void inStep(String... titles) {
    for (String title : titles) {
      world.left.put(Note.of("u-" + title, title, "1"));
    }
    world.syncTwice();
  }

  private void text(Side side, String text, String... titles) {
    for (String title : titles) {
      world.edit(side, title, note -> note.withText(text));
    }
  }

  private void rename(Side side, String... titles) {
    for (String title : titles) {
      world.edit(side, title, note -> note.withTitle(title + "!"));
    }
  }

  private String text(Side side, String title) {
    return world.note(side, title).text();
  }

  /** What is held is decided; what was decided before stays so. */
  private void reject() {
    world.ledger.decide(Held.Verdict.REJECTED);
  }

  private Action.Hold hold(String title) {
    return world.planned.stream()
        .filter(action -> action instanceof Action.Hold hold && hold.title().equals(title))
        .map(Action.Hold.class::cast)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private void floodIsHeld() {
    inStep("A", "B", "C", "D", "E", "F", "G");
    text(Side.RIGHT, "flood", "A", "B", "C");
    assertThat(world.sync().held()).isEqualTo(3);
  }

  private void assertNothingOfTheFloodIsLeft() {
    for (Side side : Side.values()) {
      assertThat(List.of(text(side, "A"), text(side, "B"), text(side, "C"))).containsOnly("1");
    }
  }

  @Test
  void itIsBroughtBackAlsoInARunThatHoldsOthers() {
    floodIsHeld();
    reject();
    text(Side.RIGHT, "good", "D", "E", "F");
    assertThat(world.plan().held()).isEqualTo(3);
    RunReport report = world.sync();
    assertThat(report.held()).isEqualTo(3);
    assertThat(report.updated()).containsEntry(Side.RIGHT, 3).containsEntry(Side.LEFT, 0);
    assertNothingOfTheFloodIsLeft();
    assertThat(world.ledger.held()).hasSize(3).allMatch(held -> held.side() == Side.LEFT);
    world.ledger.decide(Held.Verdict.APPROVED);
    world.syncTwice();
    assertThat(text(Side.LEFT, "D")).isEqualTo("good");
    assertNothingOfTheFloodIsLeft();
  }

  @Test
  void whatHasChangedSinceIsWeighedAnew() {
    floodIsHeld();
    reject();
    text(Side.RIGHT, "mended", "A");
    text(Side.LEFT, "2", "B");
    assertThat(world.sync().held()).isEqualTo(1);
    assertThat(hold("A").why()).contains("changed since somebody decided");
    assertThat(text(Side.RIGHT, "A")).isEqualTo("mended");
    assertThat(text(Side.LEFT, "A")).isEqualTo("1");
    assertThat(text(Side.RIGHT, "B")).isEqualTo("2");
    assertThat(text(Side.RIGHT, "C")).isEqualTo("1");
    world.ledger.decide(Held.Verdict.APPROVED);
    world.syncTwice();
    assertThat(text(Side.LEFT, "A")).isEqualTo("mended");
    assertThat(world.ledger.held()).isEmpty();
  }

  @Test
  void itStaysRejectedWhileItFails() {
    floodIsHeld();
    reject();
    world.right.dials().failing(e -> Dials.Fault.REFUSED);
    world.sync();
    world.right.dials().calm();
    world.ledger.rest(Quarantined.Rest.RESTING);
    world.sync();
    assertThat(world.ledger.held()).hasSize(3).allMatch(h -> h.verdict() == Held.Verdict.REJECTED);
    world.ledger.rest(Quarantined.Rest.DUE);
    world.syncTwice();
    assertNothingOfTheFloodIsLeft();
    assertThat(world.ledger.held()).isEmpty();
  }

  @Test
  void itStaysRejectedWhileAnItemCannotBeRead() {
    floodIsHeld();
    reject();
    world.right.dials().unreadable(world.idOf(Side.RIGHT, "A"));
    world.sync();
    assertThat(world.ledger.held()).hasSize(1);
    world.right.dials().reset();
    world.ledger.rest(Quarantined.Rest.DUE);
    world.sync();
    world.syncTwice();
    assertNothingOfTheFloodIsLeft();
  }

  @Test
  void itWaitsWhereNothingCanBeBroughtBack() {
    floodIsHeld();
    reject();
    world.right.dials().readOnly("a shared calendar");
    assertThat(world.sync().held()).isEqualTo(3);
    assertThat(hold("A").why()).contains("rejected", "a shared calendar");
    assertThat(text(Side.LEFT, "A")).isEqualTo("1");
    world.right.dials().readOnly(null);
    world.syncTwice();
    assertNothingOfTheFloodIsLeft();
  }

  // ---- items that both sides changed ----

  @Test
  void anEditOnTheSideThatIsKeptSurvives() {
    inStep("A", "B", "C", "D");
    text(Side.LEFT, "mine", "C");
    rename(Side.RIGHT, "A", "B", "C");
    assertThat(world.sync().held()).isEqualTo(3);
    assertThat(world.ledger.held()).allMatch(held -> held.side() == Side.LEFT);
    assertThat(hold("C").why()).contains("title in Outlook and text on the server");
    reject();
    world.syncTwice();
    for (Side side : Side.values()) {
      assertThat(world.titles(side)).containsExactly("A", "B", "C", "D");
      assertThat(text(side, "C")).isEqualTo("mine");
    }
  }

  @Test
  void soDoesOneOnTheServerWhereOutlookHasTheFlood() {
    inStep("A", "B", "C", "D");
    text(Side.RIGHT, "theirs", "C");
    rename(Side.LEFT, "A", "B", "C");
    assertThat(world.sync().held()).isEqualTo(3);
    assertThat(world.ledger.held()).allMatch(held -> held.side() == Side.RIGHT);
    reject();
    world.syncTwice();
    for (Side side : Side.values()) {
      assertThat(world.titles(side)).containsExactly("A", "B", "C", "D");
      assertThat(text(side, "C")).isEqualTo("theirs");
    }
  }

  @Test
  void whatApprovesOfOnePassesWhatItsLineSays() {
    inStep("A", "B", "C", "D");
    text(Side.LEFT, "mine", "C");
    rename(Side.RIGHT, "A", "B", "C");
    world.sync();
    world.ledger.decide(Held.Verdict.APPROVED);
    world.syncTwice();
    for (Side side : Side.values()) {
      assertThat(world.titles(side)).containsExactly("A!", "B!", "C!", "D");
      assertThat(text(side, "C!")).isEqualTo("mine");
    }
  }

  /** Later there may be more edits in Outlook than what the server flooded. */
  @Test
  void itIsAboutTheSideThatItWasAbout() {
    inStep("A", "B", "C", "D", "E", "F", "G", "H");
    text(Side.LEFT, "mine", "C");
    rename(Side.RIGHT, "A", "B", "C");
    world.sync();
    text(Side.LEFT, "2", "D", "E", "F", "G", "H");
    assertThat(world.sync().held()).isEqualTo(8);
    assertThat(world.ledger.held()).filteredOn(held -> held.side() == Side.LEFT).hasSize(3);
    reject();
    world.syncTwice();
    assertThat(world.titles(Side.LEFT)).doesNotContain("A!", "B!", "C!");
    assertThat(text(Side.RIGHT, "C")).isEqualTo("mine");
  }

  @Test
  void whatBothChangedIsAskedAllTheSame() {
    rule(Policy.Conflicts.ASK);
    inStep("A", "B", "C", "D");
    text(Side.LEFT, "mine", "C");
    text(Side.RIGHT, "theirs", "C");
    rename(Side.RIGHT, "A", "B", "C");
    assertThat(world.sync().held()).isEqualTo(3);
    reject();
    world.syncTwice();
    assertThat(world.titles(Side.RIGHT)).containsExactly("A", "B", "C", "D");
    assertThat(text(Side.LEFT, "C")).isEqualTo("mine");
    assertThat(text(Side.RIGHT, "C")).isEqualTo("theirs");
    assertThat(world.ledger.conflicts()).hasSize(1);
  }

  /** An older value of the server may not reach Outlook beside an edit that goes the other way. */
  @Test
  void anOlderBackupSpoilsNoItemThatWasEditedToo() {
    inStep("A", "B", "C", "D");
    Runnable backup = world.right.backup();
    text(Side.LEFT, "2", "B");
    world.left.put(Note.of("u-E", "E", "1"));
    world.ledger.nextRun();
    world.sync();
    backup.run();
    world.edit(Side.LEFT, "B", note -> note.withTitle("B!"));
    world.ledger.nextRun();
    assertThat(world.sync().held()).isEqualTo(2);
    assertThat(text(Side.LEFT, "B!")).isEqualTo("2");
    reject();
    world.ledger.nextRun();
    world.sync();
    for (Side side : Side.values()) {
      assertThat(world.titles(side)).containsExactlyInAnyOrder("A", "B!", "C", "D", "E");
      assertThat(text(side, "B!")).isEqualTo("2");
    }
  }

  // ---- other folders ----

  @Test
  void itIsBroughtBackInOtherFoldersToo() {
    rule(Policy.Conflicts.SERVER_WINS);
    world.ledger.unfamiliar(true);
    world.left.put(Note.of("u", "A", "1"));
    world.right.put(Note.of("u", "A", "older"));
    assertThat(world.sync().held()).isEqualTo(1);
    assertThat(world.ledger.held()).extracting(Held::side).containsExactly(Side.LEFT);
    reject();
    assertThat(world.sync().held()).isZero();
    assertThat(text(Side.LEFT, "A")).isEqualTo("1");
    assertThat(text(Side.RIGHT, "A")).isEqualTo("1");
    assertThat(world.ledger.held()).isEmpty();
    world.assertQuiet();
  }

  /** Nothing of before would be lost, so there is nothing to bring back: it is not done. */
  @Test
  void whatIsOnlyAddedIsNotAddedWhenThatIsRejected() {
    world.ledger.unfamiliar(true);
    world.left.put(Note.of("u", "A", ""));
    world.right.put(Note.of("u", "A", "text"));
    assertThat(world.sync().held()).isEqualTo(1);
    reject();
    world.ledger.unfamiliar(false);
    assertThat(world.sync().held()).isEqualTo(1);
    assertThat(hold("A").why()).contains("rejected", "nothing would be lost");
    assertThat(world.left.written() + world.right.written()).isZero();
    world.ledger.decide(Held.Verdict.APPROVED);
    world.syncTwice();
    assertThat(text(Side.LEFT, "A")).isEqualTo("text");
  }

  // ---- deletions ----

  @Test
  void deletedItemsComeBackInOtherFoldersToo() {
    inStep("A", "B", "C");
    world.ledger.unfamiliar(true);
    world.remove(Side.RIGHT, "A");
    assertThat(world.sync().held()).isEqualTo(1);
    reject();
    assertThat(world.sync().held()).isZero();
    assertThat(world.titles(Side.RIGHT)).containsExactlyInAnyOrder("A", "B", "C");
    assertThat(world.ledger.held()).isEmpty();
  }

  @Test
  void noDeletionPassesWhileItsItemCannotComeBack() {
    inStep("A", "B", "C", "D", "E");
    for (String title : List.of("A", "B", "C")) {
      world.remove(Side.RIGHT, title);
    }
    assertThat(world.sync().held()).isEqualTo(3);
    reject();
    world.right.dials().readOnly("a shared calendar");
    for (int i = 0; i < 3; i++) {
      world.sync();
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "C", "D", "E");
    }
    world.right.dials().readOnly(null);
    world.right.dials().failing(e -> Dials.Fault.REFUSED);
    world.sync();
    world.right.dials().calm();
    world.ledger.rest(Quarantined.Rest.RESTING);
    world.sync();
    world.ledger.rest(Quarantined.Rest.DUE);
    world.sync();
    for (Side side : Side.values()) {
      assertThat(world.titles(side)).containsExactlyInAnyOrder("A", "B", "C", "D", "E");
    }
    assertThat(world.ledger.held()).isEmpty();
  }

  private void floodFromTheLeftIsHeld() {
    inStep("A", "B", "C", "D", "E");
    text(Side.LEFT, "flood", "A", "B", "C");
    assertThat(world.sync().held()).isEqualTo(3);
  }

  /** What was held for one side is not weighed as if it were new when the other side edits it. */
  @Test
  void whatIsHeldStaysSoWhenTheOtherSideEditsIt() {
    floodFromTheLeftIsHeld();
    text(Side.LEFT, "1", "C");
    rename(Side.RIGHT, "A", "B");
    assertThat(world.sync().held()).isEqualTo(2);
    assertThat(text(Side.RIGHT, "A!")).isEqualTo("1");
    assertThat(text(Side.RIGHT, "B!")).isEqualTo("1");
  }

  @Test
  void anApprovalIsNotOfWhatWasEditedSince() {
    floodFromTheLeftIsHeld();
    world.ledger.decide(Held.Verdict.APPROVED);
    rename(Side.RIGHT, "A");
    assertThat(world.sync().held()).isEqualTo(1);
    assertThat(text(Side.RIGHT, "A!")).isEqualTo("1");
    assertThat(text(Side.RIGHT, "B")).isEqualTo("flood");
  }

  @Test
  void aFloodThatIsRejectedAfterTheOtherSideEditedItsItemsIsBroughtBack() {
    floodFromTheLeftIsHeld();
    rename(Side.RIGHT, "A", "B", "C");
    assertThat(world.sync().held()).isEqualTo(3);
    reject();
    world.syncTwice();
    for (String title : List.of("A!", "B!", "C!")) {
      assertThat(text(Side.LEFT, title)).isEqualTo("1");
      assertThat(text(Side.RIGHT, title)).isEqualTo("1");
    }
  }
}
