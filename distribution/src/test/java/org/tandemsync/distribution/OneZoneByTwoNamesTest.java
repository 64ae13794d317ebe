package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Almaty shares its Windows name with Tashkent, and has its rules only since 2024. What is moved
 * from 2023 to 2026 in Outlook keeps the name that it had, and is read by Windows' one: nobody has
 * changed it for that. A second profile takes the part of Outlook's user.
 */
final class OneZoneByTwoNamesTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void movedInOutlookToAnotherYear() throws IOException {
    shell = new Shell(folder);
    Files.createDirectories(folder.resolve("from"));
    Files.createDirectories(folder.resolve("phone"));
    shell.file(
        "from/a.ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//e//EN
        BEGIN:VEVENT
        UID:u1
        DTSTART;TZID=Asia/Almaty:20230601T100000
        DTEND;TZID=Asia/Almaty:20230601T110000
        SUMMARY:Dentist
        END:VEVENT
        END:VCALENDAR
        """);
    run("copy", "folder:from", "pst:to.pst");
    WorkAndPhone.apply(shell);
    run("sync", "Work");
    run("sync", "Phone");
    edit(
        "phone",
        "DTSTART;TZID=Asia/Almaty:20230601T100000",
        "DTSTART;X-TANDEM-ZONE=Asia/Almaty:20260601T050000Z");
    edit(
        "phone",
        "DTEND;TZID=Asia/Almaty:20230601T110000",
        "DTEND;X-TANDEM-ZONE=Asia/Almaty:20260601T060000Z");
    run("sync", "Phone");
    assertThat(run("sync", "Work")).contains("1 updated on the server").doesNotContain("carried");
    assertThat(run("sync", "Work")).contains("nothing to do");
    assertThat(text("from")).contains("DTSTART;TZID=Asia/Almaty:20260601T100000");
  }

  @Test
  void aTitleOfTheServerIsNoConflictWithAnotherTimeInOutlook() throws IOException {
    edit("from", "SUMMARY:Dentist", "SUMMARY:Doctor");
    edit("phone", "20260601T05", "20260601T07");
    edit("phone", "20260601T06", "20260601T08");
    run("sync", "Phone");
    assertThat(run("plan", "Work")).contains("1 to merge").doesNotContain("in conflict");
    run("sync", "Work");
    assertThat(run("sync", "Work")).contains("nothing to do");
    assertThat(text("from")).contains("DTSTART;TZID=Asia/Almaty:20260601T120000", "SUMMARY:Doctor");
    run("sync", "Phone");
    assertThat(text("phone")).contains("T070000Z", "SUMMARY:Doctor");
  }

  @Test
  void aTitleOfTheServerBringsNoTime() throws IOException {
    edit("from", "SUMMARY:Dentist", "SUMMARY:Doctor");
    assertThat(run("plan", "Work"))
        .contains("subject - subject changed on the server")
        .doesNotContain("timing");
  }

  private String run(String... words) {
    shell.later(Duration.ofSeconds(100));
    Shell.Answer answer = shell.tandem(words);
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.all();
  }

  private Path file(String directory) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(directory))) {
      return files.filter(f -> f.toString().endsWith(".ics")).findFirst().orElseThrow();
    }
  }

  private String text(String directory) throws IOException {
    return Files.readString(file(directory));
  }

  private void edit(String directory, String from, String to) throws IOException {
    assertThat(text(directory)).contains(from);
    Files.writeString(file(directory), text(directory).replace(from, to));
  }
}
