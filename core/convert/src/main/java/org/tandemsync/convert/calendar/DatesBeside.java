package org.tandemsync.convert.calendar;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
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
    return start.isDate()
        ? new HashSet<>()
        : moments.stream()
            .filter(moment -> moment.equals(ordinary(moment, start, context)))
            .map(moment -> day(moment, start, context))
            .collect(toCollection(HashSet::new));
  }

  /** The day of a moment in the zone of the series. */
  static LocalDate day(Instant moment, Moment start, Context context) {
    return LocalDate.ofInstant(moment, context.zones().rules(start.zone()));
  }

  /** The occurrence of the series on the day of that moment, if it has one there. */
  private static Instant ordinary(Instant moment, Moment start, Context context) {
    return context
        .zones()
        .instant(
            new Moment(
                day(moment, start, context).atTime(start.wall().toLocalTime()),
                start.zone(),
                false));
  }

  DatesBeside and(DatesBeside others) {
    Set<Instant> all = new HashSet<>(moments);
    all.addAll(others.moments);
    return new DatesBeside(all);
  }

  /** Whether a value of EXDATE or RECURRENCE-ID means one of them. */
  boolean has(ContentLine line, String value, Moment start, Context context) {
    return meant(line, value, start, context).isPresent();
  }

  /** Which of them a value of EXDATE or RECURRENCE-ID means. */
  Optional<Instant> meant(ContentLine line, String value, Moment start, Context context) {
    return moments.isEmpty()
        ? Optional.empty()
        : moment(line, value, start, context).filter(moments::contains);
  }
}
