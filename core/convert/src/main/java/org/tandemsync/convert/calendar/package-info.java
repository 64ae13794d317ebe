/**
 * Appointments as VEVENT and tasks as VTODO (RFC 5545).
 *
 * <p>One small class per property holds both directions ({@link
 * org.tandemsync.convert.calendar.CalendarProperty}); a list in {@code EventLens} and {@code
 * TaskLens} composes them. To map another property: write its class, add a line to the list, drop a
 * fixture. What the series as a whole concerns (rule, deleted and changed occurrences, time zones)
 * is read once per resource into a {@code Context} that the properties share.
 */
@NullMarked
package org.tandemsync.convert.calendar;

import org.jspecify.annotations.NullMarked;
