package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.items.Recurrence;

/**
 * What a resource says about its series.
 *
 * @param start the first occurrence, or null for a task without start
 * @param recurrence the rule as Outlook has it, or null: no series, or none that Outlook can hold
 * @param inUtc whether the series counts in UTC
 * @param overrides the changed occurrences that Outlook can hold, by original date
 * @param cancelled occurrences that were deleted by an override with STATUS:CANCELLED
 */
record Series(
    @Nullable Moment start,
    @Nullable Recurrence recurrence,
    boolean inUtc,
    Map<LocalDate, Component> overrides,
    Map<LocalDate, Component> cancelled) {

  static final Series NONE = new Series(null, null, false, Map.of(), Map.of());
}
