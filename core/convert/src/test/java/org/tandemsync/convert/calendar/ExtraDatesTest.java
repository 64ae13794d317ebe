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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;

/** Extra lessons beside a rule (RDATE) when its series is moved in Outlook. */
class ExtraDatesTest {
  private static String event(String lines) {
    return Events.event(
        "DTSTART;TZID=Europe/Vienna:20260302T090000 / DTEND;TZID=Europe/Vienna:20260302T100000"
            + " / SUMMARY:Course / "
            + lines);
  }

  private static Appointment at(Appointment item, String time) {
    return item.toBuilder().timing(item.timing().movedTo(LocalDateTime.parse(time))).build();
  }

  private static List<LocalDate> dates(Appointment item) {
    return Occurrences.of(Objects.requireNonNull(item.recurrence())).dates().limit(9).toList();
  }

  /** What Outlook has never shown nobody has moved, and nobody has deleted. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;COUNT=4 | RDATE;TZID=Europe/Vienna:20260304T140000",
        "FREQ=WEEKLY | RDATE;TZID=Europe/Vienna:20260304T140000,20260305T150000",
        "FREQ=WEEKLY | RDATE;TZID=Europe/Vienna:20260304T090000",
        "FREQ=WEEKLY;COUNT=4 | RDATE;VALUE=PERIOD:20260304T080000Z/PT1H",
        "FREQ=WEEKLY;COUNT=4 | RDATE;VALUE=DATE:20260304",
        "FREQ=WEEKLY;COUNT=4 | RDATE:nonsense"
      })
  void thoseThatAreNotShownStayWhereTheyAre(String rule, String dates) {
    String text = event("RRULE:" + rule + " / " + dates);
    Appointment item = read(text);
    assertThat(losses(text)).containsExactly("rdate-not-representable");
    Appointment later = at(item, "2026-03-02T09:30");
    for (Set<String> fields : List.of(Set.of("timing"), ALL)) {
      String after = LENS.update(text, later, fields, "t");
      assertThat(lines(after))
          .contains("DTSTART;TZID=Europe/Vienna:20260302T093000", "RRULE:" + rule, dates);
      assertThat(losses(after)).containsExactly("rdate-not-representable");
      assertThat(read(after).recurrence()).isEqualTo(item.recurrence());
      assertThat(LENS.update(after, later, fields, "t")).isSameAs(after);
    }
  }

  @Test
  void thoseThatAreShownMoveAlong() {
    String text = event("RRULE:FREQ=WEEKLY;COUNT=4 / RDATE;TZID=Europe/Vienna:20260304T090000");
    Appointment item = read(text);
    assertThat(losses(text)).isEmpty();
    assertThat(dates(item)).hasSize(5).contains(LocalDate.of(2026, 3, 4));
    String after = LENS.update(text, at(item, "2026-03-02T09:30"), Set.of("timing"), "t");
    assertThat(lines(after))
        .contains("RRULE:FREQ=WEEKLY;COUNT=4", "RDATE;TZID=Europe/Vienna:20260304T093000");
    assertThat(dates(read(after))).isEqualTo(dates(item));
  }

  /** Then they can be shown; that they are not in Outlook yet is no wish to have them deleted. */
  @Test
  void aSeriesIsMovedToTheTimeOfThoseThatWereNotShown() {
    String date = "RDATE;TZID=Europe/Vienna:20260304T140000";
    String text = event("RRULE:FREQ=WEEKLY;COUNT=4 / " + date);
    for (Set<String> fields : List.of(Set.of("timing"), ALL)) {
      String after = LENS.update(text, at(read(text), "2026-03-02T14:00"), fields, "t");
      assertThat(lines(after)).contains("RRULE:FREQ=WEEKLY;COUNT=4", date);
      assertThat(dates(read(after))).hasSize(5).contains(LocalDate.of(2026, 3, 4));
    }
  }

