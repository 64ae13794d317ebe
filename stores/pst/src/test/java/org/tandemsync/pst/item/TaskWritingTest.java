package org.tandemsync.pst.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Body;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.Task;
import org.tandemsync.pst.EditedMessage;
import org.tandemsync.pst.mapi.MessageEdit;
import org.tandemsync.testkit.items.GeneratedItems;

/** What is written is read again, and nothing else changes. */
class TaskWritingTest {
  private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");
  private static final Set<String> ALL = Set.copyOf(Fields.TASK.names());
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Provide
  Arbitrary<Task> tasks() {
    return GeneratedItems.tasks().map(TaskWritingTest::asOutlookHasIt);
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

  @Property(tries = 300, seed = "1")
  void aNewTaskIsReadAsItIs(@ForAll("tasks") Task item) {
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(TaskCodec.write(item, ALL, edit, ZONE, NOW)).isEmpty();
    Task read = TaskCodec.read(EditedMessage.of(edit));
    assertThat(Projection.EVERYTHING.differing(item, read)).as("%s\n%s", item, read).isEmpty();
    assertThat(read.uid()).isEqualTo(item.uid());
  }
}
