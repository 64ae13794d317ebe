package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.ALL;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.TIMES;
import static org.tandemsync.convert.calendar.Events.event;
import static org.tandemsync.convert.calendar.Events.lines;
import static org.tandemsync.convert.calendar.Events.nine;
import static org.tandemsync.convert.calendar.Events.read;
import static org.tandemsync.convert.calendar.Events.written;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandemsync.convert.CalendarSpelling;
import org.tandemsync.convert.Invitations;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Family;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.ResponseStatus;

/** Cases 110 to 126 of the mapping reference. */
class MeetingCasesTest {
  private static final Person ME = new Person("Me", "me@corp.example");
  private static final Person BOSS = new Person("Boss", "boss@x.example");

  private static Appointment with(String lines) {
    return read(event(TIMES + " / " + lines));
  }

  private static Meeting meeting(MeetingStatus status, Person organizer, ResponseStatus response) {
    return new Meeting(status, organizer, null, 0, response, null, status == MeetingStatus.MEETING);
  }

  private static Attendee attendee(String name, String address) {
    return new Attendee(new Person(name, address), AttendeeType.REQUIRED, ResponseStatus.NONE);
  }

  @Test
  void case110_receivedAndNotAnswered() {
    Appointment item =
        with(
            "ORGANIZER;CN=Boss:mailto:boss@x.example /"
                + " ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:me@dav.example");
    assertThat(item.meeting())
        .isEqualTo(meeting(MeetingStatus.RECEIVED, BOSS, ResponseStatus.NOT_RESPONDED));
    assertThat(item.busyStatus()).isEqualTo(BusyStatus.TENTATIVE);
  }

  @Test
  void case111and112_ownMeetings() {
    Appointment own =
        with(
            "ORGANIZER:mailto:me@corp.example / ATTENDEE:mailto:a@x.example /"
                + " ATTENDEE:mailto:b@x.example");
    assertThat(own.meeting().status()).isEqualTo(MeetingStatus.MEETING);
    assertThat(own.attendees()).hasSize(2);
    assertThat(with("ORGANIZER:mailto:me@corp.example").meeting()).isEqualTo(Meeting.NONE);
  }

  @Test
  void case113_anOrganizerWithoutScheme() {
    String text =
        event(TIMES + " / ORGANIZER;CN=B:boss@x.example / ATTENDEE:mailto:me@dav.example");
    assertThat(read(text).meeting().organizer()).isEqualTo(new Person("B", "boss@x.example"));
    Appointment item =
        read(text).toBuilder()
            .meeting(
                meeting(
                    MeetingStatus.RECEIVED,
                    new Person("B", "boss2@x.example"),
                    ResponseStatus.NOT_RESPONDED))
            .build();
    assertThat(LENS.update(text, item, Set.of("meeting"), "s"))
        .contains("ORGANIZER;CN=B:mailto:boss2@x.example\r\n");
  }

  @Test
  void case114and115_rooms() {
    Attendee room =
        with("ATTENDEE;CN=R1;CUTYPE=ROOM;EMAIL=r1@x.example:urn:uuid:1234").attendees().getFirst();
    assertThat(room)
        .isEqualTo(
            new Attendee(
                new Person("R1", "r1@x.example"), AttendeeType.RESOURCE, ResponseStatus.NONE));
  }

  @Test
  void case116to118_roles() {
    assertThat(with("ATTENDEE:mailto:a@x.example").attendees().getFirst().type())
        .isEqualTo(AttendeeType.REQUIRED);
    assertThat(
            with("ATTENDEE;ROLE=opt-participant:mailto:a@x.example").attendees().getFirst().type())
        .isEqualTo(AttendeeType.OPTIONAL);
    assertThat(
            with("ORGANIZER:mailto:boss@x.example / ATTENDEE;ROLE=CHAIR:mailto:BOSS@x.example /"
                    + " ATTENDEE;PARTSTAT=X-MAYBE:mailto:b@x.example")
                .attendees())
        .containsExactly(attendee("", "b@x.example"));
  }

