package org.tandemsync.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.ResourceLens.Reading.Understood;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Person;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.testkit.items.GeneratedItems;

/** What does not get through the lenses is told, in both directions. */
class LensLossesTest {
  private static final LensSettings SETTINGS =
      new LensSettings(
          ZoneId.of("Europe/Vienna"),
          Set.of("me@x.example"),
          Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

  private static final String EVENT = "DTSTART:20260105T090000Z/DTEND:20260105T100000Z/SUMMARY:x/";
  private static final String TASK = "SUMMARY:x/";
  private static final String CARD = "FN:Ann/N:;Ann;;;/";

  private static ResourceLens lens(ItemType type) {
    return Lenses.of(
        switch (type) {
          case APPOINTMENT -> Family.EVENTS;
          case TASK -> Family.TASKS;
          case CONTACT, DISTRIBUTION_LIST -> Family.CONTACTS;
        },
        SETTINGS);
  }

  private static String resource(ItemType type, String lines) {
    String component = type == ItemType.TASK ? "VTODO" : "VEVENT";
    String text =
        type == ItemType.CONTACT
            ? "BEGIN:VCARD/VERSION:3.0/UID:u/" + CARD + lines + "/END:VCARD/"
            : "BEGIN:VCALENDAR/VERSION:2.0/PRODID:p/BEGIN:"
                + component
                + "/UID:u/DTSTAMP:20260101T000000Z/"
                + (type == ItemType.TASK ? TASK : EVENT)
                + lines
                + "/END:"
                + component
                + "/END:VCALENDAR/";
    return text.replace("/", "\r\n").replace("\\slash", "/");
  }

  private static List<String> shown(List<Loss> losses) {
    return losses.stream().map(l -> "L" + l.kind().number() + " " + l.field()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "APPOINTMENT | GEO:48.2;16.4 | L39 geo",
        "APPOINTMENT | COMMENT:c/CONTACT:d/RESOURCES:e | L39 comment,L39 contact,L39 resources",
        "APPOINTMENT | RELATED-TO:other | L39 related-to",
        "APPOINTMENT | X-ANYTHING:x/COMMENT: | ''",
        "APPOINTMENT | ATTENDEE;CN=Bob:urn:uuid:1 | L40 attendees",
        "APPOINTMENT | ATTENDEE;CN=Bob:invalid:nomail | ''",
        "APPOINTMENT | BEGIN:VALARM/ACTION:DISPLAY/TRIGGER:-PT5M/END:VALARM/BEGIN:VALARM"
            + "/ACTION:AUDIO/TRIGGER:-PT9M/END:VALARM | L24 reminder",
        "APPOINTMENT | BEGIN:VALARM/ACTION:EMAIL/TRIGGER:-PT5M/END:VALARM | L23 reminder",
        "APPOINTMENT | BEGIN:VALARM/ACTION:DISPLAY/TRIGGER:-PT90S/END:VALARM | L23 reminder",
        "APPOINTMENT | BEGIN:VALARM/ACTION:NONE/TRIGGER:-PT5M/END:VALARM | ''",
        "APPOINTMENT | RDATE:20260110T100000Z | L14 recurrence",
        "APPOINTMENT | RRULE:FREQ=WEEKLY/RDATE:20260110T090000Z | L14 recurrence",
        "TASK | LOCATION:here/ATTENDEE:mailto:a@x.example | L39 location,L39 attendee",
        "TASK | RELATED-TO:parent | ''",
        "TASK | RELATED-TO;RELTYPE=SIBLING:s | L39 related-to",
        "TASK | DUE:20260105T090000Z | L48 due-date",
        "TASK | DUE;VALUE=DATE:20260105 | ''",
        "TASK | DTSTART;VALUE=DATE:20260105/DUE:20260105T225959Z | ''",
        "CONTACT | GEO:1;2/TZ:+01/LOGO:x | L39 geo,L39 tz,L39 logo",
        "CONTACT | EMAIL:a@x/EMAIL:b@x/EMAIL:c@x/EMAIL:d@x | L30 emails",
        "CONTACT | X-SOCIALPROFILE:x/X-OTHER:y | L39 x-socialprofile",
        "CONTACT | PHOTO;VALUE=uri:file:x | L37 photo",
        "CONTACT | RELATED;TYPE=spouse:urn:uuid:1/RELATED;TYPE=friend:Ann | L39 related,L39"
            + " related",
        "CONTACT | RELATED;VALUE=text:Ann/RELATED;TYPE=friend: | L39 related",
        "CONTACT | RELATED;TYPE=SPOUSE:Bob/RELATED;TYPE=child;VALUE=text:Kit | ''"
      })
  void readingTells(ItemType type, String lines, String expected) {
    Understood read = (Understood) lens(type).get(resource(type, lines));
    assertThat(String.join(",", shown(read.losses()))).isEqualTo(expected);
  }

  private static List<String> writing(Item item) {
    ResourceLens lens = lens(item.type());
    Set<String> all = new HashSet<>(Fields.of(item.type()).names());
    List<Loss> made = lens.losses(item, all, lens.create(item, "s"));
    // the same is told of an update that writes these fields
    Item blank = item.type() == ItemType.TASK ? Task.builder().uid("u").build() : event().build();
    String text = lens.update(lens.create(blank, "s"), item, all, "s");
    assertThat(shown(lens.losses(item, all, text))).isEqualTo(shown(made));
    return shown(made);
  }

  private static Appointment.Builder event() {
    LocalDateTime start = LocalDateTime.of(2026, 1, 5, 9, 0);
    return Appointment.builder()
        .uid("u")
        .subject("x")
        .timing(Timing.timed(start, start.plusHours(1), new Zone("W. Europe Standard Time")));
  }

  @Test
  void aRuleThatBeginsAnewIsNotWritten() {
    Task task =
        Task.builder()
            .uid("u")
            .startDate(LocalDate.of(2026, 1, 5))
            .recurrence(
                Recurrence.of(
                    new RecurrencePattern.Regenerating(1, RecurrencePattern.Unit.WEEK),
                    LocalDate.of(2026, 1, 5),
                    RecurrenceEnd.NEVER))
            .build();
    assertThat(writing(task)).containsExactly("L41 recurrence");
  }

  @Test
  void somebodyWithAnExchangeNameIsNotWritten() {
    Attendee x500 =
        new Attendee(
            new Person("Bob", "/O=ORG/CN=BOB"), AttendeeType.REQUIRED, ResponseStatus.NONE);
    assertThat(writing(event().attendees(List.of(x500)).build())).containsExactly("L42 attendees");
  }

  @Test
  void ofALargeFileOnlyTheNameIsWritten() {
    Attachment large = new Attachment("big.bin", "", Bytes.of(new byte[3 << 20]), "");
    assertThat(writing(event().attachments(List.of(large)).build()))
        .containsExactly("L29 attachments");
  }

  // ---- every field that comes back different is named ----

  @Provide
  Arbitrary<Item> items() {
    return GeneratedItems.items();
  }

  @Property(tries = 200, seed = "20261122")
  void everyFieldThatComesBackDifferentIsNamed(@ForAll("items") Item item) {
    ResourceLens lens = lens(item.type());
    Set<String> all = new HashSet<>(Fields.of(item.type()).names());
    String text = lens.create(item, "s");
    Item back = ((Understood) lens.get(text)).item();
    List<String> differing = new ArrayList<>(Projection.EVERYTHING.differing(item, back));
    Set<String> named =
        lens.losses(item, all, text).stream().map(Loss::field).collect(Collectors.toSet());
    assertThat(named).as(text).containsExactlyInAnyOrderElementsOf(differing);
  }
}
