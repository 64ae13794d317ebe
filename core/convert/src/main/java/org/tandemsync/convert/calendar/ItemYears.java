package org.tandemsync.convert.calendar;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.zone.Years;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Timing;

/** From when to when an item takes place, by years. */
final class ItemYears {
  private static final Set<String> TIMES =
      Set.of("DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "RDATE");

  /** Of what has no time; no zone is asked for there. */
  private static final Years RECENT = Years.of(2024);

  private ItemYears() {}

  /** Of all events and tasks of a resource. A rule that counts may take any number of years. */
  static Years of(Component calendar) {
    Years years = null;
    for (Component component : calendar.components()) {
      if (component.is("VEVENT") || component.is("VTODO")) {
        for (ContentLine line : component.lines()) {
          years = with(years, line);
        }
      }
    }
    return years == null ? RECENT : years;
  }

  private static @Nullable Years with(@Nullable Years years, ContentLine line) {
    Years both = years;
    if (TIMES.contains(line.name())) {
      for (String value : line.value().split(",", -1)) {
        int slash = value.indexOf('/'); // a PERIOD
        both = with(both, year(slash < 0 ? value : value.substring(0, slash)));
      }
    } else if (line.is("RRULE")) {
      Integer until = year(RuleParts.parse(line.value()).get("UNTIL"));
      both = with(both, until == null ? Integer.valueOf(Years.LAST) : until);
    }
    return both;
  }

  private static @Nullable Years with(@Nullable Years years, @Nullable Integer year) {
    if (year == null) {
      return years;
    }
    return years == null ? Years.of(year) : years.and(Years.of(year));
  }

  private static @Nullable Integer year(String value) {
    return DateTimeValue.parse(value.strip()).map(v -> v.date().getYear()).orElse(null);
  }

  /** Of an item that is to be written: at least those that will be read. */
  static Years of(Appointment item) {
    Years years = of(item.timing());
    for (ExceptionalOccurrence exception : item.exceptions()) {
      years = years.and(of(exception.occurrence().timing()));
    }
    return item.recurrence() == null
        ? years
        : years.and(Years.of(Math.max(years.to(), Years.LAST)));
  }

  /** Times may be written in UTC, where New Year is at another time. */
  private static Years of(Timing timing) {
    int start = timing.start().getYear();
    return new Years(start - 1, Math.max(start, timing.end().getYear()) + 1);
  }
}
