package org.tandemsync.convert.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.cases.Case.edits;
import static org.tandemsync.convert.cases.Case.goesRound;
import static org.tandemsync.convert.cases.Case.goesRoundWith;
import static org.tandemsync.convert.cases.Case.reads;
import static org.tandemsync.convert.cases.Case.readsCalendar;
import static org.tandemsync.convert.cases.Case.readsWhole;
import static org.tandemsync.convert.cases.Case.writes;
import static org.tandemsync.convert.cases.Texts.at;
import static org.tandemsync.convert.cases.Texts.nine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.TimeSpelling;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

class Cases81TimesAndZonesTest {
  static final LensSettings WINDOWS =
      Texts.SETTINGS.with(new TimeSpelling(new TimeSpelling.Form.AsInOutlook(), true, false));
  private static final String EVENT = "BEGIN:VEVENT / UID:u1 / ";
  private static final String TOKYO =
      "BEGIN:VTIMEZONE / TZID:MyZone / BEGIN:STANDARD / DTSTART:19700101T000000 /"
          + " TZOFFSETFROM:+0900 / TZOFFSETTO:+0900 / END:STANDARD / END:VTIMEZONE / ";
  private static final String WINTER =
      "BEGIN:STANDARD / DTSTART:00010101T030000 / TZOFFSETFROM:+0200 / TZOFFSETTO:+0100 /"
          + " RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU / END:STANDARD / ";
  private static final String SUMMER =
      "BEGIN:DAYLIGHT / DTSTART:00010101T020000 / TZOFFSETFROM:+0100 / TZOFFSETTO:+0200 /"
          + " RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU / END:DAYLIGHT / ";
  private static final String BROKEN =
      "BEGIN:DAYLIGHT / DTSTART:xxxx / TZOFFSETFROM:+0100 / TZOFFSETTO:+0200 / END:DAYLIGHT / ";

  private static String zone(String sections) {
    return "BEGIN:VTIMEZONE / TZID:Odd / " + sections + "END:VTIMEZONE / ";
  }

  private static final String ODD =
      EVENT + "DTSTART;TZID=Odd:20240610T090000 / DURATION:PT1H / END:VEVENT";

