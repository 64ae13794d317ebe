package org.tandemsync.pst.item;

import static org.tandemsync.pst.item.Names.appointment;
import static org.tandemsync.pst.item.Names.common;
import static org.tandemsync.pst.item.Names.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.pst.format.DamagedException;
import org.tandemsync.pst.item.ZoneCodec.ItemZone;
import org.tandemsync.pst.mapi.AppointmentRecurrenceBlob;
import org.tandemsync.pst.mapi.FileTime;
import org.tandemsync.pst.mapi.GlobalObjectId;
import org.tandemsync.pst.mapi.Message;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.PropertyName;
import org.tandemsync.pst.mapi.Tags;

/** Appointments (IPM.Appointment, [MS-OXOCAL]). */
public final class AppointmentCodec {
  static final PropertyName START = appointment(0x820D);
  static final PropertyName END = appointment(0x820E);
  static final PropertyName LOCATION = appointment(0x8208);
  static final PropertyName BUSY = appointment(0x8205);
  private static final PropertyName ALL_DAY = appointment(0x8215);
  private static final PropertyName RECURRING = appointment(0x8223);
  private static final PropertyName RECURRENCE = appointment(0x8216);
  private static final PropertyName NET_SHOW_URL = appointment(0x8248);
  private static final PropertyName MEETING_LINK = Names.text("OnlineMeetingExternalLink");
  private static final PropertyName TEAMS_LINK = Names.text("SkypeTeamsMeetingUrl");
  private static final PropertyName CLEAN_GLOBAL_ID = meeting(0x23);
  private static final PropertyName GLOBAL_ID = meeting(0x03);
  static final PropertyName REMINDER_SET = common(0x8503);
  static final PropertyName REMINDER_MINUTES = common(0x8501);

  /** PidTagStartDate and PidTagEndDate, which other programs may write alone. */
  private static final PropertyName COMMON_START = common(0x8516);

  private static final PropertyName COMMON_END = common(0x8517);

  /** PidLidReminderDelta: the user's default, which Outlook sets to 15 minutes. */
  private static final int DEFAULT_DELTA = 0x5AE980E1;

  private static final int DEFAULT_MINUTES = 15;

  private AppointmentCodec() {}

  public static Appointment read(Message message) {
    PropertyBag bag = message.properties();
    List<PropertyBag> recipients = message.recipients();
    Appointment.Builder builder =
        Appointment.builder()
            .uid(uid(bag))
            .subject(CommonFields.subject(bag))
            .location(bag.text(LOCATION))
            .busyStatus(busy(bag.integer(BUSY, 2)))
            .sensitivity(CommonFields.sensitivity(bag))
            .importance(CommonFields.importance(bag))
            .categories(CommonFields.categories(bag))
            .reminder(reminder(bag))
            .body(BodyCodec.read(bag))
            .meeting(MeetingCodec.meeting(bag, recipients))
            .attendees(MeetingCodec.attendees(recipients))
            .attachments(AttachmentCodec.read(message.attachments()))
            .onlineMeetingUrl(onlineMeeting(bag))
            .business(CommonFields.business(bag))
            .userProperties(CommonFields.userProperties(bag))
            .created(bag.time(Tags.CREATED))
            .modified(bag.time(Tags.MODIFIED));
    return bag.flag(RECURRING) ? series(message, builder) : builder.timing(timing(bag)).build();
  }

  private static String uid(PropertyBag bag) {
    String own = bag.text(Tags.TANDEM_UID);
    return own.isEmpty()
        ? GlobalObjectId.uid(bag.bytes(CLEAN_GLOBAL_ID))
            .or(() -> GlobalObjectId.uid(bag.bytes(GLOBAL_ID)))
            .orElse("")
        : own;
  }

  static BusyStatus busy(int number) {
    return CommonFields.pick(BusyStatus.values(), number, BusyStatus.BUSY);
  }

