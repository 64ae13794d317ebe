package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** The setting of the cases: a user in Vienna, me@corp.example and me@dav.example. */
final class Events {
  private Events() {}

  static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  static final Zone WEST = new Zone("W. Europe Standard Time");
  static final LensSettings SETTINGS =
      new LensSettings(
          VIENNA,
          Set.of("me@corp.example", "me@dav.example"),
          InstantSource.fixed(Instant.parse("2024-06-01T12:00:00Z")));
  static final ResourceLens LENS = Lenses.of(Family.EVENTS, SETTINGS);
  static final Set<String> ALL = Set.copyOf(Fields.APPOINTMENT.names());

  /** A resource with one event of these lines, written with " / " between them. */
  static String event(String lines) {
    return calendar(
        "BEGIN:VEVENT / UID:u1 / DTSTAMP:20240101T000000Z / " + lines + " / END:VEVENT");
  }

  /** A resource with these lines. */
  static String calendar(String lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
        + lines.replace(" / ", "\r\n")
        + "\r\nEND:VCALENDAR\r\n";
  }

  static final String TIMES =
      "DTSTART;TZID=Europe/Vienna:20240610T090000 / DTEND;TZID=Europe/Vienna:20240610T100000";

  static ResourceLens.Reading.Understood understood(String text) {
    ResourceLens.Reading reading = LENS.get(text);
    assertThat(reading).isInstanceOf(ResourceLens.Reading.Understood.class);
    return (ResourceLens.Reading.Understood) reading;
  }

  static Appointment read(String text) {
    return (Appointment) understood(text).item();
  }

  static List<String> losses(String text) {
    return understood(text).losses().stream().map(Loss::code).toList();
  }

  /** A timed appointment in Vienna from 9 to 10. */
  static Appointment.Builder nine() {
    return Appointment.builder()
        .uid("u1")
        .timing(
            Timing.timed(
                java.time.LocalDateTime.of(2024, 6, 10, 9, 0),
                java.time.LocalDateTime.of(2024, 6, 10, 10, 0),
                WEST));
  }

  static String written(Appointment item) {
    return LENS.create(item, "L1/1");
  }

  /** The unfolded lines of a resource. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("\r\n ", "").split("\r\n", -1)) {
      lines.add(line);
    }
    return lines;
  }
}
