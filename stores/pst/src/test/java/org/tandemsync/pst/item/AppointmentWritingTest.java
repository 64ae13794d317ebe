package org.tandemsync.pst.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Projection;
import org.tandemsync.pst.EditedMessage;
import org.tandemsync.pst.mapi.Message;
import org.tandemsync.pst.mapi.MessageEdit;
import org.tandemsync.testkit.items.GeneratedItems;

/** What is written is read again, and nothing else changes. */
class AppointmentWritingTest {
  private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");
  private static final Set<String> ALL = Set.copyOf(Fields.APPOINTMENT.names());

  static Message written(Appointment item) {
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(AppointmentCodec.write(item, ALL, edit, NOW)).isEmpty();
    return EditedMessage.of(edit);
  }

  @Provide
  Arbitrary<Appointment> appointments() {
    return GeneratedItems.appointments().map(AppointmentWritingTest::withPlainText);
  }

  /** A body always is read with its plain text, also where only HTML was written. */
  private static Appointment withPlainText(Appointment item) {
    if (item.body().html().isEmpty() || !item.body().plain().isBlank()) {
      return item;
    }
    Body body = new Body("text", item.body().html());
    return item.toBuilder()
        .body(body)
        .exceptions(
            item.exceptions().stream()
                .map(
                    e ->
                        new ExceptionalOccurrence(
                            e.originalStart(), e.occurrence().toBuilder().body(body).build()))
                .toList())
        .build();
  }

  @Property(tries = 300, seed = "1")
  void aNewAppointmentIsReadAsItIs(@ForAll("appointments") Appointment item) {
    Appointment read = AppointmentCodec.read(written(item));
    assertThat(Projection.EVERYTHING.differing(item, read)).as("%s\n%s", item, read).isEmpty();
    assertThat(read.uid()).isEqualTo(item.uid());
  }
}
