package org.tandemsync.convert.cases;

import static org.tandemsync.convert.cases.Case.goesRound;
import static org.tandemsync.convert.cases.Case.reads;
import static org.tandemsync.convert.cases.Case.readsNine;
import static org.tandemsync.convert.cases.Texts.nine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;

class Cases83RemindersTest {
  private static Case alarm(int number, String lines, String expected) {
    return readsNine(number, "BEGIN:VALARM / " + lines + " / END:VALARM", expected);
  }

  private static final String NEXT = " / END:VALARM / BEGIN:VALARM / ";

  static final List<Case> CASES =
      List.of(
          new Case(54, "a past reminder is left on the server", ViewCases::pastReminder),
          new Case(64, "and not brought", ViewCases::pastReminder),
          goesRound(
              52,
              "15 minutes",
              nine().reminder(Reminder.before(15)).build(),
              "reminder=15",
              "BEGIN:VALARM",
              "ACTION:DISPLAY",
              "TRIGGER:-PT15M",
              "DESCRIPTION:Reminder"),
          goesRound(
              53,
              "0 minutes",
              nine().reminder(Reminder.before(0)).build(),
              "reminder=0",
              "TRIGGER:-P0D"),
          goesRound(
              55,
              "weekly since 2020 without end",
              nine()
                  .timing(
                      Timing.timed(
                          Texts.at("2020-06-08T09:00"), Texts.at("2020-06-08T10:00"), Texts.WEST))
                  .recurrence(
                      Recurrence.of(
                          new RecurrencePattern.Weekly(1, Set.of(DayOfWeek.MONDAY)),
                          LocalDate.of(2020, 6, 8),
                          RecurrenceEnd.NEVER))
                  .reminder(Reminder.before(15))
                  .build(),
              "reminder=15",
              "TRIGGER:-PT15M"),
          alarm(
              56,
              "ACTION:EMAIL / TRIGGER:-PT1H" + NEXT + "ACTION:DISPLAY / TRIGGER:-PT10M",
              "reminder=10; loss=alarm-not-representable"),
          alarm(57, "ACTION:EMAIL / TRIGGER:-PT1H", "reminder=none; loss=alarm-not-representable"),
          alarm(58, "ACTION:AUDIO / TRIGGER:-PT30M", "reminder=30"),
          alarm(
              59, "ACTION:DISPLAY / TRIGGER:PT15M", "reminder=none; loss=alarm-not-representable"),
          alarm(60, "ACTION:DISPLAY / TRIGGER;RELATED=END:-PT90M", "reminder=30"),
          alarm(
              61,
              "ACTION:DISPLAY / TRIGGER;RELATED=END:-PT30M",
              "reminder=none; loss=alarm-not-representable"),
          alarm(62, "ACTION:DISPLAY / TRIGGER;VALUE=DATE-TIME:20240610T060000Z", "reminder=60"),
          alarm(
              63,
              "ACTION:DISPLAY / TRIGGER;VALUE=DATE-TIME:20240610T080000Z",
              "reminder=none; loss=alarm-not-representable"),
          reads(
              65,
              "DTSTART:20200610T070000Z / DTEND:20200610T080000Z / BEGIN:VALARM / ACTION:DISPLAY /"
                  + " TRIGGER;RELATED=END:-PT90M / END:VALARM",
              "reminder=30"),
          alarm(66, "ACTION:DISPLAY", "reminder=none; loss=alarm-not-representable"));

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.tests("8.3", CASES);
  }
}
