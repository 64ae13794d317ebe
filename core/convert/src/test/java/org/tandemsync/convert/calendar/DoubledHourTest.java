package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.TimeSpelling;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Family;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** The night in which summer ends, when an hour comes twice. The person lives in New York. */
class DoubledHourTest {
  private static final ResourceLens LENS =
      Lenses.of(
          Family.EVENTS,
          new LensSettings(
              ZoneId.of("America/New_York"),
              Events.SETTINGS.ownAddresses(),
              Events.SETTINGS.clock()));

  private static ResourceLens.Reading.Understood understood(String text) {
    return (ResourceLens.Reading.Understood) LENS.get(text);
  }

  private static Appointment read(String text) {
    return (Appointment) understood(text).item();
  }

  private static Instant instant(LocalDateTime wall, Zone zone) {
    return wall.atZone(Zones.zoneId(zone, ZoneOffset.UTC).orElseThrow()).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // the first hour, the second, from one to the other, and to what follows
    "20261101T053000Z, 20261101T055900Z, 05:30, 05:59",
    "20261101T063000Z, 20261101T073000Z, 06:30, 07:30",
    "20261101T053000Z, 20261101T063000Z, 05:30, 06:30",
    "20261101T063000Z, 20261101T065900Z, 06:30, 06:59",
    "20261101T060000Z, 20261101T070000Z, 06:00, 07:00",
    "20261101T070000Z, 20261101T080000Z, 07:00, 08:00"
  })
  void timesInUtc(String start, String end, String from, String to) {
    assertTimes("DTSTART:" + start + " / DTEND:" + end, from, to);
  }

  @ParameterizedTest
  @CsvSource({
    "003000, PT2H, 04:30, 06:30",
    "003000, PT1H, 04:30, 05:30",
    "003000, PT3H, 04:30, 07:30",
    "013000, PT1H, 05:30, 06:30"
  })
  void lengths(String start, String length, String from, String to) {
    assertTimes(
        "DTSTART;TZID=America/New_York:20261101T" + start + " / DURATION:" + length, from, to);
  }

  private static void assertTimes(String lines, String from, String to) {
    String text = event(lines);
    Appointment item = read(text);
    Timing timing = item.timing();
    assertThat(instant(timing.start(), timing.startZone()))
        .isEqualTo(Instant.parse("2026-11-01T" + from + ":00Z"));
    assertThat(instant(timing.end(), timing.endZone()))
        .isEqualTo(Instant.parse("2026-11-01T" + to + ":00Z"));
    assertThat(understood(text).losses()).isEmpty();
    assertThat(LENS.update(text, item, Events.ALL, "s")).isEqualTo(text);
    assertThat(read(LENS.create(item, "s")).timing()).isEqualTo(timing);
  }

  /** What is moved out of that hour, and into it. */
  @Test
  void moves() {
    String night = event("DTSTART:20261101T063000Z / DTEND:20261101T073000Z");
    String day = event("DTSTART:20261102T150000Z / DTEND:20261102T160000Z");
    for (String from : new String[] {night, day}) {
      for (String to : new String[] {night, day}) {
        Timing wanted = read(to).timing();
        Appointment item = read(from).toBuilder().timing(wanted).build();
        assertThat(read(LENS.update(from, item, Events.ALL, "s")).timing()).isEqualTo(wanted);
      }
    }
  }

  /** An Outlook series has one length; that of its first night is no other. */
  @Test
  void aSeriesHasTheLengthOfItsOtherNights() {
    Timing timing =
        read(event(
                "DTSTART;TZID=America/New_York:20261101T003000 / DURATION:PT2H /"
                    + " RRULE:FREQ=WEEKLY;COUNT=3"))
            .timing();
    assertThat(timing)
        .isEqualTo(
            Timing.timed(
                LocalDateTime.parse("2026-11-01T00:30"),
                LocalDateTime.parse("2026-11-01T02:30"),
                new Zone("Eastern Standard Time")));
  }

  /** With all times in a zone in which the second hour cannot be told. */
  @ParameterizedTest
  @CsvSource({
    // a clock of Vienna is shown twice from 00:00Z to 02:00Z
    "20261025T003000Z, 20261025T013000Z",
    "20261025T003000Z, 20261025T005900Z",
    "20261025T010000Z, 20261025T013000Z",
    "20261025T013000Z, 20261025T023000Z",
    "20261024T230000Z, 20261025T013000Z"
  })
  void inAChosenZone(String start, String end) {
    LensSettings settings =
        new LensSettings(
            ZoneId.of("America/New_York"), Events.SETTINGS.ownAddresses(), Events.SETTINGS.clock());
    ResourceLens vienna =
        Lenses.of(
            Family.EVENTS,
            settings.with(
                TimeSpelling.USUAL.with(new TimeSpelling.Form.In(ZoneId.of("Europe/Vienna")))));
    Appointment item = read(event("DTSTART:" + start + " / DTEND:" + end));
    String text = vienna.create(item, "s");
    assertThat(read(text).timing()).as(text).isEqualTo(item.timing());
    assertThat(vienna.update(text, item, Events.ALL, "s")).isEqualTo(text);
  }

  /** In spring 02:30 is 03:30. It keeps its length, for a series has it all year. */
  @ParameterizedTest
  @CsvSource({"030000, 03:00", "031500, 03:15", "023000, 02:30", "043000, 04:30"})
  void theHourThatIsSkipped(String end, String wall) {
    for (String rule : new String[] {"", " / RRULE:FREQ=WEEKLY;BYDAY=SU", " / RRULE:FREQ=DAILY"}) {
      String text =
          event(
              "DTSTART;TZID=America/New_York:20260308T023000 /"
                  + " DTEND;TZID=America/New_York:20260308T"
                  + end
                  + rule);
      Appointment item = read(text);
      assertThat(item.timing())
          .isEqualTo(
              Timing.timed(
                  LocalDateTime.parse("2026-03-08T02:30"),
                  LocalDateTime.parse("2026-03-08T" + wall),
                  new Zone("Eastern Standard Time")));
      assertThat(understood(text).losses()).isEmpty();
      assertThat(LENS.update(text, item, Events.ALL, "s")).isEqualTo(text);
    }
  }

  /** In one zone by the clocks, in two by the instants. */
  @ParameterizedTest
  @CsvSource({
    "America/New_York:20260308T020000",
    "Europe/Vienna:20260308T072900",
    "Europe/Vienna:20260308T020000"
  })
  void anEndBeforeTheStart(String end) {
    String text = event("DTSTART;TZID=America/New_York:20260308T023000 / DTEND;TZID=" + end);
    assertThat(understood(text).losses())
        .singleElement()
        .satisfies(loss -> assertThat(loss.code()).isEqualTo("end-before-start"));
    Timing timing = read(text).timing();
    assertThat(timing.end()).isEqualTo(timing.start());
  }
}
