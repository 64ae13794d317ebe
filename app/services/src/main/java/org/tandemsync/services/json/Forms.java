package org.tandemsync.services.json;

import static org.tandemsync.services.json.Form.object;
import static org.tandemsync.services.json.Form.word;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Body;
import org.tandemsync.items.Business;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Categories;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Member;
import org.tandemsync.items.Person;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.Photo;
import org.tandemsync.items.PostalAddress;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.TaskProgress;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.items.YomiName;
import org.tandemsync.items.Zone;

/** The JSON of what items are made of. */
final class Forms {
  private Forms() {}

  static final Form<Zone> ZONE = Form.text(Zone::id, Zone::new);

  static final Form<Body> BODY =
      object(
          (out, b) -> out.text("plain", b.plain()).text("html", b.html()),
          in -> new Body(in.text("plain"), in.text("html")));

  static final Form<Categories> CATEGORIES =
      Form.of(
          (out, c) -> Form.list(Form.TEXT).write(out, c.names()),
          json -> Categories.of(Form.list(Form.TEXT).read(json)));

  /** The end zone is left out where it is the start zone. */
  static final Form<Timing> TIMING =
      object(
          (out, t) ->
              out.value("start", t.start(), Form.DATE_TIME)
                  .value("end", t.end(), Form.DATE_TIME)
                  .flag("all-day", t.allDay())
                  .value("start-zone", t.startZone(), ZONE)
                  .unless(t.startZone(), "end-zone", t.endZone(), ZONE),
          in -> {
            Zone start = in.or(Zone.UTC, "start-zone", ZONE);
            return new Timing(
                in.needed("start", Form.DATE_TIME),
                in.needed("end", Form.DATE_TIME),
                in.flag("all-day"),
                start,
                in.or(start, "end-zone", ZONE));
          });

  static final Form<Reminder> REMINDER =
      object(
          (out, r) -> out.flag("set", r.set()).number("minutes-before", r.minutesBefore()),
          in -> new Reminder(in.flag("set"), in.number("minutes-before")));

  static final Form<Person> PERSON =
      object(
          (out, p) -> out.text("name", p.name()).text("address", p.address()),
          in -> new Person(in.text("name"), in.text("address")));

  static final Form<ResponseStatus> RESPONSE = word(ResponseStatus.class);

  static final Form<Meeting> MEETING =
      object(
          (out, m) ->
              out.unless(MeetingStatus.NON_MEETING, "status", m.status(), word(MeetingStatus.class))
                  .value("organizer", m.organizer(), PERSON)
                  .value("sender", m.sender(), PERSON)
                  .number("sequence", m.sequence())
                  .unless(ResponseStatus.NONE, "own-response", m.ownResponse(), RESPONSE)
                  .value("reply-time", m.replyTime(), Form.INSTANT)
                  .flag("invited", m.invited()),
          in ->
              new Meeting(
                  in.or(MeetingStatus.NON_MEETING, "status", word(MeetingStatus.class)),
                  in.value("organizer", PERSON),
                  in.value("sender", PERSON),
                  in.number("sequence"),
                  in.or(ResponseStatus.NONE, "own-response", RESPONSE),
                  in.value("reply-time", Form.INSTANT),
                  in.flag("invited")));

  static final Form<Attendee> ATTENDEE =
      object(
          (out, a) ->
              out.text("name", a.person().name())
                  .text("address", a.person().address())
                  .value("type", a.type(), word(AttendeeType.class))
                  .unless(ResponseStatus.NONE, "response", a.response(), RESPONSE),
          in ->
              new Attendee(
                  new Person(in.text("name"), in.text("address")),
                  in.or(AttendeeType.REQUIRED, "type", word(AttendeeType.class)),
                  in.or(ResponseStatus.NONE, "response", RESPONSE)));

  static final Form<Attachment> ATTACHMENT =
      object(
          (out, a) ->
              out.text("name", a.name())
                  .text("content-type", a.contentType())
                  .unless(Bytes.EMPTY, "content", a.content(), Form.BYTES)
                  .text("uri", a.uri()),
          in ->
              new Attachment(
                  in.text("name"),
                  in.text("content-type"),
                  in.or(Bytes.EMPTY, "content", Form.BYTES),
                  in.text("uri")));

  static final Form<Business> BUSINESS =
      object(
          (out, b) ->
              out.text("billing-information", b.billingInformation())
                  .text("mileage", b.mileage())
                  .list("companies", b.companies(), Form.TEXT)
                  .list("contact-names", b.contactNames(), Form.TEXT),
          in ->
              new Business(
                  in.text("billing-information"),
                  in.text("mileage"),
                  in.list("companies", Form.TEXT),
                  in.list("contact-names", Form.TEXT)));

  private static final Form<DayOfWeek> DAY = word(DayOfWeek.class);
  private static final Form<Month> MONTH = word(Month.class);
  private static final Form<WeekIndex> WEEK = word(WeekIndex.class);
  private static final Form<RecurrencePattern.Unit> UNIT = word(RecurrencePattern.Unit.class);

  static final Form<RecurrencePattern> PATTERN = object(Forms::write, Forms::pattern);

