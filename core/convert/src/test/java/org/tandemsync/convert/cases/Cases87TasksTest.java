package org.tandemsync.convert.cases;

import static org.tandemsync.convert.cases.Case.editsTask;
import static org.tandemsync.convert.cases.Case.goesRound;
import static org.tandemsync.convert.cases.Case.goesRoundWith;
import static org.tandemsync.convert.cases.Case.readsTask;
import static org.tandemsync.convert.cases.Texts.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.convert.CalendarSpelling;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.TaskStatus;

class Cases87TasksTest {
  private static final LocalDate TENTH = LocalDate.of(2024, 6, 10);
  private static final Instant EIGHT = Instant.parse("2024-06-10T06:00:00Z");

  private static LensSettings tasks(boolean floating, boolean fixed) {
    return Texts.SETTINGS.with(
        CalendarSpelling.USUAL.with(new CalendarSpelling.Tasks(floating, fixed, true)));
  }

  static final List<Case> CASES =
      List.of(
          new Case(152, "filter, no categories", ViewCases::taskInFilter),
          goesRound(
              136,
              "start 10, due 12 June, as dates",
              task().startDate(TENTH).dueDate(TENTH.plusDays(2)).build(),
              "start=2024-06-10; due=2024-06-12",
              "DTSTART;VALUE=DATE:20240610",
              "DUE;VALUE=DATE:20240612",
              "!DURATION"),
          goesRoundWith(
              tasks(true, false),
              136,
              "start 10, due 12 June, floating",
              task().startDate(TENTH).dueDate(TENTH.plusDays(2)).reminder(EIGHT).build(),
              "start=2024-06-10; due=2024-06-12; reminder=2024-06-10T06:00:00Z",
              "DTSTART:20240610T000000",
              "DUE:20240612T235959",
              "TRIGGER;RELATED=START;VALUE=DURATION:PT8H",
              "!DURATION",
              "!BEGIN:VTIMEZONE"),
          goesRoundWith(
              tasks(true, false),
              136,
              "due 12 June only, floating",
              task().dueDate(TENTH.plusDays(2)).build(),
              "start=null; due=2024-06-12",
              "DUE:20240612T235959"),
          goesRoundWith(
              tasks(true, false),
              136,
              "a daily series to the 12th, floating",
              task()
                  .startDate(TENTH)
                  .recurrence(
                      Recurrence.of(
                          new RecurrencePattern.Daily(1),
                          TENTH,
                          new RecurrenceEnd.ByDate(TENTH.plusDays(2))))
                  .build(),
              "dates=2024-06-10 2024-06-11 2024-06-12 end",
              "DTSTART:20240610T000000"),
          readsTask(
              136,
              "DTSTART;TZID=W. Europe Standard Time:20240610T000000 /"
                  + " DUE;TZID=W. Europe Standard Time:20240612T235959",
              "start=2024-06-10; due=2024-06-12"),
          readsTask(
              137,
              "DUE:20240611T223000Z",
              "start=null; due=2024-06-12; loss=time-of-day-not-shown"),
          readsTask(
              138,
              "DUE;TZID=Asia/Tokyo:20240612T003000",
              "due=2024-06-11; loss=time-of-day-not-shown"),
          readsTask(139, "SUMMARY:x", "start=null; due=null"),
          readsTask(
              140,
              "DTSTART;VALUE=DATE:20240610 / DUE;VALUE=DATE:20240610",
              "start=2024-06-10; due=2024-06-10"),
          readsTask(
              141,
              "DTSTART;VALUE=DATE:20240612 / DUE;VALUE=DATE:20240610 / SUMMARY:x",
              "start=2024-06-12; due=null; subject=x; loss=due-before-start"),
          readsTask(
              142,
              "COMPLETED:20240531T223000Z",
              "status=COMPLETE; completed=2024-06-01; percent=100"),
          goesRound(
              143,
              "completed on 10 June",
              task().status(TaskStatus.COMPLETE).percentComplete(100).dateCompleted(TENTH).build(),
              "status=COMPLETE; completed=2024-06-10",
              "STATUS:COMPLETED",
              "PERCENT-COMPLETE:100",
              "COMPLETED:20240609T220000Z"),
          readsTask(
              144, "STATUS:IN-PROCESS / PERCENT-COMPLETE:40", "status=IN_PROGRESS; percent=40"),
          goesRound(
              145,
              "waiting",
              task().status(TaskStatus.WAITING).build(),
              "status=WAITING",
              "STATUS;X-TANDEM-WAITING=TRUE:NEEDS-ACTION"),
          goesRound(
              146,
              "start 10 June, reminder at 8",
              task().startDate(TENTH).reminder(EIGHT).build(),
              "reminder=2024-06-10T06:00:00Z",
              "TRIGGER;RELATED=START;VALUE=DURATION:PT8H"),
          goesRound(
              147,
              "due 10 June, reminder at 8, at a fixed time",
              task().dueDate(TENTH).reminder(EIGHT).build(),
              "reminder=2024-06-10T06:00:00Z",
              "TRIGGER;VALUE=DATE-TIME:20240610T060000Z"),
          readsTask(
              147,
              "DUE;TZID=Europe/Vienna:20240610T235959 / BEGIN:VALARM / ACTION:DISPLAY /"
                  + " TRIGGER;RELATED=END:-PT15H59M59S / END:VALARM",
              "reminder=2024-06-10T06:00:00Z"),
          goesRoundWith(
              tasks(false, false),
              145,
              "deferred, kept open",
              task().status(TaskStatus.DEFERRED).build(),
              "status=DEFERRED",
              "STATUS;X-TANDEM-DEFERRED=TRUE:NEEDS-ACTION"),
          goesRound(
              145,
              "deferred",
              task().status(TaskStatus.DEFERRED).build(),
              "status=DEFERRED",
              "STATUS:CANCELLED"),
          goesRoundWith(
              tasks(false, true),
              148,
              "start 10 June, reminder at 8, opt. absolute",
              task().startDate(TENTH).reminder(EIGHT).build(),
              "reminder=2024-06-10T06:00:00Z",
              "TRIGGER;VALUE=DATE-TIME:20240610T060000Z"),
          goesRound(
              148,
              "no dates, reminder at 8",
              task().reminder(EIGHT).build(),
              "reminder=2024-06-10T06:00:00Z",
              "TRIGGER;VALUE=DATE-TIME:20240610T060000Z"),
          goesRound(
              149,
              "a series without start",
              task()
                  .recurrence(
                      Recurrence.of(new RecurrencePattern.Daily(1), TENTH, RecurrenceEnd.NEVER))
                  .build(),
              "start=null; dates=2024-06-10 2024-06-11",
              "DTSTART;VALUE=DATE;X-TANDEM-FOR-RULE=TRUE:20240610",
              "RRULE:FREQ=DAILY"),
          readsTask(150, "DTSTART;VALUE=DATE:20240610", "dates=none"),
          editsTask(
              151,
              "SUMMARY:a / RELATED-TO:parent / X-APPLE-SORT-ORDER:7",
              b -> b.subject("b"),
              Set.of("subject"),
              "SUMMARY:b",
              "RELATED-TO:parent",
              "X-APPLE-SORT-ORDER:7"));

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.tests("8.7", CASES);
  }
}
