package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.ALL;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.WEST;
import static org.tandemsync.convert.calendar.Events.calendar;
import static org.tandemsync.convert.calendar.Events.event;
import static org.tandemsync.convert.calendar.Events.lines;
import static org.tandemsync.convert.calendar.Events.losses;
import static org.tandemsync.convert.calendar.Events.nine;
import static org.tandemsync.convert.calendar.Events.read;
import static org.tandemsync.convert.calendar.Events.written;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.RecurrencePattern.Daily;
import org.tandemsync.items.RecurrencePattern.Monthly;
import org.tandemsync.items.RecurrencePattern.MonthlyNth;
import org.tandemsync.items.RecurrencePattern.Weekly;
import org.tandemsync.items.RecurrencePattern.Yearly;
import org.tandemsync.items.RecurrencePattern.YearlyNth;
import org.tandemsync.items.Timing;
import org.tandemsync.items.WeekIndex;

/** Cases 67 to 109 of the mapping reference. */
class SeriesCasesTest {
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static String rule(Recurrence rule) {
    LocalDate first = Occurrences.of(rule).first().orElseThrow();
    Appointment item =
        nine()
            .timing(Timing.timed(first.atTime(9, 0), first.atTime(10, 0), WEST))
            .recurrence(rule.withStart(first))
            .build();
    String text = written(item);
    assertThat(Objects.requireNonNull(read(text).recurrence()).sameAs(rule.withStart(first)))
        .as(text)
        .isTrue();
    return lines(text.substring(text.indexOf("BEGIN:VEVENT"))).stream()
        .filter(l -> l.startsWith("RRULE"))
        .findFirst()
        .orElse("");
  }

  private static String rule(RecurrencePattern pattern) {
    return rule(Recurrence.of(pattern, LocalDate.of(2024, 6, 10), RecurrenceEnd.NEVER));
  }

