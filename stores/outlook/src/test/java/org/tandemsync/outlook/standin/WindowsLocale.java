package org.tandemsync.outlook.standin;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;

/**
 * The regional settings of Windows, which decide how Outlook reads a date in a filter and joins a
 * list.
 *
 * @param order of the parts of a short date: "MDY", "DMY" or "YMD"
 * @param listSeparator between categories, companies, children
 */
public record WindowsLocale(String order, String listSeparator) {
  public static final WindowsLocale AMERICAN = new WindowsLocale("MDY", ",");
  public static final WindowsLocale GERMAN = new WindowsLocale("DMY", ";");

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d+)[/.-](\\d+)[/.-](\\d+)(?:\\s+(\\d+):(\\d+)(?:\\s*([AaPp])[Mm])?)?",
          Pattern.UNICODE_CASE);

  /**
   * A date in a filter. The same text is another day in another country, and nobody complains.
   * Seconds are not understood.
   */
  LocalDateTime date(String text) {
    Matcher date = DATE.matcher(text.strip());
    if (!date.matches()) {
      throw new AutomationException(
          HResult.E_INVALIDARG, "Filter", "Condition is not valid: " + text);
    }
    List<Integer> parts =
        List.of(
            Integer.parseInt(date.group(1)),
            Integer.parseInt(date.group(2)),
            Integer.parseInt(date.group(3)));
    int hour = date.group(4) == null ? 0 : Integer.parseInt(date.group(4));
    if (date.group(6) != null) {
      hour = hour % 12 + (date.group(6).equalsIgnoreCase("p") ? 12 : 0);
    }
    try {
      return LocalDateTime.of(
          parts.get(order.indexOf('Y')),
          parts.get(order.indexOf('M')),
          parts.get(order.indexOf('D')),
          hour,
          date.group(5) == null ? 0 : Integer.parseInt(date.group(5)));
    } catch (DateTimeException e) {
      throw new AutomationException(
          HResult.E_INVALIDARG, "Filter", "Condition is not valid: " + text);
    }
  }

  String join(List<String> values) {
    return String.join(listSeparator + " ", values);
  }

  List<String> split(String text) {
    return Pattern.compile(Pattern.quote(listSeparator))
        .splitAsStream(text)
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
