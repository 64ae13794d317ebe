package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.lines;
import static org.tandemsync.convert.calendar.Events.losses;
import static org.tandemsync.convert.calendar.Events.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;

/** Rules that Outlook cannot hold, against an independent expansion of them. */
class NearRuleTest {

  private static String event(String date, String rule) {
    return Events.event("DTSTART;VALUE=DATE:" + date + " / SUMMARY:a / RRULE:" + rule);
  }

  private static Recurrence shown(String text) {
    return Objects.requireNonNull(read(text).recurrence(), text);
  }

  private static List<LocalDate> expand(LocalDate start, String rule, LocalDate last)
      throws InvalidRecurrenceRuleException {
    RecurrenceRuleIterator it =
        new RecurrenceRule(rule)
            .iterator(
                new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
    List<LocalDate> dates = new ArrayList<>();
    while (it.hasNext()) {
      DateTime next = it.nextDateTime();
      LocalDate date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
      if (date.isAfter(last)) {
        break;
      }
      dates.add(date);
    }
    return dates;
  }

  @ParameterizedTest(name = "{1} from {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-01-31 | FREQ=MONTHLY;BYMONTHDAY=31 | true",
        "2024-01-31 | FREQ=MONTHLY | true",
        "2024-01-30 | FREQ=MONTHLY;INTERVAL=3 | true",
        "2024-05-29 | FREQ=MONTHLY;BYMONTHDAY=29;COUNT=30 | false",
        "2024-01-31 | FREQ=MONTHLY;UNTIL=20270531 | false",
        "2024-02-29 | FREQ=YEARLY | true",
        "1960-02-29 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | true",
        "2024-02-29 | FREQ=YEARLY;COUNT=3 | false",
        "2024-06-29 | FREQ=MONTHLY;BYDAY=5SA | true",
        "2024-06-01 | FREQ=MONTHLY;BYDAY=1SA,3SA | true",
        "2024-06-03 | FREQ=MONTHLY;BYDAY=1MO,3WE,-1FR;COUNT=40 | false",
        "2024-06-21 | FREQ=MONTHLY;BYDAY=-2FR | true",
        "2024-09-13 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | true",
        "2024-06-08 | FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=8,9,10,11,12,13,14 | true",
        "2024-06-03 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1;COUNT=50 | false",
        "2024-06-10 | FREQ=WEEKLY;BYMONTH=6,7,8 | true",
        "2024-06-10 | FREQ=MONTHLY;BYMONTH=6,9 | true",
        "2024-02-12 | FREQ=YEARLY;BYMONTH=2,3,11;BYDAY=2MO | true",
        "2024-01-15 | FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15 | false",
        "2024-06-10 | FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO,4MO | true",
        "2024-05-13 | FREQ=YEARLY;BYDAY=20MO | true",
        "2024-05-13 | FREQ=YEARLY;BYWEEKNO=20 | true",
        "2024-06-10 | FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU | true",
        "2024-06-15 | FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=24 | false",
        "2024-04-09 | FREQ=YEARLY;BYYEARDAY=100;COUNT=3 | false",
        "2024-01-05 | FREQ=YEARLY;BYMONTH=1,3;BYDAY=FR;COUNT=20 | false"
      })
  void sameDaysAsTheRule(LocalDate start, String rule, boolean cut)
      throws InvalidRecurrenceRuleException {
    String text = event(DateTimeValue.date(start), rule);
    Recurrence shown = shown(text);
    assertThat(losses(text)).isEqualTo(cut ? List.of("rule-shown-until") : List.of());
    LocalDate last =
        shown.end() instanceof RecurrenceEnd.ByDate(LocalDate date)
            ? date
            : LocalDate.of(2070, 1, 1);
    assertThat(last).isAfterOrEqualTo(cut ? start.plusYears(10) : start);
    assertThat(Occurrences.of(shown).dates().takeWhile(d -> !d.isAfter(last)).toList())
        .isEqualTo(expand(start, rule, last));
    assertThat(shown.deleted().size()).isLessThanOrEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20240630 | FREQ=MONTHLY;BYMONTHDAY=-1,15",
        "20240101 | FREQ=DAILY;BYMONTH=1",
        "20240629 | FREQ=MONTHLY;BYMONTHDAY=-2"
      })
  void othersStayAsTheyAre(String start, String rule) {
    assertThat(read(event(start, rule)).recurrence()).isNull();
    assertThat(losses(event(start, rule))).containsExactly("rule-not-representable");
  }

  /** Nothing that happens to one occurrence distorts the rule of the server. */
  @Test
  void theRuleStaysWhileOccurrencesChange() {
    String text =
        Events.event(
            "DTSTART;TZID=Europe/Vienna:20240131T090000 / DTEND;TZID=Europe/Vienna:20240131T100000"
                + " / SUMMARY:a / RRULE:FREQ=MONTHLY");
    Appointment item = read(text);
    Recurrence rule = shown(text);
    TreeSet<LocalDate> deleted = new TreeSet<>(rule.deleted());
    deleted.add(LocalDate.of(2024, 3, 31));
    Appointment without = item.toBuilder().recurrence(rule.withDeleted(deleted)).build();
    String after = LENS.update(text, without, Set.of("recurrence"), "s");
    assertThat(lines(after))
        .contains("RRULE:FREQ=MONTHLY", "EXDATE;TZID=Europe/Vienna:20240331T090000")
        .filteredOn(l -> l.startsWith("EXDATE"))
        .hasSize(1);
    assertThat(read(after)).isEqualTo(without.toBuilder().modified(read(after).modified()).build());
    Appointment later =
        item.toBuilder()
            .timing(
                org.tandemsync.items.Timing.timed(
                    item.timing().start().plusHours(1),
                    item.timing().end().plusHours(1),
                    Events.WEST))
            .build();
    assertThat(lines(LENS.update(text, later, Set.of("timing"), "s")))
        .contains("RRULE:FREQ=MONTHLY", "DTSTART;TZID=Europe/Vienna:20240131T100000");
    Appointment ended =
        item.toBuilder()
            .recurrence(rule.withEnd(new RecurrenceEnd.ByDate(LocalDate.of(2024, 12, 31))))
            .build();
    String shortened = LENS.update(text, ended, Set.of("recurrence"), "s");
    assertThat(lines(shortened)).contains("RRULE:FREQ=MONTHLY;UNTIL=20241231T080000Z");
  }

  /** With another rule the days that the old one skipped have to be said. */
  @Test
  void aRuleOfOutlooksOwnTakesItsDeletedDaysAlong() {
    String text = event("20240131", "FREQ=MONTHLY");
    Recurrence rule = shown(text);
    Recurrence other =
        Recurrence.of(new RecurrencePattern.Monthly(2, 31), rule.start(), RecurrenceEnd.NEVER)
            .withDeleted(Set.of(LocalDate.of(2024, 9, 30), LocalDate.of(2024, 11, 30)));
    String after =
        LENS.update(
            text, read(text).toBuilder().recurrence(other).build(), Set.of("recurrence"), "s");
    assertThat(lines(after))
        .contains(
            "RRULE:FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1",
            "EXDATE;VALUE=DATE:20240930",
            "EXDATE;VALUE=DATE:20241130");
    assertThat(shown(after)).isEqualTo(other);
  }

  /** A changed occurrence on a day that the rule does not have is none. */
  @Test
  void occurrencesOnDaysOfThePatternOnly() {
    String text =
        Events.calendar(
            "BEGIN:VEVENT / UID:u1 / DTSTART;VALUE=DATE:20240131 / RRULE:FREQ=MONTHLY /"
                + " EXDATE;VALUE=DATE:20240229 / END:VEVENT / BEGIN:VEVENT / UID:u1 /"
                + " RECURRENCE-ID;VALUE=DATE:20240430 / DTSTART;VALUE=DATE:20240501 / END:VEVENT");
    assertThat(losses(text))
        .containsExactly(
            "rule-shown-until", "override-not-representable", "exdate-without-occurrence");
    assertThat(read(text).exceptions()).isEmpty();
    assertThat(LENS.update(text, read(text), Events.ALL, "s")).isSameAs(text);
  }
}
