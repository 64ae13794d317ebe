package org.tandemsync.mapi.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.mapi.item.Names.address;
import static org.tandemsync.mapi.item.Names.appointment;
import static org.tandemsync.mapi.item.Names.common;
import static org.tandemsync.mapi.item.Names.tag;
import static org.tandemsync.mapi.item.Names.task;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Gender;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Member;
import org.tandemsync.items.Person;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Photo;
import org.tandemsync.items.PostalAddress;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.RecurrenceBlob;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.sample.Bags;

/** What no sample has: rare fields, one at a time. */
class CodecsTest {
  private static final LocalDate START = LocalDate.of(2024, 2, 29);

  private static long minutes(LocalDate date) {
    return FileTime.minutes(date.atStartOfDay());
  }

  private static RecurrenceBlob blob(
      int frequency, int type, long period, boolean sliding, Integer... specific) {
    return new RecurrenceBlob(
        0x3004,
        0x3004,
        frequency,
        type,
        0,
        0,
        period,
        sliding ? 1 : 0,
        List.of(specific),
        RecurrenceBlob.END_AFTER_COUNT,
        7,
        1,
        List.of(),
        List.of(),
        minutes(START),
        minutes(START.plusYears(1)));
  }

  private static RecurrenceBlob withoutOccurrences(long end) {
    RecurrenceBlob b = blob(RecurrenceBlob.DAILY, 0, 1440, false);
    return new RecurrenceBlob(
        b.readerVersion(),
        b.writerVersion(),
        b.frequency(),
        b.patternType(),
        b.calendarType(),
        b.firstDateTime(),
        b.period(),
        b.slidingFlag(),
        b.specific(),
        RecurrenceBlob.END_AFTER_COUNT,
        0,
        b.firstDayOfWeek(),
        b.deleted(),
        b.modified(),
        b.start(),
        end);
  }

  @Test
  void case90_anEndAfterNoOccurrenceIsTheLastDayOrNone() {
    assertThat(RecurrenceCodec.read(withoutOccurrences(minutes(START.plusDays(4))), Set.of()).end())
        .isEqualTo(new RecurrenceEnd.ByDate(START.plusDays(4)));
    for (long noDate : new long[] {0, minutes(START) - 1440, RecurrenceBlob.NO_END, 0xFFFFFFFFL}) {
      assertThat(RecurrenceCodec.read(withoutOccurrences(noDate), Set.of()).end())
          .isEqualTo(RecurrenceEnd.NEVER);
    }
  }

  static List<Arguments> patterns() {
    int day = RecurrenceBlob.DAILY;
    int week = RecurrenceBlob.WEEKLY;
    int month = RecurrenceBlob.MONTHLY;
    int year = RecurrenceBlob.YEARLY;
    return List.of(
        Arguments.of(blob(day, 0, 4320, false), new RecurrencePattern.Daily(3)),
        Arguments.of(
            blob(week, 1, 2, false, 0x41),
            new RecurrencePattern.Weekly(2, Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY))),
        Arguments.of(blob(month, 2, 1, false, 31), new RecurrencePattern.Monthly(1, 31)),
        Arguments.of(blob(month, 4, 1, false, 31), new RecurrencePattern.Monthly(1, 31)),
        Arguments.of(
            blob(month, 3, 2, false, 0x3E, 5),
            new RecurrencePattern.MonthlyNth(
                2,
                Set.of(
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY),
                WeekIndex.LAST)),
        Arguments.of(
            blob(year, 2, 12, false, 29), new RecurrencePattern.Yearly(1, Month.FEBRUARY, 29)),
        Arguments.of(
            blob(year, 3, 24, false, 0x04, 1),
            new RecurrencePattern.YearlyNth(
                2, Month.FEBRUARY, Set.of(DayOfWeek.TUESDAY), WeekIndex.FIRST)),
        Arguments.of(
            blob(day, 0, 1440 * 10, true),
            new RecurrencePattern.Regenerating(10, RecurrencePattern.Unit.DAY)),
        Arguments.of(
            blob(week, 1, 3, true, 2),
            new RecurrencePattern.Regenerating(3, RecurrencePattern.Unit.WEEK)),
        Arguments.of(
            blob(month, 2, 6, true, 29),
            new RecurrencePattern.Regenerating(6, RecurrencePattern.Unit.MONTH)),
        Arguments.of(
            blob(year, 2, 12, true, 29),
            new RecurrencePattern.Regenerating(1, RecurrencePattern.Unit.YEAR)));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void aTaskHasItsRule(RecurrenceBlob blob, RecurrencePattern expected) {
    Task task =
        TaskCodec.read(
            new Bags()
                .flag(task(0x8126), true)
                .bytes(task(0x8116), blob.encode().toArray())
                .message());
    assertThat(task.recurrence())
        .isEqualTo(Recurrence.of(expected, START, new RecurrenceEnd.AfterCount(7)));
  }

