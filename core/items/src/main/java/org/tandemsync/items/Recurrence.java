package org.tandemsync.items;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rule of a series, with the occurrences that were deleted from it. One value when merging.
 *
 * @param pattern which days
 * @param start the day from which the pattern counts, in the series' zone
 * @param end how the series ends
 * @param firstDayOfWeek where a week begins; matters for weekly patterns with interval above 1
 * @param deleted original dates of deleted occurrences, in the series' zone
 * @param calendarType the CalendarType of [MS-OXOCAL], 0 for the Gregorian calendar; other values
 *     (Hijri and lunar patterns) have no RRULE and are kept as they are
 */
public record Recurrence(
    RecurrencePattern pattern,
    LocalDate start,
    RecurrenceEnd end,
    DayOfWeek firstDayOfWeek,
    SortedSet<LocalDate> deleted,
    int calendarType) {

  public Recurrence {
    if (end instanceof RecurrenceEnd.ByDate(LocalDate last) && last.isBefore(start)) {
      throw new IllegalArgumentException("the series ends on " + last + " before it starts");
    }
    deleted = Collections.unmodifiableSortedSet(new TreeSet<>(deleted));
  }

  /** A Gregorian series without deleted occurrences. */
  public static Recurrence of(RecurrencePattern pattern, LocalDate start, RecurrenceEnd end) {
    return new Recurrence(pattern, start, end, DayOfWeek.MONDAY, new TreeSet<>(), 0);
  }

  public Recurrence withDeleted(Collection<LocalDate> dates) {
    return new Recurrence(pattern, start, end, firstDayOfWeek, new TreeSet<>(dates), calendarType);
  }

  public Recurrence withStart(LocalDate date) {
    return new Recurrence(pattern, date, end, firstDayOfWeek, deleted, calendarType);
  }

  public Recurrence withEnd(RecurrenceEnd wanted) {
    return new Recurrence(pattern, start, wanted, firstDayOfWeek, deleted, calendarType);
  }

  public Recurrence withFirstDayOfWeek(DayOfWeek day) {
    return new Recurrence(pattern, start, end, day, deleted, calendarType);
  }

  /**
   * The same days. The first day of the week counts only where a weekly pattern skips weeks, and
   * dates of end are the same when the last occurrence is.
   */
  public boolean sameAs(Recurrence other) {
    boolean weekMatters = pattern instanceof RecurrencePattern.Weekly w && w.interval() > 1;
    return pattern.equals(other.pattern)
        && start.equals(other.start)
        && sameEnd(other)
        && deleted.equals(other.deleted)
        && calendarType == other.calendarType
        && (!weekMatters || firstDayOfWeek == other.firstDayOfWeek);
  }

  private boolean sameEnd(Recurrence other) {
    return end.equals(other.end)
        || (end instanceof RecurrenceEnd.ByDate
            && other.end instanceof RecurrenceEnd.ByDate
            && Occurrences.of(this).last().equals(Occurrences.of(other).last()));
  }
}
