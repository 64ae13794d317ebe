package org.tandemsync.outlook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Item;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Shortfall;
import org.tandemsync.items.Task;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.item.ItemClass;
import org.tandemsync.mapi.item.ItemEdits;
import org.tandemsync.mapi.item.MemberSource;
import org.tandemsync.mapi.item.MemberTarget;
import org.tandemsync.mapi.item.MessageLosses;
import org.tandemsync.outlook.item.RecurrenceWriter;
import org.tandemsync.outlook.message.AppointmentChange;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Lost;

/** What a write would lose, without asking Outlook. */
final class ForetoldLosses {
  private ForetoldLosses() {}

  static List<Lost> of(Effect<Item> effect, ZoneId zone, Instant now) {
    return switch (effect) {
      case Effect.Create<Item> create ->
          of(create.item().withUid(create.uid()), MessageLosses.all(create.item()), zone, now);
      case Effect.Update<Item> update -> of(update.item(), update.fields(), zone, now);
      case Effect.Delete<Item> _ -> List.of();
    };
  }

  private static List<Lost> of(Item item, Set<String> fields, ZoneId zone, Instant now) {
    Set<String> told = new HashSet<>(fields);
    told.remove("members"); // who they are is found when they are written
    MessageEdit edit = MessageEdit.ofNew();
    Item possible = possible(item);
    try {
      if (refusal(item).isPresent()
          || new ItemEdits(zone, now, MemberSource.NONE, MemberTarget.NONE)
              .write(possible, MessageLosses.all(item), edit)
              .isPresent()) {
        return List.of();
      }
      Item held =
          ItemClass.read(item.type(), EditedMessage.of(edit), item.uid(), MemberSource.NONE);
      return MessageLosses.told(Shortfall.of(item, held, told));
    } catch (DamagedException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException writingWillTell) {
      return List.of();
    }
  }

  /** Why Outlook's object model cannot hold an item, or empty. */
  static Optional<String> refusal(Item item) {
    return switch (item) {
      case Appointment appointment -> AppointmentChange.refusal(appointment);
      case Task task -> {
        Recurrence rule = task.recurrence();
        yield rule == null ? Optional.empty() : RecurrenceWriter.refusalOfTask(rule);
      }
      default -> Optional.empty();
    };
  }

  /** Without what the object model cannot attach: links. */
  static Item possible(Item item) {
    return switch (item) {
      case Appointment a ->
          a.toBuilder()
              .attachments(files(a.attachments()))
              .exceptions(
                  a.exceptions().stream()
                      .map(
                          e ->
                              new org.tandemsync.items.ExceptionalOccurrence(
                                  e.originalStart(), (Appointment) possible(e.occurrence())))
                      .toList())
              .build();
      case Task t -> t.toBuilder().attachments(files(t.attachments())).build();
      default -> item;
    };
  }

  private static List<Attachment> files(List<Attachment> attachments) {
    return attachments.stream().filter(a -> a.uri().isEmpty() || a.isLeftOut()).toList();
  }
}
