package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.TIMES;
import static org.tandemsync.convert.calendar.Events.WEST;
import static org.tandemsync.convert.calendar.Events.calendar;
import static org.tandemsync.convert.calendar.Events.event;
import static org.tandemsync.convert.calendar.Events.lines;
import static org.tandemsync.convert.calendar.Events.losses;
import static org.tandemsync.convert.calendar.Events.nine;
import static org.tandemsync.convert.calendar.Events.read;
import static org.tandemsync.convert.calendar.Events.written;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** Cases 1 to 25 of the mapping reference. */
class EventTimesTest {
  private static final String INLINE_TOKYO =
      "BEGIN:VTIMEZONE / TZID:MyZone / BEGIN:STANDARD / DTSTART:19700101T000000 /"
          + " TZOFFSETFROM:+0900 / TZOFFSETTO:+0900 / END:STANDARD / END:VTIMEZONE / ";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | DTSTART;VALUE=DATE:20240610 / DTEND;VALUE=DATE:20240610 | 2024-06-10 | 2024-06-11",
        "3 | DTSTART;VALUE=DATE:20240610 / DTEND;VALUE=DATE:20240613 / TRANSP:OPAQUE | 2024-06-10"
            + " | 2024-06-13",
        "1 | DTSTART;VALUE=DATE:20240610 | 2024-06-10 | 2024-06-11",
        "date without VALUE | DTSTART:20240610 | 2024-06-10 | 2024-06-11",
        "duration | DTSTART;VALUE=DATE:20240610 / DURATION:P2D | 2024-06-10 | 2024-06-12",
        "time behind a date | DTSTART;VALUE=DATE:20240610 / DTEND:20240612T100000Z | 2024-06-10"
            + " | 2024-06-12",
        "marked | DTSTART;TZID=Europe/Vienna:20240610T000000 /"
            + " DTEND;TZID=Europe/Vienna:20240612T000000 / X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
            + " | 2024-06-10 | 2024-06-12"
      })
  void wholeDays(String name, String lines, String first, String after) {
    Timing timing = read(event(lines)).timing();
    assertThat(timing.sameAs(Timing.allDay(LocalDate.parse(first), LocalDate.parse(after), WEST)))
        .as(timing.toString())
        .isTrue();
  }

  /** Years have four digits: zones and lengths may lead beyond. */
  @ParameterizedTest
  @CsvSource({
    "DTSTART;VALUE=DATE:99991231T235959Z",
    "DTSTART;VALUE=DATE:99991231",
    "DTSTART:99991231T235959Z / DURATION:P9D",
    "DTSTART:20240610T090000Z / DTEND:99991231T235959Z",
    "DTSTART;TZID=Europe/Vienna:00000101T000000"
  })
  void theFirstAndTheLastDayCanBeWritten(String lines) {
    String text = event(lines);
    Appointment item = read(text);
    assertThat(LENS.update(text, item, Events.ALL, "s")).isEqualTo(text);
    assertThat(read(LENS.create(item, "s")).title()).isEqualTo(item.title());
  }

  @Test
  void case1to3_busyStatusOfWholeDays() {
    assertThat(read(event("DTSTART;VALUE=DATE:20240610")).busyStatus()).isEqualTo(BusyStatus.FREE);
    assertThat(read(event("DTSTART;VALUE=DATE:20240610 / TRANSP:OPAQUE")).busyStatus())
        .isEqualTo(BusyStatus.BUSY);
    assertThat(losses(event("DTSTART;VALUE=DATE:20240610 / DTEND;VALUE=DATE:20240610")))
        .containsExactly("end-before-start");
  }

  @Test
  void case4_datesAreTheLocalOnes() {
    Appointment item =
        nine()
            .timing(Timing.allDay(LocalDate.of(2024, 6, 10), LocalDate.of(2024, 6, 12), WEST))
            .build();
    assertThat(lines(written(item)))
        .contains("DTSTART;VALUE=DATE:20240610", "DTEND;VALUE=DATE:20240612")
        .doesNotContain("BEGIN:VTIMEZONE");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | Europe/Vienna | W. Europe Standard Time",
        "7 | w. europe standard time | W. Europe Standard Time",
        "8a | Asia/Calcutta | India Standard Time",
        "8b | Asia/Kolkata | India Standard Time",
        "9 | Etc/GMT | UTC",
        "no summer | EST | UTC-05:00",
        "no summer | mst | UTC-07:00",
        "no summer | HST | UTC-10:00",
        "a name that is shown | Eastern Time (US & Canada) | Eastern Standard Time",
        "10 | /freeassociation.sourceforge.net/Tzfile/Europe/Vienna | W. Europe Standard Time",
        "quoted | \"America/New_York\" | Eastern Standard Time"
      })
  void zones(String name, String tzid, String zone) {
    Timing timing =
        read(event("DTSTART;TZID=" + tzid + ":20240610T090000 / DURATION:PT1H")).timing();
    assertThat(timing)
        .isEqualTo(
            Timing.timed(
                LocalDateTime.parse("2024-06-10T09:00"),
                LocalDateTime.parse("2024-06-10T10:00"),
                new Zone(zone)));
  }

  @Test
  void case6_startAndEndInTwoZones() {
    Timing timing =
        read(event(
                "DTSTART;TZID=Asia/Tokyo:20240610T090000 /"
                    + " DTEND;TZID=America/New_York:20240610T080000"))
            .timing();
    assertThat(timing)
        .isEqualTo(
            new Timing(
                LocalDateTime.parse("2024-06-10T09:00"),
                LocalDateTime.parse("2024-06-10T08:00"),
                false,
                new Zone("Tokyo Standard Time"),
                new Zone("Eastern Standard Time")));
  }

  @Test
  void case11_aZoneIsKnownByItsRules() {
    String text =
        calendar(
            INLINE_TOKYO
                + "BEGIN:VEVENT / UID:u1 / DTSTART;TZID=MyZone:20240610T090000 / DURATION:PT1H /"
                + " END:VEVENT");
    assertThat(read(text).timing().startZone()).isEqualTo(new Zone("Tokyo Standard Time"));
    assertThat(read(text).timing().start()).isEqualTo("2024-06-10T09:00");
    String unknown = text.replace(":VTIMEZONE", ":X-GONE");
    assertThat(losses(unknown)).containsExactly("unknown-time-zone");
    assertThat(read(unknown).timing().startZone()).isEqualTo(WEST);
  }

  /**
   * An abbreviation of winter is no zone without summer where a definition says that it has one.
   */
  @ParameterizedTest
  @CsvSource({"EST", "MST", "HST"})
  void anAbbreviationIsWhatItsDefinitionSays(String tzid) {
    String oneYear =
        "BEGIN:VTIMEZONE / TZID:EST / BEGIN:DAYLIGHT / DTSTART:20260308T020000 /"
            + " TZOFFSETFROM:-0500 / TZOFFSETTO:-0400 / END:DAYLIGHT / BEGIN:STANDARD /"
            + " DTSTART:20251102T020000 / TZOFFSETFROM:-0400 / TZOFFSETTO:-0500 /"
            + " RDATE:20261101T020000 / END:STANDARD / END:VTIMEZONE / ";
    String text =
        calendar(
            (oneYear + "BEGIN:VEVENT / UID:u1 / DTSTART;TZID=EST:20260615T100000 / END:VEVENT")
                .replace("EST", tzid));
    assertThat(losses(text)).isEmpty();
    assertThat(read(text).timing().startZone()).isEqualTo(new Zone("Eastern Standard Time"));
    assertThat(read(text).timing().start()).isEqualTo("2026-06-15T10:00"); // at 14:00Z
  }

  @Test
  void theDefinitionTellsTheInstantWhereItDisagreesWithTheName() {
    String text =
        calendar(
            INLINE_TOKYO.replace("MyZone", "Europe/Vienna")
                + "BEGIN:VEVENT / UID:u1 / DTSTART;TZID=Europe/Vienna:20240610T160000 /"
                + " DTEND;TZID=Europe/Vienna:20240610T170000 / END:VEVENT");
    assertThat(read(text).timing().start()).isEqualTo("2024-06-10T09:00");
    Appointment moved =
        nine()
            .timing(
                Timing.timed(
                    LocalDateTime.parse("2024-06-10T10:00"),
                    LocalDateTime.parse("2024-06-10T11:00"),
                    WEST))
            .build();
    String after = LENS.update(text, moved, Set.of("timing"), "s");
    assertThat(lines(after)).contains("DTSTART;TZID=Europe/Vienna:20240610T170000");
    assertThat(read(after).timing()).isEqualTo(moved.timing());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | DTSTART:20240610T070000Z / DURATION:PT1H30M | 09:00 | 10:30",
        "13 | DTSTART:20240610T070000Z | 09:00 | 09:00",
        "14 | DTSTART:20240610T090000 / DTEND:20240610T093000 | 09:00 | 09:30",
        "15 | DTSTART:20240610T070000Z / DTEND:20240610T060000Z | 09:00 | 09:00",
        "empty end | DTSTART:20240610T070000Z / DTEND: | 09:00 | 09:00",
        "date-time | DTSTART;VALUE=DATE-TIME:20240610T070000Z / DTEND:20240610T080000Z | 09:00"
            + " | 10:00",
        "late | DTSTART;TZID=Europe/Vienna:20240610T090000 /"
            + " DTEND;TZID=Europe/London:20240610T090000 | 09:00 | 09:00"
      })
  void localTimes(String name, String lines, String start, String end) {
    Timing timing = read(event(lines)).timing();
    assertThat(timing.start()).isEqualTo("2024-06-10T" + start);
    assertThat(timing.end()).isEqualTo("2024-06-10T" + end);
    assertThat(timing.startZone()).isEqualTo(WEST);
    assertThat(losses(event(lines)))
        .isEqualTo(name.equals("15") ? java.util.List.of("end-before-start") : java.util.List.of());
  }

  @Test
  void case16to18and20_newEventsHaveTheIanaNameAndItsDefinition() {
    String text = written(nine().build());
    assertThat(lines(text))
        .containsSubsequence(
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Vienna",
            "BEGIN:STANDARD",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "DTSTART;TZID=Europe/Vienna:20240610T090000",
            "DTEND;TZID=Europe/Vienna:20240610T100000")
        .contains("BEGIN:DAYLIGHT", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        .containsOnlyOnce("BEGIN:VTIMEZONE");
    Appointment eastern =
        nine()
            .timing(
                Timing.timed(
                    LocalDateTime.parse("2024-06-10T09:00"),
                    LocalDateTime.parse("2024-06-10T09:00"),
                    new Zone("Eastern Standard Time")))
            .build();
    assertThat(lines(written(eastern)))
        .contains("DTSTART;TZID=America/New_York:20240610T090000")
        .noneMatch(l -> l.startsWith("DTEND"));
    assertThat(read(written(eastern)).timing()).isEqualTo(eastern.timing());
  }

  @Test
  void utcIsWrittenWithoutDefinition() {
    Appointment item =
        nine()
            .timing(
                Timing.timed(
                    LocalDateTime.parse("2024-06-10T09:00"),
                    LocalDateTime.parse("2024-06-10T10:00"),
                    Zone.UTC))
            .build();
    assertThat(lines(written(item)))
        .contains("DTSTART;X-TANDEM-ZONE=UTC:20240610T090000Z")
        .doesNotContain("BEGIN:VTIMEZONE");
  }

  @Test
  void case22_theZoneOfTheServerStays() {
    String text = event(TIMES + " / SUMMARY:Lunch");
    Appointment item = read(text).toBuilder().subject("Dinner").build();
    String after = LENS.update(text, item, Events.ALL, "L1/2");
    assertThat(lines(after))
        .contains("DTSTART;TZID=Europe/Vienna:20240610T090000", "SUMMARY:Dinner")
        .doesNotContain("BEGIN:VTIMEZONE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20240610T070000Z / DTEND:20240610T080000Z | DTSTART:20240610T080000Z",
        "DTSTART:20240610T090000 / DURATION:PT1H | DTSTART:20240610T100000",
        "DTSTART;X-A=1;TZID=\"W. Europe Standard Time\":20240610T090000 / DURATION:PT1H"
            + " | DTSTART;X-A=1;TZID=\"W. Europe Standard Time\":20240610T100000"
      })
  void aMovedEventKeepsTheFormOfItsTimes(String lines, String expected) {
    String text = event(lines);
    Appointment item =
        nine()
            .timing(
                Timing.timed(
                    LocalDateTime.parse("2024-06-10T10:00"),
                    LocalDateTime.parse("2024-06-10T11:30"),
                    WEST))
            .build();
    String after = LENS.update(text, item, Set.of("timing"), "s");
    assertThat(lines(after)).contains(expected, "SEQUENCE:1").noneMatch(l -> l.startsWith("DURA"));
    assertThat(read(after).timing()).isEqualTo(item.timing());
  }

  @Test
  void case23to25_oddDefinitionsAreRead() {
    String zone =
        "BEGIN:VTIMEZONE / TZID:Odd / BEGIN:DAYLIGHT / DTSTART:xxxx / TZOFFSETFROM:+0100 /"
            + " TZOFFSETTO:+0200 / END:DAYLIGHT / BEGIN:DAYLIGHT / DTSTART:00010101T020000 /"
            + " TZOFFSETFROM:+0100 / TZOFFSETTO:+0200 / RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU /"
            + " END:DAYLIGHT / BEGIN:STANDARD / DTSTART:00010101T030000 / TZOFFSETFROM:+0200 /"
            + " TZOFFSETTO:+0100 / RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU / END:STANDARD /"
            + " END:VTIMEZONE / ";
    String text =
        calendar(zone + "BEGIN:VEVENT / UID:u1 / DTSTART;TZID=Odd:20240610T090000 / END:VEVENT")
            .replace("\r\n", "\r\r\n");
    long start = System.nanoTime();
    assertThat(read(text).timing().startZone()).isEqualTo(WEST);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }
}
