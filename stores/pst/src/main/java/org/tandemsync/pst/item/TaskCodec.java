package org.tandemsync.pst.item;

import static org.tandemsync.pst.item.Names.common;
import static org.tandemsync.pst.item.Names.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.DelegationState;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.pst.format.Span;
import org.tandemsync.pst.mapi.Message;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.PropertyName;
import org.tandemsync.pst.mapi.RecurrenceBlob;
import org.tandemsync.pst.mapi.Tags;

/** Tasks (IPM.Task, [MS-OXOTASK]). */
public final class TaskCodec {
  private static final PropertyName STATUS = task(0x8101);
  private static final PropertyName PERCENT = task(0x8102);
  private static final PropertyName TEAM = task(0x8103);
  private static final PropertyName START = task(0x8104);
  private static final PropertyName DUE = task(0x8105);
  private static final PropertyName COMPLETED = task(0x810F);
  private static final PropertyName ACTUAL = task(0x8110);
  private static final PropertyName ESTIMATED = task(0x8111);
  private static final PropertyName RECURRENCE = task(0x8116);
  private static final PropertyName COMPLETE = task(0x811C);
  private static final PropertyName OWNER = task(0x811F);
  private static final PropertyName ASSIGNER = task(0x8121);
  private static final PropertyName RECURRING = task(0x8126);
  private static final PropertyName ROLE = task(0x8127);
  private static final PropertyName ACCEPTANCE = task(0x812A);
  private static final PropertyName REMINDER_SET = common(0x8503);
  private static final PropertyName REMINDER_TIME = common(0x8502);
  private static final PropertyName REMINDER_SIGNAL = common(0x8560);

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
