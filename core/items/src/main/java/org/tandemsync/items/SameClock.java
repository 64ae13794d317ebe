package org.tandemsync.items;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * Appointments whose times differ only in how their zone is named. A zone that shares its Windows
 * name with others (Almaty with Tashkent) is named by Windows' name in the years in which it has
 * the same rules, else by its own: one that is moved from one year to another keeps the name that
 * it had, and is read by the other one.
 */
final class SameClock {
  private static final LocalDate END = SameRules.END.atZone(ZoneOffset.UTC).toLocalDate();

  private SameClock() {}

  /** Whether both are at the same clocks, in zones with the same rules as long as they take. */
  static boolean of(Appointment a, Appointment b) {
    Timing one = a.timing();
    Timing other = b.timing();
    if (one.allDay()
        || other.allDay()
        || !one.start().equals(other.start())
        || !one.end().equals(other.end())) {
      return false;
    }
    LocalDateTime until = later(until(a), until(b));
    return sameRules(one.startZone(), other.startZone(), one.start(), until)
        && sameRules(one.endZone(), other.endZone(), one.end(), until);
  }

  private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  /** When an appointment is over; of a series the last one. */
  private static LocalDateTime until(Appointment item) {
    Timing timing = item.timing();
    Recurrence rule = item.recurrence();
    if (rule == null) {
      return timing.end();
    }
    LocalDate last =
        switch (rule.end()) {
          case RecurrenceEnd.Never _ -> END;
          case RecurrenceEnd.ByDate(LocalDate date) -> date;
          case RecurrenceEnd.AfterCount _ -> Occurrences.of(rule).last().orElse(END);
        };
    return timing.movedTo(last.atTime(timing.start().toLocalTime())).end();
  }

  private static boolean sameRules(Zone a, Zone b, LocalDateTime from, LocalDateTime until) {
    if (a.equals(b)) {
      return true;
    }
    Optional<ZoneId> own = ownName(a).or(() -> ownName(b));
    Optional<ZoneId> shared = WindowsZones.zoneIdOf(a.id()).or(() -> WindowsZones.zoneIdOf(b.id()));
    return own.isPresent()
        && shared.isPresent()
        && WindowsZones.keyNameOf(own.get()).equals(WindowsZones.keyNameOf(shared.get()))
        && sameRules(own.get().getRules(), shared.get().getRules(), from, until);
  }

  /** The zone, if it is not Windows' name of one. */
  private static Optional<ZoneId> ownName(Zone zone) {
    if (WindowsZones.keyName(zone.id()).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(zone.id()));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private static boolean sameRules(
      ZoneRules own, ZoneRules shared, LocalDateTime from, LocalDateTime until) {
    ZoneOffset offset = own.getOffset(from);
    return offset.equals(shared.getOffset(from))
        && SameRules.between(own, shared, from.toInstant(offset), until.toInstant(offset));
  }
}
