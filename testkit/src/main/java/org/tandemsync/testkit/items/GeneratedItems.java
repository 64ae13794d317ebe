package org.tandemsync.testkit.items;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DelegationState;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Item;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskProgress;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.WeekIndex;

/** Items in which every field takes part. */
public final class GeneratedItems {
  private GeneratedItems() {}

  /** An item of any type. */
  public static Arbitrary<Item> items() {
    return Arbitraries.oneOf(
        appointments().map(Item.class::cast),
        tasks().map(Item.class::cast),
        contacts().map(Item.class::cast),
        distributionLists().map(Item.class::cast));
  }

  /** Two or more items of one type, in order. */
  public static Arbitrary<List<Item>> sameType(int count) {
    return Arbitraries.oneOf(
        appointments().map(Item.class::cast).list().ofSize(count),
        tasks().map(Item.class::cast).list().ofSize(count),
        contacts().map(Item.class::cast).list().ofSize(count),
        distributionLists().map(Item.class::cast).list().ofSize(count));
  }

  public static Arbitrary<Appointment> appointments() {
    return Combinators.combine(singleAppointments(), recurrences().injectNull(0.6), moves())
        .as(GeneratedItems::series);
  }

  /** Appointments that are no series. */
  public static Arbitrary<Appointment> singleAppointments() {
    return Builders.withBuilder(Appointment::builder)
        .use(GeneratedValues.uid())
        .in(Appointment.Builder::uid)
        .use(GeneratedValues.text())
        .in(Appointment.Builder::subject)
        .use(GeneratedValues.text())
        .in(Appointment.Builder::location)
        .use(timings())
        .in(Appointment.Builder::timing)
        .use(Arbitraries.of(BusyStatus.class))
        .in(Appointment.Builder::busyStatus)
        .use(Arbitraries.of(Sensitivity.class))
        .in(Appointment.Builder::sensitivity)
        .use(Arbitraries.of(Importance.class))
        .in(Appointment.Builder::importance)
        .use(GeneratedValues.categories())
        .in(Appointment.Builder::categories)
        .use(Arbitraries.of("", "red", "steelblue"))
        .in(Appointment.Builder::color)
        .use(reminders())
        .in(Appointment.Builder::reminder)
        .use(GeneratedValues.richBody())
        .in(Appointment.Builder::body)
        .use(meetings())
        .in(Appointment.Builder::meeting)
        .use(attendees())
        .in(Appointment.Builder::attendees)
        .use(GeneratedValues.attachment().list().ofMaxSize(2))
        .in(Appointment.Builder::attachments)
        .use(Arbitraries.of("", "https://example.org/a?b=c"))
        .in(Appointment.Builder::url)
        .use(Arbitraries.of("", "https://meet.example/123"))
        .in(Appointment.Builder::onlineMeetingUrl)
        .use(GeneratedValues.business())
        .in(Appointment.Builder::business)
        .use(GeneratedValues.userProperties())
        .in(Appointment.Builder::userProperties)
        .use(GeneratedValues.orNull(GeneratedValues.instant()))
        .in(Appointment.Builder::created)
        .use(GeneratedValues.orNull(GeneratedValues.instant()))
        .in(Appointment.Builder::modified)
        .build(Appointment.Builder::build);
  }

  private record Move(int days, int minutes, String subject) {}

