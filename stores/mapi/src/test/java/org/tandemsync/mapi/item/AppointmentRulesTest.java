package org.tandemsync.mapi.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.mapi.item.Names.appointment;
import static org.tandemsync.mapi.item.Names.common;
import static org.tandemsync.mapi.item.Names.meeting;
import static org.tandemsync.mapi.item.Names.tag;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.tandemsync.items.Bytes;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.RecurrencePattern.Daily;
import org.tandemsync.items.RecurrencePattern.Monthly;
import org.tandemsync.items.RecurrencePattern.MonthlyNth;
import org.tandemsync.items.RecurrencePattern.Weekly;
import org.tandemsync.items.RecurrencePattern.Yearly;
import org.tandemsync.items.RecurrencePattern.YearlyNth;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.GlobalObjectId;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.RecurrenceBlob;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;

/** The properties that Outlook expects, one rule at a time. */
class AppointmentRulesTest {
  private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");
  private static final Set<String> ALL = Set.copyOf(Fields.APPOINTMENT.names());
  private static final Zone BERLIN = new Zone("W. Europe Standard Time");

  private static Appointment.Builder at(String start, String end) {
    return Appointment.builder()
        .uid("u1@example.org")
        .subject("Lunch")
        .timing(Timing.timed(LocalDateTime.parse(start), LocalDateTime.parse(end), BERLIN));
  }

  private static Appointment series(RecurrencePattern pattern, RecurrenceEnd end, String start) {
    LocalDateTime first = LocalDateTime.parse(start);
    return at(start, first.plusHours(1).toString())
        .recurrence(Recurrence.of(pattern, first.toLocalDate(), end))
        .build();
  }

  private static Message written(Appointment item) {
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(AppointmentCodec.write(item, ALL, edit, NOW)).isEmpty();
    return EditedMessage.of(edit);
  }

  private static Message changed(Message message, Appointment item, String... fields) {
    MessageEdit edit = MessageEdit.of(message);
    assertThat(AppointmentCodec.write(item, Set.of(fields), edit, NOW)).isEmpty();
    return EditedMessage.of(edit);
  }

  private static PropertyBag bag(Appointment item) {
    return written(item).properties();
  }

  @Test
  void aSingleAppointmentHasItsTimesInAllCopies() {
    PropertyBag bag = bag(at("2024-07-01T10:00", "2024-07-01T11:30").build());
    for (PropertyKey start :
        List.of(appointment(0x820D), appointment(0x8235), common(0x8516), tag(0x0060))) {
      assertThat(bag.time(start)).isEqualTo("2024-07-01T08:00:00Z");
    }
    for (PropertyKey end :
        List.of(appointment(0x820E), appointment(0x8236), common(0x8517), tag(0x0061))) {
      assertThat(bag.time(end)).isEqualTo("2024-07-01T09:30:00Z");
    }
    assertThat(bag.integer(appointment(0x8213), 0)).isEqualTo(90);
    assertThat(bag.flag(appointment(0x8215))).isFalse();
    assertThat(bag.flag(appointment(0x8223))).isFalse();
    assertThat(bag.integer(appointment(0x8231), -1)).isZero();
    assertThat(bag.has(appointment(0x8216))).isFalse();
    assertThat(bag.text(appointment(0x8234))).isEqualTo("(UTC+01:00) W. Europe Standard Time");
    assertThat(bag.text(Tags.MESSAGE_CLASS)).isEqualTo("IPM.Appointment");
    assertThat(bag.integer(Tags.ICON, 0)).isEqualTo(0x400);
    assertThat(bag.integer(common(0x8510), 0)).isEqualTo(0x171);
  }

  @Test
  void wholeDaysAreLocalMidnights() {
    PropertyBag bag =
        bag(
            Appointment.builder()
                .timing(Timing.allDay(LocalDate.of(2024, 3, 30), LocalDate.of(2024, 4, 1), BERLIN))
                .build());
    assertThat(bag.flag(appointment(0x8215))).isTrue();
    assertThat(bag.time(appointment(0x820D))).isEqualTo("2024-03-29T23:00:00Z");
    assertThat(bag.time(appointment(0x820E))).isEqualTo("2024-03-31T22:00:00Z");
    assertThat(bag.integer(appointment(0x8213), 0)).isEqualTo(2880);
  }