  @Test
  void case119to121_peopleAreWritten() {
    Appointment item =
        nine()
            .meeting(meeting(MeetingStatus.MEETING, ME, ResponseStatus.ORGANIZED))
            .attendees(
                List.of(
                    attendee("Ann (ann@x.example)", "ann@x.example"),
                    attendee("Doe, John", "john@x.example"),
                    attendee("Me", "me@dav.example"),
                    new Attendee(
                        new Person("R1", "r1@x.example"),
                        AttendeeType.RESOURCE,
                        ResponseStatus.ACCEPTED)))
            .build();
    assertThat(lines(written(item)))
        .contains(
            "ORGANIZER;CN=Me:mailto:me@corp.example",
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;SCHEDULE-AGENT=CLIENT;"
                + "CN=Ann:mailto:ann@x.example",
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;SCHEDULE-AGENT=CLIENT;"
                + "CN=\"Doe, John\":mailto:john@x.example",
            "ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=R1:mailto:"
                + "r1@x.example")
        .noneMatch(l -> l.contains("me@dav.example"));
  }

  @Test
  void case122and123_ownAnswers() {
    Appointment accepted =
        nine()
            .meeting(meeting(MeetingStatus.RECEIVED, BOSS, ResponseStatus.ACCEPTED))
            .attendees(List.of(attendee("Me", "me@corp.example"), attendee("", "a@x.example")))
            .build();
    String text = written(accepted);
    assertThat(lines(text))
        .contains(
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Me:mailto:me@corp.example",
            "ORGANIZER;CN=Boss;SCHEDULE-AGENT=CLIENT:mailto:boss@x.example");
    Appointment declined =
        accepted.toBuilder()
            .meeting(meeting(MeetingStatus.RECEIVED_AND_CANCELED, BOSS, ResponseStatus.DECLINED))
            .build();
    String after = LENS.update(text, declined, ALL, "s");
    assertThat(lines(after))
        .contains(
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=Me:mailto:me@corp.example",
            "STATUS:CANCELLED");
    assertThat(read(after).meeting()).isEqualTo(declined.meeting());
  }

