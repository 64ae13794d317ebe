package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.WeekIndex;

/**
 * A rule that Outlook has no pattern for, shown as a pattern with more days of which the surplus is
 * deleted: "every 31st" as the last day of every month without those of short months. The rule of
 * the server stays as it is.
 */
final class NearRule {
  /** Outlook keeps a list of them in every series. */
  private static final int MOST_DELETED = 1000;

  /** As long as anybody plans; not counted from today, as an item must read the same every day. */
  private static final LocalDate HORIZON = LocalDate.of(2059, 12, 31);

  private static final int MOST_YEARS = 20;

  /** What would end sooner is better not shown as a series. */
  private static final int LEAST_YEARS = 10;

  private static final Pattern NUMBERED = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

  private final RuleParts rule;
  private final LocalDate start;

  private NearRule(RuleParts rule, LocalDate start) {
    this.rule = rule;
    this.start = start;
  }

  /**
   * The series that has the same occurrences.
   *
   * @param cut whether the rule goes on when the series ends
   */
  record Shown(Recurrence recurrence, boolean cut) {}

  private record Near(RecurrencePattern pattern, Predicate<LocalDate> takesPlace) {}

  /**
   * @param start the date of DTSTART in its own form
   * @param end as the rule says it
   */
  static Optional<Shown> read(RuleParts rule, LocalDate start, RecurrenceEnd end) {
    Near near = RuleReader.isKnown(rule) ? new NearRule(rule, start).near() : null;
    if (near == null || !near.takesPlace.test(start)) {
      return Optional.empty();
    }
    Recurrence endless = Recurrence.of(near.pattern, start, RecurrenceEnd.NEVER);
    return Occurrences.of(endless).contains(start)
        ? shown(endless, near.takesPlace, end)
        : Optional.empty();
  }

  private static Optional<Shown> shown(
      Recurrence endless, Predicate<LocalDate> takesPlace, RecurrenceEnd end) {
    TreeSet<LocalDate> surplus = new TreeSet<>();
    LocalDate last = endless.start();
    int count = 0;
    boolean cut = true;
    LocalDate start = endless.start();
    LocalDate horizon =
        start.plusYears(MOST_YEARS).isAfter(HORIZON) ? start.plusYears(MOST_YEARS) : HORIZON;
    for (LocalDate date : (Iterable<LocalDate>) Occurrences.of(endless).all()::iterator) {
      boolean over =
          switch (end) {
            case RecurrenceEnd.Never _ -> false;
            case RecurrenceEnd.AfterCount(int wanted) -> count == wanted;
            case RecurrenceEnd.ByDate(LocalDate latest) -> date.isAfter(latest);
          };
      if (over || date.isAfter(horizon) || surplus.size() == MOST_DELETED) {
        cut = !over;
        break;
      }
      if (takesPlace.test(date)) {
        last = date;
        count++;
      } else {
        surplus.add(date);
      }
    }
    if (cut && last.isBefore(start.plusYears(LEAST_YEARS))) {
      return Optional.empty();
    }
    return Optional.of(
        new Shown(
            endless.withEnd(new RecurrenceEnd.ByDate(last)).withDeleted(surplus.headSet(last)),
            cut));
  }

  private @Nullable Near near() {
    Near near =
        switch (rule.get("FREQ")) {
          case "DAILY", "WEEKLY" -> rule.has("BYMONTH") ? exact(rule) : null;
          case "MONTHLY" -> monthly(rule);
          case "YEARLY" -> yearly();
          default -> null;
        };
    List<Integer> months = rule.numbers("BYMONTH").orElse(List.of());
    return near == null || !rule.has("BYMONTH")
        ? near
        : new Near(near.pattern, near.takesPlace.and(d -> months.contains(d.getMonthValue())));
  }

  /** A rule that is one of Outlook's but for its months. */
  private @Nullable Near exact(RuleParts of) {
    RuleParts everyMonth = RuleParts.parse(of.text()).remove("BYMONTH");
    return RuleReader.pattern(everyMonth, start).map(p -> new Near(p, d -> true)).orElse(null);
  }

