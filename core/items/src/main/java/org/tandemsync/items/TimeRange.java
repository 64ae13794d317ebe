package org.tandemsync.items;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days around today. An appointment is in the range if it, or any occurrence of it, touches one of
 * them; a task is unless it was completed before. Servers answer a time-range each in their own
 * way, so it is evaluated here, alike for both sides.
 *
 * @param today where the person is
 * @param back how many days before today belong to it, or null for all
 * @param ahead how many days after today, or null for all
 * @param zones the zone of the item's times, if it is known
 * @param userZone the zone of the person, for all else
 */
public record TimeRange(
    LocalDate today,
    @Nullable Integer back,
    @Nullable Integer ahead,
    Function<Zone, Optional<ZoneId>> zones,
    ZoneId userZone) {

  /** What is not over when the range begins, with the day of its start. */
  private record Span(LocalDateTime start, LocalDateTime end) {
    boolean endsAfter(LocalDateTime moment) {
      return end.isAfter(moment) || (start.equals(end) && !start.isBefore(moment));
    }
  }

  public boolean includes(Item item) {
    Optional<LocalDate> begins = begins(item);
    return begins.isPresent()
        && (ahead == null || !begins.get().isAfter(today.plusDays(ahead.longValue())));
  }

  /**
   * The day on which an item comes into the range as it moves on; empty for what is over, and for
   * what is in it already.
   */
  public Optional<LocalDate> joins(Item item) {
    Integer days = ahead;
    return days == null || includes(item)
        ? Optional.empty()
        : begins(item).map(day -> day.minusDays(days.longValue()));
  }

  /** The first day of what is not over; empty if all of it is. */
  private Optional<LocalDate> begins(Item item) {
    return switch (item) {
      case Appointment a -> begins(a);
      case Task t -> begins(t);
      case Contact _, DistributionList _ -> Optional.of(today);
    };
  }

  /** What is still to be done is never over, however late it is, and never too far ahead. */
  private Optional<LocalDate> begins(Task task) {
    LocalDate last =
        task.status() != TaskStatus.COMPLETE || task.recurrence() != null
            ? null
            : task.dateCompleted() != null ? task.dateCompleted() : task.dueDate();
    return last != null && back != null && last.isBefore(first())
        ? Optional.empty()
        : Optional.of(today);
  }

  private LocalDate first() {
    return back == null ? LocalDate.MIN : today.minusDays(back.longValue());
  }

  private Optional<LocalDate> begins(Appointment a) {
    Recurrence recurrence = a.recurrence();
    if (recurrence == null) {
      return Stream.of(span(a.timing()))
          .filter(this::isNotOver)
          .findFirst()
          .map(s -> s.start().toLocalDate());
    }
    if (recurrence.calendarType() != 0) {
      return Optional.of(today); // Hijri and lunar patterns cannot be computed
    }
    List<LocalDate> days = new ArrayList<>();
    Set<LocalDate> replaced = new HashSet<>();
    for (ExceptionalOccurrence exception : a.exceptions()) {
      replaced.add(exception.originalStart().toLocalDate());
      Span span = span(exception.occurrence().timing());
      if (isNotOver(span)) {
        days.add(span.start().toLocalDate());
      }
    }
    byRule(a.timing(), recurrence, replaced).ifPresent(days::add);
    return days.stream().min(LocalDate::compareTo);
  }

  /** The first occurrence that is not over and is as the rule has it. */
  private Optional<LocalDate> byRule(Timing timing, Recurrence recurrence, Set<LocalDate> others) {
    Duration length = Duration.between(timing.start(), timing.end());
    LocalDate from =
        back == null ? LocalDate.MIN : first().minusDays(Math.max(0, length.toDays()) + 2);
    return Occurrences.of(recurrence)
        .dates()
        .dropWhile(date -> date.isBefore(from))
        .filter(date -> !others.contains(date))
        .map(date -> timing.movedTo(date.atTime(timing.start().toLocalTime())))
        .filter(moved -> isNotOver(span(moved)))
        .findFirst()
        .map(moved -> span(moved).start().toLocalDate());
  }

  private boolean isNotOver(Span span) {
    return back == null || span.endsAfter(first().atStartOfDay());
  }

  /** As the person's clock shows it; whole days are whole days everywhere. */
  private Span span(Timing timing) {
    return timing.allDay()
        ? new Span(timing.start(), timing.end())
        : new Span(here(timing.start(), timing.startZone()), here(timing.end(), timing.endZone()));
  }

  private LocalDateTime here(LocalDateTime clock, Zone zone) {
    ZoneId id = zones.apply(zone).orElse(userZone);
    return clock.atZone(id).withZoneSameInstant(userZone).toLocalDateTime();
  }
}
