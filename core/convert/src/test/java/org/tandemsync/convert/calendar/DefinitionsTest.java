package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Family;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Zone;

/**
 * What a VTIMEZONE says beside the name of its zone. Google and Outlook define a zone with its
 * present rules, from 1970 or 1601 on; each program reads a name that it knows by its own table.
 */
class DefinitionsTest {
  private static final String MEXICO = "America/Mexico_City";

  /** The rules of a definition, by a name of this test. */
  private static String rules(String kind) {
    return switch (kind) {
      case "none" -> "";
      case "broken" -> "BEGIN:STANDARD / DTSTART:xxxx / TZOFFSETTO:x / END:STANDARD / ";
      case "US" ->
          section("STANDARD", "11;BYDAY=1SU", "-0400", "-0500")
              + section("DAYLIGHT", "3;BYDAY=2SU", "-0500", "-0400");
      case "US up to 2006" ->
          section("STANDARD", "10;BYDAY=-1SU", "-0400", "-0500")
              + section("DAYLIGHT", "4;BYDAY=1SU", "-0500", "-0400");
      case "Mexico up to 2022" ->
          section("STANDARD", "10;BYDAY=-1SU", "-0500", "-0600")
              + section("DAYLIGHT", "4;BYDAY=1SU", "-0600", "-0500");
      case "EU" ->
          section("STANDARD", "10;BYDAY=-1SU", "+0200", "+0100")
              + section("DAYLIGHT", "3;BYDAY=-1SU", "+0100", "+0200");
      default ->
          "BEGIN:STANDARD / DTSTART:19700101T000000 / TZOFFSETFROM:"
              + kind
              + " / TZOFFSETTO:"
              + kind
              + " / END:STANDARD / ";
    };
  }

  private static String section(String kind, String yearly, String from, String to) {
    return ("BEGIN:%s / DTSTART:16010101T020000 / TZOFFSETFROM:%s / TZOFFSETTO:%s /"
            + " RRULE:FREQ=YEARLY;BYMONTH=%s / END:%s / ")
        .formatted(kind, from, to, yearly, kind);
  }

  private static String event(String tzid, String kind, String start, String more) {
    String parameter = tzid.contains(",") ? '"' + tzid + '"' : tzid;
    return calendar(
        ("BEGIN:VTIMEZONE / TZID:%s / %sEND:VTIMEZONE / BEGIN:VEVENT / UID:u1 /"
                + " DTSTAMP:20240101T000000Z / DTSTART;TZID=%s:%s / DURATION:PT1H%s / END:VEVENT")
            .formatted(tzid, rules(kind), parameter, start, more));
  }

  private static ResourceLens lens(String userZone) {
    return Lenses.of(
        Family.EVENTS,
        new LensSettings(
            ZoneId.of(userZone), Events.SETTINGS.ownAddresses(), Events.SETTINGS.clock()));
  }

  private static Appointment read(ResourceLens lens, String text) {
    return (Appointment) ((ResourceLens.Reading.Understood) lens.get(text)).item();
  }

