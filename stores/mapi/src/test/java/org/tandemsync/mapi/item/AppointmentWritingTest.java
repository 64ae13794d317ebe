package org.tandemsync.mapi.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Projection;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.Tags;

/** What is written is read again, and nothing else changes. */
class AppointmentWritingTest {
  private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");
  private static final Set<String> ALL = Set.copyOf(Fields.APPOINTMENT.names());

  /** They only make sense together. */
  private static final Set<String> SERIES = Set.of("timing", "recurrence", "exceptions");

  private static Message written(Appointment item) {
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(AppointmentCodec.write(item, ALL, edit, NOW)).isEmpty();
    return EditedMessage.of(edit);
  }

  private static void assertSame(Appointment read, Appointment expected) {
    assertThat(Projection.EVERYTHING.differing(read, expected))
        .as("%s\n%s", read, expected)
        .isEmpty();
    for (int i = 0; i < read.exceptions().size(); i++) {
      Appointment a = read.exceptions().get(i).occurrence();
      Appointment b = expected.exceptions().get(i).occurrence();
      assertThat(Projection.EVERYTHING.differing(a, b)).as("%s\n%s", a, b).isEmpty();
    }
  }

  @Provide
  Arbitrary<Appointment> appointments() {
    return GeneratedSeries.appointments();
  }

  @Provide
  Arbitrary<Appointment> series() {
    return GeneratedSeries.series();
  }

  @Provide
  Arbitrary<Set<String>> fields() {
    return Arbitraries.of(Fields.APPOINTMENT.names()).set().ofMaxSize(5);
  }

  @Property(tries = 70, seed = "1")
  void aNewAppointmentIsReadAsItIs(@ForAll("appointments") Appointment item) {
    Appointment read = AppointmentCodec.read(written(item));
    assertSame(read, item);
    assertThat(read.uid()).isEqualTo(item.uid());
  }

  @Property(tries = 70, seed = "2")
  void changedFieldsAreReadAndTheOthersStay(
      @ForAll("appointments") Appointment before,
      @ForAll("appointments") Appointment other,
      @ForAll("fields") Set<String> some) {
    Set<String> fields = new TreeSet<>(some);
    if (fields.removeAll(SERIES)) {
      fields.addAll(SERIES);
    }
    Appointment wanted = Fields.APPOINTMENT.overlay(before, other, fields);
    MessageEdit edit = MessageEdit.of(written(before));
    assertThat(AppointmentCodec.write(wanted, fields, edit, NOW)).isEmpty();
    assertSame(AppointmentCodec.read(EditedMessage.of(edit)), wanted);
    if (fields.equals(SERIES) || fields.isEmpty()) {
      assertThat(edit.properties().changes())
          .doesNotContainKeys(Tags.SUBJECT, Tags.BODY, AppointmentCodec.LOCATION, Tags.TANDEM_UID);
      assertThat(edit.recipients()).isEmpty();
    } else if (!fields.containsAll(SERIES)) {
      assertThat(edit.properties().changes())
          .doesNotContainKeys(
              AppointmentCodec.START, AppointmentTimes.CLIP_END, AppointmentCodec.COMMON_START);
    }
  }

  @Property(tries = 60, seed = "3")
  void whatWasReadChangesNothing(@ForAll("appointments") Appointment item) {
    Message message = written(item);
    MessageEdit edit = MessageEdit.of(message);
    assertThat(AppointmentCodec.write(AppointmentCodec.read(message), ALL, edit, NOW)).isEmpty();
    assertUntouched(edit);
  }

  static void assertUntouched(MessageEdit edit) {
    assertThat(edit.properties().changes().keySet()).isEqualTo(Set.<PropertyKey>of());
    assertThat(edit.recipients()).isEmpty();
    assertThat(edit.changedAttachments()).isEmpty();
    assertThat(edit.removedAttachments()).isEmpty();
    assertThat(edit.newAttachments()).isEmpty();
  }

  @Property(tries = 60, seed = "4")
  void oneChangedOccurrenceLeavesTheOthersAlone(@ForAll("series") Appointment series) {
    if (series.exceptions().size() < 2) {
      return;
    }
    Message message = written(series);
    List<ExceptionalOccurrence> exceptions = new ArrayList<>(series.exceptions());
    ExceptionalOccurrence removed = exceptions.removeFirst();
    ExceptionalOccurrence last = exceptions.removeLast();
    exceptions.add(
        new ExceptionalOccurrence(
            last.originalStart(), last.occurrence().toBuilder().location("elsewhere").build()));
    Appointment wanted = series.toBuilder().exceptions(exceptions).build();
    MessageEdit edit = MessageEdit.of(message);
    assertThat(AppointmentCodec.write(wanted, Set.of("exceptions"), edit, NOW)).isEmpty();
    Message after = EditedMessage.of(edit);
    assertSame(AppointmentCodec.read(after), wanted);
    assertThat(edit.removedAttachments()).hasSize(1);
    assertThat(edit.newAttachments()).isEmpty();
    assertThat(edit.changedAttachments())
        .hasSize(last.occurrence().location().equals("elsewhere") ? 0 : 1);
    List<AttachedObject> kept = new ArrayList<>(message.attachments());
    kept.retainAll(after.attachments());
    assertThat(kept).hasSize(message.attachments().size() - 1 - edit.changedAttachments().size());
    assertThat(removed.occurrence()).isNotNull();
  }
}
