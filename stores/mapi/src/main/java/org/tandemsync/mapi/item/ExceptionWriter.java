package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.appointment;
import static org.tandemsync.mapi.item.Names.tag;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.AttachmentEdit;
import org.tandemsync.mapi.ExceptionBlob;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.GlobalObjectId;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ZoneCodec.ItemZone;

/**
 * Writes the changed occurrences of a series. One that reads as it is wanted stays as it is, byte
 * by byte; of one that is there only what differs is written.
 */
final class ExceptionWriter {
  private static final String MESSAGE_CLASS =
      "IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}";
  private static final PropertyName REPLACED = appointment(0x8228);
  private static final PropertyName IS_EXCEPTION = appointment(0x8206);

  /** PidTagAttachmentFlags of an exception ([MS-OXOCAL] 2.2.10.1.3). */
  private static final int EXCEPTION = 2;

  private final Appointment series;
  private final Appointment master;
  private final MessageEdit edit;
  private final ItemZone zone;
  private final Bytes globalId;
  private final Instant now;
  private final List<AttachedObject> attached;
  private final Set<Integer> used = new HashSet<>();

  /** Where the messages of the exceptions are that there were. */
  private final Map<ExceptionBlob, Integer> positions = new IdentityHashMap<>();

  /**
   * @param series as it is to be
   * @param zone in which it counts
   * @param globalId the clean Global Object ID of the series, or empty
   */
  ExceptionWriter(
      Appointment series, MessageEdit edit, ItemZone zone, Bytes globalId, Instant now) {
    this.series = series;
    this.master = series.toBuilder().exceptions(List.of()).build();
    this.edit = edit;
    this.zone = zone;
    this.globalId = globalId;
    this.now = now;
    this.attached = edit.before().attachments();
  }

  /** The exceptions of the blob, in its order; the messages go into the edit. */
  List<ExceptionBlob> write(List<ExceptionBlob> before) {
    before.forEach(blob -> position(blob).ifPresent(p -> positions.put(blob, p)));
    List<ExceptionBlob> left = new ArrayList<>(before);
    List<ExceptionBlob> written = new ArrayList<>();
    for (ExceptionalOccurrence exception : SeriesWriter.sorted(series)) {
      Optional<ExceptionBlob> old = take(left, exception.originalStart());
      written.add(write(exception, old));
    }
    for (ExceptionBlob gone : left) {
      Integer position = positions.get(gone);
      if (position != null) {
        edit.removeAttachment(position);
      }
    }
    written.sort(Comparator.comparingLong(ExceptionBlob::start));
    return written;
  }

  /** A series that now starts at another time of day keeps its changed occurrences. */
  private static Optional<ExceptionBlob> take(List<ExceptionBlob> blobs, LocalDateTime original) {
    long minutes = FileTime.minutes(original);
    Optional<ExceptionBlob> found =
        blobs.stream()
            .filter(b -> b.originalStart() == minutes)
            .findFirst()
            .or(() -> blobs.stream().filter(b -> isOn(b, original)).findFirst());
    found.ifPresent(blobs::remove);
    return found;
  }

  private static boolean isOn(ExceptionBlob blob, LocalDateTime original) {
    return FileTime.ofMinutes(blob.originalStart()).toLocalDate().equals(original.toLocalDate());
  }

  private OptionalInt position(ExceptionBlob blob) {
    OptionalInt found = ExceptionCodec.position(attached, blob, zone);
    return found.isPresent() && used.add(found.getAsInt()) ? found : OptionalInt.empty();
  }

  private ExceptionBlob write(ExceptionalOccurrence exception, Optional<ExceptionBlob> old) {
    ExceptionBlob start = old.orElseGet(() -> untouched(exception));
    Integer known = old.map(positions::get).orElse(null);
    // a message that was left behind would be taken for that of the new exception
    OptionalInt position =
        known != null
            ? OptionalInt.of(known)
            : old.isEmpty() ? position(start) : OptionalInt.empty();
    Optional<Message> own =
        position.isPresent() ? attached.get(position.getAsInt()).embedded() : Optional.empty();
    Appointment now =
        old.isEmpty() && own.isEmpty()
            ? plain(exception.originalStart())
            : ExceptionCodec.occurrence(start, own.orElse(null), master, zone);
    Set<String> differing =
        new TreeSet<>(Projection.EVERYTHING.differing(now, exception.occurrence()));
    ExceptionBlob blob = blob(start, exception, differing);
    boolean complete =
        old.isPresent() && own.isPresent() && blob.equals(start) && differing.isEmpty();
    if (!complete) {
      AttachmentEdit attachment =
          position.isPresent()
              ? edit.attachment(position.getAsInt())
              : newAttachment(edit.addAttachment());
      writeAttachment(attachment, exception, blob, differing);
    }
    return blob;
  }