  /** Whatever else has changed until then. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;COUNT=4 | 14:00 | delete",
        "FREQ=WEEKLY;COUNT=4 | 09:00 | delete",
        "FREQ=WEEKLY;COUNT=4 | 14:00 | end",
        "FREQ=WEEKLY;COUNT=4 | 09:00 | end",
        "FREQ=WEEKLY;UNTIL=20260330T070000Z | 14:00 | end",
        "FREQ=WEEKLY | 09:00 | delete",
        "FREQ=WEEKLY | 14:00 | delete"
      })
  void withAnotherChange(String rule, String time, String change) {
    String date = "RDATE;TZID=Europe/Vienna:20260304T140000";
    String text = event("RRULE:" + rule + " / " + date);
    Appointment item = read(text);
    Recurrence old = Objects.requireNonNull(item.recurrence());
    LocalDate third = LocalDate.of(2026, 3, 16);
    Recurrence changed =
        change.equals("end")
            ? old.withEnd(new RecurrenceEnd.ByDate(third))
            : old.withDeleted(Set.of(third));
    Appointment wanted = at(item, "2026-03-02T" + time).toBuilder().recurrence(changed).build();
    String after = LENS.update(text, wanted, Set.of("timing", "recurrence"), "t");
    assertThat(lines(after)).contains(date);
    TreeSet<LocalDate> expected =
        Occurrences.of(changed).dates().limit(30).collect(Collectors.toCollection(TreeSet::new));
    if (losses(after).isEmpty()) {
      expected.add(LocalDate.of(2026, 3, 4));
    }
    assertThat(Occurrences.of(Objects.requireNonNull(read(after).recurrence())).dates().limit(30))
        .as(after)
        .containsExactlyElementsOf(expected);
  }

  /** It is cancelled or moved on a phone, at the hour of the extra lesson (RFC 5545 3.8.4.4). */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "EXDATE;TZID=Europe/Vienna:20260309T140000",
        "EXDATE:20260309T130000Z",
        "EXDATE;TZID=Europe/Vienna:20260309T140000,20260323T090000"
      })
  void anExtraLessonIsNotTheLessonOfItsDay(String cancelled) {
    LocalDate day = LocalDate.of(2026, 3, 9);
    String ordinary = "EXDATE;TZID=Europe/Vienna:20260309T090000";
    String text =
        event(
            "RRULE:FREQ=WEEKLY;COUNT=4 / RDATE;TZID=Europe/Vienna:20260309T140000 / " + cancelled);
    Appointment item = read(text);
    assertThat(losses(text)).containsExactly("rdate-not-representable");
    Recurrence rule = Objects.requireNonNull(item.recurrence());
    assertThat(rule.deleted()).doesNotContain(day);
    assertThat(LENS.update(text, item, ALL, "t")).isSameAs(text);

    TreeSet<LocalDate> deleted = new TreeSet<>(rule.deleted());
    deleted.add(day);
    Appointment without = item.toBuilder().recurrence(rule.withDeleted(deleted)).build();
    String after = LENS.update(text, without, ALL, "t");
    assertThat(read(after).recurrence()).isEqualTo(without.recurrence());
    assertThat(after.replace("\r\n", "")).contains("20260309T090000").contains(cancelled);
    String back = LENS.update(after, item, ALL, "t");
    assertThat(read(back).recurrence()).isEqualTo(rule);
    assertThat(lines(back)).contains(cancelled).doesNotContain(ordinary);

    String later = LENS.update(text, at(item, "2026-03-02T09:30"), ALL, "t");
    assertThat(read(later).recurrence()).isEqualTo(rule);
    assertThat(later).contains("20260309T1").doesNotContain("20260309T093000");
  }

  /** The lesson of Monday, 9 March, and an extra one that day at two. */
  private static String withExtra(String rule, String id, String change) {
    return event("RRULE:" + rule + " / RDATE;TZID=Europe/Vienna:20260309T140000")
        .replace("END:VCALENDAR", override(id, change) + "END:VCALENDAR");
  }

  private static String override(String id, String change) {
    return "BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20240101T000000Z\r\nRECURRENCE-ID;"
        + id
        + ":20260309T140000\r\n"
        + "DTSTART;TZID=Europe/Vienna:20260309T143000\r\n"
        + "DTEND;TZID=Europe/Vienna:20260309T153000\r\n"
        + change
        + "\r\nEND:VEVENT\r\n";
  }

  private static final String ONE = "TZID=Europe/Vienna";
  private static final LocalDate NINTH = LocalDate.of(2026, 3, 9);

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"STATUS:CANCELLED", "SUMMARY:Other room"})
  void norIsOneThatAPhoneChanged(String change) {
    String text = withExtra("FREQ=WEEKLY;COUNT=4", ONE, change);
    Appointment item = read(text);
    assertThat(losses(text))
        .containsExactlyInAnyOrder("rdate-not-representable", "override-not-representable");
    assertThat(dates(item)).hasSize(4).contains(NINTH);
    assertThat(item.exceptions()).isEmpty();
    String after = LENS.update(text, at(item, "2026-03-02T09:30"), ALL, "t");
    assertThat(after).contains(override(ONE, change));
    assertThat(read(after).recurrence()).isEqualTo(item.recurrence());

    Appointment single = item.toBuilder().recurrence(null).build();
    assertThat(LENS.update(text, single, Set.of("recurrence"), "t"))
        .doesNotContain("RRULE", "RDATE", "RECURRENCE-ID");
  }

  /** Then both are one lesson, as whatever the phone has made of the extra one. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;COUNT=4 | EXDATE",
        "FREQ=WEEKLY | EXDATE",
        "FREQ=WEEKLY;COUNT=4 | STATUS:CANCELLED",
        "FREQ=WEEKLY;COUNT=4 | SUMMARY:Other room",
        "FREQ=WEEKLY | SUMMARY:Other room"
      })
  void aSeriesIsMovedToTheTimeOfAnExtraLesson(String rule, String change) {
    String text =
        change.equals("EXDATE")
            ? event(
                "RRULE:"
                    + rule
                    + " / RDATE;TZID=Europe/Vienna:20260309T140000"
                    + " / EXDATE;TZID=Europe/Vienna:20260309T140000")
            : withExtra(rule, ONE, change);
    Appointment item = read(text);
    for (Set<String> fields : List.of(Set.of("timing"), ALL)) {
      String after = LENS.update(text, at(item, "2026-03-02T14:00"), fields, "t");
      assertThat(dates(read(after))).as(after).isEqualTo(dates(item));
      assertThat(after.contains("SUMMARY:Other room")).isEqualTo(text.contains("Other room"));
      assertThat(read(after).exceptions()).hasSize(text.contains("Other room") ? 1 : 0);
    }
  }

  /** What is changed from an extra lesson on is changed from the lesson of its day on. */
  @Test
  void allThatFollowAnExtraLessonAreShown() {
    String from = ONE + ";RANGE=THISANDFUTURE";
    Appointment changed = read(withExtra("FREQ=WEEKLY;COUNT=4", from, "SUMMARY:Other room"));
    assertThat(changed.exceptions()).hasSize(3);
    Appointment cancelled = read(withExtra("FREQ=WEEKLY;COUNT=4", from, "STATUS:CANCELLED"));
    assertThat(dates(cancelled)).containsExactly(LocalDate.of(2026, 3, 2));
  }

  @Test
  void aChangedExtraLessonStaysWhereTheOneOfItsDayIsCancelled() {
    String text =
        withExtra("FREQ=WEEKLY;COUNT=4", ONE, "SUMMARY:Other room")
            .replace("RDATE", "EXDATE;TZID=Europe/Vienna:20260309T090000\r\nRDATE");
    Appointment item = read(text);
    assertThat(dates(item)).hasSize(3).doesNotContain(NINTH);
    for (Set<String> fields : List.of(Set.of("timing"), ALL)) {
      String after = LENS.update(text, at(item, "2026-03-02T14:00"), fields, "t");
      assertThat(dates(read(after))).as(after).hasSize(4).contains(NINTH);
      assertThat(after).contains("SUMMARY:Other room");
      assertThat(read(after).exceptions()).hasSize(1);
    }
  }

  /** One occurrence has one override (RFC 5545 3.8.4.4): the one that Outlook shows. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(booleans = {true, false})
  void theChangedLessonOfTheDayBeatsTheChangedExtraOne(boolean first) {
    String ordinary = override(ONE, "SUMMARY:Ordinary").replace("140000\r\nDTST", "090000\r\nDTST");
    String text = withExtra("FREQ=WEEKLY;COUNT=4", ONE, "SUMMARY:Extra");
    text =
        first
            ? text.replace(
                "BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20240101T000000Z\r\nREC",
                ordinary + "BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20240101T000000Z\r\nREC")
            : text.replace("END:VCALENDAR", ordinary + "END:VCALENDAR");
    Appointment item = read(text);
    assertThat(item.exceptions()).hasSize(1);
    for (Set<String> fields : List.of(Set.of("timing"), ALL)) {
      String after = LENS.update(text, at(item, "2026-03-02T14:00"), fields, "t");
      assertThat(after).contains("SUMMARY:Ordinary").doesNotContain("SUMMARY:Extra");
      assertThat(after.split("RECURRENCE-ID", -1)).hasSize(2);
      assertThat(dates(read(after))).isEqualTo(dates(item));
      assertThat(losses(after)).isEmpty();
    }
  }

  /** What an EXRULE takes away is taken away as soon as all dates are shown. */
  @Test
  void aDateThatARuleTakesAwayIsNotPutBack() {
    String text =
        event(
            "RRULE:FREQ=DAILY;COUNT=12 / EXRULE:FREQ=MONTHLY;BYMONTHDAY=5"
                + " / RDATE;TZID=Europe/Vienna:20260309T140000");
    for (Set<String> fields : List.of(Set.of("timing"), ALL)) {
      String after = LENS.update(text, at(read(text), "2026-03-02T14:00"), fields, "t");
      assertThat(after).contains("EXRULE:FREQ=MONTHLY;BYMONTHDAY=5", "RDATE");
      assertThat(dates(read(after))).doesNotContain(LocalDate.of(2026, 3, 5));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"STATUS:CANCELLED", "SUMMARY:Other room"})
  void whatFollowsAnExtraLessonGoesWithTheSeries(String change) {
    String text = withExtra("FREQ=WEEKLY;COUNT=4", ONE + ";RANGE=THISANDFUTURE", change);
    Appointment single = read(text).toBuilder().recurrence(null).exceptions(List.of()).build();
    assertThat(LENS.update(text, single, Set.of("recurrence", "exceptions"), "t"))
        .doesNotContain("RRULE", "RDATE", "RECURRENCE-ID");
  }
}
