package org.tandemsync.convert;

import org.tandemsync.convert.calendar.EventLens;
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
}
