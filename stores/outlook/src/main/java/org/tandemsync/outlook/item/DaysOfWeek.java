package org.tandemsync.outlook.item;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import org.tandemsync.outlook.model.OlDaysOfWeek;

/** Sums of {@link OlDaysOfWeek}. */
final class DaysOfWeek {
  private DaysOfWeek() {}

  static int mask(Set<DayOfWeek> days) {
    return days.stream().mapToInt(d -> constant(d).value()).sum();
  }

  /** The days of a sum. */
  static Set<DayOfWeek> of(int mask) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if ((mask & constant(day).value()) != 0) {
        days.add(day);
      }
    }
    return days;
  }

  private static OlDaysOfWeek constant(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> OlDaysOfWeek.olMonday;
      case TUESDAY -> OlDaysOfWeek.olTuesday;
      case WEDNESDAY -> OlDaysOfWeek.olWednesday;
      case THURSDAY -> OlDaysOfWeek.olThursday;
      case FRIDAY -> OlDaysOfWeek.olFriday;
      case SATURDAY -> OlDaysOfWeek.olSaturday;
      case SUNDAY -> OlDaysOfWeek.olSunday;
    };
  }
}
