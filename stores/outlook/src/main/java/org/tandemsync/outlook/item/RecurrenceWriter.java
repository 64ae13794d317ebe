package org.tandemsync.outlook.item;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.OlRecurrenceType;
import org.tandemsync.outlook.model.TaskItem;

/**
 * Writes the rule of a series of appointments by the object model. Microsoft asks to hold neither
 * pattern nor occurrence longer than needed: each is released before the next one is taken.
 *
 * <p>The object model has no first day of the week: Outlook takes that of its own settings.
 */
public final class RecurrenceWriter {
  private static final int MOST_DAYS = 999;
  private static final int MOST_WEEKS_OR_MONTHS = 99;
  private static final int MOST_OCCURRENCES = 999;
  private static final int MONTHS_A_YEAR = 12;

  private RecurrenceWriter() {}

  /** Why a series of appointments cannot have the rule, in plain words; empty if it can. */
  public static Optional<String> refusal(Recurrence recurrence) {
    if (recurrence.calendarType() != 0) {
      return Optional.of("Outlook's object model has the Gregorian calendar only");
    }
    if (recurrence.pattern() instanceof RecurrencePattern.Regenerating) {
      return Optional.of("only tasks come back some time after they were completed");
    }
    boolean daily = recurrence.pattern() instanceof RecurrencePattern.Daily;
    int most = daily ? MOST_DAYS : MOST_WEEKS_OR_MONTHS;
    if (recurrence.pattern().interval() > most) {
      return Optional.of("Outlook repeats such a series every " + most + " at most");
    }
    return recurrence.end() instanceof RecurrenceEnd.AfterCount(int count)
            && count > MOST_OCCURRENCES
        ? Optional.of("Outlook has " + MOST_OCCURRENCES + " occurrences at most")
        : Optional.empty();
  }

  /**
   * Gives an open appointment times and rule. All exceptions that it had are gone. It is not saved;
   * deleted occurrences follow when it is ({@link #delete}).
   *
   * @param start of each occurrence, in the start zone of the appointment, which is set already
   * @throws IllegalArgumentException if there is a {@link #refusal}
   */
  public static void write(
      AppointmentItem item, Recurrence recurrence, LocalTime start, Duration length) {
    refusal(recurrence)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    if (item.isRecurring()) {
      item.clearRecurrencePattern();
    }
    // the pattern begins with what follows from the start
    item.setStartInStartTimeZone(recurrence.start().atTime(start));
    item.setDuration((int) length.toMinutes());
    try (org.tandemsync.outlook.model.RecurrencePattern outlook = item.getRecurrencePattern()) {
      rule(outlook, recurrence);
    }
  }

  private static void rule(
      org.tandemsync.outlook.model.RecurrencePattern outlook, Recurrence recurrence) {
    pattern(outlook, recurrence.pattern());
    outlook.setPatternStartDate(recurrence.start().atStartOfDay());
    switch (recurrence.end()) {
      case RecurrenceEnd.Never() -> outlook.setNoEndDate(true);
      case RecurrenceEnd.AfterCount(int count) -> outlook.setOccurrences(count);
      case RecurrenceEnd.ByDate(LocalDate last) -> outlook.setPatternEndDate(last.atStartOfDay());
    }
  }

  /** Why a task cannot have the rule, in plain words; empty if it can. */
  public static Optional<String> refusalOfTask(Recurrence recurrence) {
    return recurrence.pattern() instanceof RecurrencePattern.Regenerating
        ? Optional.empty()
        : refusal(recurrence);
  }

  /** Gives an open task a rule. */
  public static void write(TaskItem item, Recurrence recurrence) {
    if (item.isRecurring()) {
      item.clearRecurrencePattern();
    }
    try (org.tandemsync.outlook.model.RecurrencePattern outlook = item.getRecurrencePattern()) {
      rule(outlook, recurrence);
    }
  }