  @Test
  void theHijriCalendarIsKeptAsItIs() {
    Recurrence recurrence =
        RecurrenceCodec.read(blob(RecurrenceBlob.MONTHLY, 0xA, 1, false, 15), List.of());
    assertThat(recurrence.calendarType()).isEqualTo(6);
  }

  @Test
  void aTaskWithAllItsFields() {
    Task task =
        TaskCodec.read(
            new Bags()
                .text(Tags.SUBJECT, "\u0001\u0004Re: Title")
                .text(Tags.BODY, "line 1\r\nline 2\r\n")
                .integer(task(0x8101), 3)
                .real(task(0x8102), 0.25)
                .time(task(0x8104), "2024-03-01T00:00:00Z")
                .time(task(0x8105), "2024-03-10T00:00:00Z")
                .flag(common(0x8503), true)
                .time(common(0x8502), "2024-03-09T07:00:00Z")
                .text(task(0x811F), "owner")
                .text(task(0x8121), "boss")
                .text(task(0x8127), "role")
                .flag(task(0x8103), true)
                .integer(task(0x812A), 2)
                .integer(task(0x8110), 90)
                .integer(task(0x8111), 480)
                .integer(Tags.SENSITIVITY, 0)
                .flag(common(0x8506), true)
                .text(Tags.TANDEM_UID, "server-uid")
                .message());
    assertThat(task.uid()).isEqualTo("server-uid");
    assertThat(task.subject()).isEqualTo("Re: Title");
    assertThat(task.body()).isEqualTo(Body.plain("line 1\nline 2"));
    assertThat(task.status()).isEqualTo(TaskStatus.WAITING);
    assertThat(task.percentComplete()).isEqualTo(25);
    assertThat(task.startDate()).isEqualTo("2024-03-01");
    assertThat(task.dueDate()).isEqualTo("2024-03-10");
    assertThat(task.reminder()).isEqualTo(Instant.parse("2024-03-09T07:00:00Z"));
    assertThat(task.owner()).isEqualTo("owner");
    assertThat(task.delegator()).isEqualTo("boss");
    assertThat(task.role()).isEqualTo("role");
    assertThat(task.teamTask()).isTrue();
    assertThat(task.totalWork()).isEqualTo(480);
    assertThat(task.actualWork()).isEqualTo(90);
    assertThat(task.sensitivity()).isEqualTo(Sensitivity.PRIVATE);
  }

  @ParameterizedTest
  @CsvSource({"true, 0, 0", "false, 2, 0", "false, 1, 1"})
  void anyOneOfThreeMeansComplete(boolean flag, int status, double percent) {
    Task task =
        TaskCodec.read(
            new Bags()
                .flag(task(0x811C), flag)
                .integer(task(0x8101), status)
                .real(task(0x8102), percent)
                .time(task(0x810F), "2024-05-06T00:00:00Z")
                .message());
    assertThat(task.status()).isEqualTo(TaskStatus.COMPLETE);
    assertThat(task.percentComplete()).isEqualTo(100);
    assertThat(task.dateCompleted()).isEqualTo("2024-05-06");
  }

  @Test
  void noDateIsNoDate() {
    Task task = TaskCodec.read(new Bags().time(task(0x8105), "4501-01-01T00:00:00Z").message());
    assertThat(task.dueDate()).isNull();
  }

