package org.tandemsync.items;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reminders that are past are left alone: neither sent, nor brought, nor removed. A series has a
 * past as soon as its last occurrence has ended.
 *
 * @param now the clock of the run
 * @param zones the zone of the item's times, if it is known
 * @param userZone the zone of the person, for all else
 */
public record UpcomingReminders(
    Instant now, Function<Zone, Optional<ZoneId>> zones, ZoneId userZone) implements View {
  private static final Set<String> REMINDER = Set.of("reminder");

  @Override
  public Set<String> aside(Item item) {
    return switch (item) {
      case Appointment a when isPast(a) -> REMINDER;
      case Task t when isPast(t) -> REMINDER;
      case Appointment _, Task _, Contact _, DistributionList _ -> Set.of();
    };
  }

  private boolean isPast(Appointment a) {
    Recurrence recurrence = a.recurrence();
    if (recurrence == null) {
      return !at(a.timing().start(), a.timing().startZone(), a.timing().allDay())
          .minusSeconds(60L * a.reminder().minutesBefore())
          .isAfter(now);
    }
    if (recurrence.end() instanceof RecurrenceEnd.Never) {
      return false;
    }
    Timing timing = a.timing();
    return Occurrences.of(recurrence)
        .last()
        .map(
            last ->
                !at(
                        last.atTime(timing.start().toLocalTime())
                            .plus(Duration.between(timing.start(), timing.end())),
                        timing.endZone(),
                        timing.allDay())
                    .isAfter(now))
        .orElse(false);
  }

  /** A day begins where the person is. */
  private Instant at(LocalDateTime clock, Zone zone, boolean allDay) {
    ZoneId id = allDay ? userZone : zones.apply(zone).orElse(userZone);
    return clock.atZone(id).toInstant();
  }

  private boolean isPast(Task t) {
    Instant reminder = t.reminder();
    return reminder != null && !reminder.isAfter(now);
  }
}
