package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.ResourceLens.Reading.Understood;
import org.tandemsync.convert.TimeSpelling;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Family;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Timing;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.items.Zone;

/** A single event in UTC, or in a zone that was chosen for all, that Outlook makes a series. */
class BecomingASeriesTest {
  private static final Set<String> OF_SERIES = Set.of("timing", "recurrence", "exceptions");

  private static ResourceLens lens(ZoneId user, TimeSpelling spelling) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));
    return Lenses.of(Family.EVENTS, new LensSettings(user, Set.of(), clock).with(spelling));
  }

  private static Appointment read(ResourceLens lens, String text) {
    Understood reading = (Understood) lens.get(text);
    assertThat(reading.losses()).as(text).isEmpty();
    return (Appointment) reading.item();
  }

  private static String single(String lines) {
    return Events.event(lines + " / SUMMARY:a");
  }

  private static LocalDate date(Appointment item) {
    return item.timing().start().toLocalDate();
  }

  private static Recurrence weekly(LocalDate start) {
    return Recurrence.of(
        new RecurrencePattern.Weekly(1, Set.of(start.getDayOfWeek())),
        start,
        new RecurrenceEnd.AfterCount(40));
  }

  /** Each of the zones has a time at which UTC has another date, but for UTC itself. */
  @ParameterizedTest(name = "{0}, {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Australia/Sydney | 20260304T220000Z | 20260305T090000 | outlook",
        "Australia/Sydney | 20260304T220000Z | 20260305T090000 | utc",
        "Australia/Sydney | 20260304T220000Z | 20260305T090000 | Europe/Vienna",
        "Australia/Sydney | 20260305T020000Z | 20260305T130000 | outlook",
        "America/New_York | 20260306T010000Z | 20260305T200000 | outlook",
        "America/New_York | 20260306T010000Z | 20260305T200000 | utc",
        "Asia/Kolkata | 20260304T200000Z | 20260305T013000 | outlook",
        "Europe/Vienna | 20260304T233000Z | 20260305T003000 | outlook",
        "Europe/Vienna | 20260304T233000Z | 20260305T003000 | utc",
        "UTC | 20260304T220000Z | 20260304T220000 | outlook"
      })
  void theDayOfTheUser(ZoneId user, String utc, String local, String spelling) {
    ResourceLens lens = lens(user, spelling(spelling));
    String text = single("DTSTART:" + utc + " / DURATION:PT1H");
    Appointment item = read(lens, text);
    Appointment series = item.toBuilder().recurrence(weekly(date(item))).build();
    for (Set<String> fields : List.of(Set.of("recurrence"), OF_SERIES)) {
      String after = lens.update(text, series, fields, "s");
      String start = user.getId().equals("UTC") ? ":" + utc : ";TZID=" + user + ":" + local;
      assertThat(Events.lines(after))
          .contains(
              "DTSTART" + start,
              "RRULE:FREQ=WEEKLY;BYDAY=" + Weekdays.name(date(item).getDayOfWeek()) + ";COUNT=40");
      assertThat(after.contains("BEGIN:VTIMEZONE")).isEqualTo(!user.getId().equals("UTC"));
      same(lens, series, after, user);
      Appointment renamed = read(lens, after.replace("SUMMARY:a", "SUMMARY:b"));
      assertThat(renamed.recurrence()).isEqualTo(series.recurrence());
    }
  }

  private static TimeSpelling spelling(String name) {
    return switch (name) {
      case "outlook" -> TimeSpelling.USUAL;
      case "utc" -> TimeSpelling.USUAL.with(new TimeSpelling.Form.Utc());
      default -> TimeSpelling.USUAL.with(new TimeSpelling.Form.In(ZoneId.of(name)));
    };
  }

  /** For this program, for another one (of every week of the year), and when it comes back. */
  private static void same(ResourceLens lens, Appointment wanted, String text, ZoneId zone) {
    Appointment back = read(lens, text);
    assertThat(back.timing().sameAs(wanted.timing())).as(text).isTrue();
    assertThat(back.recurrence()).as(text).isEqualTo(wanted.recurrence());
    assertThat(back.exceptions().stream().map(ExceptionalOccurrence::originalStart).toList())
        .as(text)
        .isEqualTo(wanted.exceptions().stream().map(ExceptionalOccurrence::originalStart).toList());
    assertThat(lens.update(text, wanted, OF_SERIES, "s")).isSameAs(text);
    Recurrence rule = Objects.requireNonNull(wanted.recurrence());
    LocalTime time = wanted.timing().start().toLocalTime();
    LocalDate until = rule.start().plusYears(1);
    TreeSet<LocalDateTime> expected = new TreeSet<>();
    Occurrences.of(rule)
        .dates()
        .takeWhile(d -> !d.isAfter(until))
        .forEach(d -> expected.add(d.atTime(time)));
    for (ExceptionalOccurrence e : wanted.exceptions()) {
      expected.remove(e.originalStart());
      expected.add(e.occurrence().timing().start());
    }
    expected.removeIf(start -> start.toLocalDate().isAfter(until));
    assertThat(onTheClock(Oracle.starts(text, zone, until), zone))
        .as(text)
        .isEqualTo(onTheClock(expected, zone));
  }

  /** What falls into the hour that is left out in spring is an hour later (RFC 5545 3.3.5). */
  private static List<LocalDateTime> onTheClock(Collection<LocalDateTime> starts, ZoneId zone) {
    return starts.stream().map(start -> start.atZone(zone).toLocalDateTime()).sorted().toList();
  }

  /** Deleted and changed occurrences are said once, and at the time of the rule. */
  @ParameterizedTest
  @CsvSource({
    "Australia/Sydney, 20260304T220000Z",
    "America/New_York, 20260306T010000Z",
    "Asia/Kolkata, 20260304T200000Z",
    "Europe/Vienna, 20260304T100000Z",
    "UTC, 20260304T100000Z"
  })
  void occurrencesAreSaidOnce(ZoneId user, String utc) {
    ResourceLens lens = lens(user, TimeSpelling.USUAL);
    String text = single("DTSTART:" + utc + " / DTEND:20260306T233000Z");
    Appointment item = read(lens, text);
    LocalDate changed = date(item).plusWeeks(2);
    Appointment occurrence =
        item.toBuilder()
            .timing(item.timing().movedTo(item.timing().start().plusWeeks(2).plusHours(1)))
            .build();
    Appointment series =
        item.toBuilder()
            .recurrence(weekly(date(item)).withDeleted(Set.of(date(item).plusWeeks(5))))
            .exceptions(
                List.of(
                    new ExceptionalOccurrence(
                        changed.atTime(item.timing().start().toLocalTime()), occurrence)))
            .build();
    String after = lens.update(text, series, Set.of("recurrence", "exceptions"), "s");
    assertThat(Events.lines(after)).filteredOn(l -> l.startsWith("EXDATE")).hasSize(1);
    assertThat(Events.lines(after)).filteredOn(l -> l.startsWith("RECURRENCE-ID")).hasSize(1);
    same(lens, series, after, user);
  }

  /** Whatever the zone, the hour, the pattern and the option for times. */
  @Property(tries = 150)
  void everySingleEventBecomesTheSeriesThatOutlookHas(@ForAll("stories") Story story) {
    ResourceLens lens = lens(story.user, story.spelling);
    String text = story.text(lens);
    Appointment item = read(lens, text);
    Recurrence rule = Recurrence.of(story.pattern(date(item)), date(item), story.end(date(item)));
    Appointment series = item.toBuilder().recurrence(rule).build();
    String after = lens.update(text, series, Set.of("recurrence"), "s");
    same(lens, series, after, Zones.zoneId(item.timing().startZone(), story.user).orElseThrow());
  }

  private record Story(
      ZoneId user, TimeSpelling spelling, LocalDateTime utc, Zone shownIn, int which, int end) {

    /** As other programs write it, or as Tandem itself does. */
    String text(ResourceLens lens) {
      Timing timing = Timing.timed(utc, utc.plusMinutes(50), shownIn);
      return end % 2 == 0
          ? single("DTSTART:" + DateTimeValue.local(utc) + "Z / DURATION:PT50M")
          : lens.create(Appointment.builder().uid("u1").timing(timing).build(), "s");
    }

    RecurrencePattern pattern(LocalDate date) {
      int day = date.getDayOfMonth();
      DayOfWeek weekday = date.getDayOfWeek();
      WeekIndex index = WeekIndex.values()[Math.min((day - 1) / 7, 3)];
      return List.of(
              new RecurrencePattern.Daily(3),
              new RecurrencePattern.Weekly(1, Set.of(weekday)),
              new RecurrencePattern.Weekly(2, Set.of(weekday, weekday.plus(3))),
              new RecurrencePattern.Monthly(1, day),
              new RecurrencePattern.MonthlyNth(1, Set.of(weekday), index),
              new RecurrencePattern.Yearly(1, date.getMonth(), day))
          .get(which);
    }

    RecurrenceEnd end(LocalDate date) {
      return switch (end / 2) {
        case 0 -> RecurrenceEnd.NEVER;
        case 1 -> new RecurrenceEnd.AfterCount(9);
        default -> new RecurrenceEnd.ByDate(date);
      };
    }
  }

  @Provide
  Arbitrary<Story> stories() {
    return Combinators.combine(
            Arbitraries.of(
                    "Australia/Sydney",
                    "America/New_York",
                    "Asia/Kolkata",
                    "Europe/Vienna",
                    "Pacific/Auckland",
                    "UTC")
                .map(ZoneId::of),
            Arbitraries.of("outlook", "utc", "Europe/Vienna", "Asia/Kolkata")
                .map(BecomingASeriesTest::spelling),
            Arbitraries.integers()
                .between(0, 27 * 48 - 1)
                .map(n -> LocalDateTime.of(2026, 3, 1, 0, 15).plusMinutes(30L * n)),
            CalendarArbitraries.zones().filter(z -> !z.id().contains(":")), // in quotes
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 5))
        .as(Story::new);
  }
}
