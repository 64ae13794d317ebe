package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.RecurrencePattern.Daily;
import org.tandemsync.items.RecurrencePattern.Monthly;
import org.tandemsync.items.RecurrencePattern.MonthlyNth;
import org.tandemsync.items.RecurrencePattern.Weekly;
import org.tandemsync.items.RecurrencePattern.Yearly;
import org.tandemsync.items.RecurrencePattern.YearlyNth;
import org.tandemsync.items.WeekIndex;

/**
 * The Outlook pattern that has the same days as an RRULE, if there is one. Outlook takes the last
 * day of shorter months where RFC 5545 skips them, so {@code BYMONTHDAY=31} has none.
 */
final class RuleReader {
  private static final Pattern DAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
  private static final Set<String> KNOWN =
      Set.of(
          "FREQ",
          "INTERVAL",
          "COUNT",
          "UNTIL",
          "WKST",
          "BYDAY",
          "BYMONTHDAY",
          "BYMONTH",
          "BYSETPOS",
          "BYWEEKNO",
          "BYYEARDAY",
          "BYHOUR",
          "BYMINUTE",
          "BYSECOND",
          "RSCALE",
          "SKIP");

  /** The greatest intervals that Outlook takes: of days, and of weeks, months and years. */
  static final int MOST_DAYS = 999;

  static final int MOST_OTHERS = 99;

  private final RuleParts rule;
  private final LocalDate start;
  private final int interval;

  private RuleReader(RuleParts rule, LocalDate start, int interval) {
    this.rule = rule;
    this.start = start;
    this.interval = interval;
  }

  /**
   * @param start the date of DTSTART in its own form
   */
  static Optional<RecurrencePattern> pattern(RuleParts rule, LocalDate start) {
    int interval = 1;
    if (rule.has("INTERVAL")) {
      List<Integer> numbers = rule.numbers("INTERVAL").orElse(List.of());
      if (numbers.size() != 1 || numbers.getFirst() < 0) {
        return Optional.empty();
      }
      interval = Math.max(1, numbers.getFirst()); // INTERVAL=0 is Outlook's own slip for 1
    }
    int most = rule.get("FREQ").equals("DAILY") ? MOST_DAYS : MOST_OTHERS;
    boolean whole = !rule.has("BYWEEKNO") && !rule.has("BYYEARDAY") && interval <= most;
    return whole && isKnown(rule)
        ? Optional.ofNullable(new RuleReader(rule, start, interval).pattern())
        : Optional.empty();
  }

  /** Whether it has only parts whose meaning is known, in the calendar of all of us. */
  static boolean isKnown(RuleParts rule) {
    for (String name : rule.names()) {
      if (!KNOWN.contains(name)) {
        return false;
      }
    }
    return !rule.has("RSCALE") || rule.get("RSCALE").equals("GREGORIAN");
  }

  private @Nullable RecurrencePattern pattern() {
    return switch (rule.get("FREQ")) {
      case "DAILY" -> daily();
      case "WEEKLY" -> weekly();
      case "MONTHLY" -> monthly();
      case "YEARLY" -> yearly();
      default -> null;
    };
  }

  private boolean hasAny(String... names) {
    for (String name : names) {
      if (rule.has(name)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable RecurrencePattern daily() {
    if (hasAny("BYMONTHDAY", "BYMONTH", "BYSETPOS")) {
      return null;
    }
    if (!rule.has("BYDAY")) {
      return new Daily(interval);
    }
    Set<DayOfWeek> days = plainDays();
    return days == null || interval > 1 ? null : new Weekly(1, days);
  }

  private @Nullable RecurrencePattern weekly() {
    if (hasAny("BYMONTHDAY", "BYMONTH", "BYSETPOS")) {
      return null;
    }
    Set<DayOfWeek> days = rule.has("BYDAY") ? plainDays() : EnumSet.of(start.getDayOfWeek());
    return days == null ? null : new Weekly(interval, days);
  }

  private @Nullable RecurrencePattern monthly() {
    if (rule.has("BYMONTH")) {
      return null;
    }
    if (rule.has("BYDAY")) {
      return rule.has("BYMONTHDAY") ? null : monthlyNth();
    }
    Integer day = monthDay();
    return day == null ? null : new Monthly(interval, day);
  }

  private @Nullable RecurrencePattern monthlyNth() {
    Nth nth = nth();
    if (nth != null) {
      return new MonthlyNth(interval, nth.days, nth.index);
    }
    Set<DayOfWeek> days = plainDays();
    return days != null && interval == 1 && !rule.has("BYSETPOS") ? new Weekly(1, days) : null;
  }

  private @Nullable RecurrencePattern yearly() {
    List<Integer> months = months();
    if (rule.has("BYDAY")) {
      Nth nth = months.size() == 1 && !rule.has("BYMONTHDAY") ? nth() : null;
      return nth == null
          ? null
          : new YearlyNth(interval, Month.of(months.getFirst()), nth.days, nth.index);
    }
    if (!rule.has("BYMONTH") && rule.has("BYMONTHDAY")) {
      return null; // that day of every month
    }
    if (months.isEmpty()) {
      months = List.of(start.getMonthValue());
    }
    boolean fromStart = months.contains(start.getMonthValue()); // Outlook counts months from it
    if (months.size() > 1 && interval == 1 && fromStart && areEvenlySpaced(months)) {
      Integer day = monthDay();
      return day == null ? null : new Monthly(12 / months.size(), day);
    }
    return months.size() == 1 ? yearlyDate(Month.of(months.getFirst())) : null;
  }

  /** Every second month, every quarter, every half year. */
  private static boolean areEvenlySpaced(List<Integer> months) {
    List<Integer> sorted = months.stream().sorted().toList();
    int step = 12 / sorted.size();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i) - sorted.get(i - 1) != step) {
        return false;
      }
    }
    return 12 % sorted.size() == 0;
  }

