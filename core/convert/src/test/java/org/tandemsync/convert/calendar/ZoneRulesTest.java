package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Family;
import org.tandemsync.items.Projection;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/**
 * Outlook's name of a zone means the rules of Windows, whoever lives there. Each case is an event
 * of a server, the person's own zone, the zone that Outlook has, and the instant.
 */
class ZoneRulesTest {
  private static ResourceLens lens(ZoneId userZone) {
    return Lenses.of(
        Family.EVENTS,
        new LensSettings(userZone, Events.SETTINGS.ownAddresses(), Events.SETTINGS.clock()));
  }

  private static Appointment read(ResourceLens lens, String text) {
    return (Appointment) ((ResourceLens.Reading.Understood) lens.get(text)).item();
  }

  /** What a data file says to everybody. */
  private static Instant instant(LocalDateTime wall, Zone zone) {
    return wall.atZone(Zones.zoneId(zone, ZoneOffset.UTC).orElseThrow()).toInstant();
  }

  @ParameterizedTest(name = "{0}, a person in {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // Kazakhstan had two zones up to 29 February 2024
        "DTSTART;TZID=Asia/Almaty:20230601T100000 | Europe/Vienna | Asia/Almaty"
            + " | 2023-06-01T04:00:00Z",
        "DTSTART;TZID=Asia/Almaty:20230601T100000 | Asia/Almaty | Asia/Almaty"
            + " | 2023-06-01T04:00:00Z",
        "DTSTART:20230601T100000 | Asia/Almaty | Asia/Almaty | 2023-06-01T04:00:00Z",
        "DTSTART:20230601T040000Z | Asia/Almaty | Asia/Almaty | 2023-06-01T04:00:00Z",
        "DTSTART;TZID=Asia/Almaty:20250601T100000 | Asia/Almaty | West Asia Standard Time"
            + " | 2025-06-01T05:00:00Z",
        "DTSTART;TZID=Asia/Almaty:20230601T100000 / RRULE:FREQ=WEEKLY;UNTIL=20230901T000000Z"
            + " | Europe/Vienna | Asia/Almaty | 2023-06-01T04:00:00Z",
        "DTSTART;TZID=Asia/Almaty:20250601T100000 / RRULE:FREQ=WEEKLY"
            + " | Europe/Vienna | West Asia Standard Time | 2025-06-01T05:00:00Z",
        "DTSTART;TZID=America/Scoresbysund:20260701T100000 | Europe/Vienna"
            + " | America/Scoresbysund | 2026-07-01T11:00:00Z",
        "DTSTART;TZID=Antarctica/Casey:20260701T100000 | Europe/Vienna | Antarctica/Casey"
            + " | 2026-07-01T02:00:00Z",
        "DTSTART;TZID=Europe/Simferopol:20120701T100000 | Europe/Vienna | Europe/Simferopol"
            + " | 2012-07-01T07:00:00Z",
        "DTSTART;TZID=America/Ojinaga:20210701T100000 | Europe/Vienna | America/Ojinaga"
            + " | 2021-07-01T16:00:00Z",
        // a Windows name is the Windows zone, also for those who live elsewhere in it
        "DTSTART;TZID=West Asia Standard Time:20230601T100000 | Asia/Almaty"
            + " | West Asia Standard Time | 2023-06-01T05:00:00Z",
        "DTSTART;TZID=Europe/Vienna:20260701T100000 | Europe/Vienna | W. Europe Standard Time"
            + " | 2026-07-01T08:00:00Z",
        "DTSTART;TZID=Europe/Vienna:19470601T100000 | Europe/Vienna | Europe/Vienna"
            + " | 1947-06-01T08:00:00Z",
      })
  void theNameHasTheRules(String lines, ZoneId userZone, String zone, Instant instant) {
    ResourceLens lens = lens(userZone);
    String text = event(lines + " / DURATION:PT1H");
    Appointment item = read(lens, text);
    Timing timing = item.timing();
    assertThat(timing.startZone()).isEqualTo(new Zone(zone));
    assertThat(instant(timing.start(), timing.startZone())).isEqualTo(instant);
    assertThat(lens.update(text, item, Events.ALL, "s")).isEqualTo(text);
    assertThat(read(lens, lens.create(item, "s")).timing()).isEqualTo(timing);
  }

  /** What Outlook's own zone says in years in which it is not the person's. */
  @Test
  void whatIsOfTheWindowsZoneIsWrittenWithItsRules() {
    ResourceLens lens = lens(ZoneId.of("Asia/Almaty"));
    Appointment item =
        Events.nine()
            .timing(
                Timing.timed(
                    LocalDateTime.parse("2023-06-01T10:00"),
                    LocalDateTime.parse("2023-06-01T11:00"),
                    new Zone("West Asia Standard Time")))
            .build();
    String text = lens.create(item, "s");
    assertThat(text).contains("DTSTART;TZID=Asia/Tashkent:20230601T100000");
    assertThat(read(lens, text).timing()).isEqualTo(item.timing());
  }

  /** An event that is moved from years in which the name fits to others, and back. */
  @Test
  void movedToOtherYears() {
    ResourceLens lens = lens(ZoneId.of("Asia/Almaty"));
    String now = event("DTSTART;TZID=Asia/Almaty:20250601T100000 / DURATION:PT1H");
    Appointment item = read(lens, now);
    Appointment moved =
        item.toBuilder()
            .timing(item.timing().movedTo(LocalDateTime.parse("2023-06-01T10:00")))
            .build();
    String text = lens.update(now, moved, Events.ALL, "s");
    assertThat(read(lens, text).timing()).isEqualTo(moved.timing());
    String back = lens.update(text, item, Events.ALL, "s");
    assertThat(read(lens, back).timing()).isEqualTo(item.timing());
  }

  /** What Outlook moved keeps the name that it had there; it is read by Windows' one. */
  @Test
  void movedInOutlookFromYearsInWhichTheNameDoesNotFit() {
    ResourceLens lens = lens(ZoneId.of("Europe/Vienna"));
    String text = event("DTSTART;TZID=Asia/Almaty:20230601T100000 / DURATION:PT1H");
    Appointment item = read(lens, text);
    Appointment moved =
        item.toBuilder()
            .timing(item.timing().movedTo(LocalDateTime.parse("2026-06-01T10:00")))
            .build();
    String after = lens.update(text, moved, Set.of("timing"), "s");
    assertThat(after).contains("DTSTART;TZID=Asia/Almaty:20260601T100000");
    Appointment held = read(lens, after);
    assertThat(held.timing().startZone()).isEqualTo(new Zone("West Asia Standard Time"));
    assertThat(Projection.EVERYTHING.differing(moved, held)).isEmpty();
    assertThat(lens.losses(moved, Set.of("timing"), after)).isEmpty();
    assertThat(lens.update(after, moved, Set.of("timing"), "s")).isEqualTo(after);
  }

  @Test
  void aSeriesThatEndsBeforeItsRulesChange() {
    ResourceLens lens = lens(ZoneId.of("Europe/Vienna"));
    String text =
        event(
            "DTSTART;TZID=America/Scoresbysund:20200601T100000 / DURATION:PT1H"
                + " / RRULE:FREQ=YEARLY");
    Appointment item = read(lens, text);
    assertThat(item.timing().startZone()).isEqualTo(new Zone("America/Scoresbysund"));
    Appointment ended =
        item.toBuilder()
            .recurrence(
                Objects.requireNonNull(item.recurrence())
                    .withEnd(new RecurrenceEnd.ByDate(LocalDate.parse("2022-06-01"))))
            .build();
    Appointment single = item.toBuilder().recurrence(null).build();
    for (Appointment wanted : List.of(ended, single)) {
      String after = lens.update(text, wanted, Set.of("recurrence"), "s");
      Appointment held = read(lens, after);
      assertThat(held.timing().startZone()).isEqualTo(new Zone("Azores Standard Time"));
      assertThat(Projection.EVERYTHING.differing(wanted, held)).isEmpty();
    }
  }

  /** Of all zones, in summer and winter of half a century. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Vienna", "America/New_York", "Asia/Almaty", "America/Nuuk"})
  void noZoneIsAnotherOne(ZoneId userZone) {
    ResourceLens lens = lens(userZone);
    for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId id = ZoneId.of(name);
      for (int year = 1979; year < 2032; year += 4) {
        for (int month : new int[] {1, 7}) {
          LocalDateTime wall = LocalDateTime.of(year, month, 10, 12, 0);
          String start = DateTimeValue.local(wall);
          Timing timing =
              read(lens, event("DTSTART;TZID=" + name + ":" + start + " / DURATION:PT1H")).timing();
          assertThat(instant(timing.start(), timing.startZone()))
              .as(name + " " + wall + " is " + timing.startZone())
              .isEqualTo(wall.atZone(id).toInstant());
        }
      }
    }
  }

  /** A zone of Outlook's user that nobody else knows. */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Home, sweet home | Home\\, sweet home | \"Home, sweet home\"",
        "Home; and away | Home\\; and away | \"Home; and away\"",
        "Home\\away | Home\\\\away | Home\\away",
        "Home | Home | Home"
      })
  void aNameWithCommasIsWrittenAsText(String zone, String property, String parameter) {
    ResourceLens lens = lens(ZoneId.of("Europe/Vienna"));
    LocalDateTime nine = LocalDateTime.parse("2026-06-01T09:00");
    Appointment item =
        Events.nine().timing(Timing.timed(nine, nine.plusHours(1), new Zone(zone))).build();
    String text = lens.create(item, "s");
    assertThat(Events.lines(text))
        .contains("TZID:" + property, "DTSTART;TZID=" + parameter + ":20260601T090000");
    assertThat(read(lens, text).timing().start()).isEqualTo(nine);
    assertThat(((ResourceLens.Reading.Understood) lens.get(text)).losses()).isEmpty();
    Appointment later = item.toBuilder().timing(item.timing().movedTo(nine.plusDays(1))).build();
    assertThat(lens.update(text, later, Set.of("timing"), "s").split("BEGIN:VTIMEZONE", -1))
        .hasSize(2);
  }

  /** As a property the name is TEXT, as a parameter it is quoted; some escape both. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Athens\\, Bucharest\\, Istanbul | \"Athens, Bucharest, Istanbul\"",
        "Athens, Bucharest, Istanbul | \"Athens, Bucharest, Istanbul\"",
        "Athens\\, Bucharest\\, Istanbul | \"Athens\\, Bucharest\\, Istanbul\"",
        "Athens\\; Bucharest | \"Athens; Bucharest\""
      })
  void aNameWithCommas(String property, String parameter) {
    String text =
        event("DTSTART;TZID=" + parameter + ":20260601T090000 / SUMMARY:a")
            .replace(
                "BEGIN:VEVENT",
                "BEGIN:VTIMEZONE\r\nTZID:"
                    + property
                    + "\r\nBEGIN:STANDARD\r\nDTSTART:16010101T040000\r\nTZOFFSETFROM:+0300"
                    + "\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
                    + "\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T030000"
                    + "\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300"
                    + "\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT"
                    + "\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT");
    ResourceLens lens = lens(ZoneId.of("Europe/Vienna"));
    Timing timing = read(lens, text).timing();
    assertThat(instant(timing.start(), timing.startZone())).isEqualTo("2026-06-01T06:00:00Z");
    assertThat(((ResourceLens.Reading.Understood) lens.get(text)).losses()).isEmpty();
  }
}
