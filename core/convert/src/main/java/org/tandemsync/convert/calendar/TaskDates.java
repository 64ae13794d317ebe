package org.tandemsync.convert.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Zone;

/**
 * The dates of a VTODO. Outlook's tasks have dates, other clients also times: a time of day stays
 * while its date does, and moves along with it.
 */
final class TaskDates {
  /** On a DTSTART that is there for the rule only: the task itself has no start. */
  static final String FOR_THE_RULE = "X-TANDEM-FOR-RULE";

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private TaskDates() {}

  private static Zone userZone(Context context) {
    return context.zones().ownName();
  }

  private static Optional<Moment> moment(Component todo, String name, Context context) {
    ContentLine line = todo.first(name);
    Optional<Moment> moment = TimeLine.read(line, userZone(context), context);
    if (line != null && moment.isEmpty() && !line.value().isBlank()) {
      context.lose(
          LossKind.BAD_DATE,
          name.equals("DUE") ? "due-date" : "start-date",
          "line " + line.lineNumber() + ": no date: " + line);
    }
    return moment;
  }

  /** The user's date of a moment. */
  static LocalDate date(Moment moment, Context context) {
    return moment.isDate() || moment.zone().equals(userZone(context))
        ? moment.date()
        : context.zones().instant(moment).atZone(context.userZone()).toLocalDate();
  }

  /** The start of a rule: by the user's clock, where its own has another date. */
  static Moment counted(Moment start, Context context) {
    return date(start, context).equals(start.date()) ? start : atHome(start, context);
  }

  private static Moment atHome(Moment moment, Context context) {
    Zone home = userZone(context);
    LocalDateTime wall =
        context.zones().instant(moment).atZone(context.zones().rules(home)).toLocalDateTime();
    return new Moment(wall, home, false);
  }

  /**
   * Respells times that a rule is about to count from. The rule has the user's days: in UTC they
   * would shift with the clocks, or be other days altogether.
   */
  static void countAtHome(Component todo, @Nullable Recurrence rule, Context context) {
    Moment start =
        TimeLine.read(RecurrenceRule.startLine(todo), Zone.UTC, context)
            .filter(m -> !m.isDate() && !m.zone().equals(userZone(context)))
            .filter(m -> m.zone().equals(Zone.UTC) || !date(m, context).equals(m.date()))
            .orElse(null);
    if (start == null || rule == null || RuleWriter.write(rule).isEmpty()) {
      return;
    }
    for (String name : List.of("DTSTART", "DUE")) {
      ContentLine line = todo.first(name);
      TimeLine.read(line, Zone.UTC, context)
          .filter(m -> !m.isDate())
          .map(m -> TimeLine.write(name, line, atHome(m, context), Zone.UTC, context))
          .ifPresent(todo::put);
    }
  }

  static @Nullable LocalDate start(Component todo, Context context) {
    ContentLine line = todo.first("DTSTART");
    if (line != null && line.hasParameter(FOR_THE_RULE, "TRUE")) {
      return null;
    }
    Optional<Moment> start = moment(todo, "DTSTART", context);
    start.ifPresent(m -> loseTime(m, "start-date", context));
    return start.map(m -> date(m, context)).orElse(null);
  }

  static @Nullable LocalDate due(Component todo, Context context) {
    Optional<Moment> moment = dueMoment(todo, context);
    moment.ifPresent(m -> loseTime(m, "due-date", context));
    LocalDate due = moment.map(m -> date(m, context)).orElse(null);
    LocalDate start = start(todo, context);
    if (due != null && start != null && due.isBefore(start)) {
      context.lose(LossKind.DUE_BEFORE_START, "due-date", "due on " + due + ", before " + start);
      return null;
    }
    return due;
  }

  /** The first and the last instant of a day are how programs without dates say a date. */
  private static void loseTime(Moment moment, String field, Context context) {
    LocalTime time = moment.isDate() ? LocalTime.MIDNIGHT : localTime(moment, context);
    if (!time.equals(LocalTime.MIDNIGHT) && !time.equals(END_OF_DAY)) {
      context.lose(LossKind.TIME_OF_DAY_NOT_SHOWN, field, "at " + time);
    }
  }

  /** DUE, or what DTSTART and DURATION make. */
  private static Optional<Moment> dueMoment(Component todo, Context context) {
    Optional<Moment> due = moment(todo, "DUE", context);
    ContentLine duration = todo.first("DURATION");
    if (due.isPresent() || duration == null) {
      return due;
    }
    Optional<DurationValue> length = DurationValue.parse(duration.value());
    return moment(todo, "DTSTART", context)
        .flatMap(
            start ->
                length.map(
                    l ->
                        new Moment(
                            start.wall().plusSeconds(l.totalSeconds()),
                            start.zone(),
                            start.isDate())));
  }

  static Optional<Instant> startInstant(Component todo, Context context) {
    return moment(todo, "DTSTART", context).map(context.zones()::instant);
  }

  static Optional<Instant> dueInstant(Component todo, Context context) {
    return dueMoment(todo, context).map(context.zones()::instant);
  }

  static void writeStart(Component todo, @Nullable LocalDate wanted, Context context) {
    if (wanted == null) {
      dueForDuration(todo, context); // nothing is left that a DURATION could count from
    }
    write(todo, "DTSTART", "DUE", LocalTime.MIDNIGHT, wanted, context);
  }

  static void writeDue(Component todo, @Nullable LocalDate wanted, Context context) {
    dueForDuration(todo, context);
    write(todo, "DUE", "DTSTART", END_OF_DAY, wanted, context);
  }

  /** DUE in the place of a DURATION, at the same time. */
  private static void dueForDuration(Component todo, Context context) {
    ContentLine start = todo.first("DTSTART");
    Optional<Moment> due = dueMoment(todo, context);
    if (start != null && due.isPresent() && todo.first("DUE") == null) {
      todo.put(TimeLine.write("DUE", start, due.get(), userZone(context), context));
    }
    todo.removeLines(l -> l.is("DURATION"));
  }

  /** A new line has the value type of its partner, as RFC 5545 3.8.2.3 wants. */
  private static void write(
      Component todo,
      String name,
      String partner,
      LocalTime timeOfDay,
      @Nullable LocalDate wanted,
      Context context) {
    ContentLine line = todo.first(name);
    if (wanted == null) {
      todo.removeLines(l -> l.is(name));
      return;
    }
    ContentLine like = line == null ? todo.first(partner) : line;
    if (like == null && context.settings().calendar().tasks().floatingTimes()) {
      todo.add(ContentLine.of(name, DateTimeValue.local(wanted.atTime(timeOfDay))));
      return;
    }
    Optional<Moment> form = TimeLine.read(like, userZone(context), context);
    if (like == null || form.isEmpty() || form.get().isDate()) {
      ContentLine base =
          line == null
              ? ContentLine.of(name, "", Parameter.of("VALUE", List.of("DATE")))
              : line.withoutParameter("TZID").withParameter("VALUE", "DATE");
      todo.put(base.withValue(DateTimeValue.date(wanted)));
      return;
    }
    Zone zone = form.get().zone();
    LocalTime time = line == null ? timeOfDay : localTime(form.get(), context);
    Moment moment =
        new Moment(
            wanted
                .atTime(time)
                .atZone(context.userZone())
                .withZoneSameInstant(context.zones().rules(zone))
                .toLocalDateTime(),
            zone,
            false);
    todo.put(TimeLine.write(name, like, moment, userZone(context), context));
  }

  private static LocalTime localTime(Moment moment, Context context) {
    return context.zones().instant(moment).atZone(context.userZone()).toLocalTime();
  }
}
