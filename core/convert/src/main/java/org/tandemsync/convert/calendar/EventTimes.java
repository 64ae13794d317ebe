package org.tandemsync.convert.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** DTSTART, DTEND or DURATION, and the marks for whole days that times are made of. */
final class EventTimes implements CalendarProperty<Appointment, Appointment.Builder> {
  private static final String FIELD = "timing";

  @Override
  public Set<String> fields() {
    return Set.of(FIELD);
  }

  /** Whether the component has a start; without one there is no appointment. */
  static boolean isReadable(Component event) {
    ContentLine start = event.first("DTSTART");
    return start != null && DateTimeValue.parse(start.value()).isPresent();
  }

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    into.timing(timing(from, context));
  }

  /** The times of a readable component; those of a series are of its first occurrence. */
  static Timing timing(Component event, Context context) {
    Timing written = written(event, context);
    Series series = context.series();
    if (series == null || !series.later() || context.isOverride()) {
      return written;
    }
    Moment first = series.start();
    return first == null ? written : movedTo(first.date(), written, context);
  }

  /** As long: between two days the clocks of two zones change apart. */
  private static Timing movedTo(LocalDate date, Timing written, Context context) {
    LocalDateTime start = date.atTime(written.start().toLocalTime());
    if (written.startZone().equals(written.endZone())) {
      return written.movedTo(start);
    }
    Instant from = context.zones().instant(new Moment(written.start(), written.startZone(), false));
    Instant to = context.zones().instant(new Moment(written.end(), written.endZone(), false));
    Moment moved = new Moment(start, written.startZone(), false);
    Instant after = context.zones().instant(moved).plus(Duration.between(from, to));
    Moment end = endOfSeries(moved, TimeLine.at(after, written.endZone(), context), context);
    return new Timing(start, end.wall(), false, moved.zone(), end.zone());
  }

  private static Timing written(Component event, Context context) {
    Zone utc = context.zoneOfUtc();
    Moment start = TimeLine.read(start(event), utc, context).orElseThrow();
    Moment end = end(event, start, utc, context);
    if (SeriesRule.isSeries(event) && !start.isDate()) {
      end = endOfSeries(start, end, context);
    }
    if (start.isDate()) {
      LocalDate after = end.date();
      if (!after.isAfter(start.date())) {
        if (hasEnd(event)) {
          context.lose(
              LossKind.END_BEFORE_START, FIELD, "an all-day event takes at least its first day");
        }
        after = start.date().plusDays(1);
      }
      return Timing.allDay(start.date(), after, start.zone());
    }
    if (isMarkedAllDay(event) && isMidnight(start) && isMidnight(end) && daysBetween(start, end)) {
      return Timing.allDay(start.date(), end.date(), start.zone());
    }
    if (endsBefore(start, end, context)) {
      context.lose(LossKind.END_BEFORE_START, FIELD, "the end is taken as the start");
      end = start;
    }
    return new Timing(start.wall(), end.wall(), false, start.zone(), end.zone());
  }

  private static @Nullable ContentLine start(Component event) {
    ContentLine line = event.first("DTSTART");
    return line == null || !SeriesRule.isSeries(event) ? line : TimeLine.counted(line);
  }

  /** By the clock in one zone: where spring skips 02:30 it is 03:30, behind an end at 03:00. */
  private static boolean endsBefore(Moment start, Moment end, Context context) {
    return start.zone().equals(end.zone())
        ? end.wall().isBefore(start.wall())
        : context.zones().instant(end).isBefore(context.zones().instant(start));
  }

  /**
   * What ends in the hour that comes twice has its length in another zone; a series counts by one.
   */
  private static Moment endOfSeries(Moment start, Moment end, Context context) {
    Instant instant = context.zones().instant(end);
    if (!end.zone().equals(Zone.UTC)
        || TimeLine.at(instant, start.zone(), context).zone().equals(start.zone())) {
      return end;
    }
    Duration length = Duration.between(context.zones().instant(start), instant);
    return new Moment(start.wall().plus(length), start.zone(), false);
  }

  private static boolean isMidnight(Moment moment) {
    return moment.wall().toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private static boolean daysBetween(Moment start, Moment end) {
    return end.wall().isAfter(start.wall());
  }

  private static boolean isMarkedAllDay(Component event) {
    return says(event.first("X-MICROSOFT-CDO-ALLDAYEVENT"), "TRUE")
        || says(event.first("X-FUNAMBOL-ALLDAY"), "1");
  }

  private static boolean says(@Nullable ContentLine line, String value) {
    return line != null && line.value().strip().equalsIgnoreCase(value);
  }

  private static boolean hasEnd(Component event) {
    return event.first("DTEND") != null || event.first("DURATION") != null;
  }

  private static Moment end(Component event, Moment start, Zone utc, Context context) {
    ContentLine line = event.first("DTEND");
    Optional<Moment> end = TimeLine.read(line, utc, context);
    if (line != null && end.isEmpty() && !line.value().isBlank()) {
      context.lose(LossKind.BAD_END, FIELD, "line " + line.lineNumber() + ": no date: " + line);
    }
    if (end.isPresent()) {
      boolean differs = end.get().isDate() != start.isDate();
      return differs && !start.isDate()
          ? new Moment(end.get().wall(), start.zone(), false)
          : end.get();
    }
    ContentLine duration = event.first("DURATION");
    Optional<DurationValue> length =
        duration == null ? Optional.empty() : DurationValue.parse(duration.value());
    return length.map(l -> after(start, l, context)).orElse(start);
  }

  /** Days are nominal, hours exact (RFC 5545 3.3.6). */
  private static Moment after(Moment start, DurationValue length, Context context) {
    LocalDateTime days = start.wall().plusDays(length.days());
    if (start.isDate()) {
      return new Moment(days.plusDays(Math.ceilDiv(length.seconds(), 86_400L)), start.zone(), true);
    }
    Instant day = days.atZone(context.zones().rules(start.zone())).toInstant();
    return TimeLine.at(day.plusSeconds(length.seconds()), start.zone(), context);
  }

  @Override
  public void write(Appointment item, Component into, Context context) {
    Timing timing = item.timing();
    Recurrence rule = item.recurrence();
    boolean series = rule != null && RuleWriter.write(rule).isPresent();
    Zone utc = series ? Zone.UTC : context.zoneOfUtc(); // a series in UTC counts in UTC
    Moment start = new Moment(timing.start(), timing.startZone(), timing.allDay());
    Moment end = new Moment(timing.end(), timing.endZone(), timing.allDay());
    ContentLine oldStart = into.first("DTSTART");
    ContentLine oldEnd = into.first("DTEND");
    boolean counted = series || SeriesRule.isSeries(into);
    SpelledTime spelled = new SpelledTime(counted, utc, context);
    ContentLine startLine = spelled.line("DTSTART", startLike(into, counted, context), start);
    into.put(startLine);
    clearMarks(into, timing.allDay());
    boolean zeroLength = !timing.allDay() && start.equals(end);
    into.removeLines(l -> l.is("DURATION") || (zeroLength && l.is("DTEND")));
    if (!zeroLength) {
      ContentLine endLine = endLine(series, startLine, oldEnd, end, spelled);
      if (oldEnd == null) {
        into.addAfter(startLine, endLine);
      } else {
        into.replace(oldEnd, endLine);
      }
    }
    SeriesAlignment.apply(into, oldStart, context);
  }

  /** Of a series too an end may be in UTC beside a start that is not: then it says so. */
  private static ContentLine endLine(
      boolean series,
      ContentLine startLine,
      @Nullable ContentLine oldEnd,
      Moment end,
      SpelledTime ofStart) {
    if (!series) {
      return ofStart.line("DTEND", oldEnd == null ? startLine : oldEnd, end);
    }
    Context context = ofStart.context();
    boolean inUtc = DateTimeValue.parse(startLine.value()).map(DateTimeValue::utc).orElse(false);
    boolean told = end.zone().equals(Zone.UTC) && !inUtc;
    SpelledTime ofEnd = told ? new SpelledTime(true, context.zones().ownName(), context) : ofStart;
    return ofEnd.line("DTEND", oldEnd == null ? startLine : TimeLine.counted(oldEnd), end);
  }

  /** A new changed occurrence has its times in the form of its series. */
  private static @Nullable ContentLine startLike(
      Component event, boolean counted, Context context) {
    ContentLine line = event.first("DTSTART");
    Component master = context.master();
    if (line == null) {
      return master == null ? null : master.first("DTSTART");
    }
    return counted ? TimeLine.counted(line) : line;
  }

  private static void clearMarks(Component event, boolean allDay) {
    if (!allDay) {
      ContentLine microsoft = event.first("X-MICROSOFT-CDO-ALLDAYEVENT");
      if (microsoft != null) {
        event.replace(microsoft, microsoft.withValue("FALSE"));
      }
      ContentLine funambol = event.first("X-FUNAMBOL-ALLDAY");
      if (funambol != null) {
        event.replace(funambol, funambol.withValue("0"));
      }
    }
  }
}