  /** An endless series is clipped at Outlook's end of time, as in dist-list.pst. */
  @Test
  void aSeriesIsClippedToItsDays() {
    PropertyBag endless = bag(series(new Daily(1), RecurrenceEnd.NEVER, "2024-01-15T10:00"));
    assertThat(endless.time(appointment(0x8235))).isEqualTo("2024-01-14T23:00:00Z");
    assertThat(endless.find(appointment(0x8236)).orElseThrow().value().all(8).i64(0))
        .isEqualTo(fileTime("4500-08-31T21:59:00Z"));
    PropertyBag ended =
        bag(series(new Daily(2), new RecurrenceEnd.AfterCount(3), "2024-01-15T10:00"));
    assertThat(ended.time(appointment(0x8236))).isEqualTo("2024-01-18T23:00:00Z");
    assertThat(ended.flag(appointment(0x8223))).isTrue();
    assertThat(ended.integer(appointment(0x8231), 0)).isEqualTo(1);
    assertThat(ended.integer(Tags.ICON, 0)).isEqualTo(0x401);
    assertThat(ended.text(appointment(0x8232))).isEqualTo("every 2 days from 10:00 AM to 11:00 AM");
  }

  private static long fileTime(String instant) {
    return (Instant.parse(instant).getEpochSecond() + 11_644_473_600L) * 10_000_000;
  }

