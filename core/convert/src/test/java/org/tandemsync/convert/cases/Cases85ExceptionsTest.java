package org.tandemsync.convert.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.cases.Case.editsWhole;
import static org.tandemsync.convert.cases.Case.goesRound;
import static org.tandemsync.convert.cases.Case.goesRoundWith;
import static org.tandemsync.convert.cases.Case.reads;
import static org.tandemsync.convert.cases.Case.readsCalendar;
import static org.tandemsync.convert.cases.Case.readsWhole;
import static org.tandemsync.convert.cases.Texts.at;
import static org.tandemsync.convert.cases.Texts.nine;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Timing;

class Cases85ExceptionsTest {
  private static final String DAILY =
      "BEGIN:VEVENT / UID:u1 / SUMMARY:a / DTSTART;TZID=Europe/Vienna:20240610T090000 /"
          + " DTEND;TZID=Europe/Vienna:20240610T100000 / RRULE:FREQ=DAILY";

  private static String override(String id, String lines) {
    return " / BEGIN:VEVENT / UID:u1 / RECURRENCE-ID" + id + " / " + lines + " / END:VEVENT";
  }

  private static String moved(int from, int to) {
    return override(
        ";TZID=Europe/Vienna:202406" + from + "T090000",
        "DTSTART;TZID=Europe/Vienna:202406" + to + "T180000");
  }

  private static Appointment daily(String first, String... deleted) {
    LocalDate start = LocalDate.parse(first);
    return nine()
        .timing(Timing.timed(start.atTime(9, 0), start.atTime(10, 0), Texts.WEST))
        .recurrence(
            Recurrence.of(new RecurrencePattern.Daily(1), start, RecurrenceEnd.NEVER)
                .withDeleted(Stream.of(deleted).map(LocalDate::parse).toList()))
        .build();
  }

  private static Appointment allDay(String first, String... deleted) {
    LocalDate start = LocalDate.parse(first);
    return daily(first, deleted).toBuilder()
        .timing(Timing.allDay(start, start.plusDays(1), Texts.WEST))
        .build();
  }

  private static Appointment changed(Appointment series, String original, Timing now) {
    return changed(series, original, single(series).timing(now).build());
  }

  private static Appointment.Builder single(Appointment series) {
    return series.toBuilder().exceptions(List.of()).recurrence(null);
  }

  private static Appointment changed(Appointment series, String original, Appointment now) {
    List<ExceptionalOccurrence> all = new ArrayList<>(series.exceptions());
    all.add(new ExceptionalOccurrence(at(original), now));
    return series.toBuilder().exceptions(all).build();
  }

  private static Timing sixPm(String date) {
    LocalDateTime start = LocalDate.parse(date).atTime(18, 0);
    return Timing.timed(start, start.plusHours(1), Texts.WEST);
  }

