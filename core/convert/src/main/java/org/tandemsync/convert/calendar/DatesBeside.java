package org.tandemsync.convert.calendar;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;

/**
 * The moments of RDATE at other times of day than the series has. Each is an occurrence of its own,
 * also on a day of the rule: an EXDATE or RECURRENCE-ID with this moment means it and not the
 * ordinary one (RFC 5545 3.8.4.4, 3.8.5.1).
 */
record DatesBeside(Set<Instant> moments) {
  static final DatesBeside NONE = new DatesBeside(Set.of());

  DatesBeside {
    moments = Set.copyOf(moments);
  }

  /**
   * @param start an occurrence of the series, in its zone
   * @param startLine that of the series, or null if it has none
   */
  static DatesBeside of(
      Component master, Moment start, @Nullable ContentLine startLine, Context context) {
    if (start.isDate() || !master.is("VEVENT") || master.first("RDATE") == null) {
      return NONE;
    }
    Optional<ToldClock> clock = ToldClock.of(startLine, start, context);
    Set<Instant> moments = new HashSet<>();
    for (ContentLine line : master.lines("RDATE")) {
      for (String value : line.value().split(",", -1)) {
        String begin = value.split("/", 2)[0]; // of a PERIOD
        if (clock.flatMap(c -> told(c, line, begin, context)).isEmpty()) {
          moment(line, begin, start, context).ifPresent(moments::add);
        }
      }
    }
    return new DatesBeside(moments).at(start, context);
  }

  private static Optional<LocalDate> told(
      ToldClock clock, ContentLine line, String value, Context context) {
    return DateTimeValue.parse(value)
        .filter(written -> !written.isDate())
        .flatMap(written -> clock.date(line, written, context));
  }

  private static Optional<Instant> moment(
      ContentLine line, String value, Moment start, Context context) {
    return TimeLine.read(line, value, start.zone(), context)
        .filter(moment -> !moment.isDate())
        .map(context.zones()::instant);
  }

  /** Those that are not at the time of day of this start. */
  DatesBeside at(Moment start, Context context) {
    return start.isDate()
        ? NONE
        : new DatesBeside(
            moments.stream().filter(m -> !m.equals(ordinary(m, start, context))).collect(toSet()));
  }

  /** The days of those that are at the time of day of this start. */
  Set<LocalDate> joined(Moment start, Context context) {
    if (start.isDate()) {
      return Set.of();
    }
    Set<Instant> apart = at(start, context).moments;
    ZoneId zone = context.zones().rules(start.zone());
    return moments.stream()
        .filter(moment -> !apart.contains(moment))
        .map(moment -> LocalDate.ofInstant(moment, zone))
        .collect(toSet());
  }

  /** The occurrence of the series on the day of that moment, if it has one there. */
  private static Instant ordinary(Instant moment, Moment start, Context context) {
    LocalDate date = LocalDate.ofInstant(moment, context.zones().rules(start.zone()));
    return context
        .zones()
        .instant(new Moment(date.atTime(start.wall().toLocalTime()), start.zone(), false));
  }

  DatesBeside and(DatesBeside others) {
    Set<Instant> all = new HashSet<>(moments);
    all.addAll(others.moments);
    return new DatesBeside(all);
  }

  /** Whether a value of EXDATE or RECURRENCE-ID means one of them. */
  boolean has(ContentLine line, String value, Moment start, Context context) {
    return !moments.isEmpty()
        && moment(line, value, start, context).filter(moments::contains).isPresent();
  }
}
