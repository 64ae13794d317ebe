package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Family;

/**
 * A run that follows a move is killed when it has made the copy on the server, and before the next
 * one the person thinks better of it.
 */
final class UnendedMovesTest {
  @TempDir private Path folder;

  private TwoPairsOfFolders copied(Family family, boolean fromOutlook) {
    return copied(new TwoPairsOfFolders(folder, family, fromOutlook));
  }

  private static TwoPairsOfFolders copied(TwoPairsOfFolders all) {
    all.server.dials().moves = false;
    all.moveInOutlook();
    all.killed("Old", 1);
    assertThat(all.oldOnes.bodies()).hasSize(1);
    assertThat(all.newOnes.bodies()).hasSize(1);
    return all;
  }

  private static String inOrder(TwoPairsOfFolders all, String first) {
    String told = all.sync(first) + all.sync(first.equals("Old") ? "New" : "Old") + all.sync();
    assertThat(all.sync()).contains("nothing to do");
    return told;
  }

  @ParameterizedTest
  @CsvSource({
    "CONTACTS,true,Old",
    "CONTACTS,false,New",
    "EVENTS,true,New",
    "EVENTS,false,Old",
  })
  void whatIsMovedBackIsNotDoubled(Family family, boolean fromOutlook, String first) {
    try (TwoPairsOfFolders all = copied(family, fromOutlook)) {
      all.moveInOutlook("New", "Old");
      assertThat(all.shell.tandem("plan", "New").out()).contains("1 to delete on the server");
      assertThat(inOrder(all, first)).contains("1 deleted on the server").doesNotContain("created");
      assertThat(all.in("New")).isEmpty();
      assertThat(all.newOnes.bodies()).isEmpty();
      assertThat(all.in("Old")).hasSize(1);
      assertThat(all.oldOnes.bodies()).hasSize(1);
      assertThat(all.shell.tandem("report", "--verbose").status()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CONTACTS,true,New",
    "CONTACTS,false,Old",
    "EVENTS,true,Old",
    "EVENTS,false,New",
  })
  void whatIsDeletedStaysDeleted(Family family, boolean fromOutlook, String first) {
    try (TwoPairsOfFolders all = copied(family, fromOutlook)) {
      all.deleteInOutlook("New");
      assertThat(inOrder(all, first)).contains("1 deleted on the server").doesNotContain("created");
      assertThat(all.in("New")).isEmpty();
      assertThat(all.newOnes.bodies()).isEmpty();
      assertThat(all.in("Old")).isEmpty();
      assertThat(all.oldOnes.bodies()).isEmpty();
    }
  }

  @Test
  void anEditOfTheOriginalSinceIsKept() {
    try (TwoPairsOfFolders all = copied(Family.CONTACTS, false)) {
      all.moveInOutlook("New", "Old");
      all.editOnServer(":tea", ":from the phone");
      inOrder(all, "New");
      assertThat(all.newOnes.bodies()).isEmpty();
      assertThat(all.in("New")).isEmpty();
      assertThat(all.in("Old")).hasSize(1);
      assertThat(all.oldOnes.bodies().values())
          .singleElement()
          .asString()
          .contains("from the phone");
    }
  }

  /** What the original has not would be lost with it. */
  @ParameterizedTest
  @CsvSource({
    "Old,NOTE:tea,NOTE:precious",
    "New,NOTE:tea,NOTE:precious",
    "New,N:,X-MINE:1\\r\\nN:"
  })
  void aCopyThatSomebodyEditedIsNotDeleted(String first, String before, String after) {
    try (TwoPairsOfFolders all = copied(Family.CONTACTS, false)) {
      all.moveInOutlook("New", "Old");
      String name = all.newOnes.names().getFirst();
      String text = all.newOnes.get(name).orElseThrow();
      String edited = text.replaceFirst("\r\n" + before, "\r\n" + after.translateEscapes());
      assertThat(edited).isNotEqualTo(text);
      all.newOnes.put(name, edited);
      inOrder(all, first);
      assertThat(all.newOnes.bodies().values())
          .singleElement()
          .asString()
          .contains(after.translateEscapes());
      assertThat(all.in("New")).hasSize(1);
      assertThat(all.in("Old")).hasSize(1);
      assertThat(all.oldOnes.bodies()).hasSize(1);
    }
  }

  /** RFC 6638: the server may send cancellations. */
  @Test
  void norOneOfAMeetingThatOthersTakePartIn() {
    try (TwoPairsOfFolders all = new TwoPairsOfFolders(folder, Family.EVENTS, false)) {
      all.editOnServer(
          "DESCRIPTION:tea",
          "ORGANIZER:mailto:alice@example.org\r\nATTENDEE;CN=Bob:mailto:bob@example.org\r\n"
              + "DESCRIPTION:tea");
      all.sync();
      copied(all);
      all.moveInOutlook("New", "Old");
      Shell.Answer answer = all.run("New");
      assertThat(answer.status()).as(answer.all()).isEqualTo(1);
      assertThat(answer.out())
          .contains("a copy that was left when it was being moved here from 'old'")
          .contains("may write to those who take part; delete it there yourself")
          .doesNotContain("created", "deleted");
      all.deleteInOutlook("Old");
      answer = all.run("Old");
      assertThat(answer.status()).as(answer.all()).isEqualTo(1);
      assertThat(answer.out())
          .contains("a copy that was left in 'new' of profile 'New'", "delete it there yourself")
          .doesNotContain("created", "deleted");
      assertThat(all.newOnes.bodies()).hasSize(1);
      all.newOnes.names().forEach(all.newOnes::delete);
      assertThat(inOrder(all, "Old")).contains("1 deleted on the server");
      assertThat(all.oldOnes.bodies()).isEmpty();
      assertThat(all.in("New")).isEmpty();
    }
  }

  private TwoPairsOfFolders copiedWithoutNotes() {
    TwoPairsOfFolders all = new TwoPairsOfFolders(folder, Family.CONTACTS, false);
    withoutNotes(all);
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    return copied(all);
  }

  private static void withoutNotes(TwoPairsOfFolders all) {
    String line = "exclude = [\"notes\"]";
    new HomeAccount(all.server.url())
        .profile("Old", "Contacts", all.oldOnes.path(), line)
        .profile("New", "Contacts/New", all.newOnes.path(), line)
        .apply(all.shell);
  }

  private static void editCopy(TwoPairsOfFolders all, String before, String after) {
    String name = all.newOnes.names().getFirst();
    String text = all.newOnes.get(name).orElseThrow();
    assertThat(text).contains(before);
    all.newOnes.put(name, text.replace(before, after));
  }

  @Test
  void norOneOfWhichAFieldWasEditedThatDoesNotTakePart() {
    try (TwoPairsOfFolders all = copiedWithoutNotes()) {
      all.moveInOutlook("New", "Old");
      editCopy(all, "NOTE:tea", "NOTE:precious");
      inOrder(all, "New");
      assertThat(all.newOnes.bodies().values()).singleElement().asString().contains("precious");
      assertThat(all.oldOnes.bodies()).hasSize(1);
    }
  }

  @Test
  void norIsSuchAFieldOverwrittenWhereTheMoveGoesOn() {
    try (TwoPairsOfFolders all = copiedWithoutNotes()) {
      editCopy(all, "NOTE:tea", "NOTE:precious");
      Shell.Answer answer = all.run("New");
      assertThat(answer.status()).as(answer.all()).isEqualTo(1);
      assertThat(answer.all()).contains("both were edited").contains("delete the one");
      assertThat(all.newOnes.bodies().values()).singleElement().asString().contains("precious");
      assertThat(all.oldOnes.bodies().values()).singleElement().asString().contains("NOTE:tea");
    }
  }

  /** The notes of the original were edited, and something else in the copy that no item holds. */
  @Test
  void norOneThatHasAnotherLineThanWhatWasEditedInTheOriginal() {
    try (TwoPairsOfFolders all = new TwoPairsOfFolders(folder, Family.CONTACTS, false)) {
      all.editOnServer("NOTE:tea", "SOUND:https://example.org/hatter\r\nNOTE:tea");
      all.sync();
      copied(all);
      all.moveInOutlook("New", "Old");
      all.editOnServer("NOTE:tea", "NOTE:from the phone");
      editCopy(all, "org/hatter", "org/precious");
      inOrder(all, "New");
      assertThat(all.newOnes.bodies().values()).singleElement().asString().contains("precious");
    }
  }

  /** The two would be linked, and the original deleted later with what was edited in it. */
  @Test
  void aCopyWaitsForAProfileThatIsSwitchedOff() {
    try (TwoPairsOfFolders all = copied(Family.CONTACTS, false)) {
      all.editOnServer(":tea", ":from the phone");
      all.configure("active = false");
      Shell.Answer answer = all.run("New");
      assertThat(answer.status()).isEqualTo(1);
      assertThat(answer.out())
          .contains("moved in Outlook from 'Contacts' of profile 'Old', which is switched off")
          .doesNotContain("linked");
      all.configure();
      inOrder(all, "New");
      assertThat(all.oldOnes.bodies()).isEmpty();
      assertThat(all.newOnes.bodies().values()).singleElement().asString().contains("the phone");
      assertThat(all.in("New")).hasSize(1);
    }
  }

  @Test
  void aCopyWaitsForAProfileThatCannotBeOpened() {
    try (TwoPairsOfFolders all = copied(Family.CONTACTS, false)) {
      all.editOnServer(":tea", ":from the phone");
      all.configure("family = \"events\"");
      Shell.Answer answer = all.run("New");
      assertThat(answer.status()).as(answer.all()).isEqualTo(1);
      assertThat(answer.out())
          .contains("moved in Outlook from profile 'Old', which cannot be opened now")
          .doesNotContain("linked");
      all.configure();
      inOrder(all, "New");
      assertThat(all.oldOnes.bodies()).isEmpty();
      assertThat(all.newOnes.bodies().values()).singleElement().asString().contains("the phone");
    }
  }

  /** Nothing can be deleted now, but a second item would be no better. */
  @ParameterizedTest
  @CsvSource({
    "active = false, left when it was being moved here from 'old' of profile 'Old'; , switched off",
    "family = \"events\", left when it was being moved here from profile 'Old'; , cannot be opened"
  })
  void whatIsMovedBackIsNotDoubledWhereItsProfileCannotRun(String how, String said, String why) {
    try (TwoPairsOfFolders all = copied(Family.CONTACTS, false)) {
      all.moveInOutlook("New", "Old");
      all.configure(how);
      Shell.Answer answer = all.run("New");
      assertThat(answer.status()).as(answer.all()).isEqualTo(1);
      assertThat(answer.out())
          .contains("copy that was " + said.replace(";", ""), why)
          .doesNotContain("created");
      assertThat(all.in("New")).isEmpty();
      assertThat(all.newOnes.bodies()).hasSize(1);
      all.configure();
      assertThat(inOrder(all, "New")).contains("1 deleted on the server").doesNotContain("created");
      assertThat(all.newOnes.bodies()).isEmpty();
      assertThat(all.oldOnes.bodies()).hasSize(1);
      assertThat(all.in("Old")).hasSize(1);
    }
  }

  @Test
  void norWhereTheOriginalCannotBeRead() {
    try (TwoPairsOfFolders all = copied(Family.CONTACTS, false)) {
      all.moveInOutlook("New", "Old");
      String name = all.oldOnes.names().getFirst();
      String text = all.oldOnes.get(name).orElseThrow();
      all.oldOnes.put(name, text.replace("BEGIN:VCARD", "BEGIN VCARD"));
      Shell.Answer answer = all.run("New");
      assertThat(answer.status()).as(answer.all()).isEqualTo(1);
      assertThat(answer.out()).contains("original cannot be read now").doesNotContain("created");
      assertThat(all.in("New")).isEmpty();
      all.oldOnes.put(name, text);
      assertThat(inOrder(all, "New")).contains("1 deleted on the server").doesNotContain("created");
      assertThat(all.in("Old")).hasSize(1);
    }
  }

  @Test
  void aCopyThatSomebodyEditedIsNewAlsoWhereItsProfileIsSwitchedOff() {
    try (TwoPairsOfFolders all = copied(Family.CONTACTS, false)) {
      all.moveInOutlook("New", "Old");
      editCopy(all, "NOTE:tea", "NOTE:precious");
      all.configure("active = false");
      assertThat(all.sync("New")).contains("1 created in Outlook");
      assertThat(all.in("New")).hasSize(1);
    }
  }

  /** Its original is deleted on the server in the meantime: then it is all that there is. */
  @Test
  void aCopyWithoutItsOriginalStays() {
    try (TwoPairsOfFolders all = copied(Family.CONTACTS, false)) {
      all.deleteInOutlook("New");
      all.oldOnes.names().forEach(all.oldOnes::delete);
      inOrder(all, "Old");
      assertThat(all.newOnes.bodies()).hasSize(1);
      assertThat(all.in("New")).hasSize(1);
    }
  }
}