  @Test
  void case67to72and77_patternsAreWritten() {
    assertThat(rule(new Weekly(1, WEEKDAYS))).isEqualTo("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    assertThat(rule(new Yearly(1, Month.DECEMBER, 25)))
        .isEqualTo("RRULE:FREQ=YEARLY;BYMONTHDAY=25;BYMONTH=12");
    assertThat(rule(new MonthlyNth(1, WEEKDAYS, WeekIndex.LAST)))
        .isEqualTo("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
    assertThat(rule(new YearlyNth(1, Month.JUNE, WEEKEND, WeekIndex.FIRST)))
        .isEqualTo("RRULE:FREQ=YEARLY;BYDAY=SA,SU;BYSETPOS=1;BYMONTH=6");
    assertThat(rule(new Monthly(1, 31))).isEqualTo("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1");
    assertThat(rule(new Monthly(2, 30)))
        .isEqualTo("RRULE:FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30;BYSETPOS=-1");
    assertThat(rule(new Monthly(1, 29)))
        .isEqualTo("RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1");
    assertThat(rule(new Yearly(1, Month.FEBRUARY, 29)))
        .isEqualTo("RRULE:FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2");
  }

  @Test
  void endsAreWritten() {
    Recurrence daily = Recurrence.of(new Daily(1), LocalDate.of(2024, 6, 10), RecurrenceEnd.NEVER);
    assertThat(rule(daily.withEnd(new RecurrenceEnd.AfterCount(5))))
        .isEqualTo("RRULE:FREQ=DAILY;COUNT=5");
    // the instant of the last occurrence: winter time
    Recurrence mondays =
        Recurrence.of(
            new Weekly(2, Set.of(DayOfWeek.MONDAY)),
            LocalDate.of(2024, 6, 10),
            new RecurrenceEnd.ByDate(LocalDate.of(2024, 12, 31)));
    assertThat(rule(mondays))
        .isEqualTo("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=MO;UNTIL=20241223T080000Z");
  }

  @ParameterizedTest(name = "{0}: {2} from {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "68 | 20240610T090000 | FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"
            + " | 2024-06-10 2024-06-11 2024-06-12 2024-06-13 2024-06-14 2024-06-17",
        "70 | 20241225T090000 | FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=25"
            + " | 2024-12-25 2026-12-25",
        "73 | 20240611T090000 | FREQ=MONTHLY;BYDAY=2TU | 2024-06-11 2024-07-09",
        "74 | 20240628T090000 | FREQ=MONTHLY;BYDAY=-1FR | 2024-06-28 2024-07-26 2024-08-30",
        "75 | 20241128T090000 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | 2024-11-28 2025-11-27",
        "76 | 20240131T090000 | FREQ=MONTHLY;BYMONTHDAY=-1 | 2024-01-31 2024-02-29 2024-03-31",
        "78 | 20240610T090000 | FREQ=MONTHLY;BYDAY=MO | 2024-06-10 2024-06-17 2024-06-24"
            + " 2024-07-01",
        "82 | 20240610T090000 | FREQ=DAILY | 2024-06-10 2024-06-11",
        "83 | 20240610T090000 | FREQ=DAILY;COUNT=2 | 2024-06-10 2024-06-11 end",
        "84 | 20240610T090000 | FREQ=DAILY;UNTIL=20240601T000000Z | 2024-06-10 end",
        "87 | 20240610T090000 | FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=10 | 2024-06-10 2025-06-10",
        "89a | 20240610T090000 | FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU"
            + " | 2024-06-10 2024-06-23 2024-06-24",
        "89b | 20240610T090000 | FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO"
            + " | 2024-06-10 2024-06-16 2024-06-24",
        "weekly | 20240612T090000 | FREQ=weekly | 2024-06-12 2024-06-19",
        "monthly | 20240612T090000 | FREQ=MONTHLY | 2024-06-12 2024-07-12",
        "yearly | 20240612T090000 | FREQ=YEARLY | 2024-06-12 2025-06-12",
        "two months | 20240101T090000 | FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1"
            + " | 2024-01-01 2024-07-01 2025-01-01",
        "time of day | 20240610T090000 | FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0"
            + " | 2024-06-10 2024-06-11",
        "INTERVAL=0 | 20240610T090000 | FREQ=DAILY;INTERVAL=0 | 2024-06-10 2024-06-11",
        "date | 20240610T090000 | FREQ=DAILY;UNTIL=20240611 | 2024-06-10 2024-06-11 end",
        "end of time | 20240610T090000 | FREQ=DAILY;UNTIL=99991231T235959Z"
            + " | 2024-06-10 2024-06-11"
      })
  void rulesAreRead(String name, String start, String rule, String expected) {
    String text = event("DTSTART;TZID=Europe/Vienna:" + start + " / RRULE:" + rule);
    Recurrence read = Objects.requireNonNull(read(text).recurrence());
    boolean ends = expected.endsWith(" end");
    List<LocalDate> dates =
        List.of(expected.replace(" end", "").split(" ")).stream().map(LocalDate::parse).toList();
    assertThat(Occurrences.of(read).dates().limit(ends ? 100 : dates.size()).toList())
        .isEqualTo(dates);
    assertThat(losses(text))
        .isEqualTo(name.equals("87") ? List.of("rule-part-ignored") : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20240630T090000 | FREQ=MONTHLY;BYMONTHDAY=-1,15",
        "20240629T090000 | FREQ=MONTHLY;BYMONTHDAY=-2",
        "20240101T090000 | FREQ=DAILY;BYMONTH=1",
        "20240409T090000 | FREQ=YEARLY;BYYEARDAY=100",
        "20240610T090000 | FREQ=HOURLY",
        "20240610T090000 | FREQ=DAILY;BYHOUR=9,17",
        "20240610T090000 | FREQ=DAILY;BYEASTER=0",
        "20240610T090000 | RSCALE=HEBREW;FREQ=YEARLY",
        "20240610T090000 | nonsense"
      })
  void case79and80_rulesThatOutlookCannotHoldStayOnTheServer(String start, String rule) {
    String text = event("DTSTART;TZID=Europe/Vienna:" + start + " / SUMMARY:a / RRULE:" + rule);
    assertThat(read(text).recurrence()).isNull();
    assertThat(losses(text)).containsExactly("rule-not-representable");
    String after = LENS.update(text, read(text).toBuilder().subject("b").build(), ALL, "s");
    assertThat(lines(after)).contains("RRULE:" + rule, "SUMMARY:b");
    Appointment weekly =
        read(text).toBuilder()
            .recurrence(
                Recurrence.of(
                    new Weekly(1, Set.of(read(text).timing().start().getDayOfWeek())),
                    read(text).timing().start().toLocalDate(),
                    RecurrenceEnd.NEVER))
            .build();
    String changed = LENS.update(text, weekly, Set.of("recurrence"), "s");
    assertThat(changed).doesNotContain(rule).contains("RRULE:FREQ=WEEKLY;BYDAY=");
    assertThat(losses(changed)).isEmpty();
  }

  @Test
  void case81and88_partsThatAreIgnored() {
    String start = "DTSTART;TZID=Europe/Vienna:20240610T090000 / ";
    assertThat(losses(event(start + "RRULE:FREQ=WEEKLY;COUNT=0")))
        .containsExactly("rule-part-ignored");
    String two = event(start + "RRULE:FREQ=DAILY / RRULE:FREQ=HOURLY / RDATE:20250101T080000Z");
    assertThat(read(two).recurrence()).isNotNull();
    assertThat(losses(two)).containsExactly("further-rule", "rdate-not-representable");
    assertThat(LENS.update(two, nine().subject("x").build(), Set.of("subject"), "s"))
        .contains("RRULE:FREQ=DAILY\r\nRRULE:FREQ=HOURLY\r\nRDATE:20250101T080000Z\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "85 | America/New_York:20240101T230000 | 20240105T040000Z | 2024-01-04",
        "86 | Asia/Tokyo:20240101T070000 | 20240104T220000Z | 2024-01-05"
      })
  void case85and86_untilIsAnInstant(String name, String start, String until, LocalDate last) {
    String text = event("DTSTART;TZID=" + start + " / RRULE:FREQ=DAILY;UNTIL=" + until);
    assertThat(Occurrences.of(Objects.requireNonNull(read(text).recurrence())).last())
        .contains(last);
  }

  private static final String DAILY =
      "BEGIN:VEVENT / UID:u1 / SUMMARY:a / DTSTART;TZID=Europe/Vienna:20240610T090000 /"
          + " DTEND;TZID=Europe/Vienna:20240610T100000 / RRULE:FREQ=DAILY";

  private static Appointment daily(LocalDate start, LocalDate... deleted) {
    return nine()
        .timing(Timing.timed(start.atTime(9, 0), start.atTime(10, 0), WEST))
        .recurrence(
            Recurrence.of(new Daily(1), start, RecurrenceEnd.NEVER).withDeleted(List.of(deleted)))
        .build();
  }

  @Test
  void case91to94_exceptionsAreWrittenInTheFormOfTheStart() {
    LocalDate sunday = LocalDate.of(2024, 3, 31);
    Appointment item = daily(LocalDate.of(2024, 3, 25), sunday);
    Appointment moved =
        item.toBuilder()
            .recurrence(Objects.requireNonNull(item.recurrence()))
            .exceptions(
                List.of(
                    new ExceptionalOccurrence(
                        LocalDateTime.of(2024, 3, 27, 9, 0),
                        nine()
                            .timing(
                                Timing.timed(
                                    LocalDateTime.of(2024, 3, 27, 18, 0),
                                    LocalDateTime.of(2024, 3, 27, 19, 0),
                                    WEST))
                            .build())))
            .build();
    assertThat(lines(written(moved)))
        .contains(
            "EXDATE;TZID=Europe/Vienna:20240331T090000",
            "RECURRENCE-ID;TZID=Europe/Vienna:20240327T090000",
            "DTSTART;TZID=Europe/Vienna:20240327T180000")
        .containsOnlyOnce("BEGIN:VTIMEZONE");
    LocalDate start = LocalDate.of(2024, 6, 10);
    Appointment allDay =
        nine()
            .timing(Timing.allDay(start, start.plusDays(1), WEST))
            .recurrence(
                Recurrence.of(new Daily(1), start, RecurrenceEnd.NEVER)
                    .withDeleted(List.of(start.plusDays(2))))
            .exceptions(
                List.of(
                    new ExceptionalOccurrence(
                        start.plusDays(3).atStartOfDay(),
                        nine()
                            .timing(Timing.allDay(start.plusDays(4), start.plusDays(5), WEST))
                            .build())))
            .build();
    assertThat(lines(written(allDay)))
        .contains(
            "EXDATE;VALUE=DATE:20240612",
            "RECURRENCE-ID;VALUE=DATE:20240613",
            "DTSTART;VALUE=DATE:20240614");
  }

  @Test
  void case96and97_aChangedOccurrenceIsNotDeletedToo() {
    LocalDate tenth = LocalDate.of(2024, 6, 10);
    Appointment item =
        daily(tenth, tenth, tenth.plusDays(1)).toBuilder()
            .exceptions(
                List.of(
                    new ExceptionalOccurrence(
                        tenth.atTime(9, 0),
                        nine()
                            .timing(
                                Timing.timed(
                                    tenth.plusDays(1).atTime(18, 0),
                                    tenth.plusDays(1).atTime(19, 0),
                                    WEST))
                            .build())))
            .build();
    assertThat(lines(written(item)).stream().filter(l -> l.startsWith("EXDATE")).toList())
        .containsExactly("EXDATE;TZID=Europe/Vienna:20240611T090000");
    assertThat(lines(written(item)))
        .containsOnlyOnce("RECURRENCE-ID;TZID=Europe/Vienna:20240610T090000");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "98 | DTSTART;TZID=Europe/Vienna:20240610T000000 | EXDATE:20240611T220000Z | 2024-06-12",
        "99 | DTSTART;TZID=Europe/Vienna:20240610T090000 | EXDATE;VALUE=DATE:20240612 | 2024-06-12",
        "list | DTSTART;TZID=Europe/Vienna:20240610T090000"
            + " | EXDATE;TZID=America/New_York:20240612T030000,x, | 2024-06-12",
        "whole days | DTSTART;VALUE=DATE:20240610 | EXDATE:20240611T220000Z | 2024-06-12",
        "whole days in utc | DTSTART;VALUE=DATE:20240610 | EXDATE:20240612T000000Z | 2024-06-12"
      })
  void deletedOccurrencesAreRead(String name, String start, String lines, LocalDate deleted) {
    String text = event(start + " / RRULE:FREQ=DAILY / " + lines);
    assertThat(Objects.requireNonNull(read(text).recurrence()).deleted())
        .isEqualTo(new TreeSet<>(Set.of(deleted)));
    assertThat(losses(text)).isEqualTo(name.equals("list") ? List.of("bad-exdate") : List.of());
  }

