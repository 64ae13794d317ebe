package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.Zone;

/**
 * Brings EXDATE, UNTIL and the RECURRENCE-IDs into the form and to the time of a DTSTART that has
 * just changed: servers and clients compare them as text.
 */
final class SeriesAlignment {
  private SeriesAlignment() {}

  /** Does so if the series was read before and its first line is another now. */
  static void apply(Component master, @Nullable ContentLine oldStart, Context context) {
    Series series = context.series();
    ContentLine startLine = RecurrenceRule.startLine(master);
    if (context.isOverride()
        || series == null
        || series.start() == null
        || startLine == null
        || startLine == oldStart) {
      return;
    }
    Moment start =
        TimeLine.read(startLine, Zone.UTC, context)
            .map(read -> master.is("VTODO") ? TaskDates.counted(read, context) : read)
            .orElse(null);
    if (start == null) { // a task without start repeats by its DUE, which may be damaged
      return;
    }
    Recurrence rule = series.recurrence();
    if (rule == null) {
      if (master.first("RRULE") != null) {
        alignAll(master, series.start(), oldStart, start, startLine, context);
      }
      return;
    }
    Set<LocalDate> excluded = new TreeSet<>();
    ExDates.read(master, series.start(), oldStart, series.beside(), context)
        .forEach(e -> excluded.add(e.date()));
    excluded.retainAll(rule.deleted());
    ExDates.remove(master, excluded, series.start(), oldStart, series.beside(), context);
    ExDates.add(master, excluded, start, startLine, context);
    removeJoined(master, series, start, context);
    series
        .overrides()
        .forEach((date, override) -> align(override, date, start, startLine, context));
    series
        .cancelled()
        .forEach((date, override) -> align(override, date, start, startLine, context));
    series.following().forEach(f -> align(f.component(), f.from(), start, startLine, context));
    alignFurther(master, series, oldStart, start, startLine, context);
    ContentLine line = master.first("RRULE");
    if (line != null && rule.end() instanceof RecurrenceEnd.ByDate(LocalDate date)) {
      LocalDate last = Occurrences.of(rule).last().orElse(date);
      RuleParts parts = RuleParts.parse(line.value());
      if (parts.has("UNTIL")) { // a rule that Outlook cannot hold may be shown with an end
        parts.set("UNTIL", Until.write(last, start, startLine, context));
        master.replace(line, line.withValue(parts.text()));
      }
    }
  }

  /** One occurrence cannot have two overrides: that of the lesson which Outlook shows stays. */
  private static void removeJoined(Component master, Series series, Moment start, Context context) {
    Set<LocalDate> joined = series.beside().joined(start, context);
    joined.retainAll(series.overrides().keySet());
    Moment old = series.start();
    if (joined.isEmpty() || old == null) {
      return;
    }
    for (Component other : SeriesReader.overridesOf(context.calendar().components("VEVENT"))) {
      ContentLine id = Objects.requireNonNull(other.first("RECURRENCE-ID"));
      if (CalendarText.sameUid(other, master)
          && !Following.isRange(other)
          && series
              .beside()
              .meant(id, id.value(), old, context)
              .filter(moment -> joined.contains(DatesBeside.day(moment, start, context)))
              .isPresent()) {
        context.calendar().remove(other);
      }
    }
  }

  /**
   * Further rules end at the time of the first one, and dates that are shown as part of the series
   * take place at it. Dates that are not shown have times of their own: nobody has moved them.
   */
  private static void alignFurther(
      Component master,
      Series series,
      @Nullable ContentLine oldStart,
      Moment start,
      ContentLine startLine,
      Context context) {
    Moment old = series.start();
    if (old == null || old.isDate() != start.isDate()) {
      return;
    }
    ContentLine first = master.first("RRULE");
    for (ContentLine line : master.lines()) {
      if ((line.is("RRULE") || line.is("EXRULE")) && line != first) {
        alignUntil(master, line, old, oldStart, start, startLine, context);
      } else if (line.is("RDATE") && !series.datesHidden()) {
        for (String value : line.value().split(",", -1)) {
          ExDates.date(line, value, old, oldStart, context)
              .ifPresent(
                  date ->
                      master.addBefore(
                          line,
                          TimeLine.write(
                              "RDATE",
                              startLine,
                              new Moment(
                                  date.atTime(start.wall().toLocalTime()),
                                  start.zone(),
                                  start.isDate()),
                              start.zone(),
                              context)));
        }
        master.remove(line);
      }
    }
  }

  private static void alignUntil(
      Component master,
      ContentLine line,
      Moment old,
      @Nullable ContentLine oldStart,
      Moment start,
      ContentLine startLine,
      Context context) {
    RuleParts parts = RuleParts.parse(line.value());
    DateTimeValue.parse(parts.get("UNTIL"))
        .ifPresent(
            until -> {
              LocalDate last = Until.date(until, old, oldStart, context);
              parts.set("UNTIL", Until.write(last, start, startLine, context));
              master.replace(line, line.withValue(parts.text()));
            });
  }

  /** Of a rule that Outlook cannot hold: its days stay, the time of day is another. */
  private static void alignAll(
      Component master,
      Moment old,
      @Nullable ContentLine oldStart,
      Moment start,
      ContentLine startLine,
      Context context) {
    if (old.isDate() != start.isDate()) {
      return;
    }
    Set<LocalDate> excluded = new TreeSet<>();
    DatesBeside beside = DatesBeside.of(master, old, oldStart, context);
    ExDates.read(master, old, oldStart, beside, context).forEach(e -> excluded.add(e.date()));
    ExDates.remove(master, excluded, old, oldStart, beside, context);
    ExDates.add(master, excluded, start, startLine, context);
    for (Component other : SeriesReader.overridesOf(context.calendar().components("VEVENT"))) {
      ContentLine id = other.first("RECURRENCE-ID");
      if (id != null
          && CalendarText.sameUid(other, master)
          && !beside.has(id, id.value(), old, context)) {
        ExDates.date(id, id.value(), old, oldStart, context)
            .ifPresent(date -> align(other, date, start, startLine, context));
      }
    }
    alignUntil(
        master,
        Objects.requireNonNull(master.first("RRULE")),
        old,
        oldStart,
        start,
        startLine,
        context);
  }

  private static void align(
      Component override, LocalDate date, Moment start, ContentLine startLine, Context context) {
    ContentLine line = override.first("RECURRENCE-ID");
    if (line != null) {
      ContentLine aligned = recurrenceId(date, start, startLine, context);
      override.replace(line, Following.isRange(override) ? Following.range(aligned) : aligned);
    }
  }

  /** RECURRENCE-ID in exactly the form of the master's DTSTART. */
  static ContentLine recurrenceId(
      LocalDate date, Moment start, ContentLine startLine, Context context) {
    return TimeLine.occurrence("RECURRENCE-ID", date, start, startLine, context);
  }
}
