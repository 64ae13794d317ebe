package org.tandemsync.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of an item that comes back different. */
final class ShortfallTest {
  private static final Attendee BOB = attendee("Bob", "bob@x.example");

  private static Attendee attendee(String name, String address) {
    return new Attendee(new Person(name, address), AttendeeType.REQUIRED, ResponseStatus.ACCEPTED);
  }

  private static Appointment.Builder event() {
    return Appointment.builder().uid("u").subject("s");
  }

  private static Item guests(Attendee... attendees) {
    return event().attendees(List.of(attendees)).build();
  }

  private static Item files(Attachment... attachments) {
    return event().attachments(List.of(attachments)).build();
  }

  private static Item phones(Map<PhoneSlot, String> phones) {
    return Contact.builder().phones(phones).build();
  }

  private static Item body(String plain, String html) {
    return event().body(new Body(plain, html)).build();
  }

  private static Item task(RecurrencePattern pattern) {
    return Task.builder()
        .recurrence(Recurrence.of(pattern, LocalDate.of(2026, 1, 1), RecurrenceEnd.NEVER))
        .build();
  }

  static Stream<Arguments> rows() {
    Attachment file = new Attachment("a.txt", "", Bytes.of(new byte[] {1}), "");
    Item blank = event().build();
    return Stream.of(
        arguments("L42 subject: 's' is not held", blank, event().subject("").build()),
        arguments("L43 subject: 's' is held as 't'", blank, event().subject("t").build()),
        arguments("", blank, event().subject("s ").build()),
        arguments(
            "L40 attendees: 'Eve' has no mail address",
            guests(BOB, attendee("Eve", "")),
            guests(BOB)),
        arguments(
            "L42 attendees: 'Bob <bob@x.example> (accepted)' is not held", guests(BOB), guests()),
        arguments("", guests(attendee("Bob (bob@x.example)", "bob@x.example")), guests(BOB)),
        arguments("L42 attachments: 'a.txt' is not held", files(file), files()),
        arguments(
            "L29 attachments: of 'a.txt' only the name was brought to the server",
            files(file.leftOut()),
            files()),
        arguments(
            "L42 phones: car '1' is not held | L43 phones: home '2' is held as '3'",
            phones(Map.of(PhoneSlot.CAR, "1", PhoneSlot.HOME, "2")),
            phones(Map.of(PhoneSlot.HOME, "3"))),
        arguments("L45 body: only the plain text is held", body("p", "<b>p</b>"), body("p", "")),
        arguments("", body("p", ""), body("p", "<b>p</b>")),
        arguments(
            "L41 recurrence: 'every day after it is completed, from 2026-01-01' is not held",
            task(new RecurrencePattern.Regenerating(1, RecurrencePattern.Unit.DAY)),
            Task.builder().build()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tells(String expected, Item wanted, Item held) {
    Set<String> all = Set.copyOf(Fields.of(wanted.type()).names());
    assertThat(
            Shortfall.of(wanted, held, all).stream()
                .map(l -> "L" + l.kind().number() + " " + l.field() + ": " + l.detail()))
        .containsExactlyInAnyOrderElementsOf(
            expected.isEmpty() ? List.of() : List.of(expected.split(" \\| ")));
  }

  @Test
  void onlyOfTheFieldsThatWereWritten() {
    Item wanted = event().location("l").build();
    Item held = event().subject("").build();
    assertThat(Shortfall.of(wanted, held, Set.of("location")))
        .containsExactly(new Loss(LossKind.NOT_HELD, "location", "'l' is not held"));
  }

  @Test
  void aLongValueIsCut() {
    Item wanted = event().subject("x".repeat(1000)).build();
    assertThat(Shortfall.of(wanted, event().subject("").build(), Set.of("subject")))
        .singleElement()
        .satisfies(loss -> assertThat(loss.detail()).hasSizeLessThan(120));
  }
}
