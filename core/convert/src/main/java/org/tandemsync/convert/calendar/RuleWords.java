package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule in the words of a person: "every month on the 31st". */
final class RuleWords {
  private static final Pattern DAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

  private RuleWords() {}

  static String of(RuleParts rule, LocalDate start) {
    String unit =
        switch (rule.get("FREQ")) {
          case "SECONDLY" -> "second";
          case "MINUTELY" -> "minute";
          case "HOURLY" -> "hour";
          case "DAILY" -> "day";
          case "WEEKLY" -> "week";
          case "MONTHLY" -> "month";
          case "YEARLY" -> "year";
          default -> "";
        };
    if (unit.isEmpty()) {
      return "it does not say how often";
    }
    int interval = rule.numbers("INTERVAL").orElse(List.of()).stream().findFirst().orElse(1);
    StringBuilder words = new StringBuilder("every ");
    words.append(interval > 1 ? ordinal(interval) + " " : "").append(unit);
    for (String part : parts(rule, start)) {
      words.append(' ').append(part);
    }
    return words.toString();
  }

  private static List<String> parts(RuleParts rule, LocalDate start) {
    List<String> parts = new ArrayList<>();
    if (rule.has("BYSETPOS")) {
      parts.add("the " + joined(ordinals(rule, "BYSETPOS")) + " of");
    }
    if (rule.has("BYDAY")) {
      parts.add("on " + joined(rule.list("BYDAY").stream().map(RuleWords::weekday).toList()));
    }
    if (rule.has("BYMONTHDAY")) {
      parts.add("on the " + joined(ordinals(rule, "BYMONTHDAY")));
    } else if (rule.get("FREQ").equals("MONTHLY") && !rule.has("BYDAY")) {
      parts.add("on the " + ordinal(start.getDayOfMonth()));
    } else if (rule.get("FREQ").equals("YEARLY") && parts.isEmpty() && !rule.has("BYYEARDAY")) {
      parts.add("from " + start);
    }
    if (rule.has("BYYEARDAY")) {
      parts.add("on the " + joined(ordinals(rule, "BYYEARDAY")) + " day of the year");
    }
    if (rule.has("BYWEEKNO")) {
      parts.add("in the " + joined(ordinals(rule, "BYWEEKNO")) + " week");
    }
    if (rule.has("BYMONTH")) {
      parts.add("in " + joined(rule.list("BYMONTH").stream().map(RuleWords::month).toList()));
    }
    for (String name : List.of("BYHOUR", "BYMINUTE", "BYSECOND")) {
      if (rule.has(name)) {
        parts.add("at " + name.substring(2).toLowerCase(Locale.ROOT) + " " + rule.get(name));
      }
    }
    return parts;
  }

  private static List<String> ordinals(RuleParts rule, String name) {
    return rule.numbers(name)
        .map(numbers -> numbers.stream().map(RuleWords::ordinal).toList())
        .orElse(rule.list(name));
  }

  private static String weekday(String text) {
    Matcher m = DAY.matcher(text.strip());
    DayOfWeek day = m.matches() ? Weekdays.of(m.group(2)) : null;
    if (day == null) {
      return text;
    }
    String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return m.group(1) == null
        ? name
        : "the " + ordinal(Integer.parseInt(m.group(1).replace("+", ""))) + " " + name;
  }

  private static String month(String text) {
    return text.matches("[1-9]|0[1-9]|1[0-2]")
        ? Month.of(Integer.parseInt(text)).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        : text;
  }

  private static String ordinal(int number) {
    if (number < 0) {
      return number == -1 ? "last" : ordinal(-number) + " last";
    }
    String ending =
        switch (number % 100 / 10 == 1 ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + ending;
  }

  private static String joined(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
