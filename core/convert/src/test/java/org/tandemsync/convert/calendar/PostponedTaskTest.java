package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** Of a task that repeats this one is put off in Outlook; those that follow stay where they are. */
class PostponedTaskTest {
  private static final Set<String> DATES = Set.of("start-date", "due-date");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static ResourceLens lens(ZoneId user) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));
    return Lenses.of(Family.TASKS, new LensSettings(user, Set.of(), clock));
  }

  private static String todo(String lines) {
    return Events.calendar("BEGIN:VTODO / UID:t1 / SUMMARY:Rent / " + lines + " / END:VTODO");
  }

  private static Task read(ZoneId user, String text) {
    return (Task) ((Understood) lens(user).get(text)).item();
  }

  private static List<String> losses(ZoneId user, String text) {
    return ((Understood) lens(user).get(text))
        .losses().stream()
            .map(Loss::code)
            .filter(code -> !code.equals("time-of-day-not-shown"))
            .toList();
  }

  private static @Nullable LocalDate later(@Nullable LocalDate date, long days) {
    return date == null ? null : date.plusDays(days);
  }

  private static Task later(Task item, long days) {
    return item.toBuilder()
        .startDate(later(item.startDate(), days))
        .dueDate(later(item.dueDate(), days))
        .build();
  }

  private static String same(ZoneId user, String before, Task wanted) {
    String after = lens(user).update(before, wanted, DATES, "s");
    for (String text : List.of(after, after.replace("SUMMARY:Rent", "SUMMARY:Rent paid"))) {
      Task back = read(user, text);
      assertThat(losses(user, text)).as(text).isEmpty();
      assertThat(back.startDate()).as(text).isEqualTo(wanted.startDate());
      assertThat(back.dueDate()).as(text).isEqualTo(wanted.dueDate());
      assertThat(Objects.requireNonNull(back.recurrence(), text))
          .as(text)
          .matches(Objects.requireNonNull(wanted.recurrence())::sameAs);
      assertThat(lens(user).update(text, wanted, DATES, "s")).isSameAs(text);
    }
    return after;
  }

  /** What is written is the same task, also when somebody changes its title there. */
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=MONTHLY",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=MONTHLY;BYMONTHDAY=2",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=2;COUNT=5",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=MONTHLY;BYDAY=1MO",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=WEEKLY",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=WEEKLY;BYDAY=MO",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=WEEKLY;BYDAY=MO;COUNT=10",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;COUNT=10",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=WEEKLY;BYDAY=MO;UNTIL=20260316",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=DAILY;INTERVAL=3;UNTIL=20260311",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=YEARLY;COUNT=3",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=YEARLY;BYMONTH=3;BYDAY=1MO",
        "Europe/Vienna | ;VALUE=DATE:20260302 | FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=2",
        "Europe/Vienna | ;TZID=Europe/Vienna:20260302T090000 | FREQ=WEEKLY;BYDAY=MO;COUNT=10",
        "Europe/Vienna | :20260302T080000Z | FREQ=WEEKLY;UNTIL=20260330T070000Z",
        "Australia/Sydney | :20260301T220000Z | FREQ=WEEKLY;BYDAY=SU;COUNT=10",
        "Australia/Sydney | :20260301T220000Z | FREQ=MONTHLY;BYMONTHDAY=1",
        "America/New_York | :20260303T010000Z | FREQ=WEEKLY;BYDAY=TU;COUNT=10"
      })
  void thisOneAlone(ZoneId user, String at, String rule) {
    for (String lines :
        List.of(
            "DTSTART" + at + " / DUE" + at + " / RRULE:",
            "DTSTART" + at + " / RRULE:",
            "DUE" + at + " / RRULE:")) {
      String text = todo(lines + rule);
      Task item = read(user, text);
      assertThat(losses(user, text)).isEmpty();
      for (int days : new int[] {1, 2, -1, 7}) {
        String postponed = same(user, text, later(item, days));
        LocalDate next =
            Occurrences.of(Objects.requireNonNull(item.recurrence())).dates().toList().get(1);
        Task second = later(item, ChronoUnit.DAYS.between(MONDAY, next));
        String done = same(user, postponed, second);
        same(user, done, later(second, 1));
        same(user, postponed, item);
      }
    }
  }

  @ParameterizedTest(name = "{1} {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=MONTHLY | FREQ=MONTHLY;BYMONTHDAY=2",
        "FREQ=WEEKLY;BYDAY=MO;COUNT=9 | FREQ=WEEKLY;BYDAY=MO;COUNT=9"
      })
  void theServerHasTheDayOfThisOneAndTheRuleOfAll(String rule, String line) {
    String text = todo("DTSTART;VALUE=DATE:20260302 / DUE;VALUE=DATE:20260302 / RRULE:" + rule);
    String after = same(Events.VIENNA, text, later(read(Events.VIENNA, text), 2));
    assertThat(Events.lines(after))
        .contains(
            "DTSTART;VALUE=DATE:20260304",
            "DUE;VALUE=DATE:20260304",
            "RRULE;X-TANDEM-START=20260302;X-TANDEM-AT=20260304:" + line);
  }

  /** The last one, put off beyond the end of its series. */
  @Test
  void theLastOne() {
    String text = todo("DTSTART;VALUE=DATE:20260302 / RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260309");
    Task item = read(Events.VIENNA, text);
    String last = same(Events.VIENNA, text, later(item, 7));
    same(Events.VIENNA, last, later(item, 10));
  }

  /** Begun a day before the day on which it is due. */
  @Test
  void aNewTaskThatStartsOnAnotherDayThanItRepeats() {
    for (int days : new int[] {-1, 1, 9}) {
      Task item =
          Task.builder()
              .uid("t1")
              .subject("Rent")
              .startDate(MONDAY.plusDays(days))
              .dueDate(MONDAY.plusDays(days + 1))
              .recurrence(
                  Recurrence.of(
                      new RecurrencePattern.Weekly(1, Set.of(DayOfWeek.MONDAY)),
                      MONDAY,
                      new RecurrenceEnd.AfterCount(6)))
              .build();
      String text = lens(Events.VIENNA).create(item, "s");
      assertThat(losses(Events.VIENNA, text)).isEmpty();
      assertThat(read(Events.VIENNA, text).recurrence()).isEqualTo(item.recurrence());
    }
  }

  /** Another program writes a rule or a start that the remembered one does not fit. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "20260306 | 20260306 | FREQ=WEEKLY;BYDAY=FR | 2026-03-06",
        "20260304 | 20260304 | FREQ=MONTHLY | 2026-03-04",
        "20260304 | 20260304 | FREQ=WEEKLY | 2026-03-04",
        "20260304 | 20260304 | FREQ=WEEKLY;BYDAY=MO | 2026-03-02",
        "20260304 | 20260303 | FREQ=DAILY;INTERVAL=3 | 2026-03-04",
        "20260304 | 20260304 | FREQ=DAILY;INTERVAL=3 | 2026-03-02",
        "20260301 | 20260301 | FREQ=DAILY;INTERVAL=3 | 2026-03-02",
        "20260301 | 20260301 | FREQ=DAILY;INTERVAL=3;UNTIL=20260301 | 2026-03-01",
        "20260301 | 20260301 | FREQ=DAILY;INTERVAL=3;UNTIL=20260302 | 2026-03-02",
        "20260301 | 20260304 | FREQ=DAILY;INTERVAL=3 | 2026-03-01",
        "20260305 | 20260304 | FREQ=DAILY;INTERVAL=3 | 2026-03-02",
        "20260309 | 20260304 | FREQ=WEEKLY;BYDAY=MO | 2026-03-02"
      })
  void whatFitsCounts(String start, String at, String rule, LocalDate began) {
    String line = "RRULE;X-TANDEM-START=20260302;X-TANDEM-AT=" + at + ":" + rule;
    String text = todo("DTSTART;VALUE=DATE:" + start + " / " + line);
    assertThat(losses(Events.VIENNA, text)).isEmpty();
    assertThat(rule(Events.VIENNA, text).start()).isEqualTo(began);
  }

  /** What is said without the day that it is said for holds on days of the rule alone. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "20260305 | FREQ=DAILY;INTERVAL=3 | 2026-03-02",
        "20260306 | FREQ=DAILY;INTERVAL=3 | 2026-03-06",
        "20260227 | FREQ=DAILY;INTERVAL=3 | 2026-02-27",
        "20260316 | FREQ=WEEKLY;BYDAY=MO | 2026-03-02",
        "20260223 | FREQ=WEEKLY;BYDAY=MO | 2026-02-23"
      })
  void withoutItsDay(String start, String rule, LocalDate began) {
    String text = todo("DTSTART;VALUE=DATE:" + start + " / RRULE;X-TANDEM-START=20260302:" + rule);
    assertThat(losses(Events.VIENNA, text)).isEmpty();
    assertThat(rule(Events.VIENNA, text).start()).isEqualTo(began);
  }

  /** Done or put off in Outlook, and then moved by a program that keeps what it does not know. */
  @ParameterizedTest(name = "{0} +{1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY;INTERVAL=3 | 3 | 20260306 | | 2026-03-06 2026-03-09 2026-03-12",
        "FREQ=DAILY;INTERVAL=3 | 1 | 20260304 | | 2026-03-04 2026-03-07 2026-03-10",
        "FREQ=DAILY;INTERVAL=3 | 1 | 20260301 | | 2026-03-01 2026-03-04 2026-03-07",
        "FREQ=WEEKLY;BYDAY=MO;COUNT=3 | 7 | 20260223 | | 2026-02-23 2026-03-02",
        "FREQ=WEEKLY;BYDAY=MO;COUNT=3 | 7 | 20260316 | | 2026-03-02 2026-03-09 2026-03-16"
            + " 2026-03-23",
        "FREQ=DAILY;INTERVAL=3 | 3 | 20260222 | ;UNTIL=20260228 | 2026-02-22 2026-02-25 2026-02-28",
        "FREQ=WEEKLY;BYDAY=MO | 7 | 20260216 | ;UNTIL=20260225 | 2026-02-16 2026-02-23"
      })
  void movedByAnotherProgram(
      String rule, int days, String to, @Nullable String end, String expected) {
    String text = todo("DTSTART;VALUE=DATE:20260302 / DUE;VALUE=DATE:20260302 / RRULE:" + rule);
    String ours = same(Events.VIENNA, text, later(read(Events.VIENNA, text), days));
    String theirs = ours.replaceAll("VALUE=DATE:[0-9]{8}", "VALUE=DATE:" + to);
    if (end != null) {
      theirs = theirs.replaceAll("(:FREQ=[^\r]*)", "$1" + end);
    }
    assertThat(losses(Events.VIENNA, theirs)).isEmpty();
    String[] dates = expected.split(" ");
    assertThat(
            Occurrences.of(rule(Events.VIENNA, theirs))
                .dates()
                .limit(rule.contains("COUNT") || end != null ? 99 : dates.length)
                .map(LocalDate::toString))
        .as(theirs)
        .containsExactly(dates);
  }

  /** The days of the rule are those of DTSTART's zone, and so is the day on which it began. */
  @Test
  void putOffInOneZoneAndReadInAnother() {
    ZoneId york = ZoneId.of("America/New_York");
    ZoneId sydney = ZoneId.of("Australia/Sydney");
    String text = todo("DTSTART:20260105T230000Z / DUE:20260105T230000Z / RRULE:FREQ=WEEKLY");
    String putOff = same(york, text, later(read(york, text), 2));
    assertThat(losses(sydney, putOff)).isEmpty();
    assertThat(read(sydney, putOff).startDate()).isEqualTo(LocalDate.of(2026, 1, 8));
    assertThat(rule(sydney, putOff))
        .isEqualTo(
            Recurrence.of(
                new RecurrencePattern.Weekly(1, Set.of(DayOfWeek.TUESDAY)),
                LocalDate.of(2026, 1, 6),
                RecurrenceEnd.NEVER));
    same(sydney, putOff, later(read(sydney, putOff), 1));
    same(sydney, putOff, later(read(sydney, putOff), 5));
  }

  private static Recurrence rule(ZoneId user, String text) {
    return Objects.requireNonNull(read(user, text).recurrence(), text);
  }

  /** Its last day is that of the series, not one that is counted from the day of this one. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Vienna | DUE;VALUE=DATE:20260522 / RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20260721",
        "Europe/Vienna | DUE;TZID=Europe/Vienna:20260522T013000"
            + " / RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20260720T233000Z",
        "Australia/Sydney | DUE;TZID=Europe/Vienna:20260522T013000"
            + " / RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20260720T233000Z",
        "Europe/Vienna | DUE:20260522T080000Z"
            + " / RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20260721T080000Z / EXDATE:20260525T080000Z"
      })
  void aTaskThatIsOnlyDue(ZoneId user, String lines) {
    String text = todo(lines);
    Task item = read(user, text);
    for (int days : new int[] {1, 2, 3, 30, -1}) {
      same(user, text, later(item, days));
    }
  }
}