  /** What says nothing but when the occurrence is. */
  private ExceptionBlob untouched(ExceptionalOccurrence exception) {
    long original = FileTime.minutes(exception.originalStart());
    return times(ExceptionBlob.builder(original), exception).build();
  }

  /** The occurrence as the rule has it. */
  private Appointment plain(LocalDateTime original) {
    Timing timing = master.timing();
    return master.toBuilder()
        .recurrence(null)
        .timing(
            new Timing(
                original,
                original.plus(Duration.between(timing.start(), timing.end())),
                timing.allDay(),
                timing.startZone(),
                timing.endZone()))
        .build();
  }

  private ExceptionBlob blob(
      ExceptionBlob before, ExceptionalOccurrence exception, Set<String> differing) {
    Appointment wanted = exception.occurrence();
    Timing timing = wanted.timing();
    ExceptionBlob.Builder builder = times(before.toBuilder(), exception);
    for (String field : differing) {
      switch (field) {
        case "subject" -> builder.subject(wanted.subject());
        case "location" -> builder.location(wanted.location());
        case "busy-status" -> builder.busyStatus(wanted.busyStatus().ordinal());
        case "reminder" -> {
          Reminder reminder = wanted.reminder();
          builder.reminder(reminder.set(), reminder.set() ? reminder.minutesBefore() : null);
        }
        case "meeting" -> builder.meetingState(MeetingWriter.state(wanted.meeting().status()));
        case "body" -> builder.ownBody();
        case "attachments" -> builder.attachment(!wanted.attachments().isEmpty());
        default -> {}
      }
    }
    if (timing.allDay() != allDay(before)) {
      builder.allDay(timing.allDay());
    }
    return builder.build();
  }

  private ExceptionBlob.Builder times(
      ExceptionBlob.Builder builder, ExceptionalOccurrence exception) {
    Timing timing = exception.occurrence().timing();
    return builder.times(
        FileTime.minutes(exception.originalStart()),
        FileTime.minutes(local(timing.start(), startZone(timing), timing)),
        FileTime.minutes(local(timing.end(), endZone(timing), timing)));
  }

  private boolean allDay(ExceptionBlob blob) {
    Integer flag = blob.allDay();
    return flag != null ? flag != 0 : master.timing().allDay();
  }

  private ItemZone startZone(Timing timing) {
    return ZoneCodec.within(timing.startZone(), zone, timing.start());
  }

  private ItemZone endZone(Timing timing) {
    return ZoneCodec.within(timing.endZone(), zone, timing.end());
  }

  /** The wall clock of the series: the blob knows no other zone. */
  private LocalDateTime local(LocalDateTime clock, ItemZone of, Timing timing) {
    return timing.allDay() || of.zone().equals(zone.zone()) ? clock : zone.at(of.instant(clock));
  }

  private static AttachmentEdit newAttachment(AttachmentEdit attachment) {
    attachment
        .properties()
        .integer(Tags.ATTACHMENT_METHOD, AttachedObject.EMBEDDED)
        .text(Tags.DISPLAY_NAME, "Untitled")
        .bytes(tag(0x3702), Bytes.EMPTY) // encoding
        .integer(Tags.ATTACHMENT_FLAGS, 0)
        .integer(Tags.ATTACHMENT_LINK_ID, 0)
        .integer(Tags.ATTACHMENT_KIND, EXCEPTION)
        .flag(Tags.ATTACHMENT_HIDDEN, true)
        .flag(Tags.ATTACHMENT_CONTACT_PHOTO, false);
    attachment
        .embedded()
        .properties()
        .text(Tags.MESSAGE_CLASS, MESSAGE_CLASS)
        .integer(Tags.MESSAGE_FLAGS, 9) // read, not sent
        .flag(tag(0x0002), true)
        .flag(tag(0x002B), false)
        .integer(Tags.INTERNET_CODE_PAGE, 65001)
        .flag(IS_EXCEPTION, true);
    return attachment;
  }