  @Test
  void case100_exdateWithoutOccurrence() {
    String text =
        event("DTSTART:20240610T070000Z / RRULE:FREQ=DAILY;COUNT=3 / EXDATE:20240620T070000Z");
    assertThat(losses(text)).containsExactly("exdate-without-occurrence");
    assertThat(Objects.requireNonNull(read(text).recurrence()).deleted()).isEmpty();
  }

  private static String override(String id, String lines) {
    return " / BEGIN:VEVENT / UID:u1 / RECURRENCE-ID" + id + " / " + lines + " / END:VEVENT";
  }

  @Test
  void case103to105_overridesAreRead() {
    String moved =
        "BEGIN:VEVENT / UID:u1 / RECURRENCE-ID:20240611T223000Z /"
            + " DTSTART;TZID=Europe/Vienna:20240612T180000 / SUMMARY:moved / END:VEVENT / ";
    String text =
        calendar(
            moved
                + DAILY.replace("T090000", "T003000").replace("T100000", "T013000")
                + " / END:VEVENT"
                + override(
                    ";TZID=Europe/Vienna:20240614T003000",
                    "DTSTART;TZID=Europe/Vienna:20240614T003000 / STATUS:CANCELLED"));
    Appointment item = read(text);
    assertThat(item.subject()).isEqualTo("a");
    assertThat(item.exceptions()).hasSize(1);
    assertThat(item.exceptions().getFirst().originalStart())
        .isEqualTo(LocalDateTime.of(2024, 6, 12, 0, 30));
    assertThat(item.exceptions().getFirst().occurrence().subject()).isEqualTo("moved");
    assertThat(Objects.requireNonNull(item.recurrence()).deleted())
        .containsExactly(LocalDate.of(2024, 6, 14));
    assertThat(losses(text)).isEmpty();
    assertThat(LENS.update(text, item, ALL, "s")).isSameAs(text);
    String back =
        LENS.update(
            text,
            item.toBuilder()
                .recurrence(Objects.requireNonNull(item.recurrence()).withDeleted(List.of()))
                .build(),
            Set.of("recurrence"),
            "s");
    assertThat(back).doesNotContain("CANCELLED");
    assertThat(Objects.requireNonNull(read(back).recurrence()).deleted()).isEmpty();
  }

