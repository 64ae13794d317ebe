package org.tandemsync.convert.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** The setting of the cases: a user in Vienna, me@corp.example and me@dav.example. */
final class Texts {
  private Texts() {}

  static final Zone WEST = new Zone("W. Europe Standard Time");
  static final LensSettings SETTINGS =
      new LensSettings(
          ZoneId.of("Europe/Vienna"),
          Set.of("me@corp.example", "me@dav.example"),
          InstantSource.fixed(Instant.parse("2024-06-01T12:00:00Z")));
  static final ResourceLens EVENTS = Lenses.of(Family.EVENTS, SETTINGS);
  static final ResourceLens TASKS = Lenses.of(Family.TASKS, SETTINGS);
  static final ResourceLens CONTACTS = Lenses.of(Family.CONTACTS, SETTINGS);

  static final String NINE =
      "DTSTART;TZID=Europe/Vienna:20240610T090000 / DTEND;TZID=Europe/Vienna:20240610T100000";

  static String event(String lines) {
    return calendar(
        "BEGIN:VEVENT / UID:u1 / DTSTAMP:20240101T000000Z / " + lines + " / END:VEVENT");
  }

  static String task(String lines) {
    return calendar("BEGIN:VTODO / UID:u1 / DTSTAMP:20240101T000000Z / " + lines + " / END:VTODO");
  }

  static String calendar(String lines) {
    return text("BEGIN:VCALENDAR / VERSION:2.0 / PRODID:-//Test//EN / " + lines)
        + "END:VCALENDAR\r\n";
  }

  static String card(String lines) {
    return text("BEGIN:VCARD / VERSION:3.0 / UID:u1 / " + lines + " / END:VCARD");
  }

  /** Lines with " / " between them. */
  static String text(String lines) {
    return lines.replace(" / ", "\r\n") + "\r\n";
  }

  static ResourceLens.Reading.Understood understood(String text) {
    ResourceLens lens =
        text.contains("BEGIN:VEVENT") ? EVENTS : text.contains("BEGIN:VTODO") ? TASKS : CONTACTS;
    ResourceLens.Reading reading = lens.get(text);
    assertThat(reading).as(text).isInstanceOf(ResourceLens.Reading.Understood.class);
    return (ResourceLens.Reading.Understood) reading;
  }

  static ResourceLens lens(Item item) {
    return switch (item.type()) {
      case APPOINTMENT -> EVENTS;
      case TASK -> TASKS;
      case CONTACT, DISTRIBUTION_LIST -> CONTACTS;
    };
  }

  static Set<String> fields(Item item) {
    return Set.copyOf(Fields.of(item.type()).names());
  }

  static Set<String> fields(ItemType type) {
    return Set.copyOf(Fields.of(type).names());
  }

  /** The unfolded lines. */
  static List<String> lines(String text) {
    return text.replace("\r\n ", "").lines().toList();
  }

  /** An appointment in Vienna, 10 June 2024, 9 to 10. */
  static Appointment.Builder nine() {
    return Appointment.builder()
        .uid("u1")
        .timing(Timing.timed(at("2024-06-10T09:00"), at("2024-06-10T10:00"), WEST));
  }

  static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }

  static Task.Builder task() {
    return Task.builder().uid("u1").subject("x");
  }

  static Contact.Builder contact() {
    return Contact.builder().uid("u1");
  }
}
