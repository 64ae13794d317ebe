package org.tandemsync.mapi.item;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.ExceptionBlob;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ZoneCodec.ItemZone;

/**
 * Changed occurrences: the blob of the series says when they are and what is short, an embedded
 * message holds the rest. What neither says comes from the series.
 */
final class ExceptionCodec {
  private static final PropertyName REPLACED = Names.appointment(0x8228);

  /**
   * The fields that Outlook keeps once for a whole series, or of which it cannot say that they are
   * empty in one occurrence only. We list those that the message of an occurrence has for itself.
   */
  static final Set<String> OWN_FIELDS =
      Set.of(
          "categories",
          "sensitivity",
          "color",
          "url",
          "online-meeting-url",
          "meeting",
          "attendees",
          "attachments",
          "business",
          "user-properties");

  private ExceptionCodec() {}

  static List<ExceptionalOccurrence> read(
      List<ExceptionBlob> blobs, Message series, Appointment master, ItemZone zone) {
    if (blobs.isEmpty()) {
      return List.of();
    }
    List<AttachedObject> attached = series.attachments();
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    for (ExceptionBlob blob : blobs) {
      OptionalInt position = position(attached, blob, zone);
      Message own =
          position.isPresent() ? attached.get(position.getAsInt()).embedded().orElse(null) : null;
      LocalDateTime original = FileTime.ofMinutes(blob.originalStart());
      exceptions.add(new ExceptionalOccurrence(original, occurrence(blob, own, master, zone)));
    }
    return exceptions;
  }

  private static boolean isMessage(AttachedObject object) {
    return object.properties().integer(Tags.ATTACHMENT_METHOD, 0) == AttachedObject.EMBEDDED;
  }

