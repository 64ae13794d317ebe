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
    Alarms.put(into, chosen == null ? null : chosen.alarm, trigger(wanted, chosen, into, context));
  }

  /** A trigger at that time, counted from where the one before counted from. */
  private static ContentLine trigger(
      Instant wanted, @Nullable Chosen chosen, Component todo, Context context) {
    Alarms.Trigger present = chosen == null ? null : Alarms.trigger(chosen.alarm).orElse(null);
    ContentLine old = chosen == null ? null : chosen.alarm.first("TRIGGER");
    ContentLine base = old == null ? ContentLine.of("TRIGGER", "") : old;
    Optional<Instant> due = TaskDates.dueInstant(todo, context);
    if (present instanceof Alarms.Trigger.FromEnd && due.isPresent()) {
      return relative(base, "END", due.get(), wanted);
    }
    boolean absolute =
        chosen == null
            ? context.settings().calendar().tasks().fixedReminders()
            : present instanceof Alarms.Trigger.At;
    Optional<Instant> start = TaskDates.startInstant(todo, context);
    return start.isPresent() && !absolute
        ? relative(base, "START", start.get(), wanted)
        : absolute(base, wanted);
  }

  private static ContentLine relative(
      ContentLine base, String related, Instant anchor, Instant wanted) {
    return base.withParameter("RELATED", related)
        .withParameter("VALUE", "DURATION")
        .withValue(DurationValue.text(Duration.between(anchor, wanted).toSeconds()));
  }

  private static ContentLine absolute(ContentLine base, Instant wanted) {
    return base.withoutParameter("RELATED")
        .withParameter("VALUE", "DATE-TIME")
        .withValue(DateTimeValue.utc(wanted));
  }

  /**
   * Before a task loses its dates: the reminder that counts from one of them says its time itself
   * from now on, as it would be left with nothing to count from.
   */
  static void fix(Component todo, Task before, Task wanted, Context context) {
    boolean losesDates =
        (before.startDate() != null || before.dueDate() != null)
            && wanted.startDate() == null
            && wanted.dueDate() == null
            && wanted.recurrence() == null;
    Chosen chosen = losesDates ? choose(todo, context) : null;
    ContentLine trigger = chosen == null ? null : chosen.alarm.first("TRIGGER");
    if (chosen != null && trigger != null) {
      chosen.alarm.put(absolute(trigger, chosen.at));
    }
  }
}
