package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
  private WorkAndPhone both;

  @BeforeEach
  void movedInOutlookToAnotherYear() throws IOException {
    both =
        WorkAndPhone.inStep(
            folder,
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
    both.edit(
        "phone",
        "DTSTART;TZID=Asia/Almaty:20230601T100000",
        "DTSTART;X-TANDEM-ZONE=Asia/Almaty:20260601T050000Z");
    both.edit(
        "phone",
        "DTEND;TZID=Asia/Almaty:20230601T110000",
        "DTEND;X-TANDEM-ZONE=Asia/Almaty:20260601T060000Z");
    both.run("sync", "Phone");
    assertThat(both.run("sync", "Work"))
        .contains("1 updated on the server")
        .doesNotContain("carried");
    assertThat(both.run("sync", "Work")).contains("nothing to do");
    assertThat(both.text("from")).contains("DTSTART;TZID=Asia/Almaty:20260601T100000");
  }

  @Test
  void aTitleOfTheServerIsNoConflictWithAnotherTimeInOutlook() throws IOException {
    both.edit("from", "SUMMARY:Dentist", "SUMMARY:Doctor");
    both.edit("phone", "20260601T05", "20260601T07");
    both.edit("phone", "20260601T06", "20260601T08");
    both.run("sync", "Phone");
    assertThat(both.run("plan", "Work")).contains("1 to merge").doesNotContain("in conflict");
    both.run("sync", "Work");
    assertThat(both.run("sync", "Work")).contains("nothing to do");
    assertThat(both.text("from"))
        .contains("DTSTART;TZID=Asia/Almaty:20260601T120000", "SUMMARY:Doctor");
    both.run("sync", "Phone");
    assertThat(both.text("phone")).contains("T070000Z", "SUMMARY:Doctor");
  }

  @Test
  void aTitleOfTheServerBringsNoTime() throws IOException {
    both.edit("from", "SUMMARY:Dentist", "SUMMARY:Doctor");
    assertThat(both.run("plan", "Work"))
        .contains("subject - subject changed on the server")
        .doesNotContain("timing");
  }
}
