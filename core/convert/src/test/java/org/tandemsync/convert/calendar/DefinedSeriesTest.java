package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Definitions.event;
import static org.tandemsync.convert.calendar.Definitions.lens;
import static org.tandemsync.convert.calendar.Definitions.read;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;

/**
 * The occurrences and the end of a series whose VTIMEZONE has other rules than the zone that it is
 * shown in.
 */
class DefinedSeriesTest {
  private static final String MEXICO = "America/Mexico_City";

  @ParameterizedTest
  @ValueSource(strings = {"-0600", "Mexico up to 2022"})
  void oneOccurrenceIsFoundOnTheServer(String kind) {
    ResourceLens lens = lens(MEXICO);
    String text = event(MEXICO, kind, "20210705T090000", " / RRULE:FREQ=WEEKLY");
    Appointment item = read(lens, text);
    Recurrence weekly = Objects.requireNonNull(item.recurrence());
    Appointment without =
        item.toBuilder()
            .recurrence(weekly.withDeleted(Set.of(LocalDate.parse("2026-07-06"))))
            .build();
    String deleted = lens.update(text, without, Set.of("recurrence"), "s");
    assertThat(Events.lines(deleted)).contains("EXDATE;TZID=America/Mexico_City:20260706T090000");
    assertThat(read(lens, deleted).recurrence()).isEqualTo(without.recurrence());

    Appointment eleven =
        item.toBuilder()
            .recurrence(null)
            .timing(item.timing().movedTo(LocalDateTime.parse("2026-07-06T11:00")))
            .build();
    Appointment with =
        item.toBuilder()
            .exceptions(
                List.of(new ExceptionalOccurrence(LocalDateTime.parse("2026-07-06T09:00"), eleven)))
            .build();
    String moved = lens.update(text, with, Set.of("exceptions"), "s");
    assertThat(Events.lines(moved))
        .contains(
            "RECURRENCE-ID;TZID=America/Mexico_City:20260706T090000",
            "DTSTART;TZID=America/Mexico_City:20260706T110000",
            "DTSTART;TZID=America/Mexico_City:20210705T090000");
    assertThat(Projection.EVERYTHING.differing(with, read(lens, moved)))
        .doesNotContain("exceptions", "timing", "recurrence");
  }

