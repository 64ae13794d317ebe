package org.tandemsync.outlook.item;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.WeekIndex;

/**
 * Reads the rule of a series by the object model, where its MAPI property is too large to be had.
 * The object model tells less: not whether a series ends by a date or by a number of occurrences
 * (it always has the number), not the first day of the week, and of other calendars nothing.
 */
public final class RecurrenceReader {
  private static final int MONTHS_A_YEAR = 12;

  private RecurrenceReader() {}

  /**
   * The rule without its deleted occurrences.
   *
   * @param firstDayOfWeek of Outlook's settings
   * @throws IllegalArgumentException if Outlook shows something that is no rule
   */
  public static Recurrence read(
      org.tandemsync.outlook.model.RecurrencePattern outlook, DayOfWeek firstDayOfWeek) {
    LocalDate start = outlook.patternStartDate().toLocalDate();
    RecurrenceEnd end =
        outlook.noEndDate()
            ? RecurrenceEnd.NEVER
            : new RecurrenceEnd.AfterCount(outlook.occurrences());
    return Recurrence.of(pattern(outlook), start, end).withFirstDayOfWeek(firstDayOfWeek);
  }

  private static RecurrencePattern pattern(org.tandemsync.outlook.model.RecurrencePattern outlook) {
    // Outlook has 0 for "every weekday"
    int interval = Math.max(1, outlook.interval());
    return switch (outlook.recurrenceType()) {
      case olRecursDaily -> new RecurrencePattern.Daily(interval);
      case olRecursWeekly -> new RecurrencePattern.Weekly(interval, days(outlook));
      case olRecursMonthly -> new RecurrencePattern.Monthly(interval, outlook.dayOfMonth());
      case olRecursMonthNth ->
          new RecurrencePattern.MonthlyNth(interval, days(outlook), index(outlook));
      case olRecursYearly ->
          new RecurrencePattern.Yearly(years(interval), month(outlook), outlook.dayOfMonth());
      case olRecursYearNth ->
          new RecurrencePattern.YearlyNth(
              years(interval), month(outlook), days(outlook), index(outlook));
    };
  }

  private static int years(int months) {
    return Math.max(1, months / MONTHS_A_YEAR);
  }

  private static Month month(org.tandemsync.outlook.model.RecurrencePattern outlook) {
    return Month.of(outlook.monthOfYear());
  }

  private static Set<DayOfWeek> days(org.tandemsync.outlook.model.RecurrencePattern outlook) {
    return DaysOfWeek.of(outlook.dayOfWeekMask());
  }

  private static WeekIndex index(org.tandemsync.outlook.model.RecurrencePattern outlook) {
    int instance = outlook.instance();
    return switch (instance) {
      case 1 -> WeekIndex.FIRST;
      case 2 -> WeekIndex.SECOND;
      case 3 -> WeekIndex.THIRD;
      case 4 -> WeekIndex.FOURTH;
      case 5 -> WeekIndex.LAST;
      default -> throw new IllegalArgumentException("no week of a month: " + instance);
    };
  }
}
