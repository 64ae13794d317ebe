package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.StoreException;

/** The engine scenario by scenario. Each one is synced again and must be quiet. */
final class EngineTest {
  private final World world = new World();

  private void linked(String... titles) {
    for (String title : titles) {
      world.left.put(Note.of("uid-" + title, title, "text"));
    }
    RunReport report = world.syncTwice();
    assertThat(report.created()).containsEntry(Side.RIGHT, titles.length);
    assertThat(report.links()).isEqualTo(titles.length);
  }

  private void assertEqualSides() {
    assertThat(world.left.items().values().stream().map(world.kind::visible).toList())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("uid")
        .containsExactlyInAnyOrderElementsOf(
            world.right.items().values().stream().map(world.kind::visible).toList());
  }

  private List<Action.HoldReason> holds() {
    return world.planned.stream()
        .filter(Action.Hold.class::isInstance)
        .map(action -> ((Action.Hold) action).reason())
        .toList();
  }

  @Nested
  class Changes {
    @Test
    void newItemsGoToTheOtherSide() {
      world.left.put(Note.of("uid-a", "A", "text", "x"));
      world.left.put(Note.of("", "B", "no uid"));
      world.right.put(Note.of("uid-c", "C", ""));
      RunReport report = world.syncTwice();
      assertThat(report.created()).containsEntry(Side.LEFT, 1).containsEntry(Side.RIGHT, 2);
      assertThat(report.needsAttention()).isFalse();
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "C");
      assertEqualSides();
    }

    @Test
    void manyItemsTakeManyBatches() {
      for (int i = 0; i < 100; i++) {
        world.left.put(Note.of("uid-" + i, "T" + i, ""));
      }
      assertThat(world.syncTwice().created()).containsEntry(Side.RIGHT, 100);
      assertThat(world.left.bodiesRead()).isEqualTo(100);
      assertThat(world.right.bodiesRead()).isZero();
    }

    @Test
    void aChangeFlowsToTheOtherSideAndReadsOneBody() {
      linked("A", "B");
      world.edit(Side.RIGHT, "A", note -> note.withText("changed").withHidden("secret"));
      int read = world.left.bodiesRead() + world.right.bodiesRead();
      RunReport report = world.syncTwice();
      assertThat(report.updated()).containsEntry(Side.LEFT, 1).containsEntry(Side.RIGHT, 0);
      assertThat(world.left.bodiesRead() + world.right.bodiesRead() - read).isEqualTo(1);
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("changed");
      assertThat(world.note(Side.LEFT, "A").hidden()).isEmpty();
      assertThat(world.note(Side.RIGHT, "A").hidden()).isEqualTo("secret");
    }

    @Test
    void changesOfBothSidesAreMergedFieldByField() {
      linked("A");
      world.edit(Side.LEFT, "A", note -> note.withText("from left").plus("l"));
      world.edit(Side.RIGHT, "A", note -> note.withTitle("A2").plus("r"));
      RunReport report = world.syncTwice();
      assertThat(report.conflicts()).isZero();
      assertEqualSides();
      Note merged = world.note(Side.RIGHT, "A2");
      assertThat(merged.text()).isEqualTo("from left");
      assertThat(merged.tags()).containsExactly("l", "r");
    }

    @Test
    void equalChangesAreOnlyNoted() {
      linked("A");
      world.edit(Side.LEFT, "A", note -> note.withText("same"));
      world.edit(Side.RIGHT, "A", note -> note.withText("same"));
      RunReport report = world.syncTwice();
      assertThat(report.adopted()).isEqualTo(1);
      assertThat(report.updated()).containsEntry(Side.LEFT, 0).containsEntry(Side.RIGHT, 0);
    }

    @Test
    void anEditThatChangesNothingOfInterestIsNoEdit() {
      linked("A");
      world.edit(Side.RIGHT, "A", note -> note.withHidden("only the server knows"));
      RunReport report = world.syncTwice();
      assertThat(report.updated()).containsEntry(Side.LEFT, 0);
      assertThat(world.planned).isEmpty();
    }

    @Test
    void aClashIsRecordedWithBothValuesAndOutlookWins() {
      linked("A");
      world.edit(Side.LEFT, "A", note -> note.withText("l"));
      world.edit(Side.RIGHT, "A", note -> note.withText("r"));
      RunReport report = world.syncTwice();
      assertThat(report.conflicts()).isEqualTo(1);
      assertEqualSides();
      assertThat(world.note(Side.RIGHT, "A").text()).isEqualTo("l");
      assertThat(world.ledger.conflicts()).hasSize(1);
      assertThat(world.ledger.conflicts().getFirst().right().text()).isEqualTo("r");
      assertThat(world.ledger.conflicts().getFirst().winner()).isEqualTo(Side.LEFT);
    }

    @Test
    void theServerMayWin() {
      world.policy = policy(Policy.Conflicts.SERVER_WINS);
      linked("A");
      world.edit(Side.LEFT, "A", note -> note.withText("l"));
      world.edit(Side.RIGHT, "A", note -> note.withText("r"));
      world.syncTwice();
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("r");
    }

    @Test
    void theNewestMayWin() {
      world.policy = policy(Policy.Conflicts.NEWEST_WINS);
      linked("A", "B");
      world.edit(Side.LEFT, "A", note -> note.withText("l").withModified(10));
      world.edit(Side.RIGHT, "A", note -> note.withText("r").withModified(11));
      world.edit(Side.LEFT, "B", note -> note.withText("l").withModified(11));
      world.edit(Side.RIGHT, "B", note -> note.withText("r").withModified(10));
      world.syncTwice();
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("r");
      assertThat(world.note(Side.RIGHT, "B").text()).isEqualTo("l");
    }

