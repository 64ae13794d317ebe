package org.tandemsync.convert.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A RECUR value taken apart (RFC 5545 3.3.10): names and values in upper case, in their order. */
final class RuleParts {
  /** All 366 days of BYYEARDAY, counted from both ends, take less. */
  private static final int LONGEST = 6000;

  private final Map<String, String> parts = new LinkedHashMap<>();

  private RuleParts() {}

  static RuleParts parse(String value) {
    RuleParts rule = new RuleParts();
    if (value.length() > LONGEST) {
      return rule; // made to be expensive: nothing is told
    }
    for (String part : value.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        rule.parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return rule;
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  String get(String name) {
    return parts.getOrDefault(name, "");
  }

  Iterable<String> names() {
    return parts.keySet();
  }

  List<String> list(String name) {
    return has(name) ? List.of(get(name).split(",", -1)) : List.of();
  }

  /** The numbers of a list; empty if the part is there but one of its values is none. */
  Optional<List<Integer>> numbers(String name) {
    List<Integer> numbers = new ArrayList<>();
    for (String text : list(name)) {
      try {
        numbers.add(Integer.valueOf(text.startsWith("+") ? text.substring(1) : text));
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }

  RuleParts set(String name, String value) {
    parts.put(name, value);
    return this;
  }

  RuleParts remove(String name) {
    parts.remove(name);
    return this;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    parts.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : ";").append(name).append('=').append(value));
    return text.toString();
  }
}
