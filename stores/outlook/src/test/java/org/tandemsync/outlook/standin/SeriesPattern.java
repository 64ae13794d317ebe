package org.tandemsync.outlook.standin;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.EnumSet;
import java.util.Set;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.outlook.model.OlRecurrenceType;

/** A recurrence pattern as it is kept: wall clock of the series' zone. */
final class SeriesPattern {
  OlRecurrenceType type = OlRecurrenceType.olRecursWeekly;
  int interval;
  int dayOfMonth;
  int dayOfWeekMask;
  int instance;
  int monthOfYear;
  int occurrences;
  boolean noEndDate;
  boolean byCount;
  boolean regenerate;

  /** The object model has none: of the file that was opened, or of Outlook's settings. */
  DayOfWeek firstDayOfWeek = DayOfWeek.MONDAY;

  LocalDate start;
  LocalDate end;
  LocalTime startTime;
  int duration;

  /** What Outlook begins with: every week on the day of the item. */
  SeriesPattern(LocalDateTime itemStart, int duration) {
    this.start = itemStart.toLocalDate();
    this.end = start;
    this.startTime = itemStart.toLocalTime();
    this.duration = duration;
    reset(OlRecurrenceType.olRecursWeekly);
  }

  SeriesPattern copy() {
    SeriesPattern copy = new SeriesPattern(start.atTime(startTime), duration);
    copy.type = type;
    copy.interval = interval;
    copy.dayOfMonth = dayOfMonth;
    copy.dayOfWeekMask = dayOfWeekMask;
    copy.instance = instance;
    copy.monthOfYear = monthOfYear;
    copy.occurrences = occurrences;
    copy.noEndDate = noEndDate;
    copy.byCount = byCount;
    copy.regenerate = regenerate;
    copy.firstDayOfWeek = firstDayOfWeek;
    copy.end = end;
    return copy;
  }

  /** A new type sets all but the start anew. */
  void reset(OlRecurrenceType wanted) {
    type = wanted;
    interval = yearly() ? 12 : 1;
    dayOfMonth = start.getDayOfMonth();
    dayOfWeekMask = 1 << (start.getDayOfWeek().getValue() % 7);
    instance = Math.min(5, (start.getDayOfMonth() - 1) / 7 + 1);
    monthOfYear = start.getMonthValue();
    noEndDate = true;
    byCount = false;
    occurrences = 0;
    regenerate = false;
  }

  /** Intervals of these are counted in months, as MAPI does. */
  boolean yearly() {
    return type == OlRecurrenceType.olRecursYearly || type == OlRecurrenceType.olRecursYearNth;
  }

  private Set<DayOfWeek> days() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if ((dayOfWeekMask & 1 << (day.getValue() % 7)) != 0) {
        days.add(day);
      }
    }
    return days;
  }

  private RecurrencePattern pattern() {
    if (regenerate) {
      return new RecurrencePattern.Regenerating(
          yearly() ? interval / 12 : interval,
          switch (type) {
            case olRecursDaily -> RecurrencePattern.Unit.DAY;
            case olRecursWeekly -> RecurrencePattern.Unit.WEEK;
            case olRecursMonthly, olRecursMonthNth -> RecurrencePattern.Unit.MONTH;
            case olRecursYearly, olRecursYearNth -> RecurrencePattern.Unit.YEAR;
          });
    }
    WeekIndex index = WeekIndex.values()[instance - 1];
    return switch (type) {
      case olRecursDaily -> new RecurrencePattern.Daily(interval);
      case olRecursWeekly -> new RecurrencePattern.Weekly(interval, days());
      case olRecursMonthly -> new RecurrencePattern.Monthly(interval, dayOfMonth);
      case olRecursMonthNth -> new RecurrencePattern.MonthlyNth(interval, days(), index);
      case olRecursYearly ->
          new RecurrencePattern.Yearly(interval / 12, Month.of(monthOfYear), dayOfMonth);
      case olRecursYearNth ->
          new RecurrencePattern.YearlyNth(interval / 12, Month.of(monthOfYear), days(), index);
    };
  }

  private Occurrences dates() {
    return Occurrences.of(recurrence(Set.of()));
  }

  /** The rule; Outlook's weeks begin as its settings say, here on Monday. */
  Recurrence recurrence(Set<LocalDate> deleted) {
    RecurrenceEnd until =
        noEndDate
            ? RecurrenceEnd.NEVER
            : byCount ? new RecurrenceEnd.AfterCount(occurrences) : new RecurrenceEnd.ByDate(end);
    return Recurrence.of(pattern(), start, until)
        .withFirstDayOfWeek(firstDayOfWeek)
        .withDeleted(deleted);
  }

  /** Original starts of the occurrences within two years of a day. */
  java.util.stream.Stream<LocalDateTime> around(LocalDate day) {
    return dates()
        .all()
        .dropWhile(d -> d.isBefore(day.minusYears(2)))
        .takeWhile(d -> d.isBefore(day.plusYears(2)))
        .map(d -> d.atTime(startTime));
  }

  /** Whether the pattern has an occurrence then, also if it was changed or deleted. */
  boolean has(LocalDateTime when) {
    return when.toLocalTime().equals(startTime) && dates().contains(when.toLocalDate());
  }

  LocalDateTime first() {
    return dates().first().orElse(start).atTime(startTime);
  }

  LocalDate last() {
    return noEndDate ? LocalDate.of(4500, 8, 31) : dates().last().orElse(start);
  }

  int count() {
    return noEndDate ? 0 : (int) dates().all().count();
  }

  Duration length() {
    return Duration.ofMinutes(duration);
  }
}
