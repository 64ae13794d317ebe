package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.appointment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Tags;

/** What makes an appointment a meeting: state, organizer, attendees. */
final class MeetingCodec {
  static final PropertyName STATE = appointment(0x8217);
  static final PropertyName RESPONSE = appointment(0x8218);
  static final PropertyName SEQUENCE = appointment(0x8201);
  static final PropertyName REPLY_TIME = appointment(0x8220);
  static final PropertyName INVITED = appointment(0x8229);

  static final int MEETING = 1;
  static final int RECEIVED = 2;
  static final int CANCELED = 4;

  /** PidTagRecipientFlags: this one called the meeting. */
  static final int IS_ORGANIZER = 2;

  private MeetingCodec() {}

  static boolean isMeeting(PropertyBag bag) {
    return bag.integer(STATE, 0) != 0;
  }

  static Meeting meeting(PropertyBag bag, List<PropertyBag> recipients) {
    int state = bag.integer(STATE, 0);
    if (state == 0) {
      return Meeting.NONE;
    }
    Person organizer = organizer(bag, recipients);
    return new Meeting(
        status(state),
        organizer,
        sender(bag, organizer),
        Math.max(0, bag.integer(SEQUENCE, 0)),
        response(bag.integer(RESPONSE, 0)),
        bag.time(REPLY_TIME),
        bag.flag(INVITED));
  }

  private static MeetingStatus status(int state) {
    boolean received = (state & RECEIVED) != 0;
    if ((state & CANCELED) != 0) {
      return received ? MeetingStatus.RECEIVED_AND_CANCELED : MeetingStatus.CANCELED;
    }
    if (received) {
      return MeetingStatus.RECEIVED;
    }
    return (state & MEETING) != 0 ? MeetingStatus.MEETING : MeetingStatus.NON_MEETING;
  }

  private static ResponseStatus response(int number) {
    return CommonFields.pick(ResponseStatus.values(), number, ResponseStatus.NONE);
  }

  private static @Nullable Person organizer(PropertyBag bag, List<PropertyBag> recipients) {
    for (PropertyBag recipient : recipients) {
      if (isOrganizer(recipient)) {
        return person(recipient);
      }
    }
    return person(
        bag,
        Tags.REPRESENTING_NAME,
        Tags.REPRESENTING_TYPE,
        Tags.REPRESENTING_ADDRESS,
        Tags.REPRESENTING_SMTP);
  }

  /** Who acts for the organizer: the sender, if it is somebody else with an address. */
  private static @Nullable Person sender(PropertyBag bag, @Nullable Person organizer) {
    Person sender =
        person(bag, Tags.SENDER_NAME, Tags.SENDER_TYPE, Tags.SENDER_ADDRESS, Tags.SENDER_SMTP);
    boolean other =
        sender != null
            && organizer != null
            && !sender.address().isEmpty()
            && !organizer.address().isEmpty()
            && !sender.key().equals(organizer.key());
    return other ? sender : null;
  }

  private static @Nullable Person person(
      PropertyBag bag, PropertyTag name, PropertyTag type, PropertyTag address, PropertyTag smtp) {
    String mail = bag.text(smtp);
    if (mail.isEmpty() && !bag.text(type).equalsIgnoreCase("EX")) {
      mail = Addresses.smtp(bag.text(address));
    }
    String text = bag.text(name);
    // a data file without an account has "Unknown" as everybody's name
    boolean nobody = mail.isEmpty() && (text.isEmpty() || bag.text(type).equals("UNKNOWN"));
    return nobody ? null : new Person(text, mail);
  }

  static boolean isOrganizer(PropertyBag recipient) {
    return (recipient.integer(Tags.RECIPIENT_FLAGS, 0) & IS_ORGANIZER) != 0;
  }

  static Person person(PropertyBag recipient) {
    String shown = recipient.text(Tags.DISPLAY_NAME);
    String name = shown.isEmpty() ? recipient.text(Tags.RECIPIENT_NAME) : shown;
    String address = Addresses.of(recipient);
    // who has no name is shown by address, and then the entry id has no name either
    boolean nameless = name.equals(address) && Addresses.isNameless(recipient);
    return new Person(nameless ? "" : name, address);
  }

  static List<Attendee> attendees(List<PropertyBag> recipients) {
    List<Attendee> attendees = new ArrayList<>();
    for (PropertyBag recipient : recipients) {
      if (!isOrganizer(recipient) && !person(recipient).key().isEmpty()) {
        attendees.add(attendee(recipient));
      }
    }
    return attendees;
  }

  static Attendee attendee(PropertyBag recipient) {
    int type = recipient.integer(Tags.RECIPIENT_TYPE, 1) & 0xF;
    return new Attendee(
        person(recipient),
        CommonFields.pick(AttendeeType.values(), type, AttendeeType.REQUIRED),
        response(recipient.integer(Tags.RECIPIENT_RESPONSE, 0)));
  }
}
