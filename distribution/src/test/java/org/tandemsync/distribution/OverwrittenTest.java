package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that spoils everything at once on the server, and options that look like one. */
final class OverwrittenTest {
  private static final int TEAS = 60;
  private static final String IMPORTANT = "PRIORITY:1\n";
  private static final String MINOR = "PRIORITY:9\n";

  @TempDir Path folder;
  private CalendarInStep world;
  private Shell shell;
  private OneProfile profile;
  private int items;

  @BeforeEach
  void start() {
    world = new CalendarInStep(folder);
    shell = world.shell;
    profile = new OneProfile(shell, world.server, "Calendar", world.calendar);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void inStep() {
    assertThat(shell.tandem("sync").status()).isZero();
    items = world.calendar.bodies().size();
    assertThat(items).isGreaterThan(TEAS);
  }

  private void teas(String title, String more) {
    for (int i = 0; i < TEAS; i++) {
      world.tea("t" + i, title.isEmpty() ? "Tea " + i : title, more);
    }
  }

  private long inOutlook(String title) {
    return shell
        .tandem("items", "pst:outlook.pst#Calendar", "--json")
        .out()
        .lines()
        .filter(line -> line.contains(title))
        .count();
  }

  private void theTitlesAreHeld() {
    Shell.Answer planned = shell.tandem("plan");
    assertThat(planned.out()).contains("would overwrite " + TEAS + " of " + items);
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).as(sync.all()).isEqualTo(1);
    assertThat(sync.out()).contains(TEAS + " held", "would overwrite " + TEAS + " of " + items);
    assertThat(inOutlook("BLANKED")).isZero();
    Shell.Answer again = shell.tandem("sync");
    assertThat(again.out()).contains(TEAS + " held");
  }

  @Test
  void spoiledTitlesAreHeld() {
    teas("", "");
    inStep();
    teas("BLANKED", "");
    theTitlesAreHeld();
  }

  /** Other options make every item one of which no revision is known. */
  @Test
  void spoiledTitlesAreHeldAlsoWhenOptionsHaveChanged() {
    teas("", IMPORTANT);
    inStep();
    profile.apply("exclude = [\"importance\"]");
    teas("BLANKED", MINOR);
    theTitlesAreHeld();
    assertThat(shell.tandem("approve", "Calendar", "--yes").status()).isZero();
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.out()).contains(TEAS + " updated in Outlook");
    assertThat(inOutlook("BLANKED")).isEqualTo(TEAS);
  }

  @Test
  void whatOnlyOptionsAskForIsNotHeld() {
    profile.apply("exclude = [\"importance\"]");
    teas("", IMPORTANT);
    inStep();
    profile.apply("");
    Shell.Answer included = shell.tandem("sync");
    assertThat(included.status()).as(included.all()).isZero();
    assertThat(included.out()).contains(TEAS + " updated in Outlook");
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
  }

  /** Both wrote into a field that was empty on both sides, and only one of the values can stay. */
  @Test
  void notesOfBothSidesAreHeld() throws IOException {
    teas("", "");
    inStep();
    outlookWritesIntoAll("DESCRIPTION:footer of an add-in");
    teas("", "DESCRIPTION:note of the phone\n");
    String held = TEAS + " of " + items;
    assertThat(shell.tandem("plan").out()).contains("would overwrite " + held);
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).as(sync.all()).isEqualTo(1);
    assertThat(sync.out()).contains(TEAS + " held", "would overwrite " + held);
    assertThat(world.calendar.bodies().values())
        .filteredOn(body -> body.contains("note of the phone"))
        .hasSize(TEAS);
  }

  /** An add-in: here another Tandem, whose server is a folder of files. */
  private void outlookWritesIntoAll(String line) throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    Shell addIn = new Shell(folder);
    addIn.file(
        "other.toml",
        """
        [[profiles]]
        name = "Other"
        outlook = { pst = "outlook.pst", folder = "Calendar" }
        server = { folder = "files" }
        """);
    List<String> home = List.of("--home", folder.resolve("other-home").toString());
    assertThat(addIn.tandemIn(home, "apply", "-f", "other.toml").status()).isZero();
    assertThat(addIn.tandemIn(home, "sync").status()).isZero();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(files)) {
      for (Path file : all) {
        String text = Files.readString(file);
        if (text.contains("SUMMARY:Tea")) {
          Files.writeString(file, text.replace("END:VEVENT", line + "\r\nEND:VEVENT"));
        }
      }
    }
    Shell.Answer written = addIn.tandemIn(home, "sync");
    assertThat(written.out()).as(written.all()).contains(TEAS + " updated in Outlook");
  }

  /** Looking whether too much would be overwritten costs no request. */
  @Test
  void eachItemIsReadOnceWhenOptionsHaveChanged() {
    for (int i = 0; i < 1_200; i++) {
      world.tea("t" + i, "Tea " + i, "");
    }
    inStep();
    shell.tandem("sync");
    profile.apply("exclude = [\"importance\"]");
    world.server.log().clear();
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.out()).as(sync.all()).contains("nothing to do");
    long read =
        world.server.log().all().stream().filter(r -> r.report().contains("multiget")).count();
    assertThat(read).isPositive().isLessThanOrEqualTo(items / 100 + 1);
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
  }
}
