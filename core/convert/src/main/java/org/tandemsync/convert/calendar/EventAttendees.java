package org.tandemsync.convert.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.ResponseStatus;

/**
 * ATTENDEE. The organizer's own line is not one of Outlook's attendees, nor the user's where the
 * user is the organizer; what the user answered to others belongs to the meeting.
 */
final class EventAttendees implements CalendarProperty<Appointment, Appointment.Builder> {

  @Override
  public Set<String> fields() {
    return Set.of("attendees");
  }

  /** The lines of all but the organizer. */
  static List<ContentLine> others(Component event, Context context) {
    ContentLine organizer = EventMeeting.organizer(event);
    Person host = organizer == null ? null : CalendarUser.read(organizer);
    boolean isHost = host != null && context.isOwn(host.address());
    List<ContentLine> others = new ArrayList<>();
    for (ContentLine line : event.lines("ATTENDEE")) {
      Person person = CalendarUser.read(line);
      boolean nobody = person.address().isEmpty() && person.name().isBlank();
      boolean hosts =
          host != null
              && (person.key().equals(host.key()) || (isHost && context.isOwn(person.address())));
      if (!nobody && !hosts) {
        others.add(line);
      }
    }
    return others;
  }

  /** The user's own line, or null. */
  static @Nullable ContentLine own(Component event, Context context) {
    for (ContentLine line : event.lines("ATTENDEE")) {
      if (context.isOwn(CalendarUser.address(line))) {
        return line;
      }
    }
    return null;
  }

  static ResponseStatus response(ContentLine line) {
    String status = line.parameter("PARTSTAT");
    return switch (status == null ? "" : status.strip().toUpperCase(Locale.ROOT)) {
      case "ACCEPTED" -> ResponseStatus.ACCEPTED;
      case "DECLINED" -> ResponseStatus.DECLINED;
      case "TENTATIVE" -> ResponseStatus.TENTATIVE;
      default -> ResponseStatus.NONE;
    };
  }

  /** The line with this answer. */
  static ContentLine answered(ContentLine line, ResponseStatus response) {
    String status =
        switch (response) {
          case ACCEPTED, ORGANIZED -> "ACCEPTED";
          case DECLINED -> "DECLINED";
          case TENTATIVE -> "TENTATIVE";
          case NONE, NOT_RESPONDED -> "NEEDS-ACTION";
        };
    return line.withParameter("PARTSTAT", status);
  }

  static AttendeeType type(ContentLine line) {
    String kind = upper(line.parameter("CUTYPE"));
    if (kind.equals("RESOURCE") || kind.equals("ROOM")) {
      return AttendeeType.RESOURCE;
    }
    return switch (upper(line.parameter("ROLE"))) {
      case "OPT-PARTICIPANT", "NON-PARTICIPANT" -> AttendeeType.OPTIONAL;
      case "X-LOCATION" -> AttendeeType.RESOURCE;
      default -> AttendeeType.REQUIRED;
    };
  }

  private static String upper(@Nullable String value) {
    return value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
  }

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    from.lines("ATTENDEE").stream()
        .filter(CalendarUser::isElsewhere)
        .forEach(line -> loseAddress(line, context));
    Map<String, Attendee> attendees = new LinkedHashMap<>();
    for (ContentLine line : others(from, context)) {
      Attendee attendee = attendee(line, context);
      attendees.putIfAbsent(attendee.key(), attendee);
    }
    into.attendees(List.copyOf(attendees.values()));
  }

  private static void loseAddress(ContentLine line, Context context) {
    context.lose(
        LossKind.NO_MAIL_ADDRESS,
        "attendees",
        "line " + line.lineNumber() + ": '" + line.value() + "' is no mail address");
  }

  private static Attendee attendee(ContentLine line, Context context) {
    Person person = CalendarUser.read(line);
    ResponseStatus response =
        context.isOwn(person.address()) ? ResponseStatus.NONE : response(line);
    return new Attendee(person, type(line), response);
  }

  @Override
  public void write(Appointment item, Component into, Context context) {
    Map<String, Attendee> wanted = new LinkedHashMap<>();
    for (Attendee attendee : item.attendees()) {
      if (isWritten(attendee, item, context)) {
        wanted.putIfAbsent(attendee.key(), attendee);
      }
    }
    for (ContentLine line : others(into, context)) {
      Attendee present = attendee(line, context);
      Attendee attendee = wanted.remove(present.key());
      if (attendee == null) {
        into.remove(line);
      } else if (!attendee.equals(present)) {
        into.replace(line, edited(line, present, attendee, context));
      }
    }
    wanted.values().forEach(attendee -> into.add(made(attendee, item, context)));
  }

  private static boolean isWritten(Attendee attendee, Appointment item, Context context) {
    Person organizer = item.meeting().organizer();
    boolean hosts = organizer != null && organizer.key().equals(attendee.key());
    boolean ownMeeting =
        item.meeting().status() == MeetingStatus.MEETING
            || item.meeting().status() == MeetingStatus.CANCELED;
    return attendee.type() != AttendeeType.ORGANIZER
        && !hosts
        && !(ownMeeting && context.isOwn(attendee.person().address()))
        && CalendarUser.isWritable(attendee.person());
  }

  private static ContentLine edited(
      ContentLine line, Attendee present, Attendee wanted, Context context) {
    ContentLine edited = line;
    if (!present.person().equals(wanted.person())) {
      edited = CalendarUser.write(edited, wanted.person());
    }
    if (present.type() != wanted.type()) {
      edited = typed(edited.withoutParameter("CUTYPE"), wanted.type());
    }
    if (present.response() != wanted.response() && !context.isOwn(wanted.person().address())) {
      edited = answered(edited, wanted.response());
    }
    return edited;
  }

  private static ContentLine typed(ContentLine line, AttendeeType type) {
    return switch (type) {
      case RESOURCE ->
          line.withParameter("CUTYPE", "RESOURCE").withParameter("ROLE", "REQ-PARTICIPANT");
      case OPTIONAL -> line.withParameter("ROLE", "OPT-PARTICIPANT");
      case REQUIRED, ORGANIZER -> line.withParameter("ROLE", "REQ-PARTICIPANT");
    };
  }

  private static ContentLine made(Attendee attendee, Appointment item, Context context) {
    boolean own = context.isOwn(attendee.person().address());
    ContentLine line = typed(ContentLine.of("ATTENDEE", ""), attendee.type());
    line = answered(line, own ? item.meeting().ownResponse() : attendee.response());
    boolean room = attendee.type() == AttendeeType.RESOURCE;
    if (!own && !room) {
      line = line.withParameter("RSVP", "TRUE");
    }
    boolean received = EventMeeting.isReceived(item.meeting().status());
    if (!received && !room && item.meeting().status() != MeetingStatus.NON_MEETING) {
      line = Scheduling.arranged(line, context);
    }
    line = CalendarUser.write(line, attendee.person());
    return room ? CalendarUser.named(line, attendee.person(), context) : line;
  }
}
