package org.tandemsync.dav.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** Two items of a family and the lens for them. */
record Sample(Family family, ResourceLens lens, Item a, Item b) {
  private static final LensSettings SETTINGS =
      new LensSettings(
          ZoneOffset.UTC, Set.of(), InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));

  static Sample contacts() {
    return new Sample(
        Family.CONTACTS,
        new TinyCardLens(),
        Contact.builder().uid("uid-a").fullName("Zoë Ärmel").nickname("zo").build(),
        Contact.builder().uid("uid-b").fullName("Bob").nickname("bo").build());
  }

  static Sample events() {
    Zone berlin = new Zone("W. Europe Standard Time");
    LocalDateTime start = LocalDateTime.of(2026, 12, 1, 10, 0);
    return new Sample(
        Family.EVENTS,
        Lenses.of(Family.EVENTS, SETTINGS),
        Appointment.builder()
            .uid("uid-a")
            .subject("Grüße, alle; auch \\ und\nzwei")
            .location("Büro")
            .timing(Timing.timed(start, start.plusHours(1), berlin))
            .build(),
        Appointment.builder()
            .uid("uid-b")
            .subject("Feiertag")
            .location("überall")
            .timing(Timing.allDay(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 27), Zone.UTC))
            .build());
  }

  static Sample tasks() {
    return new Sample(
        Family.TASKS,
        Lenses.of(Family.TASKS, SETTINGS),
        Task.builder().uid("uid-a").subject("Steuer").dueDate(LocalDate.of(2026, 12, 31)).build(),
        Task.builder().uid("uid-b").subject("Müll").startDate(LocalDate.of(2026, 12, 1)).build());
  }
}