  /** Each case is the zone's name and rules, the first start as written, and the user's zone. */
  @ParameterizedTest(name = "{0} with {1} at {2}, a person in {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "America/Mexico_City | -0600 | 20210705T090000 | America/Mexico_City",
        "America/Mexico_City | -0600 | 20210705T090000 | Europe/Vienna",
        "America/Sao_Paulo | -0300 | 20190107T090000 | America/Sao_Paulo",
        "Europe/Istanbul | +0300 | 20160104T090000 | Europe/Istanbul",
        "Asia/Almaty | +0500 | 20230601T090000 | Asia/Almaty",
        "America/New_York | US | 20060320T090000 | America/New_York",
        "Eastern Standard Time | US | 20060320T090000 | America/New_York",
        "Eastern Standard Time | US | 20060320T090000 | Europe/Vienna",
        "W. Europe Standard Time | EU | 19951010T090000 | Europe/Vienna",
        // the definition is the older one
        "America/New_York | US up to 2006 | 20240318T090000 | America/New_York",
        "America/Mexico_City | Mexico up to 2022 | 20250707T090000 | America/Mexico_City",
        // another offset in Ramadan, which no yearly rule says
        "Africa/Casablanca | +0100 | 20260302T090000 | Africa/Casablanca"
      })
  void theClockOfANamedZoneStandsWhereItsDefinitionLacksYears(
      String tzid, String kind, String start, String userZone) {
    ResourceLens lens = lens(userZone);
    for (String rule : List.of("", " / RRULE:FREQ=WEEKLY")) {
      String text = event(tzid, kind, start, rule);
      Appointment item = read(lens, text);
      assertThat(item.timing().start().toLocalTime()).hasToString("09:00");
      assertThat(lens.update(text, item, Events.ALL, "s")).isEqualTo(text);
    }
  }

  /** What begins in years without it takes place in those that the definition tells of. */
  @Test
  void aZoneOfNoNameTellsTheClockOfASeriesAndTheInstantOfASingleEvent() {
    String zone = "Customized Time Zone";
    ResourceLens lens = lens("America/New_York");
    String series = event(zone, "US", "20060320T090000", " / RRULE:FREQ=WEEKLY");
    assertThat(read(lens, series).timing().start()).isEqualTo("2006-03-20T09:00");
    String single = event(zone, "US", "20060320T090000", "");
    assertThat(read(lens, single).timing().start()).isEqualTo("2006-03-20T08:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0600", "Mexico up to 2022"})
  void oneOccurrenceIsFoundOnTheServer(String kind) {
    ResourceLens lens = lens(MEXICO);
    String text = event(MEXICO, kind, "20210705T090000", " / RRULE:FREQ=WEEKLY");
    Appointment item = read(lens, text);
    Recurrence weekly = Objects.requireNonNull(item.recurrence());
    Appointment without =
        item.toBuilder()
            .recurrence(weekly.withDeleted(Set.of(LocalDate.parse("2026-07-06"))))
            .build();
    String deleted = lens.update(text, without, Set.of("recurrence"), "s");
    assertThat(Events.lines(deleted)).contains("EXDATE;TZID=America/Mexico_City:20260706T090000");
    assertThat(read(lens, deleted).recurrence()).isEqualTo(without.recurrence());

    Appointment eleven =
        item.toBuilder()
            .recurrence(null)
            .timing(item.timing().movedTo(LocalDateTime.parse("2026-07-06T11:00")))
            .build();
    Appointment with =
        item.toBuilder()
            .exceptions(
                List.of(new ExceptionalOccurrence(LocalDateTime.parse("2026-07-06T09:00"), eleven)))
            .build();
    String moved = lens.update(text, with, Set.of("exceptions"), "s");
    assertThat(Events.lines(moved))
        .contains(
            "RECURRENCE-ID;TZID=America/Mexico_City:20260706T090000",
            "DTSTART;TZID=America/Mexico_City:20260706T110000",
            "DTSTART;TZID=America/Mexico_City:20210705T090000");
    assertThat(Projection.EVERYTHING.differing(with, read(lens, moved)))
        .doesNotContain("exceptions", "timing", "recurrence");
  }

  /** A name that only looks like one that is known. */
  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Mountain Time (Arizona) | -0700 | US Mountain Standard Time",
        "London, Ontario | US | Eastern Standard Time",
        "Eastern Time (US & Canada) | US | Eastern Standard Time",
        "Eastern Time (US & Canada) | none | Eastern Standard Time",
        "Mountain Time (US & Canada) | broken | Mountain Standard Time",
        "Guadalajara, Mexico City, Monterrey | -0600 | Central Standard Time (Mexico)",
        "Amsterdam, Berlin, Bern, Rome | EU | W. Europe Standard Time",
        "EST | none | UTC-05:00",
        "MST | broken | UTC-07:00"
      })
  void aNameCountsIfItsDefinitionSaysTheSameOrNothing(String tzid, String kind, String zone) {
    ResourceLens lens = lens("Europe/Vienna");
    ResourceLens.Reading.Understood read =
        (ResourceLens.Reading.Understood) lens.get(event(tzid, kind, "20260702T090000", ""));
    assertThat(((Appointment) read.item()).timing().startZone()).isEqualTo(new Zone(zone));
    assertThat(((Appointment) read.item()).timing().start()).isEqualTo("2026-07-02T09:00");
    assertThat(read.losses()).isEmpty();
  }
}