  /** The type first: it sets all else anew. */
  private static void pattern(
      org.tandemsync.outlook.model.RecurrencePattern outlook, RecurrencePattern pattern) {
    switch (pattern) {
      case RecurrencePattern.Daily(int interval) -> {
        outlook.setRecurrenceType(OlRecurrenceType.olRecursDaily);
        outlook.setInterval(interval);
      }
      case RecurrencePattern.Weekly(int interval, var days) -> {
        outlook.setRecurrenceType(OlRecurrenceType.olRecursWeekly);
        outlook.setDayOfWeekMask(DaysOfWeek.mask(days));
        outlook.setInterval(interval);
      }
      case RecurrencePattern.Monthly(int interval, int day) -> {
        outlook.setRecurrenceType(OlRecurrenceType.olRecursMonthly);
        outlook.setDayOfMonth(day);
        outlook.setInterval(interval);
      }
      case RecurrencePattern.MonthlyNth(int interval, var days, WeekIndex index) -> {
        outlook.setRecurrenceType(OlRecurrenceType.olRecursMonthNth);
        outlook.setDayOfWeekMask(DaysOfWeek.mask(days));
        outlook.setInstance(instance(index));
        outlook.setInterval(interval);
      }
      case RecurrencePattern.Yearly(int interval, var month, int day) -> {
        outlook.setRecurrenceType(OlRecurrenceType.olRecursYearly);
        outlook.setMonthOfYear(month.getValue());
        outlook.setDayOfMonth(day);
        outlook.setInterval(MONTHS_A_YEAR * interval);
      }
      case RecurrencePattern.YearlyNth(int interval, var month, var days, WeekIndex index) -> {
        outlook.setRecurrenceType(OlRecurrenceType.olRecursYearNth);
        outlook.setMonthOfYear(month.getValue());
        outlook.setDayOfWeekMask(DaysOfWeek.mask(days));
        outlook.setInstance(instance(index));
        outlook.setInterval(MONTHS_A_YEAR * interval);
      }
      case RecurrencePattern.Regenerating(int interval, var unit) -> {
        outlook.setRecurrenceType(
            switch (unit) {
              case DAY -> OlRecurrenceType.olRecursDaily;
              case WEEK -> OlRecurrenceType.olRecursWeekly;
              case MONTH -> OlRecurrenceType.olRecursMonthly;
              case YEAR -> OlRecurrenceType.olRecursYearly;
            });
        outlook.setRegenerate(true);
        outlook.setInterval(
            unit == RecurrencePattern.Unit.YEAR ? MONTHS_A_YEAR * interval : interval);
      }
    }
  }

  private static int instance(WeekIndex index) {
    return switch (index) {
      case FIRST -> 1;
      case SECOND -> 2;
      case THIRD -> 3;
      case FOURTH -> 4;
      case LAST -> 5;
    };
  }

  /**
   * Deletes occurrences of a saved series, which is released and opened again by the caller before
   * it is changed any further: what was open before is out of date.
   *
   * @param series opened after it was saved
   * @param days original days in the series' zone
   * @param start of each occurrence there
   * @param session the zone of Outlook's session, in which occurrences are asked for
   * @return the days of which the series has no occurrence, or none any more
   */
  public static List<LocalDate> delete(
      AppointmentItem series,
      SortedSet<LocalDate> days,
      LocalTime start,
      ZoneId zone,
      ZoneId session) {
    List<LocalDate> missing = new ArrayList<>();
    try (org.tandemsync.outlook.model.RecurrencePattern outlook = series.getRecurrencePattern()) {
      for (LocalDate day : days) {
        LocalDateTime asked =
            day.atTime(start).atZone(zone).withZoneSameInstant(session).toLocalDateTime();
        try (AppointmentItem occurrence = outlook.getOccurrence(asked)) {
          occurrence.delete();
        } catch (AutomationException e) {
          if (!NOT_THERE.contains(e.result())) {
            throw e;
          }
          missing.add(day);
        }
      }
    }
    return missing;
  }

  private static final Set<HResult> NOT_THERE =
      Set.of(HResult.MAPI_E_NOT_FOUND, HResult.E_INVALIDARG, HResult.MAPI_E_OBJECT_DELETED);
}
