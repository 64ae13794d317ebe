package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;

/**
 * The same series a day earlier or later. Outlook's tasks have days only, those of the user: what
 * is every Monday evening in UTC is every Tuesday in Sydney.
 */
final class MovedRule {
  private static final int LAST_OF_ALL_MONTHS = 28;

  /** As a day of Outlook's pattern: the last one of any month. */
  private static final int LAST = 31;

  private MovedRule() {}

  /** The series that begins on {@code start}; empty if Outlook has none whose days are those. */
  static Optional<Recurrence> to(LocalDate start, Recurrence rule) {
    long days = ChronoUnit.DAYS.between(rule.start(), start);
    if (days == 0) {
      return Optional.of(rule);
    }
    RecurrencePattern pattern = Math.abs(days) == 1 ? moved(rule.pattern(), (int) days) : null;
    return pattern == null
        ? Optional.empty()
        : Optional.of(
                Recurrence.of(pattern, start, end(rule.end(), days))
                    .withFirstDayOfWeek(firstDay(rule, days)))
            .filter(moved -> Occurrences.of(moved).contains(start));
  }

  private static DayOfWeek firstDay(Recurrence rule, long days) {
    boolean matters = rule.pattern() instanceof RecurrencePattern.Weekly(int n, _) && n > 1;
    return matters ? rule.firstDayOfWeek().plus(days) : rule.firstDayOfWeek();
  }

  private static RecurrenceEnd end(RecurrenceEnd end, long days) {
    return end instanceof RecurrenceEnd.ByDate(LocalDate last)
        ? new RecurrenceEnd.ByDate(last.plusDays(days))
        : end;
  }

  private static @Nullable RecurrencePattern moved(RecurrencePattern pattern, int days) {
    return switch (pattern) {
      case RecurrencePattern.Daily daily -> daily;
      case RecurrencePattern.Weekly(int n, Set<DayOfWeek> weekdays) ->
          new RecurrencePattern.Weekly(n, moved(weekdays, days));
      case RecurrencePattern.Monthly(int n, int day) -> monthly(n, day, days);
      case RecurrencePattern.Yearly(int n, Month month, int day) -> yearly(n, month, day, days);
      // the day after the first Monday is not always the first Tuesday
      case RecurrencePattern.MonthlyNth _,
          RecurrencePattern.YearlyNth _,
          RecurrencePattern.Regenerating _ ->
          null;
    };
  }

  private static Set<DayOfWeek> moved(Set<DayOfWeek> weekdays, int days) {
    Set<DayOfWeek> moved = EnumSet.noneOf(DayOfWeek.class);
    weekdays.forEach(day -> moved.add(day.plus(days)));
    return moved;
  }

  private static @Nullable RecurrencePattern monthly(int interval, int day, int days) {
    if (days > 0 && day == LAST) {
      return new RecurrencePattern.Monthly(interval, 1);
    }
    if (days < 0 && day == 1) {
      return new RecurrencePattern.Monthly(interval, LAST);
    }
    return day > LAST_OF_ALL_MONTHS || day + days > LAST_OF_ALL_MONTHS
        ? null
        : new RecurrencePattern.Monthly(interval, day + days);
  }

  /** The 29th of February is its last day in Outlook, whatever the year. */
  private static @Nullable RecurrencePattern yearly(int interval, Month month, int day, int days) {
    if (days > 0 && day == month.maxLength()) {
      return new RecurrencePattern.Yearly(interval, month.plus(1), 1);
    }
    if (days < 0 && day == 1) {
      Month before = month.minus(1);
      return new RecurrencePattern.Yearly(interval, before, before.maxLength());
    }
    boolean dependsOnYear =
        month == Month.FEBRUARY && Math.max(day, day + days) > month.minLength();
    return dependsOnYear ? null : new RecurrencePattern.Yearly(interval, month, day + days);
  }
}
