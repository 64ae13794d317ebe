package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two letters of RFC 5545 for the days of the week. */
final class Weekdays {
  private static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private Weekdays() {}

  /** The day of that name in upper case, or null. */
  static @Nullable DayOfWeek of(String name) {
    int index = NAMES.indexOf(name);
    return index < 0 ? null : DayOfWeek.of(index + 1);
  }

  static String name(DayOfWeek day) {
    return NAMES.get(day.getValue() - 1);
  }

  /** A list in the order of the week, Monday first. */
  static String names(Collection<DayOfWeek> days) {
    Set<DayOfWeek> ordered = EnumSet.copyOf(days);
    return ordered.stream().map(Weekdays::name).collect(Collectors.joining(","));
  }
}
