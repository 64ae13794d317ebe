package org.tandemsync.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {
  private static final Zone TOKYO = new Zone("Asia/Tokyo");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
  private static final RecurrencePattern MONDAYS =
      new RecurrencePattern.Weekly(1, Set.of(DayOfWeek.MONDAY));

  private static TimeRange range(@Nullable Integer back, @Nullable Integer ahead) {
    return range(TODAY, back, ahead);
  }

  private static TimeRange range(LocalDate today, @Nullable Integer back, @Nullable Integer ahead) {
    return new TimeRange(
        today,
        back,
        ahead,
        zone -> zone.equals(TOKYO) ? Optional.of(ZoneId.of("Asia/Tokyo")) : Optional.empty(),
        ZoneId.of("Europe/Vienna"));
  }

  private static Appointment at(String start, String end) {
    return at(start, end, Zone.UTC);
  }

  private static Appointment at(String start, String end, Zone zone) {
    boolean allDay = start.length() == 10;
    return Appointment.builder()
        .uid("u")
        .subject("x")
        .timing(
            allDay
                ? Timing.allDay(LocalDate.parse(start), LocalDate.parse(end), zone)
                : Timing.timed(LocalDateTime.parse(start), LocalDateTime.parse(end), zone))
        .build();
  }

  private static Appointment series(String start, RecurrencePattern pattern, RecurrenceEnd end) {
    LocalDateTime from = LocalDateTime.parse(start);
    return at(start, from.plusHours(1).toString()).toBuilder()
        .recurrence(Recurrence.of(pattern, from.toLocalDate(), end))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-08T10:00, 2026-03-08T11:00, true, ",
    "2026-03-07T10:00, 2026-03-07T11:00, false, ",
    "2026-03-07T23:00, 2026-03-08T00:00, false, ",
    "2026-03-07T23:00, 2026-03-08T00:01, true, ",
    "2026-03-08T00:00, 2026-03-08T00:00, true, ",
    "2020-01-01T00:00, 2030-01-01T00:00, true, ",
    "2026-03-13T23:59, 2026-03-20T11:00, true, ",
    "2026-03-14T00:00, 2026-03-14T01:00, false, 2026-03-11",
    "2027-01-01T00:00, 2027-01-01T01:00, false, 2026-12-29",
    "2026-03-07, 2026-03-08, false, ",
    "2026-03-07, 2026-03-09, true, ",
    "2026-03-13, 2026-03-14, true, ",
    "2026-03-14, 2026-03-15, false, 2026-03-11",
  })
  void twoDaysBackAndThreeAhead(String start, String end, boolean in, @Nullable LocalDate joins) {
    assertThat(range(2, 3).includes(at(start, end))).isEqualTo(in);
    assertThat(range(2, 3).joins(at(start, end))).isEqualTo(Optional.ofNullable(joins));
  }

  /** 02:00 in Tokyo is the evening before in Vienna. */
  @Test
  void theDayIsThatOfThePerson() {
    Appointment night = at("2026-03-14T02:00", "2026-03-14T03:00", TOKYO);
    assertThat(range(2, 3).includes(night)).isTrue();
    assertThat(range(2, 3).includes(at("2026-03-08T02:00", "2026-03-08T03:00", TOKYO))).isFalse();
  }

  @Test
  void whatIsNotSaidIsNoLimit() {
    Appointment old = at("1970-01-01T10:00", "1970-01-01T11:00");
    Appointment far = at("2200-01-01T10:00", "2200-01-01T11:00");
    assertThat(range(null, 0)).matches(r -> r.includes(old) && !r.includes(far));
    assertThat(range(0, null)).matches(r -> !r.includes(old) && r.includes(far));
    assertThat(range(null, null)).matches(r -> r.includes(old) && r.includes(far));
  }

  @Test
  void anEndlessSeriesIsInItHoweverLongAgoItBegan() {
    Appointment mondays = series("1990-01-01T10:00", MONDAYS, RecurrenceEnd.NEVER);
    assertThat(range(60, 365).includes(mondays)).isTrue();
    assertThat(range(0, 0).includes(mondays)).as("today is a Tuesday").isFalse();
    assertThat(range(0, 0).joins(mondays)).contains(LocalDate.parse("2026-03-16"));
    assertThat(range(1, 0).includes(mondays)).isTrue();
  }

  @Test
  void aSeriesThatIsOverIsOutOfItAndNeverJoins() {
    Appointment over = series("2020-01-06T10:00", MONDAYS, new RecurrenceEnd.AfterCount(20));
    assertThat(range(60, 365).includes(over)).isFalse();
    assertThat(range(60, 365).joins(over)).isEmpty();
    assertThat(range(null, 0).includes(over)).isTrue();
  }

  @Test
  void betweenTwoOccurrencesASeriesIsOutAndJoinsWithTheNext() {
    RecurrencePattern yearly = new RecurrencePattern.Yearly(1, Month.AUGUST, 8);
    Appointment birthday = series("1980-08-08T10:00", yearly, RecurrenceEnd.NEVER);
    assertThat(range(30, 30).includes(birthday)).isFalse();
    assertThat(range(30, 30).joins(birthday)).contains(LocalDate.parse("2026-07-09"));
    assertThat(range(LocalDate.parse("2026-07-09"), 30, 30).includes(birthday)).isTrue();
  }

  @Test
  void deletedAndMovedOccurrencesCount() {
    Appointment mondays = series("2026-03-02T10:00", MONDAYS, new RecurrenceEnd.AfterCount(3));
    Recurrence rule = java.util.Objects.requireNonNull(mondays.recurrence());
    LocalDate last = LocalDate.parse("2026-03-16");
    assertThat(range(0, 7).includes(mondays)).isTrue();
    Appointment without = mondays.toBuilder().recurrence(rule.withDeleted(Set.of(last))).build();
    assertThat(range(0, 7).includes(without)).isFalse();
    Appointment later = at("2026-06-01T10:00", "2026-06-01T11:00");
    Appointment moved =
        mondays.toBuilder()
            .exceptions(List.of(new ExceptionalOccurrence(last.atTime(10, 0), later)))
            .build();
    assertThat(range(0, 7).includes(moved)).isFalse();
    assertThat(range(0, 7).joins(moved)).contains(LocalDate.parse("2026-05-25"));
    assertThat(range(0, 100).includes(moved)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE, , 2026-03-08, true",
    "COMPLETE, , 2026-03-07, false",
    "COMPLETE, 2026-03-01, , false",
    "COMPLETE, , , true",
    "NOT_STARTED, 2020-01-01, , true",
    "IN_PROGRESS, 2040-01-01, , true",
  })
  void tasksAreInItUntilTheyAreDone(
      TaskStatus status, @Nullable LocalDate due, @Nullable LocalDate done, boolean in) {
    Task task =
        Task.builder()
            .uid("t")
            .subject("t")
            .status(status)
            .percentComplete(status == TaskStatus.COMPLETE ? 100 : 0)
            .dueDate(due)
            .dateCompleted(done)
            .build();
    assertThat(range(2, 3).includes(task)).isEqualTo(in);
    assertThat(range(2, 3).joins(task)).isEmpty();
  }

  /** Day by day, against looking at every occurrence. */
  @Property(tries = 200)
  void itIsTheSameAsLookingAtEveryOccurrence(
      @ForAll @IntRange(min = 1, max = 40) int every,
      @ForAll @IntRange(min = 0, max = 12) int count,
      @ForAll @IntRange(min = 0, max = 100) int hours,
      @ForAll @IntRange(min = 0, max = 30) int back,
      @ForAll @IntRange(min = 0, max = 30) int ahead,
      @ForAll @IntRange(min = 0, max = 11) int moved) {
    LocalDate start = LocalDate.parse("2026-01-15");
    LocalTime clock = LocalTime.of(21, 30);
    Duration length = Duration.ofHours(hours);
    Recurrence rule =
        Recurrence.of(
            new RecurrencePattern.Daily(every),
            start,
            count == 0 ? RecurrenceEnd.NEVER : new RecurrenceEnd.AfterCount(count));
    Map<LocalDate, LocalDateTime> starts = new HashMap<>();
    for (int i = 0; i < (count == 0 ? 400 : count); i++) {
      starts.put(start.plusDays((long) i * every), start.plusDays((long) i * every).atTime(clock));
    }
    LocalDate original = start.plusDays((long) moved * every);
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    if (starts.containsKey(original)) {
      LocalDateTime elsewhere = original.plusDays(45).atTime(8, 0);
      starts.put(original, elsewhere);
      exceptions.add(
          new ExceptionalOccurrence(
              original.atTime(clock),
              at(elsewhere.toString(), elsewhere.plus(length).toString(), new Zone("here"))));
    }
    Appointment series =
        at(
                start.atTime(clock).toString(),
                start.atTime(clock).plus(length).toString(),
                new Zone("here"))
            .toBuilder()
            .recurrence(rule)
            .exceptions(exceptions)
            .build();
    @Nullable LocalDate joins = null;
    for (LocalDate today = start.minusDays(60);
        today.isBefore(start.plusDays(200));
        today = today.plusDays(1)) {
      LocalDateTime from = today.minusDays(back).atStartOfDay();
      LocalDateTime until = today.plusDays(ahead + 1L).atStartOfDay();
      boolean in =
          starts.values().stream()
              .anyMatch(
                  s ->
                      s.isBefore(until)
                          && (s.plus(length).isAfter(from) || (hours == 0 && !s.isBefore(from))));
      TimeRange range = range(today, back, ahead);
      assertThat(range.includes(series)).as("%s", today).isEqualTo(in);
      if (in) {
        assertThat(joins == null || joins.equals(today))
            .as("joined %s, said %s", today, joins)
            .isTrue();
        joins = null;
      } else {
        assertThat(joins == null || joins.isAfter(today)).isTrue();
        joins = range.joins(series).orElse(null);
      }
    }
  }
}
