package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.convert.Invitations;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.LossKind;

/** Appointments as VCALENDARs with a VEVENT and its changed occurrences. */
public final class EventLens implements ResourceLens {

  /** The properties of every event, in the order in which a new one is written. */
  private static final List<CalendarProperty<Appointment, Appointment.Builder>> EVENT =
      List.of(
          new EventTimes(),
          new EventSummary(),
          new TextProperty<>(
              "LOCATION", "location", false, Appointment::location, Appointment.Builder::location),
          new Description<>(Appointment::body, Appointment.Builder::body),
          new Classification<>(Appointment::sensitivity, Appointment.Builder::sensitivity),
          new Priority<>(Appointment::importance, Appointment.Builder::importance),
          new CategoryList<>(Appointment::categories, Appointment.Builder::categories),
          new EventColor(),
          new TextProperty<>("URL", "url", true, Appointment::url, Appointment.Builder::url),
          new OnlineMeeting(),
          new AttachmentLines<>(Appointment::attachments, Appointment.Builder::attachments),
          new BusinessLines<>(Appointment::business, Appointment.Builder::business),
          new UserPropertyLines<>(Appointment::userProperties, Appointment.Builder::userProperties),
          new EventAttendees(),
          new EventMeeting(),
          new BusyTime(),
          new EventReminder());

  private static final ComponentLens<Appointment, Appointment.Builder> LENS = lens(series());

  /** An event with what makes it a series: rule and occurrences, behind the times. */
  private static List<CalendarProperty<Appointment, Appointment.Builder>> series() {
    List<CalendarProperty<Appointment, Appointment.Builder>> properties = new ArrayList<>(EVENT);
    properties.add(1, new CountedTimes(new EventTimes()));
    properties.add(
        2, new RecurrenceRule<>(Appointment::recurrence, Appointment.Builder::recurrence));
    properties.add(new Overrides(EVENT));
    return properties;
  }

  static ComponentLens<Appointment, Appointment.Builder> lens(
      List<CalendarProperty<Appointment, Appointment.Builder>> properties) {
    return new ComponentLens<>(
        properties, Fields.APPOINTMENT, Appointment::toBuilder, Appointment.Builder::build);
  }

  private final LensSettings settings;

  public EventLens(LensSettings settings) {
    this.settings = settings;
  }

  @Override
  public Reading get(String text) {
    return switch (CalendarText.open(text, "VEVENT")) {
      case CalendarText.Opened.Not(Reading reading) -> reading;
      case CalendarText.Opened.Ready(CalendarText calendar) -> get(text, calendar);
    };
  }

  private Reading get(String text, CalendarText calendar) {
    Component master = calendar.master();
    if (!EventTimes.isReadable(master)) {
      ContentLine start = master.first("DTSTART");
      return CalendarText.brokenReading(
          text,
          start == null
              ? "line " + master.lineNumber() + ": the event has no DTSTART"
              : "line " + start.lineNumber() + ": no date: " + start);
    }
    Context context = Context.of(settings, calendar.calendar());
    if (calendar.others() > 0) {
      context.lose(
          master.first("RECURRENCE-ID") != null
              ? LossKind.OVERRIDES_WITHOUT_MASTER
              : LossKind.FURTHER_EVENT,
          "exceptions",
          calendar.others() + " more VEVENTs of this resource are not shown");
    }
    if (CalendarText.uid(master).isEmpty()) {
      context.lose(
          LossKind.NO_UID, "uid", "line " + master.lineNumber() + ": the event has no UID");
    }
    Appointment item = read(calendar, context);
    Unshown.tell(master, context);
    return new Reading.Understood(item, calendar.stamp(), context.losses());
  }

  private static Appointment read(CalendarText calendar, Context context) {
    Component master = calendar.master();
    context.series(
        SeriesReader.read(master, master.first("DTSTART"), calendar.overrides(), context));
    List<Component> all = new ArrayList<>(calendar.overrides());
    all.add(master);
    Appointment.Builder builder =
        Appointment.builder()
            .uid(CalendarText.uid(master))
            .created(Revision.created(master))
            .modified(Revision.modified(all));
    return LENS.read(master, builder, context);
  }

  @Override
  public String create(Item item, String stamp) {
    Appointment appointment = (Appointment) item;
    NewCalendar made = NewCalendar.of("VEVENT", appointment.uid(), stamp);
    Context context = Context.of(settings, made.calendar(), appointment);
    context.changedOccurrences(originalDates(appointment));
    LENS.write(appointment, made.master(), context);
    for (Component event : made.calendar().components("VEVENT")) {
      Revision.begin(event, appointment.created(), settings.clock().instant());
      Scheduling.hush(event, settings.calendar().meetings());
    }
    return made.text();
  }

  private static Set<LocalDate> originalDates(Appointment item) {
    Set<LocalDate> dates = new TreeSet<>();
    item.exceptions().forEach(e -> dates.add(e.originalStart().toLocalDate()));
    return dates;
  }

  @Override
  public boolean isOneOfSeveral(String resource, String uid) {
    return SeveralItems.hold(resource, uid);
  }

  @Override
  public String marked(String resource, String stamp) {
    if (!(CalendarText.open(resource, "VEVENT")
        instanceof CalendarText.Opened.Ready(CalendarText calendar))) {
      return resource;
    }
    calendar.mark(stamp);
    return calendar.document().text();
  }

  @Override
  public String update(String previous, Item item, Set<String> fields, String stamp) {
    return change(previous, item, fields, stamp).text();
  }

  @Override
  public Change change(String previous, Item item, Set<String> fields, String stamp) {
    if (fields.isEmpty()) {
      return new Change(previous, null);
    }
    if (!(CalendarText.open(previous, "VEVENT")
        instanceof CalendarText.Opened.Ready(CalendarText calendar))) {
      throw new IllegalArgumentException("the resource holds no appointment");
    }
    return new EventEdit(calendar, settings, LENS, EventLens::read)
        .apply((Appointment) item, fields, stamp, previous);
  }

  /** The fields that this lens reads and writes; the others stay as they are on the server. */
  static Set<String> mapped() {
    return LENS.mapped();
  }

  /**
   * Whether SEQUENCE counts these changes. That of a meeting is its organizer's: it comes from
   * Outlook, unless it is the server that tells the guests.
   */
  static boolean isSignificant(
      List<String> changed, Appointment before, Appointment item, Invitations invitations) {
    Set<String> significant =
        new LinkedHashSet<>(List.of("timing", "recurrence", "exceptions", "location"));
    significant.retainAll(changed);
    boolean counts =
        switch (item.meeting().status()) {
          case NON_MEETING -> true;
          case MEETING, CANCELED ->
              invitations == Invitations.SERVER
                  && item.meeting().sequence() <= before.meeting().sequence();
          case RECEIVED, RECEIVED_AND_CANCELED -> false;
        };
    return counts && !significant.isEmpty();
  }

  @Override
  public String mediaType(String resource) {
    return "text/calendar; charset=utf-8";
  }

  @Override
  public String extension(Item item) {
    return ".ics";
  }
}
