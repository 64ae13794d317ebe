package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tandemsync.items.RecurrenceEnd;

/**
 * The days of an RRULE (RFC 5545 3.3.10), for those that Outlook has no pattern for. Of each period
 * that the rule counts the days are taken that fit all of its parts.
 */
final class RuleDates {
  private static final Pattern DAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

  /** Above, a series of many years has next to no occurrence. */
  private static final int MOST_INTERVAL = 5000;

  private final RuleParts rule;
  private final LocalDate start;
  private final int interval;
  private final DayOfWeek weekStart;
  private final List<Predicate<LocalDate>> parts = new ArrayList<>();

  private RuleDates(RuleParts rule, LocalDate start, int interval) {
    this.rule = rule;
    this.start = start;
    this.interval = interval;
    DayOfWeek named = Weekdays.of(rule.get("WKST"));
    this.weekStart = named == null ? DayOfWeek.MONDAY : named;
  }

  /**
   * Days of a rule or of several.
   *
   * @param all in order, up to some horizon
   * @param complete whether there are none after them
   */
  record Days(SortedSet<LocalDate> all, boolean complete) {}

  /**
   * The days of the rule up to {@code horizon}; empty if the rule has parts that are not understood
   * or counts something else than days.
   *
   * @param start the date of DTSTART, which takes place also where the rule does not have it; a
   *     rule with COUNT is empty then: programs do not agree whether the start counts
   */
  static Optional<Days> of(RuleParts rule, LocalDate start, RecurrenceEnd end, LocalDate horizon) {
    return of(rule, start, end, horizon, false);
  }

  /**
   * As RFC 5545 wants it, and some programs do not do it: DTSTART is the first of COUNT, also where
   * the rule does not have it.
   */
  static Optional<Days> countedFromStart(
      RuleParts rule, LocalDate start, RecurrenceEnd end, LocalDate horizon) {
    return of(rule, start, end, horizon, true);
  }

  private static Optional<Days> of(
      RuleParts rule, LocalDate start, RecurrenceEnd end, LocalDate horizon, boolean startCounts) {
    List<Integer> interval = rule.numbers("INTERVAL").orElse(List.of(-1));
    int every = interval.isEmpty() ? 1 : Math.max(1, interval.getFirst());
    boolean odd = interval.size() > 1 || interval.contains(-1) || every > MOST_INTERVAL;
    boolean skips = rule.has("SKIP") && !rule.get("SKIP").equals("OMIT");
    RuleDates dates = new RuleDates(rule, start, every);
    return odd || skips || !RuleReader.isKnown(rule) || !dates.understands()
        ? Optional.empty()
        : dates.days(end, horizon, startCounts);
  }

  private Optional<Days> days(RecurrenceEnd end, LocalDate horizon, boolean startCounts) {
    TreeSet<LocalDate> days = new TreeSet<>(startCounts ? List.of(start) : List.of());
    List<Integer> positions = rule.numbers("BYSETPOS").orElse(List.of());
    int most = end instanceof RecurrenceEnd.AfterCount(int count) ? count : Integer.MAX_VALUE;
    LocalDate latest =
        end instanceof RecurrenceEnd.ByDate(LocalDate last) && last.isBefore(horizon)
            ? last
            : horizon;
    for (LocalDate period = first(); !period.isAfter(latest); period = next(period)) {
      List<LocalDate> set = fitting(period);
      for (int i = 0; i < set.size() && days.size() < most; i++) {
        LocalDate day = set.get(i);
        boolean placed =
            positions.isEmpty() || positions.contains(i + 1) || positions.contains(i - set.size());
        if (placed && !day.isBefore(start) && !day.isAfter(latest)) {
          days.add(day);
        }
      }
      if (days.size() == most) {
        break;
      }
    }
    if (!days.contains(start)) {
      if (end instanceof RecurrenceEnd.AfterCount) {
        return Optional.empty(); // programs do not agree whether it counts
      }
      days.add(start);
    }
    boolean complete = days.size() == most || latest.isBefore(horizon);
    return Optional.of(new Days(days, complete));
  }

  private LocalDate first() {
    return switch (rule.get("FREQ")) {
      case "YEARLY" -> start.withDayOfYear(1);
      case "MONTHLY" -> start.withDayOfMonth(1);
      case "WEEKLY" -> start.with(TemporalAdjusters.previousOrSame(weekStart));
      default -> start;
    };
  }

  private LocalDate next(LocalDate period) {
    return switch (rule.get("FREQ")) {
      case "YEARLY" -> period.plusYears(interval);
      case "MONTHLY" -> period.plusMonths(interval);
      case "WEEKLY" -> period.plusWeeks(interval);
      default -> period.plusDays(interval);
    };
  }

