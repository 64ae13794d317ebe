package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
import org.tandemsync.items.Occurrences;
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
      case "UK" ->
          section("STANDARD", "10;BYDAY=-1SU", "+0100", "+0000")
              + section("DAYLIGHT", "3;BYDAY=-1SU", "+0000", "+0100");
      case "a summer of its own" ->
          section("STANDARD", "8;BYDAY=1SU", "+0230", "+0130")
              + section("DAYLIGHT", "5;BYDAY=1SU", "+0130", "+0230");
      case "summer +0200" ->
          "BEGIN:DAYLIGHT / DTSTART:20260329T020000 / TZOFFSETFROM:+0100 / TZOFFSETTO:+0200 /"
              + " END:DAYLIGHT / ";
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
    String parameter = tzid.contains(",") || tzid.contains(":") ? '"' + tzid + '"' : tzid;
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
        "Africa/Casablanca | +0100 | 20260302T090000 | Africa/Casablanca",
        // the half of the year that was in force, or the one without summer
        "Europe/Berlin | +0100 | 20260601T090000 | Europe/Vienna",
        "Europe/Berlin | +0100 | 20260601T090000 | America/New_York",
        "Europe/Berlin | summer +0200 | 20261207T090000 | Europe/Vienna",
        "W. Europe Standard Time | +0100 | 20260601T090000 | Europe/Vienna",
        "Eastern Standard Time | -0500 | 20260601T090000 | America/New_York",
        "Europe/Istanbul | +0200 | 20260601T090000 | Europe/Istanbul",
        "Australia/Sydney | +1000 | 20261207T090000 | Europe/Vienna"
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

  /** RFC 5545 3.6.5: what the name alone would mean has no summer, and the definition has. */
  @ParameterizedTest(name = "{0} with {1} for a person in {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GMT | UK | Europe/Vienna | GMT Standard Time",
        "GMT | UK | Europe/London | GMT Standard Time",
        "UTC | UK | Europe/Vienna | GMT Standard Time",
        "GMT | UK | Europe/Lisbon | GMT Standard Time",
        "UTC-05:00 | US | Europe/Vienna | Eastern Standard Time",
        "Etc/GMT-1 | EU | Europe/Vienna | W. Europe Standard Time",
        "GMT | +0000 | Europe/Vienna | UTC",
        "GMT | none | Europe/Vienna | UTC"
      })
  void aPlainOffsetIsNoNameForWhatHasSummers(
      String tzid, String kind, String userZone, String zone) {
    ResourceLens lens = lens(userZone);
    for (String rule : List.of("", " / RRULE:FREQ=WEEKLY")) {
      String text = event(tzid, kind, "20260601T090000", rule);
      Appointment item = read(lens, text);
      assertThat(item.timing().start()).isEqualTo("2026-06-01T09:00");
      assertThat(item.timing().startZone()).isEqualTo(new Zone(zone));
      assertThat(lens.update(text, item, Events.ALL, "s")).isEqualTo(text);
    }
  }

  /** A name that nobody knows: by its rules, those of today or of the years of the event. */
  @ParameterizedTest(name = "{0} on {1} for a person in {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "US | 20260605T090000 | Europe/Vienna | 2026-06-05T09:00 | Eastern Standard Time",
        "US up to 2006 | 20060605T090000 | Europe/Vienna | 2006-06-05T09:00 | Eastern Standard"
            + " Time",
        "US up to 2006 | 20050404T090000 | America/New_York | 2005-04-04T09:00"
            + " | Eastern Standard Time",
        "Mexico up to 2022 | 20210705T090000 | Europe/Vienna | 2021-07-05T09:00"
            + " | Central Standard Time (Mexico)",
        // no zone has these rules by then: the instant is right
        "US up to 2006 | 20260316T090000 | Europe/Vienna | 2026-03-16T15:00"
            + " | W. Europe Standard Time",
        "US up to 2006 | 20260316T090000 | America/New_York | 2026-03-16T10:00"
            + " | Eastern Standard Time",
        "a summer of its own | 20260601T090000 | Europe/Vienna | 2026-06-01T08:30"
            + " | W. Europe Standard Time"
      })
  void aZoneOfNoNameIsKnownByItsRules(
      String kind, String start, String userZone, String shown, String zone) {
    ResourceLens lens = lens(userZone);
    for (String rule : List.of("", " / RRULE:FREQ=WEEKLY")) {
      String text = event("Somewhere", kind, start, rule);
      Appointment item = read(lens, text);
      assertThat(item.timing().start()).isEqualTo(shown);
      assertThat(item.timing().startZone()).isEqualTo(new Zone(zone));
      assertThat(lens.update(text, item, Events.ALL, "s")).isEqualTo(text);
    }
  }

  /**
   * Where the series is shown in a zone with other rules than those of its definition. Servers and
   * clients find an occurrence by the clock of DTSTART.
   */
  @ParameterizedTest(name = "{0} with {1} from {2} for a person in {3}, occurrence {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GMT | UK | 20260601T090000 | Europe/Vienna | 20261207",
        "Europe/Berlin | +0100 | 20260601T090000 | Europe/Vienna | 20261207",
        "Europe/Berlin | +0100 | 20261207T090000 | Europe/Vienna | 20270607",
        "Europe/Berlin | summer +0200 | 20260601T090000 | Europe/Vienna | 20261207",
        "Somewhere | US up to 2006 | 20060605T090000 | Europe/Vienna | 20260316",
        "Somewhere | US up to 2006 | 20060605T090000 | Europe/Vienna | 20261102",
        "Somewhere | US up to 2006 | 20260601T090000 | Europe/Vienna | 20270329",
        "Somewhere | US up to 2006 | 20260601T090000 | America/New_York | 20270315",
        "Somewhere | US up to 2006 | 20260601T090000 | Asia/Tokyo | 20261207",
        // there it is after midnight, in one half of the year or in both
        "Somewhere | US up to 2006 | 20260601T173000 | Europe/Vienna | 20270329",
        "Somewhere | US up to 2006 | 20260601T180000 | Europe/Vienna | 20270329",
        "Somewhere | US up to 2006 | 20260601T103000 | Asia/Tokyo | 20261207",
        "Europe/Berlin | a summer of its own | 20260601T090000 | Europe/Vienna | 20261207",
        "Europe/Berlin | a summer of its own | 20260601T003000 | Europe/Vienna | 20261207"
      })
  void anExceptionMeetsItsOccurrence(
      String tzid, String kind, String start, String userZone, String day) {
    ResourceLens lens = lens(userZone);
    String text = event(tzid, kind, start, " / RRULE:FREQ=WEEKLY;COUNT=1200");
    Appointment item = read(lens, text);
    Recurrence weekly = Objects.requireNonNull(item.recurrence());
    LocalDate first = DateTimeValue.parse(start).orElseThrow().date();
    LocalDate on =
        DateTimeValue.parse(day)
            .orElseThrow()
            .date()
            .plusDays(ChronoUnit.DAYS.between(first, item.timing().start().toLocalDate()));
    assertThat(weekly.start().until(on).isNegative()).isFalse();
    String value = ";TZID=" + tzid + ":" + day + start.substring(8);

    Appointment without = item.toBuilder().recurrence(weekly.withDeleted(Set.of(on))).build();
    String deleted = lens.update(text, without, Set.of("recurrence"), "s");
    assertThat(Events.lines(deleted)).contains("EXDATE" + value);
    assertThat(read(lens, deleted).recurrence()).isEqualTo(without.recurrence());
    assertThat(lens.update(deleted, item, Set.of("recurrence"), "s")).doesNotContain("EXDATE");

    LocalDateTime original = on.atTime(item.timing().start().toLocalTime());
    Appointment later =
        item.toBuilder()
            .recurrence(null)
            .timing(item.timing().movedTo(original.plusMinutes(10)))
            .build();
    Appointment with =
        item.toBuilder().exceptions(List.of(new ExceptionalOccurrence(original, later))).build();
    String moved = lens.update(text, with, Set.of("exceptions"), "s");
    assertThat(Events.lines(moved)).contains("RECURRENCE-ID" + value);
    assertThat(Projection.EVERYTHING.differing(with, read(lens, moved)))
        .doesNotContain("exceptions", "timing", "recurrence");
    assertThat(lens.update(moved, with, Events.ALL, "s")).isEqualTo(moved);
  }

  /** The last occurrence of the definition's own clock is later, or earlier, than the one shown. */
  @ParameterizedTest(name = "{0} from {1} until {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "US up to 2006 | 20260601T090000 | Europe/Vienna | 20270329T140000Z | 2027-03-29",
        "US up to 2006 | 20260601T090000 | Asia/Tokyo | 20261207T140000Z | 2026-12-07",
        "US up to 2006 | 20261207T090000 | Asia/Tokyo | 20270607T130000Z | 2027-06-07"
      })
  void theLastOccurrenceIsTheServersLast(
      String kind, String start, String userZone, String until, LocalDate last) {
    ResourceLens lens = lens(userZone);
    String text = event("Somewhere", kind, start, " / RRULE:FREQ=WEEKLY;UNTIL=" + until);
    Appointment item = read(lens, text);
    Recurrence weekly = Objects.requireNonNull(item.recurrence());
    assertThat(Occurrences.of(weekly).last()).contains(last);
    String endless = event("Somewhere", kind, start, " / RRULE:FREQ=WEEKLY");
    String ended = lens.update(endless, item, Set.of("recurrence"), "s");
    assertThat(ended).contains("RRULE:FREQ=WEEKLY;UNTIL=");
    assertThat(read(lens, ended).recurrence()).isEqualTo(weekly);
    String written = ended.replaceAll("(?s).*UNTIL=(\\S+).*", "$1");
    assertThat(written).isGreaterThanOrEqualTo(until);
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
