package org.tandemsync.convert.calendar;

import java.util.Set;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/**
 * DTSTART and DTEND of an event that becomes a series. A single event may have its times in UTC or
 * in another zone than Outlook shows; a rule counts in the zone of DTSTART, where the day may be
 * another one and clocks change at other times. It stands in the list before the rule.
 */
final class CountedTimes implements CalendarProperty<Appointment, Appointment.Builder> {
  private final EventTimes times;

  CountedTimes(EventTimes times) {
    this.times = times;
  }

  @Override
  public Set<String> fields() {
    return Set.of("recurrence");
  }

  @Override
  public boolean ofTheSeries() {
    return true;
  }

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    // the times and the rule are read by their own properties
  }

  @Override
  public void write(Appointment item, Component into, Context context) {
    Recurrence rule = item.recurrence();
    ContentLine line = into.first("DTSTART");
    if (rule != null
        && line != null
        && RuleWriter.write(rule).isPresent()
        && !counts(line, item.timing(), context)) {
      times.write(item, into, context);
    }
  }

  /** Whether a rule counts from the very time that Outlook counts from. */
  private static boolean counts(ContentLine line, Timing timing, Context context) {
    return TimeLine.read(TimeLine.counted(line), Zone.UTC, context)
        .filter(start -> start.wall().equals(timing.start()))
        .filter(start -> timing.allDay() || start.zone().equals(timing.startZone()))
        .isPresent();
  }
}
