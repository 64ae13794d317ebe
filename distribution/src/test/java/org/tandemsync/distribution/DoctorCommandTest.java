package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} on data files that are sound, damaged or none. */
final class DoctorCommandTest {
  private static final int FIRST_ALLOCATION_MAP = 0x4400;

  @TempDir Path folder;

  private Shell shell() {
    return new Shell(folder).sample("demo/outlook.pst", "outlook.pst");
  }

  private void damage(int offset) throws IOException {
    Path file = folder.resolve("outlook.pst");
    byte[] bytes = Files.readAllBytes(file);
    bytes[offset] ^= 0x10;
    Files.write(file, bytes);
  }

  @Test
  void aSoundFileHasNoFindings() {
    Shell.Answer answer = shell().tandem("doctor", "pst:outlook.pst");
    assertThat(answer.out())
        .isEqualTo(
            "outlook.pst: 12 folders, 3 items, no findings (6 harmless: --verbose shows them)\n");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.status()).isZero();
    assertThat(folder.resolve("home")).as("a file needs no state").doesNotExist();
  }

  @Test
  void whatOlderOutlooksLeaveIsShownWhenAskedFor() {
    Shell.Answer answer = shell().tandem("doctor", "pst:outlook.pst", "--verbose");
    assertThat(answer.out())
        .startsWith("Harmless, Outlook itself leaves it so:\nsizes of items\n  node ")
        .endsWith("no findings (6 harmless)\n");
    assertThat(answer.status()).isZero();
  }

  @Test
  void aDamagedFileIsToldWithTheNextSteps() throws IOException {
    Shell shell = shell();
    damage(FIRST_ALLOCATION_MAP + 100);
    Shell.Answer answer = shell.tandem("doctor", "pst:outlook.pst");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            "outlook.pst: 12 folders, 3 items, ",
            " finding",
            "pages\n",
            "allocation map",
            "scanpst.exe");
  }

  @Test
  void aBrokenHeaderLeavesNothingToCount() throws IOException {
    Shell shell = shell();
    damage(20);
    Shell.Answer answer = shell.tandem("doctor", "pst:outlook.pst");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            "the checksum of the header is wrong",
            "outlook.pst: too damaged to count its folders, 1 finding\n");
  }

  @Test
  void asJsonThereIsOneObjectForEachFindingAndASummary() throws IOException {
    Shell shell = shell();
    assertThat(shell.tandem("doctor", "pst:outlook.pst", "--json").json())
        .last()
        .isEqualTo(
            Map.of(
                "file", folder.resolve("outlook.pst").toString(),
                "status", "done",
                "findings", 0L,
                "harmless", 6L,
                "folders", 12L,
                "items", 3L));
    damage(20);
    Shell.Answer answer = shell.tandem("doctor", "pst:outlook.pst", "--json");
    assertThat(answer.json())
        .hasSize(2)
        .first()
        .isEqualTo(
            Map.of(
                "subject", "header",
                "harmless", false,
                "where", "file",
                "what", "the checksum of the header is wrong"));
    assertThat(answer.status()).isEqualTo(1);
  }

  @Test
  void whatIsNoDataFileCannotBeChecked() {
    Shell shell = shell().file("notes.pst", "no data file");
    Shell.Answer missing = shell.tandem("doctor", "pst:missing.pst");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("There is no file").contains("missing.pst");
    Shell.Answer notes = shell.tandem("doctor", "pst:notes.pst");
    assertThat(notes.status()).isEqualTo(2);
    assertThat(notes.err()).contains("notes.pst: it is not an Outlook data file.");
    Shell.Answer directory = shell.tandem("doctor", "pst:.");
    assertThat(directory.status()).isEqualTo(2);
    assertThat(directory.err()).contains("is a folder");
    Shell.Answer server = shell.tandem("doctor", "dav:https://dav.example.org/");
    assertThat(server.status()).isEqualTo(2);
    assertThat(server.err()).contains("tandem doctor pst:FILE");
  }
}
