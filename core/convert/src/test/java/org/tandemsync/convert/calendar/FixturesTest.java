package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Body;
import org.tandemsync.items.Business;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Categories;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Item;
import org.tandemsync.items.Person;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** The laws of lenses over what programs really write. */
class FixturesTest {

  static Stream<Path> files() {
    return Fixtures.all().stream();
  }

  private static Set<String> mapped(Item item) {
    return item instanceof Task ? TaskLens.mapped() : EventLens.mapped();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadAsItsDescriptionSays(Path file) throws IOException {
    Path expected = Path.of(file.toString().replace(".ics", ".txt"));
    String description = Fixtures.description(Fixtures.read(Fixtures.text(file)));
    if (!Files.exists(expected)) {
      Files.writeString(expected, description);
      throw new AssertionError("no description: check and commit the one written to " + expected);
    }
    assertThat(description).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("files")
  void anUneditedItemChangesNoByte(Path file) {
    String text = Fixtures.text(file);
    Item item = Fixtures.read(text).item();
    ResourceLens lens = Fixtures.lens(text);
    assertThat(lens.update(text, item, Set.of(), "s")).isSameAs(text);
    assertThat(lens.update(text, item, mapped(item), "s")).isSameAs(text);
  }

  @ParameterizedTest
  @MethodSource("files")
  void anEditIsReadBackAndChangesNothingElse(Path file) {
    String text = Fixtures.text(file);
    Item item = Fixtures.read(text).item();
    for (Item edited : edits(item)) {
      List<String> names = Projection.EVERYTHING.differing(item, edited);
      assertThat(names).as("an edit that changes nothing: " + edited).isNotEmpty();
      String after = Fixtures.lens(text).update(text, edited, new HashSet<>(names), "L1/2");
      Item back = Fixtures.read(after).item();
      assertThat(Projection.EVERYTHING.differing(edited, back)).as(after).isEmpty();
      assertThat(Fixtures.read(after).stamp()).isEqualTo("L1/2");
      assertThat(Fixtures.lens(text).update(after, edited, mapped(item), "s")).isSameAs(after);
      boolean removed =
          item instanceof Appointment a
              && names.contains("exceptions")
              && ((Appointment) edited).exceptions().size() < a.exceptions().size();
      if (!removed) {
        survives(text, after, names.contains("reminder"));
      }
    }
  }

  /** Lines of no mapped property are still there, byte for byte, and in their order. */
  private static void survives(String text, String after, boolean withoutAlarms) {
    Set<String> mayChange =
        Set.of(
            "DTSTART",
            "DTEND",
            "DUE",
            "DURATION",
            "SUMMARY",
            "DESCRIPTION",
            "X-ALT-DESC",
            "LOCATION",
            "CLASS",
            "PRIORITY",
            "CATEGORIES",
            "TRANSP",
            "STATUS",
            "RRULE",
            "EXDATE",
            "X-MICROSOFT-CDO-BUSYSTATUS",
            "X-MICROSOFT-CDO-ALLDAYEVENT",
            "TRIGGER",
            "ACKNOWLEDGED",
            "ATTENDEE",
            "ORGANIZER",
            "SEQUENCE",
            "DTSTAMP",
            "LAST-MODIFIED",
            "RECURRENCE-ID",
            "RDATE",
            "EXRULE",
            "PERCENT-COMPLETE",
            "COMPLETED",
            "RELATED-TO",
            "URL",
            "ATTACH",
            "COLOR",
            "X-GOOGLE-CONFERENCE",
            "X-MICROSOFT-SKYPETEAMSMEETINGURL",
            "X-CALDAVSYNCHRONIZER-Kundennummer",
            "BEGIN",
            "END");
    List<String> kept = new ArrayList<>();
    String shown =
        withoutAlarms ? text.replaceAll("(?s)BEGIN:VALARM.*?END:VALARM\\r?\\n", "") : text;
    for (String line : shown.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n", -1)) {
      String name = line.split("[:;]", 2)[0];
      if (!mayChange.contains(name)) {
        kept.add(line);
      }
    }
    assertThat(List.of(after.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n", -1)))
        .containsSubsequence(kept);
  }

  private static List<Item> edits(Item item) {
    return switch (item) {
      case Appointment a -> edits(a);
      case Task t -> edits(t);
      default -> throw new AssertionError(item.type());
    };
  }

  private static final Business BUSINESS = new Business("B", "1 km", List.of("ACME"), List.of());
  private static final Attachment FILE =
      new Attachment("a b.txt", "text/plain", Bytes.of(new byte[] {1, 2, 3}), "");

  private static List<Item> edits(Appointment a) {
    Timing timing = a.timing();
    List<Item> edits = new ArrayList<>();
    edits.add(a.toBuilder().subject("Neu, ä;\n2").build());
    edits.add(a.toBuilder().location("").subject("").build());
    edits.add(a.toBuilder().location(a.location() + " B").build());
    edits.add(a.toBuilder().body(Body.plain("x\ny")).build());
    edits.add(a.toBuilder().body(new Body("x", "<p>x</p>")).build());
    edits.add(ofTheSeries(a, b -> b.categories(Categories.of("Finanzen", "Neu"))));
    for (BusyStatus status : BusyStatus.values()) {
      if (status != a.busyStatus()) {
        edits.add(a.toBuilder().busyStatus(status).build());
      }
    }
    for (Sensitivity sensitivity : Sensitivity.values()) {
      edits.add(ofTheSeries(a, b -> b.sensitivity(sensitivity)));
    }
    for (Importance importance : Importance.values()) {
      if (importance != a.importance()) {
        edits.add(a.toBuilder().importance(importance).build());
      }
    }
    edits.add(a.toBuilder().reminder(Reminder.before(7)).build());
    edits.add(a.toBuilder().url("https://y.example/").build());
    edits.add(ofTheSeries(a, b -> b.color("purple").onlineMeetingUrl("https://m.example/1")));
    edits.add(ofTheSeries(a, b -> b.color("").onlineMeetingUrl("")));
    edits.add(ofTheSeries(a, b -> b.userProperties(Map.of("A b", "1")).business(BUSINESS)));
    edits.add(ofTheSeries(a, b -> b.attachments(List.of(FILE))));
    edits.add(ofTheSeries(a, b -> b.attachments(List.of())));
    if (a.reminder().set()) {
      edits.add(a.toBuilder().reminder(Reminder.NONE).build());
    }
    if (a.recurrence() == null) {
      LocalDateTime start = LocalDateTime.of(2025, 3, 30, 9, 0);
      edits.add(
          a.toBuilder()
              .timing(Timing.timed(start, start.plusHours(1), new Zone("Tokyo Standard Time")))
              .build());
      LocalDate day = LocalDate.of(2025, 3, 30);
      edits.add(a.toBuilder().timing(Timing.allDay(day, day.plusDays(3), Events.WEST)).build());
    } else {
      edits.add(a.toBuilder().recurrence(null).exceptions(List.of()).build());
      edits.add(a.toBuilder().exceptions(List.of()).subject("x").build());
    }
    if (!timing.allDay() && a.exceptions().isEmpty()) {
      edits.add(
          a.toBuilder()
              .timing(
                  new Timing(
                      timing.start().plusMinutes(15),
                      timing.end().plusMinutes(45),
                      false,
                      timing.startZone(),
                      timing.endZone()))
              .build());
    }
    if (!a.attendees().isEmpty()) {
      List<Attendee> more = new ArrayList<>(a.attendees());
      more.add(
          new Attendee(
              new Person("Neu", "neu@x.example"), AttendeeType.OPTIONAL, ResponseStatus.NONE));
      edits.add(a.toBuilder().attendees(more).build());
    }
    edits.removeIf(e -> Projection.EVERYTHING.differing(a, e).isEmpty());
    return edits;
  }

  /** An edit of what occurrences have from their series. */
  private static Appointment ofTheSeries(Appointment a, UnaryOperator<Appointment.Builder> edit) {
    return edit.apply(a.toBuilder())
        .exceptions(
            a.exceptions().stream()
                .map(
                    e ->
                        new ExceptionalOccurrence(
                            e.originalStart(), edit.apply(e.occurrence().toBuilder()).build()))
                .toList())
        .build();
  }

  private static List<Item> edits(Task t) {
    List<Item> edits = new ArrayList<>();
    edits.add(t.toBuilder().subject("Neu").body(Body.plain("x")).build());
    edits.add(
        t.toBuilder()
            .startDate(LocalDate.of(2025, 3, 30))
            .dueDate(LocalDate.of(2025, 10, 26))
            .recurrence(null)
            .build());
    if (t.recurrence() == null) {
      edits.add(t.toBuilder().startDate(LocalDate.of(2025, 3, 30)).dueDate(null).build());
      edits.add(t.toBuilder().startDate(null).dueDate(LocalDate.of(2025, 3, 30)).build());
      edits.add(t.toBuilder().startDate(null).dueDate(null).build());
    }
    for (TaskStatus status : TaskStatus.values()) {
      boolean complete = status == TaskStatus.COMPLETE;
      edits.add(
          t.toBuilder()
              .status(status)
              .percentComplete(complete ? 100 : 25)
              .dateCompleted(complete ? LocalDate.of(2024, 3, 31) : null)
              .build());
    }
    edits.add(t.toBuilder().importance(Importance.LOW).parentUid("other").build());
    edits.add(t.toBuilder().categories(Categories.of("Haus")).parentUid("").build());
    edits.add(t.toBuilder().reminder(java.time.Instant.parse("2024-06-03T06:00:00Z")).build());
    edits.add(t.toBuilder().reminder(null).sensitivity(Sensitivity.PERSONAL).build());
    edits.add(t.toBuilder().owner("Ann").totalWork(90).teamTask(true).business(BUSINESS).build());
    edits.add(t.toBuilder().attachments(List.of(FILE)).build());
    edits.removeIf(e -> Projection.EVERYTHING.differing(t, e).isEmpty());
    return edits;
  }

  /** The default zone and locale of the machine never matter. */
  @ParameterizedTest
  @CsvSource({
    "Pacific/Kiritimati, tr-TR",
    "America/St_Johns, ar-SA-u-nu-arab",
    "Asia/Kathmandu, th-TH-u-ca-buddhist",
    "UTC, de-DE"
  })
  void theDefaultsOfTheMachineDoNotMatter(String zone, String locale) {
    TimeZone oldZone = TimeZone.getDefault();
    Locale oldLocale = Locale.getDefault();
    List<String> expected = Fixtures.all().stream().map(FixturesTest::everything).toList();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(Locale.forLanguageTag(locale));
      assertThat(Fixtures.all().stream().map(FixturesTest::everything).toList())
          .isEqualTo(expected);
    } finally {
      TimeZone.setDefault(oldZone);
      Locale.setDefault(oldLocale);
    }
  }

  private static String everything(Path file) {
    String text = Fixtures.text(file);
    StringBuilder out = new StringBuilder(Fixtures.description(Fixtures.read(text)));
    for (Item edited : edits(Fixtures.read(text).item())) {
      out.append(Fixtures.lens(text).update(text, edited, mapped(edited), "s"));
    }
    out.append(Fixtures.lens(text).create(Fixtures.read(text).item(), "s"));
    return out.toString();
  }

  @Test
  void thereAreFixtures() {
    assertThat(Fixtures.all()).hasSizeGreaterThan(15);
  }
}
