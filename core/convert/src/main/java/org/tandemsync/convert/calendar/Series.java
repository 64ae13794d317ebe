package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.items.Recurrence;

/**
 * What a resource says about its series.
 *
 * @param start the first occurrence, or null for a task without start
 * @param recurrence the rule as Outlook has it, or null: no series, or none that Outlook can hold
 * @param inUtc whether the series counts in UTC
 * @param later whether the first occurrence that Outlook shows is after DTSTART
 * @param overrides the changed occurrences that Outlook can hold, by original date
 * @param cancelled occurrences that were deleted by an override with STATUS:CANCELLED
 * @param following overrides of an occurrence and all after it, in order
 * @param datesHidden whether the server has dates beside the rule that Outlook does not show
 * @param beside those of them that may be on a day of the rule at another time
 */
record Series(
    @Nullable Moment start,
    @Nullable Recurrence recurrence,
    boolean inUtc,
    boolean later,
    Map<LocalDate, Component> overrides,
    Map<LocalDate, Component> cancelled,
    List<Following> following,
    boolean datesHidden,
    DatesBeside beside) {

  static final Series NONE = none(null);

  /** A single item. */
  static Series none(@Nullable Moment start) {
    return new Series(
        start, null, false, false, Map.of(), Map.of(), List.of(), false, DatesBeside.NONE);
  }

  /** The occurrences that an override deletes together with all after it. */
  Map<LocalDate, Component> cancelledOnwards() {
    Map<LocalDate, Component> dates = new TreeMap<>();
    for (Following range : following) {
      if (range.isDeletion()) {
        range.dates().forEach(date -> dates.put(date, range.component()));
      }
    }
    return dates;
  }
}