  private @Nullable RecurrencePattern yearlyDate(Month month) {
    List<Integer> days = rule.numbers("BYMONTHDAY").orElse(List.of());
    if (rule.has("BYSETPOS") || days.size() > 1) {
      return null;
    }
    int day = rule.has("BYMONTHDAY") && !days.isEmpty() ? days.getFirst() : start.getDayOfMonth();
    if (day == -1) {
      return new Yearly(interval, month, month.maxLength());
    }
    boolean inEveryYear = day <= month.minLength() || (isBackward() && day <= month.maxLength());
    return day >= 1 && inEveryYear ? new Yearly(interval, month, day) : null;
  }

  /** The months of the rule; values that are no month are ignored, as Outlook does. */
  private List<Integer> months() {
    return rule.numbers("BYMONTH").orElse(List.of()).stream()
        .filter(m -> m >= 1 && m <= 12)
        .distinct()
        .toList();
  }

  /** Outlook's day of the month, or null. */
  private @Nullable Integer monthDay() {
    List<Integer> days =
        rule.has("BYMONTHDAY")
            ? rule.numbers("BYMONTHDAY").orElse(List.of()).stream().sorted().toList()
            : List.of(start.getDayOfMonth());
    if (rule.has("BYSETPOS")) {
      boolean last = rule.get("BYSETPOS").equals("-1");
      for (int day = 29; last && day <= 31; day++) {
        if (days.equals(java.util.stream.IntStream.rangeClosed(28, day).boxed().toList())) {
          return day;
        }
      }
      return null;
    }
    if (days.equals(List.of(-1))) {
      return 31;
    }
    return days.size() == 1 && days.getFirst() >= 1 && days.getFirst() <= (isBackward() ? 31 : 28)
        ? days.getFirst()
        : null;
  }

  /** Whether a day that a month lacks is its last one, as in Outlook (RFC 7529). */
  private boolean isBackward() {
    return rule.has("RSCALE") && rule.get("SKIP").equals("BACKWARD");
  }

  private record Nth(Set<DayOfWeek> days, WeekIndex index) {}

  /** {@code BYDAY=2TU}, or plain days with one BYSETPOS; or null. */
  private @Nullable Nth nth() {
    List<String> written = rule.list("BYDAY");
    Matcher single = DAY.matcher(written.size() == 1 ? written.getFirst() : "");
    if (single.matches() && single.group(1) != null) {
      WeekIndex index = index(Integer.parseInt(single.group(1).replace("+", "")));
      boolean alone = !rule.has("BYSETPOS") || rule.get("BYSETPOS").equals("1");
      DayOfWeek day = Weekdays.of(single.group(2));
      return index == null || day == null || !alone ? null : new Nth(EnumSet.of(day), index);
    }
    Set<DayOfWeek> days = plainDays();
    List<Integer> positions = rule.numbers("BYSETPOS").orElse(List.of());
    WeekIndex index = positions.size() == 1 ? index(positions.getFirst()) : null;
    return days == null || index == null ? null : new Nth(days, index);
  }

  private static @Nullable WeekIndex index(int position) {
    return switch (position) {
      case 1 -> WeekIndex.FIRST;
      case 2 -> WeekIndex.SECOND;
      case 3 -> WeekIndex.THIRD;
      case 4 -> WeekIndex.FOURTH;
      case -1 -> WeekIndex.LAST;
      default -> null;
    };
  }

  /** The days of BYDAY, or null if one has a number or is none. */
  private @Nullable Set<DayOfWeek> plainDays() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String name : rule.list("BYDAY")) {
      DayOfWeek day = Weekdays.of(name.strip());
      if (day == null) {
        return null;
      }
      days.add(day);
    }
    return days.isEmpty() ? null : days;
  }
}
