package org.tandemsync.services;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/**
 * What makes two items the same thing in the eyes of a person. Too little is worse than too much:
 * two items that are wrongly taken for one are merged, two that are wrongly taken for different
 * ones are both kept.
 */
record ContentKey(ZoneNames zones) {

  /** The key of an item, or empty if it has no name. */
  Optional<String> of(Item item) {
    return switch (item) {
      case Appointment a ->
          key(a.subject(), moments(a.timing()), a.recurrence() == null ? "once" : "series");
      case Task t ->
          key(t.subject(), Objects.toString(t.startDate(), ""), Objects.toString(t.dueDate(), ""));
      case Contact c -> key(person(c), reach(c));
      case DistributionList l -> key(l.name(), "list");
    };
  }

  private static Optional<String> key(String name, String... rest) {
    String trimmed = name.strip().replaceAll("\\s+", " ");
    return trimmed.isEmpty()
        ? Optional.empty()
        : Optional.of(trimmed.toLowerCase(Locale.ROOT) + "\n" + String.join("\n", rest));
  }

  /** Instants, not clocks: servers write in UTC what Outlook has in a zone. */
  String moments(Timing timing) {
    return timing.allDay()
        ? timing.start().toLocalDate() + "/" + timing.end().toLocalDate()
        : moment(timing.start(), timing.startZone()) + "/" + moment(timing.end(), timing.endZone());
  }

  private String moment(LocalDateTime clock, Zone zone) {
    return zones
        .zoneId(zone)
        .map(id -> clock.atZone(id).toInstant().toString())
        .orElse(clock + " " + zone);
  }

  private static String person(Contact contact) {
    String name = (contact.name().first() + " " + contact.name().last()).strip();
    return name.isEmpty() ? contact.displayName() : name;
  }

  /** The first mail address, else the first number, else the company: two people of one name. */
  private static String reach(Contact contact) {
    Optional<String> mail =
        contact.emails().values().stream()
            .map(EmailAddress::address)
            .map(a -> a.strip().toLowerCase(Locale.ROOT))
            .sorted()
            .findFirst();
    return mail.or(
            () ->
                contact.phones().values().stream()
                    .map(p -> p.replaceAll("[^0-9]", ""))
                    .filter(p -> !p.isEmpty())
                    .sorted()
                    .findFirst())
        .orElse(contact.company().strip());
  }
}
