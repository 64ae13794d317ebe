package org.tandemsync.convert.calendar;

import java.util.Set;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
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
    ContentLine oldStart = RecurrenceRule.startLine(into);
    TaskDates.writeDue(into, item.dueDate(), context);
    TaskDates.countAtHome(into, item.recurrence(), context);
    SeriesAlignment.apply(into, oldStart, context);
  }
}
