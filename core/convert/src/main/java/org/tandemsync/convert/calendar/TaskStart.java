package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Task;

/** DTSTART. A rule needs one even where the task has no start: then it is the pattern's. */
final class TaskStart implements CalendarProperty<Task, Task.Builder> {

  @Override
  public Set<String> fields() {
    return Set.of("start-date", "recurrence");
  }

  @Override
  public void read(Component from, Task.Builder into, Context context) {
    into.startDate(TaskDates.start(from, context));
  }

  @Override
  public void write(Task item, Component into, Context context) {
    LocalDate wanted = item.startDate();
    Recurrence rule = item.recurrence();
    boolean forRule = wanted == null && rule != null && RuleWriter.write(rule).isPresent();
    LocalDate written = forRule && rule != null ? rule.start() : wanted;
    ContentLine oldStart = RecurrenceRule.startLine(into);
    ContentLine present = into.first("DTSTART");
    boolean stays =
        present != null
            && Objects.equals(TaskDates.start(into, context), wanted)
            && (!forRule || Objects.equals(dateFor(present), written));
    if (!stays) {
      write(into, written, forRule, context);
    }
    TaskDates.countAtHome(into, rule, context);
    SeriesAlignment.apply(into, oldStart, context);
  }

  private static void write(
      Component into, @Nullable LocalDate wanted, boolean forRule, Context context) {
    TaskDates.writeStart(into, wanted, context);
    ContentLine line = into.first("DTSTART");
    if (line != null) {
      into.replace(
          line,
          forRule
              ? line.withParameter(TaskDates.FOR_THE_RULE, "TRUE")
              : line.withoutParameter(TaskDates.FOR_THE_RULE));
    }
  }

  private static LocalDate dateFor(ContentLine line) {
    return DateTimeValue.parse(line.value()).map(DateTimeValue::date).orElse(LocalDate.MIN);
  }
}
