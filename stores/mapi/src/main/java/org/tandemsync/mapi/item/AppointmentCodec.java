package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.appointment;
import static org.tandemsync.mapi.item.Names.common;
import static org.tandemsync.mapi.item.Names.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.mapi.AppointmentRecurrenceBlob;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.GlobalObjectId;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ZoneCodec.ItemZone;

/**
 * Appointments (IPM.Appointment, [MS-OXOCAL]).
 *
 * <p>A data file holds every field of an appointment. Colour and web page, which Outlook does not
 * have, are named properties of our own, and so is the list of what an occurrence has otherwise
 * than its series where Outlook has it once for all. What comes back differently: a series counts
 * minutes and drops seconds; a time that spring leaves out is as much later; an occurrence of whole
 * days is in the zone of its series; HTML without plain text gets one; who is no meeting's
 * organizer is nobody; attendees without an SMTP address keep only their names.
 */
public final class AppointmentCodec {
  static final PropertyName START = appointment(0x820D);
  static final PropertyName END = appointment(0x820E);
  static final PropertyName LOCATION = appointment(0x8208);
  static final PropertyName BUSY = appointment(0x8205);
  static final PropertyName ALL_DAY = appointment(0x8215);
  static final PropertyName RECURRING = appointment(0x8223);
  static final PropertyName RECURRENCE = appointment(0x8216);
  private static final PropertyName COLOR = appointment(0x8214);
  private static final PropertyName INTENDED_BUSY = appointment(0x8224);
  private static final PropertyName NET_SHOW_URL = appointment(0x8248);
  private static final PropertyName MEETING_LINK = Names.text("OnlineMeetingExternalLink");
  private static final PropertyName TEAMS_LINK = Names.text("SkypeTeamsMeetingUrl");
  static final PropertyName CLEAN_GLOBAL_ID = meeting(0x23);
  static final PropertyName GLOBAL_ID = meeting(0x03);

  /** In the order in which they count. */
  private static final List<PropertyName> MEETING_LINKS =
      List.of(MEETING_LINK, TEAMS_LINK, NET_SHOW_URL);

  static final PropertyName REMINDER_SET = common(0x8503);
  static final PropertyName REMINDER_MINUTES = common(0x8501);

  /** PidTagStartDate and PidTagEndDate, which other programs may write alone. */
  static final PropertyName COMMON_START = common(0x8516);

  static final PropertyName COMMON_END = common(0x8517);

  /** PidLidReminderDelta: the user's default, which Outlook sets to 15 minutes. */
  private static final int DEFAULT_DELTA = 0x5AE980E1;

  private static final int DEFAULT_MINUTES = 15;
  private static final int ICON = 0x400;
  private static final int SIDE_EFFECTS = 0x171;

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
            .color(bag.text(Tags.TANDEM_COLOR))
            .url(bag.text(Tags.TANDEM_URL))
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

