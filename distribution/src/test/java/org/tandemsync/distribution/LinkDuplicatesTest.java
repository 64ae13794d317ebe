package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code duplicates --link} on a data file and a server. */
final class LinkDuplicatesTest {
  @TempDir Path folder;
  private CalendarInStep world;
  private Shell shell;

  /** In step with all of the sample but for one new meal on each side, which are the same. */
  @BeforeEach
  void start() {
    world = new CalendarInStep(folder);
    shell = world.shell;
    world.tea("tee", "Tee", "DESCRIPTION:Bring milk\nCATEGORIES:Home\n");
    shell.file(
        "tea.ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//tea//party//EN
        BEGIN:VEVENT
        UID:tea
        DTSTAMP:20260301T110000Z
        DTSTART:20310302T160000Z
        DTEND:20310302T170000Z
        SUMMARY:Tea
        LOCATION:Garden
        CATEGORIES:Friends
        END:VEVENT
        END:VCALENDAR
        """);
    folderOf("teas", "tea.ics");
    assertThat(shell.tandem("copy", "folder:teas", "pst:outlook.pst#Calendar").status()).isZero();
  }

  private void folderOf(String name, String file) {
    try {
      Files.createDirectory(folder.resolve(name));
      Files.move(folder.resolve(file), folder.resolve(name).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String inOutlook(String title) {
    return shell.tandem("items", "pst:outlook.pst#Calendar", "--json").json().stream()
        .filter(
            line ->
                title.equals(((Map<?, ?>) Objects.requireNonNull(line.get("item"))).get("subject")))
        .map(line -> Objects.toString(line.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private String onServer(String uid) {
    return world.calendar.path() + uid + ".ics";
  }

  private String server() {
    return String.join("\n", world.calendar.bodies().values());
  }

  private String outlook() {
    return shell.tandem("items", "pst:outlook.pst#Calendar", "--native").out();
  }

  private static int teas(String text) {
    return text.split("SUMMARY:Te[ae]\\b", -1).length - 1;
  }

  private Shell.Answer link(String one, String other, String... more) {
    List<String> all = new ArrayList<>(List.of("duplicates", "Calendar", "--link", one, other));
    all.addAll(List.of(more));
    return shell.tandem(all.toArray(String[]::new));
  }

  private void refused(String one, String other, String... why) {
    Shell.Answer answer = link(one, other, "--yes");
    assertThat(answer.status()).as(answer.all()).isEqualTo(2);
    assertThat(answer.err()).contains(why).contains("Nothing was done. Next step: ");
  }

  @Test
  void beforeAnySyncTwoBecomeOne() {
    Shell.Answer alike = shell.tandem("duplicates", "Calendar", "--alike", "--json");
    assertThat(alike.json())
        .singleElement()
        .satisfies(
            pair ->
                assertThat(pair)
                    .containsEntry("title", "Tea")
                    .containsEntry("server-title", "Tee")
                    .containsEntry("ids", List.of(inOutlook("Tea"), onServer("tee")))
                    .containsEntry("declared", false));
    assertThat(shell.tandem("duplicates", "Calendar", "--alike").out())
        .contains("outlook: Tea, server: Tee - differ in subject", "'--link'");

    assertThat(link(inOutlook("Tea"), onServer("tee")).err()).contains("Nobody is here");
    assertThat(link(inOutlook("Tea"), onServer("tee"), "--json").json().getFirst())
        .containsEntry("title", "Tea")
        .doesNotContainKey("run");
    shell.terminal(120, "no");
    assertThat(link(inOutlook("Tea"), onServer("tee")).out())
        .contains(
            "'Tea' in Outlook and 'Tee' on the server become one",
            "to Outlook: body, categories",
            "to the server: subject, location, categories",
            "subject: outlook 'Tea', server 'Tee' - Outlook's counts");
    assertThat(shell.tandem("plan", "--json").out()).doesNotContain("declared");

    Shell.Answer declared = link(onServer("tee"), inOutlook("Tea"), "--yes", "--json");
    assertThat(declared.status()).as(declared.all()).isZero();
    assertThat(declared.json().getFirst())
        .containsEntry("outlook", inOutlook("Tea"))
        .containsEntry("server", onServer("tee"))
        .containsEntry("to-outlook", List.of("body", "categories"));
    assertThat(world.calendar.bodies()).hasSize(1);
    assertThat(shell.tandem("explain", "Calendar", inOutlook("Tea")).out())
        .contains("were declared to be the same", "merge", "declared to be the same");
    assertThat(shell.tandem("duplicates", "Calendar", "--alike").out())
        .contains("(declared to be the same)");
    assertThat(shell.tandem("export", "--ledger").out())
        .contains("\"line\":\"declared\"", onServer("tee"));
    assertThat(shell.tandem("plan", "--json").json())
        .filteredOn(line -> Objects.toString(line.get("title")).matches("Te[ae]"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("action", "merge")
                    .containsEntry("why", "declared to be the same"));

    Shell.Answer synced = shell.tandem("sync");
    assertThat(synced.out()).contains("1 linked", "1 in conflict");
    assertThat(teas(server())).isEqualTo(1);
    assertThat(teas(outlook())).isEqualTo(1);
    for (String side : List.of(server(), outlook())) {
      assertThat(side).contains("SUMMARY:Tea", "Garden", "Bring milk", "Home", "Friends");
    }
    assertThat(server()).contains("UID:tee").doesNotContain("UID:tea");
    assertThat(shell.tandem("sync", "--json").json().getLast())
        .containsEntry("status", "done")
        .containsEntry("updated", Map.of("outlook", 0L, "server", 0L));
    assertThat(shell.tandem("export", "--ledger").out()).doesNotContain("\"declared\"");

    refused(inOutlook("Tea"), onServer("tee"), "in step with each other already");
    assertThat(
            shell
                .tandem("duplicates", "Calendar", "--unlink", inOutlook("Tea"), onServer("tee"))
                .err())
        .contains("These are in step already", "tandem undo");
    Shell.Answer apart = shell.tandem("undo", "2", "--yes");
    assertThat(apart.all()).contains("belongs to no item of the other side any more");
    assertThat(server()).contains("SUMMARY:Tee");
    assertThat(shell.tandem("sync").status()).isZero();
    for (String side : List.of(server(), outlook())) {
      assertThat(side).contains("SUMMARY:Tea", "Garden", "SUMMARY:Tee", "Bring milk");
    }
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
  }

  /** As in the help's example: the path of the collection is the same for all. */
  @Test
  void theEndOfAnIdWillDo() {
    assertThat(link(inOutlook("Tea"), "tee.ics", "--yes").out()).contains("Declared (run 1)");
    assertThat(
            shell
                .tandem("duplicates", "Calendar", "--unlink", "tee.ics", inOutlook("Tea"))
                .status())
        .isZero();
    refused(inOutlook("Tea"), "ee.ics", "'ee.ics' is no item of this profile");
    world.tea("tee-2", "Tee", "");
    Shell.Answer merged =
        shell.tandem("duplicates", "Calendar", "--merge", "tee.ics", "tee-2.ics", "--yes");
    assertThat(merged.status()).as(merged.all()).isZero();
    assertThat(world.calendar.bodies()).containsOnlyKeys("tee.ics");
    assertThat(link("tee.ics", inOutlook("Tea"), "--yes").status()).isZero();
    assertThat(shell.tandem("sync").out()).contains("1 linked");
    assertThat(
            shell.tandem("duplicates", "Calendar", "--unlink", "tee.ics", inOutlook("Tea")).err())
        .contains("These are in step already");
  }

  /** What is asked about is not merged. */
  @Test
  void whereAPersonDecidesThePlanSaysSo() {
    new OneProfile(shell, world.server, "Calendar", world.calendar).apply("conflicts = \"ask\"");
    assertThat(link(inOutlook("Tea"), onServer("tee"), "--yes").status()).isZero();
    Shell.Answer plan = shell.tandem("plan");
    assertThat(plan.out())
        .containsPattern("link, then ask +both +Tea ")
        .contains("1 to link, and then to ask about")
        .doesNotContain("merge");
    assertThat(shell.tandem("plan", "--json").json())
        .filteredOn(line -> Objects.equals(line.get("title"), "Tea"))
        .singleElement()
        .satisfies(line -> assertThat(line).containsEntry("action", "merge"));
    assertThat(shell.tandem("explain", "Calendar", inOutlook("Tea")).out())
        .containsPattern("next +link, then ask: ");
  }

  @Test
  void aDeclarationCanBeTakenBackAndOutlivesARebuild() {
    assertThat(link(inOutlook("Tea"), onServer("tee"), "--yes").out()).contains("Declared (run 1)");
    refused(inOutlook("Tea"), onServer("tee"), "declared to be the same already");
    assertThat(
            shell
                .tandem("duplicates", "Calendar", "--unlink", inOutlook("Tea"), onServer("tee"))
                .status())
        .isZero();
    assertThat(
            shell
                .tandem("duplicates", "Calendar", "--unlink", inOutlook("Tea"), onServer("tee"))
                .err())
        .contains("Nobody has declared");
    assertThat(link(inOutlook("Tea"), onServer("tee"), "--yes").status()).isZero();
    Shell.Answer rebuilt = shell.tandem("doctor", "--rebuild", "Calendar", "--yes");
    assertThat(rebuilt.out()).contains("1 linked");
    assertThat(teas(server())).isEqualTo(1);
    assertThat(teas(outlook())).isEqualTo(1);
  }

  @Test
  void whatIsOnBothSidesTwiceIsForMerging() {
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(teas(server())).isEqualTo(2);
    Shell.Answer answer = link(inOutlook("Tea"), onServer("tee"), "--yes");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err())
        .contains("each is in step with a copy of its own", "--merge " + inOutlook("Tea"));
    world.tea("third", "Teatime", "");
    refused(
        inOutlook("Tea"), onServer("third"), "is in step with '", "--merge ", onServer("third"));
    refused(inOutlook("Tea"), inOutlook("Tee"), "both are in Outlook", "--merge");
  }

  @Test
  void whatCannotBeLinkedIsSaid() {
    refused("a", onServer("tee"), "'a' is no item of this profile");
    refused(inOutlook("Tea"), "/elsewhere/b.ics", "'/elsewhere/b.ics' is no item");
    world.tea("weekly", "Tea every week", "RRULE:FREQ=WEEKLY;COUNT=3\n");
    refused(inOutlook("Tea"), onServer("weekly"), "one is a series");
    assertThat(
            shell.tandem("duplicates", "Calendar", "--link", "a", "b", "--merge", "a", "b").err())
        .contains("exclude each other");
  }

  /** It is not made again because it cannot be had for a while. */
  @Test
  void whatHasLostItsPartnerIsHeld() {
    assertThat(link(inOutlook("Tea"), onServer("tee"), "--yes").status()).isZero();
    world.calendar.delete("tee.ics");
    Shell.Answer held = shell.tandem("sync");
    assertThat(held.status()).isEqualTo(1);
    assertThat(server()).doesNotContain("SUMMARY:Tea");
    assertThat(shell.tandem("explain", "Calendar", inOutlook("Tea")).out())
        .contains("not there any more", "--unlink");
    assertThat(
            shell
                .tandem("duplicates", "Calendar", "--unlink", inOutlook("Tea"), onServer("tee"))
                .status())
        .isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(server()).contains("SUMMARY:Tea");
  }
}
