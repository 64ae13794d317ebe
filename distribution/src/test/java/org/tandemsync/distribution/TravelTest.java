package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A computer that is taken to another time zone: what nobody has touched stays where it is. */
final class TravelTest {
  @TempDir Path folder;
  private CalendarInStep home;

  @BeforeEach
  void start() {
    home = new CalendarInStep(folder);
    home.shell.travel("America/New_York");
    home.tea("utc", "Tea", "");
    event("floating", "DTSTART:20310303T090000", "DTEND:20310303T100000");
    event("series", "DTSTART:20310304T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=5");
    assertThat(sync()).doesNotContain("time zone");
  }

  @AfterEach
  void stop() {
    home.close();
  }

  private void event(String uid, String... lines) {
    home.calendar.put(
        uid + ".ics",
        ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//tea//party//EN\nBEGIN:VEVENT\nUID:"
                + uid
                + "\nDTSTAMP:20260301T110000Z\n"
                + String.join("\n", lines)
                + "\nSUMMARY:"
                + uid
                + "\nEND:VEVENT\nEND:VCALENDAR\n")
            .replace("\n", "\r\n"));
  }

  private String sync() {
    Shell.Answer answer = home.shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.all();
  }

  private String syncIdly() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("outlook.pst"));
    home.server.log().clear();
    String answer = sync();
    assertThat(answer).contains("nothing to do").doesNotContain("options have changed");
    assertThat(home.server.log().writes()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("outlook.pst"))).isEqualTo(before);
    return answer;
  }

  @Test
  void nothingIsWrittenThereNorBackHome() throws IOException {
    home.shell.travel("Asia/Kolkata");
    assertThat(home.shell.tandem("plan").all())
        .contains("nothing to do")
        .doesNotContain("options have changed");
    assertThat(syncIdly())
        .contains("time zone Asia/Kolkata now; items stay in America/New_York")
        .contains("time-zone = \"Asia/Kolkata\"");
    home.shell.travel("America/New_York");
    assertThat(syncIdly()).doesNotContain("time zone");
  }

  /** Another name of the same clock is nothing that anybody has to know. */
  @Test
  void whereTheClockIsTheSameNothingIsTold() throws IOException {
    home.shell.travel("America/Toronto");
    assertThat(syncIdly()).doesNotContain("time zone");
  }

  /** In winter both have the same time, but not for an appointment of the summer. */
  @Test
  void aClockThatWillBeAnotherIsTold() throws IOException {
    home.shell.travel("America/Panama");
    assertThat(syncIdly()).contains("time zone America/Panama now; items stay in America/New_York");
  }

  @Test
  void whoMovesForGoodNamesTheZone() throws IOException {
    home.shell.travel("Asia/Kolkata");
    new OneProfile(home.shell, home.server, "Calendar", home.calendar)
        .apply("time-zone = \"Asia/Kolkata\"");
    assertThat(sync()).contains("options have changed").doesNotContain("items stay in");
    new OneProfile(home.shell, home.server, "Calendar", home.calendar).apply("");
    assertThat(syncIdly()).doesNotContain("time zone");
  }

  /** What changes on the server while the computer is away is read in the zone of home. */
  @Test
  void whatIsChangedOnTheWayIsAsAtHome() {
    home.shell.travel("Asia/Kolkata");
    event("later", "DTSTART:20310305T090000", "DTEND:20310305T100000");
    sync();
    assertThat(home.shell.tandem("items", "pst:outlook.pst#Calendar", "--json").out().lines())
        .filteredOn(line -> line.contains("\"later\""))
        .singleElement()
        .asString()
        .contains("Eastern Standard Time");
  }
}
