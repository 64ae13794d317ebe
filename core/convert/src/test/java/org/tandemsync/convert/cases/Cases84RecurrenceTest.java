package org.tandemsync.convert.cases;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.tandemsync.convert.cases.Case.edits;
import static org.tandemsync.convert.cases.Case.goesRound;
import static org.tandemsync.convert.cases.Case.reads;
import static org.tandemsync.convert.cases.Texts.nine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.RecurrencePattern.Monthly;
import org.tandemsync.items.RecurrencePattern.MonthlyNth;
import org.tandemsync.items.RecurrencePattern.Weekly;
import org.tandemsync.items.RecurrencePattern.Yearly;
import org.tandemsync.items.RecurrencePattern.YearlyNth;
import org.tandemsync.items.Timing;
import org.tandemsync.items.WeekIndex;

class Cases84RecurrenceTest {
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);

  /** A rule of Outlook's goes to the server and comes back the same. */
  private static Case rule(int number, RecurrencePattern pattern, String shown, String rule) {
    Recurrence endless = Recurrence.of(pattern, LocalDate.of(2024, 6, 10), RecurrenceEnd.NEVER);
    LocalDate first = Occurrences.of(endless).first().orElseThrow();
    return goesRound(
        number,
        shown,
        nine()
            .timing(Timing.timed(first.atTime(9, 0), first.atTime(10, 0), Texts.WEST))
            .recurrence(endless.withStart(first))
            .build(),
        "pattern=" + shown + "; until=never",
        "RRULE:" + rule);
  }

  private static Case read(int number, String start, String rule, String expected) {
    return reads(number, "DTSTART;TZID=" + start + " / RRULE:" + rule, expected);
  }

  private static final String MONDAY_NINE = "Europe/Vienna:20240610T090000";

  private static Case stays(int number, String rule) {
    return edits(
        number,
        "SUMMARY:a / RRULE:" + rule,
        b -> b.subject("b"),
        Texts.fields(org.tandemsync.items.ItemType.APPOINTMENT),
        "SUMMARY:b",
        "RRULE:" + rule);
  }

  static final List<Case> CASES =
      List.of(
          rule(
              67,
              new Weekly(1, WEEKDAYS),
              "Weekly 1 [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]",
              "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
          read(
              68,
              MONDAY_NINE,
              "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
              "pattern=Weekly 1 [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]"),
          rule(
              69,
              new Yearly(1, Month.DECEMBER, 25),
              "Yearly 1 DECEMBER 25",
              "FREQ=YEARLY;BYMONTHDAY=25;BYMONTH=12"),
          read(
              70,
              "Europe/Vienna:20241225T090000",
              "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=25",
              "pattern=Yearly 2 DECEMBER 25; dates=2024-12-25 2026-12-25"),
          rule(
              71,
              new MonthlyNth(1, WEEKDAYS, WeekIndex.LAST),
              "MonthlyNth 1 LAST [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]",
              "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
          rule(
              72,
              new YearlyNth(1, Month.JUNE, EnumSet.of(SATURDAY, SUNDAY), WeekIndex.FIRST),
              "YearlyNth 1 JUNE FIRST [SATURDAY, SUNDAY]",
              "FREQ=YEARLY;BYDAY=SA,SU;BYSETPOS=1;BYMONTH=6"),
          read(
              73,
              "Europe/Vienna:20240611T090000",
              "FREQ=MONTHLY;BYDAY=2TU",
              "pattern=MonthlyNth 1 SECOND [TUESDAY]; dates=2024-06-11 2024-07-09"),
          read(
              74,
              "Europe/Vienna:20240628T090000",
              "FREQ=MONTHLY;BYDAY=-1FR",
              "pattern=MonthlyNth 1 LAST [FRIDAY]; dates=2024-06-28 2024-07-26 2024-08-30"),
          read(
              75,
              "Europe/Vienna:20241128T090000",
              "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
              "pattern=YearlyNth 1 NOVEMBER FOURTH [THURSDAY]; dates=2024-11-28 2025-11-27"),
          read(
              76,
              "Europe/Vienna:20240131T090000",
              "FREQ=MONTHLY;BYMONTHDAY=-1",
              "pattern=Monthly 1 day 31; dates=2024-01-31 2024-02-29 2024-03-31 2024-04-30"),
          rule(77, new Monthly(1, 31), "Monthly 1 day 31", "FREQ=MONTHLY;BYMONTHDAY=-1"),
          rule(
              77,
              new Monthly(1, 30),
              "Monthly 1 day 30",
              "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
          rule(
              77,
              new Monthly(1, 29),
              "Monthly 1 day 29",
              "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1"),
          rule(
              77,
              new Yearly(1, Month.FEBRUARY, 29),
              "Yearly 1 FEBRUARY 29",
              "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"),
          read(
              78,
              MONDAY_NINE,
              "FREQ=MONTHLY;BYDAY=MO",
              "pattern=Weekly 1 [MONDAY]; dates=2024-06-10 2024-06-17 2024-06-24 2024-07-01"),
          read(
              79,
              "Europe/Vienna:20240603T090000",
              "FREQ=MONTHLY;BYDAY=1MO,3MO",
              "pattern=Weekly 1 [MONDAY]; dates=2024-06-03 2024-06-17 2024-07-01 2024-07-15;"
                  + " loss=rule-shown-until"),
          stays(79, "FREQ=MONTHLY;BYDAY=1MO,3MO"),
          read(80, MONDAY_NINE, "FREQ=HOURLY", "pattern=none; loss=rule-not-representable"),
          stays(80, "FREQ=HOURLY"),
          read(
              81,
              MONDAY_NINE,
              "FREQ=WEEKLY;COUNT=0",
              "pattern=Weekly 1 [MONDAY]; until=never; loss=rule-part-ignored"),
          read(82, MONDAY_NINE, "FREQ=DAILY", "pattern=Daily 1; until=never"),
          read(83, MONDAY_NINE, "FREQ=DAILY;COUNT=5", "pattern=Daily 1; until=5 times"),
          read(
              84,
              MONDAY_NINE,
              "FREQ=DAILY;UNTIL=20240601T000000Z",
              "until=2024-06-10; dates=2024-06-10 end"),
          read(
              85,
              "America/New_York:20240101T230000",
              "FREQ=DAILY;UNTIL=20240105T040000Z",
              "dates=2024-01-01 2024-01-02 2024-01-03 2024-01-04 end"),
          read(
              86,
              "Asia/Tokyo:20240101T070000",
              "FREQ=DAILY;UNTIL=20240104T220000Z",
              "dates=2024-01-01 2024-01-02 2024-01-03 2024-01-04 2024-01-05 end"),
          read(
              87,
              MONDAY_NINE,
              "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=10",
              "pattern=Yearly 1 JUNE 10; loss=rule-part-ignored"),
          read(
              88,
              MONDAY_NINE,
              "FREQ=DAILY / RRULE:FREQ=HOURLY",
              "pattern=Daily 1; loss=further-rule"),
          read(88, MONDAY_NINE, "FREQ=DAILY / RRULE:FREQ=YEARLY", "pattern=Daily 1; until=never"),
          read(
              88,
              MONDAY_NINE,
              "FREQ=WEEKLY;COUNT=3 / RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=3",
              "dates=2024-06-10 2024-06-13 2024-06-17 2024-06-24 end"),
          edits(
              88,
              "SUMMARY:a / RRULE:FREQ=DAILY / RRULE:FREQ=YEARLY",
              b -> b.subject("b"),
              Texts.fields(org.tandemsync.items.ItemType.APPOINTMENT),
              "SUMMARY:b",
              "RRULE:FREQ=DAILY",
              "RRULE:FREQ=YEARLY"),
          read(
              89,
              MONDAY_NINE,
              "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
              "dates=2024-06-10 2024-06-23 2024-06-24"),
          read(
              89,
              MONDAY_NINE,
              "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO",
              "dates=2024-06-10 2024-06-16 2024-06-24"));

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.tests("8.4", CASES);
  }
}
