package org.tandemsync.outlook.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Exceptions;
import org.tandemsync.outlook.model.TimeZone;
import org.tandemsync.outlook.model.TimeZones;
import org.tandemsync.outlook.standin.Desk;

/** Rules through the object model, in Outlook's order. */
final class RecurrenceWriterTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

  private final Desk desk = new Desk();

  @AfterEach
  @AfterProperty
  void everyReferenceIsReleased() {
    desk.close();
    assertThat(desk.outlook.references()).isZero();
  }

  private String written(Recurrence recurrence) {
    try (AppointmentItem item = desk.appointment()) {
      RecurrenceWriter.write(item, recurrence, NINE, HOUR);
      item.save();
      return item.entryID();
    }
  }

  private Recurrence read(String id) {
    try (AppointmentItem item = desk.open(id);
        org.tandemsync.outlook.model.RecurrencePattern outlook = item.getRecurrencePattern()) {
      return RecurrenceReader.read(outlook, DayOfWeek.MONDAY);
    }
  }

  @Provide
  Arbitrary<Recurrence> rules() {
    Arbitrary<Integer> few = Arbitraries.integers().between(1, 99);
    // Outlook's calendar ends in 4500
    Arbitrary<Integer> years = Arbitraries.integers().between(1, 20);
    Arbitrary<Integer> day = Arbitraries.integers().between(1, 31);
    Arbitrary<Month> month = Arbitraries.of(Month.class);
    Arbitrary<WeekIndex> index = Arbitraries.of(WeekIndex.class);
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    Arbitrary<RecurrencePattern> patterns =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 999).map(RecurrencePattern.Daily::new),
            Combinators.combine(few, days).as(RecurrencePattern.Weekly::new),
            Combinators.combine(few, day).as(RecurrencePattern.Monthly::new),
            Combinators.combine(few, days, index).as(RecurrencePattern.MonthlyNth::new),
            Combinators.combine(years, month, day)
                .as((n, m, d) -> new RecurrencePattern.Yearly(n, m, Math.min(d, m.maxLength()))),
            Combinators.combine(years, month, days, index).as(RecurrencePattern.YearlyNth::new));
    Arbitrary<LocalDate> start =
        Arbitraries.integers().between(0, 3_000).map(n -> LocalDate.of(2024, 2, 29).plusDays(n));
    Arbitrary<RecurrenceEnd> end =
        Arbitraries.oneOf(
            Arbitraries.just(RecurrenceEnd.NEVER),
            Arbitraries.integers().between(1, 30).map(RecurrenceEnd.AfterCount::new));
    return Combinators.combine(patterns, start, end).as(Recurrence::of);
  }

  /** What is read is what was written: the same pattern, start and end. */
  @Property(tries = 300, seed = "7311", edgeCases = EdgeCasesMode.NONE)
  void thereAndBack(@ForAll("rules") Recurrence recurrence) {
    assertThat(RecurrenceWriter.refusal(recurrence)).isEmpty();
    Recurrence read = read(written(recurrence));
    assertThat(read).isEqualTo(recurrence);
  }

  /** The object model only knows how many there are: the days are the same. */
  @Property(tries = 100, seed = "7312", edgeCases = EdgeCasesMode.NONE)
  void anEndByDateIsReadAsANumber(@ForAll("rules") Recurrence rule) {
    LocalDate last = Occurrences.of(rule).dates().limit(12).reduce((_, d) -> d).orElseThrow();
    Recurrence recurrence = rule.withEnd(new RecurrenceEnd.ByDate(last));
    Recurrence read = read(written(recurrence));
    assertThat(Occurrences.of(read).dates().toList())
        .isEqualTo(Occurrences.of(recurrence).dates().toList());
  }

  @Test
  void anotherRuleReplacesAllOfTheOld() {
    String id =
        written(
            Recurrence.of(
                new RecurrencePattern.Yearly(2, Month.MARCH, 10),
                TUESDAY,
                new RecurrenceEnd.AfterCount(4)));
    Recurrence daily =
        Recurrence.of(new RecurrencePattern.Daily(3), TUESDAY.plusDays(5), RecurrenceEnd.NEVER);
    try (AppointmentItem item = desk.open(id)) {
      RecurrenceWriter.write(item, daily, LocalTime.of(14, 30), Duration.ofMinutes(45));
      item.save();
    }
    assertThat(read(id)).isEqualTo(daily);
    try (AppointmentItem item = desk.open(id)) {
      assertThat(item.start()).isEqualTo(TUESDAY.plusDays(5).atTime(14, 30));
      assertThat(item.duration()).isEqualTo(45);
    }
  }

  @Test
  void occurrencesAreDeletedByTheirOriginalDay() {
    String id =
        written(
            Recurrence.of(
                new RecurrencePattern.Daily(2), TUESDAY, new RecurrenceEnd.AfterCount(5)));
    try (AppointmentItem item = desk.open(id)) {
      assertThat(
              RecurrenceWriter.delete(
                  item,
                  new TreeSet<>(List.of(TUESDAY.plusDays(2), TUESDAY.plusDays(3))),
                  NINE,
                  BERLIN,
                  BERLIN))
          .containsExactly(TUESDAY.plusDays(3));
    }
    assertThat(deleted(id)).containsExactly(TUESDAY.plusDays(2));
  }

  private List<LocalDate> deleted(String id) {
    try (AppointmentItem item = desk.open(id);
        org.tandemsync.outlook.model.RecurrencePattern outlook = item.getRecurrencePattern();
        Exceptions exceptions = outlook.exceptions()) {
      return java.util.stream.IntStream.rangeClosed(1, exceptions.count())
          .mapToObj(
              i -> {
                try (org.tandemsync.outlook.model.Exception exception = exceptions.item(i)) {
                  assertThat(exception.deleted()).isTrue();
                  return exception.originalDate().toLocalDate();
                }
              })
          .toList();
    }
  }

  /** 02:00 in Tokyo is the evening before in Berlin, in summer another one than in winter. */
  @Test
  void daysAreThoseOfTheSeriesNotOfTheSession() {
    Recurrence weekly =
        Recurrence.of(
            new RecurrencePattern.Weekly(1, Set.of(DayOfWeek.TUESDAY)),
            TUESDAY,
            new RecurrenceEnd.AfterCount(8));
    LocalTime night = LocalTime.of(2, 0);
    String id;
    try (AppointmentItem item = desk.appointment();
        TimeZones zones = desk.application.timeZones();
        TimeZone tokyo = zones.item("Tokyo Standard Time")) {
      item.setStartTimeZone(tokyo);
      item.setEndTimeZone(tokyo);
      RecurrenceWriter.write(item, weekly, night, HOUR);
      item.save();
      id = item.entryID();
      assertThat(item.start()).isEqualTo(TUESDAY.minusDays(1).atTime(18, 0));
    }
    LocalDate summer = TUESDAY.plusWeeks(5);
    try (AppointmentItem item = desk.open(id)) {
      assertThat(
              RecurrenceWriter.delete(
                  item, new TreeSet<>(List.of(TUESDAY, summer)), night, TOKYO, BERLIN))
          .isEmpty();
    }
    assertThat(deleted(id)).containsExactly(TUESDAY, summer);
  }

  @Test
  void whatOutlookCannotHold() {
    RecurrencePattern weekly = new RecurrencePattern.Weekly(100, Set.of(DayOfWeek.TUESDAY));
    RecurrencePattern daily = new RecurrencePattern.Daily(1);
    for (Recurrence refused :
        List.of(
            Recurrence.of(weekly, TUESDAY, RecurrenceEnd.NEVER),
            Recurrence.of(new RecurrencePattern.Daily(1_000), TUESDAY, RecurrenceEnd.NEVER),
            Recurrence.of(daily, TUESDAY, new RecurrenceEnd.AfterCount(1_000)),
            Recurrence.of(
                new RecurrencePattern.Regenerating(1, RecurrencePattern.Unit.DAY),
                TUESDAY,
                RecurrenceEnd.NEVER),
            new Recurrence(
                daily, TUESDAY, RecurrenceEnd.NEVER, DayOfWeek.MONDAY, new TreeSet<>(), 6))) {
      assertThat(RecurrenceWriter.refusal(refused)).as("%s", refused).isPresent();
    }
  }
}
