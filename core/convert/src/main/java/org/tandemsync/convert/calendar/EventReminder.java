package org.tandemsync.convert.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;

/** The first VALARM that Outlook can show is its reminder; all others stay as they are. */
final class EventReminder implements CalendarProperty<Appointment, Appointment.Builder> {
  private static final String FIELD = "reminder";

  @Override
  public Set<String> fields() {
    return Set.of(FIELD);
  }

  private record Chosen(Component alarm, int minutes, Instant at) {}

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    Chosen chosen = choose(from, context);
    into.reminder(chosen == null ? Reminder.NONE : Reminder.before(chosen.minutes));
    Alarms.loseOthers(from, chosen == null ? null : chosen.alarm, context);
  }

  private static @Nullable Chosen choose(Component event, Context context) {
    for (Component alarm : event.components("VALARM")) {
      if (Alarms.isForPeople(alarm)) {
        Chosen chosen = chosen(alarm, event, context);
        if (chosen != null) {
          return chosen;
        }
      }
    }
    return null;
  }

  /** The alarm with its distance from the start, or null if Outlook cannot show it. */
  private static @Nullable Chosen chosen(Component alarm, Component event, Context context) {
    Optional<Alarms.Trigger> trigger = Alarms.trigger(alarm);
    if (trigger.isEmpty()) {
      lose(alarm, "it has no trigger that can be read", context);
      return null;
    }
    Timing timing = EventTimes.timing(event, context);
    Instant start = instant(new Moment(timing.start(), timing.startZone(), false), context);
    Instant end = instant(new Moment(timing.end(), timing.endZone(), false), context);
    long before =
        switch (trigger.get()) {
          case Alarms.Trigger.FromStart(long seconds) -> -seconds;
          case Alarms.Trigger.FromEnd(long seconds) ->
              -(seconds + Duration.between(start, end).toSeconds());
          case Alarms.Trigger.At(Instant at) -> Duration.between(at, start).toSeconds();
        };
    if (before < 0) {
      lose(alarm, "Outlook reminds before the start, not after it", context);
      return null;
    }
    if (before % 60 != 0) {
      lose(alarm, "Outlook counts whole minutes: " + before + " seconds before", context);
    }
    Instant at = start.minusSeconds(before);
    boolean single = !SeriesRule.isSeries(event);
    return single && Alarms.isAcknowledged(alarm, at)
        ? null
        : new Chosen(alarm, (int) Math.min(before / 60, Integer.MAX_VALUE), at);
  }

  private static Instant instant(Moment moment, Context context) {
    return context.zones().instant(moment);
  }

  private static void lose(Component alarm, String why, Context context) {
    context.lose(
        LossKind.ALARM_NOT_REPRESENTABLE, FIELD, "line " + alarm.lineNumber() + ": " + why);
  }

  @Override
  public void write(Appointment item, Component into, Context context) {
    Chosen chosen = choose(into, context);
    if (!item.reminder().set()) {
      for (Component alarm : into.components("VALARM")) {
        Chosen shown = Alarms.isForPeople(alarm) ? chosen(alarm, into, context) : null;
        if (shown != null) {
          Alarms.silence(into, alarm, shown.at);
        }
      }
      return;
    }
    int minutes = item.reminder().minutesBefore();
    ContentLine old = chosen == null ? null : chosen.alarm.first("TRIGGER");
    ContentLine base = old == null ? ContentLine.of("TRIGGER", "") : old;
    Alarms.put(
        into,
        chosen == null ? null : chosen.alarm,
        base.withoutParameter("RELATED")
            .withoutParameter("VALUE")
            .withValue(minutes == 0 ? "-P0D" : "-PT" + minutes + "M"));
  }
}
