package org.tandemsync.mapi.item;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Timing;

/** A rule in words, as Outlook shows it in lists (PidLidRecurrencePattern). In English only. */
final class RecurrenceText {
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

  private RecurrenceText() {}

  static String of(Recurrence recurrence, Timing timing) {
    String days = days(recurrence.pattern());
    return timing.allDay()
        ? days
        : days + " from " + CLOCK.format(timing.start()) + " to " + CLOCK.format(timing.end());
  }

  private static String days(RecurrencePattern pattern) {
    int n = pattern.interval();
    return switch (pattern) {
      case RecurrencePattern.Daily _ -> every(n, "day");
      case RecurrencePattern.Weekly weekly ->
          n == 1
              ? "every " + names(weekly.days())
              : every(n, "week") + " on " + names(weekly.days());
      case RecurrencePattern.Monthly monthly -> "day " + monthly.day() + " of " + every(n, "month");
      case RecurrencePattern.MonthlyNth nth ->
          "the " + nth(nth.index().ordinal(), nth.days()) + " of " + every(n, "month");
      case RecurrencePattern.Yearly yearly ->
          every(n, "year") + " on " + month(yearly.month()) + " " + yearly.day();
      case RecurrencePattern.YearlyNth nth ->
          every(n, "year")
              + " on the "
              + nth(nth.index().ordinal(), nth.days())
              + " of "
              + month(nth.month());
      case RecurrencePattern.Regenerating regenerating ->
          every(n, regenerating.unit().name().toLowerCase(Locale.ROOT)) + " after completion";
    };
  }

  private static String every(int n, String unit) {
    return n == 1 ? "every " + unit : "every " + n + " " + unit + "s";
  }

  private static String month(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String nth(int index, Set<DayOfWeek> days) {
    return List.of("first", "second", "third", "fourth", "last").get(index) + " " + names(days);
  }

  private static String names(Collection<DayOfWeek> days) {
    Set<DayOfWeek> set = EnumSet.copyOf(days);
    if (set.size() == 7) {
      return "day";
    }
    if (set.equals(WORKDAYS)) {
      return "weekday";
    }
    if (set.equals(WEEKEND)) {
      return "weekend day";
    }
    List<String> names =
        set.stream().map(d -> d.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).toList();
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
