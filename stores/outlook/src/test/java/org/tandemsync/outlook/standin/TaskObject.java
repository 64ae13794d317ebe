package org.tandemsync.outlook.standin;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.tandemsync.outlook.automation.OleDate;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.OlTaskStatus;

/** A task: status, percentage, completeness and date of completion follow each other. */
final class TaskObject extends ItemObject implements PatternOwner {
  TaskObject(StandIn outlook, StoredFolder home) {
    super(outlook, "TaskItem", home);
  }

  TaskObject(StandIn outlook, StoredItem stored) {
    super(outlook, stored);
  }

  @Override
  void put(String name, Variant value) {
    switch (name) {
      case "Status" -> {
        int done = OlTaskStatus.olTaskComplete.value();
        boolean complete = integer(value) == done;
        boolean was = integer(shown("Status")) == done;
        super.put(name, value);
        if (complete) {
          completed();
        } else if (was) {
          keep("Complete", Variant.of(false));
          keep("PercentComplete", Variant.of(0));
          keep("DateCompleted", Variant.of(OleDate.NONE));
        }
      }
      case "PercentComplete" -> {
        super.put(name, value);
        int percent = integer(value);
        if (percent == 100) {
          completed();
        } else {
          keep("Complete", Variant.of(false));
          keep("DateCompleted", Variant.of(OleDate.NONE));
          keep("Status", Variant.of(percent == 0 ? 0 : 1));
        }
      }
      case "Complete" -> {
        if (value.equals(Variant.of(true))) {
          completed();
        } else {
          put("PercentComplete", Variant.of(0));
        }
      }
      case "StartDate", "DueDate" -> {
        // a task has days, whatever time it is given
        LocalDateTime given = ((Variant.Date) value).value();
        super.put(name, Variant.of(given.with(LocalTime.MIDNIGHT)));
        if (name.equals("StartDate") && starts().isAfter(due())) {
          super.put("DueDate", shown("StartDate"));
        }
      }
      default -> super.put(name, value);
    }
  }

  private LocalDateTime starts() {
    LocalDateTime start = ((Variant.Date) shown("StartDate")).value();
    return start.equals(OleDate.NONE) ? LocalDateTime.MIN : start;
  }

  private LocalDateTime due() {
    return ((Variant.Date) shown("DueDate")).value();
  }

  private void completed() {
    keep("Status", Variant.of(OlTaskStatus.olTaskComplete.value()));
    keep("PercentComplete", Variant.of(100));
    keep("Complete", Variant.of(true));
    if (shown("DateCompleted").equals(Variant.of(OleDate.NONE))) {
      keep("DateCompleted", Variant.of(outlook.local(outlook.now()).with(LocalTime.MIDNIGHT)));
    }
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    switch (name) {
      case "MarkComplete" -> {
        alive(name);
        completed();
        return Variant.NOTHING;
      }
      case "GetRecurrencePattern" -> {
        alive(name);
        return recurrencePattern();
      }
      case "ClearRecurrencePattern" -> {
        alive(name);
        draft().pattern(null);
        keep("IsRecurring", Variant.of(false));
        return Variant.NOTHING;
      }
      default -> {
        return super.call(name, arguments);
      }
    }
  }

  /** Asking for the pattern of a single task makes it come back. */
  private Variant recurrencePattern() {
    SeriesPattern pattern = draft().pattern();
    if (pattern == null) {
      LocalDateTime due = due();
      LocalDateTime first = due.equals(OleDate.NONE) ? outlook.local(outlook.now()) : due;
      pattern = new SeriesPattern(first.with(LocalTime.MIDNIGHT), 0);
      draft().pattern(pattern);
      keep("IsRecurring", Variant.of(true));
    }
    return reference(new RecurrencePatternObject(outlook, this, pattern));
  }

  @Override
  public StoredItem savedSeries(String member) {
    throw failure(
        org.tandemsync.outlook.automation.HResult.E_FAIL, member, "Tasks have no occurrences.");
  }

  @Override
  public java.time.ZoneId startZone() {
    return outlook.zone();
  }

  @Override
  public void patternChanged() {
    edited();
  }

  @Override
  public void patternReleased() {}
}