  private static Arbitrary<List<Move>> moves() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(1, 60),
            GeneratedValues.text())
        .as(Move::new)
        .list()
        .ofMaxSize(3);
  }

  /** A series that begins on a date of its rule, as Outlook and iCalendar ask for. */
  private static Appointment series(
      Appointment single, @Nullable Recurrence recurrence, List<Move> moves) {
    if (recurrence == null) {
      return single;
    }
    LocalDate wanted = single.timing().start().toLocalDate();
    LocalDate first =
        Occurrences.of(recurrence.withStart(wanted).withEnd(RecurrenceEnd.NEVER))
            .first()
            .orElseThrow();
    Timing timing = later(single.timing(), ChronoUnit.DAYS.between(wanted, first));
    Recurrence fromStart =
        recurrence
            .withEnd(
                recurrence.end() instanceof RecurrenceEnd.ByDate
                    ? new RecurrenceEnd.ByDate(first.plusDays(400))
                    : recurrence.end())
            .withStart(first);
    Appointment whole = single.toBuilder().timing(timing).build();
    return whole.toBuilder()
        .recurrence(fromStart)
        .exceptions(exceptions(whole, fromStart, moves))
        .build();
  }

  private static Timing later(Timing timing, long days) {
    return new Timing(
        timing.start().plusDays(days),
        timing.end().plusDays(days),
        timing.allDay(),
        timing.startZone(),
        timing.endZone());
  }

  /** Every third occurrence is moved, none to the day of another or past it. */
  private static List<ExceptionalOccurrence> exceptions(
      Appointment single, Recurrence recurrence, List<Move> moves) {
    List<LocalDate> dates = Occurrences.of(recurrence).dates().limit(12).toList();
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    for (int i = 0; i < moves.size() && 3 * i + 2 < dates.size(); i++) {
      Move move = moves.get(i);
      LocalDate date = dates.get(3 * i + 1);
      long room = ChronoUnit.DAYS.between(date, dates.get(3 * i + 2));
      LocalDateTime original = date.atTime(single.timing().start().toLocalTime());
      exceptions.add(
          new ExceptionalOccurrence(
              original,
              single.toBuilder()
                  .timing(moved(single.timing(), original, move.days % room, move.minutes))
                  .subject(move.subject)
                  .build()));
    }
    return exceptions;
  }

  private static Timing moved(Timing timing, LocalDateTime original, long days, int minutes) {
    LocalDate day = original.toLocalDate().plusDays(days);
    if (timing.allDay()) {
      return Timing.allDay(day, day.plusDays(1), timing.startZone());
    }
    LocalDateTime start = day.atTime(original.toLocalTime().plusMinutes(minutes));
    return Timing.timed(start, start.plusMinutes(30), timing.startZone());
  }

  /** Every Outlook pattern that iCalendar has a rule for. */
  public static Arbitrary<Recurrence> recurrences() {
    Arbitrary<Integer> interval = Arbitraries.integers().between(1, 6);
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    Arbitrary<WeekIndex> index = Arbitraries.of(WeekIndex.class);
    Arbitrary<Month> month = Arbitraries.of(Month.class);
    Arbitrary<RecurrencePattern> pattern =
        Arbitraries.oneOf(
            interval.map(RecurrencePattern.Daily::new),
            Combinators.combine(interval, days).as(RecurrencePattern.Weekly::new),
            Combinators.combine(interval, Arbitraries.integers().between(1, 31))
                .as(RecurrencePattern.Monthly::new),
            Combinators.combine(interval, days, index).as(RecurrencePattern.MonthlyNth::new),
            Combinators.combine(interval, month, Arbitraries.integers().between(1, 28))
                .as(RecurrencePattern.Yearly::new),
            Combinators.combine(interval, month, days, index).as(RecurrencePattern.YearlyNth::new));
    Arbitrary<RecurrenceEnd> end =
        Arbitraries.oneOf(
            Arbitraries.just(RecurrenceEnd.NEVER),
            Arbitraries.integers().between(1, 60).map(RecurrenceEnd.AfterCount::new),
            Arbitraries.just(new RecurrenceEnd.ByDate(LocalDate.of(2060, 1, 1))));
    return Combinators.combine(pattern, end, Arbitraries.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY))
        .as(
            (p, e, first) ->
                Recurrence.of(p, LocalDate.of(2012, 1, 1), e).withFirstDayOfWeek(first));
  }

  /** All-day and timed, within one zone and across two. */
  public static Arbitrary<Timing> timings() {
    Arbitrary<Timing> timed =
        Combinators.combine(
                GeneratedValues.dateTime(),
                Arbitraries.integers().between(1, 3000),
                GeneratedValues.zone())
            .as((start, minutes, zone) -> Timing.timed(start, start.plusMinutes(minutes), zone));
    Arbitrary<Timing> acrossZones =
        Combinators.combine(
                GeneratedValues.dateTime(), GeneratedValues.zone(), GeneratedValues.zone())
            .as((start, a, b) -> new Timing(start, start.plusDays(2), false, a, b));
    Arbitrary<Timing> allDay =
        Combinators.combine(
                GeneratedValues.date(),
                Arbitraries.integers().between(1, 9),
                GeneratedValues.zone())
            .as((first, days, zone) -> Timing.allDay(first, first.plusDays(days), zone));
    return Arbitraries.oneOf(timed, allDay, acrossZones);
  }

  private static Arbitrary<Reminder> reminders() {
    return Arbitraries.oneOf(
        Arbitraries.just(Reminder.NONE),
        Arbitraries.integers().between(0, 20_160).map(Reminder::before));
  }

  private static Arbitrary<Meeting> meetings() {
    Arbitrary<Meeting> some =
        Combinators.combine(
                Arbitraries.of(MeetingStatus.MEETING, MeetingStatus.RECEIVED),
                GeneratedValues.person(),
                Arbitraries.integers().between(0, 5),
                Arbitraries.of(ResponseStatus.class),
                GeneratedValues.orNull(GeneratedValues.instant()))
            .as(
                (status, organizer, sequence, response, reply) ->
                    new Meeting(status, organizer, null, sequence, response, reply, false));
    return Arbitraries.oneOf(Arbitraries.just(Meeting.NONE), some);
  }

  private static Arbitrary<List<Attendee>> attendees() {
    return Combinators.combine(
            GeneratedValues.person(),
            Arbitraries.of(AttendeeType.REQUIRED, AttendeeType.OPTIONAL, AttendeeType.RESOURCE),
            Arbitraries.of(
                ResponseStatus.NOT_RESPONDED,
                ResponseStatus.ACCEPTED,
                ResponseStatus.DECLINED,
                ResponseStatus.TENTATIVE))
        .as(Attendee::new)
        .list()
        .uniqueElements(Attendee::key)
        .ofMaxSize(3);
  }

  public static Arbitrary<Task> tasks() {
    return Builders.withBuilder(Task::builder)
        .use(GeneratedValues.uid())
        .in(Task.Builder::uid)
        .use(GeneratedValues.text())
        .in(Task.Builder::subject)
        .use(GeneratedValues.richBody())
        .in(Task.Builder::body)
        .use(GeneratedValues.orNull(GeneratedValues.date()))
        .in(Task.Builder::startDate)
        .use(GeneratedValues.orNull(GeneratedValues.date()))
        .in(Task.Builder::dueDate)
        .use(progress())
        .in(
            (b, p) ->
                b.status(p.status())
                    .percentComplete(p.percentComplete())
                    .dateCompleted(p.dateCompleted()))
        .use(Arbitraries.of(Importance.class))
        .in(Task.Builder::importance)
        .use(Arbitraries.of(Sensitivity.class))
        .in(Task.Builder::sensitivity)
        .use(GeneratedValues.categories())
        .in(Task.Builder::categories)
        .use(GeneratedValues.orNull(GeneratedValues.instant()))
        .in(Task.Builder::reminder)
        .use(GeneratedValues.orNull(recurrences()))
        .in(Task.Builder::recurrence)
        .use(GeneratedValues.text())
        .in(Task.Builder::owner)
        .use(GeneratedValues.text())
        .in(Task.Builder::delegator)
        .use(Arbitraries.of(DelegationState.class))
        .in(Task.Builder::delegationState)
        .use(GeneratedValues.text())
        .in(Task.Builder::role)
        .use(Arbitraries.of(true, false))
        .in(Task.Builder::teamTask)
        .use(Arbitraries.integers().between(0, 9_999))
        .in(Task.Builder::totalWork)
        .use(Arbitraries.integers().between(0, 9_999))
        .in(Task.Builder::actualWork)
        .use(Arbitraries.of("", "parent@example.org"))
        .in(Task.Builder::parentUid)
        .use(GeneratedValues.attachment().list().ofMaxSize(2))
        .in(Task.Builder::attachments)
        .use(Arbitraries.of("", "https://example.org/task"))
        .in(Task.Builder::url)
        .use(GeneratedValues.business())
        .in(Task.Builder::business)
        .use(GeneratedValues.userProperties())
        .in(Task.Builder::userProperties)
        .use(GeneratedValues.orNull(GeneratedValues.instant()))
        .in(Task.Builder::modified)
        .build(Task.Builder::build);
  }

  private static Arbitrary<TaskProgress> progress() {
    Arbitrary<TaskProgress> open =
        Combinators.combine(
                Arbitraries.of(
                    TaskStatus.NOT_STARTED,
                    TaskStatus.IN_PROGRESS,
                    TaskStatus.WAITING,
                    TaskStatus.DEFERRED),
                Arbitraries.integers().between(0, 99))
            .as((status, percent) -> new TaskProgress(status, percent, null));
    Arbitrary<TaskProgress> done =
        GeneratedValues.date().map(d -> new TaskProgress(TaskStatus.COMPLETE, 100, d));
    return Arbitraries.oneOf(open, done);
  }

  public static Arbitrary<Contact> contacts() {
    return GeneratedPeople.contacts();
  }

  public static Arbitrary<DistributionList> distributionLists() {
    return GeneratedPeople.distributionLists();
  }
}
