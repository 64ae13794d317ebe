package org.tandemsync.items;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.RecurrencePattern.Daily;
import org.tandemsync.items.RecurrencePattern.Monthly;
import org.tandemsync.items.RecurrencePattern.MonthlyNth;
import org.tandemsync.items.RecurrencePattern.Weekly;
import org.tandemsync.items.RecurrencePattern.Yearly;
import org.tandemsync.items.RecurrencePattern.YearlyNth;

class OccurrencesTest {

  private static List<LocalDate> dates(RecurrencePattern pattern, String start, int count) {
    return Occurrences.of(
            Recurrence.of(pattern, LocalDate.parse(start), new RecurrenceEnd.AfterCount(count)))
        .dates()
        .toList();
  }

  private static List<LocalDate> days(String... days) {
    return List.of(days).stream().map(LocalDate::parse).toList();
  }

  @Test
  void daysThatAMonthDoesNotHaveAreItsLast() {
    assertThat(dates(new Monthly(1, 31), "2024-01-31", 4))
        .isEqualTo(days("2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"));
    assertThat(dates(new Monthly(2, 30), "2023-12-30", 3))
        .isEqualTo(days("2023-12-30", "2024-02-29", "2024-04-30"));
    assertThat(dates(new Yearly(1, Month.FEBRUARY, 29), "2023-02-28", 3))
        .isEqualTo(days("2023-02-28", "2024-02-29", "2025-02-28"));
  }

  @Test
  void theFirstDayOfTheWeekDecidesWhichWeeksAreSkipped() {
    Weekly everyOtherWeek = new Weekly(2, Set.of(SUNDAY, MONDAY));
    LocalDate start = LocalDate.of(2024, 6, 10); // a Monday
    Recurrence monday = Recurrence.of(everyOtherWeek, start, new RecurrenceEnd.AfterCount(4));
    assertThat(Occurrences.of(monday).dates().toList())
        .isEqualTo(days("2024-06-10", "2024-06-16", "2024-06-24", "2024-06-30"));
    assertThat(Occurrences.of(monday.withFirstDayOfWeek(SUNDAY)).dates().toList())
        .isEqualTo(days("2024-06-10", "2024-06-23", "2024-06-24", "2024-07-07"));
  }

  @Test
  void deletedOccurrencesCountButDoNotTakePlace() {
    Recurrence rule =
        Recurrence.of(new Daily(1), LocalDate.of(2024, 6, 10), new RecurrenceEnd.AfterCount(3))
            .withDeleted(days("2024-06-11"));
    Occurrences occurrences = Occurrences.of(rule);
    assertThat(occurrences.dates().toList()).isEqualTo(days("2024-06-10", "2024-06-12"));
    assertThat(occurrences.contains(LocalDate.of(2024, 6, 11))).isTrue();
    assertThat(occurrences.contains(LocalDate.of(2024, 6, 13))).isFalse();
    assertThat(occurrences.last()).contains(LocalDate.of(2024, 6, 12));
  }

  @Test
  void datesOfEndAreTheSameWhenTheLastOccurrenceIs() {
    LocalDate start = LocalDate.of(2024, 6, 10);
    Weekly mondays = new Weekly(1, Set.of(MONDAY));
    Recurrence a = Recurrence.of(mondays, start, new RecurrenceEnd.ByDate(start.plusDays(14)));
    Recurrence b = Recurrence.of(mondays, start, new RecurrenceEnd.ByDate(start.plusDays(20)));
    Recurrence c = Recurrence.of(mondays, start, new RecurrenceEnd.ByDate(start.plusDays(21)));
    assertThat(a.sameAs(b)).isTrue();
    assertThat(a.sameAs(c)).isFalse();
    assertThat(a.sameAs(Recurrence.of(mondays, start, RecurrenceEnd.NEVER))).isFalse();
  }

  @Test
  void anEndlessSeriesEndsWithOutlooksCalendar() {
    Recurrence daily = Recurrence.of(new Daily(1), LocalDate.of(2024, 6, 10), RecurrenceEnd.NEVER);
    assertThat(Occurrences.of(daily).last()).isEmpty();
    assertThat(Occurrences.of(daily).all().reduce((a, b) -> b)).contains(LocalDate.of(4500, 8, 31));
  }

  /** lib-recur expands the rule that RFC 5545 has for the pattern; the dates must be ours. */
  @Property(tries = 400)
  void agreesWithTheRuleOfRfc5545(@ForAll("series") Recurrence series)
      throws InvalidRecurrenceRuleException {
    List<LocalDate> expected = new ArrayList<>();
    RecurrenceRuleIterator it =
        new RecurrenceRule(rule(series))
            .iterator(
                new DateTime(
                    series.start().getYear(),
                    series.start().getMonthValue() - 1,
                    series.start().getDayOfMonth()));
    while (it.hasNext() && expected.size() < 60) {
      DateTime d = it.nextDateTime();
      expected.add(LocalDate.of(d.getYear(), d.getMonth() + 1, d.getDayOfMonth()));
    }
    Occurrences occurrences = Occurrences.of(series);
    assertThat(occurrences.all().limit(60).toList()).as(rule(series)).isEqualTo(expected);
    if (expected.size() < 60) {
      assertThat(occurrences.last()).contains(expected.getLast());
    }
    List<LocalDate> around =
        expected.stream()
            .flatMap(d -> d.minusDays(9).datesUntil(d.plusDays(9)))
            .distinct()
            .filter(d -> !d.isAfter(expected.getLast()))
            .toList();
    assertThat(around.stream().filter(occurrences::contains).sorted().toList())
        .as(rule(series))
        .isEqualTo(expected);
  }