  static final List<Case> CASES =
      List.of(
          goesRound(
              91,
              "daily 09:00 from 25 March, without the day on which summer begins",
              daily("2024-03-25", "2024-03-31"),
              "deleted=2024-03-31",
              "EXDATE;TZID=Europe/Vienna:20240331T090000"),
          reads(
              91,
              "DTSTART;TZID=Europe/Vienna:20240325T090000 / RRULE:FREQ=DAILY /"
                  + " EXDATE:20240331T070000Z",
              "deleted=2024-03-31"),
          goesRound(
              92,
              "deleted occurrence of whole days",
              allDay("2024-06-10", "2024-06-12"),
              "deleted=2024-06-12",
              "EXDATE;VALUE=DATE:20240612"),
          goesRoundWith(
              Cases81TimesAndZonesTest.WINDOWS,
              93,
              "moved occurrence, with Windows' names",
              changed(daily("2024-06-10"), "2024-06-12T09:00", sixPm("2024-06-12")),
              "changed=2024-06-12T09:00>2024-06-12T18:00",
              "RECURRENCE-ID;TZID=W. Europe Standard Time:20240612T090000",
              "DTSTART;TZID=W. Europe Standard Time:20240612T180000",
              "DTSTART;TZID=W. Europe Standard Time:20240610T090000"),
          goesRound(
              93,
              "moved occurrence",
              changed(daily("2024-06-10"), "2024-06-12T09:00", sixPm("2024-06-12")),
              "changed=2024-06-12T09:00>2024-06-12T18:00",
              "RECURRENCE-ID;TZID=Europe/Vienna:20240612T090000",
              "DTSTART;TZID=Europe/Vienna:20240610T090000"),
          goesRound(
              94,
              "moved occurrence of whole days",
              changed(
                  allDay("2024-06-10"),
                  "2024-06-12T00:00",
                  Timing.allDay(LocalDate.of(2024, 6, 13), LocalDate.of(2024, 6, 14), Texts.WEST)),
              "changed=2024-06-12T00:00>2024-06-13T00:00",
              "RECURRENCE-ID;VALUE=DATE:20240612",
              "DTSTART;VALUE=DATE:20240613"),
          new Case(95, "an occurrence with another organizer", Cases85ExceptionsTest::organizer),
          goesRound(
              96,
              "changed and deleted",
              changed(daily("2024-06-10", "2024-06-12"), "2024-06-12T09:00", sixPm("2024-06-12")),
              "deleted=; changed=2024-06-12T09:00>2024-06-12T18:00",
              "RECURRENCE-ID;TZID=Europe/Vienna:20240612T090000",
              "!EXDATE"),
          goesRound(
              97,
              "10 June moved to the place of 11 June, which is deleted",
              changed(daily("2024-06-10", "2024-06-11"), "2024-06-10T09:00", sixPm("2024-06-11")),
              "deleted=2024-06-11; changed=2024-06-10T09:00>2024-06-11T18:00",
              "EXDATE;TZID=Europe/Vienna:20240611T090000"),
          reads(
              98,
              "DTSTART;TZID=Europe/Vienna:20240610T000000 / RRULE:FREQ=DAILY /"
                  + " EXDATE:20240611T220000Z",
              "deleted=2024-06-12"),
          reads(
              99,
              "DTSTART;TZID=Europe/Vienna:20240610T090000 / RRULE:FREQ=DAILY /"
                  + " EXDATE;VALUE=DATE:20240612",
              "deleted=2024-06-12"),
          reads(
              100,
              "DTSTART:20240610T070000Z / RRULE:FREQ=DAILY;COUNT=3 / EXDATE:20240620T070000Z /"
                  + " SUMMARY:x",
              "deleted=; subject=x; until=3 times; loss=exdate-without-occurrence"),
          readsCalendar(
              101,
              DAILY
                  + " / EXDATE;TZID=Europe/Vienna:20240611T090000 /"
                  + " EXDATE;TZID=Europe/Vienna:20240613T090000 / END:VEVENT"
                  + moved(10, 12)
                  + moved(12, 13),
              "deleted=2024-06-11 2024-06-13; changed=2024-06-10T09:00>2024-06-12T18:00 |"
                  + " 2024-06-12T09:00>2024-06-13T18:00"),
          readsCalendar(
              102,
              DAILY
                  + " / EXDATE;TZID=Europe/Vienna:20240611T090000 / END:VEVENT"
                  + moved(12, 11)
                  + moved(13, 12),
              "deleted=2024-06-11; changed=2024-06-12T09:00>2024-06-11T18:00 |"
                  + " 2024-06-13T09:00>2024-06-12T18:00"),
          readsCalendar(
              103,
              moved(12, 12).substring(3) + " / " + DAILY + " / END:VEVENT",
              "subject=a; changed=2024-06-12T09:00>2024-06-12T18:00"),
          readsCalendar(
              104,
              DAILY
                  + " / END:VEVENT"
                  + override(
                      ";TZID=Europe/Vienna:20240614T090000",
                      "DTSTART;TZID=Europe/Vienna:20240614T090000 / STATUS:CANCELLED"),
              "deleted=2024-06-14; changed="),
          readsCalendar(
              105,
              DAILY.replace("T090000", "T003000").replace("T100000", "T013000")
                  + " / END:VEVENT"
                  + override(
                      ":20240611T223000Z",
                      "DTSTART;TZID=Europe/Vienna:20240612T180000 / SUMMARY:m"),
              "changed=2024-06-12T00:30>2024-06-12T18:00 m"),
          readsCalendar(
              106,
              override(
                          ";TZID=Europe/Vienna:20240618T090000",
                          "DTSTART;TZID=Europe/Vienna:20240618T100000 / SUMMARY:later")
                      .substring(3)
                  + override(
                      ";TZID=Europe/Vienna:20240611T090000",
                      "DTSTART;TZID=Europe/Vienna:20240611T100000 / SUMMARY:x /"
                          + " CATEGORIES:Work"),
              "subject=x; categories=Work; pattern=none; loss=overrides-without-master"),
          readsCalendar(
              107, moved(12, 12).substring(3), "start=2024-06-12T18:00; pattern=none; changed="),
          editsWhole(
              107,
              "a lone occurrence is renamed",
              Texts.calendar(
                  override(
                          ";TZID=Europe/Vienna:20240612T090000",
                          "DTSTART;TZID=Europe/Vienna:20240612T180000 / SUMMARY:x")
                      .substring(3)),
              item -> ((Appointment) item).toBuilder().subject("y").build(),
              Set.of("subject"),
              "SUMMARY:y",
              "RECURRENCE-ID;TZID=Europe/Vienna:20240612T090000"),
          readsWhole(
              108,
              "the rule was removed",
              Texts.calendar(DAILY.replace(" / RRULE:FREQ=DAILY", "") + " / END:VEVENT"),
              "pattern=none; subject=a"),
          new Case(109, "a new title of the series", Cases85ExceptionsTest::onlyTheTitle));

