package org.tandemsync.convert.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.ResponseStatus;

/**
 * ORGANIZER, SEQUENCE and the own PARTSTAT: whose meeting it is and what the user answered. It
 * stands in the list behind attendees and summary, as it looks at what they wrote.
 */
final class EventMeeting implements CalendarProperty<Appointment, Appointment.Builder> {
  private static final String SENDER = "X-MS-OLK-SENDER";
  private static final String REPLY_TIME = "X-MICROSOFT-CDO-REPLYTIME";

  /** Said only where the other lines would be read otherwise: an organizer we do not know. */
  private static final String STATUS = "X-TANDEM-MEETING-STATUS";

  private static final String INVITED = "X-TANDEM-INVITED";

  @Override
  public Set<String> fields() {
    return Set.of("meeting", "attendees");
  }

  /** ORGANIZER, unless it says nothing. */
  static @Nullable ContentLine organizer(Component event) {
    ContentLine line = event.first("ORGANIZER");
    return line == null || (line.value().isBlank() && line.parameter("CN") == null) ? null : line;
  }

  static MeetingStatus status(Component event, Context context) {
    boolean cancelled = EventSummary.isCancelled(event);
    ContentLine mark = event.first(STATUS);
    return switch (mark == null ? "" : mark.value().strip().toUpperCase(Locale.ROOT)) {
      case "MEETING" -> cancelled ? MeetingStatus.CANCELED : MeetingStatus.MEETING;
      case "RECEIVED" -> cancelled ? MeetingStatus.RECEIVED_AND_CANCELED : MeetingStatus.RECEIVED;
      default -> plainStatus(event, cancelled, context);
    };
  }

  private static MeetingStatus plainStatus(Component event, boolean cancelled, Context context) {
    ContentLine organizer = organizer(event);
    if (organizer == null) {
      return MeetingStatus.NON_MEETING;
    }
    if (isOwn(organizer, context)) {
      if (EventAttendees.others(event, context).isEmpty()) {
        return MeetingStatus.NON_MEETING;
      }
      return cancelled ? MeetingStatus.CANCELED : MeetingStatus.MEETING;
    }
    return cancelled ? MeetingStatus.RECEIVED_AND_CANCELED : MeetingStatus.RECEIVED;
  }

  /** The user organizes it, or somebody in whose name the user does. */
  private static boolean isOwn(ContentLine organizer, Context context) {
    String sentBy = organizer.parameter("SENT-BY");
    return context.isOwn(CalendarUser.address(organizer))
        || (sentBy != null && context.isOwn(CalendarUser.address(sentBy)));
  }

  static boolean isReceived(MeetingStatus status) {
    return status == MeetingStatus.RECEIVED || status == MeetingStatus.RECEIVED_AND_CANCELED;
  }

  /** A received meeting that the user has not answered. */
  static boolean awaitsAnswer(Component event, Context context) {
    return status(event, context) == MeetingStatus.RECEIVED
        && ownResponse(event, context) == ResponseStatus.NOT_RESPONDED;
  }

