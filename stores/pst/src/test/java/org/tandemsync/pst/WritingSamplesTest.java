package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.AppointmentCodec;
import org.tandemsync.mapi.item.Refusal;
import org.tandemsync.mapi.item.TaskCodec;
import org.tandemsync.mapi.sample.MsgFile;
import org.tandemsync.pst.format.NodeId;

/** Every appointment and task that a real program has made, read and written again. */
class WritingSamplesTest {
  private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
  private static final PropertyName RECURRENCE = PropertyName.of(PropertySets.APPOINTMENT, 0x8216);

  /**
   * Their blobs have four bytes too many, say "every weekday" as a daily rule, and repeat the
   * reminder of the series.
   */
  private static final Set<String> NOT_CANONICAL =
      Set.of(
          "msgreader-7-days-everyday.msg",
          "msgreader-A-daily-1.msg",
          "msgreader-Lanch-time-every-friday-in-2023-chgs2.msg");

  record Sample(String name, Message message) {
    Item read() {
      return isTask() ? TaskCodec.read(message) : AppointmentCodec.read(message);
    }

    boolean isTask() {
      return message.properties().text(Tags.MESSAGE_CLASS).startsWith("IPM.Task");
    }

    boolean isItem() {
      return isTask()
          || message.properties().text(Tags.MESSAGE_CLASS).startsWith("IPM.Appointment");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(Samples.path("msg"))) {
      files
          .filter(f -> f.toString().endsWith(".msg"))
          .sorted()
          .forEach(f -> samples.add(new Sample(f.getFileName().toString(), MsgFile.read(f))));
    }
    Samples.expected().forEach(e -> samples.addAll(ofDataFile(e.file())));
    List<Sample> items = samples.stream().filter(Sample::isItem).toList();
    assertThat(items).hasSizeGreaterThan(15);
    return items.stream();
  }

  private static List<Sample> ofDataFile(String name) {
    List<Sample> samples = new ArrayList<>();
    PstFile file = PstFile.open(Samples.path(name));
    file.database()
        .forEachNode(
            e -> {
              if (e.id().type() == NodeId.MESSAGE) {
                Message message = file.message(file.database().requireNode(e.id()));
                samples.add(new Sample(name + " " + e.id(), message));
              }
            });
    return samples;
  }

  private static Optional<Refusal> write(Item item, MessageEdit edit) {
    return item instanceof Task task
        ? TaskCodec.write(task, Set.copyOf(Fields.TASK.names()), edit, ZONE, NOW)
        : AppointmentCodec.write(
            (Appointment) item, Set.copyOf(Fields.APPOINTMENT.names()), edit, NOW);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatWasReadChangesNothing(Sample sample) {
    MessageEdit edit = MessageEdit.of(sample.message());
    assertThat(write(sample.read(), edit)).isEmpty();
    assertThat(edit.properties().changes().keySet()).isEqualTo(Set.<PropertyKey>of());
    assertThat(edit.recipients()).isEmpty();
    assertThat(edit.changedAttachments()).isEmpty();
    assertThat(edit.removedAttachments()).isEmpty();
    assertThat(edit.newAttachments()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aCopyIsTheSameItem(Sample sample) {
    Item item = sample.read();
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(write(item, edit)).isEmpty();
    Message copy = EditedMessage.of(edit);
    Item read = new Sample("copy", copy).read();
    assertThat(Projection.EVERYTHING.differing(read, item)).as("%s\n%s", read, item).isEmpty();
    assertThat(read.uid()).isEqualTo(item.uid());
    Span blob = sample.message().properties().bytes(RECURRENCE);
    if (!NOT_CANONICAL.contains(sample.name())) {
      assertThat(bytes(copy.properties().bytes(RECURRENCE))).isEqualTo(bytes(blob));
    }
  }

  private static Bytes bytes(Span span) {
    return Bytes.of(span.toArray());
  }
}
