package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain}: of which item it tells what, and the ids by which it finds one. */
final class ExplainCommandTest {
  @TempDir Path folder;
  private CalendarInStep world;
  private Shell shell;

  @BeforeEach
  void inStep() {
    world = new CalendarInStep(folder);
    shell = world.shell;
    world.tea("tea", "Tea", "");
    assertThat(shell.tandem("sync").status()).isZero();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String onServer(String uid) {
    return world.calendar.path() + uid + ".ics";
  }

  private String explain(String item) {
    return shell.tandem("explain", "Calendar", item).out();
  }

  private String inOutlookAt(String day) {
    return shell.tandem("items", "pst:outlook.pst#Calendar", "--json").json().stream()
        .filter(
            line ->
                Objects.toString(((Map<?, ?>) Objects.requireNonNull(line.get("item"))))
                    .contains(day))
        .map(line -> Objects.toString(line.get("id")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHoldIsToldOfTheItemThatIsHeld() throws IOException {
    Files.createDirectory(folder.resolve("teas"));
    Files.writeString(
        folder.resolve("teas").resolve("other.ics"),
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//tea//party//EN
        BEGIN:VEVENT
        UID:other
        DTSTAMP:20260301T110000Z
        DTSTART:20320405T160000Z
        DTEND:20320405T170000Z
        SUMMARY:Tea
        END:VEVENT
        END:VCALENDAR
        """);
    assertThat(shell.tandem("copy", "folder:teas", "pst:outlook.pst#Calendar").status()).isZero();
    world.tea("tee", "Tee", "");
    String another = inOutlookAt("2032-04-05");
    Shell.Answer declared =
        shell.tandem("duplicates", "Calendar", "--link", another, onServer("tee"), "--yes");
    assertThat(declared.status()).as(declared.all()).isZero();
    world.calendar.delete("tee.ics");

    assertThat(explain(another)).contains("not there any more", "--unlink");
    assertThat(explain(onServer("tea")))
        .contains("a sync would do nothing about it")
        .doesNotContain("not there any more", "--unlink");
    assertThat(shell.tandem("explain", "Calendar", "Tea").err())
        .contains("2 items fit 'Tea'", another + " Tea");
  }

  @Test
  void whatIsOnlyInTheHistoryIsTold() {
    String outlook = inOutlookAt("2031-03-02");
    world.calendar.delete("tea.ics");
    assertThat(shell.tandem("sync").out()).contains("1 deleted in Outlook");
    String version =
        Objects.toString(shell.tandem("history", "--json").json().getFirst().get("version"));
    for (String item : new String[] {"Tea", outlook}) {
      assertThat(explain(item))
          .containsPattern(
              "link +none: it is in step with nothing any more; last change "
                  + version
                  + ": deleted in Outlook, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d; 'tandem undo "
                  + version
                  + "' brings it back")
          .contains("it is not there (asked directly)", "a sync would do nothing about it");
    }
    assertThat(shell.tandem("undo", version, "--yes").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(explain("Tea")).doesNotContain("any more");
  }

  @Test
  void programsAreToldTimesInUtc() {
    assertThat(shell.tandem("explain", "Calendar", "tea", "--json").json())
        .filteredOn(line -> "history".equals(line.get("topic")))
        .singleElement()
        .satisfies(
            line ->
                assertThat(Objects.toString(line.get("text")))
                    .matches(".*created in Outlook, .*Z"));
    String version =
        Objects.toString(shell.tandem("history", "--json").json().getFirst().get("version"));
    assertThat(shell.tandem("show", version).out()).contains("Tea: created in Outlook, ");
  }

  /** The ids that 'explain', '--link' and '--merge' take. */
  @Test
  void itemsShowsIdsWhereTheyAreAskedFor() {
    String id = inOutlookAt("2031-03-02");
    assertThat(shell.tandem("items", "pst:outlook.pst#Calendar").out()).doesNotContain(id);
    assertThat(shell.tandem("items", "pst:outlook.pst#Calendar", "--verbose").out())
        .containsPattern("ID\n")
        .containsPattern("Tea .* " + id + "\n");
    assertThat(explain(id)).containsPattern("title +Tea\n");
  }

  @Test
  void anItemIsFoundByATitleThatItHadBefore() {
    world.tea("tea", "Coffee", "");
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(shell.tandem("history", "tea").out()).contains("created");
    assertThat(explain("tea"))
        .containsPattern("title +Coffee\n")
        .contains("both sides were last confirmed", "updated in Outlook", "created in Outlook");
    assertThat(shell.tandem("explain", "Calendar", "soup").err())
        .contains("knows no item 'soup'", "known by the title that it had before");
  }
}
