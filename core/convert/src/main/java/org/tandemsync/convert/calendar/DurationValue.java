package org.tandemsync.convert.calendar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DURATION (RFC 5545 3.3.6): days are nominal, the rest is exact.
 *
 * @param days weeks and days, with sign
 * @param seconds hours, minutes and seconds, with sign
 */
record DurationValue(long days, long seconds) {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-])?P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?"
              + "(?:T(?:(\\d{1,8})H)?(?:(\\d{1,9})M)?(?:(\\d{1,10})S)?)?",
          Pattern.CASE_INSENSITIVE);

  static Optional<DurationValue> parse(String value) {
    Matcher m = FORM.matcher(value.strip());
    if (!m.matches() || value.strip().length() < 3) {
      return Optional.empty();
    }
    int sign = "-".equals(m.group(1)) ? -1 : 1;
    long days = number(m, 2) * 7 + number(m, 3);
    long seconds = number(m, 4) * 3600 + number(m, 5) * 60 + number(m, 6);
    return Optional.of(new DurationValue(sign * days, sign * seconds));
  }

  private static long number(Matcher m, int group) {
    return m.group(group) == null ? 0 : Long.parseLong(m.group(group));
  }

  /** Its length where every day has 24 hours. */
  long totalSeconds() {
    return days * 86_400 + seconds;
  }

  /** So many seconds as text, in hours, minutes and seconds. */
  static String text(long seconds) {
    if (seconds == 0) {
      return "P0D";
    }
    long rest = Math.abs(seconds);
    return (seconds < 0 ? "-" : "")
        + "PT"
        + (rest >= 3600 ? rest / 3600 + "H" : "")
        + (rest % 3600 >= 60 ? rest % 3600 / 60 + "M" : "")
        + (rest % 60 > 0 ? rest % 60 + "S" : "");
  }
}
