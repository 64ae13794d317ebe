package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;

/**
 * STATUS, PERCENT-COMPLETE and COMPLETED, kept consistent: complete is 100 % with a date, and
 * nothing else has one. Outlook's "waiting" is NEEDS-ACTION with a mark of ours, and with the
 * option "deferred" is too.
 */
final class Progress implements CalendarProperty<Task, Task.Builder> {
  private static final String WAITING = "X-TANDEM-WAITING";
  private static final String DEFERRED = "X-TANDEM-DEFERRED";

  @Override
  public Set<String> fields() {
    return Set.of("progress");
  }

  @Override
  public void read(Component from, Task.Builder into, Context context) {
    ContentLine status = from.first("STATUS");
    String name = status == null ? "" : status.value().strip().toUpperCase(Locale.ROOT);
    int percent = percent(from, context);
    LocalDate completed = completed(from.first("COMPLETED"), context);
    if (completed != null || name.equals("COMPLETED") || percent == 100) {
      into.status(TaskStatus.COMPLETE).percentComplete(100).dateCompleted(completed);
      return;
    }
    TaskStatus read =
        switch (name) {
          case "IN-PROCESS" -> TaskStatus.IN_PROGRESS;
          case "CANCELLED" -> TaskStatus.DEFERRED;
          default -> marked(status);
        };
    into.status(read).percentComplete(percent).dateCompleted(null);
  }

  private static TaskStatus marked(@Nullable ContentLine status) {
    if (status == null) {
      return TaskStatus.NOT_STARTED;
    }
    return status.hasParameter(WAITING, "TRUE")
        ? TaskStatus.WAITING
        : status.hasParameter(DEFERRED, "TRUE") ? TaskStatus.DEFERRED : TaskStatus.NOT_STARTED;
  }

  private static int percent(Component todo, Context context) {
    ContentLine line = todo.first("PERCENT-COMPLETE");
    if (line == null || line.value().isBlank()) {
      return 0;
    }
    try {
      return Math.clamp(Long.parseLong(line.value().strip()), 0, 100);
    } catch (NumberFormatException notANumber) {
      context.lose(
          LossKind.BAD_PERCENT, "progress", "line " + line.lineNumber() + ": " + line.value());
      return 0;
    }
  }

  /** The user's date; some programs write a DATE although RFC 5545 wants an instant. */
  private static @Nullable LocalDate completed(@Nullable ContentLine line, Context context) {
    if (line == null) {
      return null;
    }
    return DateTimeValue.parse(line.value())
        .map(
            v ->
                v.utc()
                    ? v.wall()
                        .atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(context.userZone())
                        .toLocalDate()
                    : v.date())
        .orElse(null);
  }

  @Override
  public void write(Task item, Component into, Context context) {
    writeStatus(item.status(), into, context);
    ContentLine percent = into.first("PERCENT-COMPLETE");
    if (percent != null || item.percentComplete() > 0) {
      String value = Integer.toString(item.percentComplete());
      into.put(
          percent == null ? ContentLine.of("PERCENT-COMPLETE", value) : percent.withValue(value));
    }
    writeCompleted(item.dateCompleted(), into, context);
  }

  private static void writeStatus(TaskStatus wanted, Component into, Context context) {
    ContentLine line = into.first("STATUS");
    boolean open = context.settings().calendar().tasks().deferredIsOpen();
    ContentLine plain =
        line == null
            ? ContentLine.of("STATUS", "")
            : line.withoutParameter(WAITING).withoutParameter(DEFERRED);
    into.put(
        switch (wanted) {
          case NOT_STARTED -> plain.withValue("NEEDS-ACTION");
          case WAITING -> plain.withParameter(WAITING, "TRUE").withValue("NEEDS-ACTION");
          case IN_PROGRESS -> plain.withValue("IN-PROCESS");
          case COMPLETE -> plain.withValue("COMPLETED");
          case DEFERRED ->
              open
                  ? plain.withParameter(DEFERRED, "TRUE").withValue("NEEDS-ACTION")
                  : plain.withValue("CANCELLED");
        });
  }

  private static void writeCompleted(@Nullable LocalDate date, Component into, Context context) {
    ContentLine line = into.first("COMPLETED");
    if (date == null) {
      into.removeLines(l -> l.is("COMPLETED"));
    } else if (!Objects.equals(completed(line, context), date)) {
      String midnight = DateTimeValue.utc(date.atStartOfDay(context.userZone()).toInstant());
      into.put(ContentLine.of("COMPLETED", midnight));
    }
  }
}