  public static String uid(PropertyBag bag) {
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

  static String onlineMeeting(PropertyBag bag) {
    for (PropertyName name : MEETING_LINKS) {
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
      Instant ends = zone.instant(start).plus(Duration.between(start, end));
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

  /**
   * Writes an appointment or series. Fields that the message has already are left alone, and so is
   * everything that no field of the item stands for.
   *
   * @param item as it is to be, complete
   * @param fields names of the fields that changed ({@code Fields.APPOINTMENT}); a new message gets
   *     all
   * @param now decides of which occurrence Outlook reminds next
   * @return why Outlook cannot hold the item, or empty; then nothing is to be written
   */
  public static Optional<Refusal> write(
      Appointment item, Set<String> fields, MessageEdit edit, Instant now) {
    Set<String> changed = changed(item, fields, edit);
    Optional<Refusal> refusal = refusal(item, changed);
    if (refusal.isPresent()) {
      return refusal;
    }
    Optional<AppointmentTimes> times = AppointmentTimes.of(item, changed, edit, now);
    if (times.isEmpty()) {
      return Optional.of(unknownZone(item));
    }
    if (times.get().end().isBefore(times.get().start()) && changed.contains("timing")) {
      return Optional.of(endsBeforeItStarts(item));
    }
    if (edit.isNew()) {
      writeNew(edit.properties());
    }
    Bytes globalId = writeIdentity(item.uid(), edit);
    writeFields(item, changed, edit, now);
    times.get().write(changed, globalId);
    writeIcon(item, changed, edit);
    return Optional.empty();
  }

  private static Set<String> changed(Appointment item, Set<String> fields, MessageEdit edit) {
    if (edit.isNew()) {
      return Set.copyOf(Fields.APPOINTMENT.names());
    }
    Set<String> changed = new TreeSet<>(Projection.EVERYTHING.differing(read(edit.before()), item));
    changed.retainAll(fields);
    return changed;
  }

  private static Optional<Refusal> refusal(Appointment item, Set<String> changed) {
    Recurrence recurrence = item.recurrence();
    boolean matters =
        changed.contains("timing")
            || changed.contains("recurrence")
            || changed.contains("exceptions");
    if (!matters) {
      return Optional.empty();
    }
    Timing timing = item.timing();
    return DateLimits.of(
            item.title(), List.of(timing.start().toLocalDate(), timing.end().toLocalDate()))
        .or(() -> recurrence == null ? Optional.empty() : SeriesLimits.ofSeries(item, recurrence));
  }

  private static Refusal unknownZone(Appointment item) {
    Timing timing = item.timing();
    String zones =
        timing.startZone().equals(timing.endZone())
            ? timing.startZone().id()
            : timing.startZone() + " or " + timing.endZone();
    return new Refusal(
        "The time zone of “"
            + item.title()
            + "” is not known: "
            + zones
            + ". Give it another time zone.");
  }

  private static Refusal endsBeforeItStarts(Appointment item) {
    return new Refusal(
        "“" + item.title() + "” ends before it starts. Correct its start or its end.");
  }

  private static void writeNew(PropertyEdits edits) {
    CommonFields.writeNew("IPM.Appointment", ICON, SIDE_EFFECTS, edits);
    edits
        .integer(COLOR, 0)
        .integer(INTENDED_BUSY, -1)
        .integer(appointment(0x8207), 0) // sub type
        .integer(appointment(0x8256), 0) // counter proposals
        .flag(appointment(0x8257), false)
        .integer(appointment(0x8259), 0)
        .flag(appointment(0x825A), false)
        .flag(appointment(0x8200), false)
        .flag(common(0x850E), false) // agenda
        .integer(common(0x8518), 0); // mode
  }

  /**
   * The UID as Global Object ID, and beside it where that does not give back the same UID.
   *
   * @return the id of the series, or empty if the item has none
   */
  private static Bytes writeIdentity(String uid, MessageEdit edit) {
    PropertyBag before = edit.before().properties();
    Bytes clean = Bytes.of(before.bytes(CLEAN_GLOBAL_ID).toArray());
    if (uid.isEmpty() || uid(before).equals(uid)) {
      return clean;
    }
    if (clean.isEmpty() && before.bytes(GLOBAL_ID).isEmpty()) {
      clean = GlobalObjectId.of(uid);
      edit.properties().bytes(GLOBAL_ID, clean).bytes(CLEAN_GLOBAL_ID, clean);
    }
    boolean same = GlobalObjectId.uid(Span.of(clean.toArray())).equals(Optional.of(uid));
    edit.properties().text(Tags.TANDEM_UID, same ? "" : uid);
    return clean;
  }

  /** All fields but times, recurrence and reminder; also those of a changed occurrence. */
  static void writeFields(Appointment item, Set<String> changed, MessageEdit edit, Instant now) {
    PropertyEdits edits = edit.properties();
    for (String field : changed) {
      switch (field) {
        case "subject" -> CommonFields.writeSubject(item.subject(), edits);
        case "location" -> CommonFields.writeLines(LOCATION, item.location(), edits);
        case "busy-status" -> edits.integer(BUSY, item.busyStatus().ordinal());
        case "sensitivity" -> CommonFields.writeSensitivity(item.sensitivity(), edits);
        case "importance" -> CommonFields.writeImportance(item.importance(), edits);
        case "categories" -> CommonFields.writeCategories(item.categories(), edits);
        case "color" -> edits.text(Tags.TANDEM_COLOR, item.color());
        case "url" -> edits.text(Tags.TANDEM_URL, item.url());
        case "body" -> BodyCodec.write(item.body(), edits);
        case "attachments" -> AttachmentCodec.write(item.attachments(), edit);
        case "online-meeting-url" -> writeOnlineMeeting(item.onlineMeetingUrl(), edits);
        case "business" -> CommonFields.writeBusiness(item.business(), edits);
        case "user-properties" -> CommonFields.writeUserProperties(item.userProperties(), edits);
        default -> {}
      }
    }
    if (changed.contains("meeting") || changed.contains("attendees")) {
      MeetingWriter.write(item, edit, now);
    }
  }

  /** The link stays in the property in which it is. */
  private static void writeOnlineMeeting(String url, PropertyEdits edits) {
    PropertyName used = MEETING_LINK;
    for (PropertyName name : MEETING_LINKS) {
      if (!edits.before().text(name).isBlank()) {
        used = name;
        break;
      }
    }
    if (url.isEmpty()) {
      MEETING_LINKS.stream().filter(edits.before()::has).forEach(edits::remove);
    } else {
      edits.text(used, url);
    }
  }

  /** A calendar sheet: recurring, of a meeting, or both. Icons of other programs stay. */
  private static void writeIcon(Appointment item, Set<String> changed, MessageEdit edit) {
    int now = edit.before().properties().integer(Tags.ICON, ICON);
    boolean matters = changed.contains("recurrence") || changed.contains("meeting");
    if (matters && now >= ICON && now <= ICON + 3) {
      boolean meeting = item.meeting().status() != MeetingStatus.NON_MEETING;
      edit.properties()
          .integer(Tags.ICON, ICON + (item.recurrence() != null ? 1 : 0) + (meeting ? 2 : 0));
    }
  }
}
