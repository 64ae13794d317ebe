package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code approve --reject} of changes that the guard holds, in a data file and a folder. */
final class RejectedOverwritesTest {
  private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e", "f");
  private static final String TWO = "guard = { overwrites = 1, overwrites-percent = 0 }";

  @TempDir Path folder;
  private Shell shell;

  /** The same of both sides; Outlook has it from another Tandem, by which it is edited too. */
  @BeforeEach
  void start() throws IOException {
    shell = new Shell(folder);
    teas("pen");
    teas("server");
    assertThat(shell.tandem("copy", "folder:pen", "pst:outlook.pst").status()).isZero();
    profile("server", TWO);
    assertThat(shell.tandem("sync").out()).contains("6 items in step");
    profile("pen", "--home", folder.resolve("pen-home").toString());
    outlookIsEdited();
  }

  private void teas(String name) throws IOException {
    Path files = Files.createDirectory(folder.resolve(name));
    for (String item : ITEMS) {
      Files.writeString(
          files.resolve(item + ".ics"),
          """
          BEGIN:VCALENDAR
          VERSION:2.0
          PRODID:-//tea//party//EN
          BEGIN:VEVENT
          UID:%s
          DTSTAMP:20260301T110000Z
          DTSTART:20310302T160000Z
          DTEND:20310302T170000Z
          SUMMARY:Tea %s
          LOCATION:Room %s
          END:VEVENT
          END:VCALENDAR
          """
              .formatted(item, item, item)
              .replace("\n", "\r\n"));
    }
  }

  /**
   * @param more lines of the profile, or options of the command
   */
  private void profile(String server, String... more) {
    boolean options = more[0].startsWith("--");
    shell.file(
        server + ".toml",
        """
        [[profiles]]
        name = "Work"
        outlook = { pst = "outlook.pst", folder = "Calendar" }
        server = { folder = "%s" }
        %s
        """
            .formatted(server, options ? "" : String.join("\n", more)));
    Shell.Answer applied =
        options
            ? shell.tandemIn(List.of(more), "apply", "-f", server + ".toml")
            : shell.tandem("apply", "-f", server + ".toml");
    assertThat(applied.status()).as(applied.all()).isZero();
  }

  private void edit(String place, String item, String from, String to) {
    Path file = folder.resolve(place).resolve(item + ".ics");
    try {
      String text = Files.readString(file);
      assertThat(text).contains(from);
      Files.writeString(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void outlookIsEdited() {
    Shell.Answer pen =
        shell.tandemIn(List.of("--home", folder.resolve("pen-home").toString()), "sync");
    assertThat(pen.status()).as(pen.all()).isZero();
  }

  private void theServerRenames(String... items) {
    for (String item : items) {
      edit("server", item, "Tea " + item, "Coffee " + item);
    }
  }

  private String sync() {
    return shell.tandem("sync").all();
  }

  private void reject() {
    Shell.Answer rejected = shell.tandem("approve", "Work", "--reject", "--yes");
    assertThat(rejected.status()).as(rejected.all()).isZero();
  }

  /** What both sides list of the items, in their order. */
  private void assertBothHold(String server, String... titles) {
    for (String place : List.of("folder:" + server, "pst:outlook.pst#Calendar")) {
      assertThat(shell.tandem("items", place, "--json").json())
          .extracting(RejectedOverwritesTest::subject)
          .as(place)
          .containsExactlyInAnyOrder(titles);
    }
    assertThat(sync()).contains("nothing to do");
    assertThat(shell.tandem("approve").out()).isEqualTo("Nothing is held.\n");
  }

  private static String subject(Map<String, Object> line) {
    return String.valueOf(((Map<?, ?>) Objects.requireNonNull(line.get("item"))).get("subject"));
  }

  @Test
  void theyAreBroughtBackBesideOthersThatAreHeld() {
    theServerRenames("a", "b", "c");
    assertThat(sync()).contains("3 held");
    reject();
    theServerRenames("e", "f");
    String planned = shell.tandem("plan").out();
    assertThat(planned).contains("3 to update on the server, 2 held", "that was rejected");
    assertThat(sync()).contains("3 updated on the server, 2 held");
    assertThat(shell.tandem("approve", "--json").json())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).containsEntry("side", "outlook"));
    assertThat(shell.tandem("history").out().lines().filter(l -> l.contains("server"))).hasSize(3);
    assertThat(shell.tandem("approve", "Work", "--yes").status()).isZero();
    assertThat(sync()).contains("2 updated in Outlook");
    assertBothHold("server", "Tea a", "Tea b", "Tea c", "Tea d", "Coffee e", "Coffee f");
  }

  @Test
  void anEditInOutlookOfTheSameItemSurvives() {
    edit("pen", "c", "Room c", "Kitchen");
    outlookIsEdited();
    theServerRenames("a", "b", "c");
    assertThat(sync()).contains("3 held");
    assertThat(shell.tandem("approve", "--json").json())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).containsEntry("side", "outlook"))
        .anySatisfy(
            line ->
                assertThat((String) line.get("why"))
                    .contains("write subject in Outlook and location on the server"));
    reject();
    assertThat(sync()).contains("3 updated on the server").doesNotContain("in Outlook");
    assertThat(folder.resolve("server/c.ics")).content().contains("LOCATION:Kitchen", "Tea c");
    assertThat(shell.tandem("items", "pst:outlook.pst#Calendar", "--native").out())
        .contains("LOCATION:Kitchen");
    assertBothHold("server", "Tea a", "Tea b", "Tea c", "Tea d", "Tea e", "Tea f");
  }

  @Test
  void inAnotherFolderTheOlderItemIsOverwritten() throws IOException {
    teas("other");
    edit("other", "a", "Tea a", "Older a");
    profile("other", "conflicts = \"server-wins\"");
    assertThat(sync()).contains("1 held", "connects other folders");
    assertThat(shell.tandem("approve", "--json").json())
        .singleElement()
        .satisfies(line -> assertThat(line).containsEntry("side", "outlook"));
    reject();
    assertThat(sync()).contains("1 updated on the server").doesNotContain("held");
    assertBothHold("other", "Tea a", "Tea b", "Tea c", "Tea d", "Tea e", "Tea f");
  }
}
