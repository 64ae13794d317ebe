package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.ResourceLens.Reading.Understood;
import org.tandemsync.items.Family;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskProgress;
import org.tandemsync.items.TaskStatus;

/** Cases 136 to 151 of the mapping reference. */
class TaskCasesTest {
  private static final ResourceLens LENS = Lenses.of(Family.TASKS, Events.SETTINGS);
  private static final LocalDate TENTH = LocalDate.of(2024, 6, 10);

  private static String todo(String lines) {
    return Events.calendar("BEGIN:VTODO / UID:t1 / " + lines + " / END:VTODO");
  }

  private static Task read(String text) {
    return (Task) ((Understood) LENS.get(text)).item();
  }

  private static Task with(String lines) {
    return read(todo(lines));
  }

  private static List<String> losses(String text) {
    return ((Understood) LENS.get(text)).losses().stream().map(Loss::code).toList();
  }

  private static Task.Builder task() {
    return Task.builder().uid("t1").subject("x");
  }

  private static List<String> written(Task task) {
    return Events.lines(LENS.create(task, "s"));
  }

  @Test
  void case136_datesAreDates() {
    assertThat(written(task().startDate(TENTH).dueDate(TENTH.plusDays(2)).build()))
        .contains("DTSTART;VALUE=DATE:20240610", "DUE;VALUE=DATE:20240612")
        .noneMatch(l -> l.startsWith("DURATION"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "137 | DUE:20240611T223000Z | none | 2024-06-12",
        "138 | DUE;TZID=Asia/Tokyo:20240612T003000 | none | 2024-06-11",
        "139 | SUMMARY:x | none | none",
        "140 | DTSTART;VALUE=DATE:20240610 / DUE;VALUE=DATE:20240610 | 2024-06-10 | 2024-06-10",
        "141 | DTSTART;VALUE=DATE:20240612 / DUE;VALUE=DATE:20240610 | 2024-06-12 | none",
        "duration | DTSTART;VALUE=DATE:20240610 / DURATION:P2D | 2024-06-10 | 2024-06-12",
        "floating | DUE:20240612T233000 | none | 2024-06-12"
      })
  void datesAreRead(String name, String lines, LocalDate start, LocalDate due) {
    assertThat(with(lines).startDate()).isEqualTo(start);
    assertThat(with(lines).dueDate()).isEqualTo(due);
    assertThat(losses(todo(lines)))
        .isEqualTo(
            switch (name) {
              case "137", "138", "floating" -> List.of("time-of-day-not-shown");
              case "141" -> List.of("due-before-start");
              default -> List.of();
            });
  }

  @Test
  void aTimeOfDayMovesWithItsDate() {
    String text = todo("DTSTART;TZID=Asia/Tokyo:20240612T003000 / DUE:20240612T100000Z");
    Task item = task().startDate(TENTH).dueDate(LocalDate.of(2024, 6, 12)).build();
    String after = LENS.update(text, item, Set.of("start-date", "due-date"), "s");
    assertThat(Events.lines(after))
        .contains("DTSTART;TZID=Asia/Tokyo:20240611T003000", "DUE:20240612T100000Z");
    assertThat(read(after).startDate()).isEqualTo(TENTH);
    String due = todo("DUE;TZID=Europe/Vienna:20240612T100000");
    assertThat(Events.lines(LENS.update(due, item, Set.of("start-date"), "s")))
        .contains("DTSTART;TZID=Europe/Vienna:20240610T000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        // the task begins at nine and is due after a day and two hours, at eleven of the 11th
        "2024-06-09 | 2024-06-11 | DUE;TZID=Europe/Vienna:20240611T110000",
        "2024-06-10 | 2024-06-13 | DUE;TZID=Europe/Vienna:20240613T110000",
        "2024-06-09 | 2024-06-10 | DURATION:P1DT2H",
        "none | 2024-06-11 | DUE;TZID=Europe/Vienna:20240611T110000",
        "none | 2024-06-12 | DUE;TZID=Europe/Vienna:20240612T110000",
        "2024-06-10 | none | none"
      })
  void theTimeOfDayOfADurationStays(LocalDate start, LocalDate due, String expected) {
    String text = todo("DTSTART;TZID=Europe/Vienna:20240610T090000 / DURATION:P1DT2H");
    Task wanted = task().startDate(start).dueDate(due).build();
    String after = LENS.update(text, wanted, Set.of("start-date", "due-date"), "s");
    assertThat(Events.lines(after).stream().filter(l -> l.matches("DU(E|RATION)\\b.*")))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
    assertThat(read(after).startDate()).isEqualTo(start);
    assertThat(read(after).dueDate()).isEqualTo(due);
  }

  @Test
  void aDueDateBeforeTheStartStaysWhenTheStartIsMoved() {
    String text = todo("DTSTART;VALUE=DATE:20240610 / DUE;VALUE=DATE:20240607");
    Task earlier = task().startDate(LocalDate.of(2024, 6, 5)).build();
    assertThat(Events.lines(LENS.update(text, earlier, Set.of("start-date"), "s")))
        .contains("DTSTART;VALUE=DATE:20240605", "DUE;VALUE=DATE:20240607");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        // what Outlook changes, of a task from the 10th at nine to the 12th at five
        "2024-06-10 | 2024-06-14 | 2024-06-12T14:00:00Z | RELATED=END;VALUE=DURATION:-PT49H",
        "2024-06-10 | 2024-06-12 | 2024-06-11T14:00:00Z | RELATED=END;VALUE=DURATION:-PT25H",
        "2024-06-11 | 2024-06-12 | 2024-06-12T14:00:00Z | RELATED=END:-PT1H",
        "none | 2024-06-12 | 2024-06-12T14:00:00Z | RELATED=END:-PT1H",
        "2024-06-10 | none | 2024-06-12T14:00:00Z | RELATED=START;VALUE=DURATION:PT55H",
        "none | none | 2024-06-12T14:00:00Z | VALUE=DATE-TIME:20240612T140000Z",
        "none | none | 2024-06-13T14:00:00Z | VALUE=DATE-TIME:20240613T140000Z",
        "none | none | none | none",
        "2024-06-10 | 2024-06-12 | none | none"
      })
  void anAlarmBeforeTheEndStaysOne(LocalDate start, LocalDate due, Instant at, String expected) {
    String text =
        todo(
            "DTSTART;TZID=Europe/Vienna:20240610T090000 / DUE;TZID=Europe/Vienna:20240612T170000 /"
                + " BEGIN:VALARM / X-WR-ALARMUID:a / ACTION:DISPLAY / TRIGGER;RELATED=END:-PT1H /"
                + " DESCRIPTION:d / END:VALARM");
    Task wanted = task().startDate(start).dueDate(due).reminder(at).build();
    String after = LENS.update(text, wanted, Set.of("start-date", "due-date", "reminder"), "s");
    assertThat(Events.lines(after).stream().filter(l -> l.startsWith("TRIGGER;")))
        .isEqualTo(expected == null ? List.of() : List.of("TRIGGER;" + expected));
    assertThat(after.contains("X-WR-ALARMUID:a")).isEqualTo(expected != null);
    assertThat(read(after).reminder()).isEqualTo(at);
  }