  /** Servers refuse organizers that differ within a series. */
  private static void organizer() {
    Meeting meeting =
        new Meeting(
            MeetingStatus.MEETING,
            new Person("Me", "me@corp.example"),
            null,
            0,
            ResponseStatus.ORGANIZED,
            null,
            true);
    Appointment series =
        daily("2024-06-10").toBuilder()
            .meeting(meeting)
            .attendees(
                List.of(
                    new Attendee(
                        new Person("Ann", "ann@x.example"),
                        AttendeeType.REQUIRED,
                        ResponseStatus.NONE)))
            .build();
    Meeting other =
        new Meeting(
            MeetingStatus.MEETING,
            new Person("Somebody", "some@x.example"),
            null,
            0,
            ResponseStatus.ORGANIZED,
            null,
            true);
    Appointment item =
        changed(
            series,
            "2024-06-12T09:00",
            single(series).meeting(other).timing(sixPm("2024-06-12")).build());
    List<String> organizers =
        Texts.lines(Texts.EVENTS.create(item, "s")).stream()
            .filter(l -> l.startsWith("ORGANIZER"))
            .toList();
    assertThat(organizers).hasSize(2).containsOnly("ORGANIZER;CN=Me:mailto:me@corp.example");
  }

  /** A series that somebody else took over: its changed occurrences go along. */
  @Test
  void aNewOrganizerOfASeriesIsThatOfItsOccurrences() {
    String text =
        Texts.calendar(
            DAILY
                + " / ORGANIZER:mailto:me@old.example / END:VEVENT"
                + override(
                    ";TZID=Europe/Vienna:20240612T090000",
                    "DTSTART;TZID=Europe/Vienna:20240612T180000 / SUMMARY:o /"
                        + " ORGANIZER:mailto:me@old.example"));
    Appointment series = (Appointment) Texts.understood(text).item();
    Person me = new Person("Me", "me@corp.example");
    Meeting taken =
        new Meeting(MeetingStatus.MEETING, me, null, 1, ResponseStatus.ORGANIZED, null, true);
    Appointment occurrence = series.exceptions().getFirst().occurrence();
    Appointment item =
        series.toBuilder()
            .meeting(taken)
            .exceptions(
                List.of(
                    new ExceptionalOccurrence(
                        series.exceptions().getFirst().originalStart(),
                        occurrence.toBuilder().meeting(taken).build())))
            .build();
    String updated = Texts.EVENTS.update(text, item, Set.of("meeting", "exceptions"), "s");
    assertThat(Texts.lines(updated).stream().filter(l -> l.startsWith("ORGANIZER")))
        .containsExactly(
            "ORGANIZER;CN=Me:mailto:me@corp.example", "ORGANIZER;CN=Me:mailto:me@corp.example");
  }

  /** So only the title is sent to Outlook, and the occurrence's attachment is not touched. */
  private static void onlyTheTitle() {
    String text =
        Texts.calendar(
            DAILY
                + " / END:VEVENT"
                + override(
                    ";TZID=Europe/Vienna:20240612T090000",
                    "DTSTART;TZID=Europe/Vienna:20240612T180000 / SUMMARY:o /"
                        + " ATTACH:https://x.example/f"));
    assertThat(
            Projection.EVERYTHING.differing(
                Texts.understood(text).item(),
                Texts.understood(text.replace("SUMMARY:a", "SUMMARY:b")).item()))
        .containsExactly("subject");
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.tests("8.5", CASES);
  }
}
