package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Importance;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Member;
import org.tandemsync.items.Person;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.RecurrencePattern.Daily;
import org.tandemsync.items.RecurrencePattern.Monthly;
import org.tandemsync.items.RecurrencePattern.Weekly;
import org.tandemsync.items.RecurrencePattern.Yearly;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.item.AppointmentCodec;
import org.tandemsync.mapi.item.ContactCodec;
import org.tandemsync.mapi.item.DistributionListCodec;
import org.tandemsync.mapi.item.MemberSource;
import org.tandemsync.mapi.item.TaskCodec;
import org.tandemsync.mapi.sample.MsgFile;

/** Items that Outlook saved as .msg: kinds that no sample data file has. */
class MsgItemsTest {
  private static final Zone TOKYO = new Zone("Tokyo Standard Time");

  private static Appointment appointment(String name) {
    return AppointmentCodec.read(MsgFile.read(Samples.path("msg/" + name)));
  }

  private static Recurrence rule(Appointment series) {
    return Objects.requireNonNull(series.recurrence());
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text);
  }

  static List<Arguments> patterns() {
    return List.of(
        Arguments.of(
            "msgreader-A-daily-1.msg",
            new Weekly(
                1,
                Set.of(
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY)),
            new RecurrenceEnd.AfterCount(1)),
        Arguments.of(
            "msgreader-A-weekly-1.msg",
            new Weekly(1, Set.of(DayOfWeek.MONDAY)),
            new RecurrenceEnd.AfterCount(1)),
        Arguments.of(
            "msgreader-A-monthly-1.msg", new Monthly(1, 12), new RecurrenceEnd.AfterCount(1)),
        Arguments.of(
            "msgreader-A-yearly-1.msg",
            new Yearly(1, Month.DECEMBER, 12),
            new RecurrenceEnd.AfterCount(1)),
        Arguments.of(
            "msgreader-7-days-everyday.msg",
            new Daily(1),
            new RecurrenceEnd.ByDate(LocalDate.of(2022, 12, 7))),
        Arguments.of(
            "msgreader-Friday-Lunch.msg",
            new Weekly(1, Set.of(DayOfWeek.FRIDAY)),
            new RecurrenceEnd.ByDate(LocalDate.of(2023, 12, 31))));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void aSeriesHasItsRule(String name, RecurrencePattern pattern, RecurrenceEnd end) {
    Recurrence recurrence = rule(appointment(name));
    assertThat(recurrence.pattern()).isEqualTo(pattern);
    assertThat(recurrence.end()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "msgreader-A-black-friday-w-tz.msg, 2022-12-02, 2022-12-03",
    "msgreader-A-black-friday-wo-tz.msg, 2022-12-02, 2022-12-03",
    "msgreader-7-days-everyday.msg, 2022-12-01, 2022-12-02",
    "msgreader-A-daily-1.msg, 2022-12-12, 2022-12-13",
  })
  void anAllDayItemHasTheDatesOfItsOwnZone(String name, LocalDate first, LocalDate afterLast) {
    assertThat(appointment(name).timing()).isEqualTo(Timing.allDay(first, afterLast, TOKYO));
    assertThat(appointment(name).busyStatus()).isEqualTo(BusyStatus.FREE);
  }

  @Test
  void aTimedItemHasTheClockOfItsZone() {
    assertThat(appointment("msgreader-Appointment-sample-EST.msg").timing())
        .isEqualTo(
            Timing.timed(
                time("2022-12-04T08:00"),
                time("2022-12-04T08:30"),
                new Zone("Eastern Standard Time")));
    assertThat(appointment("testMSG_Appointment.msg").timing())
        .isEqualTo(
            Timing.timed(
                time("2017-02-28T13:30"),
                time("2017-02-28T14:00"),
                new Zone("Eastern Standard Time")));
  }

  @Test
  void changedOccurrencesAreFoundByTheirOriginalStart() {
    Appointment series = appointment("msgreader-Friday-Lunch.msg");
    assertThat(rule(series).deleted()).isEqualTo(new TreeSet<>(Set.of(LocalDate.of(2023, 1, 6))));
    assertThat(series.exceptions())
        .extracting(
            ExceptionalOccurrence::originalStart,
            e -> e.occurrence().timing().start(),
            e -> e.occurrence().subject(),
            e -> e.occurrence().busyStatus())
        .containsExactly(
            tuple(
                time("2023-01-13T12:00"),
                time("2023-01-09T12:00"),
                "Monday Lunch",
                BusyStatus.BUSY),
            tuple(
                time("2023-01-20T12:00"),
                time("2023-01-20T12:00"),
                "Friday Lunch",
                BusyStatus.OUT_OF_OFFICE));
  }

  @Test
  void anOccurrenceTakesFromItsSeriesWhatItDoesNotChange() {
    Appointment series = appointment("msgreader-Lanch-time-every-friday-in-2023-chgs1.msg");
    assertThat(rule(series).deleted()).isEqualTo(new TreeSet<>(Set.of(LocalDate.of(2023, 1, 6))));
    ExceptionalOccurrence moved = series.exceptions().getFirst();
    Appointment plain = series.toBuilder().recurrence(null).exceptions(List.of()).build();
    assertThat(moved.occurrence())
        .isEqualTo(
            plain.toBuilder()
                .subject("Lanch time, every friday, in 2023 [rescheduled!]")
                .timing(Timing.timed(time("2023-01-12T12:00"), time("2023-01-12T13:00"), TOKYO))
                .created(moved.occurrence().created())
                .modified(moved.occurrence().modified())
                .build());
  }

  @Test
  void anOccurrenceHasItsOwnTextPlaceAndAttachment() {
    Appointment series = appointment("msgreader-Lanch-time-every-friday-in-2023-chgs2.msg");
    Appointment moved = series.exceptions().getFirst().occurrence();
    assertThat(moved.location()).isEqualTo("Awesome coffee shop");
    assertThat(moved.busyStatus()).isEqualTo(BusyStatus.TENTATIVE);
    assertThat(moved.importance()).isEqualTo(Importance.HIGH);
    assertThat(moved.body().plain()).contains("change busy flag");
    assertThat(moved.attachments())
        .singleElement()
        .satisfies(a -> assertThat(a.name()).isEqualTo("JSCoffeeScript_64x.png"))
        .satisfies(a -> assertThat(a.content().length()).isEqualTo(1538));
    assertThat(series.attachments()).isEmpty();
    assertThat(series.body().plain()).doesNotContain("change busy flag");
  }

  @Test
  void aMeetingHasOrganizerAndAttendees() {
    Appointment meeting = appointment("aspose-Test-Meeting.msg");
    assertThat(meeting.meeting().status()).isEqualTo(MeetingStatus.MEETING);
    assertThat(meeting.meeting().ownResponse()).isEqualTo(ResponseStatus.ORGANIZED);
    assertThat(meeting.meeting().organizer())
        .isEqualTo(new Person("Maria Shahid", "maria.shahid.dev@gmail.com"));
    assertThat(meeting.attendees())
        .containsExactly(attendee("attendee1@gmail.com"), attendee("attendee2@gmail.com"));
    assertThat(meeting.reminder()).isEqualTo(Reminder.before(15));
  }

  private static Attendee attendee(String address) {
    return new Attendee(new Person(address, address), AttendeeType.REQUIRED, ResponseStatus.NONE);
  }

  @Test
  void aTaskOfOutlook() {
    Task task = TaskCodec.read(MsgFile.read(Samples.path("msg/testMSG_Task.msg")));
    assertThat(task.subject()).isEqualTo("Must jump over the lazy dog");
    assertThat(task.body().plain()).isEqualTo("Quick brown fox must do what he must");
    assertThat(task.startDate()).isEqualTo("2017-02-19");
    assertThat(task.dueDate()).isEqualTo("2017-03-10");
    assertThat(task.status()).isEqualTo(TaskStatus.IN_PROGRESS);
    assertThat(task.percentComplete()).isZero();
    assertThat(task.owner()).isEqualTo("Allison, Timothy B.");
  }

  @Test
  void aCompletedTaskOfAnotherProgram() {
    Task task = TaskCodec.read(MsgFile.read(Samples.path("msg/aspose-MapiTask.msg")));
    assertThat(task.status()).isEqualTo(TaskStatus.COMPLETE);
    assertThat(task.percentComplete()).isEqualTo(100);
    assertThat(task.categories().names()).containsExactly("category1", "category2", "category3");
    assertThat(task.business().companies()).containsExactly("company1", "company2", "company3");
    assertThat(task.business().mileage()).isEqualTo("Some test mileage");
    assertThat(task.totalWork()).isEqualTo(5);
    assertThat(task.actualWork()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"msgreader-contactAnsi.msg", "msgreader-contactUnicode.msg"})
  void aJapaneseContactInEitherCoding(String name) {
    Contact contact = ContactCodec.read(MsgFile.read(Samples.path("msg/" + name)), "uid");
    assertThat(contact.uid()).isEqualTo("uid");
    assertThat(contact.name()).isEqualTo(new PersonName("Mr.", "コム", "ドット", "イグザンプル", "殿"));
    assertThat(contact.phones()).containsEntry(PhoneSlot.BUSINESS_FAX, "06-0001-0003");
    assertThat(contact.birthday()).isEqualTo("2000-01-01");
  }

  @Test
  void aListOfOutsiders() {
    DistributionList list =
        DistributionListCodec.read(
            MsgFile.read(Samples.path("msg/aspose-NewGroup.msg")), "uid", MemberSource.NONE);
    assertThat(list.name()).isEqualTo("NewGroup");
    assertThat(list.members())
        .containsExactly(
            new Member("User2", "user2@gmail.com", ""), new Member("User1", "user1@gmail.com", ""));
  }
}
