package org.tandemsync.convert.cases;

import static org.tandemsync.convert.cases.Case.edits;
import static org.tandemsync.convert.cases.Case.editsWith;
import static org.tandemsync.convert.cases.Case.goesRound;
import static org.tandemsync.convert.cases.Case.goesRoundWith;
import static org.tandemsync.convert.cases.Case.readsNine;
import static org.tandemsync.convert.cases.Case.writes;
import static org.tandemsync.convert.cases.Texts.nine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.convert.CalendarSpelling;
import org.tandemsync.convert.Invitations;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.RoomNames;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.ResponseStatus;

class Cases86MeetingsTest {
  private static final Person ME = new Person("Me", "me@corp.example");
  private static final Person BOSS = new Person("Boss", "boss@x.example");

  private static Attendee required(String name, String address) {
    return new Attendee(new Person(name, address), AttendeeType.REQUIRED, ResponseStatus.NONE);
  }

  private static Meeting meeting(
      MeetingStatus status, Person organizer, @Nullable Person sender, ResponseStatus answer) {
    return new Meeting(status, organizer, sender, 0, answer, null, status == MeetingStatus.MEETING);
  }

  private static Attendee room(String name, String address) {
    return new Attendee(new Person(name, address), AttendeeType.RESOURCE, ResponseStatus.ACCEPTED);
  }

  private static Appointment own(Attendee... attendees) {
    return nine()
        .meeting(meeting(MeetingStatus.MEETING, ME, null, ResponseStatus.ORGANIZED))
        .attendees(List.of(attendees))
        .build();
  }

  private static Appointment received(MeetingStatus status, ResponseStatus answer) {
    return nine()
        .meeting(meeting(status, BOSS, null, answer))
        .attendees(List.of(required("Me", "me@corp.example"), required("Ann", "a@x.example")))
        .build();
  }

  private static LensSettings with(CalendarSpelling.Meetings meetings) {
    return Texts.SETTINGS.with(CalendarSpelling.USUAL.with(meetings));
  }