  static final List<Case> CASES =
      List.of(
          reads(
              1,
              "DTSTART;VALUE=DATE:20240610",
              "start=2024-06-10T00:00; end=2024-06-11T00:00; all-day=true; busy=FREE"),
          reads(
              2,
              "DTSTART;VALUE=DATE:20240610 / DTEND;VALUE=DATE:20240610",
              "end=2024-06-11T00:00; all-day=true; loss=end-before-start"),
          reads(
              3,
              "DTSTART;VALUE=DATE:20240610 / DTEND;VALUE=DATE:20240613 / TRANSP:OPAQUE",
              "start=2024-06-10T00:00; end=2024-06-13T00:00; all-day=true; busy=BUSY"),
          goesRound(
              4,
              "all-day 10 to 12 June",
              nine()
                  .timing(
                      Timing.allDay(
                          LocalDate.of(2024, 6, 10), LocalDate.of(2024, 6, 12), Texts.WEST))
                  .build(),
              "start=2024-06-10T00:00; end=2024-06-12T00:00; all-day=true",
              "DTSTART;VALUE=DATE:20240610",
              "DTEND;VALUE=DATE:20240612",
              "!BEGIN:VTIMEZONE"),
          reads(
              5,
              "DTSTART;TZID=Europe/Vienna:20240610T090000 /"
                  + " DTEND;TZID=Europe/Vienna:20240610T100000",
              "zone=W. Europe Standard Time; start=2024-06-10T09:00; end=2024-06-10T10:00"),
          reads(
              6,
              "DTSTART;TZID=Asia/Tokyo:20240610T090000 /"
                  + " DTEND;TZID=America/New_York:20240610T080000",
              "zone=Tokyo Standard Time; start=2024-06-10T09:00;"
                  + " end-zone=Eastern Standard Time; end=2024-06-10T08:00"),
          zoneName(7, "w. europe standard time", "W. Europe Standard Time"),
          zoneName(8, "Asia/Calcutta", "India Standard Time"),
          zoneName(8, "Asia/Kolkata", "India Standard Time"),
          zoneName(9, "Etc/GMT", "UTC"),
          zoneName(
              10,
              "/freeassociation.sourceforge.net/Tzfile/Europe/Vienna",
              "W. Europe Standard Time"),
          zoneName(10, "/mozilla.org/20050126_1/Europe/Vienna", "W. Europe Standard Time"),
          zoneName(
              10,
              "\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"",
              "W. Europe Standard Time"),
          readsCalendar(
              11,
              TOKYO + EVENT + "DTSTART;TZID=MyZone:20240610T090000 / DURATION:PT1H / END:VEVENT",
              "zone=Tokyo Standard Time; start=2024-06-10T09:00; end=2024-06-10T10:00"),
          reads(
              12,
              "DTSTART:20240610T070000Z / DURATION:PT1H30M",
              "start=2024-06-10T09:00; end=2024-06-10T10:30; zone=W. Europe Standard Time"),
          reads(13, "DTSTART:20240610T070000Z", "start=2024-06-10T09:00; end=2024-06-10T09:00"),
          reads(
              14,
              "DTSTART:20240610T090000 / DTEND:20240610T100000",
              "start=2024-06-10T09:00; zone=W. Europe Standard Time"),
          reads(
              15,
              "DTSTART:20240610T070000Z / DTEND:20240610T060000Z",
              "start=2024-06-10T09:00; end=2024-06-10T09:00; loss=end-before-start"),
          goesRoundWith(
              WINDOWS,
              16,
              "9 to 10 in W. Europe, with Windows' names",
              nine().build(),
              "zone=W. Europe Standard Time; start=2024-06-10T09:00",
              "DTSTART;TZID=W. Europe Standard Time:20240610T090000",
              "TZID:W. Europe Standard Time",
              "BEGIN:STANDARD",
              "BEGIN:DAYLIGHT",
              "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
              "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
              "!DTSTART;VALUE=DATE"),
          goesRoundWith(
              Texts.SETTINGS.with(TimeSpelling.USUAL.with(new TimeSpelling.Form.Utc())),
              19,
              "9 to 10 in W. Europe, in UTC",
              nine().build(),
              "zone=W. Europe Standard Time; start=2024-06-10T09:00",
              "DTSTART:20240610T070000Z",
              "DTEND:20240610T080000Z",
              "!BEGIN:VTIMEZONE"),
          writes(
              17,
              "9 to 10 in W. Europe, the user in Vienna",
              nine().build(),
              "DTSTART;TZID=Europe/Vienna:20240610T090000",
              "!TZID:Europe/Berlin"),
          goesRound(
              18,
              "9 to 10 in Eastern Standard Time",
              in("Eastern Standard Time"),
              "zone=Eastern Standard Time; start=2024-06-10T09:00",
              "DTSTART;TZID=America/New_York:20240610T090000",
              "DTEND;TZID=America/New_York:20240610T100000"),
          new Case(
              20,
              "one definition for start and end",
              () ->
                  assertThat(Texts.lines(Texts.EVENTS.create(nine().build(), "s")))
                      .containsOnlyOnce("BEGIN:VTIMEZONE")),
          new Case(21, "Israel Standard Time", Cases81TimesAndZonesTest::realOnsetsOfEveryYear),
          edits(
              22,
              "SUMMARY:Lunch",
              b -> b.subject("Dinner"),
              Set.of("subject", "timing"),
              "SUMMARY:Dinner",
              "DTSTART;TZID=Europe/Vienna:20240610T090000",
              "!BEGIN:VTIMEZONE"),
          readsCalendar(
              23,
              zone(WINTER + SUMMER) + ODD,
              "zone=W. Europe Standard Time; start=2024-06-10T09:00"),
          readsCalendar(
              24,
              zone(WINTER + BROKEN + SUMMER) + ODD,
              "zone=W. Europe Standard Time; start=2024-06-10T09:00"),
          readsWhole(
              25,
              "CR CR LF",
              Texts.event(Texts.NINE + " / SUMMARY:a\\nb / DESCRIPTION:folded\r\n  here")
                  .replace("\r\n", "\r\r\n"),
              "subject=a\nb; body=folded here; start=2024-06-10T09:00"));

  private static Case zoneName(int number, String tzid, String zone) {
    return reads(
        number,
        "DTSTART;TZID=" + tzid + ":20240610T090000 / DTEND;TZID=" + tzid + ":20240610T100000",
        "zone=" + zone + "; start=2024-06-10T09:00; end=2024-06-10T10:00");
  }

  private static org.tandemsync.items.Appointment in(String zone) {
    return nine()
        .timing(Timing.timed(at("2024-06-10T09:00"), at("2024-06-10T10:00"), new Zone(zone)))
        .build();
  }

  /** Israel's clocks change on the Friday before the last Sunday of March and on a Sunday. */
  private static void realOnsetsOfEveryYear() {
    List<String> lines = Texts.lines(Texts.EVENTS.create(in("Israel Standard Time"), "s"));
    int onsets = 0;
    for (String line : lines.subList(0, lines.indexOf("END:VTIMEZONE"))) {
      if (line.startsWith("DTSTART:")) {
        LocalDateTime onset =
            LocalDateTime.parse(
                line.substring("DTSTART:".length()),
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", java.util.Locale.ROOT));
        assertThat(onset.getDayOfWeek()).isIn(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY);
        assertThat(onset.getDayOfMonth()).as(line).isGreaterThan(1);
        onsets++;
      }
    }
    assertThat(onsets).isPositive();
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.tests("8.1", CASES);
  }
}