  /**
   * Where the series is shown in a zone with other rules than those of its definition. Servers and
   * clients find an occurrence by the clock of DTSTART.
   */
  @ParameterizedTest(name = "{0} with {1} from {2} for a person in {3}, occurrence {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GMT | UK | 20260601T090000 | Europe/Vienna | 20261207",
        "Europe/Berlin | +0100 | 20260601T090000 | Europe/Vienna | 20261207",
        "Europe/Berlin | +0100 | 20261207T090000 | Europe/Vienna | 20270607",
        "Europe/Berlin | summer +0200 | 20260601T090000 | Europe/Vienna | 20261207",
        "Somewhere | US up to 2006 | 20060605T090000 | Europe/Vienna | 20260316",
        "Somewhere | US up to 2006 | 20060605T090000 | Europe/Vienna | 20261102",
        "Somewhere | US up to 2006 | 20260601T090000 | Europe/Vienna | 20270329",
        "Somewhere | US up to 2006 | 20260601T090000 | America/New_York | 20270315",
        "Somewhere | US up to 2006 | 20260601T090000 | Asia/Tokyo | 20261207",
        // there it is after midnight, in one half of the year or in both
        "Somewhere | US up to 2006 | 20260601T173000 | Europe/Vienna | 20270329",
        "Somewhere | US up to 2006 | 20260601T180000 | Europe/Vienna | 20270329",
        "Somewhere | US up to 2006 | 20260601T103000 | Asia/Tokyo | 20261207",
        "Europe/Berlin | a summer of its own | 20260601T090000 | Europe/Vienna | 20261207",
        "Europe/Berlin | a summer of its own | 20260601T003000 | Europe/Vienna | 20261207",
        // it says nothing yet about the first occurrence, which is shown many hours away
        "Somewhere | changes of 2026 | 20260105T223000 | Asia/Tokyo | 20260406",
        "Somewhere | changes of 2026 | 20260105T223000 | Asia/Tokyo | 20261102",
        "America/New_York | changes of 2026 | 20260105T000000 | Europe/Vienna | 20260420",
        "Europe/Berlin | a short summer | 20260601T230000 | Europe/Vienna | 20261207"
      })
  void anExceptionMeetsItsOccurrence(
      String tzid, String kind, String start, String userZone, String day) {
    ResourceLens lens = lens(userZone);
    String text = event(tzid, kind, start, " / RRULE:FREQ=WEEKLY;COUNT=1200");
    Appointment item = read(lens, text);
    Recurrence weekly = Objects.requireNonNull(item.recurrence());
    LocalDate first = DateTimeValue.parse(start).orElseThrow().date();
    LocalDate on =
        DateTimeValue.parse(day)
            .orElseThrow()
            .date()
            .plusDays(ChronoUnit.DAYS.between(first, item.timing().start().toLocalDate()));
    assertThat(weekly.start().until(on).isNegative()).isFalse();
    String value = ";TZID=" + tzid + ":" + day + start.substring(8);

    Appointment without = item.toBuilder().recurrence(weekly.withDeleted(Set.of(on))).build();
    String deleted = lens.update(text, without, Set.of("recurrence"), "s");
    assertThat(Events.lines(deleted)).contains("EXDATE" + value);
    assertThat(read(lens, deleted).recurrence()).isEqualTo(without.recurrence());
    assertThat(lens.update(deleted, item, Set.of("recurrence"), "s")).doesNotContain("EXDATE");

    LocalDateTime original = on.atTime(item.timing().start().toLocalTime());
    Appointment later =
        item.toBuilder()
            .recurrence(null)
            .timing(item.timing().movedTo(original.plusMinutes(10)))
            .build();
    Appointment with =
        item.toBuilder().exceptions(List.of(new ExceptionalOccurrence(original, later))).build();
    String moved = lens.update(text, with, Set.of("exceptions"), "s");
    assertThat(Events.lines(moved)).contains("RECURRENCE-ID" + value);
    assertThat(Projection.EVERYTHING.differing(with, read(lens, moved)))
        .doesNotContain("exceptions", "timing", "recurrence");
    assertThat(lens.update(moved, with, Events.ALL, "s")).isEqualTo(moved);
  }

  /** What others wrote: at another time than the occurrence it means that date. */
  @ParameterizedTest(name = "{0} with {1} from {2}, EXDATE{3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin | a short summer | 20260601T230000 | ;TZID=Europe/Berlin:20260608T000000",
        "Europe/Berlin | a short summer | 20260601T220000 | :20260608T000000",
        "Europe/Berlin | a short summer | 20260601T230000 | :20260607T220000Z",
        "Europe/Berlin | a short summer | 20260601T003000 | :20260607T223000Z",
        "Europe/Berlin | a short summer | 20260601T003000 | ;TZID=Europe/Berlin:20260608T233000",
        "Europe/Berlin | changes of 2026 | 20260601T230000 | ;TZID=Europe/Berlin:20260608T000000"
      })
  void anExceptionAtAnotherTimeMeansItsDate(
      String tzid, String kind, String start, String exception) {
    ResourceLens lens = lens("Europe/Vienna");
    String text = event(tzid, kind, start, " / RRULE:FREQ=DAILY;COUNT=20 / EXDATE" + exception);
    Appointment item = read(lens, text);
    assertThat(Objects.requireNonNull(item.recurrence()).deleted())
        .containsExactly(LocalDate.parse("2026-06-08"));
    assertThat(lens.update(text, item, Events.ALL, "s")).isEqualTo(text);
  }

  /** A series that goes on as another one ends a second before that. */
  @ParameterizedTest(name = "{0} with {1} from {2} for a person in {3}: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin | changes of 2026 | 20260601T090000 | Europe/Vienna"
            + " | FREQ=WEEKLY;UNTIL=20260615T065959Z | 2026-06-08",
        "Europe/Berlin | a short summer | 20260601T090000 | Europe/Vienna"
            + " | FREQ=WEEKLY;UNTIL=20260615T065959Z | 2026-06-08",
        "Europe/Berlin | a short summer | 20260601T090000 | Europe/Vienna"
            + " | FREQ=WEEKLY;UNTIL=20260615T070000Z | 2026-06-15",
        "Europe/Berlin | a short summer | 20260601T090000 | Europe/Vienna"
            + " | FREQ=WEEKLY;UNTIL=20260914T075959Z | 2026-09-07",
        "Europe/Berlin | a short summer | 20260601T090000 | Europe/Vienna"
            + " | FREQ=WEEKLY;UNTIL=20260914T080000Z | 2026-09-14",
        "Europe/Berlin | a short summer | 20260601T003000 | Europe/Vienna"
            + " | FREQ=DAILY;UNTIL=20260914T233000Z | 2026-09-15",
        "Europe/Berlin | a short summer | 20260601T090000 | Europe/Vienna"
            + " | FREQ=WEEKLY;UNTIL=20260914T090000 | 2026-09-14",
        "Somewhere | a summer of its own | 20260601T090000 | Europe/Vienna"
            + " | FREQ=DAILY;UNTIL=20260615T062959Z | 2026-06-14",
        "Somewhere | US up to 2006 | 20260601T003000 | America/New_York"
            + " | FREQ=DAILY;UNTIL=20261028T043000Z | 2026-10-27",
        // one that was a zone's when it began is not what that zone has today
        "Somewhere | US up to 2006 | 20060605T090000 | Europe/Vienna"
            + " | FREQ=WEEKLY;UNTIL=20260316T133000Z | 2026-03-09"
      })
  void theEndIsExact(
      String tzid, String kind, String start, String userZone, String rule, LocalDate last) {
    ResourceLens lens = lens(userZone);
    String text = event(tzid, kind, start, " / RRULE:" + rule);
    Appointment item = read(lens, text);
    assertThat(Occurrences.of(Objects.requireNonNull(item.recurrence())).last()).contains(last);
    assertThat(lens.update(text, item, Events.ALL, "s")).isEqualTo(text);
  }

  /** The last occurrence of the definition's own clock is later, or earlier, than the one shown. */
  @ParameterizedTest(name = "{0} from {1} until {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "US up to 2006 | 20260601T090000 | Europe/Vienna | 20270329T140000Z | 2027-03-29",
        "US up to 2006 | 20260601T090000 | Asia/Tokyo | 20261207T140000Z | 2026-12-07",
        "US up to 2006 | 20261207T090000 | Asia/Tokyo | 20270607T130000Z | 2027-06-07"
      })
  void theLastOccurrenceIsTheServersLast(
      String kind, String start, String userZone, String until, LocalDate last) {
    ResourceLens lens = lens(userZone);
    String text = event("Somewhere", kind, start, " / RRULE:FREQ=WEEKLY;UNTIL=" + until);
    Appointment item = read(lens, text);
    Recurrence weekly = Objects.requireNonNull(item.recurrence());
    assertThat(Occurrences.of(weekly).last()).contains(last);
    String endless = event("Somewhere", kind, start, " / RRULE:FREQ=WEEKLY");
    String ended = lens.update(endless, item, Set.of("recurrence"), "s");
    assertThat(ended).contains("RRULE:FREQ=WEEKLY;UNTIL=");
    assertThat(read(lens, ended).recurrence()).isEqualTo(weekly);
    String written = ended.replaceAll("(?s).*UNTIL=(\\S+).*", "$1");
    assertThat(written).isGreaterThanOrEqualTo(until);
  }
}