  /** Where the message of an occurrence is, by original start; positions mean nothing. */
  static OptionalInt position(List<AttachedObject> attached, ExceptionBlob blob, ItemZone zone) {
    LocalDateTime original = FileTime.ofMinutes(blob.originalStart());
    LocalDateTime start = FileTime.ofMinutes(blob.start());
    for (int i = 0; i < attached.size(); i++) {
      PropertyBag bag = attached.get(i).properties();
      boolean fits =
          isLocal(bag.time(Tags.EXCEPTION_REPLACED), original)
              || isLocal(bag.time(Tags.EXCEPTION_START), start)
              || isUtc(bag.time(Tags.EXCEPTION_REPLACED), original, zone);
      if (fits && isMessage(attached.get(i))) {
        return OptionalInt.of(i);
      }
    }
    for (int i = 0; i < attached.size(); i++) {
      Optional<Message> message =
          isMessage(attached.get(i)) ? attached.get(i).embedded() : Optional.empty();
      if (message.isPresent() && isUtc(message.get().properties().time(REPLACED), original, zone)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isLocal(@Nullable Instant time, LocalDateTime expected) {
    return time != null && LocalDateTime.ofInstant(time, ZoneOffset.UTC).equals(expected);
  }

  private static boolean isUtc(@Nullable Instant time, LocalDateTime expected, ItemZone zone) {
    return time != null && zone.at(time).equals(expected);
  }

  /** The occurrence, with what it does not change from {@code master}. */
  static Appointment occurrence(
      ExceptionBlob blob, @Nullable Message own, Appointment master, ItemZone zone) {
    Appointment.Builder builder =
        master.toBuilder()
            .recurrence(null)
            .exceptions(List.of())
            .timing(timing(blob, own, master, zone));
    String subject = blob.subject();
    if (subject != null) {
      builder.subject(subject);
    }
    String location = blob.location();
    if (location != null) {
      builder.location(location);
    }
    Integer busy = blob.busyStatus();
    if (busy != null) {
      builder.busyStatus(AppointmentCodec.busy(busy));
    }
    builder.reminder(reminder(blob, master.reminder()));
    if (own != null) {
      applyOwn(builder, blob, own, master);
    }
    return builder.build();
  }

  private static Reminder reminder(ExceptionBlob blob, Reminder ofSeries) {
    Integer set = blob.reminderSet();
    Integer delta = blob.reminderDelta();
    boolean reminds = set != null ? set != 0 : ofSeries.set();
    if (!reminds) {
      return Reminder.NONE;
    }
    return delta != null
        ? AppointmentCodec.reminder(delta)
        : Reminder.before(ofSeries.minutesBefore());
  }

  /** An occurrence counts in the zone of its series, unless it was given another one. */
  private static Timing timing(
      ExceptionBlob blob, @Nullable Message own, Appointment master, ItemZone zone) {
    LocalDateTime start = FileTime.ofMinutes(blob.start());
    LocalDateTime end = FileTime.ofMinutes(blob.end());
    Integer allDayFlag = blob.allDay();
    boolean allDay = allDayFlag != null ? allDayFlag != 0 : master.timing().allDay();
    if (allDay) {
      return AppointmentCodec.allDay(
          AppointmentCodec.nearest(start), AppointmentCodec.nearest(end), zone);
    }
    Instant startTime = own == null ? null : own.properties().time(AppointmentCodec.START);
    Instant endTime = own == null ? null : own.properties().time(AppointmentCodec.END);
    if (own != null && startTime != null && endTime != null) {
      ItemZone startZone = ZoneCodec.own(own.properties(), startTime).orElse(zone);
      ItemZone endZone = ZoneCodec.end(own.properties(), startZone, endTime);
      boolean elsewhere =
          !startZone.zone().equals(zone.zone()) || !endZone.zone().equals(zone.zone());
      if (elsewhere && zone.at(startTime).equals(start) && !endTime.isBefore(startTime)) {
        return new Timing(
            startZone.at(startTime), endZone.at(endTime), false, startZone.zone(), endZone.zone());
      }
    }
    return Timing.timed(start, end.isBefore(start) ? start : end, zone.zone());
  }

  private static void applyOwn(
      Appointment.Builder builder, ExceptionBlob blob, Message own, Appointment master) {
    PropertyBag bag = own.properties();
    Set<String> owned = Set.copyOf(bag.texts(Tags.TANDEM_OWN));
    Body body = BodyCodec.read(bag);
    if ((blob.flags() & ExceptionBlob.OWN_BODY) != 0 || !body.plain().isEmpty()) {
      builder.body(body);
    }
    if (bag.has(Tags.KEYWORDS) || owned.contains("categories")) {
      builder.categories(CommonFields.categories(bag));
    }
    if (bag.has(Tags.IMPORTANCE)) {
      builder.importance(CommonFields.importance(bag));
    }
    List<PropertyBag> recipients = own.recipients();
    if (!recipients.isEmpty() || owned.contains("attendees")) {
      builder.attendees(MeetingCodec.attendees(recipients));
    }
    if (MeetingCodec.isMeeting(bag) || owned.contains("meeting")) {
      Meeting meeting = MeetingCodec.meeting(bag, recipients);
      builder.meeting(
          meeting.organizer() == null && !owned.contains("meeting") ? master.meeting() : meeting);
    }
    var attachments = AttachmentCodec.read(own.attachments());
    if (!attachments.isEmpty() || owned.contains("attachments")) {
      builder.attachments(attachments);
    }
    applyOwned(builder, bag, owned);
    builder.created(bag.time(Tags.CREATED)).modified(bag.time(Tags.MODIFIED));
  }

  /** What Outlook keeps once for a whole series, and servers for each occurrence. */
  private static void applyOwned(Appointment.Builder builder, PropertyBag bag, Set<String> owned) {
    if (owned.contains("sensitivity")) {
      builder.sensitivity(CommonFields.sensitivity(bag));
    }
    if (owned.contains("color")) {
      builder.color(bag.text(Tags.TANDEM_COLOR));
    }
    if (owned.contains("url")) {
      builder.url(bag.text(Tags.TANDEM_URL));
    }
    if (owned.contains("online-meeting-url")) {
      builder.onlineMeetingUrl(AppointmentCodec.onlineMeeting(bag));
    }
    if (owned.contains("business")) {
      builder.business(CommonFields.business(bag));
    }
    if (owned.contains("user-properties")) {
      builder.userProperties(CommonFields.userProperties(bag));
    }
  }
}
