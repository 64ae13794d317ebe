package org.tandemsync.convert.calendar;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Task;

/** RELATED-TO of the parent: subtasks of Nextcloud, Tasks.org and Apple. Others stay. */
final class ParentTask implements CalendarProperty<Task, Task.Builder> {

  @Override
  public Set<String> fields() {
    return Set.of("parent-uid");
  }

  @Override
  public void read(Component from, Task.Builder into, Context context) {
    ContentLine line = parent(from);
    into.parentUid(line == null ? "" : line.text());
  }

  private static @Nullable ContentLine parent(Component todo) {
    for (ContentLine line : todo.lines("RELATED-TO")) {
      List<String> type = line.parameterValues("RELTYPE");
      if (type.isEmpty() || line.hasParameter("RELTYPE", "PARENT")) {
        return line;
      }
    }
    return null;
  }

  @Override
  public void write(Task item, Component into, Context context) {
    ContentLine line = parent(into);
    String wanted = TextValue.legal(item.parentUid());
    if (wanted.isEmpty()) {
      for (; line != null; line = parent(into)) {
        into.remove(line);
      }
    } else if (line == null) {
      into.add(ContentLine.of("RELATED-TO", TextValue.escape(wanted)));
    } else {
      into.replace(line, line.withText(wanted));
    }
  }
}