  @Provide
  Arbitrary<Recurrence> series() {
    Arbitrary<LocalDate> starts =
        Arbitraries.integers().between(0, 9000).map(n -> LocalDate.of(2008, 1, 1).plusDays(n));
    Arbitrary<DayOfWeek> firstDays = Arbitraries.of(DayOfWeek.class);
    return Combinators.combine(patterns(), starts, firstDays, Arbitraries.integers().between(0, 90))
        .as(OccurrencesTest::series)
        .flatMap(
            r ->
                Arbitraries.integers()
                    .between(0, 4000)
                    .map(
                        n ->
                            n % 3 == 0
                                ? new Recurrence(
                                    r.pattern(),
                                    r.start(),
                                    new RecurrenceEnd.ByDate(r.start().plusDays(n)),
                                    r.firstDayOfWeek(),
                                    r.deleted(),
                                    0)
                                : r));
  }

  /** A series that starts on an occurrence, as RFC 5545 demands. */
  private static Recurrence series(
      RecurrencePattern pattern, LocalDate from, DayOfWeek firstDay, int count) {
    LocalDate start =
        Occurrences.of(
                Recurrence.of(pattern, from, RecurrenceEnd.NEVER).withFirstDayOfWeek(firstDay))
            .first()
            .orElseThrow();
    RecurrenceEnd end = count == 0 ? RecurrenceEnd.NEVER : new RecurrenceEnd.AfterCount(count);
    return Recurrence.of(pattern, start, end).withFirstDayOfWeek(firstDay);
  }

  private static Arbitrary<RecurrencePattern> patterns() {
    Arbitrary<Integer> interval = Arbitraries.integers().between(1, 5);
    Arbitrary<Integer> day = Arbitraries.integers().between(1, 31);
    Arbitrary<Month> month = Arbitraries.of(Month.class);
    Arbitrary<WeekIndex> index = Arbitraries.of(WeekIndex.class);
    Arbitrary<Set<DayOfWeek>> mask = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    return Arbitraries.oneOf(
        interval.map(Daily::new),
        Combinators.combine(interval, mask).as(Weekly::new),
        Combinators.combine(interval, day).as(Monthly::new),
        Combinators.combine(interval, mask, index).as(MonthlyNth::new),
        Combinators.combine(interval, month, day)
            .as((n, m, d) -> new Yearly(n, m, Math.min(d, m.maxLength()))),
        Combinators.combine(interval, month, mask, index).as(YearlyNth::new));
  }

  private static String rule(Recurrence r) {
    String rule =
        switch (r.pattern()) {
          case Daily(int n) -> "FREQ=DAILY;INTERVAL=" + n;
          case Weekly(int n, Set<DayOfWeek> days) ->
              "FREQ=WEEKLY;INTERVAL=" + n + ";BYDAY=" + names(days);
          case Monthly(int n, int day) -> "FREQ=MONTHLY;INTERVAL=" + n + monthDay(day);
          case MonthlyNth(int n, Set<DayOfWeek> days, WeekIndex index) ->
              "FREQ=MONTHLY;INTERVAL=" + n + nth(days, index);
          case Yearly(int n, Month month, int day) ->
              "FREQ=YEARLY;INTERVAL=" + n + ";BYMONTH=" + month.getValue() + monthDay(day);
          case YearlyNth(int n, Month month, Set<DayOfWeek> days, WeekIndex index) ->
              "FREQ=YEARLY;INTERVAL=" + n + ";BYMONTH=" + month.getValue() + nth(days, index);
          case RecurrencePattern.Regenerating _ -> throw new AssertionError();
        };
    String end =
        switch (r.end()) {
          case RecurrenceEnd.Never _ -> "";
          case RecurrenceEnd.AfterCount(int count) -> ";COUNT=" + count;
          case RecurrenceEnd.ByDate(LocalDate last) -> ";UNTIL=" + last.toString().replace("-", "");
        };
    return rule + ";WKST=" + name(r.firstDayOfWeek()) + end;
  }

  private static String monthDay(int day) {
    StringBuilder days = new StringBuilder(";BYMONTHDAY=" + Math.min(day, 28));
    for (int d = 29; d <= day; d++) {
      days.append(',').append(d);
    }
    return days.append(";BYSETPOS=-1").toString();
  }

  private static String nth(Set<DayOfWeek> days, WeekIndex index) {
    int position = index == WeekIndex.LAST ? -1 : index.ordinal() + 1;
    return ";BYDAY=" + names(days) + ";BYSETPOS=" + position;
  }

  private static String names(Set<DayOfWeek> days) {
    return days.stream().map(OccurrencesTest::name).collect(Collectors.joining(","));
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  @Test
  void everyWeekday() {
    assertThat(
            dates(
                new Weekly(1, Set.of(MONDAY, TUESDAY, DayOfWeek.WEDNESDAY, THURSDAY, FRIDAY)),
                "2024-06-13",
                4))
        .isEqualTo(days("2024-06-13", "2024-06-14", "2024-06-17", "2024-06-18"));
    assertThat(dates(new MonthlyNth(1, Set.of(SATURDAY, SUNDAY), WeekIndex.LAST), "2024-06-30", 2))
        .isEqualTo(days("2024-06-30", "2024-07-28"));
  }
}
