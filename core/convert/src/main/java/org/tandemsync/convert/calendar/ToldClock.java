package org.tandemsync.convert.calendar;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/**
 * The clock of a series that is told by a definition with other rules than the zone's that it is
 * shown in. Servers and clients repeat the clock of DTSTART by that definition, so that an
 * occurrence has a time of its own there, and in some cases another date than the one shown.
 *
 * @param named what the TZID of DTSTART means
 * @param definition its definition
 * @param first the clock in DTSTART
 * @param shown the date on which that is shown
 */
record ToldClock(
    CalendarZones.Named named, VTimeZone definition, LocalDateTime first, LocalDate shown) {

  /**
   * Of the series, if a definition tells it.
   *
   * @param start what {@code startLine} says, or a later occurrence
   */
  static Optional<ToldClock> of(@Nullable ContentLine startLine, Moment start, Context context) {
    String tzid = startLine == null ? null : startLine.parameter("TZID");
    if (startLine == null || tzid == null || tzid.isBlank() || start.isDate()) {
      return Optional.empty();
    }
    CalendarZones.Named named = context.zones().named(tzid);
    VTimeZone definition = named.definition();
    if (definition == null || !named.zone().equals(start.zone())) {
      return Optional.empty();
    }
    return DateTimeValue.parse(startLine.value())
        .filter(first -> !first.isDate() && !first.utc())
        .map(DateTimeValue::wall)
        .map(first -> new ToldClock(named, definition, first, named.read(first).toLocalDate()))
        .filter(clock -> clock.isShownLike(start));
  }

  /** Otherwise it is another time that {@code startLine} said before. */
  private boolean isShownLike(Moment start) {
    return named.read(first).toLocalTime().equals(start.wall().toLocalTime());
  }

  /** What the server counts as the start of the occurrence that is shown on that date. */
  LocalDateTime written(LocalDate date) {
    return first.plusDays(DAYS.between(shown, date));
  }

  /** When the server has the occurrence that is shown on that date, if that is told. */
  Optional<Instant> instant(LocalDate date) {
    LocalDateTime written = written(date);
    return Optional.ofNullable(definition.offsetAt(written)).map(written::toInstant);
  }

  /** The date on which the occurrence is shown that a value means, if it is exactly at one. */
  Optional<LocalDate> date(ContentLine line, DateTimeValue value, Context context) {
    if (value.utc()) {
      Instant instant = value.wall().toInstant(ZoneOffset.UTC);
      return Stream.of(-1, 0, 1)
          .map(days -> date(value.date().plusDays(days)))
          .filter(date -> instant(date).filter(instant::equals).isPresent())
          .findFirst();
    }
    String tzid = line.parameter("TZID");
    return tzid != null
            && context.zones().named(tzid).equals(named)
            && first.toLocalTime().equals(value.time())
        ? Optional.of(date(value.date()))
        : Optional.empty();
  }

  private LocalDate date(LocalDate written) {
    return shown.plusDays(DAYS.between(first.toLocalDate(), written));
  }

  /** The last date on which an occurrence is shown that the server has at or before UNTIL. */
  LocalDate last(DateTimeValue until) {
    LocalDate date = date(until.date().plusDays(2)); // no clocks are further apart
    while (isAfter(date, until)) {
      date = date.minusDays(1);
    }
    return date;
  }

  private boolean isAfter(LocalDate date, DateTimeValue until) {
    return until.utc()
        ? instant(date)
            .orElseGet(() -> named.read(written(date)).atZone(named.id()).toInstant())
            .isAfter(until.wall().toInstant(ZoneOffset.UTC))
        : written(date).isAfter(until.wall());
  }
}
