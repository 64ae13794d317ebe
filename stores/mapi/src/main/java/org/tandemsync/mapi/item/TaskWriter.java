package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.common;
import static org.tandemsync.mapi.item.Names.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.RecurrenceBlob;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;

/** Writes tasks (IPM.Task, [MS-OXOTASK]). */
final class TaskWriter {
  private static final int ICON = 0x500;
  private static final int SIDE_EFFECTS = 0x110;

  private static final PropertyName VERSION = task(0x8112);
  private static final PropertyName STATE = task(0x8113);
  private static final PropertyName COMMON_START = common(0x8516);
  private static final PropertyName COMMON_END = common(0x8517);

  /** PidTagFlagStatus: 1 complete, 2 flagged. */
  private static final int COMPLETE = 1;

  private static final int FLAGGED = 2;

  private final Task item;
  private final MessageEdit edit;
  private final PropertyEdits edits;
  private final ZoneId zone;

  private TaskWriter(Task item, MessageEdit edit, ZoneId zone) {
    this.item = item;
    this.edit = edit;
    this.edits = edit.properties();
    this.zone = zone;
  }

  static Optional<Refusal> write(
      Task item, Set<String> fields, MessageEdit edit, ZoneId zone, Instant now) {
    Set<String> changed = changed(item, fields, edit);
    Recurrence recurrence = item.recurrence();
    Optional<Refusal> refusal = DateLimits.of(item.title(), dates(item));
    if (refusal.isEmpty() && recurrence != null && changed.contains("recurrence")) {
      refusal = SeriesLimits.ofRule(item.title(), recurrence);
    }
    if (refusal.isPresent()) {
      return refusal;
    }
    TaskWriter writer = new TaskWriter(item, edit, zone);
    if (edit.isNew()) {
      writer.writeNew(now);
    }
    writer.writeIdentity();
    writer.writeFields(changed);
    if (!edit.isNew() && !changed.isEmpty()) {
      PropertyEdits edits = edit.properties();
      edits.integer(VERSION, edits.before().integer(VERSION, 0) + 1);
    }
    return Optional.empty();
  }

  private static List<LocalDate> dates(Task item) {
    List<LocalDate> dates = new ArrayList<>();
    LocalDate start = item.startDate();
    if (start != null) {
      dates.add(start);
    }
    LocalDate due = item.dueDate();
    if (due != null) {
      dates.add(due);
    }
    LocalDate completed = item.dateCompleted();
    if (completed != null) {
      dates.add(completed);
    }
    return dates;
  }

  private static Set<String> changed(Task item, Set<String> fields, MessageEdit edit) {
    if (edit.isNew()) {
      return Set.copyOf(Fields.TASK.names());
    }
    Set<String> changed =
        new TreeSet<>(Projection.EVERYTHING.differing(TaskCodec.read(edit.before()), item));
    changed.retainAll(fields);
    return changed;
  }

  private void writeNew(Instant now) {
    CommonFields.writeNew("IPM.Task", ICON, SIDE_EFFECTS, edits);
    edits
        .integer(VERSION, 1)
        .integer(STATE, 1) // the user's own
        .integer(task(0x8129), 0) // not assigned
        .integer(task(0x8123), Integer.MAX_VALUE) // order
        .flag(task(0x8124), false)
        .flag(task(0x812C), false)
        .integer(task(0x8139), 0)
        .flag(common(0x850E), false)
        .integer(common(0x8518), 0)
        .time(common(0x85A0), now) // place in the to-do bar
        .text(common(0x85A1), "5555555")
        .time(common(0x85BF), now);
  }

  private void writeIdentity() {
    if (!item.uid().isEmpty() && !edits.before().text(Tags.TANDEM_UID).equals(item.uid())) {
      edits.text(Tags.TANDEM_UID, item.uid());
    }
  }

