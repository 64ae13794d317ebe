package org.tandemsync.mapi.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.mapi.item.Names.common;
import static org.tandemsync.mapi.item.Names.task;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.items.Body;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.RecurrenceBlob;
import org.tandemsync.mapi.Tags;
import org.tandemsync.testkit.items.GeneratedItems;

/** What is written is read again, and nothing else changes. */
class TaskWritingTest {
  private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");
  private static final Set<String> ALL = Set.copyOf(Fields.TASK.names());
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static Message written(Task item) {
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(TaskCodec.write(item, ALL, edit, ZONE, NOW)).isEmpty();
    return EditedMessage.of(edit);
  }

  private static MessageEdit changed(Message message, Task item, String... fields) {
    MessageEdit edit = MessageEdit.of(message);
    assertThat(TaskCodec.write(item, Set.of(fields), edit, ZONE, NOW)).isEmpty();
    return edit;
  }

  @Provide
  Arbitrary<Task> tasks() {
    Arbitrary<RecurrencePattern> regenerating =
        Arbitraries.of(RecurrencePattern.Unit.class)
            .map(unit -> new RecurrencePattern.Regenerating(3, unit));
    return Arbitraries.oneOf(
        GeneratedItems.tasks().map(TaskWritingTest::asOutlookHasIt),
        regenerating.map(
            p ->
                Task.builder()
                    .recurrence(Recurrence.of(p, LocalDate.of(2024, 2, 29), RecurrenceEnd.NEVER))
                    .build()));
  }

  @Provide
  Arbitrary<Set<String>> fields() {
    return Arbitraries.of(Fields.TASK.names()).set().ofMaxSize(5);
  }

  /** With plain text beside HTML, and a rule that begins on one of its dates. */
  private static Task asOutlookHasIt(Task task) {
    boolean onlyHtml = !task.body().html().isEmpty() && task.body().plain().isBlank();
    return task.toBuilder()
        .body(onlyHtml ? new Body("text", task.body().html()) : task.body())
        .recurrence(onItsDates(task.recurrence()))
        .build();
  }

  private static @Nullable Recurrence onItsDates(@Nullable Recurrence rule) {
    if (rule == null) {
      return null;
    }
    LocalDate first = Occurrences.of(rule.withEnd(RecurrenceEnd.NEVER)).first().orElseThrow();
    return rule.withStart(first);
  }

  private static void assertSame(Task read, Task expected) {
    assertThat(Projection.EVERYTHING.differing(read, expected))
        .as("%s\n%s", read, expected)
        .isEmpty();
  }

  @Property(tries = 100, seed = "1")
  void aNewTaskIsReadAsItIs(@ForAll("tasks") Task item) {
    Task read = TaskCodec.read(written(item));
    assertSame(read, item);
    assertThat(read.uid()).isEqualTo(item.uid());
  }

  @Property(tries = 100, seed = "2")
  void changedFieldsAreReadAndTheOthersStay(
      @ForAll("tasks") Task before,
      @ForAll("tasks") Task other,
      @ForAll("fields") Set<String> fields) {
    if (before.body().html().equals(other.body().html())) {
      // HTML that stays when the text changes is out of date, and is dropped
      other = other.toBuilder().body(before.body()).build();
    }
    Task wanted = Fields.TASK.overlay(before, other, fields);
    Message message = written(before);
    MessageEdit edit = changed(message, other.withUid(before.uid()), fields.toArray(new String[0]));
    assertSame(TaskCodec.read(EditedMessage.of(edit)), wanted);
    Set<String> untouched = new TreeSet<>(ALL);
    untouched.removeAll(fields);
    if (untouched.contains("start-date")) {
      assertThat(edit.properties().changes()).doesNotContainKeys(task(0x8104), common(0x8516));
    }
    if (untouched.contains("progress")) {
      assertThat(edit.properties().changes()).doesNotContainKeys(task(0x8101), task(0x811C));
    }
    if (untouched.contains("body")) {
      assertThat(edit.properties().changes()).doesNotContainKeys(Tags.BODY, Tags.HTML);
    }
  }

  @Property(tries = 100, seed = "3")
  void whatWasReadChangesNothing(@ForAll("tasks") Task item) {
    Message message = written(item);
    MessageEdit edit = MessageEdit.of(message);
    assertThat(TaskCodec.write(TaskCodec.read(message), ALL, edit, ZONE, NOW)).isEmpty();
    AppointmentWritingTest.assertUntouched(edit);
  }

