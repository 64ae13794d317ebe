package org.tandemsync.convert.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A DATE or DATE-TIME as it is written (RFC 5545 3.3.4, 3.3.5).
 *
 * @param time null for a DATE
 * @param utc whether a Z follows
 */
record DateTimeValue(LocalDate date, @Nullable LocalTime time, boolean utc) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:[Tt](\\d\\d):?(\\d\\d)(?::?(\\d\\d))?(?:\\.\\d+)?([Zz])?)?");

  static Optional<DateTimeValue> parse(String value) {
    Matcher m = FORM.matcher(value.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      if (m.group(4) == null) {
        return Optional.of(new DateTimeValue(date, null, false));
      }
      boolean endOfDay = number(m, 4) == 24; // ISO 8601's 24:00:00
      int second = m.group(6) == null ? 0 : Math.min(number(m, 6), 59); // a leap second
      LocalTime time = LocalTime.of(endOfDay ? 0 : number(m, 4), number(m, 5), second);
      return Optional.of(
          new DateTimeValue(endOfDay ? date.plusDays(1) : date, time, m.group(7) != null));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  /** The clock as written; a DATE is its midnight. */
  LocalDateTime wall() {
    return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  boolean isDate() {
    return time == null;
  }

  static String date(LocalDate date) {
    return String.format(
        java.util.Locale.ROOT,
        "%04d%02d%02d",
        date.getYear(),
        date.getMonthValue(),
        date.getDayOfMonth());
  }

  static String local(LocalDateTime wall) {
    return date(wall.toLocalDate())
        + String.format(
            java.util.Locale.ROOT,
            "T%02d%02d%02d",
            wall.getHour(),
            wall.getMinute(),
            wall.getSecond());
  }

  static String utc(Instant instant) {
    return local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
  }
}
