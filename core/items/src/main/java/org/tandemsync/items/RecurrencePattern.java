package org.tandemsync.items;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Set;

/**
 * Outlook's recurrence types ([MS-OXOCAL] RecurrencePattern structure). Intervals count days,
 * weeks, months or years and are at least 1.
 */
public sealed interface RecurrencePattern {
  int interval();

  /** Every n days. */
  record Daily(int interval) implements RecurrencePattern {
    public Daily {
      positive(interval);
    }
  }

  /** On the given days of every n-th week; "every weekday" is Monday to Friday with n = 1. */
  record Weekly(int interval, Set<DayOfWeek> days) implements RecurrencePattern {
    public Weekly {
      positive(interval);
      days = sorted(days);
    }
  }

  /** On one day of every n-th month. In shorter months Outlook takes their last day. */
  record Monthly(int interval, int day) implements RecurrencePattern {
    public Monthly {
      positive(interval);
      dayOfMonth(day);
    }
  }

  /** On the first to fourth or last of the given days of every n-th month. */
  record MonthlyNth(int interval, Set<DayOfWeek> days, WeekIndex index)
      implements RecurrencePattern {
    public MonthlyNth {
      positive(interval);
      days = sorted(days);
    }
  }

  /** On one date of every n-th year. 29 February is 28 February in common years. */
  record Yearly(int interval, Month month, int day) implements RecurrencePattern {
    public Yearly {
      positive(interval);
      dayOfMonth(day);
      if (day > month.maxLength()) {
        throw new IllegalArgumentException(month + " has no day " + day);
      }
    }
  }

  /** On the first to fourth or last of the given days of one month of every n-th year. */
  record YearlyNth(int interval, Month month, Set<DayOfWeek> days, WeekIndex index)
      implements RecurrencePattern {
    public YearlyNth {
      positive(interval);
      days = sorted(days);
    }
  }

  /** A task that comes back n days, weeks, months or years after it was completed. */
  record Regenerating(int interval, Unit unit) implements RecurrencePattern {
    public Regenerating {
      positive(interval);
    }
  }

  /** What {@link Regenerating} counts. */
  enum Unit {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  private static void positive(int interval) {
    if (interval < 1) {
      throw new IllegalArgumentException("an interval is at least 1, not " + interval);
    }
  }

  private static void dayOfMonth(int day) {
    if (day < 1 || day > 31) {
      throw new IllegalArgumentException("a month has days 1 to 31, not " + day);
    }
  }

  private static Set<DayOfWeek> sorted(Set<DayOfWeek> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a weekly or nth pattern names at least one day");
    }
    return java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(days));
  }
}