  private void writeFields(Set<String> changed) {
    for (String field : changed) {
      switch (field) {
        case "subject" -> CommonFields.writeSubject(item.subject(), edits);
        case "body" -> BodyCodec.write(item.body(), edits);
        case "start-date" -> writeDate(item.startDate(), TaskCodec.START, COMMON_START);
        case "due-date" -> writeDate(item.dueDate(), TaskCodec.DUE, COMMON_END);
        case "progress" -> writeProgress();
        case "importance" -> CommonFields.writeImportance(item.importance(), edits);
        case "sensitivity" -> CommonFields.writeSensitivity(item.sensitivity(), edits);
        case "categories" -> CommonFields.writeCategories(item.categories(), edits);
        case "reminder" -> writeReminder();
        case "recurrence" -> writeRecurrence(item.recurrence());
        case "attachments" -> AttachmentCodec.write(item.attachments(), edit);
        case "parent-uid" -> edits.text(Tags.TANDEM_PARENT, item.parentUid());
        case "url" -> edits.text(Tags.TANDEM_URL, item.url());
        case "business" -> CommonFields.writeBusiness(item.business(), edits);
        case "user-properties" -> CommonFields.writeUserProperties(item.userProperties(), edits);
        default -> writeAssignment(field);
      }
    }
  }

  private void writeAssignment(String field) {
    switch (field) {
      case "owner" -> edits.text(TaskCodec.OWNER, item.owner());
      case "delegator" -> edits.text(TaskCodec.ASSIGNER, item.delegator());
      case "delegation-state" ->
          edits.integer(TaskCodec.ACCEPTANCE, item.delegationState().ordinal());
      case "role" -> edits.text(TaskCodec.ROLE, item.role());
      case "team-task" -> edits.flag(TaskCodec.TEAM, item.teamTask());
      case "total-work" -> edits.integer(TaskCodec.ESTIMATED, item.totalWork());
      case "actual-work" -> edits.integer(TaskCodec.ACTUAL, item.actualWork());
      default -> {}
    }
  }

  /** The date as if its midnight were in UTC, and the midnight of the user. */
  private void writeDate(@Nullable LocalDate date, PropertyName plain, PropertyName midnight) {
    edits.time(plain, utcMidnight(date));
    edits.time(midnight, date == null ? null : date.atStartOfDay(zone).toInstant());
  }

  private static @Nullable Instant utcMidnight(@Nullable LocalDate date) {
    return date == null ? null : date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void writeProgress() {
    boolean complete = item.status() == TaskStatus.COMPLETE;
    edits
        .integer(TaskCodec.STATUS, item.status().ordinal())
        .real(TaskCodec.PERCENT, item.percentComplete() / 100.0)
        .flag(TaskCodec.COMPLETE, complete)
        .time(TaskCodec.COMPLETED, utcMidnight(item.dateCompleted()));
    int flag = edits.before().integer(Tags.FLAG_STATUS, 0);
    if (flag != 0) {
      edits.integer(Tags.FLAG_STATUS, complete ? COMPLETE : FLAGGED);
    }
  }

  private void writeReminder() {
    Instant reminder = item.reminder();
    edits.flag(TaskCodec.REMINDER_SET, reminder != null);
    if (reminder != null) {
      edits
          .time(TaskCodec.REMINDER_TIME, reminder)
          .time(TaskCodec.REMINDER_SIGNAL, reminder)
          .integer(common(0x8501), 0);
    }
  }

  private void writeRecurrence(@Nullable Recurrence recurrence) {
    edits.flag(TaskCodec.RECURRING, recurrence != null);
    int icon = edits.before().integer(Tags.ICON, ICON);
    if (icon == ICON || icon == ICON + 1) {
      edits.integer(Tags.ICON, recurrence == null ? ICON : ICON + 1);
    }
    if (recurrence == null) {
      edits.remove(TaskCodec.RECURRENCE);
      return;
    }
    Span bytes = edits.before().bytes(TaskCodec.RECURRENCE);
    Optional<RecurrenceBlob> before =
        bytes.isEmpty() || !edits.before().flag(TaskCodec.RECURRING)
            ? Optional.empty()
            : Optional.of(RecurrenceBlob.parse(bytes));
    RecurrenceBlob blob = RecurrenceWriter.blob(recurrence, before, List.of(), List.of());
    edits
        .bytes(TaskCodec.RECURRENCE, blob.encode())
        .flag(task(0x8109), false) // more occurrences are left
        .flag(task(0x8107), item.reminder() != null); // reminds of the next one too
  }
}
