package org.tandemsync.convert.calendar;

import static org.tandemsync.convert.calendar.Events.calendar;

import java.time.ZoneId;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Family;

/** Events with a VTIMEZONE of some rules. */
final class Definitions {
  private Definitions() {}

  /** The rules of a definition, by a name of these tests. */
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
      case "a short summer" ->
          section("STANDARD", "8;BYDAY=1SU", "+0200", "+0100")
              + section("DAYLIGHT", "5;BYDAY=1SU", "+0100", "+0200");
      case "changes of 2026" ->
          "BEGIN:DAYLIGHT / DTSTART:20260329T020000 / TZOFFSETFROM:+0100 / TZOFFSETTO:+0200 /"
              + " END:DAYLIGHT / BEGIN:STANDARD / DTSTART:20261025T030000 / TZOFFSETFROM:+0200 /"
              + " TZOFFSETTO:+0100 / END:STANDARD / ";
      case "always +0100" -> rules("+0100").replace("1970", "1601");
      case "always -0500" -> rules("-0500").replace("1970", "1601");
      case "always -0600" -> rules("-0600").replace("1970", "1601");
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

  static String event(String tzid, String kind, String start, String more) {
    String parameter = tzid.contains(",") || tzid.contains(":") ? '"' + tzid + '"' : tzid;
    return calendar(
        ("BEGIN:VTIMEZONE / TZID:%s / %sEND:VTIMEZONE / BEGIN:VEVENT / UID:u1 /"
                + " DTSTAMP:20240101T000000Z / DTSTART;TZID=%s:%s / DURATION:PT1H%s / END:VEVENT")
            .formatted(tzid, rules(kind), parameter, start, more));
  }

  static ResourceLens lens(String userZone) {
    return Lenses.of(
        Family.EVENTS,
        new LensSettings(
            ZoneId.of(userZone), Events.SETTINGS.ownAddresses(), Events.SETTINGS.clock()));
  }

  static Appointment read(ResourceLens lens, String text) {
    return (Appointment) ((ResourceLens.Reading.Understood) lens.get(text)).item();
  }
}