  private void writeAttachment(
      AttachmentEdit attachment,
      ExceptionalOccurrence exception,
      ExceptionBlob blob,
      Set<String> differing) {
    // local times, as Outlook has them, though [MS-OXOCAL] wants the replaced one in UTC
    attachment
        .properties()
        .time(Tags.EXCEPTION_START, asUtc(FileTime.ofMinutes(blob.start())))
        .time(Tags.EXCEPTION_END, asUtc(FileTime.ofMinutes(blob.end())))
        .time(Tags.EXCEPTION_REPLACED, asUtc(exception.originalStart()));
    MessageEdit own = attachment.embedded();
    writeTimes(exception, own.properties());
    writeOwn(exception.occurrence(), differing, own);
    boolean meeting = exception.occurrence().meeting().status() != MeetingStatus.NON_MEETING;
    if (meeting && !globalId.isEmpty() && own.isNew()) {
      own.properties()
          .bytes(
              AppointmentCodec.GLOBAL_ID,
              GlobalObjectId.withDate(globalId, exception.originalStart().toLocalDate()))
          .bytes(AppointmentCodec.CLEAN_GLOBAL_ID, globalId);
    }
  }

  private static Instant asUtc(LocalDateTime clock) {
    return clock.toInstant(ZoneOffset.UTC);
  }

  private void writeTimes(ExceptionalOccurrence exception, PropertyEdits edits) {
    Timing timing = exception.occurrence().timing();
    ItemZone startZone = startZone(timing);
    ItemZone endZone = endZone(timing);
    Instant original = zone.instant(exception.originalStart());
    Instant originalEnd =
        original.plusSeconds(
            60 * AppointmentTimes.minutes(master.timing(), zone, endZone(master.timing())));
    edits.time(tag(0x0060), original).time(tag(0x0061), originalEnd).time(REPLACED, original);
    Instant start = startZone.instant(timing.start());
    Instant end = endZone.instant(timing.end());
    AppointmentTimes.writeTimes(timing, start, end, edits);
    edits
        .time(AppointmentTimes.CLIP_START, start)
        .time(AppointmentTimes.CLIP_END, end)
        .time(ReminderWriter.TIME, start);
    ZoneCodec.writeOwn(startZone, endZone, timing, edits);
  }

  /** What the occurrence does not take from its series. */
  private void writeOwn(Appointment wanted, Set<String> differing, MessageEdit own) {
    Set<String> fields = new TreeSet<>(own.isNew() ? Set.of("busy-status") : Set.of());
    fields.addAll(differing);
    if (fields.contains("attendees")) {
      // the organizer is written among the recipients
      fields.add("meeting");
    }
    AppointmentCodec.writeFields(wanted, fields, own, now);
    if (differing.contains("reminder")) {
      own.properties()
          .flag(AppointmentCodec.REMINDER_SET, wanted.reminder().set())
          .integer(AppointmentCodec.REMINDER_MINUTES, wanted.reminder().minutesBefore());
    }
    Set<String> names = new TreeSet<>(own.properties().before().texts(Tags.TANDEM_OWN));
    if (names.addAll(fields.stream().filter(f -> isToBeMarked(f, wanted)).toList())) {
      own.properties().texts(Tags.TANDEM_OWN, List.copyOf(names));
    }
  }

  /** What reading would take from the series otherwise. */
  private static boolean isToBeMarked(String field, Appointment wanted) {
    return switch (field) {
      case "categories" -> wanted.categories().names().isEmpty();
      case "attendees" -> wanted.attendees().isEmpty();
      case "attachments" -> wanted.attachments().isEmpty();
      case "meeting" -> wanted.meeting().organizer() == null;
      default -> ExceptionCodec.OWN_FIELDS.contains(field);
    };
  }
}
