package org.tandemsync.convert.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/** UNTIL is an instant, Outlook's end of a series a date in the zone of the series. */
final class Until {
  private Until() {}

  /** The last date on which an occurrence starts at or before UNTIL. */
  static LocalDate date(
      DateTimeValue until, Moment start, @Nullable ContentLine startLine, Context context) {
    if (until.isDate()) {
      return until.date(); // with a timed DTSTART invalid but common: the whole day counts
    }
    if (start.isDate()) {
      return dateOfInstant(until, context.userZone());
    }
    Optional<ToldClock> told = ToldClock.of(startLine, start, context);
    if (told.isPresent()) {
      return told.get().last(until);
    }
    ZoneId zone = context.zones().rules(start.zone());
    LocalDateTime local =
        until.utc()
            ? LocalDateTime.ofInstant(until.wall().toInstant(ZoneOffset.UTC), zone)
            : until.wall();
    Instant limit = local.atZone(zone).toInstant();
    Instant lastStart =
        local.toLocalDate().atTime(start.wall().toLocalTime()).atZone(zone).toInstant();
    return lastStart.isAfter(limit) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
  }

  /** The day that an instant means where only dates count. */
  static LocalDate dateOfInstant(DateTimeValue value, ZoneId userZone) {
    return value.utc() && !LocalTime.MIDNIGHT.equals(value.time())
        ? value.wall().atOffset(ZoneOffset.UTC).atZoneSameInstant(userZone).toLocalDate()
        : value.date();
  }

  /** UNTIL for an occurrence that is the last one, in the form that DTSTART demands. */
  static String write(LocalDate last, Moment start, ContentLine startLine, Context context) {
    if (start.isDate()) {
      return DateTimeValue.date(last);
    }
    Moment lastStart = new Moment(last.atTime(start.wall().toLocalTime()), start.zone(), false);
    boolean floating =
        startLine.parameter("TZID") == null
            && DateTimeValue.parse(startLine.value()).map(v -> !v.utc()).orElse(false);
    Instant shown = context.zones().instant(lastStart);
    // the server's own last occurrence, where a definition tells it, is not to fall off
    Instant until =
        ToldClock.of(startLine, start, context)
            .flatMap(clock -> clock.instant(last))
            .filter(shown::isBefore)
            .orElse(shown);
    return floating ? DateTimeValue.local(lastStart.wall()) : DateTimeValue.utc(until);
  }
}
