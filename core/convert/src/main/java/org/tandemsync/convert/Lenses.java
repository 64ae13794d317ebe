package org.tandemsync.convert;

import org.tandemsync.convert.calendar.EventLens;
import org.tandemsync.items.Family;

/** The lens for each family of items. */
public final class Lenses {
  private Lenses() {}

  public static ResourceLens of(Family family, LensSettings settings) {
    return switch (family) {
      case EVENTS -> new EventLens(settings);
      case TASKS -> throw new UnsupportedOperationException("tasks"); // TEMPORARY until TaskLens
      case CONTACTS -> throw new UnsupportedOperationException("contacts"); // TEMPORARY, vcard
    };
  }
}
