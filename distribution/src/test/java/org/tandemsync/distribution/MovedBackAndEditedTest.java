package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;

/**
 * A run that follows a move loses its connection when it has made the copy on the server. The
 * person moves the item back and edits it, and its own profile runs before the other one.
 */
final class MovedBackAndEditedTest {
  @TempDir private Path folder;

  private TwoPairsOfFolders movedBack(Family family, boolean fromOutlook) {
    TwoPairsOfFolders all = new TwoPairsOfFolders(folder, family, fromOutlook);
    all.server.dials().moves = false;
    all.moveInOutlook();
    all.cutOff("Old", 1);
    assertThat(all.oldOnes.bodies()).hasSize(1);
    assertThat(all.newOnes.bodies()).hasSize(1);
    all.moveInOutlook("New", "Old");
    return all;
  }

  private static UnaryOperator<Item> edit(String note) {
    return item -> ((Contact) item).toBuilder().notes(new Body(note, "")).build();
  }

  /** What is deleted in the end stays deleted. */
  @Test
  void whatIsDeletedAfterThatDoesNotComeBack() {
    try (TwoPairsOfFolders all = movedBack(Family.CONTACTS, false)) {
      all.editInOutlook(edit("from Outlook"));
      all.sync("Old");
      all.deleteInOutlook("Old");
      all.sync("Old");
      all.sync();
      assertThat(all.sync()).contains("nothing to do");
      assertThat(all.in("New")).isEmpty();
      assertThat(all.in("Old")).isEmpty();
      assertThat(all.newOnes.bodies()).isEmpty();
      assertThat(all.oldOnes.bodies()).isEmpty();
    }
  }

  private static void editCopy(TwoPairsOfFolders all, String before, String after) {
    String name = all.newOnes.names().getFirst();
    String text = all.newOnes.get(name).orElseThrow();
    assertThat(text).contains(before);
    all.newOnes.put(name, text.replace(before, after));
  }

  /** In step, and the copy is gone. */
  private static void assertOne(TwoPairsOfFolders all, String edited) {
    all.sync("Old");
    assertThat(all.sync("New")).contains("1 deleted on the server").doesNotContain("created");
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    assertThat(all.in("New")).isEmpty();
    assertThat(all.newOnes.bodies()).isEmpty();
    assertThat(all.in("Old")).hasSize(1);
    assertThat(all.oldOnes.bodies().values()).singleElement().asString().contains(edited);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsEditedInOutlookIsNotDoubled(boolean fromOutlook) {
    try (TwoPairsOfFolders all = movedBack(Family.CONTACTS, fromOutlook)) {
      all.editInOutlook(edit("from Outlook"));
      assertOne(all, "NOTE:from Outlook");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void norWhatIsEditedOnTheServer(boolean fromOutlook) {
    try (TwoPairsOfFolders all = movedBack(Family.EVENTS, fromOutlook)) {
      all.editOnServer(":tea", ":from the phone");
      assertOne(all, "from the phone");
    }
  }

  @Test
  void norWhatIsEditedMoreThanOnce() {
    try (TwoPairsOfFolders all = movedBack(Family.CONTACTS, false)) {
      all.editOnServer("NOTE:tea", "ORG:Tea party\r\nSOUND:https://example.org/h\r\nNOTE:tea");
      all.sync("Old");
      all.editInOutlook(edit("again"));
      assertOne(all, "NOTE:again");
    }
  }

  /** The original could be one of a backup: nothing is deleted before its profile has seen it. */
  @Test
  void norWhatIsEditedBetweenBothRuns() {
    try (TwoPairsOfFolders all = movedBack(Family.CONTACTS, false)) {
      all.editInOutlook(edit("from Outlook"));
      all.sync("Old");
      all.editOnServer(":from Outlook", ":from the phone");
      Shell.Answer answer = all.run("New");
      assertThat(answer.status()).as(answer.all()).isEqualTo(1);
      assertThat(answer.out())
          .contains("a copy that was left", "'Old'; it waits until the next run of that profile")
          .doesNotContain("created");
      assertOne(all, "NOTE:from the phone");
    }
  }

  /** The second move finds the copy of the first one. */
  @Test
  void whatIsMovedOnceMoreArrives() {
    try (TwoPairsOfFolders all = movedBack(Family.CONTACTS, false)) {
      all.editInOutlook(edit("from Outlook"));
      all.sync("Old");
      all.moveInOutlook("Old", "New");
      all.sync("Old");
      all.sync();
      assertThat(all.sync()).contains("nothing to do");
      assertThat(all.oldOnes.bodies()).isEmpty();
      assertThat(all.in("New")).hasSize(1);
      assertThat(all.newOnes.bodies().values())
          .singleElement()
          .asString()
          .contains("from Outlook", "X-OF-ANOTHER-PROGRAM");
    }
  }

  /** What somebody has put into a copy is not in the original. */
  @Test
  void aCopyThatSomebodyEditedIsKept() {
    try (TwoPairsOfFolders all = movedBack(Family.CONTACTS, false)) {
      all.editInOutlook(edit("from Outlook"));
      editCopy(all, "NOTE:tea", "NOTE:precious");
      all.sync("Old");
      all.sync("New");
      assertThat(all.sync()).contains("nothing to do");
      assertThat(all.newOnes.bodies().values()).singleElement().asString().contains("precious");
      assertThat(all.in("New")).hasSize(1);
      assertThat(all.in("Old")).hasSize(1);
    }
  }

  @Test
  void norIsOneDeletedThatHoldsALineMore() {
    try (TwoPairsOfFolders all = movedBack(Family.CONTACTS, false)) {
      all.editInOutlook(edit("from Outlook"));
      editCopy(all, "NOTE:tea", "X-MINE:1\r\nNOTE:tea");
      all.sync("Old");
      all.sync("New");
      assertThat(all.newOnes.bodies().values()).singleElement().asString().contains("X-MINE:1");
    }
  }
}