  static final List<Case> CASES =
      List.of(
          readsNine(
              110,
              "ORGANIZER;CN=Boss:mailto:boss@x.example /"
                  + " ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:me@dav.example",
              "status=RECEIVED; organizer=Boss<boss@x.example>; busy=TENTATIVE;"
                  + " answer=NOT_RESPONDED"),
          readsNine(
              111,
              "ORGANIZER:mailto:me@corp.example / ATTENDEE:mailto:a@x.example /"
                  + " ATTENDEE:mailto:b@x.example",
              "status=MEETING;"
                  + " attendees=<a@x.example>REQUIRED:NONE <b@x.example>REQUIRED:NONE"),
          readsNine(112, "ORGANIZER:mailto:me@corp.example", "status=NON_MEETING; attendees="),
          readsNine(
              113,
              "ORGANIZER:boss@x.example / ATTENDEE:mailto:me@dav.example",
              "organizer=<boss@x.example>; status=RECEIVED"),
          goesRound(
              113,
              "written with its scheme",
              received(MeetingStatus.RECEIVED, ResponseStatus.TENTATIVE),
              "organizer=Boss<boss@x.example>; answer=TENTATIVE",
              "ORGANIZER;CN=Boss;SCHEDULE-AGENT=CLIENT:mailto:boss@x.example"),
          readsNine(
              114,
              "ATTENDEE;CN=R1;CUTYPE=ROOM;EMAIL=r1@x.example:urn:uuid:1234",
              "attendees=R1<r1@x.example>RESOURCE:NONE"),
          goesRoundWith(
              Texts.SETTINGS.with(
                  (RoomNames)
                      name -> name.equals("R1") ? Optional.of("urn:uuid:1234") : Optional.empty()),
              115,
              "rooms, one of which the server knows",
              own(room("R1", "r1@x.example"), room("R2", "r2@x.example")),
              "attendees=R1<r1@x.example>RESOURCE:ACCEPTED R2<r2@x.example>RESOURCE:ACCEPTED",
              "ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=R1;"
                  + "EMAIL=r1@x.example:urn:uuid:1234",
              "ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=R2:mailto:"
                  + "r2@x.example"),
          editsWith(
              Texts.SETTINGS.with((RoomNames) name -> Optional.of("urn:uuid:9999")),
              115,
              "ORGANIZER:mailto:me@corp.example / ATTENDEE;CUTYPE=ROOM;CN=R1;EMAIL=r1@x.example:"
                  + "urn:uuid:1234",
              b -> b.attendees(List.of(room("R1", "r1@x.example"), room("R2", "r2@x.example"))),
              Set.of("attendees"),
              "ATTENDEE;CUTYPE=ROOM;CN=R1;EMAIL=r1@x.example;PARTSTAT=ACCEPTED:urn:uuid:1234",
              "ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=R2;"
                  + "EMAIL=r2@x.example:urn:uuid:9999"),
          readsNine(116, "ATTENDEE:mailto:a@x.example", "attendees=<a@x.example>REQUIRED:NONE"),
          readsNine(
              117,
              "ORGANIZER:mailto:boss@x.example / ATTENDEE;ROLE=CHAIR:mailto:BOSS@x.example /"
                  + " ATTENDEE:mailto:a@x.example",
              "organizer=<boss@x.example>; attendees=<a@x.example>REQUIRED:NONE"),
          readsNine(
              118,
              "ATTENDEE;PARTSTAT=X-MAYBE:mailto:a@x.example",
              "attendees=<a@x.example>REQUIRED:NONE"),
          writes(
              119,
              "recipient 'Ann (ann@x.example)'",
              own(required("Ann (ann@x.example)", "ann@x.example")),
              "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;"
                  + "SCHEDULE-AGENT=CLIENT;CN=Ann:mailto:ann@x.example"),
          goesRound(
              120,
              "recipient 'Doe, John'",
              own(required("Doe, John", "john@x.example")),
              "attendees=Doe, John<john@x.example>REQUIRED:NONE",
              "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;"
                  + "SCHEDULE-AGENT=CLIENT;CN=\"Doe, John\":mailto:john@x.example"),
          writes(
              121,
              "the organizer among the recipients",
              own(required("Me", "me@dav.example"), required("Ann", "ann@x.example")),
              "ORGANIZER;CN=Me:mailto:me@corp.example",
              "!ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=Me"),
          goesRound(
              122,
              "received and accepted",
              received(MeetingStatus.RECEIVED, ResponseStatus.ACCEPTED),
              "status=RECEIVED; answer=ACCEPTED",
              "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Me:mailto:me@corp.example",
              "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Ann:mailto:"
                  + "a@x.example"),
          goesRound(
              123,
              "received and declined",
              received(MeetingStatus.RECEIVED_AND_CANCELED, ResponseStatus.DECLINED),
              "answer=DECLINED",
              "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=Me:mailto:me@corp.example"),
          goesRound(
              124,
              "on behalf of a team",
              nine()
                  .meeting(
                      meeting(
                          MeetingStatus.MEETING,
                          new Person("", "team@dav.example"),
                          new Person("", "me@corp.example"),
                          ResponseStatus.ORGANIZED))
                  .attendees(List.of(required("Ann", "ann@x.example")))
                  .build(),
              "status=MEETING; organizer=<team@dav.example>; sender=<me@corp.example>",
              "ORGANIZER;SENT-BY=\"mailto:me@corp.example\":mailto:team@dav.example"),
          writes(
              125,
              "people, and a room",
              own(
                  required("Ann", "ann@x.example"),
                  new Attendee(
                      new Person("R1", "r1@x.example"),
                      AttendeeType.RESOURCE,
                      ResponseStatus.ACCEPTED)),
              "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;"
                  + "SCHEDULE-AGENT=CLIENT;CN=Ann:mailto:ann@x.example",
              "ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=R1:mailto:"
                  + "r1@x.example"),
          goesRoundWith(
              with(new CalendarSpelling.Meetings(Invitations.OUTLOOK, true, "team@dav.example")),
              124,
              "own meeting, opt. on behalf",
              own(required("Ann", "ann@x.example")),
              "status=MEETING; organizer=Me<me@corp.example>; sender=none;"
                  + " attendees=Ann<ann@x.example>REQUIRED:NONE",
              "ORGANIZER;X-TANDEM-ON-BEHALF=TRUE;SENT-BY=\"mailto:me@corp.example\":"
                  + "mailto:team@dav.example",
              "X-MS-OLK-SENDER;CN=Me:mailto:me@corp.example"),
          editsWith(
              with(new CalendarSpelling.Meetings(Invitations.OUTLOOK, true, "team@dav.example")),
              124,
              "ORGANIZER;CN=Me:mailto:me@corp.example / ATTENDEE:mailto:a@x.example",
              b -> b.location("x").attendees(List.of(required("B", "b@x.example"))),
              Set.of("location", "attendees", "meeting"),
              "ORGANIZER;CN=Me:mailto:me@corp.example"),
          editsWith(
              Texts.SETTINGS,
              124,
              "ORGANIZER;X-TANDEM-ON-BEHALF=TRUE;SENT-BY=\"mailto:me@corp.example\":"
                  + "mailto:team@dav.example / ATTENDEE:mailto:a@x.example",
              b -> b.meeting(meeting(MeetingStatus.MEETING, ME, null, ResponseStatus.ORGANIZED)),
              Set.of("meeting"),
              "ORGANIZER;X-TANDEM-ON-BEHALF=TRUE;SENT-BY=\"mailto:me@corp.example\":"
                  + "mailto:team@dav.example",
              "X-MS-OLK-SENDER;CN=Me:mailto:me@corp.example"),
          goesRoundWith(
              with(new CalendarSpelling.Meetings(Invitations.SERVER, true, "")),
              125,
              "the server invites",
              own(required("Ann", "ann@x.example")),
              "status=MEETING",
              "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Ann:mailto:"
                  + "ann@x.example",
              "!X-SOGO"),
          goesRoundWith(
              with(new CalendarSpelling.Meetings(Invitations.NOBODY, false, "")),
              125,
              "nobody invites, nor does SOGo",
              own(required("Ann", "ann@x.example")),
              "status=MEETING",
              "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;"
                  + "SCHEDULE-AGENT=NONE;CN=Ann:mailto:ann@x.example",
              "X-SOGO-SEND-APPOINTMENT-NOTIFICATIONS:NO"),
          goesRoundWith(
              with(new CalendarSpelling.Meetings(Invitations.OUTLOOK, false, "")),
              125,
              "no meeting, SOGo asked for silence",
              nine().build(),
              "status=NON_MEETING",
              "!X-SOGO"),
          editsWith(
              with(new CalendarSpelling.Meetings(Invitations.OUTLOOK, false, "")),
              125,
              "ORGANIZER:mailto:me@corp.example / ATTENDEE:mailto:a@x.example",
              b -> b.location("x"),
              Set.of("location"),
              "LOCATION:x",
              "X-SOGO-SEND-APPOINTMENT-NOTIFICATIONS:NO"),
          goesRound(
              126,
              "somebody with an address of X.500 only",
              own(required("X", "/o=Org/ou=G/cn=x"), required("Ann", "ann@x.example")),
              "attendees=Ann<ann@x.example>REQUIRED:NONE",
              "!ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;"
                  + "SCHEDULE-AGENT=CLIENT;CN=X"),
          edits(
              131,
              "SUMMARY:a",
              b -> b.subject("b").uid("another"),
              Set.of("subject"),
              "SUMMARY:b",
              "UID:u1"));

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.tests("8.6", CASES);
  }
}