  private static ResponseStatus ownResponse(Component event, Context context) {
    ContentLine own = EventAttendees.own(event, context);
    if (own == null) {
      return ResponseStatus.NONE;
    }
    ResponseStatus response = EventAttendees.response(own);
    return response == ResponseStatus.NONE ? ResponseStatus.NOT_RESPONDED : response;
  }

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    into.meeting(meeting(from, context));
  }

  private static Meeting meeting(Component event, Context context) {
    MeetingStatus status = status(event, context);
    if (status == MeetingStatus.NON_MEETING) {
      return Meeting.NONE;
    }
    ContentLine line = organizer(event);
    ContentLine invited = event.first(INVITED);
    boolean onBehalf = OnBehalf.isMarked(line);
    Person sender = sender(event, line);
    return new Meeting(
        status,
        onBehalf ? sender : line == null ? null : CalendarUser.read(line),
        onBehalf ? null : sender,
        sequence(event),
        isReceived(status) ? ownResponse(event, context) : ResponseStatus.ORGANIZED,
        replyTime(event),
        invited == null ? !isReceived(status) : invited.value().strip().equalsIgnoreCase("TRUE"));
  }

  private static @Nullable Person sender(Component event, @Nullable ContentLine organizer) {
    ContentLine line = event.first(SENDER);
    if (line != null) {
      return CalendarUser.read(line);
    }
    String sentBy = organizer == null ? null : organizer.parameter("SENT-BY");
    return sentBy == null ? null : new Person("", CalendarUser.address(sentBy));
  }

  static int sequence(Component component) {
    ContentLine line = component.first("SEQUENCE");
    try {
      return line == null ? 0 : Math.max(0, Integer.parseInt(line.value().strip()));
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private static @Nullable Instant replyTime(Component event) {
    ContentLine line = event.first(REPLY_TIME);
    Optional<DateTimeValue> value =
        line == null ? Optional.empty() : DateTimeValue.parse(line.value());
    return value.map(v -> v.wall().toInstant(ZoneOffset.UTC)).orElse(null);
  }

  @Override
  public void write(Appointment item, Component into, Context context) {
    Meeting wanted = item.meeting();
    if (wanted.status() == MeetingStatus.NON_MEETING) {
      into.removeLines(l -> l.is(STATUS) || l.is(INVITED) || l.is(SENDER) || l.is(REPLY_TIME));
      if (status(into, context) != MeetingStatus.NON_MEETING) {
        into.removeLines(l -> l.is("ORGANIZER"));
      }
      return;
    }
    writeOrganizer(wanted, into, context);
    writeSender(wanted, into);
    writeOwnResponse(wanted, into, context);
    // never backwards: servers and guests ignore an older one (RFC 5546 2.1.4)
    if (wanted.sequence() > sequence(into) || into.first("SEQUENCE") == null) {
      put(into, "SEQUENCE", Integer.toString(wanted.sequence()));
    }
    mark(into, REPLY_TIME, replyTime(wanted));
    boolean usual = wanted.invited() == !isReceived(wanted.status());
    mark(into, INVITED, usual ? "" : wanted.invited() ? "TRUE" : "FALSE");
    mark(into, STATUS, "");
    if (status(into, context) != wanted.status()) {
      mark(into, STATUS, isReceived(wanted.status()) ? "RECEIVED" : "MEETING");
    }
  }

  private static String replyTime(Meeting wanted) {
    Instant time = wanted.replyTime();
    return time == null ? "" : DateTimeValue.utc(time);
  }

  private static void writeOrganizer(Meeting wanted, Component into, Context context) {
    ContentLine line = into.first("ORGANIZER");
    Component master = context.master();
    ContentLine ofSeries = master == null ? null : master.first("ORGANIZER");
    if (ofSeries != null) { // servers refuse organizers that differ within a series
      if (line == null) {
        into.add(ofSeries);
      } else if (hasMovedOn(wanted, line, ofSeries)) {
        into.replace(line, ofSeries);
      }
      return;
    }
    Person organizer = organizer(wanted, line, context);
    if (organizer == null) {
      return;
    }
    boolean ownMeeting = !isReceived(wanted.status()) && wanted.sender() == null;
    if (line != null) {
      into.replace(
          line,
          ownMeeting && OnBehalf.isMarked(line)
              ? OnBehalf.sentBy(line, organizer)
              : CalendarUser.write(OnBehalf.unmarked(line), organizer));
      return;
    }
    ContentLine onBehalf = ownMeeting ? OnBehalf.made(organizer, context) : null;
    ContentLine made = CalendarUser.write(ContentLine.of("ORGANIZER", ""), organizer);
    if (onBehalf != null) {
      into.add(onBehalf);
    } else {
      // an invitation that was answered by mail must not be answered again by the server
      into.add(isReceived(wanted.status()) ? Scheduling.arranged(made, context) : made);
    }
  }

  /**
   * Whether the series has another organizer than this occurrence, and the occurrence shall too.
   */
  private static boolean hasMovedOn(Meeting wanted, ContentLine line, ContentLine ofSeries) {
    Person organizer = wanted.organizer();
    String address = CalendarUser.address(ofSeries);
    return organizer != null
        && organizer.address().equalsIgnoreCase(address)
        && !CalendarUser.address(line).equalsIgnoreCase(address);
  }

  /** Outlook's organizer; the user where Outlook names nobody and the meeting is a new own one. */
  private static @Nullable Person organizer(
      Meeting wanted, @Nullable ContentLine line, Context context) {
    Person organizer = wanted.organizer();
    if (organizer != null && CalendarUser.isWritable(organizer)) {
      return organizer;
    }
    String own = context.settings().ownAddresses().stream().sorted().findFirst().orElse("");
    return isReceived(wanted.status()) || line != null || own.isEmpty()
        ? null
        : new Person("", own);
  }

  private static void writeSender(Meeting wanted, Component into) {
    Person sender = wanted.sender();
    Person user = wanted.organizer();
    ContentLine organizer = into.first("ORGANIZER");
    if (OnBehalf.isMarked(organizer) && sender == null) {
      if (user != null) {
        OnBehalf.writeUser(SENDER, user, into);
      }
      return;
    }
    if (sender == null || !CalendarUser.isWritable(sender)) {
      into.removeLines(l -> l.is(SENDER));
      if (organizer != null) {
        into.replace(organizer, organizer.withoutParameter("SENT-BY"));
      }
      return;
    }
    if (organizer != null && !sender.address().isEmpty()) {
      String present = organizer.parameter("SENT-BY");
      if (present == null || !CalendarUser.address(present).equals(sender.address())) {
        into.replace(organizer, organizer.withParameter("SENT-BY", "mailto:" + sender.address()));
      }
    }
    if (!sender.name().isEmpty() || into.first(SENDER) != null || organizer == null) {
      ContentLine line = into.first(SENDER);
      into.put(CalendarUser.write(line == null ? ContentLine.of(SENDER, "") : line, sender));
    }
  }

  private static void writeOwnResponse(Meeting wanted, Component into, Context context) {
    if (!isReceived(wanted.status())) {
      return;
    }
    ContentLine own = EventAttendees.own(into, context);
    if (own != null) {
      if (ownResponse(into, context) != wanted.ownResponse()) {
        into.replace(own, EventAttendees.answered(own, wanted.ownResponse()));
      }
      return;
    }
    boolean answered =
        switch (wanted.ownResponse()) {
          case ACCEPTED, DECLINED, TENTATIVE -> true;
          case NONE, ORGANIZED, NOT_RESPONDED -> false;
        };
    String address = context.settings().ownAddresses().stream().sorted().findFirst().orElse("");
    if (answered && !address.isEmpty()) {
      into.add(
          EventAttendees.answered(
              ContentLine.of("ATTENDEE", "mailto:" + address), wanted.ownResponse()));
    }
  }

  private static void mark(Component into, String name, String value) {
    if (value.isEmpty()) {
      into.removeLines(l -> l.is(name));
    } else {
      put(into, name, value);
    }
  }

  private static void put(Component into, String name, String value) {
    ContentLine line = into.first(name);
    into.put(line == null ? ContentLine.of(name, value) : line.withValue(value));
  }
}
