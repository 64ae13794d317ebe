package org.tandemsync.items;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far a task is: what only makes sense together, so it is merged as one value. */
public record TaskProgress(
    TaskStatus status, int percentComplete, @Nullable LocalDate dateCompleted) {
  public static TaskProgress of(Task task) {
    return new TaskProgress(task.status(), task.percentComplete(), task.dateCompleted());
  }
}
