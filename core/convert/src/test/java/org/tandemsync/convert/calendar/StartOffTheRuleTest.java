package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.ALL;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.lines;
import static org.tandemsync.convert.calendar.Events.losses;
import static org.tandemsync.convert.calendar.Events.read;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;

/**
 * DTSTART is no day of its rule: what takes place then is not defined (RFC 5545 3.8.5.3). A series
 * must not become a single appointment in Outlook for it.
 */
class StartOffTheRuleTest {
  private static String event(String start, String rule) {
    return Events.event(
        "DTSTART;TZID=Europe/Vienna:"
            + start
            + "T090000 / DTEND;TZID=Europe/Vienna:"
            + start
            + "T100000 / SUMMARY:a / RRULE:"
            + rule);
  }

  private static Recurrence rule(Appointment item) {
    return Objects.requireNonNull(item.recurrence());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // it counts as the first of COUNT
        "20260304 | FREQ=WEEKLY;BYDAY=TH;COUNT=3 | 2026-03-04 2026-03-05 2026-03-12",
        "20260304 | FREQ=WEEKLY;BYDAY=TH;COUNT=1 | 2026-03-04",
        "20260304 | FREQ=MONTHLY;BYMONTHDAY=5;COUNT=3 | 2026-03-04 2026-03-05 2026-04-05",
        "20260304 | FREQ=MONTHLY;BYDAY=1TH;COUNT=3 | 2026-03-04 2026-03-05 2026-04-02",
        "20240611 | FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=3 | 2024-06-11 2024-06-17 2024-07-01",
        // Outlook has no room for so many deleted days beside it
        "20260304 | FREQ=MONTHLY;BYMONTHDAY=5 | 2026-03-05 2026-04-05 2026-05-05",
        "20260304 | FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1 | 2026-09-01 2027-03-01",
        "20260304 | FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-03-31 2026-04-30",
        "20260304 | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5 | 2026-03-05 2027-03-05",
        "20260304 | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5;COUNT=20 | 2026-03-05 2027-03-05",
        "20260304 | FREQ=YEARLY;BYMONTH=3;BYDAY=1TH | 2026-03-05 2027-03-04",
        // every quarter, and begun in between
        "20260110 | FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15 | 2026-03-15 2026-06-15 2026-09-15",
        "20261220 | FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15 | 2027-03-15 2027-09-15",
        "20260110 | FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15;COUNT=3"
            + " | 2026-01-10 2026-03-15 2026-06-15"
      })
  void aSeriesStaysOne(String start, String rule, String expected) {
    String text = event(start, rule);
    List<LocalDate> dates = List.of(expected.split(" ")).stream().map(LocalDate::parse).toList();
    Appointment item = read(text);
    assertThat(losses(text)).containsExactly("rule-part-ignored");
    assertThat(Occurrences.of(rule(item)).dates().limit(dates.size()).toList()).isEqualTo(dates);
    assertThat(item.timing().start()).isEqualTo(dates.getFirst().atTime(9, 0));
    assertThat(item.timing().end()).isEqualTo(dates.getFirst().atTime(10, 0));
    assertThat(LENS.update(text, item, ALL, "t")).isSameAs(text);
    Appointment renamed = item.toBuilder().subject("b").build();
    assertThat(lines(LENS.update(text, renamed, ALL, "t")))
        .contains("RRULE:" + rule, "DTSTART;TZID=Europe/Vienna:" + start + "T090000");
    edited(text, item);
  }

  /** As it was shown once: its user has never seen the series and moves the first day. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;COUNT=3",
        "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYMONTHDAY=5;COUNT=3"
      })
  void whatIsShownAsASingleAppointmentIsMovedWithItsRuleAsItIs(String rule) {
    String text = event("20260304", rule + " / EXDATE;TZID=Europe/Vienna:20270501T090000");
    Appointment single =
        read(text).toBuilder()
            .recurrence(null)
            .exceptions(List.of())
            .timing(read(text).timing().movedTo(LocalDateTime.parse("2026-03-05T11:00")))
            .build();
    String after = LENS.update(text, single, Set.of("timing"), "t");
    assertThat(lines(after))
        .contains(
            "DTSTART;TZID=Europe/Vienna:20260305T110000",
            "DTEND;TZID=Europe/Vienna:20260305T120000",
            "RRULE:" + rule,
            "EXDATE;TZID=Europe/Vienna:20270501T110000");
    assertThat(LENS.update(after, single, Set.of("timing"), "t")).isEqualTo(after);
  }

  /** What is changed in Outlook is there afterwards, of times and rule and occurrences. */
  private static void edited(String text, Appointment item) {
    Appointment later =
        item.toBuilder().timing(item.timing().movedTo(item.timing().start().plusHours(1))).build();
    Appointment ended =
        item.toBuilder()
            .recurrence(
                rule(item)
                    .withEnd(new RecurrenceEnd.ByDate(item.timing().start().toLocalDate()))
                    .withDeleted(Set.of()))
            .build();
    for (Appointment wanted : List.of(later, ended)) {
      String after = LENS.update(text, wanted, ALL, "t");
      assertThat(read(after).timing()).as(after).isEqualTo(wanted.timing());
      assertThat(Occurrences.of(rule(read(after))).dates().limit(50).toList())
          .as(after)
          .isEqualTo(Occurrences.of(rule(wanted)).dates().limit(50).toList());
      assertThat(LENS.update(after, wanted, ALL, "t")).isSameAs(after);
    }
  }

  /** Of which the months are counted from the first one in Outlook. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15 | 2026-03-15 2026-06-15 2026-09-15 2026-12-15",
        "FREQ=YEARLY;BYMONTH=3,9 | 2026-03-15 2026-09-15 2027-03-15",
        "FREQ=YEARLY;BYMONTH=2,5,8,11 | 2026-02-15 2026-05-15 2026-08-15 2026-11-15",
        "FREQ=YEARLY;BYMONTH=1,4,7,10 | 2026-04-15 2026-07-15 2026-10-15 2027-01-15"
      })
  void everyQuarterIsInItsMonths(String rule, String expected) {
    String text = event("20260115", rule);
    List<LocalDate> dates =
        Occurrences.of(rule(read(text)))
            .dates()
            .filter(d -> d.getMonthValue() != 1 || d.getYear() > 2026)
            .limit(expected.split(" ").length)
            .toList();
    assertThat(dates.stream().map(LocalDate::toString)).containsExactly(expected.split(" "));
  }

  /** "End after 8 occurrences": Outlook counts those of its pattern, also the deleted ones. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;BYDAY=TH;COUNT=10 | 8 | 2026-03-26",
        "FREQ=WEEKLY;BYDAY=TH | 8 | 2026-03-26",
        "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10 | 7 | 2026-03-18",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5;COUNT=20 | 3 | 2028-03-05",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5 | 3 | 2028-03-05"
      })
  void endedAfterSoMany(String rule, int count, LocalDate last) {
    String text = event("20260304", rule);
    Appointment item = read(text);
    Recurrence ended = rule(item).withEnd(new RecurrenceEnd.AfterCount(count));
    ended = ended.withDeleted(ended.deleted().stream().filter(d -> !d.isAfter(last)).toList());
    for (Recurrence wanted : List.of(ended, ended.withDeleted(rule(item).deleted()))) {
      Appointment fewer = item.toBuilder().recurrence(wanted).build();
      String after = LENS.update(text, fewer, Set.of("recurrence"), "t");
      assertThat(Occurrences.of(rule(read(after))).dates().toList())
          .as(after)
          .isEqualTo(Occurrences.of(wanted).dates().toList());
      assertThat(LENS.update(after, fewer, Set.of("recurrence"), "t")).isSameAs(after);
    }
  }

  /** Between DTSTART and the first day of the rule the clocks of two zones change apart. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Lisbon:20231026T063000 | UTC:20231026T060000 | MONTHLY;BYMONTHDAY=10"
            + " | 2023-11-10T06:30 | 2023-11-10T07:00",
        "Europe/Lisbon:20231026T063000 | Asia/Kolkata:20231026T113000 | MONTHLY;BYMONTHDAY=10"
            + " | 2023-11-10T06:30 | 2023-11-10T12:30",
        "Europe/Lisbon:20231026T063000 | Europe/Vienna:20231026T080000 | MONTHLY;BYMONTHDAY=10"
            + " | 2023-11-10T06:30 | 2023-11-10T08:00",
        "America/New_York:20260320T100000 | Europe/London:20260320T143000"
            + " | YEARLY;BYMONTH=5;BYMONTHDAY=1 | 2026-05-01T10:00 | 2026-05-01T15:30"
      })
  void anEndInAnotherZone(String start, String end, String rule, String from, String to) {
    String text =
        Events.event("DTSTART;TZID=" + start + " / DTEND;TZID=" + end + " / RRULE:FREQ=" + rule);
    Appointment item = read(text);
    assertThat(item.timing().start()).isEqualTo(from);
    assertThat(item.timing().end()).isEqualTo(to);
    assertThat(item.timing().endZone()).isNotEqualTo(item.timing().startZone());
    assertThat(LENS.update(text, item, ALL, "t")).isSameAs(text);
  }

  /** Also where the days of a series in UTC are others than those of whoever wrote the rule. */
  @ParameterizedTest
  @CsvSource({
    "FREQ=WEEKLY;BYDAY=TH;COUNT=10",
    "FREQ=WEEKLY;BYDAY=TH",
    "FREQ=MONTHLY;BYMONTHDAY=5;COUNT=10",
    "FREQ=MONTHLY;BYMONTHDAY=5",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5",
    "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1"
  })
  void ofSeriesInUtc(String rule) {
    String text = Events.event("DTSTART:20260304T220000Z / SUMMARY:a / RRULE:" + rule);
    assertThat(read(text).recurrence()).isNotNull();
  }

  @Test
  void withOccurrencesOfItsOwn() {
    String text =
        Events.calendar(
            "BEGIN:VEVENT / UID:u1 / DTSTART:20260304T220000Z / RRULE:FREQ=MONTHLY;BYMONTHDAY=5 /"
                + " EXDATE:20260405T220000Z / END:VEVENT / BEGIN:VEVENT / UID:u1 /"
                + " RECURRENCE-ID:20260505T220000Z / DTSTART:20260506T220000Z / END:VEVENT");
    Appointment item = read(text);
    assertThat(rule(item).deleted()).containsExactly(LocalDate.of(2026, 4, 5));
    assertThat(item.exceptions().getFirst().originalStart())
        .isEqualTo(LocalDate.of(2026, 5, 5).atTime(22, 0));
    assertThat(item.exceptions().getFirst().occurrence().timing().start())
        .isEqualTo(LocalDate.of(2026, 5, 6).atTime(22, 0));
    assertThat(LENS.update(text, item, ALL, "t")).isSameAs(text);
  }
}