    @Test
    void aConflictThatWaitsForADecisionIsRecordedOnceAndTheRestMerges() {
      world.policy = policy(Policy.Conflicts.ASK);
      linked("A");
      world.edit(Side.LEFT, "A", note -> note.withText("l").plus("x"));
      world.edit(Side.RIGHT, "A", note -> note.withText("r"));
      RunReport report = world.syncTwice();
      assertThat(report.conflicts()).isEqualTo(1);
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("l");
      assertThat(world.note(Side.RIGHT, "A").text()).isEqualTo("r");
      assertThat(world.note(Side.RIGHT, "A").tags()).containsExactly("x");
      assertThat(world.ledger.conflicts()).hasSize(1);
      assertThat(world.ledger.conflicts().getFirst().winner()).isNull();
      world.edit(Side.RIGHT, "A", note -> note.withText("decided"));
      world.syncTwice();
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("decided");
      assertThat(world.ledger.conflicts()).hasSize(1);
    }

    private Policy policy(Policy.Conflicts conflicts) {
      return new Policy(Policy.Direction.TWO_WAY, Policy.Extra.KEEP, conflicts, Policy.Guard.USUAL);
    }
  }

  @Nested
  class Deletions {
    @Test
    void aDeletionFlows() {
      linked("A", "B");
      world.remove(Side.RIGHT, "A");
      RunReport report = world.syncTwice();
      assertThat(report.deleted()).containsEntry(Side.LEFT, 1);
      assertThat(world.titles(Side.LEFT)).containsExactly("B");
      assertThat(report.links()).isEqualTo(1);
    }

    @Test
    void anEditBeatsADeletion() {
      linked("A", "B");
      world.remove(Side.LEFT, "A");
      world.edit(Side.RIGHT, "A", note -> note.withText("still needed"));
      world.syncTwice();
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("still needed");
      assertThat(world.note(Side.LEFT, "A").uid()).isEqualTo("uid-A");
      assertEqualSides();
    }

    @Test
    void whatBothLostIsForgotten() {
      linked("A", "B");
      world.remove(Side.LEFT, "A");
      world.remove(Side.RIGHT, "A");
      assertThat(world.syncTwice().links()).isEqualTo(1);
    }

    @Test
    void whatAListingDoesNotNameIsNotDeleted() {
      linked("A", "B");
      ItemId hidden = world.idOf(Side.RIGHT, "A");
      world.right.dials().dropping(hidden::equals);
      assertThat(world.sync().deleted()).containsEntry(Side.LEFT, 0);
      world.right.dials().calm();
      world.syncTwice();
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B");
    }

    @Test
    void aListingThatWasCutShortProvesNothing() {
      linked("A", "B");
      ItemId hidden = world.idOf(Side.RIGHT, "A");
      world.right.dials().dropping(hidden::equals).partialListings(true);
      world.edit(Side.LEFT, "A", note -> note.withText("new"));
      RunReport report = world.sync();
      assertThat(report.problems()).hasSize(1);
      assertThat(holds()).containsExactly(Action.HoldReason.UNKNOWN);
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B");
      world.right.dials().calm();
      world.right.dials().partialListings(false);
      world.syncTwice();
      assertEqualSides();
    }

    @Test
    void anEmptiedSideDeletesNothingUntilConfirmed() {
      linked("A", "B");
      world.remove(Side.RIGHT, "A");
      world.remove(Side.RIGHT, "B");
      RunReport report = world.syncTwice();
      assertThat(holds()).containsExactly(Action.HoldReason.GUARD, Action.HoldReason.GUARD);
      assertThat(report.held()).isEqualTo(2);
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B");
      world.policy =
          new Policy(
              Policy.Direction.TWO_WAY,
              Policy.Extra.KEEP,
              Policy.Conflicts.MERGE,
              Policy.Guard.OFF);
      world.syncTwice();
      assertThat(world.titles(Side.LEFT)).isEmpty();
    }

    @Test
    void tooManyDeletionsAreHeldAndEverythingElseGoesOn() {
      world.policy =
          new Policy(
              Policy.Direction.TWO_WAY,
              Policy.Extra.KEEP,
              Policy.Conflicts.MERGE,
              new Policy.Guard(2, 50, true));
      linked("A", "B", "C", "D", "E");
      for (String title : List.of("A", "B", "C")) {
        world.remove(Side.LEFT, title);
      }
      world.edit(Side.LEFT, "D", note -> note.withText("new"));
      RunReport report = world.syncTwice();
      assertThat(report.held()).isEqualTo(3);
      assertThat(((Action.Hold) world.planned.getLast()).why()).contains("3 of 5");
      assertThat(world.titles(Side.RIGHT)).hasSize(5);
      assertThat(world.note(Side.RIGHT, "D").text()).isEqualTo("new");
    }

    @Test
    void twoDeletionsOfFiveAreLetPass() {
      world.policy =
          new Policy(
              Policy.Direction.TWO_WAY,
              Policy.Extra.KEEP,
              Policy.Conflicts.MERGE,
              new Policy.Guard(2, 0, true));
      linked("A", "B", "C", "D", "E");
      world.remove(Side.LEFT, "A");
      world.remove(Side.LEFT, "B");
      world.syncTwice();
      assertThat(world.titles(Side.RIGHT)).containsExactly("C", "D", "E");
    }
  }

  @Nested
  class Decided {
    private void inConflict() {
      world.policy =
          new Policy(
              Policy.Direction.TWO_WAY,
              Policy.Extra.KEEP,
              Policy.Conflicts.ASK,
              Policy.Guard.USUAL);
      linked("A", "B");
      world.edit(Side.LEFT, "A", note -> note.withText("l").withTitle("Al"));
      world.edit(Side.RIGHT, "A", note -> note.withText("r").withTitle("Ar"));
      assertThat(world.syncTwice().conflicts()).isEqualTo(1);
      assertThat(world.ledger.conflicts().getFirst().base()).isNotNull();
    }

    private void decide(Map<String, Side> choices) {
      Conflict<Note> conflict = world.ledger.conflicts().getLast();
      world.ledger.decide(
          new Decision<>(conflict.link(), conflict.left(), conflict.right(), choices));
    }

    @Test
    void forOneSide() {
      inConflict();
      decide(Map.of("text", Side.RIGHT, "title", Side.RIGHT));
      assertThat(world.plan().updated()).containsEntry(Side.LEFT, 1);
      RunReport report = world.syncTwice();
      assertThat(report.updated()).containsEntry(Side.LEFT, 1).containsEntry(Side.RIGHT, 0);
      assertThat(world.note(Side.LEFT, "Ar").text()).isEqualTo("r");
      assertThat(world.ledger.decisions()).isEmpty();
      assertThat(Objects.requireNonNull(world.ledger.deeds().getLast().before()).text())
          .isEqualTo("l");
      assertEqualSides();
    }

    /** Its edit has never reached the side that lost it: an edit beats a deletion. */
    @ParameterizedTest
    @EnumSource(Side.class)
    void thatOneSideDeletesWhileItWaits(Side lost) {
      inConflict();
      world.remove(lost, lost == Side.LEFT ? "Al" : "Ar");
      RunReport report = world.syncTwice();
      assertThat(report.deleted()).containsEntry(Side.LEFT, 0).containsEntry(Side.RIGHT, 0);
      String edit = lost == Side.LEFT ? "r" : "l";
      assertThat(world.note(lost, "A" + edit).text()).isEqualTo(edit);
      assertEqualSides();
      world.remove(lost, "A" + edit);
      assertThat(world.syncTwice().deleted()).containsEntry(lost.other(), 1);
    }

    /** What was decided counts: nobody wants the edit of the side that still has the item. */
    @ParameterizedTest
    @CsvSource({"RIGHT, RIGHT, false", "RIGHT, LEFT, true", "LEFT, LEFT, true"})
    void thatTheServerDeletesAfterTheDecision(Side text, Side title, boolean stays) {
      inConflict();
      decide(Map.of("text", text, "title", title));
      world.remove(Side.RIGHT, "Ar");
      RunReport report = world.syncTwice();
      assertThat(report.deleted()).containsEntry(Side.LEFT, stays ? 0 : 1);
      assertEqualSides();
    }

    @Test
    void fieldByField() {
      inConflict();
      decide(Map.of("text", Side.RIGHT, "title", Side.LEFT));
      world.syncTwice();
      assertThat(world.note(Side.LEFT, "Al").text()).isEqualTo("r");
      assertThat(world.note(Side.RIGHT, "Al").text()).isEqualTo("r");
    }

    @Test
    void oneFieldOnlyAndTheOtherWaits() {
      inConflict();
      decide(Map.of("text", Side.LEFT));
      world.edit(Side.RIGHT, "Ar", note -> note.plus("x"));
      world.syncTwice();
      assertThat(world.note(Side.RIGHT, "Ar").text()).isEqualTo("l");
      assertThat(world.note(Side.LEFT, "Al").tags()).containsExactly("x");
    }

    @Test
    void anEditAfterwardsMakesItVoidAndItIsAskedAgain() {
      inConflict();
      decide(Map.of("text", Side.LEFT, "title", Side.LEFT));
      world.edit(Side.RIGHT, "Ar", note -> note.withText("r2"));
      RunReport report = world.syncTwice();
      assertThat(report.conflicts()).isEqualTo(1);
      assertThat(world.note(Side.LEFT, "Al").text()).isEqualTo("l");
      assertThat(world.note(Side.RIGHT, "Ar").text()).isEqualTo("r2");
      assertThat(world.ledger.decisions()).isEmpty();
      Conflict<Note> again = world.ledger.conflicts().getLast();
      assertThat(again.right().text()).isEqualTo("r2");
      assertThat(again.winner()).isNull();
      assertThat(again.clashes()).extracting(Merged.FieldClash::field).contains("title", "text");
      assertThat(world.ledger.openConflicts(world.kind)).hasSize(1);
      decide(Map.of("text", Side.RIGHT, "title", Side.RIGHT));
      world.syncTwice();
      assertThat(world.note(Side.LEFT, "Ar").text()).isEqualTo("r2");
    }

    @Test
    void itSurvivesAFailure() {
      inConflict();
      decide(Map.of("text", Side.LEFT, "title", Side.LEFT));
      world.right.dials().failing(e -> Dials.Fault.REFUSED);
      world.sync();
      assertThat(world.ledger.decisions()).hasSize(1);
      assertThat(world.note(Side.RIGHT, "Ar").text()).isEqualTo("r");
      world.right.dials().calm();
      world.syncTwice();
      assertThat(world.note(Side.RIGHT, "Al").text()).isEqualTo("l");
    }

    @Test
    void aDeletionOfTheItemEndsIt() {
      inConflict();
      decide(Map.of("text", Side.LEFT, "title", Side.LEFT));
      world.remove(Side.LEFT, "Al");
      world.syncTwice();
      assertThat(world.titles(Side.RIGHT)).containsExactly("B");
      assertThat(world.ledger.decisions()).isEmpty();
    }
  }

  @Nested
  class InQuarantine {
    private void refuse(String title) {
      for (Side side : Side.values()) {
        world
            .store(side)
            .dials()
            .failing(e -> e.title().equals(title) ? Dials.Fault.REFUSED : Dials.Fault.NONE);
      }
    }

    private void calm() {
      world.left.dials().calm();
      world.right.dials().calm();
    }

    @Test
    void aNewItemThatFailedRestsUntilItsPauseIsOver() {
      world.left.put(Note.of("u-a", "A", ""));
      world.left.put(Note.of("u-b", "B", ""));
      refuse("A");
      assertThat(world.sync().failed()).isEqualTo(1);
      assertThat(world.ledger.quarantined()).hasSize(1);
      calm();
      world.ledger.rest(Quarantined.Rest.RESTING);
      RunReport resting = world.syncTwice();
      assertThat(resting.held()).isEqualTo(1);
      assertThat(holds()).containsExactly(Action.HoldReason.QUARANTINE);
      assertThat(world.titles(Side.RIGHT)).containsExactly("B");
      world.ledger.rest(Quarantined.Rest.DUE);
      world.syncTwice();
      assertThat(world.titles(Side.RIGHT)).containsExactly("A", "B");
      assertThat(world.ledger.quarantined()).isEmpty();
    }

    @Test
    void aChangedItemIsTriedAtOnce() {
      linked("A", "B");
      refuse("A");
      world.edit(Side.LEFT, "A", note -> note.withText("too long"));
      world.edit(Side.LEFT, "B", note -> note.withText("fine"));
      assertThat(world.sync().failed()).isEqualTo(1);
      assertThat(world.note(Side.RIGHT, "B").text()).isEqualTo("fine");
      world.ledger.rest(Quarantined.Rest.RESTING);
      assertThat(world.syncTwice().failed()).isZero();
      calm();
      world.edit(Side.LEFT, "A", note -> note.withText("short"));
      world.syncTwice();
      assertThat(world.note(Side.RIGHT, "A").text()).isEqualTo("short");
      world.ledger.rest(Quarantined.Rest.DUE);
      world.sync();
      assertThat(world.ledger.quarantined()).isEmpty();
    }

    @Test
    void aDeletionThatFailedRestsToo() {
      linked("A", "B", "C");
      refuse("A");
      world.remove(Side.RIGHT, "A");
      assertThat(world.sync().failed()).isEqualTo(1);
      calm();
      world.ledger.rest(Quarantined.Rest.RESTING);
      world.syncTwice();
      assertThat(world.titles(Side.LEFT)).contains("A");
      world.ledger.rest(Quarantined.Rest.DUE);
      world.syncTwice();
      assertThat(world.titles(Side.LEFT)).doesNotContain("A");
    }

    @Test
    void whatIsIgnoredIsLeftAloneWithoutAWord() {
      linked("B");
      world.left.put(Note.of("u-a", "A", ""));
      world.edit(Side.LEFT, "B", note -> note.withText("new"));
      world.right.dials().failing(e -> Dials.Fault.REFUSED);
      assertThat(world.sync().failed()).isEqualTo(2);
      world.ledger.rest(Quarantined.Rest.IGNORED);
      calm();
      RunReport report = world.syncTwice();
      assertThat(report.needsAttention()).isFalse();
      assertThat(world.planned).isEmpty();
      assertThat(world.titles(Side.RIGHT)).containsExactly("B");
      world.edit(Side.LEFT, "A", note -> note.withText("edited"));
      assertThat(world.sync().needsAttention()).isFalse();
      assertThat(world.titles(Side.RIGHT)).containsExactly("B");
    }

    @Test
    void aLinkedItemThatCannotBeReadRestsToo() {
      linked("A", "B");
      world.edit(Side.RIGHT, "A", note -> note.withText("garbled"));
      world.right.dials().unreadable(world.idOf(Side.RIGHT, "A"));
      assertThat(world.sync().held()).isEqualTo(1);
      assertThat(holds()).containsExactly(Action.HoldReason.UNREADABLE);
      assertThat(world.ledger.quarantined()).hasSize(1);
      world.ledger.rest(Quarantined.Rest.RESTING);
      world.syncTwice();
      assertThat(holds()).containsExactly(Action.HoldReason.QUARANTINE);
      world.right.dials().reset();
      world.ledger.rest(Quarantined.Rest.DUE);
      world.syncTwice();
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("garbled");
      assertThat(world.ledger.quarantined()).isEmpty();
    }

    @Test
    void aRestingItemStillFindsItsPartner() {
      world.left.put(Note.of("u-a", "A", ""));
      refuse("A");
      world.sync();
      calm();
      world.ledger.rest(Quarantined.Rest.RESTING);
      world.right.put(Note.of("u-a", "A", ""));
      assertThat(world.sync().links()).isEqualTo(1);
      assertThat(world.titles(Side.LEFT)).containsExactly("A");
      assertThat(world.titles(Side.RIGHT)).containsExactly("A");
    }
  }

  @Nested
  class Guarded {
    private void guard(Policy.Guard guard) {
      world.policy =
          new Policy(Policy.Direction.TWO_WAY, Policy.Extra.KEEP, Policy.Conflicts.MERGE, guard);
    }

    private void threeOfFiveAreDeleted() {
      guard(new Policy.Guard(2, 50, true));
      linked("A", "B", "C", "D", "E");
      for (String title : List.of("A", "B", "C")) {
        world.remove(Side.LEFT, title);
      }
      assertThat(world.syncTwice().held()).isEqualTo(3);
      assertThat(world.ledger.held()).hasSize(3);
    }

    @Test
    void whatIsApprovedPassesOnce() {
      threeOfFiveAreDeleted();
      world.ledger.decide(Held.Verdict.APPROVED);
      assertThat(world.plan().held()).isZero();
      RunReport report = world.syncTwice();
      assertThat(report.deleted()).containsEntry(Side.RIGHT, 3);
      assertThat(world.titles(Side.RIGHT)).containsExactly("D", "E");
      assertThat(world.ledger.held()).isEmpty();
      assertThat(world.ledger.deeds().getLast().before()).isNotNull();
    }

    @Test
    void anApprovalIsAboutTheseItemsAndNoOthers() {
      threeOfFiveAreDeleted();
      world.ledger.decide(Held.Verdict.APPROVED);
      world.remove(Side.LEFT, "D");
      world.remove(Side.LEFT, "E");
      RunReport report = world.syncTwice();
      assertThat(report.deleted()).containsEntry(Side.RIGHT, 3);
      assertThat(world.titles(Side.RIGHT)).containsExactly("D", "E");
      assertThat(((Action.Hold) world.planned.getLast()).why()).contains("lost all");
      assertThat(world.ledger.held()).hasSize(2);
    }

    @Test
    void whatIsChangedAfterwardsIsNotDeleted() {
      threeOfFiveAreDeleted();
      world.ledger.decide(Held.Verdict.APPROVED);
      world.edit(Side.RIGHT, "A", note -> note.withText("still needed"));
      world.syncTwice();
      assertThat(world.titles(Side.RIGHT)).containsExactly("A", "D", "E");
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("still needed");
      assertThat(world.ledger.held()).isEmpty();
    }

    @Test
    void whatIsHeldWaitsAlsoWhenItIsNotTooMuchAnyMore() {
      threeOfFiveAreDeleted();
      for (int i = 0; i < 20; i++) {
        world.left.put(Note.of("uid-" + i, "T" + i, ""));
      }
      assertThat(world.syncTwice().created()).containsEntry(Side.RIGHT, 20);
      assertThat(world.titles(Side.RIGHT)).contains("A", "B", "C");
      assertThat(world.ledger.held()).hasSize(3);
      guard(new Policy.Guard(3, 50, true)); // other limits: weighed anew
      world.syncTwice();
      assertThat(world.titles(Side.RIGHT)).doesNotContain("A", "B", "C");
      assertThat(world.ledger.held()).isEmpty();
    }

    @Test
    void whatIsRejectedComesBack() {
      threeOfFiveAreDeleted();
      world.ledger.decide(Held.Verdict.REJECTED);
      RunReport report = world.syncTwice();
      assertThat(report.created()).containsEntry(Side.LEFT, 3);
      assertThat(report.deleted()).containsEntry(Side.RIGHT, 0);
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "C", "D", "E");
      assertThat(world.note(Side.LEFT, "A").uid()).isEqualTo("uid-A");
      assertThat(world.ledger.held()).isEmpty();
      assertEqualSides();
    }

    @Test
    void anApprovedDeletionThatFailsStaysApproved() {
      threeOfFiveAreDeleted();
      world.ledger.decide(Held.Verdict.APPROVED);
      world.right.dials().failing(e -> Dials.Fault.REFUSED);
      world.sync();
      assertThat(world.titles(Side.RIGHT)).hasSize(5);
      world.right.dials().calm();
      world.syncTwice();
      assertThat(world.titles(Side.RIGHT)).containsExactly("D", "E");
    }

    @Test
    void aShortListingForgetsNoVerdict() {
      threeOfFiveAreDeleted();
      world.ledger.decide(Held.Verdict.APPROVED);
      world.left.dials().partialListings(true);
      world.sync();
      assertThat(world.titles(Side.RIGHT)).hasSize(5);
      world.left.dials().partialListings(false);
      world.syncTwice();
      assertThat(world.titles(Side.RIGHT)).containsExactly("D", "E");
    }

    @Test
    void tooManyOverwritesAreHeldAndAdditionsPass() {
      guard(new Policy.Guard(10, 20, true, 2, 50, true, true));
      linked("A", "B", "C", "D");
      for (String title : List.of("A", "B", "C")) {
        world.edit(Side.RIGHT, title, note -> note.withText("garbage"));
      }
      world.edit(Side.RIGHT, "D", note -> note.plus("added"));
      RunReport report = world.sync();
      assertThat(report.held()).isEqualTo(3);
      assertThat(holds()).containsOnly(Action.HoldReason.GUARD);
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("text");
      assertThat(world.note(Side.LEFT, "D").tags()).containsExactly("added");
      world.ledger.decide(Held.Verdict.APPROVED);
      world.edit(Side.RIGHT, "C", note -> note.withText("other garbage"));
      world.sync();
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("garbage");
      assertThat(world.note(Side.LEFT, "C").text()).isEqualTo("text");
      world.ledger.decide(Held.Verdict.APPROVED);
      world.syncTwice();
      assertThat(world.note(Side.LEFT, "C").text()).isEqualTo("other garbage");
    }

    /** Of what was written without an answer that says so, no revision is known. */
    @Test
    void overwritesAreHeldAlsoWhereNoRevisionIsKnown() {
      guard(new Policy.Guard(10, 20, true, 2, 50, true, true));
      world.right.dials().noRevisionsAfterWrite();
      for (String title : List.of("A", "B", "C", "D")) {
        world.left.put(Note.of("uid-" + title, title, "text"));
      }
      world.sync();
      for (String title : List.of("A", "B", "C")) {
        world.edit(Side.RIGHT, title, note -> note.withText("garbage"));
      }
      assertThat(world.plan().held()).isEqualTo(3);
      assertThat(world.sync().held()).isEqualTo(3);
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("text");
      assertThat(world.sync().held()).isEqualTo(3);
    }

    @Test
    void lookingForOverwritesReadsNothingTwice() {
      guard(new Policy.Guard(10, 20, true, 2, 50, true, true));
      linked("A", "B", "C", "D");
      world.right.dials().noRevisionsInListing();
      int read = world.right.bodiesRead();
      world.edit(Side.LEFT, "D", note -> note.withText("newer"));
      assertThat(world.sync().updated()).containsEntry(Side.RIGHT, 1);
      assertThat(world.right.bodiesRead() - read).isLessThanOrEqualTo(5);
    }

    @Test
    void theFirstRunOfAMirrorDeletesNothingUnasked() {
      world.policy =
          new Policy(
              Policy.Direction.LEFT_TO_RIGHT,
              Policy.Extra.DELETE,
              Policy.Conflicts.MERGE,
              Policy.Guard.USUAL);
      world.left.put(Note.of("u-a", "A", ""));
      world.right.put(Note.of("u-b", "B", ""));
      assertThat(world.sync().held()).isEqualTo(1);
      assertThat(world.sync().held()).isEqualTo(1);
      assertThat(world.titles(Side.RIGHT)).containsExactly("A", "B");
      world.ledger.decide(Held.Verdict.APPROVED);
      world.syncTwice();
      assertThat(world.titles(Side.RIGHT)).containsExactly("A");
    }

    @Test
    void inOtherFoldersNothingIsWrittenUntilTheyAreConfirmed() {
      world.ledger.unfamiliar(true);
      world.left.put(Note.of("u-a", "A", ""));
      world.left.put(Note.of("u-b", "B", "same"));
      world.right.put(Note.of("u-b", "B", "same"));
      world.right.put(Note.of("u-c", "C", ""));
      RunReport report = world.sync();
      assertThat(report.held()).isEqualTo(2);
      assertThat(report.links()).isEqualTo(1);
      assertThat(world.left.written() + world.right.written()).isZero();
      world.ledger.decide(Held.Verdict.APPROVED);
      world.ledger.unfamiliar(false);
      world.syncTwice();
      assertEqualSides();
      assertThat(world.ledger.held()).isEmpty();
    }
  }

  @Nested
  class Strangers {
    @Test
    void itemsWithTheSameUidAreLinkedWithoutAWrite() {
      world.left.put(Note.of("u", "A", "text"));
      world.right.put(Note.of("u", "A", "text"));
      RunReport report = world.syncTwice();
      assertThat(report.adopted()).isEqualTo(1);
      assertThat(world.left.written() + world.right.written()).isZero();
    }

    @Test
    void itemsWithTheSameContentKeyAreLinkedAndMerged() {
      world.left.put(Note.of("u1", "A", "", "x"));
      world.right.put(Note.of("u2", "A", "text", "y"));
      RunReport report = world.syncTwice();
      assertThat(report.links()).isEqualTo(1);
      assertThat(report.conflicts()).isZero();
      assertEqualSides();
      assertThat(world.note(Side.LEFT, "A").tags()).containsExactly("x", "y");
    }

    @Test
    void aClashAtFirstSightIsRecorded() {
      world.left.put(Note.of("u", "A", "l"));
      world.right.put(Note.of("u", "A", "r"));
      assertThat(world.syncTwice().conflicts()).isEqualTo(1);
      assertThat(world.ledger.conflicts().getFirst().right().text()).isEqualTo("r");
      assertEqualSides();
    }

    @Test
    void severalCandidatesAreHeldAndNotGuessed() {
      world.left.put(Note.of("u1", "A", "1"));
      world.left.put(Note.of("u2", "A", "2"));
      world.right.put(Note.of("u3", "A", "3"));
      world.right.put(Note.of("u4", "A", "4"));
      world.right.put(Note.of("u5", "B", "5"));
      RunReport report = world.sync();
      assertThat(report.held()).isEqualTo(4);
      assertThat(holds()).containsOnly(Action.HoldReason.AMBIGUOUS);
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "A", "B");
      assertThat(world.left.written() + world.right.written()).isEqualTo(1);
    }

    @Test
    void equalCandidatesAreTheSame() {
      for (int i = 0; i < 3; i++) {
        world.left.put(Note.of("l" + i, "A", "same"));
        world.right.put(Note.of("r" + i, "A", "same"));
      }
      world.left.put(Note.of("l9", "A", "same"));
      RunReport report = world.syncTwice();
      assertThat(report.held()).isZero();
      assertThat(report.links()).isEqualTo(4);
      assertThat(world.right.items()).hasSize(4);
    }

    @Test
    void aMovedItemIsTheSameItem() {
      linked("A", "B");
      world.right.move(world.idOf(Side.RIGHT, "A"));
      RunReport report = world.syncTwice();
      assertThat(report.created()).containsEntry(Side.LEFT, 0);
      assertThat(report.deleted()).containsEntry(Side.LEFT, 0);
      assertThat(report.links()).isEqualTo(2);
      world.edit(Side.LEFT, "A", note -> note.withText("after the move"));
      world.syncTwice();
      assertEqualSides();
    }

    @Test
    void aMovedAndEditedItemIsAnUpdate() {
      linked("A", "B");
      ItemId moved = world.left.move(world.idOf(Side.LEFT, "A"));
      world.left.change(moved, note -> note.withText("edited"));
      RunReport report = world.syncTwice();
      assertThat(report.updated()).containsEntry(Side.RIGHT, 1);
      assertEqualSides();
    }

    @Test
    void aCopiedItemIsANewItemWithAnIdentityOfItsOwn() {
      linked("A");
      world.left.copy(world.idOf(Side.LEFT, "A"));
      world.right.copy(world.idOf(Side.RIGHT, "A"));
      world.sync();
      world.syncTwice();
      assertThat(world.left.items().size()).isEqualTo(world.right.items().size());
      assertThat(world.right.items().size()).isGreaterThanOrEqualTo(2);
      assertEqualSides();
    }

    @Test
    void aCopyOnOneSideIsCreatedOnTheOther() {
      linked("A");
      world.left.copy(world.idOf(Side.LEFT, "A"));
      assertThat(world.syncTwice().created()).containsEntry(Side.RIGHT, 1);
      assertThat(world.right.items().values().stream().map(Note::uid).distinct()).hasSize(2);
    }

    @Test
    void twoNewItemsWithOneUidAreBothCreated() {
      world.left.put(Note.of("u", "A", ""));
      world.left.put(Note.of("u", "B", ""));
      world.syncTwice();
      assertThat(world.titles(Side.RIGHT)).containsExactly("A", "B");
    }

    @Test
    void aLostLedgerFindsEverythingAgain() {
      linked("A", "B");
      world.left.put(Note.of("", "C", "no uid"));
      world.left.copy(world.idOf(Side.LEFT, "A"));
      world.syncTwice();
      int written = world.left.written() + world.right.written();
      world.ledger.lose();
      RunReport report = world.syncTwice();
      assertThat(report.links()).isEqualTo(4);
      assertThat(world.left.written() + world.right.written()).isEqualTo(written);
    }

    @Test
    void whatCannotBeReadIsHeldAndDisturbsNothing() {
      linked("A");
      ItemId broken = world.right.put(Note.of("u", "broken", ""));
      world.right.dials().unreadable(broken);
      world.right.put(Note.of("u2", "B", ""));
      RunReport report = world.sync();
      assertThat(holds()).containsExactly(Action.HoldReason.UNREADABLE);
      assertThat(report.needsAttention()).isTrue();
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B");
    }

    @Test
    void aLinkedItemThatCannotBeReadAnyMoreIsHeld() {
      linked("A", "B");
      world.edit(Side.RIGHT, "A", note -> note.withText("x"));
      world.right.dials().unreadable(world.idOf(Side.RIGHT, "A"));
      world.edit(Side.LEFT, "A", note -> note.withText("y"));
      world.edit(Side.LEFT, "B", note -> note.withText("z"));
      world.sync();
      assertThat(holds()).containsExactly(Action.HoldReason.UNREADABLE);
      assertThat(world.note(Side.RIGHT, "B").text()).isEqualTo("z");
    }

    @Test
    void itemsOfAnotherKindAreLeftAlone() {
      linked("A");
      ItemId task = world.right.put(Note.of("u", "a task", ""));
      world.right.dials().foreign(task);
      RunReport report = world.sync();
      assertThat(report.needsAttention()).isFalse();
      assertThat(world.titles(Side.LEFT)).containsExactly("A");
    }
  }

  @Nested
  class Directions {
    private void oneWay(Policy.Direction direction, Policy.Extra extra) {
      world.policy = new Policy(direction, extra, Policy.Conflicts.MERGE, Policy.Guard.OFF);
    }

    @Test
    void aMirrorOverwritesDeletesAndRestoresOnItsTargetOnly() {
      linked("A", "B", "C", "D");
      oneWay(Policy.Direction.LEFT_TO_RIGHT, Policy.Extra.DELETE);
      int written = world.left.written();
      world.edit(Side.RIGHT, "A", note -> note.withText("foreign").plus("foreign"));
      world.remove(Side.RIGHT, "B");
      world.remove(Side.LEFT, "C");
      world.edit(Side.RIGHT, "C", note -> note.withText("edited"));
      world.right.put(Note.of("extra", "E", ""));
      world.edit(Side.LEFT, "D", note -> note.withText("new"));
      world.edit(Side.RIGHT, "D", note -> note.withText("other").withTitle("D2"));
      world.syncTwice();
      assertThat(world.left.written()).isEqualTo(written);
      assertThat(world.titles(Side.RIGHT)).containsExactly("A", "B", "D");
      assertEqualSides();
    }

    @Test
    void aOneWayMergeKeepsWhatOnlyTheTargetHas() {
      linked("A", "B");
      oneWay(Policy.Direction.RIGHT_TO_LEFT, Policy.Extra.KEEP);
      int written = world.right.written();
      world.left.put(Note.of("extra", "E", ""));
      world.remove(Side.RIGHT, "A");
      world.edit(Side.LEFT, "A", note -> note.withText("edited"));
      world.right.put(Note.of("new", "N", ""));
      RunReport report = world.sync();
      assertThat(report.links()).isEqualTo(2);
      assertThat(world.right.written()).isEqualTo(written);
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "E", "N");
      world.assertQuiet();
    }

    @Test
    void aMirrorOnARewritingServerComesToRest() {
      world
          .right
          .dials()
          .noRevisionsAfterWrite()
          .rewriting(note -> note.withText(note.text().toUpperCase(java.util.Locale.ROOT)));
      oneWay(Policy.Direction.LEFT_TO_RIGHT, Policy.Extra.DELETE);
      world.left.put(Note.of("u", "A", "text"));
      world.syncTwice();
      world.edit(Side.LEFT, "A", note -> note.plus("x"));
      world.syncTwice();
      assertThat(world.note(Side.RIGHT, "A").tags()).containsExactly("x");
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("text");
    }

    @Test
    void aReadOnlySideIsNotWrittenAndWhatWaitsForItIsNotReadAgain() {
      linked("A", "B", "C");
      world.left.dials().readOnly("data files cannot be written yet");
      int written = world.left.written();
      world.edit(Side.RIGHT, "A", note -> note.withText("for later"));
      world.edit(Side.LEFT, "B", note -> note.withText("goes through"));
      world.right.put(Note.of("new", "N", ""));
      world.remove(Side.RIGHT, "C");
      RunReport report = world.syncTwice();
      assertThat(report.held()).isEqualTo(3);
      assertThat(holds()).containsOnly(Action.HoldReason.READ_ONLY);
      assertThat(world.left.written()).isEqualTo(written);
      assertThat(world.note(Side.RIGHT, "B").text()).isEqualTo("goes through");
      world.left.dials().readOnly(null);
      world.syncTwice();
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("for later");
      assertThat(world.titles(Side.LEFT)).containsExactly("A", "B", "N");
    }

    @Test
    void whatAReadOnlySideLacksAtFirstSightFlowsWhenItCanBeWritten() {
      world.left.put(Note.of("u", "A", "", "l"));
      world.right.put(Note.of("u", "A", "only here", "r"));
      world.left.dials().readOnly("locked");
      world.sync();
      world.assertQuiet();
      assertThat(world.note(Side.RIGHT, "A").tags()).containsExactly("l", "r");
      world.left.dials().readOnly(null);
      world.syncTwice();
      assertEqualSides();
      assertThat(world.note(Side.LEFT, "A").text()).isEqualTo("only here");
    }
  }

  @Nested
  class Faults {
    @Test
    void aPlanWritesNothingAnywhereAndSaysWhatTheRunDoes() {
      linked("A", "B", "C");
      world.edit(Side.LEFT, "A", note -> note.withText("new"));
      world.remove(Side.RIGHT, "B");
      world.right.put(Note.of("n", "N", ""));
      int written = world.left.written() + world.right.written();
      int commits = world.ledger.commits();
      RunReport plan = world.plan();
      List<Action> planned = List.copyOf(world.planned);
      assertThat(world.left.written() + world.right.written()).isEqualTo(written);
      assertThat(world.ledger.commits()).isEqualTo(commits);
      RunReport report = world.sync();
      assertThat(world.planned).isEqualTo(planned);
      assertThat(planned).hasSize(3);
      assertThat(plan.created()).isEqualTo(report.created());
      assertThat(plan.updated()).isEqualTo(report.updated());
      assertThat(plan.deleted()).isEqualTo(report.deleted());
    }

    @Test
    void aLostAnswerIsSettledByLooking() {
      world.left.put(Note.of("u", "A", ""));
      world.right.dials().failing(effect -> Dials.Fault.LOST_AFTER);
      RunReport report = world.syncTwice();
      assertThat(report.failed()).isZero();
      assertThat(world.right.items()).hasSize(1);
      world.edit(Side.LEFT, "A", note -> note.withText("new"));
      world.syncTwice();
      assertEqualSides();
      world.remove(Side.LEFT, "A");
      world.syncTwice();
      assertThat(world.right.items()).isEmpty();
    }

    @Test
    void anEffectThatNeverArrivedIsDoneInTheNextRun() {
      world.left.put(Note.of("u", "A", ""));
      world.right.dials().failing(effect -> Dials.Fault.LOST_BEFORE);
      RunReport report = world.sync();
      assertThat(report.failed()).isEqualTo(1);
      assertThat(world.failed).containsExactly("A: no answer within 30 s");
      world.right.dials().calm();
      world.syncTwice();
      assertEqualSides();
    }

    @Test
    void whatIsRefusedIsReportedInEveryRunAndStopsNothing() {
      linked("A", "B");
      world
          .right
          .dials()
          .failing(e -> e.title().equals("A") ? Dials.Fault.REFUSED : Dials.Fault.NONE);
      world.edit(Side.LEFT, "A", note -> note.withText("too long"));
      world.edit(Side.RIGHT, "A", note -> note.plus("r"));
      world.edit(Side.LEFT, "B", note -> note.withText("fine"));
      RunReport report = world.sync();
      assertThat(report.failed()).isEqualTo(1);
      assertThat(world.note(Side.RIGHT, "B").text()).isEqualTo("fine");
      assertThat(world.note(Side.LEFT, "A").tags()).containsExactly("r");
      assertThat(world.sync().failed()).isEqualTo(1);
      world.right.dials().calm();
      world.syncTwice();
      assertEqualSides();
      assertThat(world.note(Side.RIGHT, "A").text()).isEqualTo("too long");
    }

    @Test
    void anEditInTheMiddleOfARunIsNotOverwritten() {
      linked("A");
      world.edit(Side.LEFT, "A", note -> note.withText("l"));
      ItemId id = world.idOf(Side.RIGHT, "A");
      world.steps =
          what -> {
            if (what.equals("right write")) {
              world.steps = Steps.NONE;
              world.right.change(id, note -> note.withText("r"));
            }
          };
      RunReport report = world.sync();
      assertThat(report.postponed()).isEqualTo(1);
      assertThat(report.failed()).isZero();
      assertThat(world.failed).isEmpty();
      assertThat(world.leftForLater).singleElement().asString().contains("in the meantime");
      assertThat(world.syncTwice().conflicts()).isEqualTo(1);
      assertEqualSides();
    }

    @Test
    void aStoreThatFailsInTheMiddleEndsTheRunAndLosesNothing() {
      world.right.gathers(0);
      for (int i = 0; i < 10; i++) {
        world.left.put(Note.of("u" + i, "T" + i, ""));
      }
      world
          .right
          .dials()
          .downAfter(
              12, new StoreException(StoreException.Reason.UNREACHABLE, "the server is gone"));
      RunReport report = world.sync();
      assertThat(report.stopped()).isNotNull();
      assertThat(report.problems()).containsExactly("the server is gone");
      assertThat(report.created().get(Side.RIGHT)).isPositive();
      world.right.dials().calm();
      world.syncTwice();
      assertThat(world.right.items()).hasSize(10);
    }

    @Test
    void anIncrementalListingForgetsNothingThatFailed() {
      world.left.dials().incrementalListings();
      world.right.dials().incrementalListings();
      linked("A", "B", "C");
      world.right.dials().failing(effect -> Dials.Fault.REFUSED);
      world.left.put(Note.of("n", "N", ""));
      world.edit(Side.LEFT, "A", note -> note.withText("new"));
      world.remove(Side.LEFT, "B");
      assertThat(world.sync().failed()).isEqualTo(3);
      assertThat(world.sync().failed()).isEqualTo(3);
      world.right.dials().calm();
      world.sync();
      world.sync();
      world.assertQuiet();
      assertEqualSides();
      assertThat(world.titles(Side.RIGHT)).containsExactly("A", "C", "N");
    }

    @Test
    void anExpiredCheckpointListsAllAndDeletesNothing() {
      world.right.dials().incrementalListings();
      linked("A", "B");
      world.remove(Side.RIGHT, "A");
      world.edit(Side.RIGHT, "B", note -> note.withText("x"));
      world.right.dials().expiredCheckpoints(true);
      RunReport report = world.sync();
      assertThat(report.deleted()).containsEntry(Side.LEFT, 1);
      assertThat(report.updated()).containsEntry(Side.LEFT, 1);
      assertThat(world.titles(Side.LEFT)).containsExactly("B");
    }

    @Test
    void aServerThatRewritesComesToRestOneRunLater() {
      world
          .right
          .dials()
          .noRevisionsAfterWrite()
          .rewriting(note -> note.withText(note.text().strip()));
      world.left.put(Note.of("u", "A", " text "));
      world.sync();
      world.sync();
      world.assertQuiet();
      assertEqualSides();
      assertThat(world.ledger.conflicts()).isEmpty();
    }
  }
}
