package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.WeekIndex;

/** The RRULE that has the same days as an Outlook pattern. */
final class RuleWriter {
  private RuleWriter() {}

  /** The rule without COUNT and UNTIL; empty for patterns that RFC 5545 cannot express. */
  static Optional<RuleParts> write(Recurrence recurrence) {
    if (recurrence.calendarType() > 1) { // 1 is Gregorian too
      return Optional.empty();
    }
    RuleParts rule = RuleParts.parse("");
    boolean known =
        switch (recurrence.pattern()) {
          case RecurrencePattern.Daily(int n) -> frequency(rule, "DAILY", n);
          case RecurrencePattern.Weekly(int n, Set<DayOfWeek> days) ->
              weekly(rule, n, days, recurrence.firstDayOfWeek());
          case RecurrencePattern.Monthly(int n, int day) ->
              frequency(rule, "MONTHLY", n) && monthDay(rule, day);
          case RecurrencePattern.MonthlyNth(int n, Set<DayOfWeek> days, WeekIndex index) ->
              frequency(rule, "MONTHLY", n) && nth(rule, days, index);
          case RecurrencePattern.Yearly(int n, Month month, int day) ->
              frequency(rule, "YEARLY", n) && yearly(rule, month, day);
          case RecurrencePattern.YearlyNth(
                  int n,
                  Month month,
                  Set<DayOfWeek> days,
                  WeekIndex index) ->
              frequency(rule, "YEARLY", n) && nth(rule, days, index) && month(rule, month);
          case RecurrencePattern.Regenerating _ -> false;
        };
    return known ? Optional.of(rule) : Optional.empty();
  }

  private static boolean frequency(RuleParts rule, String name, int interval) {
    rule.set("FREQ", name);
    if (interval > 1) {
      rule.set("INTERVAL", Integer.toString(interval));
    }
    return true;
  }

  private static boolean weekly(
      RuleParts rule, int interval, Set<DayOfWeek> days, DayOfWeek firstDay) {
    frequency(rule, "WEEKLY", interval);
    rule.set("BYDAY", Weekdays.names(days));
    if (interval > 1) {
      rule.set("WKST", Weekdays.name(firstDay));
    }
    return true;
  }

  /** Outlook takes the last day of months that lack the day; RFC 5545 skips them. */
  private static boolean monthDay(RuleParts rule, int day) {
    switch (day) {
      case 31 -> rule.set("BYMONTHDAY", "-1");
      case 30 -> rule.set("BYMONTHDAY", "28,29,30").set("BYSETPOS", "-1");
      case 29 -> rule.set("BYMONTHDAY", "28,29").set("BYSETPOS", "-1");
      default -> rule.set("BYMONTHDAY", Integer.toString(day));
    }
    return true;
  }

  private static boolean nth(RuleParts rule, Set<DayOfWeek> days, WeekIndex index) {
    String position =
        switch (index) {
          case FIRST -> "1";
          case SECOND -> "2";
          case THIRD -> "3";
          case FOURTH -> "4";
          case LAST -> "-1";
        };
    rule.set("BYDAY", Weekdays.names(days)).set("BYSETPOS", position);
    return true;
  }

  private static boolean yearly(RuleParts rule, Month month, int day) {
    boolean leapDay = day > month.minLength();
    rule.set("BYMONTHDAY", leapDay ? "-1" : Integer.toString(day));
    return month(rule, month);
  }

  private static boolean month(RuleParts rule, Month month) {
    rule.set("BYMONTH", Integer.toString(month.getValue()));
    return true;
  }
}
