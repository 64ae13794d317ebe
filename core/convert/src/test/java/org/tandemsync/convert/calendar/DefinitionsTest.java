package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Definitions.event;
import static org.tandemsync.convert.calendar.Definitions.lens;
import static org.tandemsync.convert.calendar.Definitions.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Zone;

/**
 * What a VTIMEZONE says beside the name of its zone. Google and Outlook define a zone with its
 * present rules, from 1970 or 1601 on; each program reads a name that it knows by its own table.
 */
class DefinitionsTest {
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
        "Australia/Sydney | +1000 | 20261207T090000 | Europe/Vienna",
        "Europe/Berlin | always +0100 | 20260601T090000 | Europe/Vienna",
        // the changes before and after some event
        "Europe/Berlin | changes of 2026 | 20260601T090000 | Europe/Vienna",
        "Europe/Berlin | changes of 2026 | 20270607T090000 | Europe/Vienna",
        "Europe/Berlin | changes of 2026 | 20270607T090000 | America/New_York",
        "W. Europe Standard Time | changes of 2026 | 20270607T090000 | Europe/Vienna"
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

  /** Windows' names with the winter alone: there "adjust for daylight saving time" is off. */
  @ParameterizedTest(name = "{0} with {1} at {2} is {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "W. Europe Standard Time | always +0100 | 20260601T090000 | 2026-06-01T10:00",
        "W. Europe Standard Time | always +0100 | 20261207T090000 | 2026-12-07T09:00",
        "Eastern Standard Time | always -0500 | 20260601T090000 | 2026-06-01T10:00",
        "Central Standard Time (Mexico) | always -0600 | 20210705T090000 | 2021-07-05T09:00",
        "America/New_York | changes of 2026 | 20260601T090000 | 2026-06-01T03:00"
      })
  void aDefinitionWithoutSummerOnPurposeTellsTheInstants(
      String tzid, String kind, String start, String shown) {
    ResourceLens lens = lens("Europe/Vienna");
    for (String rule : List.of("", " / RRULE:FREQ=WEEKLY")) {
      String text = event(tzid, kind, start, rule);
      Appointment item = read(lens, text);
      assertThat(item.timing().start()).isEqualTo(shown);
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
        // one that a zone had then and that was changed there since
        "-0430 | 20100601T090000 | Europe/Vienna | 2010-06-01T09:00 | UTC-04:30",
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
