package org.tandemsync.items;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a series as Outlook computes them, in the zone of the series ([MS-OXOCAL], the
 * RecurrencePattern structure). Gregorian patterns only; a regenerating task has its start alone,
 * the others depend on when it is completed.
 */
public final class Occurrences {
  /** Outlook's calendar ends here. */
  private static final LocalDate HORIZON = LocalDate.of(4500, 8, 31);

  /** So many days, weeks, months or years from any start are behind it; and still a date. */
  private static final long BEYOND_HORIZON = 2_000_000;

  private final Recurrence recurrence;
  private final LocalDate start;
  private @Nullable LocalDate last;

  private Occurrences(Recurrence recurrence) {
    this.recurrence = recurrence;
    this.start = recurrence.start();
  }

  public static Occurrences of(Recurrence recurrence) {
    return new Occurrences(recurrence);
  }

  /** The dates that take place, in order: without the deleted ones. Endless for endless series. */
  public Stream<LocalDate> dates() {
    return all().filter(d -> !recurrence.deleted().contains(d));
  }

  /** Every date of the rule, deleted or not, in order. */
  public Stream<LocalDate> all() {
    long limit =
        recurrence.end() instanceof RecurrenceEnd.AfterCount(int count) ? count : Long.MAX_VALUE;
    return unending().takeWhile(d -> !d.isAfter(latest())).limit(limit);
  }

  /** Whether the rule has an occurrence on that day, deleted or not. */
  public boolean contains(LocalDate date) {
    if (date.isBefore(start) || date.isAfter(latest())) {
      return false;
    }
    if (recurrence.end() instanceof RecurrenceEnd.AfterCount
        && last().filter(l -> !date.isAfter(l)).isEmpty()) {
      return false;
    }
    long period = periodOf(date);
    return period >= 0 && datesOf(period).contains(date);
  }

  /** The first occurrence of the rule, if it has any. */
  public Optional<LocalDate> first() {
    return all().findFirst();
  }

  /** The last occurrence of the rule, deleted or not; empty if it has none or goes on for ever. */
  public Optional<LocalDate> last() {
    if (last == null) {
      last =
          switch (recurrence.end()) {
            case RecurrenceEnd.Never _ -> null;
            case RecurrenceEnd.AfterCount _ -> all().reduce((a, b) -> b).orElse(null);
            case RecurrenceEnd.ByDate(LocalDate date) -> lastNotAfter(date);
          };
    }
    return Optional.ofNullable(last);
  }

  private LocalDate latest() {
    return recurrence.end() instanceof RecurrenceEnd.ByDate(LocalDate date)
            && date.isBefore(HORIZON)
        ? date
        : HORIZON;
  }

  private @Nullable LocalDate lastNotAfter(LocalDate date) {
    for (long period = periodOf(date); period >= 0; period--) {
      List<LocalDate> dates = datesOf(period);
      for (int i = dates.size() - 1; i >= 0; i--) {
        if (!dates.get(i).isAfter(date) && !dates.get(i).isBefore(start)) {
          return dates.get(i);
        }
      }
    }
    return null;
  }

  private Stream<LocalDate> unending() {
    if (recurrence.pattern() instanceof RecurrencePattern.Regenerating) {
      return Stream.of(start);
    }
    Iterator<LocalDate> dates =
        new Iterator<>() {
          private long period = 0;
          private Iterator<LocalDate> within = datesOf(0).iterator();

          @Override
          public boolean hasNext() {
            while (!within.hasNext()) {
              within = datesOf(++period).iterator();
            }
            return true;
          }

          @Override
          public LocalDate next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return within.next();
          }
        };
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(dates, Spliterator.ORDERED), false)
        .filter(d -> !d.isBefore(start));
  }

  /** The period (of so many days, weeks, months, years from the start) that {@code date} is in. */
  private long periodOf(LocalDate date) {
    RecurrencePattern pattern = recurrence.pattern();
    long units =
        switch (pattern) {
          case RecurrencePattern.Daily _ -> ChronoUnit.DAYS.between(start, date);
          case RecurrencePattern.Weekly _ -> ChronoUnit.WEEKS.between(firstWeek(), weekOf(date));
          case RecurrencePattern.Monthly _ -> months(date);
          case RecurrencePattern.MonthlyNth _ -> months(date);
          case RecurrencePattern.Yearly _ -> (long) date.getYear() - start.getYear();
          case RecurrencePattern.YearlyNth _ -> (long) date.getYear() - start.getYear();
          case RecurrencePattern.Regenerating _ -> date.equals(start) ? 0 : -1;
        };
    return Math.floorDiv(units, (long) pattern.interval());
  }

  private long months(LocalDate date) {
    return ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(date));
  }

  private LocalDate firstWeek() {
    return weekOf(start);
  }

  private LocalDate weekOf(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(recurrence.firstDayOfWeek()));
  }

  /** The dates within one period, in order; in the first one also those before the start. */
  private List<LocalDate> datesOf(long period) {
    long units = Math.min(period * recurrence.pattern().interval(), BEYOND_HORIZON);
    return switch (recurrence.pattern()) {
      case RecurrencePattern.Daily _ -> List.of(start.plusDays(units));
      case RecurrencePattern.Weekly weekly ->
          within(firstWeek().plusWeeks(units), 7, weekly.days());
      case RecurrencePattern.Monthly monthly ->
          List.of(day(YearMonth.from(start).plusMonths(units), monthly.day()));
      case RecurrencePattern.MonthlyNth nth ->
          List.of(nth(YearMonth.from(start).plusMonths(units), nth.days(), nth.index()));
      case RecurrencePattern.Yearly yearly ->
          List.of(day(year(units).withMonth(yearly.month().getValue()), yearly.day()));
      case RecurrencePattern.YearlyNth nth ->
          List.of(nth(year(units).withMonth(nth.month().getValue()), nth.days(), nth.index()));
      case RecurrencePattern.Regenerating _ -> period == 0 ? List.of(start) : List.of();
    };
  }

  private YearMonth year(long units) {
    return YearMonth.from(start).plusYears(units);
  }

  private static LocalDate day(YearMonth month, int day) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }

  private static LocalDate nth(YearMonth month, Set<DayOfWeek> days, WeekIndex index) {
    List<LocalDate> dates = within(month.atDay(1), month.lengthOfMonth(), days);
    return switch (index) {
      case FIRST -> dates.get(0);
      case SECOND -> dates.get(1);
      case THIRD -> dates.get(2);
      case FOURTH -> dates.get(3);
      case LAST -> dates.getLast();
    };
  }

  private static List<LocalDate> within(LocalDate from, int length, Set<DayOfWeek> days) {
    List<LocalDate> dates = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      LocalDate date = from.plusDays(i);
      if (days.contains(date.getDayOfWeek())) {
        dates.add(date);
      }
    }
    return dates;
  }
}
