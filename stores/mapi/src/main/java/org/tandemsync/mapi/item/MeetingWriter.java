package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.appointment;
import static org.tandemsync.mapi.item.Names.meeting;
import static org.tandemsync.mapi.item.Names.tag;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Tags;

/** Writes what makes an appointment a meeting: state, organizer, attendees. */
final class MeetingWriter {
  private static final PropertyName LAST_SEQUENCE = appointment(0x8203);
  private static final PropertyName SEQUENCE_TIME = appointment(0x8202);
  private static final PropertyName ALL_ATTENDEES = appointment(0x8238);
  private static final PropertyName TO_ATTENDEES = appointment(0x823B);
  private static final PropertyName CC_ATTENDEES = appointment(0x823C);
  private static final PropertyName OWNER_CRITICAL_CHANGE = meeting(0x1A);
  private static final PropertyName MEETING_TYPE = meeting(0x26);

  /** PidTagRecipientFlags: is sent to. */
  private static final int SENDABLE = 1;

  private static final String SMTP = "SMTP";

  private final Appointment item;
  private final MessageEdit edit;
  private final PropertyEdits edits;
  private final Instant now;

  private MeetingWriter(Appointment item, MessageEdit edit, Instant now) {
    this.item = item;
    this.edit = edit;
    this.edits = edit.properties();
    this.now = now;
  }

  /** State, organizer and attendees together: the organizer is a recipient too. */
  static void write(Appointment item, MessageEdit edit, Instant now) {
    MeetingWriter writer = new MeetingWriter(item, edit, now);
    writer.writeState();
    writer.writeRecipients();
    writer.writeTexts();
  }

  private void writeState() {
    PropertyBag before = edits.before();
    List<PropertyBag> rows = edit.before().recipients();
    Meeting wanted = item.meeting();
    Meeting was = MeetingCodec.meeting(before, rows);
    if (edit.isNew() || wanted.status() != was.status()) {
      edits.integer(MeetingCodec.STATE, state(wanted.status()));
    }
    if (wanted.status() == MeetingStatus.NON_MEETING) {
      if (edit.isNew() || was.status() != MeetingStatus.NON_MEETING) {
        writeAnswers(wanted);
      }
      return;
    }
    writeAnswers(wanted);
    edits.integer(MEETING_TYPE, 1);
    if (edit.isNew() || wanted.sequence() != was.sequence()) {
      edits
          .integer(LAST_SEQUENCE, wanted.sequence())
          .time(SEQUENCE_TIME, now)
          .time(OWNER_CRITICAL_CHANGE, now);
    }
    Person organizer = wanted.organizer();
    // the row of the organizer says whether there is a name
    Person leader = organizer == null ? null : new Person(shown(organizer), organizer.address());
    if (!Objects.equals(organizer, was.organizer())
        || !Objects.equals(wanted.sender(), was.sender())) {
      writePerson(
          leader,
          Tags.REPRESENTING_NAME,
          Tags.REPRESENTING_TYPE,
          Tags.REPRESENTING_ADDRESS,
          Tags.REPRESENTING_SMTP,
          tag(0x0041),
          tag(0x003B));
      writePerson(
          wanted.sender() != null ? wanted.sender() : leader,
          Tags.SENDER_NAME,
          Tags.SENDER_TYPE,
          Tags.SENDER_ADDRESS,
          Tags.SENDER_SMTP,
          tag(0x0C19),
          tag(0x0C1D));
    }
  }

  private void writeAnswers(Meeting wanted) {
    edits
        .integer(MeetingCodec.RESPONSE, wanted.ownResponse().ordinal())
        .integer(MeetingCodec.SEQUENCE, wanted.sequence())
        .time(MeetingCodec.REPLY_TIME, wanted.replyTime())
        .flag(MeetingCodec.INVITED, wanted.invited());
  }

  /** PidLidAppointmentStateFlags. */
  static int state(MeetingStatus status) {
    return switch (status) {
      case NON_MEETING -> 0;
      case MEETING -> MeetingCodec.MEETING;
      case CANCELED -> MeetingCodec.MEETING | MeetingCodec.CANCELED;
      case RECEIVED -> MeetingCodec.MEETING | MeetingCodec.RECEIVED;
      case RECEIVED_AND_CANCELED ->
          MeetingCodec.MEETING | MeetingCodec.RECEIVED | MeetingCodec.CANCELED;
    };
  }

  private void writePerson(
      @Nullable Person person,
      PropertyTag name,
      PropertyTag type,
      PropertyTag address,
      PropertyTag smtp,
      PropertyTag entryId,
      PropertyTag searchKey) {
    if (person == null) {
      List.of(name, type, address, smtp, entryId, searchKey).forEach(edits::remove);
      return;
    }
    edits.text(name, person.name()).text(address, person.address()).text(smtp, person.address());
    if (person.address().isEmpty()) {
      edits.remove(type).remove(entryId).remove(searchKey);
    } else {
      edits
          .text(type, SMTP)
          .bytes(entryId, EntryId.oneOff(person.name(), SMTP, person.address()))
          .bytes(searchKey, searchKey(person.address()));
    }
  }