  private List<LocalDate> fitting(LocalDate period) {
    LocalDate after =
        switch (rule.get("FREQ")) {
          case "YEARLY" -> period.plusYears(1);
          case "MONTHLY" -> period.plusMonths(1);
          case "WEEKLY" -> period.plusWeeks(1);
          default -> period.plusDays(1);
        };
    Stream<LocalDate> days = period.datesUntil(after);
    for (Predicate<LocalDate> part : parts) {
      days = days.filter(part);
    }
    return days.toList();
  }

  /** Whether every part makes sense; each becomes a condition. */
  private boolean understands() {
    boolean yearly = rule.get("FREQ").equals("YEARLY");
    boolean monthly = rule.get("FREQ").equals("MONTHLY");
    boolean weekly = rule.get("FREQ").equals("WEEKLY");
    if (!yearly && !monthly && !weekly && !rule.get("FREQ").equals("DAILY")) {
      return false;
    }
    boolean out =
        (rule.has("BYWEEKNO") && !yearly)
            || (rule.has("BYYEARDAY") && !yearly)
            || (rule.has("BYMONTHDAY") && weekly);
    boolean numbers =
        within("BYMONTH", 1, 12, false)
            && within("BYWEEKNO", 2, 51, true) // others reach into another year
            && within("BYYEARDAY", 1, 366, true)
            && within("BYMONTHDAY", 1, 31, true)
            && within("BYSETPOS", 1, 366, true);
    if (out || !numbers || (rule.has("BYDAY") && !weekdays(yearly, monthly))) {
      return false;
    }
    numbered("BYMONTH", d -> List.of(d.getMonthValue()));
    numbered("BYMONTHDAY", d -> both(d.getDayOfMonth(), d.lengthOfMonth()));
    numbered("BYYEARDAY", d -> both(d.getDayOfYear(), d.lengthOfYear()));
    if (rule.has("BYWEEKNO")) {
      if (weekStart != DayOfWeek.MONDAY) {
        return false;
      }
      numbered(
          "BYWEEKNO",
          d ->
              both(
                  d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                  (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(d).getMaximum()));
    }
    fromStart(yearly, monthly, weekly);
    return true;
  }

  /** What the rule does not say is as in DTSTART. */
  private void fromStart(boolean yearly, boolean monthly, boolean weekly) {
    boolean day = rule.has("BYDAY") || rule.has("BYMONTHDAY") || rule.has("BYYEARDAY");
    if ((weekly || rule.has("BYWEEKNO")) && !day) {
      parts.add(d -> d.getDayOfWeek() == start.getDayOfWeek());
    } else if ((yearly || monthly) && !day) {
      parts.add(d -> d.getDayOfMonth() == start.getDayOfMonth());
      if (yearly && !rule.has("BYMONTH")) {
        parts.add(d -> d.getMonth() == start.getMonth());
      }
    }
  }

  private static List<Integer> both(int number, int count) {
    return List.of(number, number - count - 1);
  }

  private void numbered(String name, java.util.function.Function<LocalDate, List<Integer>> of) {
    if (rule.has(name)) {
      Set<Integer> wanted = new HashSet<>(rule.numbers(name).orElse(List.of()));
      parts.add(d -> of.apply(d).stream().anyMatch(wanted::contains));
    }
  }

  private boolean within(String name, int least, int most, boolean fromEnd) {
    if (!rule.has(name)) {
      return true;
    }
    List<Integer> numbers = rule.numbers(name).orElse(List.of());
    return !numbers.isEmpty()
        && numbers.stream()
            .map(n -> fromEnd ? Math.abs(n) : n)
            .allMatch(n -> n >= least && n <= most);
  }

  /** Days of the week, by their number in the month or the year if they have one. */
  private boolean weekdays(boolean yearly, boolean monthly) {
    List<Predicate<LocalDate>> any = new ArrayList<>();
    for (String name : rule.list("BYDAY")) {
      Matcher m = DAY.matcher(name.strip());
      DayOfWeek day = m.matches() ? Weekdays.of(m.group(2)) : null;
      int number = day == null || m.group(1) == null ? 0 : Integer.parseInt(plain(m.group(1)));
      boolean numbered = day != null && m.group(1) != null;
      if (day == null
          || (numbered && (number == 0 || !(yearly || monthly) || rule.has("BYWEEKNO")))) {
        return false;
      }
      boolean ofMonth = monthly || rule.has("BYMONTH");
      any.add(d -> d.getDayOfWeek() == day && (!numbered || isNumber(d, number, ofMonth)));
    }
    parts.add(d -> any.stream().anyMatch(p -> p.test(d)));
    return true;
  }

  private static String plain(String number) {
    return number.replace("+", "");
  }

  private static boolean isNumber(LocalDate date, int number, boolean ofMonth) {
    int day = ofMonth ? date.getDayOfMonth() : date.getDayOfYear();
    int length = ofMonth ? YearMonth.from(date).lengthOfMonth() : date.lengthOfYear();
    return number > 0 ? (day - 1) / 7 + 1 == number : (length - day) / 7 + 1 == -number;
  }
}
