package org.tandemsync.convert.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * What takes place according to a resource with one series, as another program sees it: lib-recur
 * expands the rules, and nothing of the lens is used.
 */
final class Oracle {
  private final LocalDateTime until;
  private final List<LocalDateTime> starts = new ArrayList<>();

  private Oracle(LocalDateTime until) {
    this.until = until;
  }

  /** One line of a resource. */
  private record Line(String name, String parameters, String value) {
    static Line of(String text) {
      int colon = text.indexOf(':');
      int semicolon = text.indexOf(';');
      int name = semicolon >= 0 && semicolon < colon ? semicolon : colon;
      return new Line(
          text.substring(0, name), text.substring(name, colon), text.substring(colon + 1));
    }

    String tzid() {
      int at = parameters.indexOf("TZID=");
      return at < 0 ? "" : parameters.substring(at + 5).split(";")[0];
    }
  }

  /** The wall clock in {@code zone} at which each occurrence starts, in order; days at midnight. */
  static List<LocalDateTime> starts(String text, ZoneId zone, LocalDate until) {
    List<List<Line>> events = new ArrayList<>();
    for (String line : text.replace("\r\n ", "").split("\r\n")) {
      if (line.equals("BEGIN:VEVENT")) {
        events.add(new ArrayList<>());
      } else if (!events.isEmpty() && line.indexOf(':') > 0) {
        events.getLast().add(Line.of(line));
      }
    }
    Oracle oracle = new Oracle(until.plusDays(1).atStartOfDay());
    oracle.expand(events, zone);
    Collections.sort(oracle.starts);
    return oracle.starts;
  }

  private void expand(List<List<Line>> events, ZoneId zone) {
    List<Line> master =
        events.stream()
            .filter(e -> e.stream().noneMatch(l -> l.name.equals("RECURRENCE-ID")))
            .findFirst()
            .orElseThrow();
    Line begin = first(master, "DTSTART");
    SortedSet<LocalDateTime> all = new TreeSet<>();
    for (Line line : master) {
      if (line.name.equals("RRULE")) {
        all.addAll(expand(line.value, begin, zone));
      }
    }
    for (Line line : master) {
      if (line.name.equals("RDATE")) {
        all.addAll(values(line, zone));
      }
    }
    if (all.isEmpty() || master.stream().noneMatch(l -> l.name.equals("RRULE"))) {
      all.add(wall(begin, begin.value, zone));
    }
    for (Line line : master) {
      if (line.name.equals("EXRULE")) {
        all.removeAll(expand(line.value, begin, zone));
      } else if (line.name.equals("EXDATE")) {
        all.removeAll(values(line, zone));
      }
    }
    List<List<Line>> ranges = new ArrayList<>();
    for (List<Line> event : events) {
      if (event == master) {
        continue;
      }
      Line id = first(event, "RECURRENCE-ID");
      if (id.parameters.contains("RANGE=THISANDFUTURE")) {
        ranges.add(event);
      } else {
        all.remove(wall(id, id.value, zone));
        Line moved = first(event, "DTSTART");
        starts.add(wall(moved, moved.value, zone));
      }
    }
    for (LocalDateTime start : all) {
      later(start, ranges, zone).ifPresent(starts::add);
    }
    starts.removeIf(s -> !s.isBefore(until));
  }

  /** Where the last range before it puts an occurrence; nowhere if it is cancelled. */
  private static Optional<LocalDateTime> later(
      LocalDateTime occurrence, List<List<Line>> ranges, ZoneId zone) {
    LocalDateTime latest = LocalDateTime.MIN;
    Optional<LocalDateTime> moved = Optional.of(occurrence);
    for (List<Line> range : ranges) {
      Line id = first(range, "RECURRENCE-ID");
      LocalDateTime from = wall(id, id.value, zone);
      if (!from.isAfter(occurrence) && from.isAfter(latest)) {
        latest = from;
        boolean cancelled = range.stream().anyMatch(l -> l.value.equals("CANCELLED"));
        Line start = first(range, "DTSTART");
        Duration by = Duration.between(from, wall(start, start.value, zone));
        moved = cancelled ? Optional.empty() : Optional.of(occurrence.plus(by));
      }
    }
    return moved;
  }

  private static Line first(List<Line> event, String name) {
    return event.stream().filter(l -> l.name.equals(name)).findFirst().orElseThrow();
  }

  private static List<LocalDateTime> values(Line line, ZoneId zone) {
    return List.of(line.value.split(",")).stream().map(v -> wall(line, v, zone)).toList();
  }

  private static LocalDateTime wall(Line line, String value, ZoneId zone) {
    LocalDate date =
        LocalDate.parse(value.substring(0, 8), java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
    if (value.length() == 8) {
      return date.atStartOfDay();
    }
    LocalDateTime local =
        date.atTime(
            Integer.parseInt(value.substring(9, 11)),
            Integer.parseInt(value.substring(11, 13)),
            Integer.parseInt(value.substring(13, 15)));
    if (value.endsWith("Z")) {
      return LocalDateTime.ofInstant(local.toInstant(ZoneOffset.UTC), zone);
    }
    ZoneId own = line.tzid().isEmpty() ? zone : ZoneId.of(line.tzid());
    return own.equals(zone) ? local : LocalDateTime.ofInstant(local.atZone(own).toInstant(), zone);
  }

  /** The clock on the wall is that of DTSTART every time, in its own zone. */
  private List<LocalDateTime> expand(String rule, Line start, ZoneId zone) {
    boolean utc = start.value.endsWith("Z");
    ZoneId own = utc ? ZoneOffset.UTC : start.tzid().isEmpty() ? zone : ZoneId.of(start.tzid());
    LocalDateTime from = wall(start, start.value, own);
    boolean allDay = start.value.length() == 8;
    List<LocalDateTime> walls = new ArrayList<>();
    for (LocalDate date : dates(rule, from, own, allDay, until.toLocalDate().plusDays(2))) {
      LocalDateTime local = date.atTime(from.toLocalTime());
      walls.add(
          allDay || own.equals(zone)
              ? local
              : LocalDateTime.ofInstant(local.atZone(own).toInstant(), zone));
    }
    return walls;
  }

  static List<LocalDate> dates(
      String rule, LocalDateTime from, ZoneId zone, boolean allDay, LocalDate until) {
    LocalTime time = from.toLocalTime();
    DateTime start =
        allDay
            ? new DateTime(from.getYear(), from.getMonthValue() - 1, from.getDayOfMonth())
            : new DateTime(
                TimeZone.getTimeZone(zone),
                from.getYear(),
                from.getMonthValue() - 1,
                from.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    List<LocalDate> dates = new ArrayList<>();
    try {
      RecurrenceRuleIterator it = new RecurrenceRule(rule).iterator(start);
      while (it.hasNext()) {
        DateTime next = it.nextDateTime();
        LocalDate date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
        if (date.isAfter(until)) {
          break;
        }
        dates.add(date);
      }
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException(rule, e);
    }
    return dates;
  }
}
