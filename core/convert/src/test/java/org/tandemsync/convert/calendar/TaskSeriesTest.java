package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.ResourceLens.Reading.Understood;
import org.tandemsync.items.Family;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Task;

/** Series of tasks whose times are not in the user's zone: Outlook's tasks have the user's days. */
class TaskSeriesTest {
  private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
  private static final Set<String> DATES = Set.of("start-date", "due-date", "recurrence");

  private static ResourceLens lens(ZoneId user) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));
    return Lenses.of(Family.TASKS, new LensSettings(user, Set.of(), clock));
  }

  private static String todo(String lines) {
    return Events.calendar("BEGIN:VTODO / UID:t1 / SUMMARY:a / " + lines + " / END:VTODO");
  }

  private static Understood reading(ZoneId user, String text) {
    return (Understood) lens(user).get(text);
  }

  private static Task read(ZoneId user, String text) {
    return (Task) reading(user, text).item();
  }

  private static List<String> losses(ZoneId user, String text) {
    return reading(user, text).losses().stream()
        .map(Loss::code)
        .filter(code -> !code.equals("time-of-day-not-shown"))
        .toList();
  }

  private static Recurrence weekly(LocalDate start) {
    return Recurrence.of(
        new RecurrencePattern.Weekly(1, Set.of(start.getDayOfWeek())),
        start,
        new RecurrenceEnd.AfterCount(6));
  }

  /** In each of the zones, at hours at which UTC has the same date and another one. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Australia/Sydney | DTSTART:20260302T220000Z |"
            + " DTSTART;TZID=Australia/Sydney:20260303T090000",
        "Australia/Sydney | DTSTART:20260303T010000Z |"
            + " DTSTART;TZID=Australia/Sydney:20260303T120000",
        "Australia/Sydney | DUE:20260302T220000Z | DUE;TZID=Australia/Sydney:20260303T090000",
        "Australia/Sydney | DTSTART:20260302T220000Z / DUE:20260304T220000Z"
            + " | DUE;TZID=Australia/Sydney:20260305T090000",
        "Australia/Sydney | DTSTART;TZID=America/New_York:20260302T180000"
            + " | DTSTART;TZID=Australia/Sydney:20260303T100000",
        "Australia/Sydney | DTSTART;TZID=Europe/Vienna:20260303T080000"
            + " | DTSTART;TZID=Europe/Vienna:20260303T080000",
        "America/New_York | DTSTART:20260304T010000Z |"
            + " DTSTART;TZID=America/New_York:20260303T200000",
        "Asia/Kolkata | DTSTART:20260302T200000Z | DTSTART;TZID=Asia/Kolkata:20260303T013000",
        "Europe/Vienna | DTSTART:20260302T233000Z | DTSTART;TZID=Europe/Vienna:20260303T003000",
        "UTC | DTSTART:20260303T220000Z | DTSTART:20260303T220000Z",
        "Australia/Sydney | DTSTART:20260303T220000 | DTSTART:20260303T220000",
        "Australia/Sydney | DTSTART;VALUE=DATE:20260303 | DTSTART;VALUE=DATE:20260303"
      })
  void aTaskThatBecomesASeries(ZoneId user, String before, String line) {
    String text = todo(before);
    Task item = read(user, text);
    Task series = item.toBuilder().recurrence(weekly(TUESDAY)).build();
    for (Set<String> fields : List.of(Set.of("recurrence"), DATES)) {
      String after = lens(user).update(text, series, fields, "s");
      assertThat(Events.lines(after)).contains(line, "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=6");
      same(user, series, after);
    }
    Recurrence moved = weekly(TUESDAY).withDeleted(Set.of(TUESDAY.plusWeeks(5)));
    String without =
        lens(user).update(text, item.toBuilder().recurrence(moved).build(), DATES, "s");
    assertThat(Events.lines(without)).filteredOn(l -> l.startsWith("EXDATE")).hasSize(1);
    assertThat(read(user, without).recurrence()).isEqualTo(moved);
  }

  private static void same(ZoneId user, Task wanted, String text) {
    Task back = read(user, text);
    assertThat(losses(user, text)).as(text).isEmpty();
    assertThat(back.startDate()).as(text).isEqualTo(wanted.startDate());
    assertThat(back.dueDate()).as(text).isEqualTo(wanted.dueDate());
    assertThat(back.recurrence()).as(text).isEqualTo(wanted.recurrence());
    assertThat(lens(user).update(text, wanted, DATES, "s")).isSameAs(text);
  }

  /** The rule counts in the zone of DTSTART; the days that it means are the user's. */
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Australia/Sydney | 20260302T220000Z | FREQ=WEEKLY;COUNT=3 | 2026-03-03 2026-03-10"
            + " 2026-03-17",
        "Australia/Sydney | 20260302T220000Z | FREQ=WEEKLY;BYDAY=MO,SU;COUNT=3"
            + " | 2026-03-03 2026-03-09 2026-03-10",
        "Australia/Sydney | 20260302T220000Z | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=3"
            + " | 2026-03-03 2026-03-09 2026-03-17",
        "Australia/Sydney | 20260302T220000Z | FREQ=DAILY;BYDAY=MO,TU;COUNT=3"
            + " | 2026-03-03 2026-03-04 2026-03-10",
        "Australia/Sydney | 20260302T220000Z | FREQ=DAILY;UNTIL=20260303T220000Z"
            + " | 2026-03-03 2026-03-04",
        "Australia/Sydney | 20260302T220000Z | FREQ=MONTHLY;COUNT=2 | 2026-03-03 2026-04-03",
        "Australia/Sydney | 20260331T220000Z | FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2"
            + " | 2026-04-01 2026-05-01",
        "Australia/Sydney | 20261231T220000Z | FREQ=YEARLY;COUNT=2 | 2027-01-01 2028-01-01",
        "Australia/Sydney | 20260302T010000Z | FREQ=WEEKLY;COUNT=2 | 2026-03-02 2026-03-09",
        "America/New_York | 20260303T010000Z | FREQ=WEEKLY;COUNT=2 | 2026-03-02 2026-03-09",
        "America/New_York | 20260301T010000Z | FREQ=MONTHLY;COUNT=3"
            + " | 2026-02-28 2026-03-31 2026-04-30",
        "America/New_York | 20260301T010000Z | FREQ=YEARLY;COUNT=3"
            + " | 2026-02-28 2027-02-28 2028-02-29",
        "Asia/Kolkata | 20260302T200000Z | FREQ=WEEKLY;BYDAY=MO;COUNT=2 | 2026-03-03 2026-03-10",
        "Europe/Vienna | 20260302T233000Z | FREQ=WEEKLY;COUNT=2 | 2026-03-03 2026-03-10",
        "UTC | 20260302T233000Z | FREQ=WEEKLY;COUNT=2 | 2026-03-02 2026-03-09"
      })
  void theDaysAreTheUsers(ZoneId user, String start, String rule, String expected) {
    String text = todo("DTSTART:" + start + " / RRULE:" + rule);
    List<LocalDate> dates = List.of(expected.split(" ")).stream().map(LocalDate::parse).toList();
    Task item = read(user, text);
    assertThat(losses(user, text)).isEmpty();
    assertThat(item.startDate()).isEqualTo(dates.getFirst());
    Recurrence read = Objects.requireNonNull(item.recurrence());
    assertThat(read.start()).isEqualTo(dates.getFirst());
    assertThat(Occurrences.of(read).dates().toList()).isEqualTo(dates);
    assertThat(lens(user).update(text, item, DATES, "s")).isSameAs(text);
    assertThat(
            Events.lines(
                lens(user)
                    .update(text, item.toBuilder().subject("b").build(), Set.of("subject"), "s")))
        .contains("DTSTART:" + start, "RRULE:" + rule);
    // Outlook moves on to the next one: the rest is as it was
    Task next = item.toBuilder().startDate(dates.get(1)).build();
    same(user, next, lens(user).update(text, next, Set.of("start-date"), "s"));
    Task longer =
        item.toBuilder().recurrence(read.withEnd(new RecurrenceEnd.AfterCount(30))).build();
    same(user, longer, lens(user).update(text, longer, Set.of("recurrence"), "s"));
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO",
    "FREQ=MONTHLY;BYMONTHDAY=28",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28"
  })
  void whatOutlookHasNoRuleForOnTheUsersDayIsALoss(String rule) {
    String day = rule.contains("28") ? "20260228" : "20260302";
    String text = todo("DTSTART:" + day + "T220000Z / RRULE:" + rule);
    assertThat(losses(SYDNEY, text)).containsExactly("rule-not-representable");
    assertThat(read(SYDNEY, text).recurrence()).isNull();
    assertThat(losses(ZoneId.of("Europe/Vienna"), text)).isEmpty();
  }

  /** Of deleted occurrences the user's day counts too. */
  @Test
  void deletedOccurrences() {
    String text =
        todo(
            "DTSTART:20260302T220000Z / RRULE:FREQ=WEEKLY;UNTIL=20260420T220000Z"
                + " / EXDATE:20260309T220000Z");
    Task item = read(SYDNEY, text);
    assertThat(losses(SYDNEY, text)).isEmpty();
    Recurrence rule = Objects.requireNonNull(item.recurrence());
    assertThat(rule.deleted()).containsExactly(LocalDate.of(2026, 3, 10));
    Task fewer =
        item.toBuilder()
            .recurrence(
                rule.withDeleted(Set.of(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 4, 14))))
            .build();
    String after = lens(SYDNEY).update(text, fewer, Set.of("recurrence"), "s");
    assertThat(Events.lines(after))
        .contains(
            "DTSTART;TZID=Australia/Sydney:20260303T090000",
            "EXDATE;TZID=Australia/Sydney:20260310T090000",
            "EXDATE;TZID=Australia/Sydney:20260414T090000")
        .filteredOn(l -> l.startsWith("EXDATE"))
        .hasSize(2);
    same(SYDNEY, fewer, after);
  }

  /** Where rule and time do not fit but in the user's zone, the series stays one in Outlook. */
  @Test
  void aRuleThatWasMeantForTheUsersDay() {
    String text = todo("DTSTART:20260302T220000Z / RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=6");
    assertThat(losses(SYDNEY, text)).containsExactly("rule-part-ignored");
    assertThat(read(SYDNEY, text).recurrence()).isEqualTo(weekly(TUESDAY));
    String other = todo("DTSTART:20260302T220000Z / RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=6");
    assertThat(losses(SYDNEY, other)).containsExactly("rule-not-representable");
  }

  /** Whatever the zones and the hour: what Outlook has is what comes back. */
  @Property(tries = 200)
  void everyTaskBecomesTheSeriesThatOutlookHas(@ForAll("stories") Story story) {
    String text = todo(story.lines());
    Task item = read(story.user, text);
    LocalDate start =
        Objects.requireNonNull(item.startDate() == null ? item.dueDate() : item.startDate());
    Task series =
        item.toBuilder()
            .recurrence(Recurrence.of(story.pattern(start), start, new RecurrenceEnd.AfterCount(9)))
            .build();
    String after = lens(story.user).update(text, series, Set.of("recurrence"), "s");
    same(story.user, series, after);
    LocalDate second =
        Occurrences.of(Objects.requireNonNull(series.recurrence())).all().toList().get(1);
    Task next = series.toBuilder().startDate(second).dueDate(second).build();
    same(story.user, next, lens(story.user).update(after, next, DATES, "s"));
  }

  private record Story(ZoneId user, ZoneId zone, LocalDateTime at, int which, int form) {

    String lines() {
      String time =
          zone.getId().equals("UTC")
              ? ":" + DateTimeValue.local(at) + "Z"
              : ";TZID=" + zone + ":" + DateTimeValue.local(at);
      return switch (form) {
        case 0 -> "DTSTART" + time;
        case 1 -> "DUE" + time;
        default -> "DTSTART" + time + " / DURATION:PT36H";
      };
    }

    RecurrencePattern pattern(LocalDate date) {
      int day = date.getDayOfMonth();
      DayOfWeek weekday = date.getDayOfWeek();
      Month month = date.getMonth();
      return List.of(
              new RecurrencePattern.Daily(2),
              new RecurrencePattern.Weekly(1, Set.of(weekday)),
              new RecurrencePattern.Weekly(3, Set.of(weekday, weekday.minus(2))),
              new RecurrencePattern.Monthly(1, day),
              new RecurrencePattern.Yearly(1, month, day))
          .get(which);
    }
  }

  @Provide
  Arbitrary<Story> stories() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Australia/Sydney",
                "America/New_York",
                "Asia/Kolkata",
                "Europe/Vienna",
                "Pacific/Kiritimati",
                "UTC")
            .map(ZoneId::of);
    return Combinators.combine(
            zones,
            Arbitraries.oneOf(zones, Arbitraries.just(ZoneId.of("UTC"))),
            Arbitraries.integers()
                .between(0, 400 * 24)
                .map(n -> LocalDateTime.of(2026, 1, 1, 0, 30).plusHours(n)),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 2))
        .as(Story::new);
  }
}
