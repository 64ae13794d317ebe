package org.tandemsync.convert.calendar;

import static org.tandemsync.convert.calendar.Events.WEST;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Body;
import org.tandemsync.items.Business;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Categories;
import org.tandemsync.items.DelegationState;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Person;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.items.Zone;

/** Appointments and tasks as Outlook could have them. */
final class CalendarArbitraries {
  private CalendarArbitraries() {}

  static Arbitrary<String> texts() {
    return Arbitraries.of(
            "Lunch",
            "ä",
            "😀",
            ",",
            ";",
            "\\",
            "\n",
            ":",
            "\"",
            "<b>",
            "</b>",
            "a < b",
            " x",
            "Cancelled: ",
            "1",
            "\\n",
            "&amp;",
            "very long text that must be folded, and again")
        .list()
        .ofMaxSize(8)
        .map(l -> String.join("", l).stripTrailing());
  }

  static Arbitrary<Body> bodies() {
    return Arbitraries.oneOf(
        texts().map(Body::plain),
        Combinators.combine(texts(), Arbitraries.of("<p>a</p>", "<html><b>x, y; z\n</b></html>"))
            .as(Body::new));
  }

  static Arbitrary<LocalDate> dates() {
    return Arbitraries.integers().between(0, 4000).map(n -> LocalDate.of(2019, 1, 1).plusDays(n));
  }

