package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.WeekIndex;

/**
 * Days that Outlook has no pattern for, shown as a pattern with more days of which the surplus is
 * deleted: "every 31st" as the last day of every month without those of short months. The rule of
 * the server stays as it is.
 */
final class NearRule {
  /** Outlook keeps a list of them in every series. */
  private static final int MOST_DELETED = 1000;

  /** As long as anybody plans; not counted from today, as an item must read the same every day. */
  private static final LocalDate HORIZON = LocalDate.of(2059, 12, 31);

  private static final int MOST_YEARS = 20;
  private static final int MOST_YEARS_BACK = 100;

  /** What would end sooner is better not shown as a series. */
  private static final int LEAST_YEARS = 10;

  private final RuleDates.Days days;
  private final LocalDate start;
  private final DayOfWeek firstDay;

  private NearRule(RuleDates.Days days, LocalDate start, DayOfWeek firstDay) {
    this.days = days;
    this.start = start;
    this.firstDay = firstDay;
  }

  /**
   * The series that has the same occurrences.
   *
   * @param cut whether the rule goes on when the series ends
   */
  record Shown(Recurrence recurrence, boolean cut) {
    private boolean isBetterThan(@Nullable Shown other) {
      if (other == null || cut != other.cut) {
        return other == null || !cut;
      }
      int longer = last(this).compareTo(last(other));
      return longer > 0
          || (longer == 0 && recurrence.deleted().size() < other.recurrence.deleted().size());
    }

    private static LocalDate last(Shown shown) {
      return shown.recurrence.end() instanceof RecurrenceEnd.ByDate(LocalDate date)
          ? date
          : LocalDate.MAX;
    }
  }

  /** Up to when days are looked at. */
  static LocalDate horizon(LocalDate start) {
    LocalDate least = start.plusYears(MOST_YEARS);
    LocalDate most = start.plusYears(MOST_YEARS_BACK);
    LocalDate usual = HORIZON.isAfter(most) ? most : HORIZON;
    return least.isAfter(usual) ? least : usual;
  }

  /**
   * The pattern with the fewest deleted days.
   *
   * @param days up to {@link #horizon}
   * @param start the date of DTSTART in its own form
   */
  static Optional<Shown> of(RuleDates.Days days, LocalDate start, DayOfWeek firstDay) {
    if (days.all().isEmpty()) {
      return Optional.empty();
    }
    NearRule near = new NearRule(days, start, firstDay);
    Shown best = null;
    for (RecurrencePattern pattern : near.patterns()) {
      Shown shown = near.shown(pattern);
      if (shown != null && shown.isBetterThan(best)) {
        best = shown;
      }
    }
    return Optional.ofNullable(best);
  }

  private @Nullable Shown shown(RecurrencePattern pattern) {
    Recurrence endless =
        Recurrence.of(pattern, start, RecurrenceEnd.NEVER).withFirstDayOfWeek(firstDay);
    LocalDate end = days.all().last();
    TreeSet<LocalDate> surplus = new TreeSet<>();
    LocalDate last = start;
    int count = 0;
    boolean cut = !days.complete();
    for (LocalDate date : (Iterable<LocalDate>) Occurrences.of(endless).all()::iterator) {
      if (date.isAfter(end)) {
        break;
      }
      if (surplus.size() == MOST_DELETED) {
        cut = true;
        break;
      }
      if (days.all().contains(date)) {
        last = date;
        count++;
      } else {
        surplus.add(date);
      }
    }
    cut |= count < days.all().size(); // those after the last one are no days of the pattern
    boolean allThere = days.all().headSet(last.plusDays(1)).size() == count && count > 0;
    boolean tooShort = cut && last.isBefore(start.plusYears(LEAST_YEARS));
    return !allThere || tooShort || !Occurrences.of(endless).contains(start)
        ? null
        : new Shown(
            endless.withEnd(new RecurrenceEnd.ByDate(last)).withDeleted(surplus.headSet(last)),
            cut);
  }

  /** Patterns that may have all of the days; the sparse ones first. */
  private List<RecurrencePattern> patterns() {
    List<RecurrencePattern> patterns = new ArrayList<>();
    SortedSet<LocalDate> all = new TreeSet<>(days.all());
    all.add(start);
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    Set<Month> months = EnumSet.noneOf(Month.class);
    int dayOfMonth = 1;
    for (LocalDate date : all) {
      weekdays.add(date.getDayOfWeek());
      months.add(date.getMonth());
      dayOfMonth = Math.max(dayOfMonth, date.getDayOfMonth());
    }
    Month month = start.getMonth();
    int years = every(all, ChronoUnit.YEARS);
    if (months.size() == 1) {
      patterns.add(new RecurrencePattern.Yearly(years, month, dayOfMonth));
      for (WeekIndex index : WeekIndex.values()) {
        patterns.add(new RecurrencePattern.YearlyNth(years, month, weekdays, index));
      }
    }
    int everyMonths = every(all, ChronoUnit.MONTHS);
    patterns.add(new RecurrencePattern.Monthly(everyMonths, dayOfMonth));
    for (WeekIndex index : WeekIndex.values()) {
      patterns.add(new RecurrencePattern.MonthlyNth(everyMonths, weekdays, index));
    }
    int everyWeeks = every(all, ChronoUnit.WEEKS);
    if (everyWeeks > 1 || weekdays.size() < DayOfWeek.values().length) {
      patterns.add(new RecurrencePattern.Weekly(everyWeeks, weekdays));
    }
    patterns.add(new RecurrencePattern.Daily(every(all, ChronoUnit.DAYS)));
    return patterns;
  }

  /** The greatest step in which all days follow each other. */
  private int every(SortedSet<LocalDate> all, ChronoUnit unit) {
    long step = 0;
    for (LocalDate date : all) {
      long distance =
          switch (unit) {
            case YEARS -> (long) date.getYear() - start.getYear();
            case MONTHS -> ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(date));
            case WEEKS -> ChronoUnit.WEEKS.between(week(start), week(date));
            default -> ChronoUnit.DAYS.between(start, date);
          };
      for (long rest = distance; rest != 0; ) { // Euclid
        long next = step % rest;
        step = rest;
        rest = next;
      }
    }
    int most = unit == ChronoUnit.DAYS ? RuleReader.MOST_DAYS : RuleReader.MOST_OTHERS;
    return step == 0 || step > most ? 1 : (int) step;
  }

  private LocalDate week(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(firstDay));
  }
}
