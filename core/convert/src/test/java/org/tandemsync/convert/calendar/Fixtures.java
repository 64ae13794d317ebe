package org.tandemsync.convert.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.ResourceLens.Reading.Understood;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Family;
import org.tandemsync.items.Field;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Task;

/**
 * The files under fixtures, one folder for each program, as these programs write them. A file that
 * is dropped there is a test; beside it stands what it is read as.
 */
final class Fixtures {
  static final Path ROOT = Path.of("src", "test", "resources", "fixtures");

  private Fixtures() {}

  static List<Path> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(f -> f.toString().endsWith(".ics")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isTask(String text) {
    return text.contains("BEGIN:VTODO");
  }

  static ResourceLens lens(String text) {
    return Lenses.of(isTask(text) ? Family.TASKS : Family.EVENTS, Events.SETTINGS);
  }

  static Understood read(String text) {
    ResourceLens.Reading reading = lens(text).get(text);
    if (reading instanceof Understood understood) {
      return understood;
    }
    throw new AssertionError(reading + " in " + text);
  }

  /** Every field of the item that is not as in a blank one, and the losses, one a line. */
  static String description(Understood reading) {
    StringBuilder out = new StringBuilder();
    out.append("uid: ").append(reading.item().uid()).append('\n');
    out.append("created: ").append(created(reading.item())).append('\n');
    out.append("modified: ").append(reading.item().modified()).append('\n');
    describe(reading.item(), "", out);
    for (Loss loss : reading.losses()) {
      out.append("loss: ").append(loss.code()).append(", ").append(loss.field());
      out.append(", ").append(loss.detail()).append('\n');
    }
    return out.toString();
  }

  private static Object created(Item item) {
    return Objects.requireNonNullElse(
        item instanceof Appointment a ? a.created() : ((Task) item).created(), "unknown");
  }

  private static void describe(Item item, String indent, StringBuilder out) {
    if (item instanceof Appointment appointment) {
      Fields.APPOINTMENT.all().stream()
          .filter(f -> !f.name().equals("exceptions"))
          .forEach(f -> describe(f, appointment, Fields.APPOINTMENT.blank(), indent, out));
      appointment
          .exceptions()
          .forEach(
              e -> {
                out.append(indent).append("occurrence of ").append(e.originalStart());
                out.append('\n');
                describe(e.occurrence(), indent + "  ", out);
              });
    } else {
      Fields.TASK.all().forEach(f -> describe(f, (Task) item, Fields.TASK.blank(), indent, out));
    }
  }

  private static <I extends Item, B> void describe(
      Field<I, B, ?> field, I item, I blank, String indent, StringBuilder out) {
    if (!field.same(item, blank)) {
      String value = String.valueOf(field.get().apply(item));
      out.append(indent).append(field.name()).append(": ");
      out.append(value.replace("\n", "\\n")).append('\n');
    }
  }
}