  private static Reminder reminder(PropertyBag bag) {
    return bag.flag(REMINDER_SET) ? reminder(bag.integer(REMINDER_MINUTES, 0)) : Reminder.NONE;
  }

  static Reminder reminder(int delta) {
    return Reminder.before(delta == DEFAULT_DELTA ? DEFAULT_MINUTES : Math.max(0, delta));
  }

  private static String onlineMeeting(PropertyBag bag) {
    for (PropertyName name : List.of(MEETING_LINK, TEAMS_LINK, NET_SHOW_URL)) {
      String url = bag.text(name);
      if (!url.isBlank()) {
        return url;
      }
    }
    return "";
  }

  private static Timing timing(PropertyBag bag) {
    Instant start =
        first(bag, START, COMMON_START)
            .orElseThrow(() -> new DamagedException("the appointment has no start"));
    Instant end = first(bag, END, COMMON_END).filter(e -> !e.isBefore(start)).orElse(start);
    ItemZone zone = ZoneCodec.start(bag, false, start);
    return bag.flag(ALL_DAY)
        ? allDay(zone.dayAt(start), zone.dayAt(end), zone)
        : timed(zone.at(start), end, zone, ZoneCodec.end(bag, zone, end));
  }

  private static Optional<Instant> first(PropertyBag bag, PropertyName a, PropertyName b) {
    // some programs leave fractions of seconds, which iCalendar does not have
    return Optional.ofNullable(bag.time(a))
        .or(() -> Optional.ofNullable(bag.time(b)))
        .map(t -> t.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * Whole days. The end of an all-day item that was written without its last midnight is a day
   * behind.
   */
  static Timing allDay(LocalDate first, LocalDate afterLast, ItemZone zone) {
    return Timing.allDay(
        first, afterLast.isAfter(first) ? afterLast : first.plusDays(1), zone.zone());
  }

  private static Timing timed(
      LocalDateTime start, Instant end, ItemZone startZone, ItemZone endZone) {
    LocalDateTime endClock = endZone.at(end);
    if (startZone.zone().equals(endZone.zone()) && endClock.isBefore(start)) {
      // a short item in the hour that winter repeats
      endClock = start;
    }
    return new Timing(start, endClock, false, startZone.zone(), endZone.zone());
  }

  /** A series: its times are those of the blob, in the zone in which the rule counts. */
  private static Appointment series(Message message, Appointment.Builder builder) {
    PropertyBag bag = message.properties();
    AppointmentRecurrenceBlob blob =
        AppointmentRecurrenceBlob.parse(bag.bytes(RECURRENCE), bag.ansi());
    LocalDateTime day = FileTime.ofMinutes(blob.pattern().start());
    LocalDateTime start = day.plusMinutes(blob.startOffset());
    LocalDateTime end = day.plusMinutes(blob.endOffset());
    Instant when = first(bag, START, COMMON_START).orElse(Instant.EPOCH);
    ItemZone zone = ZoneCodec.start(bag, true, when);
    if (bag.flag(ALL_DAY)) {
      builder.timing(allDay(nearest(start), nearest(end), zone));
    } else {
      Instant ends = when.plus(Duration.between(start, end));
      ItemZone endZone = ZoneCodec.end(bag, zone, ends);
      builder.timing(
          endZone.zone().equals(zone.zone())
              ? Timing.timed(start, end, zone.zone())
              : new Timing(start, endZone.at(ends), false, zone.zone(), endZone.zone()));
    }
    List<LocalDate> changed =
        blob.exceptions().stream()
            .map(e -> FileTime.ofMinutes(e.originalStart()).toLocalDate())
            .toList();
    builder.recurrence(RecurrenceCodec.read(blob.pattern(), changed));
    List<ExceptionalOccurrence> exceptions =
        ExceptionCodec.read(blob.exceptions(), message, builder.build(), zone);
    return builder.exceptions(exceptions).build();
  }

  static LocalDate nearest(LocalDateTime midnight) {
    return midnight.plusHours(12).toLocalDate();
  }
}
