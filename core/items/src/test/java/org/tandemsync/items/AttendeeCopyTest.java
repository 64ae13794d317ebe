package org.tandemsync.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an attendee may change of a meeting. */
class AttendeeCopyTest {
  private static final Zone BERLIN = new Zone("W. Europe Standard Time");
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final Person BOSS = new Person("Boss", "boss@x.example");
  private static final Attendee ME =
      new Attendee(
          new Person("Me", "me@x.example"), AttendeeType.REQUIRED, ResponseStatus.NOT_RESPONDED);

  private static Meeting received(ResponseStatus answer) {
    return new Meeting(MeetingStatus.RECEIVED, BOSS, null, 3, answer, null, false);
  }

  private static Appointment meeting() {
    return Appointment.builder()
        .uid("u")
        .subject("Review")
        .timing(Timing.timed(NINE, NINE.plusHours(1), BERLIN))
        .location("Room 1")
        .body(Body.plain("Agenda"))
        .meeting(received(ResponseStatus.NOT_RESPONDED))
        .attendees(List.of(ME))
        .build();
  }

  private static Appointment series() {
    return meeting().toBuilder()
        .recurrence(
            Recurrence.of(
                new RecurrencePattern.Daily(1),
                NINE.toLocalDate(),
                new RecurrenceEnd.AfterCount(10)))
        .build();
  }

  private static Arguments row(
      String field, UnaryOperator<Appointment.Builder> change, boolean own) {
    return Arguments.of(field, change, own);
  }

  static List<Arguments> changes() {
    return List.of(
        row("reminder", b -> b.reminder(Reminder.before(5)), true),
        row("busy-status", b -> b.busyStatus(BusyStatus.OUT_OF_OFFICE), true),
        row("categories", b -> b.categories(Categories.of("Mine")), true),
        row("sensitivity", b -> b.sensitivity(Sensitivity.PRIVATE), true),
        row("color", b -> b.color("red"), true),
        row(
            "meeting",
            b ->
                b.meeting(
                    new Meeting(
                        MeetingStatus.RECEIVED,
                        BOSS,
                        null,
                        3,
                        ResponseStatus.ACCEPTED,
                        Instant.EPOCH,
                        false)),
            true),
        row("subject", b -> b.subject("Other"), false),
        row("location", b -> b.location("Room 2"), false),
        row("body", b -> b.body(Body.plain("Notes")), false),
        row("importance", b -> b.importance(Importance.HIGH), false),
        row(
            "timing",
            b -> b.timing(Timing.timed(NINE.plusHours(1), NINE.plusHours(2), BERLIN)),
            false),
        row("recurrence", b -> b.recurrence(series().recurrence()), false),
        row("attendees", b -> b.attendees(List.of()), false),
        row(
            "meeting",
            b ->
                b.meeting(
                    new Meeting(
                        MeetingStatus.RECEIVED,
                        ME.person(),
                        null,
                        4,
                        ResponseStatus.NOT_RESPONDED,
                        null,
                        false)),
            false),
        row("url", b -> b.url("https://x.example/"), false));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatIsOnesOwnCountsAndWhatIsTheOrganizersDoesNot(
      String field, UnaryOperator<Appointment.Builder> change, boolean own) {
    Appointment changed = change.apply(meeting().toBuilder()).build();
    AttendeeCopy.Permitted permitted = AttendeeCopy.of(meeting(), changed);
    assertThat(permitted.item()).isEqualTo(own ? changed : meeting());
    assertThat(permitted.withheld()).isEqualTo(own ? Set.of() : Set.of(field));
  }

  @Test
  void bothAtOnce() {
    Appointment changed =
        meeting().toBuilder().subject("Other").reminder(Reminder.before(5)).build();
    AttendeeCopy.Permitted permitted = AttendeeCopy.of(meeting(), changed);
    assertThat(permitted.item())
        .isEqualTo(meeting().toBuilder().reminder(Reminder.before(5)).build());
    assertThat(permitted.withheld()).containsExactly("subject");
  }

  @Test
  void onesOwnMeetingsAndAppointmentsAreOnesOwn() {
    for (MeetingStatus status : List.of(MeetingStatus.MEETING, MeetingStatus.NON_MEETING)) {
      Meeting mine = new Meeting(status, null, null, 0, ResponseStatus.NONE, null, false);
      Appointment own = meeting().toBuilder().meeting(mine).build();
      Appointment changed = own.toBuilder().subject("Other").build();
      assertThat(AttendeeCopy.of(own, changed))
          .isEqualTo(new AttendeeCopy.Permitted(changed, Set.of()));
      assertThat(AttendeeCopy.of(meeting(), changed).item()).isEqualTo(changed);
    }
  }

  private static @Nullable Recurrence without(int... days) {
    Recurrence rule = series().recurrence();
    return rule == null
        ? null
        : rule.withDeleted(
            java.util.Arrays.stream(days).mapToObj(d -> LocalDate.of(2026, 3, d)).toList());
  }

  @Test
  void occurrencesMayGoButDoNotComeBack() {
    Appointment before = series().toBuilder().recurrence(without(4)).build();
    Appointment after = series().toBuilder().recurrence(without(5)).build();
    AttendeeCopy.Permitted permitted = AttendeeCopy.of(before, after);
    assertThat(permitted.item()).isEqualTo(series().toBuilder().recurrence(without(4, 5)).build());
    assertThat(permitted.withheld()).containsExactly("recurrence");
    assertThat(AttendeeCopy.of(series(), after))
        .isEqualTo(new AttendeeCopy.Permitted(after, Set.of()));
  }

  private static ExceptionalOccurrence on(int day, UnaryOperator<Appointment.Builder> change) {
    LocalDateTime start = LocalDateTime.of(2026, 3, day, 9, 0);
    Appointment occurrence =
        meeting().toBuilder().timing(Timing.timed(start, start.plusHours(1), BERLIN)).build();
    return new ExceptionalOccurrence(start, change.apply(occurrence.toBuilder()).build());
  }

  @Test
  void anOccurrenceHasTheSameRules() {
    Appointment before =
        series().toBuilder()
            .exceptions(List.of(on(3, b -> b.location("Room 3")), on(6, b -> b.subject("Six"))))
            .build();
    Appointment after =
        series().toBuilder()
            .exceptions(
                List.of(
                    on(3, b -> b.location("Nowhere").reminder(Reminder.before(1))),
                    on(4, b -> b.meeting(received(ResponseStatus.DECLINED)).subject("No")),
                    on(5, b -> b.subject("Only mine"))))
            .recurrence(without(6))
            .build();
    AttendeeCopy.Permitted permitted = AttendeeCopy.of(before, after);
    assertThat(((Appointment) permitted.item()).exceptions())
        .containsExactly(
            on(3, b -> b.location("Room 3").reminder(Reminder.before(1))),
            on(4, b -> b.meeting(received(ResponseStatus.DECLINED))));
    assertThat(permitted.withheld()).containsExactly("exceptions");
  }

  @Test
  void withOtherDaysNoOccurrenceOfTheirsCounts() {
    Appointment after =
        series().toBuilder()
            .recurrence(
                Recurrence.of(
                    new RecurrencePattern.Daily(2), NINE.toLocalDate(), RecurrenceEnd.NEVER))
            .exceptions(List.of(on(4, b -> b.busyStatus(BusyStatus.FREE))))
            .build();
    AttendeeCopy.Permitted permitted = AttendeeCopy.of(series(), after);
    assertThat(permitted.item()).isEqualTo(series());
    assertThat(permitted.withheld()).containsExactly("recurrence", "exceptions");
  }
}