  /** Outlook's plain dates look like UTC; beside them are the midnights of the user. */
  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2017-02-19T05:00:00Z",
    "Europe/Vienna, 2017-02-18T23:00:00Z",
    "Pacific/Kiritimati, 2017-02-18T10:00:00Z",
    "UTC, 2017-02-19T00:00:00Z"
  })
  void datesAreMidnights(String zone, Instant midnight) {
    Task item =
        Task.builder()
            .startDate(LocalDate.of(2017, 2, 19))
            .dueDate(LocalDate.of(2017, 2, 19))
            .build();
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(TaskCodec.write(item, ALL, edit, ZoneId.of(zone), NOW)).isEmpty();
    PropertyBag bag = EditedMessage.of(edit).properties();
    assertThat(bag.time(task(0x8104))).isEqualTo("2017-02-19T00:00:00Z");
    assertThat(bag.time(task(0x8105))).isEqualTo("2017-02-19T00:00:00Z");
    assertThat(bag.time(common(0x8516))).isEqualTo(midnight);
    assertThat(bag.time(common(0x8517))).isEqualTo(midnight);
  }

  @Test
  void aNewTaskIsOneOfOutlook() {
    PropertyBag bag = written(Task.builder().subject("Tax").build()).properties();
    assertThat(bag.text(Tags.MESSAGE_CLASS)).isEqualTo("IPM.Task");
    assertThat(bag.integer(Tags.ICON, 0)).isEqualTo(0x500);
    assertThat(bag.integer(common(0x8510), 0)).isEqualTo(0x110);
    assertThat(bag.integer(task(0x8113), 0)).isEqualTo(1);
    assertThat(bag.integer(task(0x8112), 0)).isEqualTo(1);
    assertThat(bag.has(task(0x8104))).isFalse();
    assertThat(bag.has(common(0x8517))).isFalse();
    assertThat(bag.text(common(0x85A1))).isEqualTo("5555555");
  }

  @ParameterizedTest
  @EnumSource(TaskStatus.class)
  void progressIsWrittenInAllItsCopies(TaskStatus status) {
    boolean complete = status == TaskStatus.COMPLETE;
    Task item =
        Task.builder()
            .status(status)
            .percentComplete(complete ? 100 : 40)
            .dateCompleted(complete ? LocalDate.of(2024, 1, 2) : null)
            .build();
    PropertyBag bag = written(item).properties();
    assertThat(bag.integer(task(0x8101), -1)).isEqualTo(status.ordinal());
    assertThat(bag.real(task(0x8102), -1)).isEqualTo(complete ? 1.0 : 0.4);
    assertThat(bag.flag(task(0x811C))).isEqualTo(complete);
    assertThat(bag.time(task(0x810F)))
        .isEqualTo(complete ? Instant.parse("2024-01-02T00:00:00Z") : null);
  }

  @Test
  void aFlaggedTaskIsNotFlaggedAnyMoreWhenItIsDone() {
    Task open = Task.builder().subject("x").build();
    MessageEdit flag = MessageEdit.of(written(open));
    flag.properties().integer(Tags.FLAG_STATUS, 2);
    Message flagged = EditedMessage.of(flag);
    Task done = open.toBuilder().status(TaskStatus.COMPLETE).percentComplete(100).build();
    Message after = EditedMessage.of(changed(flagged, done, "progress"));
    assertThat(after.properties().integer(Tags.FLAG_STATUS, 0)).isEqualTo(1);
    Message again = EditedMessage.of(changed(after, open, "progress"));
    assertThat(again.properties().integer(Tags.FLAG_STATUS, 0)).isEqualTo(2);
    assertThat(again.properties().integer(task(0x8112), 0)).isEqualTo(3);
  }

  @Test
  void aRecurringTaskHasTheFirstPartOfTheBlob() {
    Recurrence rule =
        Recurrence.of(
            new RecurrencePattern.Weekly(2, Set.of(DayOfWeek.MONDAY)),
            LocalDate.of(2024, 1, 1),
            new RecurrenceEnd.AfterCount(4));
    Message message = written(Task.builder().recurrence(rule).build());
    PropertyBag bag = message.properties();
    assertThat(bag.flag(task(0x8126))).isTrue();
    assertThat(bag.integer(Tags.ICON, 0)).isEqualTo(0x501);
    RecurrenceBlob blob = RecurrenceBlob.parse(bag.bytes(task(0x8116)));
    assertThat(blob.encode().length()).isEqualTo(bag.bytes(task(0x8116)).length());
    Task single = Task.builder().build();
    PropertyBag after = EditedMessage.of(changed(message, single, "recurrence")).properties();
    assertThat(after.flag(task(0x8126))).isFalse();
    assertThat(after.has(task(0x8116))).isFalse();
    assertThat(after.integer(Tags.ICON, 0)).isEqualTo(0x500);
  }

  @Test
  void aReminderIsItsTime() {
    Instant time = Instant.parse("2024-06-01T07:30:00Z");
    Message message = written(Task.builder().reminder(time).build());
    assertThat(message.properties().flag(common(0x8503))).isTrue();
    assertThat(message.properties().time(common(0x8502))).isEqualTo(time);
    assertThat(message.properties().time(common(0x8560))).isEqualTo(time);
    Message off = EditedMessage.of(changed(message, Task.builder().build(), "reminder"));
    assertThat(off.properties().flag(common(0x8503))).isFalse();
    assertThat(TaskCodec.read(off).reminder()).isNull();
  }

  @Test
  void aRuleThatOutlookCannotHoldIsRefused() {
    Recurrence rule =
        Recurrence.of(
            new RecurrencePattern.Yearly(1, Month.MAY, 1),
            LocalDate.of(2024, 1, 1),
            RecurrenceEnd.NEVER);
    Task item = Task.builder().subject("Tax").recurrence(rule).build();
    MessageEdit edit = MessageEdit.ofNew();
    Optional<Refusal> refusal = TaskCodec.write(item, ALL, edit, ZoneOffset.UTC, NOW);
    assertThat(refusal.orElseThrow().reason()).contains("Tax").contains("2024-01-01");
    AppointmentWritingTest.assertUntouched(edit);
  }
}
