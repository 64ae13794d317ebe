package org.tandemsync.convert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tandemsync.convert.calendar.EventLens;
import org.tandemsync.convert.calendar.FreeBusyText;
import org.tandemsync.convert.calendar.TaskLens;
import org.tandemsync.convert.card.ContactsLens;
import org.tandemsync.items.Family;

/** The lens for each family of items. */
public final class Lenses {
  private Lenses() {}

  public static ResourceLens of(Family family, LensSettings settings) {
    return switch (family) {
      case EVENTS -> new EventLens(settings);
      case TASKS -> new TaskLens(settings);
      case CONTACTS -> new ContactsLens(settings);
    };
  }

  /** When somebody is not free, as iCalendar tells it; empty if it tells nothing about that. */
  public static Optional<FreeBusy> readFreeBusy(String text) {
    return FreeBusyText.read(text);
  }

  /**
   * A request for the times of others (RFC 5546 3.3.2).
   *
   * @param organizer mail address of who asks
   * @param attendees mail addresses
   * @throws IllegalArgumentException if one is no mail address
   */
  public static String freeBusyRequest(
      String uid, String organizer, List<String> attendees, Instant from, Instant to, Instant now) {
    return FreeBusyText.request(uid, organizer, attendees, from, to, now);
  }
}