  static Arbitrary<Zone> zones() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Arbitraries.just(WEST)),
        net.jqwik.api.Tuple.of(
            2,
            Arbitraries.of(
                    "Tokyo Standard Time",
                    "Eastern Standard Time",
                    "UTC",
                    "India Standard Time",
                    "Israel Standard Time",
                    "Egypt Standard Time",
                    "Morocco Standard Time",
                    "AUS Eastern Standard Time",
                    "Antarctica/Troll",
                    "UTC+05:45",
                    "Russian Standard Time")
                .map(Zone::new)));
  }

  static Arbitrary<Timing> timings() {
    Arbitrary<Timing> timed =
        Combinators.combine(
                dates(),
                Arbitraries.integers().between(4 * 4, 23 * 4),
                Arbitraries.integers().between(0, 96),
                zones(),
                zones(),
                Arbitraries.of(true, true, false))
            .as(
                (date, quarter, length, start, end, sameZone) -> {
                  LocalDateTime from = date.atTime(LocalTime.MIDNIGHT).plusMinutes(15L * quarter);
                  LocalDateTime to = from.plusMinutes(15L * length);
                  return sameZone
                      ? new Timing(from, to, false, start, start)
                      : new Timing(from, to.plusDays(2), false, start, end);
                });
    Arbitrary<Timing> allDay =
        Combinators.combine(dates(), Arbitraries.integers().between(1, 5))
            .as((date, days) -> Timing.allDay(date, date.plusDays(days), WEST));
    return Arbitraries.oneOf(timed, timed, allDay);
  }

  static Arbitrary<RecurrencePattern> patterns() {
    Arbitrary<Integer> interval = Arbitraries.integers().between(1, 4);
    Arbitrary<Integer> day = Arbitraries.integers().between(1, 31);
    Arbitrary<Month> month = Arbitraries.of(Month.class);
    Arbitrary<WeekIndex> index = Arbitraries.of(WeekIndex.class);
    Arbitrary<Set<DayOfWeek>> mask = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    return Arbitraries.oneOf(
        interval.map(RecurrencePattern.Daily::new),
        Combinators.combine(interval, mask).as(RecurrencePattern.Weekly::new),
        Combinators.combine(interval, day).as(RecurrencePattern.Monthly::new),
        Combinators.combine(interval, mask, index).as(RecurrencePattern.MonthlyNth::new),
        Combinators.combine(interval, month, day)
            .as((n, m, d) -> new RecurrencePattern.Yearly(n, m, Math.min(d, m.maxLength()))),
        Combinators.combine(interval, month, mask, index).as(RecurrencePattern.YearlyNth::new));
  }

  /** A rule from around the date, which moves to the first occurrence. */
  static Arbitrary<Recurrence> recurrences(LocalDate from) {
    return Combinators.combine(
            patterns(),
            Arbitraries.of(DayOfWeek.class),
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 30).set().ofMaxSize(3))
        .as(
            (pattern, firstDay, size, kind, deleted) -> {
              Recurrence endless =
                  Recurrence.of(pattern, from, RecurrenceEnd.NEVER).withFirstDayOfWeek(firstDay);
              Recurrence moved = endless.withStart(Occurrences.of(endless).first().orElseThrow());
              List<LocalDate> dates = Occurrences.of(moved).all().limit(41).toList();
              Recurrence ended =
                  switch (kind) {
                    case 0 -> moved;
                    case 1 -> moved.withEnd(new RecurrenceEnd.AfterCount(size + 1));
                    default -> moved.withEnd(new RecurrenceEnd.ByDate(dates.get(size)));
                  };
              int last = kind == 0 ? 40 : size;
              return ended.withDeleted(
                  deleted.stream().filter(i -> i <= last).map(dates::get).toList());
            });
  }

  static Arbitrary<Person> people() {
    return Combinators.combine(
            Arbitraries.of("", "Ann", "Doe, John", "Ä; \"x\": y^n"),
            Arbitraries.of("a@x.example", "b@x.example", "c.d+e@y.example", "Ann@x.example"))
        .as(Person::new);
  }

  static Arbitrary<List<Attendee>> attendees() {
    return Combinators.combine(
            people(),
            Arbitraries.of(AttendeeType.REQUIRED, AttendeeType.OPTIONAL, AttendeeType.RESOURCE),
            Arbitraries.of(
                ResponseStatus.NONE,
                ResponseStatus.ACCEPTED,
                ResponseStatus.DECLINED,
                ResponseStatus.TENTATIVE))
        .as(Attendee::new)
        .list()
        .ofMaxSize(4)
        .uniqueElements(Attendee::key);
  }

  private static final Person ME = new Person("Me", "me@corp.example");
  private static final Person BOSS = new Person("Boss", "boss@x.example");

  static Arbitrary<Meeting> meetings() {
    return Combinators.combine(
            Arbitraries.of(MeetingStatus.class),
            Arbitraries.integers().between(0, 9),
            Arbitraries.of(
                ResponseStatus.ACCEPTED,
                ResponseStatus.TENTATIVE,
                ResponseStatus.DECLINED,
                ResponseStatus.NOT_RESPONDED),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (status, sequence, response, other, sent) ->
                switch (status) {
                  case NON_MEETING -> Meeting.NONE;
                  // an organizer that we do not know to be the user: another own address
                  case MEETING, CANCELED ->
                      new Meeting(
                          status,
                          other ? new Person("", "me@old.example") : ME,
                          sent ? new Person("Aide", "aide@corp.example") : null,
                          sequence,
                          ResponseStatus.ORGANIZED,
                          null,
                          !other);
                  case RECEIVED, RECEIVED_AND_CANCELED ->
                      new Meeting(
                          status,
                          BOSS,
                          null,
                          sequence,
                          response,
                          sent ? Instant.parse("2024-06-01T10:00:00Z") : null,
                          other);
                });
  }

  static Arbitrary<Appointment> single() {
    return Combinators.combine(
            Combinators.combine(texts(), texts(), bodies(), timings()).as(Texts::new),
            Arbitraries.of(BusyStatus.class),
            Arbitraries.of(Sensitivity.class),
            Arbitraries.of(Importance.class),
            Arbitraries.of("Work", "Home", "Smith, Jones", "ä").set().map(Categories::of),
            Arbitraries.integers().between(-1, 3000),
            meetings(),
            attendees())
        .as(
            (texts, busy, sensitivity, importance, categories, reminder, meeting, attendees) ->
                Appointment.builder()
                    .uid("u1")
                    .subject(texts.subject)
                    .location(texts.location)
                    .body(texts.body)
                    .timing(texts.timing)
                    .busyStatus(busy)
                    .sensitivity(sensitivity)
                    .importance(importance)
                    .categories(categories)
                    .url(reminder % 2 == 0 ? "https://x.example/a;b,c" : "")
                    .reminder(reminder < 0 ? Reminder.NONE : Reminder.before(reminder))
                    .meeting(meeting)
                    .attendees(withMe(attendees, meeting))
                    .build())
        .flatMap(
            item ->
                Combinators.combine(
                        Arbitraries.of("", "red", "steelblue", "purple", "palevioletred"),
                        Arbitraries.of(
                            "", "https://meet.example/a;b,c", "sip:a b", "http://x/?y=\"1\""),
                        attachments(),
                        businesses(),
                        userProperties())
                    .as(
                        (color, online, attachments, business, properties) ->
                            item.toBuilder()
                                .color(color)
                                .onlineMeetingUrl(online)
                                .attachments(attachments)
                                .business(business)
                                .userProperties(properties)
                                .build()));
  }

  static Arbitrary<List<Attachment>> attachments() {
    return Combinators.combine(
            Arbitraries.of("a.txt", "b,c; \"d\".pdf", "ä.png"),
            Arbitraries.of("", "text/plain", "image/png"),
            Arbitraries.of(
                "",
                "x",
                "\u0000\u00FF and a text that is long enough to be folded",
                "big ".repeat(20)),
            Arbitraries.of("", "", "", "https://x.example/a?b=c;d,e", "C:\\Users\\me\\ä.txt"))
        .as(
            (name, type, content, uri) ->
                new Attachment(
                    name,
                    type,
                    uri.isEmpty()
                        ? Bytes.of(content.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        : Bytes.EMPTY,
                    uri))
        .list()
        .ofMaxSize(3);
  }

  static Arbitrary<Business> businesses() {
    return Combinators.combine(
            Arbitraries.of("", "A/1; x"),
            Arbitraries.of("", "12 km"),
            Arbitraries.of("ACME, Inc.", "Ä").list().ofMaxSize(2),
            Arbitraries.of("Ann", "Doe, John").list().ofMaxSize(2))
        .as(Business::new);
  }

  static Arbitrary<java.util.Map<String, String>> userProperties() {
    return Arbitraries.maps(
            Arbitraries.of("Room", "My Field", "Größe; \"x\":=,", "room no"),
            Arbitraries.of("12", "a,b;c\\n\nd", ""))
        .ofMaxSize(3);
  }

  private record Texts(String subject, String location, Body body, Timing timing) {}

  /** A received meeting that was answered has the user among its attendees. */
  private static List<Attendee> withMe(List<Attendee> attendees, Meeting meeting) {
    List<Attendee> all = new ArrayList<>(attendees);
    if (EventMeeting.isReceived(meeting.status())) {
      all.add(new Attendee(ME, AttendeeType.REQUIRED, ResponseStatus.NONE));
    }
    return all;
  }

  /** Single appointments and series with changed and deleted occurrences. */
  static Arbitrary<Appointment> appointments() {
    Arbitrary<Appointment> series =
        Combinators.combine(
                single(), single().list().ofMaxSize(2), Arbitraries.integers().between(0, 20))
            .flatAs(
                (item, changed, offset) ->
                    recurrences(item.timing().start().toLocalDate())
                        .map(rule -> series(item, rule, changed, offset)));
    return Arbitraries.oneOf(single(), series);
  }

  private static Appointment series(
      Appointment item, Recurrence rule, List<Appointment> changed, int offset) {
    Timing old = item.timing();
    long days = rule.start().toEpochDay() - old.start().toLocalDate().toEpochDay();
    Timing timing =
        new Timing(
            old.start().plusDays(days),
            old.end().plusDays(days),
            old.allDay(),
            old.startZone(),
            old.endZone());
    List<LocalDate> dates = Occurrences.of(rule).all().limit(offset + 3L).toList();
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    TreeSet<LocalDate> deleted = new TreeSet<>(rule.deleted());
    for (int i = 0; i < changed.size() && i < dates.size(); i++) {
      LocalDate date = dates.get(dates.size() - 1 - i);
      deleted.remove(date);
      Appointment occurrence =
          changed.get(i).toBuilder()
              .sensitivity(item.sensitivity())
              .categories(item.categories())
              .meeting(item.meeting())
              .attendees(item.attendees())
              .color(item.color())
              .onlineMeetingUrl(item.onlineMeetingUrl())
              .business(item.business())
              .userProperties(item.userProperties())
              .attachments(
                  changed.get(i).attachments().isEmpty()
                      ? item.attachments()
                      : changed.get(i).attachments())
              .build();
      exceptions.add(
          new ExceptionalOccurrence(date.atTime(timing.start().toLocalTime()), occurrence));
    }
    return item.toBuilder()
        .timing(timing)
        .recurrence(rule.withDeleted(deleted))
        .exceptions(exceptions)
        .build();
  }

  static Arbitrary<Task> tasks() {
    return Combinators.combine(
            texts(),
            bodies(),
            dates().injectNull(0.3),
            Arbitraries.integers().between(-1, 20),
            Combinators.combine(
                    Arbitraries.of(TaskStatus.class),
                    Arbitraries.integers().between(0, 99),
                    dates().injectNull(0.5))
                .as(TaskArbitrary::new),
            Arbitraries.of(Importance.class),
            Arbitraries.of(Sensitivity.class),
            Arbitraries.integers().between(-1, 5000))
        .flatAs(
            (subject, body, start, length, progress, importance, sensitivity, reminder) -> {
              LocalDate first = start == null ? LocalDate.of(2024, 6, 10) : start;
              LocalDate due = length < 0 ? null : first.plusDays(length);
              Task.Builder task =
                  Task.builder()
                      .uid("u1")
                      .subject(subject)
                      .body(body)
                      .startDate(start)
                      .dueDate(due)
                      .importance(importance)
                      .sensitivity(sensitivity)
                      .categories(Categories.of("Work"))
                      .parentUid(length % 3 == 0 ? "p,1" : "")
                      .reminder(
                          reminder < 0
                              ? null
                              : first
                                  .atStartOfDay(Events.VIENNA)
                                  .toInstant()
                                  .minusSeconds(60L * reminder));
              progress.into(task);
              Task plain = task.build();
              return Arbitraries.oneOf(
                  Arbitraries.just(plain), recurrences(first).map(rule -> recurring(plain, rule)));
            })
        .flatMap(
            task ->
                Combinators.combine(
                        Arbitraries.of("", "Ann; Lee"),
                        Arbitraries.of(DelegationState.class),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 600),
                        attachments(),
                        businesses(),
                        userProperties())
                    .as(
                        (name, state, team, work, attachments, business, properties) ->
                            task.toBuilder()
                                .owner(name)
                                .delegator(name)
                                .role(name)
                                .delegationState(state)
                                .teamTask(team)
                                .totalWork(work)
                                .actualWork(work / 2)
                                .attachments(attachments)
                                .business(business)
                                .userProperties(properties)
                                .build()));
  }

  /** A series of tasks, sometimes one that has moved on from the first occurrence. */
  private static Task recurring(Task task, Recurrence rule) {
    if (task.startDate() == null) {
      return task.toBuilder().dueDate(null).recurrence(rule).build();
    }
    List<LocalDate> dates = Occurrences.of(rule).all().limit(2).toList();
    LocalDate start = dates.getLast();
    Recurrence kept =
        rule.withDeleted(rule.deleted().stream().filter(d -> !d.isBefore(start)).toList());
    return task.toBuilder().startDate(start).dueDate(start).recurrence(kept).build();
  }

  private record TaskArbitrary(
      TaskStatus status, int percent, @org.jspecify.annotations.Nullable LocalDate completed) {
    void into(Task.Builder task) {
      boolean complete = status == TaskStatus.COMPLETE;
      task.status(status)
          .percentComplete(complete ? 100 : percent)
          .dateCompleted(complete ? completed : null);
    }
  }
}