  @Test
  void aContactWithRareFields() {
    byte[] certificate =
        HexFormat.of().parseHex("01000800010000000300070030010206000800010000 00".replace(" ", ""));
    Contact contact =
        ContactCodec.read(
            new Bags()
                .text(tag(0x3A2E), "assistant phone")
                .text(tag(0x3A57), "main phone")
                .text(tag(0x3A2C), "telex")
                .text(tag(0x3A5D), "Street 1\r\nHouse 2")
                .text(tag(0x3A5E), "Box 9")
                .text(tag(0x3A63), "Other street")
                .integer(address(0x8022), 3)
                .text(address(0x80D8), "https://fb.example/x")
                .texts(tag(0x3A58), "Ann", "", "Bob")
                .shortInteger(tag(0x3A4D), 1)
                .text(address(0x8050), "user 2")
                .time(tag(0x3A42), "1980-06-14T22:00:00Z")
                .time(address(0x80DF), "2001-02-03T00:00:00Z")
                .time(tag(0x3A41), "2001-02-02T23:00:00Z")
                .text(address(0x8080), "Ann")
                .text(address(0x8082), "EX")
                .text(address(0x8083), "/o=Org/cn=ann")
                .text(address(0x8084), "ann@example.org")
                .text(address(0x8092), "EX")
                .text(address(0x8093), "/o=Org/cn=ann")
                .binaries(tag(0x3A70), List.of(certificate))
                .texts(Tags.KEYWORDS, "Red", "red", "Blue")
                .message(List.of(), List.of(picture())),
            "made-up");
    assertThat(contact.uid()).isEqualTo("made-up");
    assertThat(contact.phones())
        .isEqualTo(
            Map.of(
                PhoneSlot.ASSISTANT, "assistant phone",
                PhoneSlot.COMPANY_MAIN, "main phone",
                PhoneSlot.TELEX, "telex"));
    assertThat(contact.addresses())
        .isEqualTo(
            Map.of(
                AddressSlot.HOME,
                new PostalAddress("Street 1\nHouse 2", "", "", "", "", "Box 9", ""),
                AddressSlot.OTHER,
                new PostalAddress("Other street", "", "", "", "", "", "")));
    assertThat(contact.mailingAddress()).isEqualTo(AddressSlot.OTHER);
    assertThat(contact.freeBusyUrl()).isEqualTo("https://fb.example/x");
    assertThat(contact.children()).containsExactly("Ann", "Bob");
    assertThat(contact.gender()).isEqualTo(Gender.FEMALE);
    assertThat(contact.userFields()).containsExactly("", "user 2", "", "");
    assertThat(contact.birthday()).isEqualTo("1980-06-15");
    assertThat(contact.anniversary()).isEqualTo("2001-02-03");
    assertThat(contact.emails())
        .isEqualTo(Map.of(EmailSlot.EMAIL1, new EmailAddress("ann@example.org", "Ann")));
    assertThat(contact.certificates()).containsExactly(Bytes.of(new byte[] {0x30, 0x01, 0x02}));
    assertThat(contact.categories().names()).containsExactly("Red", "Blue");
    assertThat(contact.photo())
        .isEqualTo(new Photo(Bytes.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1}), "image/png"));
  }

  private static org.tandemsync.mapi.AttachedObject picture() {
    return new Bags()
        .integer(Tags.ATTACHMENT_METHOD, 1)
        .flag(Tags.ATTACHMENT_CONTACT_PHOTO, true)
        .text(Tags.ATTACHMENT_LONG_NAME, "ContactPicture.jpg")
        .bytes(Tags.ATTACHMENT_DATA, new byte[] {(byte) 0x89, 'P', 'N', 'G', 1})
        .attachment();
  }

  @Test
  void aMeetingThatWasReceivedAndCancelled() {
    PropertyBag organizer = recipient("Boss", "SMTP", "boss@example.org", 1, 3, 0);
    PropertyBag room = recipient("Room 5", "SMTP", "room@example.org", 3, 1, 3);
    PropertyBag exchange =
        new Bags()
            .text(Tags.DISPLAY_NAME, "Ann")
            .text(Tags.ADDRESS_TYPE, "EX")
            .text(Tags.EMAIL_ADDRESS, "/o=Org/cn=ann")
            .text(Tags.SMTP_ADDRESS, "ann@example.org")
            .integer(Tags.RECIPIENT_TYPE, 2)
            .integer(Tags.RECIPIENT_RESPONSE, 2)
            .bag();
    Appointment meeting =
        AppointmentCodec.read(
            new Bags()
                .time(appointment(0x820D), "2024-01-01T10:00:00Z")
                .time(appointment(0x820E), "2024-01-01T11:00:00Z")
                .integer(appointment(0x8217), 7)
                .integer(appointment(0x8218), 3)
                .integer(appointment(0x8201), 4)
                .time(appointment(0x8220), "2023-12-24T10:00:00Z")
                .text(Tags.SENDER_NAME, "Secretary")
                .text(Tags.SENDER_TYPE, "SMTP")
                .text(Tags.SENDER_ADDRESS, "sec@example.org")
                .message(List.of(organizer, room, exchange), List.of()));
    assertThat(meeting.meeting())
        .isEqualTo(
            new Meeting(
                MeetingStatus.RECEIVED_AND_CANCELED,
                new Person("Boss", "boss@example.org"),
                new Person("Secretary", "sec@example.org"),
                4,
                ResponseStatus.ACCEPTED,
                Instant.parse("2023-12-24T10:00:00Z"),
                false));
    assertThat(meeting.attendees())
        .containsExactly(
            new Attendee(
                new Person("Room 5", "room@example.org"),
                AttendeeType.RESOURCE,
                ResponseStatus.ACCEPTED),
            new Attendee(
                new Person("Ann", "ann@example.org"),
                AttendeeType.OPTIONAL,
                ResponseStatus.TENTATIVE));
    assertThat(meeting.timing())
        .isEqualTo(
            Timing.timed(
                LocalDateTime.parse("2024-01-01T10:00"),
                LocalDateTime.parse("2024-01-01T11:00"),
                Zone.UTC));
  }

  private static PropertyBag recipient(
      String name, String type, String address, int kind, int flags, int response) {
    return new Bags()
        .text(Tags.DISPLAY_NAME, name)
        .text(Tags.ADDRESS_TYPE, type)
        .text(Tags.EMAIL_ADDRESS, address)
        .integer(Tags.RECIPIENT_TYPE, kind)
        .integer(Tags.RECIPIENT_FLAGS, flags)
        .integer(Tags.RECIPIENT_RESPONSE, response)
        .bag();
  }

  /** Some programs write the midnights of another zone than they say, or none. */
  @Test
  void anAllDayItemWithoutAZoneTakesTheNearestMidnights() {
    Appointment item =
        AppointmentCodec.read(
            new Bags()
                .time(appointment(0x820D), "2024-06-09T22:00:00Z")
                .time(appointment(0x820E), "2024-06-11T22:00:00Z")
                .flag(appointment(0x8215), true)
                .message());
    assertThat(item.timing())
        .isEqualTo(Timing.allDay(LocalDate.of(2024, 6, 10), LocalDate.of(2024, 6, 12), Zone.UTC));
  }

  @ParameterizedTest
  @CsvSource({"1525252321, 15", "30, 30", "-5, 0"})
  void remindersOfEveryKind(int delta, int minutes) {
    Appointment item =
        AppointmentCodec.read(
            new Bags()
                .time(appointment(0x820D), "2024-01-01T10:00:00.123Z")
                .flag(common(0x8503), true)
                .integer(common(0x8501), delta)
                .message());
    assertThat(item.reminder().minutesBefore()).isEqualTo(minutes);
    assertThat(item.timing().end()).isEqualTo("2024-01-01T10:00:00");
  }

  @Test
  void theUsersOwnFields() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(
        HexFormat.of().parseHex("0201 01000000 45000000 0800 00000000 0600".replace(" ", "")));
    stream.writeBytes("Colour".getBytes(StandardCharsets.UTF_16LE));
    stream.writeBytes(HexFormat.of().parseHex("000000000001000000"));
    Appointment item =
        AppointmentCodec.read(
            new Bags()
                .time(appointment(0x820D), "2024-01-01T10:00:00Z")
                .bytes(common(0x8540), stream.toByteArray())
                .text(Names.text("Colour"), "blue")
                .text(Names.text("internal"), "no field of the user")
                .message());
    assertThat(item.userProperties()).isEqualTo(Map.of("Colour", "blue"));
  }

  @Test
  void theTextOfAnItemThatHasOnlyHtml() {
    Body body =
        BodyCodec.read(
            new Bags()
                .bytes(Tags.HTML, "<p>M\u00fcller</p>".getBytes(StandardCharsets.UTF_8))
                .integer(Tags.INTERNET_CODE_PAGE, 65001)
                .bag());
    assertThat(body).isEqualTo(new Body("M\u00fcller", "<p>M\u00fcller</p>"));
  }

  @Test
  void theSecondAddressOfAContactIsTheMember() {
    byte[] member =
        HexFormat.of()
            .parseHex(
                "00000000c091add3519dcf11a4a900aa0047faa4d300000000"
                    + "a41d63dbc53b8e4ab8071e15e55750ce64002000");
    PropertyBag contact =
        new Bags()
            .text(Tags.DISPLAY_NAME, "Ann Smith")
            .text(address(0x8083), "first@example.org")
            .text(address(0x8093), "second@example.org")
            .bag();
    String uid = new UUID(1, 2).toString();
    var list =
        DistributionListCodec.read(
            new Bags()
                .text(address(0x8053), "Choir")
                .binaries(address(0x8055), List.of(member))
                .message(),
            "list",
            id -> Optional.of(new MemberSource.Found(uid, contact)));
    assertThat(list.members()).containsExactly(new Member("Ann Smith", "second@example.org", uid));
  }
}
