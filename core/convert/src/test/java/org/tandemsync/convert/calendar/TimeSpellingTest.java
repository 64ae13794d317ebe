package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.TimeSpelling;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Family;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** The options for times: the same times in another spelling, and nothing else. */
class TimeSpellingTest {
  private static final Zone EASTERN = new Zone("Eastern Standard Time");
  private static final TimeSpelling UTC = TimeSpelling.USUAL.with(new TimeSpelling.Form.Utc());
  private static final TimeSpelling WINDOWS =
      new TimeSpelling(new TimeSpelling.Form.AsInOutlook(), true, false);

  private static TimeSpelling in(String zone) {
    return TimeSpelling.USUAL.with(new TimeSpelling.Form.In(ZoneId.of(zone)));
  }

  private static TimeSpelling spelling(String text) {
    String[] words = text.split(" ");
    TimeSpelling.Form form =
        switch (words[0]) {
          case "outlook" -> new TimeSpelling.Form.AsInOutlook();
          case "utc" -> new TimeSpelling.Form.Utc();
          default -> new TimeSpelling.Form.In(ZoneId.of(words[0]));
        };
    return new TimeSpelling(form, text.contains("windows"), text.contains("history"));
  }

  private static ResourceLens lens(TimeSpelling spelling) {
    LensSettings settings = Events.SETTINGS.with(spelling);
    return Lenses.of(Family.EVENTS, settings);
  }

  private static Appointment in(Zone zone) {
    return Events.nine()
        .timing(
            Timing.timed(
                LocalDateTime.of(2024, 6, 10, 9, 0), LocalDateTime.of(2024, 6, 10, 10, 0), zone))
        .build();
  }

  private static Appointment weekly(Zone zone) {
    LocalDate start = LocalDate.of(2024, 6, 10);
    return in(zone).toBuilder()
        .recurrence(
            Recurrence.of(
                    new RecurrencePattern.Weekly(1, Set.of(start.getDayOfWeek())),
                    start,
                    new RecurrenceEnd.ByDate(LocalDate.of(2024, 12, 30)))
                .withDeleted(Set.of(start.plusWeeks(1))))
        .build();
  }

