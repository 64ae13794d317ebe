package org.tandemsync.convert.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.LossKind;

/** The VALARMs of a component, and which of them is Outlook's one reminder. */
final class Alarms {
  private Alarms() {}

  /** When an alarm goes off: a time, or a distance from the start or the end. */
  sealed interface Trigger {
    record At(Instant instant) implements Trigger {}

    record FromStart(long seconds) implements Trigger {}

    record FromEnd(long seconds) implements Trigger {}
  }

  /**
   * Whether Outlook could show it: one that is displayed or played, and not a program's own
   * default, snooze or dummy.
   */
  static boolean isForPeople(Component alarm) {
    ContentLine action = alarm.first("ACTION");
    String name = action == null ? "" : action.value().strip().toUpperCase(Locale.ROOT);
    ContentLine appleDefault = alarm.first("X-APPLE-DEFAULT-ALARM");
    boolean isDefault =
        appleDefault != null && appleDefault.value().strip().equalsIgnoreCase("TRUE");
    boolean isSnooze =
        alarm.first("X-MOZ-SNOOZE-TIME") != null
            || alarm.lines("RELATED-TO").stream()
                .anyMatch(l -> l.hasParameter("RELTYPE", "SNOOZE"));
    return (name.equals("DISPLAY") || name.equals("AUDIO")) && !isDefault && !isSnooze;
  }

  /** Tells of the alarms that stand beside Outlook's one reminder, and of those by mail. */
  static void loseOthers(Component from, @Nullable Component chosen, Context context) {
    for (Component alarm : from.components("VALARM")) {
      ContentLine action = alarm.first("ACTION");
      boolean mail = action != null && action.value().strip().equalsIgnoreCase("EMAIL");
      boolean further = chosen != null && isForPeople(alarm) && isAhead(alarm);
      if (alarm != chosen && (mail || further)) {
        ContentLine trigger = alarm.first("TRIGGER");
        context.lose(
            mail ? LossKind.ALARM_NOT_REPRESENTABLE : LossKind.FURTHER_ALARM,
            "reminder",
            "line "
                + alarm.lineNumber()
                + (mail ? ": Outlook does not remind by mail: " : ": a further alarm: ")
                + (trigger == null ? "" : trigger.value()));
      }
    }
  }

  /** Not one that somebody has seen and closed. */
  private static boolean isAhead(Component alarm) {
    return alarm.first("ACKNOWLEDGED") == null && trigger(alarm).isPresent();
  }

  /** The trigger, if it can be read and is not Apple's dummy of 1976. */
  static Optional<Trigger> trigger(Component alarm) {
    ContentLine line = alarm.first("TRIGGER");
    if (line == null) {
      return Optional.empty();
    }
    Optional<DateTimeValue> at = DateTimeValue.parse(line.value());
    if (at.isPresent()) {
      Instant instant = at.get().wall().toInstant(java.time.ZoneOffset.UTC);
      boolean dummy = at.get().date().isBefore(LocalDate.of(1977, 1, 1));
      return dummy ? Optional.empty() : Optional.of(new Trigger.At(instant));
    }
    boolean end = line.hasParameter("RELATED", "END");
    return DurationValue.parse(line.value())
        .map(DurationValue::totalSeconds)
        .map(s -> end ? new Trigger.FromEnd(s) : new Trigger.FromStart(s));
  }

  /** Whether another program already acknowledged an alarm that goes off at {@code instant}. */
  static boolean isAcknowledged(Component alarm, Instant instant) {
    ContentLine line = alarm.first("ACKNOWLEDGED");
    return line != null
        && DateTimeValue.parse(line.value())
            .map(v -> !v.wall().toInstant(java.time.ZoneOffset.UTC).isBefore(instant))
            .orElse(false);
  }

  /**
   * Makes it silent. One that was acknowledged before its event moved is acknowledged again, as the
   * program that made it would; any other is removed.
   */
  static void silence(Component from, Component alarm, Instant instant) {
    ContentLine acknowledged = alarm.first("ACKNOWLEDGED");
    if (acknowledged == null || isAcknowledged(alarm, instant)) {
      from.remove(alarm);
    } else {
      alarm.replace(acknowledged, acknowledged.withValue(DateTimeValue.utc(instant)));
    }
  }

  /** A new one that shows a message. */
  static Component display(ContentLine trigger) {
    Component alarm = Component.of("VALARM");
    alarm.add(ContentLine.of("ACTION", "DISPLAY"));
    alarm.add(trigger);
    alarm.add(ContentLine.of("DESCRIPTION", "Reminder"));
    return alarm;
  }

  /** Gives the alarm this trigger, or adds an alarm that has it. */
  static void put(Component into, @Nullable Component alarm, ContentLine trigger) {
    if (alarm == null) {
      into.add(display(trigger));
      return;
    }
    alarm.put(trigger);
    alarm.removeLines(l -> l.is("ACKNOWLEDGED"));
  }
}
