package org.tandemsync.convert.calendar;

import java.util.Set;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Task;

/** DUE; a DURATION is read, but where the date changes DUE takes its place. */
final class TaskDue implements CalendarProperty<Task, Task.Builder> {

  @Override
  public Set<String> fields() {
    return Set.of("due-date");
  }

  @Override
  public void read(Component from, Task.Builder into, Context context) {
    into.dueDate(TaskDates.due(from, context));
  }

  @Override
  public void write(Task item, Component into, Context context) {
    if (repeatsByDueNoMore(item, into)) {
      new TaskStart().write(item, into, context);
    }
    ContentLine oldStart = RecurrenceRule.startLine(into);
    TaskDates.writeDue(into, item.dueDate(), context);
    TaskDates.countAtHome(into, item.recurrence(), context);
    SeriesAlignment.apply(into, oldStart, context);
  }

  /** Whether the rule counts from this DUE and keeps its start: one that is postponed once. */
  private static boolean repeatsByDueNoMore(Task item, Component into) {
    Recurrence rule = item.recurrence();
    return rule != null
        && item.startDate() == null
        && into.first("RRULE") != null
        && into.first("DTSTART") == null
        && !rule.start().equals(item.dueDate());
  }
}