  @ParameterizedTest(name = "{0}, {1} in {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "utc | single | W. Europe Standard Time | DTSTART:20240610T070000Z",
        "utc | single | Eastern Standard Time"
            + " | DTSTART;X-TANDEM-ZONE=Eastern Standard Time:20240610T130000Z",
        "utc | single | UTC | DTSTART;X-TANDEM-ZONE=UTC:20240610T090000Z",
        "utc | weekly | W. Europe Standard Time | DTSTART;TZID=Europe/Vienna:20240610T090000",
        "utc | weekly | UTC | DTSTART:20240610T090000Z",
        "utc windows | weekly | Eastern Standard Time"
            + " | DTSTART;TZID=Eastern Standard Time:20240610T090000",
        "Europe/Paris | single | W. Europe Standard Time"
            + " | DTSTART;TZID=Europe/Paris;X-TANDEM-ZONE=W. Europe Standard Time:20240610T090000",
        "Europe/Berlin | single | W. Europe Standard Time"
            + " | DTSTART;TZID=Europe/Berlin:20240610T090000",
        "Europe/Berlin | weekly | W. Europe Standard Time"
            + " | DTSTART;TZID=Europe/Berlin:20240610T090000",
        "Europe/Vienna | single | Eastern Standard Time"
            + " | DTSTART;TZID=Europe/Vienna;X-TANDEM-ZONE=Eastern Standard Time:20240610T150000",
        "Europe/Vienna | weekly | Eastern Standard Time"
            + " | DTSTART;TZID=America/New_York:20240610T090000",
        "Asia/Tokyo windows | single | W. Europe Standard Time"
            + " | DTSTART;TZID=Tokyo Standard Time;X-TANDEM-ZONE=W. Europe Standard Time"
            + ":20240610T160000",
        "outlook windows | single | India Standard Time"
            + " | DTSTART;TZID=India Standard Time:20240610T090000",
        "outlook windows | single | Antarctica/Troll"
            + " | DTSTART;TZID=Antarctica/Troll:20240610T090000",
        "outlook windows | single | UTC | DTSTART;X-TANDEM-ZONE=UTC:20240610T090000Z"
      })
  void newTimes(String options, String what, String zone, String line) {
    Appointment item = what.equals("weekly") ? weekly(new Zone(zone)) : in(new Zone(zone));
    String text = lens(spelling(options)).create(item, "s");
    assertThat(Events.lines(text)).contains(line);
    assertThat(text.contains("BEGIN:VTIMEZONE")).isEqualTo(line.contains("TZID"));
    sameTimes(item, text, spelling(options));
  }

  /** Read under any options: what is on the server means what it means. */
  private static void sameTimes(Appointment item, String text, TimeSpelling written) {
    for (TimeSpelling spelling : List.of(written, TimeSpelling.USUAL, UTC)) {
      ResourceLens.Reading.Understood reading =
          (ResourceLens.Reading.Understood) lens(spelling).get(text);
      Appointment back = (Appointment) reading.item();
      assertThat(times(back)).as(text).isEqualTo(times(item));
      assertThat(lens(spelling).update(text, reading.item(), Events.ALL, "t")).isSameAs(text);
    }
  }

  private static List<Object> times(Appointment item) {
    List<Object> times = new ArrayList<>();
    Timing t = item.timing();
    times.add(t.allDay() ? List.of(t.start(), t.end()) : t);
    Recurrence rule = item.recurrence();
    if (rule != null) {
      times.add(rule.pattern());
      times.add(rule.deleted());
      times.add(Occurrences.of(rule).dates().limit(50).toList());
    }
    item.exceptions().forEach(e -> times.add(e.originalStart()));
    item.exceptions().forEach(e -> times.addAll(times(e.occurrence())));
    return times;
  }

  /** UNTIL, EXDATE and RECURRENCE-ID go along into the new spelling. */
  @Test
  void aSeriesThatMovesIsRespelledAsAWhole() {
    Appointment item = weekly(Events.WEST);
    String text = lens(TimeSpelling.USUAL).create(item, "s");
    Appointment moved =
        item.toBuilder()
            .timing(
                Timing.timed(
                    LocalDateTime.of(2024, 6, 10, 11, 0),
                    LocalDateTime.of(2024, 6, 10, 12, 0),
                    Events.WEST))
            .build();
    assertThat(Events.lines(lens(WINDOWS).update(text, moved, Set.of("timing"), "s")))
        .contains(
            "DTSTART;TZID=W. Europe Standard Time:20240610T110000",
            "DTEND;TZID=W. Europe Standard Time:20240610T120000",
            "EXDATE;TZID=W. Europe Standard Time:20240617T110000",
            "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20241230T100000Z");
  }

  /** What a server has keeps its form as long as the options are as usual. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outlook | DTSTART:20240610T070000Z | DTSTART:20240610T080000Z",
        "outlook | DTSTART:20240610T090000 | DTSTART:20240610T100000",
        "outlook | DTSTART;TZID=W. Europe Standard Time:20240610T090000"
            + " | DTSTART;TZID=W. Europe Standard Time:20240610T100000",
        "outlook windows | DTSTART:20240610T070000Z | DTSTART:20240610T080000Z",
        "outlook windows | DTSTART;TZID=Europe/Vienna:20240610T090000"
            + " | DTSTART;TZID=W. Europe Standard Time:20240610T100000",
        "utc | DTSTART;TZID=Europe/Vienna:20240610T090000 | DTSTART:20240610T080000Z",
        "Europe/Vienna | DTSTART:20240610T070000Z | DTSTART;TZID=Europe/Vienna:20240610T100000",
        "Europe/Vienna | DTSTART:20240610T090000 | DTSTART;TZID=Europe/Vienna:20240610T100000"
      })
  void aTimeThatChanges(String options, String before, String after) {
    String text = Events.event(before + " / DURATION:PT1H / SUMMARY:a");
    Appointment item = Events.read(text);
    assertThat(lens(spelling(options)).update(text, item, Events.ALL, "s")).isSameAs(text);
    Appointment renamed = item.toBuilder().subject("b").build();
    assertThat(Events.lines(lens(spelling(options)).update(text, renamed, Events.ALL, "s")))
        .contains(before, "DURATION:PT1H");
    Appointment later =
        item.toBuilder()
            .timing(
                new Timing(
                    item.timing().start().plusHours(1),
                    item.timing().end().plusHours(1),
                    false,
                    item.timing().startZone(),
                    item.timing().endZone()))
            .build();
    String written = lens(spelling(options)).update(text, later, Events.ALL, "s");
    assertThat(Events.lines(written)).contains(after);
    sameTimes(later, written, spelling(options));
  }

  /** The hour that is there twice is that of summer in Outlook, and one there is not is moved. */
  @Test
  void timesThatUtcCannotTellKeepTheirZone() {
    Appointment item =
        in(EASTERN).toBuilder()
            .timing(
                Timing.timed(
                    LocalDateTime.of(2024, 3, 10, 2, 30),
                    LocalDateTime.of(2024, 3, 10, 3, 30),
                    EASTERN))
            .build();
    String text = lens(UTC).create(item, "s");
    assertThat(Events.lines(text)).contains("DTSTART;TZID=America/New_York:20240310T023000");
    sameTimes(item, text, UTC);
  }

  /** A rule that Outlook cannot hold counts from the time that is shown: it stays in its zone. */
  @Test
  void theTimeOfARuleThatIsNotShownStaysInItsZone() {
    String text =
        Events.event(
            "DTSTART;TZID=Europe/Vienna:20240610T090000 / DURATION:PT1H / RRULE:FREQ=HOURLY");
    Appointment item = Events.read(text);
    Appointment later =
        item.toBuilder()
            .timing(
                Timing.timed(
                    LocalDateTime.of(2024, 6, 10, 10, 0),
                    LocalDateTime.of(2024, 6, 10, 11, 0),
                    Events.WEST))
            .build();
    assertThat(Events.lines(lens(UTC).update(text, later, Events.ALL, "s")))
        .contains("DTSTART;TZID=Europe/Vienna:20240610T100000");
  }

  @Property(tries = 30)
  void whateverTheSpellingTheItemIsTheSame(
      @ForAll("spellings") TimeSpelling first,
      @ForAll("spellings") TimeSpelling second,
      @ForAll("appointments") Appointment old,
      @ForAll("appointments") Appointment item) {
    String created = lens(first).create(old, "s");
    sameTimes(old, created, first);
    Set<String> times = Set.of("timing", "recurrence", "exceptions");
    String updated = lens(second).update(created, item, times, "s");
    sameTimes(item, updated, second);
  }

  @Provide
  Arbitrary<TimeSpelling> spellings() {
    return Combinators.combine(
            Arbitraries.of("outlook", "utc", "Europe/Vienna", "America/New_York", "Asia/Kolkata"),
            Arbitraries.of("", " windows"),
            Arbitraries.of("", "", " history"))
        .as((form, names, history) -> spelling(form + names + history));
  }

  @Provide
  Arbitrary<Appointment> appointments() {
    return CalendarArbitraries.appointments();
  }
}
