package org.tandemsync.items;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * When an appointment takes place. One value: a start is never merged with an end of the other
 * side.
 *
 * @param start wall clock in {@code startZone}; midnight of the first day if all-day
 * @param end wall clock in {@code endZone}, exclusive; if all-day the midnight after the last day
 * @param allDay whether the appointment takes whole days, whatever the zone
 * @param startZone Outlook's StartTimeZone
 * @param endZone Outlook's EndTimeZone
 */
public record Timing(
    LocalDateTime start, LocalDateTime end, boolean allDay, Zone startZone, Zone endZone) {

  public Timing {
    if (allDay) {
      if (!start.toLocalTime().equals(LocalTime.MIDNIGHT)
          || !end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        throw new IllegalArgumentException(
            "an all-day appointment starts and ends at midnight, not " + start + " to " + end);
      }
      if (!end.isAfter(start)) {
        throw new IllegalArgumentException(
            "an all-day appointment takes at least one day, not " + start + " to " + end);
      }
    } else if (startZone.equals(endZone) && end.isBefore(start)) {
      throw new IllegalArgumentException("the end " + end + " lies before the start " + start);
    }
  }

  /** A timed appointment within one zone. */
  public static Timing timed(LocalDateTime start, LocalDateTime end, Zone zone) {
    return new Timing(start, end, false, zone, zone);
  }

  /** Whole days from {@code first} up to but without {@code afterLast}. */
  public static Timing allDay(LocalDate first, LocalDate afterLast, Zone zone) {
    return new Timing(first.atStartOfDay(), afterLast.atStartOfDay(), true, zone, zone);
  }

  /** As long, from another start. */
  public Timing movedTo(LocalDateTime newStart) {
    return new Timing(
        newStart, end.plus(Duration.between(start, newStart)), allDay, startZone, endZone);
  }

  /** The same dates; for timed appointments also the same clocks and zones. */
  public boolean sameAs(Timing other) {
    return allDay
        ? other.allDay && start.equals(other.start) && end.equals(other.end)
        : equals(other);
  }
}