  @Test
  void anAnswerChangesOneParameterOnly() {
    String text =
        event(
            TIMES
                + " / ORGANIZER;X-A=\"1\":MAILTO:boss@x.example /"
                + " ATTENDEE;X-NUM-GUESTS=0;PARTSTAT=NEEDS-ACTION;CN=\"M e\":mailto:Me@dav.example"
                + " / ATTENDEE;PARTSTAT=X-MAYBE;ROLE=CHAIR:mailto:c@x.example / SEQUENCE:7");
    Appointment item =
        read(text).toBuilder()
            .meeting(
                new Meeting(
                    MeetingStatus.RECEIVED,
                    Objects.requireNonNull(read(text).meeting().organizer()),
                    null,
                    7,
                    ResponseStatus.ACCEPTED,
                    null,
                    false))
            .busyStatus(BusyStatus.BUSY)
            .build();
    String after = LENS.update(text, item, Set.of("meeting", "busy-status"), "s");
    assertThat(
            after
                .replace("\r\nLAST-MODIFIED:20240601T120000Z\r\nX-TANDEM-STAMP:s", "")
                .replace("DTSTAMP:20240601T120000Z", "DTSTAMP:20240101T000000Z"))
        .isEqualTo(text.replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED"));
  }

  @Test
  void case124_onBehalf() {
    Appointment item =
        with(
            "ORGANIZER;SENT-BY=\"mailto:me@corp.example\":mailto:team@x.example /"
                + " ATTENDEE:mailto:a@x.example");
    assertThat(item.meeting().status()).isEqualTo(MeetingStatus.MEETING);
    assertThat(item.meeting().sender()).isEqualTo(new Person("", "me@corp.example"));
    assertThat(lines(written(item)))
        .contains("ORGANIZER;SENT-BY=\"mailto:me@corp.example\":mailto:team@x.example");
  }

  @Test
  void case126_peopleWithoutMailAddress() {
    Appointment item =
        nine()
            .meeting(meeting(MeetingStatus.MEETING, ME, ResponseStatus.ORGANIZED))
            .attendees(
                List.of(
                    attendee("X", "/o=Org/ou=Group/cn=Recipients/cn=x"),
                    attendee("Only a name", "")))
            .build();
    String text = written(item);
    assertThat(text).doesNotContain("/o=Org");
    assertThat(lines(text))
        .contains(
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;SCHEDULE-AGENT=CLIENT;"
                + "CN=Only a name:invalid:nomail");
    assertThat(read(text).attendees()).containsExactly(attendee("Only a name", ""));
  }

  @Test
  void anOrganizerThatIsNotKnownToBeTheUser() {
    Person old = new Person("Me", "me@old.example");
    Appointment item =
        nine().meeting(meeting(MeetingStatus.MEETING, old, ResponseStatus.ORGANIZED)).build();
    assertThat(lines(written(item))).contains("X-TANDEM-MEETING-STATUS:MEETING");
    assertThat(read(written(item)).meeting()).isEqualTo(item.meeting());
  }

  private static final CalendarSpelling.Meetings BY_SERVER =
      new CalendarSpelling.Meetings(Invitations.SERVER, true, "");

  private static String moved(String lines, LensSettings settings, int sequence) {
    String text = event(TIMES + " / " + lines);
    Appointment item = read(text);
    Meeting m = item.meeting();
    Meeting sent =
        new Meeting(
            m.status(),
            m.organizer(),
            m.sender(),
            sequence,
            m.ownResponse(),
            m.replyTime(),
            m.invited());
    return Lenses.of(Family.EVENTS, settings)
        .update(text, item.toBuilder().location("moved").meeting(sent).build(), ALL, "s");
  }

  /** SEQUENCE is the organizer's: Outlook's, or ours where the server tells the guests. */
  @Test
  void whoRaisesSequence() {
    String own = "ORGANIZER:mailto:me@corp.example / ATTENDEE:mailto:a@x.example / SEQUENCE:3";
    LensSettings byServer = Events.SETTINGS.with(CalendarSpelling.USUAL.with(BY_SERVER));
    assertThat(lines(moved(own, Events.SETTINGS, 3))).contains("SEQUENCE:3");
    assertThat(lines(moved(own, Events.SETTINGS, 4))).contains("SEQUENCE:4");
    assertThat(lines(moved(own, Events.SETTINGS, 2))).contains("SEQUENCE:3");
    assertThat(lines(moved(own, byServer, 3))).contains("SEQUENCE:4");
    assertThat(lines(moved(own, byServer, 4))).contains("SEQUENCE:4");
    String received =
        "ORGANIZER:mailto:boss@x.example / ATTENDEE:mailto:me@dav.example / SEQUENCE:3";
    assertThat(lines(moved(received, Events.SETTINGS, 3))).contains("SEQUENCE:3");
    assertThat(lines(moved(received, byServer, 3))).contains("SEQUENCE:3");
  }

  /** What others answered, to whom they delegated, and what the server noted stays as it is. */
  @Test
  void linesOfOthersStay() {
    String others =
        "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:b@x.example\";CN=A:mailto:a@x.example"
            + " / ATTENDEE;PARTSTAT=X-MAYBE;DELEGATED-FROM=\"mailto:a@x.example\";RSVP=TRUE:"
            + "mailto:b@x.example / ATTENDEE;SCHEDULE-STATUS=\"2.0\";X-CALENDARSERVER-DTSTAMP=1;"
            + "PARTSTAT=DECLINED:mailto:c@x.example / REQUEST-STATUS:2.0;Success";
    String text =
        event(
            TIMES
                + " / ORGANIZER;SCHEDULE-STATUS=\"1.1\":mailto:me@corp.example / SEQUENCE:3 / "
                + others);
    Appointment item = read(text).toBuilder().subject("x").location("y").build();
    List<String> after = lines(LENS.update(text, item, ALL, "s"));
    assertThat(after).contains(others.split(" / ", -1));
    assertThat(after).contains("ORGANIZER;SCHEDULE-STATUS=\"1.1\":mailto:me@corp.example");
    List<Attendee> answered =
        item.attendees().stream()
            .map(
                a ->
                    a.person().address().equals("b@x.example")
                        ? new Attendee(a.person(), a.type(), ResponseStatus.ACCEPTED)
                        : a)
            .toList();
    assertThat(
            lines(
                LENS.update(
                    text, item.toBuilder().attendees(answered).build(), Set.of("attendees"), "s")))
        .contains(
            "ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM=\"mailto:a@x.example\";RSVP=TRUE:mailto:"
                + "b@x.example",
            "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:b@x.example\";CN=A:mailto:"
                + "a@x.example");
  }
}