  @Test
  void overridesThatOutlookCannotHoldStay() {
    String text =
        calendar(
            DAILY
                + " / END:VEVENT"
                + override(
                    ";TZID=Europe/Vienna:20240601T090000",
                    "DTSTART;TZID=Europe/Vienna:20240601T100000")
                + override(
                    ";RANGE=THISANDFUTURE;TZID=Europe/Vienna:20240601T090000",
                    "DTSTART;TZID=Europe/Vienna:20240620T100000")
                + override(";TZID=Europe/Vienna:20240615T090000", "SUMMARY:no start"));
    assertThat(read(text).exceptions()).isEmpty();
    assertThat(losses(text))
        .containsExactly(
            "override-not-representable", "this-and-future", "override-not-representable");
    String after = LENS.update(text, read(text).toBuilder().subject("b").build(), ALL, "s");
    assertThat(after).contains(text.substring(text.indexOf("END:VEVENT")));
  }

  @Test
  void case106and107_overridesWithoutMaster() {
    String one =
        override(
                ";TZID=Europe/Vienna:20240611T090000",
                "DTSTART;TZID=Europe/Vienna:20240611T100000 / SUMMARY:x")
            .substring(3);
    assertThat(read(calendar(one)).recurrence()).isNull();
    assertThat(losses(calendar(one))).isEmpty();
    String edited = LENS.update(calendar(one), nine().subject("y").build(), Set.of("subject"), "s");
    assertThat(lines(edited))
        .contains("RECURRENCE-ID;TZID=Europe/Vienna:20240611T090000", "SUMMARY:y");
    String two =
        calendar(
            override(
                        ";TZID=Europe/Vienna:20240618T090000",
                        "DTSTART;TZID=Europe/Vienna:20240618T100000 / SUMMARY:later")
                    .substring(3)
                + " / "
                + one);
    assertThat(losses(two)).containsExactly("overrides-without-master");
    assertThat(read(two).subject()).isEqualTo("x");
    assertThat(LENS.update(two, nine().subject("y").build(), Set.of("subject"), "s"))
        .contains("SUMMARY:y", "SUMMARY:later");
  }