  static List<Arguments> patterns() {
    Set<DayOfWeek> friday = Set.of(DayOfWeek.FRIDAY);
    RecurrenceEnd never = RecurrenceEnd.NEVER;
    RecurrenceEnd five = new RecurrenceEnd.AfterCount(5);
    RecurrenceEnd year = new RecurrenceEnd.ByDate(LocalDate.of(2024, 12, 30));
    String day = "2024-03-29T10:00"; // the fifth and last Friday
    // frequency, type, period, specific, count, last day; first date by [MS-OXOCAL] 2.2.1.44.1
    return List.of(
        Arguments.of(new Daily(3), five, day, "200a 0 4320 []", 5, "2024-04-10", 1440L),
        Arguments.of(new Weekly(2, friday), year, day, "200b 1 2 [32]", 20, "2024-12-30", 10_080L),
        Arguments.of(new Monthly(1, 29), never, day, "200c 2 1 [29]", 10, "4500-12-31", 0L),
        Arguments.of(
            new MonthlyNth(2, friday, WeekIndex.LAST),
            five,
            day,
            "200c 3 2 [32, 5]",
            5,
            "2024-11-29",
            0L),
        Arguments.of(
            new Yearly(1, Month.MARCH, 29), five, day, "200d 2 12 [29]", 5, "2028-03-29", 84_960L),
        Arguments.of(
            new YearlyNth(2, Month.MARCH, friday, WeekIndex.LAST),
            five,
            day,
            "200d 3 24 [32, 5]",
            5,
            "2032-03-26",
            610_560L));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void aRuleIsABlob(
      RecurrencePattern pattern,
      RecurrenceEnd end,
      String start,
      String shape,
      long count,
      LocalDate last,
      long first) {
    Span bytes = bag(series(pattern, end, start)).bytes(appointment(0x8216));
    RecurrenceBlob blob = RecurrenceBlob.parse(bytes);
    assertThat(
            Integer.toHexString(blob.frequency())
                + " "
                + blob.patternType()
                + " "
                + blob.period()
                + " "
                + blob.specific())
        .isEqualTo(shape);
    assertThat(blob.count()).isEqualTo(count);
    assertThat(FileTime.ofMinutes(blob.end()).toLocalDate()).isEqualTo(last);
    assertThat(blob.firstDateTime()).isEqualTo(first);
  }

  static List<Arguments> refused() {
    RecurrenceEnd never = RecurrenceEnd.NEVER;
    String day = "2024-03-29T10:00";
    Appointment daily = series(new Daily(1), never, day);
    Appointment threeDaily = series(new Daily(3), never, day);
    return List.of(
        Arguments.of(moved(daily, "2024-04-01", "2024-04-02"), "two of its occurrences"),
        Arguments.of(moved(daily, "2024-04-01", "2024-03-30"), "past another one"),
        Arguments.of(moved(threeDaily, "2024-04-01", "2024-04-05"), "past another one"),
        Arguments.of(moved(threeDaily, "2024-04-02", "2024-04-02"), "which its rule does not have"),
        Arguments.of(
            withDeleted(moved(threeDaily, "2024-04-01", "2024-04-02"), "2024-04-01"),
            "both deleted and changed"),
        Arguments.of(series(new Daily(1000), never, day), "Outlook counts up to 999"),
        Arguments.of(series(new Monthly(100, 29), never, day), "Outlook counts up to 99"),
        Arguments.of(series(new Yearly(1, Month.APRIL, 1), never, day), "not in the month"),
        Arguments.of(
            series(new RecurrencePattern.Regenerating(1, RecurrencePattern.Unit.DAY), never, day),
            "only tasks do"),
        Arguments.of(
            daily.toBuilder()
                .recurrence(
                    new Recurrence(
                        new Daily(1),
                        LocalDate.of(2024, 3, 29),
                        never,
                        DayOfWeek.MONDAY,
                        new TreeSet<>(),
                        6))
                .build(),
            "another calendar"),
        Arguments.of(
            daily.toBuilder()
                .recurrence(Recurrence.of(new Daily(1), LocalDate.of(2024, 3, 1), never))
                .build(),
            "it begins on 2024-03-29 and its rule on 2024-03-01"),
        Arguments.of(
            at(day, "2024-03-29T11:00").build().toBuilder()
                .timing(
                    Timing.timed(
                        LocalDateTime.parse(day),
                        LocalDateTime.parse(day),
                        new Zone("Nowhere Standard Time")))
                .build(),
            "is not known: Nowhere Standard Time"),
        Arguments.of(
            at(day, "2024-03-29T11:00")
                .timing(
                    new Timing(
                        LocalDateTime.parse(day),
                        LocalDateTime.parse(day),
                        false,
                        BERLIN,
                        new Zone("Tokyo Standard Time")))
                .build(),
            "ends before it starts"));
  }

  private static Appointment moved(Appointment series, String from, String to) {
    Timing timing = series.timing();
    LocalDateTime start = LocalDate.parse(to).atTime(timing.start().toLocalTime());
    Appointment plain = series.toBuilder().recurrence(null).build();
    ExceptionalOccurrence exception =
        new ExceptionalOccurrence(
            LocalDate.parse(from).atTime(timing.start().toLocalTime()),
            plain.toBuilder()
                .timing(Timing.timed(start, start.plusHours(1), timing.startZone()))
                .build());
    return series.toBuilder().exceptions(List.of(exception)).build();
  }

  private static Appointment withDeleted(Appointment series, String date) {
    Recurrence rule = Objects.requireNonNull(series.recurrence());
    return series.toBuilder().recurrence(rule.withDeleted(Set.of(LocalDate.parse(date)))).build();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatOutlookCannotHoldIsRefusedAndNothingIsWritten(Appointment item, String reason) {
    MessageEdit edit = MessageEdit.ofNew();
    Optional<Refusal> refusal = AppointmentCodec.write(item, ALL, edit, NOW);
    assertThat(refusal.orElseThrow().reason()).contains(reason).contains("Lunch");
    AppointmentWritingTest.assertUntouched(edit);
  }

  @Test
  void movesThatPassOnlyDeletedOccurrencesAreHeld() {
    Appointment daily = series(new Daily(1), RecurrenceEnd.NEVER, "2024-03-29T10:00");
    Appointment item = withDeleted(moved(daily, "2024-04-01", "2024-04-02"), "2024-04-02");
    assertThat(AppointmentCodec.read(written(item)).exceptions()).isEqualTo(item.exceptions());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-06T10:00, 15, 2024-05-06T08:00:00Z, 2024-05-06T07:45:00Z",
    "2024-05-06T10:00, 60, 2024-05-06T08:00:00Z, 2024-05-06T07:00:00Z",
    "2024-05-06T09:00, 15, 2024-05-06T07:00:00Z, never",
    "2020-01-01T09:00, 15, 2020-01-01T08:00:00Z, never",
  })
  void aReminderOfThePastStaysSilent(String start, int minutes, Instant time, String signal) {
    LocalDateTime clock = LocalDateTime.parse(start);
    PropertyBag bag =
        bag(at(start, clock.plusHours(1).toString()).reminder(Reminder.before(minutes)).build());
    assertThat(bag.flag(common(0x8503))).isTrue();
    assertThat(bag.integer(common(0x8501), 0)).isEqualTo(minutes);
    assertThat(bag.time(common(0x8502))).isEqualTo(time);
    assertThat(bag.time(common(0x8560)))
        .isEqualTo(signal.equals("never") ? null : Instant.parse(signal));
    assertThat(bag.has(common(0x8560))).isTrue();
  }

  @Test
  void aSeriesRemindsOfItsNextOccurrence() {
    Appointment daily =
        series(new Daily(1), RecurrenceEnd.NEVER, "2010-01-01T10:00").toBuilder()
            .reminder(Reminder.before(30))
            .build();
    assertThat(bag(daily).time(common(0x8502))).isEqualTo("2024-05-06T08:00:00Z");
    assertThat(bag(daily).time(common(0x8560))).isEqualTo("2024-05-06T07:30:00Z");
    Appointment deleted = withDeleted(daily, "2024-05-06");
    assertThat(bag(deleted).time(common(0x8502))).isEqualTo("2024-05-07T08:00:00Z");
    Appointment silent = moved(daily, "2024-05-06", "2024-05-06");
    ExceptionalOccurrence off = silent.exceptions().getFirst();
    silent =
        silent.toBuilder()
            .exceptions(
                List.of(
                    new ExceptionalOccurrence(
                        off.originalStart(),
                        off.occurrence().toBuilder().reminder(Reminder.NONE).build())))
            .build();
    assertThat(bag(silent).time(common(0x8502))).isEqualTo("2024-05-07T08:00:00Z");
    Appointment over =
        series(new Daily(1), new RecurrenceEnd.AfterCount(2), "2010-01-01T10:00").toBuilder()
            .reminder(Reminder.before(30))
            .build();
    assertThat(bag(over).time(common(0x8560))).isNull();
    assertThat(bag(over).flag(common(0x8503))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "040000008200E00074C5B7101A82E00800000000D08AA8F019ECD10100000000000000001000000033E8E3DAB52AEB4E9597CB068B12F50E,"
        + " false",
    "040000008200e00074c5b7101a82e00800000000d08aa8f019ecd10100000000000000001000000033e8e3dab52aeb4e9597cb068b12f50e,"
        + " true",
    "u1@example.org, false",
    "7\u00fc-\u6f22@example.org, false",
    "' blank in front', true",
  })
  void theUidIsTheGlobalObjectId(String uid, boolean beside) {
    PropertyBag bag = bag(at("2024-07-01T10:00", "2024-07-01T11:30").uid(uid).build());
    assertThat(bag.bytes(meeting(0x03)).toArray()).isEqualTo(bag.bytes(meeting(0x23)).toArray());
    assertThat(bag.text(Tags.TANDEM_UID)).isEqualTo(beside ? uid : "");
    Optional<String> read = GlobalObjectId.uid(bag.bytes(meeting(0x23)));
    assertThat(read.equals(Optional.of(uid))).isEqualTo(!beside);
    assertThat(read).isPresent();
  }

  @Test
  void outlooksOwnUidIsOutlooksOwnId() {
    String hex =
        "040000008200E00074C5B7101A82E00800000000D08AA8F019ECD10100000000000000001000000033E8E3DA"
            + "B52AEB4E9597CB068B12F50E";
    assertThat(GlobalObjectId.of(hex))
        .hasToString(Bytes.of(HexFormat.of().parseHex(hex)).toString());
    assertThat(GlobalObjectId.withDate(GlobalObjectId.of(hex), LocalDate.of(2016, 8, 23)).toArray())
        .startsWith(HexFormat.of().parseHex("040000008200e00074c5b7101a82e00807e00817d0"));
  }

  @Test
  void aMeetingHasItsPeopleAsRows() {
    Meeting meeting =
        new Meeting(
            MeetingStatus.MEETING,
            new Person("Boss", "boss@example.org"),
            null,
            2,
            ResponseStatus.ORGANIZED,
            null,
            true);
    Attendee ann =
        new Attendee(
            new Person("Ann", "ann@example.org"), AttendeeType.REQUIRED, ResponseStatus.ACCEPTED);
    Attendee room =
        new Attendee(
            new Person("", "room@example.org"),
            AttendeeType.RESOURCE,
            ResponseStatus.NOT_RESPONDED);
    Appointment item =
        at("2024-07-01T10:00", "2024-07-01T11:30")
            .meeting(meeting)
            .attendees(List.of(ann, room))
            .build();
    Message message = written(item);
    PropertyBag bag = message.properties();
    assertThat(bag.integer(appointment(0x8217), 0)).isEqualTo(1);
    assertThat(bag.integer(Tags.ICON, 0)).isEqualTo(0x402);
    assertThat(bag.text(appointment(0x8238))).isEqualTo("Ann; room@example.org");
    assertThat(bag.text(appointment(0x823B))).isEqualTo("Ann");
    assertThat(bag.text(tag(0x0E04))).isEqualTo("Boss; Ann");
    assertThat(bag.text(tag(0x0E02))).isEqualTo("room@example.org");
    assertThat(bag.text(Tags.SENDER_ADDRESS)).isEqualTo("boss@example.org");
    assertThat(message.recipients()).hasSize(3);
    PropertyBag first = message.recipients().getFirst();
    assertThat(first.integer(Tags.RECIPIENT_FLAGS, 0)).isEqualTo(3);
    PropertyBag second = message.recipients().get(1);
    assertThat(second.integer(Tags.RECIPIENT_RESPONSE, 0)).isEqualTo(3);
    assertThat(EntryId.parse(second.bytes(Tags.ENTRY_ID), second.ansi()))
        .isEqualTo(new EntryId.OneOff("Ann", "SMTP", "ann@example.org"));
    assertThat(new String(second.bytes(tag(0x300B)).toArray(), StandardCharsets.US_ASCII))
        .isEqualTo("SMTP:ANN@EXAMPLE.ORG\0");

    // an answer changes nothing but the row of who has answered
    Attendee declined = new Attendee(ann.person(), ann.type(), ResponseStatus.DECLINED);
    MessageEdit edit = MessageEdit.of(message);
    Appointment answered = item.toBuilder().attendees(List.of(declined, room)).build();
    assertThat(AppointmentCodec.write(answered, Set.of("attendees"), edit, NOW)).isEmpty();
    assertThat(edit.recipients().orElseThrow().get(0).changes()).isEmpty();
    assertThat(edit.recipients().orElseThrow().get(1).changes())
        .containsOnlyKeys(Tags.RECIPIENT_TYPE, Tags.RECIPIENT_RESPONSE, tag(0x5FFB));
    assertThat(edit.recipients().orElseThrow().get(2).changes()).isEmpty();
  }

  @Test
  void aChangedOccurrenceIsAHiddenMessage() {
    Appointment item =
        moved(
            series(new Daily(3), RecurrenceEnd.NEVER, "2024-03-29T10:00"),
            "2024-04-01",
            "2024-04-02");
    AttachedObject attached = written(item).attachments().getFirst();
    PropertyBag bag = attached.properties();
    assertThat(bag.integer(Tags.ATTACHMENT_METHOD, 0)).isEqualTo(5);
    assertThat(bag.flag(tag(0x7FFE))).isTrue();
    assertThat(bag.integer(tag(0x7FFD), 0)).isEqualTo(2);
    assertThat(bag.time(tag(0x7FFB))).isEqualTo("2024-04-02T10:00:00Z");
    assertThat(bag.time(tag(0x7FFC))).isEqualTo("2024-04-02T11:00:00Z");
    assertThat(bag.time(tag(0x7FF9))).isEqualTo("2024-04-01T10:00:00Z");
    PropertyBag own = attached.embedded().orElseThrow().properties();
    assertThat(own.text(Tags.MESSAGE_CLASS))
        .isEqualTo("IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}");
    assertThat(own.time(appointment(0x8228))).isEqualTo("2024-04-01T08:00:00Z");
    assertThat(own.time(tag(0x0060))).isEqualTo("2024-04-01T08:00:00Z");
    assertThat(own.time(tag(0x0061))).isEqualTo("2024-04-01T09:00:00Z");
    assertThat(own.time(appointment(0x820D))).isEqualTo("2024-04-02T08:00:00Z");
    assertThat(own.time(appointment(0x8235))).isEqualTo("2024-04-02T08:00:00Z");
    assertThat(own.flag(appointment(0x8206))).isTrue();
    assertThat(own.has(Tags.TANDEM_OWN)).isFalse();
    assertThat(own.has(Tags.SUBJECT)).isFalse();
  }

  /** Their messages are told apart by the occurrence that they replace, wherever it is now. */
  @Test
  void occurrencesTakeThePlacesOfOthers() {
    Appointment daily =
        withDeleted(series(new Daily(1), RecurrenceEnd.NEVER, "2024-03-29T10:00"), "2024-04-03");
    ExceptionalOccurrence moved =
        named(moved(daily, "2024-04-02", "2024-04-03"), "first").exceptions().getFirst();
    ExceptionalOccurrence late =
        named(moved(daily, "2024-04-05", "2024-04-05"), "second").exceptions().getFirst();
    Appointment before = daily.toBuilder().exceptions(List.of(moved, late)).build();

    Appointment undeleted = daily.toBuilder().recurrence(ruleWithDeleted(daily)).build();
    ExceptionalOccurrence instead =
        named(moved(undeleted, "2024-04-03", "2024-04-03"), "third").exceptions().getFirst();
    Appointment replaced = undeleted.toBuilder().exceptions(List.of(instead, late)).build();
    Message message = written(before);
    MessageEdit edit = MessageEdit.of(message);
    assertThat(AppointmentCodec.write(replaced, Set.of("recurrence", "exceptions"), edit, NOW))
        .isEmpty();
    assertThat(AppointmentCodec.read(EditedMessage.of(edit)).exceptions())
        .extracting(e -> e.originalStart() + " " + e.occurrence().subject())
        .containsExactly("2024-04-03T10:00 third", "2024-04-05T10:00 second");
    assertThat(edit.changedAttachments()).isEmpty();
  }

  private static Appointment named(Appointment series, String subject) {
    return series.toBuilder()
        .exceptions(
            series.exceptions().stream()
                .map(
                    e ->
                        new ExceptionalOccurrence(
                            e.originalStart(), e.occurrence().toBuilder().subject(subject).build()))
                .toList())
        .build();
  }

  private static Recurrence ruleWithDeleted(Appointment series, LocalDate... dates) {
    return Objects.requireNonNull(series.recurrence()).withDeleted(Set.of(dates));
  }

  /** What Outlook has left behind of an occurrence is not taken for another one. */
  @Test
  void aMessageLeftBehindIsUsedAgain() {
    Appointment daily = series(new Daily(3), RecurrenceEnd.NEVER, "2024-03-29T10:00");
    Appointment moved = named(moved(daily, "2024-04-01", "2024-04-02"), "left behind");
    Message message = written(moved);
    MessageEdit blob = MessageEdit.of(message);
    blob.properties()
        .bytes(
            AppointmentCodec.RECURRENCE,
            Bytes.of(bag(daily).bytes(AppointmentCodec.RECURRENCE).toArray()));
    Message stray = EditedMessage.of(blob);
    assertThat(AppointmentCodec.read(stray).exceptions()).isEmpty();
    assertThat(stray.attachments()).hasSize(1);
    Appointment again = named(moved(daily, "2024-04-01", "2024-04-03"), "new");
    Message after = changed(stray, again, "exceptions");
    assertThat(AppointmentCodec.read(after)).isEqualTo(again);
    assertThat(after.attachments()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1500-01-01T10:00", "4500-01-01T10:00", "9999-01-01T10:00"})
  void datesThatOutlookDoesNotHaveAreRefused(String start) {
    Appointment item = at(start, LocalDateTime.parse(start).plusHours(1).toString()).build();
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(AppointmentCodec.write(item, ALL, edit, NOW).orElseThrow().reason())
        .contains("runs from 1602 to 4499")
        .contains("Lunch");
    AppointmentWritingTest.assertUntouched(edit);
  }

  /** A series that now begins an hour later keeps the messages of its changed occurrences. */
  @Test
  void aMovedSeriesKeepsItsChangedOccurrences() {
    Appointment before =
        moved(
            series(new Daily(3), RecurrenceEnd.NEVER, "2024-03-29T10:00"),
            "2024-04-01",
            "2024-04-02");
    Appointment after =
        moved(
            series(new Daily(3), RecurrenceEnd.NEVER, "2024-03-29T11:00"),
            "2024-04-01",
            "2024-04-02");
    MessageEdit edit = MessageEdit.of(written(before));
    assertThat(AppointmentCodec.write(after, Set.of("timing", "exceptions"), edit, NOW)).isEmpty();
    assertThat(edit.newAttachments()).isEmpty();
    assertThat(edit.removedAttachments()).isEmpty();
    assertThat(AppointmentCodec.read(EditedMessage.of(edit)).exceptions())
        .isEqualTo(after.exceptions());
  }

  @Test
  void aSeriesThatBecomesOneAppointmentLosesItsRule() {
    Appointment series =
        moved(
            series(new Daily(3), RecurrenceEnd.NEVER, "2024-03-29T10:00"),
            "2024-04-01",
            "2024-04-02");
    Appointment single = series.toBuilder().exceptions(List.of()).recurrence(null).build();
    Message message = changed(written(series), single, "recurrence", "exceptions");
    assertThat(AppointmentCodec.read(message)).isEqualTo(single);
    for (int lid : List.of(0x8216, 0x8260, 0x8233, 0x8232)) {
      assertThat(message.properties().has(appointment(lid))).isFalse();
    }
    assertThat(message.attachments()).isEmpty();
    assertThat(message.properties().integer(Tags.ICON, 0)).isEqualTo(0x400);
    assertThat(AppointmentCodec.read(changed(message, series, "recurrence", "exceptions")))
        .isEqualTo(series);
  }

  /** The second half past two of the last Sunday of October stays the second. */
  @Test
  void anHourThatComesTwiceStaysTheOneThatItWas() {
    Message first = written(at("2024-10-27T02:30", "2024-10-27T02:45").build());
    MessageEdit edit = MessageEdit.of(first);
    Instant second = Instant.parse("2024-10-27T01:30:00Z");
    edit.properties()
        .time(AppointmentCodec.START, second)
        .time(AppointmentCodec.END, second.plusSeconds(900));
    Message message = EditedMessage.of(edit);
    Appointment item = AppointmentCodec.read(message);
    Timing longer =
        Timing.timed(item.timing().start(), LocalDateTime.parse("2024-10-27T03:15"), BERLIN);
    Message after = changed(message, item.toBuilder().timing(longer).build(), "timing");
    assertThat(after.properties().time(AppointmentCodec.START)).isEqualTo(second);
    assertThat(after.properties().time(AppointmentCodec.END)).isEqualTo("2024-10-27T02:15:00Z");
  }

  /** 02:30 is left out: like every calendar Outlook shows 03:30, and the length stays. */
  @Test
  void anHourThatSpringLeavesOutIsTheNext() {
    Message message = written(at("2024-03-31T02:30", "2024-03-31T02:45").build());
    assertThat(message.properties().time(AppointmentCodec.START)).isEqualTo("2024-03-31T01:30:00Z");
    assertThat(message.properties().time(AppointmentCodec.END)).isEqualTo("2024-03-31T01:45:00Z");
    Message over = written(at("2024-03-31T02:30", "2024-03-31T03:00").build());
    assertThat(over.properties().time(AppointmentCodec.END)).isEqualTo("2024-03-31T02:00:00Z");
  }

  @Test
  void oneFieldChangesOnlyItsProperties() {
    Appointment item = at("2024-07-01T10:00", "2024-07-01T11:30").build();
    Message message = written(item);
    MessageEdit edit = MessageEdit.of(message);
    Appointment wanted =
        item.toBuilder()
            .busyStatus(BusyStatus.FREE)
            .location("x")
            .timing(
                Timing.timed(
                    LocalDateTime.of(2030, 1, 1, 1, 1), LocalDateTime.of(2030, 1, 1, 2, 1), BERLIN))
            .build();
    assertThat(AppointmentCodec.write(wanted, Set.of("busy-status", "location"), edit, NOW))
        .isEmpty();
    assertThat(edit.properties().changes())
        .containsOnlyKeys(AppointmentCodec.BUSY, AppointmentCodec.LOCATION);
  }

  /** Java and Windows agree on the zones of today, so what Outlook wrote stays. */
  @Test
  void aMovedAppointmentKeepsItsZones() {
    Appointment item = at("2024-07-01T10:00", "2024-07-01T11:30").build();
    MessageEdit edit = MessageEdit.of(written(item));
    Appointment later =
        item.toBuilder()
            .timing(
                Timing.timed(
                    LocalDateTime.of(2025, 1, 1, 10, 0),
                    LocalDateTime.of(2025, 1, 1, 11, 0),
                    BERLIN))
            .build();
    assertThat(AppointmentCodec.write(later, Set.of("timing"), edit, NOW)).isEmpty();
    assertThat(edit.properties().changes())
        .doesNotContainKeys(appointment(0x825E), appointment(0x825F), appointment(0x8234));
    assertThat(EditedMessage.of(edit).properties().time(AppointmentCodec.START))
        .isEqualTo(LocalDateTime.of(2025, 1, 1, 9, 0).toInstant(ZoneOffset.UTC));
  }
}