  /** PidTagSearchKey of a mail address: an 8-bit text in upper case. */
  private static Bytes searchKey(String address) {
    String text = SMTP + ":" + address.toUpperCase(Locale.ROOT) + "\0";
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private void writeRecipients() {
    List<PropertyEdits> all = new ArrayList<>();
    List<PropertyBag> before = new ArrayList<>(edit.before().recipients());
    Person organizer =
        item.meeting().status() == MeetingStatus.NON_MEETING ? null : item.meeting().organizer();
    if (organizer != null && !organizer.key().isEmpty()) {
      all.add(
          take(before, r -> MeetingCodec.isOrganizer(r) && MeetingCodec.person(r).equals(organizer))
              .map(PropertyEdits::new)
              .orElseGet(() -> organizer(organizer)));
    }
    before.removeIf(MeetingCodec::isOrganizer);
    for (Attendee attendee : item.attendees()) {
      if (!attendee.key().isEmpty()) {
        all.add(
            take(before, r -> MeetingCodec.person(r).key().equals(attendee.key()))
                .map(r -> changed(r, attendee))
                .orElseGet(() -> added(attendee, all.size())));
      }
    }
    // rows without name and address are nobody's, and so nobody has removed them
    before.stream()
        .filter(r -> MeetingCodec.person(r).key().isEmpty())
        .forEach(r -> all.add(new PropertyEdits(r)));
    edit.recipients(all);
  }

  private static Optional<PropertyBag> take(List<PropertyBag> rows, Predicate<PropertyBag> which) {
    Optional<PropertyBag> found = rows.stream().filter(which).findFirst();
    found.ifPresent(rows::remove);
    return found;
  }

  private PropertyEdits organizer(Person person) {
    PropertyEdits row = row(person, 0);
    return row.integer(Tags.RECIPIENT_TYPE, AttendeeType.REQUIRED.ordinal())
        .integer(Tags.RECIPIENT_FLAGS, SENDABLE | MeetingCodec.IS_ORGANIZER)
        .integer(Tags.RECIPIENT_RESPONSE, ResponseStatus.NONE.ordinal());
  }

  private PropertyEdits added(Attendee attendee, int order) {
    PropertyEdits row = row(attendee.person(), order);
    row.integer(Tags.RECIPIENT_FLAGS, SENDABLE);
    writeAnswer(attendee, row);
    return row;
  }

  private PropertyEdits changed(PropertyBag before, Attendee attendee) {
    PropertyEdits row = new PropertyEdits(before);
    Attendee was = MeetingCodec.attendee(before);
    if (!was.person().equals(attendee.person())) {
      writePerson(attendee.person(), row);
    }
    if (!was.equals(attendee)) {
      writeAnswer(attendee, row);
    }
    return row;
  }

  private void writeAnswer(Attendee attendee, PropertyEdits row) {
    row.integer(Tags.RECIPIENT_TYPE, attendee.type().ordinal())
        .integer(Tags.RECIPIENT_RESPONSE, attendee.response().ordinal());
    boolean answered =
        attendee.response() != ResponseStatus.NONE
            && attendee.response() != ResponseStatus.NOT_RESPONDED;
    row.time(tag(0x5FFB), answered ? now : null);
  }

  private static PropertyEdits row(Person person, int order) {
    PropertyEdits row = PropertyEdits.ofNew();
    writePerson(person, row);
    return row.integer(tag(0x0FFE), 6) // a mail user
        .integer(tag(0x3900), 0)
        .flag(tag(0x0E0F), true) // responsibility
        .flag(tag(0x3A40), true) // send rich info
        .integer(tag(0x5FDF), order);
  }

  /** Somebody without a name is shown by address; the name in the entry id stays empty. */
  private static void writePerson(Person person, PropertyEdits row) {
    String shown = person.name().isEmpty() ? person.address() : person.name();
    row.text(Tags.DISPLAY_NAME, shown)
        .text(tag(0x39FF), shown)
        .text(Tags.RECIPIENT_NAME, shown)
        .text(Tags.EMAIL_ADDRESS, person.address())
        .text(Tags.SMTP_ADDRESS, person.address());
    if (person.address().isEmpty()) {
      row.remove(Tags.ADDRESS_TYPE).remove(Tags.ENTRY_ID).remove(tag(0x5FF7));
      row.remove(Tags.RECORD_KEY).remove(tag(0x300B));
      return;
    }
    Bytes id = EntryId.oneOff(person.name(), SMTP, person.address());
    row.text(Tags.ADDRESS_TYPE, SMTP)
        .bytes(Tags.ENTRY_ID, id)
        .bytes(tag(0x5FF7), id)
        .bytes(Tags.RECORD_KEY, id)
        .bytes(tag(0x300B), searchKey(person.address()));
  }

  private void writeTexts() {
    Person organizer = item.meeting().organizer();
    String to = names(AttendeeType.REQUIRED);
    String leader = organizer == null ? "" : shown(organizer);
    edits
        .text(ALL_ATTENDEES, joined(item.attendees()))
        .text(TO_ATTENDEES, to)
        .text(CC_ATTENDEES, names(AttendeeType.OPTIONAL))
        .text(tag(0x0E04), leader.isEmpty() || to.isEmpty() ? leader + to : leader + "; " + to)
        .text(tag(0x0E03), names(AttendeeType.OPTIONAL))
        .text(tag(0x0E02), names(AttendeeType.RESOURCE));
  }

  private String names(AttendeeType type) {
    return joined(item.attendees().stream().filter(a -> a.type() == type).toList());
  }

  private static String joined(List<Attendee> attendees) {
    return attendees.stream().map(a -> shown(a.person())).collect(Collectors.joining("; "));
  }

  private static String shown(Person person) {
    return person.name().isEmpty() ? person.address() : person.name();
  }
}
