package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.tandemsync.items.Zone;

/**
 * A point in time as an item has it.
 *
 * @param wall the clock in {@code zone}
 * @param zone Outlook's name of it
 * @param isDate whether only the date counts
 */
record Moment(LocalDateTime wall, Zone zone, boolean isDate) {
  LocalDate date() {
    return wall.toLocalDate();
  }

  boolean sameAs(Moment other) {
    return isDate == other.isDate && wall.equals(other.wall) && (isDate || zone.equals(other.zone));
  }
}
