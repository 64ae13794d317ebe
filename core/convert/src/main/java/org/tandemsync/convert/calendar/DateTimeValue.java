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
  private static final LocalDate FIRST = LocalDate.of(0, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:[Tt](\\d\\d):?(\\d\\d)(?::?(\\d\\d))?(?:\\.\\d+)?([Zz])?)?");

  static Optional<DateTimeValue> parse(String value) {
    int length = value.length();
    boolean basic =
        (length == 8 || ((length == 15 || length == 16) && value.charAt(8) == 'T'))
            && areDigits(value, 0, 8);
    if (basic && length == 8) {
      return date(value).map(d -> new DateTimeValue(d, null, false));
    }
    boolean utc = length == 16 && value.charAt(15) == 'Z';
    if (basic && (length == 15 || utc) && areDigits(value, 9, 15)) {
      int hour = number(value, 9, 11);
      int minute = number(value, 11, 13);
      int second = number(value, 13, 15);
      if (hour < 24 && minute < 60 && second < 60) {
        LocalTime time = LocalTime.of(hour, minute, second);
        return date(value).map(d -> new DateTimeValue(d, time, utc));
      }
    }
    return parseOther(value);
  }

  private static boolean areDigits(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String value, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + value.charAt(i) - '0';
    }
    return number;
  }

  private static Optional<LocalDate> date(String value) {
    try {
      return Optional.of(
          LocalDate.of(number(value, 0, 4), number(value, 4, 6), number(value, 6, 8)));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  /** What is written in another way than RFC 5545 does. */
  private static Optional<DateTimeValue> parseOther(String value) {
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

  /** Years have four digits: where a zone or a length leads beyond, it is the last or first day. */
  static String date(LocalDate day) {
    LocalDate date = day.isAfter(LAST) ? LAST : day.isBefore(FIRST) ? FIRST : day;
    StringBuilder text = new StringBuilder(8);
    two(date.getYear() / 100, text);
    two(date.getYear() % 100, text);
    two(date.getMonthValue(), text);
    two(date.getDayOfMonth(), text);
    return text.toString();
  }

  private static void two(int number, StringBuilder text) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  static String local(LocalDateTime wall) {
    StringBuilder text = new StringBuilder(16).append(date(wall.toLocalDate())).append('T');
    two(wall.getHour(), text);
    two(wall.getMinute(), text);
    two(wall.getSecond(), text);
    return text.toString();
  }

  static String utc(Instant instant) {
    return local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
  }
}