  @Test
  void anAlarmThatHadNothingToCountFromStays() {
    String text = todo("BEGIN:VALARM / ACTION:DISPLAY / TRIGGER:-PT15M / END:VALARM");
    Task due = task().dueDate(TENTH).build();
    String after = LENS.update(text, due, Set.of("due-date"), "s");
    assertThat(Events.lines(after)).contains("DUE;VALUE=DATE:20240610", "TRIGGER:-PT15M");
    assertThat(read(after).reminder()).isEqualTo(Instant.parse("2024-06-09T21:45:00Z"));
    // one that was acknowledged is acknowledged again, as before
    String seen =
        todo(
            "DUE;VALUE=DATE:20240601 / BEGIN:VALARM / ACTION:DISPLAY / TRIGGER;RELATED=END:-PT15M /"
                + " ACKNOWLEDGED:20240601T000000Z / END:VALARM");
    assertThat(read(LENS.update(seen, due, Set.of("due-date"), "s")).reminder()).isNull();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "142 | COMPLETED:20240531T223000Z | COMPLETE | 100 | 2024-06-01",
        "144 | STATUS:IN-PROCESS / PERCENT-COMPLETE:40 | IN_PROGRESS | 40 | none",
        "no date | STATUS:completed | COMPLETE | 100 | none",
        "percent | PERCENT-COMPLETE:100 | COMPLETE | 100 | none",
        "wins | STATUS:NEEDS-ACTION / COMPLETED;VALUE=DATE:20240601 | COMPLETE | 100 | 2024-06-01",
        "deferred | STATUS:CANCELLED | DEFERRED | 0 | none",
        "nothing | SUMMARY:x | NOT_STARTED | 0 | none",
        "nonsense | STATUS:X / PERCENT-COMPLETE:999 | COMPLETE | 100 | none"
      })
  void progress(String name, String lines, TaskStatus status, int percent, LocalDate date) {
    assertThat(TaskProgress.of(with(lines))).isEqualTo(new TaskProgress(status, percent, date));
  }

  @Test
  void case143_completedTasks() {
    assertThat(
            written(
                task()
                    .status(TaskStatus.COMPLETE)
                    .percentComplete(100)
                    .dateCompleted(TENTH)
                    .build()))
        .contains("STATUS:COMPLETED", "PERCENT-COMPLETE:100", "COMPLETED:20240609T220000Z");
    String text = todo("STATUS:COMPLETED / COMPLETED:20240610T173000Z / PERCENT-COMPLETE:100");
    String reopened =
        LENS.update(
            text,
            task().status(TaskStatus.IN_PROGRESS).percentComplete(50).build(),
            Set.of("progress"),
            "s");
    assertThat(reopened)
        .contains("STATUS:IN-PROCESS\r\n", "PERCENT-COMPLETE:50\r\n")
        .doesNotContain("COMPLETED:");
  }

  @Test
  void case145_waitingSurvives() {
    Task waiting = task().status(TaskStatus.WAITING).percentComplete(10).build();
    assertThat(written(waiting)).contains("STATUS;X-TANDEM-WAITING=TRUE:NEEDS-ACTION");
    assertThat(read(LENS.create(waiting, "s")).status()).isEqualTo(TaskStatus.WAITING);
  }

  @Test
  void case146to148_reminders() {
    Instant eight = Instant.parse("2024-06-10T06:00:00Z");
    assertThat(written(task().startDate(TENTH).reminder(eight).build()))
        .contains("TRIGGER;RELATED=START;VALUE=DURATION:PT8H");
    assertThat(
            with("DUE;TZID=Europe/Vienna:20240610T235959 / BEGIN:VALARM / ACTION:DISPLAY /"
                    + " TRIGGER;RELATED=END:-PT15H59M59S / END:VALARM")
                .reminder())
        .isEqualTo(eight);
    assertThat(written(task().reminder(eight).build()))
        .contains("TRIGGER;VALUE=DATE-TIME:20240610T060000Z");
    assertThat(losses(todo("BEGIN:VALARM / ACTION:DISPLAY / TRIGGER:-PT1H / END:VALARM")))
        .containsExactly("alarm-not-representable");
  }

  @Test
  void case149and150_rules() {
    Recurrence daily = Recurrence.of(new RecurrencePattern.Daily(1), TENTH, RecurrenceEnd.NEVER);
    Task item = task().recurrence(daily).build();
    assertThat(written(item))
        .contains("DTSTART;VALUE=DATE;X-TANDEM-FOR-RULE=TRUE:20240610", "RRULE:FREQ=DAILY");
    assertThat(read(LENS.create(item, "s")).startDate()).isNull();
    assertThat(with("DTSTART;VALUE=DATE:20240610").recurrence()).isNull();
  }

  @Test
  void aSeriesThatHasMovedOnCountsFromItsBeginning() {
    Recurrence five =
        Recurrence.of(new RecurrencePattern.Daily(1), TENTH, new RecurrenceEnd.AfterCount(5));
    Task third = task().startDate(TENTH.plusDays(2)).recurrence(five).build();
    assertThat(written(third))
        .contains(
            "DTSTART;VALUE=DATE:20240612", "RRULE;X-TANDEM-START=20240610:FREQ=DAILY;COUNT=3");
    assertThat(read(LENS.create(third, "s")).recurrence()).isEqualTo(five);
  }

  @Test
  void regeneratingTasksLeaveTheRuleToTheServer() {
    Recurrence again =
        Recurrence.of(
            new RecurrencePattern.Regenerating(3, RecurrencePattern.Unit.DAY),
            TENTH,
            RecurrenceEnd.NEVER);
    assertThat(written(task().startDate(TENTH).recurrence(again).build()))
        .noneMatch(l -> l.startsWith("RRULE"));
    String text = todo("DTSTART;VALUE=DATE:20240610 / RRULE:FREQ=DAILY");
    assertThat(LENS.update(text, task().recurrence(again).build(), Set.of("recurrence"), "s"))
        .contains("RRULE:FREQ=DAILY\r\n");
  }

  @Test
  void case151_subtasks() {
    String text =
        todo("SUMMARY:a / RELATED-TO;RELTYPE=SIBLING:s / RELATED-TO:p / X-APPLE-SORT-ORDER:7");
    assertThat(read(text).parentUid()).isEqualTo("p");
    assertThat(LENS.update(text, task().build(), Set.of("subject"), "s"))
        .contains(
            "SUMMARY:x\r\nRELATED-TO;RELTYPE=SIBLING:s\r\nRELATED-TO:p\r\n"
                + "X-APPLE-SORT-ORDER:7\r\n");
    assertThat(LENS.update(text, task().parentUid("").build(), Set.of("parent-uid"), "s"))
        .contains("RELATED-TO;RELTYPE=SIBLING:s\r\n")
        .doesNotContain("RELATED-TO:p");
  }

  @Test
  void appointmentsAreForeign() {
    assertThat(LENS.get(Events.event(Events.TIMES)))
        .isEqualTo(new ResourceLens.Reading.Foreign("an appointment"));
  }
}