  private static void write(Out out, RecurrencePattern pattern) {
    String type =
        switch (pattern) {
          case RecurrencePattern.Daily p -> "daily";
          case RecurrencePattern.Weekly p -> "weekly";
          case RecurrencePattern.Monthly p -> "monthly";
          case RecurrencePattern.MonthlyNth p -> "monthly-nth";
          case RecurrencePattern.Yearly p -> "yearly";
          case RecurrencePattern.YearlyNth p -> "yearly-nth";
          case RecurrencePattern.Regenerating p -> "regenerating";
        };
    out.text("type", type).unless(1, "interval", pattern.interval(), Form.NUMBER);
    switch (pattern) {
      case RecurrencePattern.Daily p -> {}
      case RecurrencePattern.Weekly p -> out.list("days", p.days(), DAY);
      case RecurrencePattern.Monthly p -> out.number("day", p.day());
      case RecurrencePattern.MonthlyNth p ->
          out.list("days", p.days(), DAY).value("index", p.index(), WEEK);
      case RecurrencePattern.Yearly p ->
          out.value("month", p.month(), MONTH).number("day", p.day());
      case RecurrencePattern.YearlyNth p ->
          out.value("month", p.month(), MONTH)
              .list("days", p.days(), DAY)
              .value("index", p.index(), WEEK);
      case RecurrencePattern.Regenerating p -> out.value("unit", p.unit(), UNIT);
    }
  }

  private static RecurrencePattern pattern(In in) {
    int interval = in.or(1, "interval", Form.NUMBER);
    String type = in.text("type");
    return switch (type) {
      case "daily" -> new RecurrencePattern.Daily(interval);
      case "weekly" -> new RecurrencePattern.Weekly(interval, days(in));
      case "monthly" -> new RecurrencePattern.Monthly(interval, in.number("day"));
      case "monthly-nth" ->
          new RecurrencePattern.MonthlyNth(interval, days(in), in.needed("index", WEEK));
      case "yearly" ->
          new RecurrencePattern.Yearly(interval, in.needed("month", MONTH), in.number("day"));
      case "yearly-nth" ->
          new RecurrencePattern.YearlyNth(
              interval, in.needed("month", MONTH), days(in), in.needed("index", WEEK));
      case "regenerating" -> new RecurrencePattern.Regenerating(interval, in.needed("unit", UNIT));
      default -> throw new IllegalArgumentException("'" + type + "' is no type of recurrence");
    };
  }

  private static Set<DayOfWeek> days(In in) {
    return new TreeSet<>(in.list("days", DAY));
  }

  /** Without an end the series goes on for ever. */
  static final Form<Recurrence> RECURRENCE =
      object(
          (out, r) -> {
            out.value("pattern", r.pattern(), PATTERN).value("start", r.start(), Form.DATE);
            switch (r.end()) {
              case RecurrenceEnd.Never never -> {}
              case RecurrenceEnd.AfterCount(int count) -> out.number("count", count);
              case RecurrenceEnd.ByDate(var last) -> out.value("until", last, Form.DATE);
            }
            out.unless(DayOfWeek.MONDAY, "first-day-of-week", r.firstDayOfWeek(), DAY)
                .list("deleted", r.deleted(), Form.DATE)
                .number("calendar-type", r.calendarType());
          },
          in ->
              new Recurrence(
                  in.needed("pattern", PATTERN),
                  in.needed("start", Form.DATE),
                  end(in),
                  in.or(DayOfWeek.MONDAY, "first-day-of-week", DAY),
                  new TreeSet<>(in.list("deleted", Form.DATE)),
                  in.number("calendar-type")));

  private static RecurrenceEnd end(In in) {
    var last = in.value("until", Form.DATE);
    if (last != null) {
      return new RecurrenceEnd.ByDate(last);
    }
    int count = in.number("count");
    return count == 0 ? RecurrenceEnd.NEVER : new RecurrenceEnd.AfterCount(count);
  }

  static final Form<TaskProgress> PROGRESS =
      object(
          (out, p) ->
              out.value("status", p.status(), word(TaskStatus.class))
                  .number("percent-complete", p.percentComplete())
                  .value("date-completed", p.dateCompleted(), Form.DATE),
          in ->
              new TaskProgress(
                  in.or(TaskStatus.NOT_STARTED, "status", word(TaskStatus.class)),
                  in.number("percent-complete"),
                  in.value("date-completed", Form.DATE)));

  static final Form<PersonName> NAME =
      object(
          (out, n) ->
              out.text("title", n.title())
                  .text("first", n.first())
                  .text("middle", n.middle())
                  .text("last", n.last())
                  .text("suffix", n.suffix()),
          in ->
              new PersonName(
                  in.text("title"),
                  in.text("first"),
                  in.text("middle"),
                  in.text("last"),
                  in.text("suffix")));

  static final Form<YomiName> YOMI =
      object(
          (out, y) ->
              out.text("first", y.first()).text("last", y.last()).text("company", y.company()),
          in -> new YomiName(in.text("first"), in.text("last"), in.text("company")));

  static final Form<EmailAddress> EMAIL =
      object(
          (out, e) -> out.text("address", e.address()).text("display-name", e.displayName()),
          in -> new EmailAddress(in.text("address"), in.text("display-name")));

  static final Form<PostalAddress> ADDRESS =
      object(
          (out, a) ->
              out.text("street", a.street())
                  .text("city", a.city())
                  .text("state", a.state())
                  .text("postal-code", a.postalCode())
                  .text("country", a.country())
                  .text("post-office-box", a.postOfficeBox())
                  .text("country-code", a.countryCode()),
          in ->
              new PostalAddress(
                  in.text("street"),
                  in.text("city"),
                  in.text("state"),
                  in.text("postal-code"),
                  in.text("country"),
                  in.text("post-office-box"),
                  in.text("country-code")));

  static final Form<Photo> PHOTO =
      object(
          (out, p) ->
              out.text("content-type", p.contentType()).value("content", p.content(), Form.BYTES),
          in -> new Photo(in.needed("content", Form.BYTES), in.text("content-type")));

  static final Form<Member> MEMBER =
      object(
          (out, m) -> out.text("name", m.name()).text("address", m.address()).text("uid", m.uid()),
          in -> new Member(in.text("name"), in.text("address"), in.text("uid")));
}
