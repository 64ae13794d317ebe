package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.RequestLog;
import org.tandemsync.testkit.server.When;

/** {@code conflicts} on a data file and a server; another data file is how Outlook is edited. */
final class ConflictsCommandTest {
  @TempDir Path folder;
  private CalendarInStep world;
  private Shell shell;
  private DavCollection calendar;

  @BeforeEach
  void start() throws IOException {
    world = new CalendarInStep(folder);
    shell = world.shell;
    calendar = world.calendar;
    new OneProfile(shell, world.server, "Calendar", calendar).apply("conflicts = \"ask\"");
    world.tea("tea", "Tea", "LOCATION:Garden\n");
    assertThat(shell.tandem("sync").status()).isZero();
    bothChange();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void bothChange() throws IOException {
    Files.createDirectory(folder.resolve("other"));
    outlookChanges(
        "Tea",
        text ->
            text.replace("SUMMARY:Tea", "SUMMARY:Coffee")
                .replace("LOCATION:Garden", "LOCATION:Kitchen"));
    world.tea("tea", "Cocoa", "LOCATION:Attic\n");
    assertConflict();
  }

  private void assertConflict() {
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).as(sync.all()).isEqualTo(1);
    assertThat(sync.out()).contains("1 in conflict");
  }

  /** Outlook's edit arrives by a second profile, which knows nothing of the first one. */
  private void outlookChanges(String title, UnaryOperator<String> edit) throws IOException {
    Shell second = new Shell(folder).set("TANDEM_SECOND", "x");
    second.file(
        "second.toml",
        """
        [[profiles]]
        name = "Second"
        outlook = { pst = "outlook.pst", folder = "Calendar" }
        server = { folder = "other" }
        """);
    List<String> home = List.of("--home", folder.resolve("home2").toString());
    assertThat(second.tandemIn(home, "apply", "-f", "second.toml").status()).isZero();
    assertThat(second.tandemIn(home, "sync").status()).isZero();
    Path file;
    try (var files = Files.list(folder.resolve("other"))) {
      file = files.filter(f -> text(f).contains("SUMMARY:" + title)).findFirst().orElseThrow();
    }
    Files.writeString(file, edit.apply(text(file)));
    assertThat(second.tandemIn(home, "sync").status()).isZero();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String outlook() {
    return shell.tandem("items", "pst:outlook.pst#Calendar", "--native").out();
  }

  private String server() {
    return String.join("\n", calendar.bodies().values());
  }

  /** Nobody has decided yet, and the server has never had the edit. */
  @Test
  void anEditThatWaitsBeatsTheDeletionOfItsItem() {
    assertThat(calendar.delete("tea.ics")).isTrue();
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).as(sync.all()).isZero();
    assertThat(sync.out()).contains("1 created on the server");
    assertThat(server()).contains("SUMMARY:Coffee", "LOCATION:Kitchen");
    assertThat(outlook()).contains("SUMMARY:Coffee");
    assertThat(shell.tandem("conflicts").out()).isEqualTo("No conflict waits for a decision.\n");
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
  }

  @Test
  void bothValuesAreShownAndOneSideIsChosen() {
    Shell.Answer listed = shell.tandem("conflicts");
    assertThat(listed.status()).isEqualTo(1);
    assertThat(listed.out())
        .containsPattern("subject +Coffee +Cocoa +Tea +no")
        .containsPattern("location +Kitchen +Attic +Garden +no");
    assertThat(shell.tandem("status", "--json").json().getFirst())
        .containsEntry("open-conflicts", 1L);
    Shell.Answer decided = shell.tandem("conflicts", "coff", "--server");
    assertThat(decided.status()).as(decided.all()).isZero();
    assertThat(decided.out()).contains("as in server", "tandem sync Calendar");
    assertThat(shell.tandem("conflicts").out())
        .containsPattern("subject +Coffee +Cocoa +Tea +serv");
    assertThat(outlook()).contains("SUMMARY:Coffee");
    assertThat(shell.tandem("plan").out()).contains("as somebody decided");
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(outlook()).contains("SUMMARY:Cocoa", "LOCATION:Attic").doesNotContain("Coffee");
    assertThat(shell.tandem("conflicts").out()).isEqualTo("No conflict waits for a decision.\n");
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
    assertThat(shell.tandem("history", "coffee").out()).contains("updated", "outlook");
  }