  private @Nullable Near yearly() {
    boolean leapDay = start.getMonthValue() == 2 && start.getDayOfMonth() == 29;
    List<Integer> months = rule.numbers("BYMONTH").orElse(List.of());
    List<Integer> days = rule.numbers("BYMONTHDAY").orElse(List.of());
    boolean plain = !rule.has("BYDAY") && !rule.has("BYSETPOS");
    if (leapDay
        && plain
        && (months.isEmpty() || months.equals(List.of(2)))
        && (days.isEmpty() ? !rule.has("BYMONTHDAY") : days.equals(List.of(29)))) {
      return new Near(
          new RecurrencePattern.Yearly(interval(), start.getMonth(), 29),
          d -> d.getDayOfMonth() == 29);
    }
    return rule.has("BYMONTH") && interval() == 1
        ? monthly(RuleParts.parse(rule.text()).set("FREQ", "MONTHLY"))
        : null;
  }

  private int interval() {
    return rule.numbers("INTERVAL").orElse(List.of()).stream()
        .findFirst()
        .map(n -> Math.max(1, n))
        .orElse(1);
  }

  private @Nullable Near monthly(RuleParts monthly) {
    Near exact = rule.has("BYMONTH") ? exact(monthly) : null;
    if (exact != null) {
      return exact;
    }
    return rule.has("BYDAY") ? weekdays() : dayOfMonth();
  }

  /** The 29th, 30th or 31st, which shorter months do not have. */
  private @Nullable Near dayOfMonth() {
    List<Integer> days =
        rule.has("BYMONTHDAY")
            ? rule.numbers("BYMONTHDAY").orElse(List.of())
            : List.of(start.getDayOfMonth());
    if (rule.has("BYSETPOS") || days.size() != 1 || days.getFirst() < 29 || days.getFirst() > 31) {
      return null;
    }
    int day = days.getFirst();
    return new Near(new RecurrencePattern.Monthly(interval(), day), d -> d.getDayOfMonth() == day);
  }

  /** Days of the week that are told by their number in the month, their position or their date. */
  private @Nullable Near weekdays() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Set<String> numbered = new HashSet<>();
    for (String name : rule.list("BYDAY")) {
      Matcher m = NUMBERED.matcher(name.strip());
      DayOfWeek day = m.matches() ? Weekdays.of(m.group(2)) : null;
      if (day == null) {
        return null;
      }
      days.add(day);
      if (m.group(1) != null) {
        numbered.add(Integer.parseInt(m.group(1).replace("+", "")) + m.group(2));
      }
    }
    boolean numbers = !numbered.isEmpty();
    if (numbers
        && (numbered.size() < rule.list("BYDAY").size()
            || rule.has("BYSETPOS")
            || rule.has("BYMONTHDAY"))) {
      return null;
    }
    Predicate<LocalDate> takesPlace = numbers ? d -> isNumbered(d, numbered) : told(days);
    if (takesPlace == null) {
      return null;
    }
    if (numbered.size() == 1 && numbered.iterator().next().startsWith("5")) {
      return new Near(
          new RecurrencePattern.MonthlyNth(interval(), days, WeekIndex.LAST), takesPlace);
    }
    return interval() == 1 ? new Near(new RecurrencePattern.Weekly(1, days), takesPlace) : null;
  }

  private static boolean isNumbered(LocalDate date, Set<String> numbered) {
    String name = Weekdays.name(date.getDayOfWeek());
    int fromStart = (date.getDayOfMonth() - 1) / 7 + 1;
    int fromEnd = -((date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1);
    return numbered.contains(fromStart + name) || numbered.contains(fromEnd + name);
  }

  /** By BYMONTHDAY or by BYSETPOS, if it is one of them and it can be read. */
  private @Nullable Predicate<LocalDate> told(Set<DayOfWeek> days) {
    List<Integer> dates = rule.numbers("BYMONTHDAY").orElse(List.of());
    List<Integer> positions = rule.numbers("BYSETPOS").orElse(List.of());
    if (dates.isEmpty() == positions.isEmpty()) {
      return null;
    }
    return positions.isEmpty()
        ? d ->
            dates.contains(d.getDayOfMonth())
                || dates.contains(d.getDayOfMonth() - d.lengthOfMonth() - 1)
        : d -> positions.contains(position(d, days)) || positions.contains(fromEnd(d, days));
  }

  private static int position(LocalDate date, Set<DayOfWeek> days) {
    return (int)
        date.withDayOfMonth(1)
            .datesUntil(date.plusDays(1))
            .filter(d -> days.contains(d.getDayOfWeek()))
            .count();
  }

  private static int fromEnd(LocalDate date, Set<DayOfWeek> days) {
    return -(int)
        date.datesUntil(date.withDayOfMonth(1).plusMonths(1))
            .filter(d -> days.contains(d.getDayOfWeek()))
            .count();
  }
}