  @Test
  void case108_aRuleThatIsGone() {
    assertThat(read(calendar(DAILY.replace(" / RRULE:FREQ=DAILY", "") + " / END:VEVENT")))
        .extracting(Appointment::recurrence)
        .isNull();
    String text =
        calendar(
            DAILY
                + " / EXDATE;TZID=Europe/Vienna:20240612T090000 / END:VEVENT"
                + override(
                    ";TZID=Europe/Vienna:20240611T090000",
                    "DTSTART;TZID=Europe/Vienna:20240611T100000"));
    String single =
        LENS.update(
            text,
            read(text).toBuilder().exceptions(List.of()).recurrence(null).build(),
            Set.of("recurrence"),
            "s");
    assertThat(single).doesNotContain("RRULE", "EXDATE", "RECURRENCE-ID");
  }

  @Test
  void aMovedSeriesTakesItsExceptionsAlong() {
    String text =
        calendar(
            DAILY
                + ";UNTIL=20240630T070000Z / EXDATE;TZID=Europe/Vienna:20240612T090000 /"
                + " END:VEVENT"
                + override(
                    ";TZID=Europe/Vienna:20240611T090000",
                    "DTSTART;TZID=Europe/Vienna:20240611T170000 / X-A:1"));
    Appointment item = read(text);
    Appointment later =
        item.toBuilder()
            .timing(
                Timing.timed(
                    LocalDateTime.of(2024, 6, 10, 11, 0),
                    LocalDateTime.of(2024, 6, 10, 12, 0),
                    WEST))
            .build();
    String after = LENS.update(text, later, Set.of("timing"), "s");
    assertThat(lines(after))
        .contains(
            "DTSTART;TZID=Europe/Vienna:20240610T110000",
            "RRULE:FREQ=DAILY;UNTIL=20240630T090000Z",
            "EXDATE;TZID=Europe/Vienna:20240612T110000",
            "RECURRENCE-ID;TZID=Europe/Vienna:20240611T110000",
            "DTSTART;TZID=Europe/Vienna:20240611T170000",
            "X-A:1");
    assertThat(read(after).recurrence()).isEqualTo(item.recurrence());
  }

  @Test
  void anEditOfOneOccurrenceChangesItsEventOnly() {
    String text =
        calendar(
            DAILY
                + " / X-M:1 / END:VEVENT"
                + override(
                    ";TZID=Europe/Vienna:20240611T090000",
                    "DTSTART;TZID=Europe/Vienna:20240611T170000 / SUMMARY:o / X-A:1")
                + override(
                    ";TZID=Europe/Vienna:20240613T090000",
                    "DTSTART;TZID=Europe/Vienna:20240613T170000 / X-B:1"));
    Appointment item = read(text);
    ExceptionalOccurrence first = item.exceptions().getFirst();
    Appointment edited =
        item.toBuilder()
            .exceptions(
                List.of(
                    new ExceptionalOccurrence(
                        first.originalStart(), first.occurrence().toBuilder().subject("p").build()),
                    item.exceptions().getLast()))
            .build();
    String after = LENS.update(text, edited, ALL, "s");
    assertThat(after)
        .isEqualTo(
            text.replace("X-M:1\r\n", "X-M:1\r\nX-TANDEM-STAMP:s\r\n")
                .replace(
                    "SUMMARY:o\r\nX-A:1\r\n",
                    "SUMMARY:p\r\nX-A:1\r\nDTSTAMP:20240601T120000Z\r\n"
                        + "LAST-MODIFIED:20240601T120000Z\r\n"));
  }
}