  @Test
  void fieldsAreChosenOneByOne() {
    String id = String.valueOf(shell.tandem("conflicts", "--json").json().getFirst().get("id"));
    assertThat(shell.tandem("conflicts", id, "--field", "soup=server").err())
        .contains("'soup' is none of the fields in conflict (subject, location)");
    assertThat(shell.tandem("conflicts", id, "--field", "subject=left").err())
        .contains("outlook or server");
    assertThat(shell.tandem("conflicts", id, "--field", "subject=server").status()).isZero();
    assertThat(shell.tandem("conflicts", id, "--field", "location=outlook").status()).isZero();
    assertThat(shell.tandem("conflicts").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(outlook()).contains("SUMMARY:Cocoa", "LOCATION:Kitchen");
    assertThat(server()).contains("SUMMARY:Cocoa", "LOCATION:Kitchen");
  }

  @Test
  void bothAreKeptAsTwoItems() {
    int before = calendar.bodies().size();
    Shell.Answer kept = shell.tandem("conflicts", "Coffee", "--both", "--json");
    assertThat(kept.status()).as(kept.all()).isZero();
    assertThat(calendar.bodies()).hasSize(before + 1);
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(outlook()).contains("SUMMARY:Coffee", "SUMMARY:Cocoa");
    assertThat(server()).contains("SUMMARY:Coffee", "SUMMARY:Cocoa", "LOCATION:Attic");
    assertThat(calendar.bodies()).hasSize(before + 1);
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
    assertThat(shell.tandem("report").out()).contains("kept both");
  }

  /** Each time another value of the server is kept. */
  @Test
  void bothAreKeptOnceMoreWhenTheyAreInConflictAgain() throws IOException {
    assertThat(shell.tandem("conflicts", "Coffee", "--both").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    outlookChanges("Coffee", text -> text.replace("SUMMARY:Coffee", "SUMMARY:Whisky"));
    world.tea("tea", "Lemonade", "LOCATION:Kitchen\n");
    assertConflict();
    Shell.Answer kept = shell.tandem("conflicts", "Whisky", "--both");
    assertThat(kept.status()).as(kept.all()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    for (String side : List.of(server(), outlook())) {
      assertThat(side)
          .contains("SUMMARY:Whisky", "SUMMARY:Lemonade", "SUMMARY:Cocoa")
          .doesNotContain("SUMMARY:Coffee");
    }
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
  }

  /** Shown on one line they look the same; each is kept in an item of its own. */
  @Test
  void valuesThatOnlyLookAlikeAreKeptOnceMore() throws IOException {
    assertThat(shell.tandem("conflicts", "Coffee", "--outlook").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    outlookChanges("Coffee", text -> text.replace("SUMMARY:Coffee", "SUMMARY:Whisky"));
    world.tea("tea", "Lemon  tea", "LOCATION:Kitchen\n");
    assertConflict();
    assertThat(shell.tandem("conflicts", "Whisky", "--both").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    outlookChanges("Whisky", text -> text.replace("SUMMARY:Whisky", "SUMMARY:Gin"));
    world.tea("tea", "Lemon tea", "LOCATION:Kitchen\n");
    assertConflict();
    Shell.Answer kept = shell.tandem("conflicts", "Gin", "--both");
    assertThat(kept.status()).as(kept.all()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    for (String side : List.of(server(), outlook())) {
      assertThat(side).contains("SUMMARY:Gin", "SUMMARY:Lemon  tea", "SUMMARY:Lemon tea");
    }
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
  }

  /** The first answer is void, as Outlook's item was edited before the sync. */
  @Test
  void bothAreKeptAsTwoItemsAlsoWhenItIsAskedForAgain() throws IOException {
    assertThat(shell.tandem("conflicts", "Coffee", "--both").status()).isZero();
    int both = calendar.bodies().size();
    outlookChanges("Coffee", text -> text.replace("SUMMARY:Coffee", "SUMMARY:Whisky"));
    assertConflict();
    Shell.Answer again = shell.tandem("conflicts", "Whisky", "--both");
    assertThat(again.status()).as(again.all()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(calendar.bodies()).hasSize(both);
    for (String side : List.of(server(), outlook())) {
      assertThat(side).contains("SUMMARY:Whisky").containsOnlyOnce("SUMMARY:Cocoa");
    }
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
  }

  /** Else the next sync would overwrite the only place that still holds the server's values. */
  @Test
  void anUndoOfBothTakesTheDecisionBackToo() {
    String kept = shell.tandem("conflicts", "Coffee", "--both", "--json").out();
    assertThat(shell.tandem("conflicts").status()).isZero();
    String run = String.valueOf(shell.tandem("report", "--json").json().getFirst().get("run"));
    Shell.Answer undone = shell.tandem("undo", run, "--yes");
    assertThat(undone.status()).as(kept + undone.all()).isZero();
    assertThat(undone.out()).contains("1 deleted", "waits for a decision again");
    assertThat(shell.tandem("conflicts").out())
        .containsPattern("subject +Coffee +Cocoa +Tea +no")
        .containsPattern("location +Kitchen +Attic +Garden +no");
    shell.tandem("sync");
    assertThat(calendar.get("tea.ics").orElseThrow()).contains("SUMMARY:Cocoa", "LOCATION:Attic");
    assertThat(outlook()).contains("SUMMARY:Coffee", "LOCATION:Kitchen");
    assertThat(shell.tandem("conflicts", "Coffee", "--both").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(server()).contains("SUMMARY:Coffee").containsOnlyOnce("SUMMARY:Cocoa");
  }

  @Test
  void aSecondItemThatIsThereIsAsGoodAsLongAsItHoldsWhatIsKept() {
    assertThat(shell.tandem("conflicts", "Coffee", "--both").status()).isZero();
    int both = calendar.bodies().size();
    Shell.Answer again = shell.tandem("conflicts", "Coffee", "--both");
    assertThat(again.status()).as(again.all()).isZero();
    assertThat(calendar.bodies()).hasSize(both);

    String second =
        calendar.bodies().keySet().stream()
            .filter(member -> !member.equals("tea.ics"))
            .filter(member -> calendar.get(member).orElseThrow().contains("SUMMARY:Cocoa"))
            .findFirst()
            .orElseThrow();
    calendar.put(second, calendar.get(second).orElseThrow().replace("Cocoa", "Cider"));
    Shell.Answer refused = shell.tandem("conflicts", "Coffee", "--both");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains("'Coffee' got its second item on the server before", "Nothing was decided");
    assertThat(calendar.get("tea.ics").orElseThrow()).contains("SUMMARY:Cocoa");
  }

  /** Nobody knows the id of what was perhaps made; it is not that of the first one. */
  @Test
  void anUndoOfAnAttemptWithoutAnAnswerLeavesTheFirstItemAlone() {
    RequestLog log = world.server.log();
    long before = log.count("PUT");
    world.server.dials().loseAnswer = When.always().on("PUT");
    world.server.dials().cutBefore = When.always().where(request -> log.count("PUT") > before);
    Shell.Answer lost = shell.tandem("conflicts", "Coffee", "--both");
    assertThat(lost.status()).as(lost.all()).isEqualTo(2);
    world.server.dials().loseAnswer = When.never();
    world.server.dials().cutBefore = When.never();
    String run = String.valueOf(shell.tandem("report", "--json").json().getFirst().get("run"));
    shell.tandem("undo", run, "--yes", "--force");
    assertThat(calendar.get("tea.ics").orElseThrow()).contains("SUMMARY:Cocoa");
  }

  @Test
  void anEditAfterwardsMakesADecisionVoid() {
    assertThat(shell.tandem("conflicts", "Coffee", "--outlook").status()).isZero();
    world.tea("tea", "Chocolate", "LOCATION:Attic\n");
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).isEqualTo(1);
    assertThat(sync.out()).contains("in conflict");
    assertThat(outlook()).contains("SUMMARY:Coffee");
    assertThat(server()).contains("SUMMARY:Chocolate");
    assertThat(shell.tandem("conflicts", "--json").json().getFirst())
        .extractingByKey("fields")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
        .anySatisfy(
            field ->
                assertThat(field)
                    .containsEntry("server", "Chocolate")
                    .containsEntry("decided", ""));
  }

  /** The decision about the location goes too: it is asked about again, not forgotten. */
  @Test
  void allFieldsOfAVoidDecisionAreAskedAboutAgain() {
    assertThat(shell.tandem("conflicts", "Coffee", "--outlook").status()).isZero();
    world.tea("tea", "Chocolate", "LOCATION:Attic\n");
    assertThat(shell.tandem("sync").out()).contains("subject", "location: outlook 'Kitchen'");
    assertThat(shell.tandem("conflicts").out())
        .containsPattern("subject +Coffee +Chocolate")
        .containsPattern("location +Kitchen +Attic");
    assertThat(shell.tandem("conflicts", "Coffee", "--outlook").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(calendar.get("tea.ics").orElseThrow()).contains("Coffee", "LOCATION:Kitchen");
    assertThat(shell.tandem("conflicts").status()).isZero();
  }

  @Test
  void aConflictWaitsAlthoughAnotherFieldClashesLater() throws IOException {
    outlookChanges(
        "Coffee",
        text -> text.replace("LOCATION:Kitchen", "LOCATION:Kitchen\r\nDESCRIPTION:Note O"));
    world.tea("tea", "Cocoa", "LOCATION:Attic\nDESCRIPTION:Note S\n");
    assertConflict();
    assertThat(shell.tandem("conflicts").out())
        .containsPattern("subject +Coffee +Cocoa +Tea +no")
        .containsPattern("location +Kitchen +Attic +Garden +no")
        .containsPattern("body +Note O +Note S +no");
    assertThat(shell.tandem("conflicts", "Coffee", "--field", "body=outlook").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(calendar.get("tea.ics").orElseThrow()).contains("Note O", "Cocoa", "Attic");
    assertThat(shell.tandem("conflicts").out())
        .contains("subject", "location")
        .doesNotContain("body");
    assertThat(shell.tandem("status", "--json").json().getFirst())
        .containsEntry("open-conflicts", 1L);
    assertThat(shell.tandem("conflicts", "Coffee", "--outlook").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(calendar.get("tea.ics").orElseThrow()).contains("Note O", "Coffee", "Kitchen");
    assertThat(shell.tandem("conflicts").status()).isZero();
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(shell.tandem("conflicts", "--outlook").err()).contains("Name the item");
    assertThat(shell.tandem("conflicts", "soup", "--outlook").err()).contains("No open conflict");
    assertThat(shell.tandem("conflicts", "--profile", "x").err()).contains("no profile 'x'");
  }
}
