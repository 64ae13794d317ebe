package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.common;
import static org.tandemsync.mapi.item.Names.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.DelegationState;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.RecurrenceBlob;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;

/** Tasks (IPM.Task, [MS-OXOTASK]). */
public final class TaskCodec {
  static final PropertyName STATUS = task(0x8101);
  static final PropertyName PERCENT = task(0x8102);
  static final PropertyName TEAM = task(0x8103);
  static final PropertyName START = task(0x8104);
  static final PropertyName DUE = task(0x8105);
  static final PropertyName COMPLETED = task(0x810F);
  static final PropertyName ACTUAL = task(0x8110);
  static final PropertyName ESTIMATED = task(0x8111);
  static final PropertyName RECURRENCE = task(0x8116);
  static final PropertyName COMPLETE = task(0x811C);
  static final PropertyName OWNER = task(0x811F);
  static final PropertyName ASSIGNER = task(0x8121);
  static final PropertyName RECURRING = task(0x8126);
  static final PropertyName ROLE = task(0x8127);
  static final PropertyName ACCEPTANCE = task(0x812A);
  static final PropertyName REMINDER_SET = common(0x8503);
  static final PropertyName REMINDER_TIME = common(0x8502);
  static final PropertyName REMINDER_SIGNAL = common(0x8560);

  private TaskCodec() {}

  public static Task read(Message message) {
    PropertyBag bag = message.properties();
    TaskStatus said =
        CommonFields.pick(TaskStatus.values(), bag.integer(STATUS, 0), TaskStatus.NOT_STARTED);
    int percent = (int) Math.round(Math.clamp(bag.real(PERCENT, 0), 0.0, 1.0) * 100);
    // any one of the three means complete, as in Outlook
    boolean complete = bag.flag(COMPLETE) || said == TaskStatus.COMPLETE || percent == 100;
    return Task.builder()
        .uid(bag.text(Tags.TANDEM_UID))
        .parentUid(bag.text(Tags.TANDEM_PARENT))
        .url(bag.text(Tags.TANDEM_URL))
        .subject(CommonFields.subject(bag))
        .body(BodyCodec.read(bag))
        .startDate(date(bag.time(START)))
        .dueDate(date(bag.time(DUE)))
        .status(complete ? TaskStatus.COMPLETE : said)
        .percentComplete(complete ? 100 : percent)
        .dateCompleted(complete ? date(bag.time(COMPLETED)) : null)
        .importance(CommonFields.importance(bag))
        .sensitivity(CommonFields.sensitivity(bag))
        .categories(CommonFields.categories(bag))
        .reminder(reminder(bag))
        .recurrence(recurrence(bag))
        .owner(bag.text(OWNER))
        .delegator(bag.text(ASSIGNER))
        .delegationState(
            CommonFields.pick(
                DelegationState.values(),
                bag.integer(ACCEPTANCE, 0),
                DelegationState.NOT_DELEGATED))
        .role(bag.text(ROLE))
        .teamTask(bag.flag(TEAM))
        .totalWork(Math.max(0, bag.integer(ESTIMATED, 0)))
        .actualWork(Math.max(0, bag.integer(ACTUAL, 0)))
        .attachments(AttachmentCodec.read(message.attachments()))
        .business(CommonFields.business(bag))
        .userProperties(CommonFields.userProperties(bag))
        .created(bag.time(Tags.CREATED))
        .modified(bag.time(Tags.MODIFIED))
        .build();
  }

  /**
   * Writes a task. Fields that the message has already are left alone, and so is everything that no
   * field of the task stands for.
   *
   * @param item as it is to be, complete
   * @param fields names of the fields that changed ({@code Fields.TASK}); a new message gets all
   * @param zone the user's zone, in which the dates begin and end; UTC if it is not known
   * @param now when it is written
   * @return why Outlook cannot hold the item, or empty; then nothing is to be written
   */
  public static Optional<Refusal> write(
      Task item, Set<String> fields, MessageEdit edit, ZoneId zone, Instant now) {
    return TaskWriter.write(item, fields, edit, zone, now);
  }

  /** Outlook writes the midnight of a date as if its clock were UTC. */
  private static @Nullable LocalDate date(@Nullable Instant midnight) {
    return midnight == null ? null : LocalDate.ofInstant(midnight, ZoneOffset.UTC);
  }

  private static @Nullable Instant reminder(PropertyBag bag) {
    if (!bag.flag(REMINDER_SET)) {
      return null;
    }
    Instant time = bag.time(REMINDER_TIME);
    Instant signal = time != null ? time : bag.time(REMINDER_SIGNAL);
    return signal == null ? null : signal.truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable Recurrence recurrence(PropertyBag bag) {
    Span blob = bag.bytes(RECURRENCE);
    return bag.flag(RECURRING) && !blob.isEmpty()
        ? RecurrenceCodec.read(RecurrenceBlob.parse(blob), List.of())
        : null;
  }
}
