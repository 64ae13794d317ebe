package org.tandemsync.testkit.items;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** Two items of a family that differ in every way that a contract of stores looks at. */
public record ItemPair(Item a, Item b) {

  public static ItemPair of(Family family) {
    return switch (family) {
      case CONTACTS -> contacts();
      case EVENTS -> appointments();
      case TASKS -> tasks();
    };
  }

  private static ItemPair contacts() {
    return new ItemPair(
        Contact.builder().uid("uid-a").fullName("Zoë Ärmel").nickname("zo").build(),
        Contact.builder().uid("uid-b").fullName("Bob").nickname("bo").build());
  }

  private static ItemPair appointments() {
    LocalDateTime start = LocalDateTime.of(2026, 12, 1, 10, 0);
    LocalDate first = LocalDate.of(2026, 12, 25);
    return new ItemPair(
        Appointment.builder()
            .uid("uid-a")
            .subject("Grüße, alle; auch \\ und zwei")
            .location("Büro")
            .timing(Timing.timed(start, start.plusHours(1), new Zone("W. Europe Standard Time")))
            .build(),
        Appointment.builder()
            .uid("uid-b")
            .subject("Feiertag")
            .location("überall")
            .timing(Timing.allDay(first, first.plusDays(2), Zone.UTC))
            .build());
  }

  private static ItemPair tasks() {
    return new ItemPair(
        Task.builder().uid("uid-a").subject("Steuer").dueDate(LocalDate.of(2026, 12, 31)).build(),
        Task.builder().uid("uid-b").subject("Müll").startDate(LocalDate.of(2026, 12, 1)).build());
  }
}
