package org.tandemsync.convert.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Task;

/** The first VALARM that Outlook can show is its reminder; all others stay as they are. */
final class TaskReminder implements CalendarProperty<Task, Task.Builder> {
  private static final String FIELD = "reminder";

  @Override
  public Set<String> fields() {
    return Set.of(FIELD);
  }

  private record Chosen(Component alarm, Instant at) {}

  @Override
  public void read(Component from, Task.Builder into, Context context) {
    Chosen chosen = choose(from, context);
    into.reminder(chosen == null ? null : chosen.at);
    Alarms.loseOthers(from, chosen == null ? null : chosen.alarm, context);
  }

  private static @Nullable Chosen choose(Component todo, Context context) {
    for (Component alarm : todo.components("VALARM")) {
      Chosen chosen = chosen(alarm, todo, context);
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  /** The alarm with its time, or null if Outlook cannot show it. */
  private static @Nullable Chosen chosen(Component alarm, Component todo, Context context) {
    if (!Alarms.isForPeople(alarm)) {
      return null;
    }
    Optional<Instant> at = Alarms.trigger(alarm).flatMap(t -> instant(t, todo, context));
    if (at.isEmpty()) {
      context.lose(
          LossKind.ALARM_NOT_REPRESENTABLE,
          FIELD,
          "line " + alarm.lineNumber() + ": nothing tells when it goes off");
      return null;
    }
    return todo.first("RRULE") != null || !Alarms.isAcknowledged(alarm, at.get())
        ? new Chosen(alarm, at.get())
        : null;
  }

  private static Optional<Instant> instant(
      Alarms.Trigger trigger, Component todo, Context context) {
    Optional<Instant> start = TaskDates.startInstant(todo, context);
    Optional<Instant> due = TaskDates.dueInstant(todo, context);
    return switch (trigger) {
      case Alarms.Trigger.At(Instant at) -> Optional.of(at);
      case Alarms.Trigger.FromStart(long seconds) ->
          start.or(() -> due).map(i -> i.plusSeconds(seconds));
      case Alarms.Trigger.FromEnd(long seconds) ->
          due.or(() -> start).map(i -> i.plusSeconds(seconds));
    };
  }

  @Override
  public void write(Task item, Component into, Context context) {
    Instant wanted = item.reminder();
    Chosen chosen = choose(into, context);
    if (wanted == null) {
      for (Component alarm : into.components("VALARM")) {
        Chosen shown = chosen(alarm, into, context);
        if (shown != null) {
          Alarms.silence(into, alarm, shown.at);
        }
      }
      return;
    }
    Optional<Instant> start = TaskDates.startInstant(into, context);
    boolean absolute =
        chosen == null
            ? context.settings().calendar().tasks().fixedReminders()
            : Alarms.trigger(chosen.alarm).orElse(null) instanceof Alarms.Trigger.At;
    ContentLine old = chosen == null ? null : chosen.alarm.first("TRIGGER");
    ContentLine base = old == null ? ContentLine.of("TRIGGER", "") : old;
    ContentLine trigger =
        start.isPresent() && !absolute
            ? base.withParameter("RELATED", "START")
                .withParameter("VALUE", "DURATION")
                .withValue(DurationValue.text(Duration.between(start.get(), wanted).toSeconds()))
            : base.withoutParameter("RELATED")
                .withParameter("VALUE", "DATE-TIME")
                .withValue(DateTimeValue.utc(wanted));
    Alarms.put(into, chosen == null ? null : chosen.alarm, trigger);
  }
}
