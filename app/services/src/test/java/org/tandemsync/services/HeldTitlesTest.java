package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemsync.services.DeclarableItems.Pair;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/** What is held is told of that item, not of another one with the same title. */
class HeldTitlesTest {
  private static final Profile PROFILE =
      Profile.twoWay(
          "Work",
          new OutlookEndpoint.Pst(Path.of("outlook.pst"), "Calendar"),
          new ServerEndpoint.Directory(Path.of("there")));
  private static final Pair PAIR =
      new Pair(new Declared(new ItemId("l-1"), new ItemId("r-1")), "Tea", "Tee", false);

  private static Action hold(Side side, String id) {
    return new Action.Hold(
        side,
        Action.HoldReason.UNREADABLE,
        ItemIds.of(side, new ItemId(id)),
        "Tea",
        "it is damaged");
  }

  @Test
  void aHoldOfAnotherItemRefusesNoLink() {
    DuplicateLink.Union union =
        DuplicateLink.union(
            PROFILE, PAIR, List.of(hold(Side.LEFT, "l-2"), hold(Side.RIGHT, "l-1")));
    assertThat(union.remark()).contains("options leave both out");
  }

  @Test
  void aHoldOfOneOfTheTwoRefusesIt() {
    for (Action hold : List.of(hold(Side.LEFT, "l-1"), hold(Side.RIGHT, "r-1"))) {
      assertThatThrownBy(() -> DuplicateLink.union(PROFILE, PAIR, List.of(hold)))
          .isInstanceOf(CannotRun.class)
          .hasMessageContaining("it is damaged");
    }
  }

  private static Action move(String left) {
    return new Action.Move(
        Side.RIGHT,
        new LinkId("theirs"),
        ItemIds.of(Side.LEFT, new ItemId(left)),
        "Tea",
        "moved in Outlook from another folder");
  }

  @Test
  void onlyTheItemItselfNeedsNoLinkWhereItWasMoved() {
    assertThat(DuplicateLink.union(PROFILE, PAIR, List.of(move("l-2"))).remark())
        .contains("options leave both out");
    assertThatThrownBy(() -> DuplicateLink.union(PROFILE, PAIR, List.of(move("l-1"))))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("was moved in Outlook from another folder");
  }
}
