package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Summary;
import biweekly.util.Recurrence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** biweekly, which shares no code with the lens, reads what the lens writes as the same. */
class BiweeklyOracleTest {
  /** Its summer time is two hours; biweekly's time zones take every summer time as one hour. */
  private static final Zone TROLL = new Zone("Antarctica/Troll");

  @Property
  void agreesOnWhatIsCreated(@ForAll("appointments") Appointment item) {
    agrees(item, Events.LENS.create(item, "s"));
  }

  static List<Path> events() {
    return Fixtures.all().stream().filter(f -> !Fixtures.isTask(Fixtures.text(f))).toList();
  }

  @ParameterizedTest
  @MethodSource("events")
  void agreesOnWhatWasEdited(Path file) {
    String text = Fixtures.text(file);
    Appointment item = (Appointment) Fixtures.read(text).item();
    Appointment edited = item.toBuilder().subject("Neu; ä, \\ 😀").build();
    String after = Events.LENS.update(text, edited, Events.ALL, "s");
    List<VEvent> events = parse(after).getEvents();
    assertThat(events.stream().map(BiweeklyOracleTest::summary)).contains(edited.subject());
    assertThat(events).hasSameSizeAs(parse(text).getEvents());
  }

  private static ICalendar parse(String text) {
    return Objects.requireNonNull(Biweekly.parse(text).first());
  }

  private static String summary(VEvent event) {
    Summary summary = event.getSummary();
    return summary == null ? "" : summary.getValue();
  }

  private static void agrees(Appointment item, String text) {
    ICalendar calendar = parse(text);
    VEvent master =
        calendar.getEvents().stream()
            .filter(e -> e.getRecurrenceId() == null)
            .findFirst()
            .orElseThrow();
    assertThat(calendar.getEvents()).hasSize(1 + item.exceptions().size());
    assertThat(summary(master)).isEqualTo(TextValue.legal(item.subject()));
    Timing timing = item.timing();
    if (timing.allDay()) {
      assertThat(master.getDateStart().getValue().hasTime()).isFalse();
    } else if (!timing.startZone().equals(TROLL) && !changesClocks(timing)) {
      assertThat(master.getDateStart().getValue().toInstant())
          .as(text)
          .isEqualTo(timing.start().atZone(zone(timing.startZone())).toInstant());
    }
    org.tandemsync.items.Recurrence rule = item.recurrence();
    assertThat(master.getRecurrenceRule() == null).as(text).isEqualTo(rule == null);
    if (rule != null && timing.allDay()) {
      sameDays(rule, master, text);
    }
  }

  /** Where no zone plays a part biweekly expands the rule as we do. */
  private static void sameDays(org.tandemsync.items.Recurrence rule, VEvent master, String text) {
    Recurrence read = master.getRecurrenceRule().getValue();
    ZoneId machine = ZoneId.systemDefault(); // which biweekly's days without time are of
    var dates =
        read.getDateIterator(
            new biweekly.util.ICalDate(
                java.util.Date.from(rule.start().atStartOfDay(machine).toInstant()), false),
            TimeZone.getTimeZone(machine));
    List<LocalDate> days = new ArrayList<>(Occurrences.of(rule).all().limit(20).toList());
    if (text.contains(";UNTIL=") && isWestOfGreenwich(rule.start(), machine)) {
      days.removeLast(); // it takes the date of UNTIL for midnight in UTC
    }
    for (LocalDate expected : days) {
      assertThat(dates.hasNext()).as(text).isTrue();
      assertThat(dates.next().toInstant().atZone(machine).toLocalDate())
          .as(text)
          .isEqualTo(expected);
    }
  }

  private static boolean isWestOfGreenwich(LocalDate day, ZoneId machine) {
    return day.atStartOfDay(machine).getOffset().getTotalSeconds() < 0;
  }

  /** On the very day biweekly takes the whole of it as what it was before. */
  private static boolean changesClocks(Timing timing) {
    ZoneRules rules = zone(timing.startZone()).getRules();
    LocalDateTime midnight = timing.start().toLocalDate().atStartOfDay();
    return !rules.getOffset(midnight).equals(rules.getOffset(midnight.plusDays(1)));
  }

  private static ZoneId zone(Zone zone) {
    return Zones.zoneId(zone, Events.VIENNA).orElseThrow();
  }

  @Provide
  Arbitrary<Appointment> appointments() {
    return CalendarArbitraries.appointments();
  }
}
