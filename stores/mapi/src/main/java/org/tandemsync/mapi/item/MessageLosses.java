package org.tandemsync.mapi.item;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Shortfall;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Lost;

/** What does not get into a message or out of it, as the engine tells it. */
public final class MessageLosses {
  private MessageLosses() {}

  /** Losses as the engine tells them. */
  public static List<Lost> told(List<Loss> losses) {
    return losses.stream()
        .map(loss -> new Lost(loss.kind().number(), loss.field(), loss.detail()))
        .toList();
  }

  public static List<Lost> reading(Item item, Message message, MemberSource contacts) {
    return told(Unread.of(item.type(), message, contacts));
  }

  /**
   * What an edit does not hold of an item: it is read as if it were there already.
   *
   * @param contacts finds members, also those that are written together with it
   */
  public static List<Lost> writing(
      Item wanted, Set<String> fields, MessageEdit edit, MemberSource contacts) {
    try {
      Item held = ItemClass.read(wanted.type(), EditedMessage.of(edit), wanted.uid(), contacts);
      return told(Shortfall.of(wanted, held, fields));
    } catch (DamagedException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException readingWillTell) {
      return List.of();
    }
  }

  /** What an effect would lose. Members of lists are found only when they are written. */
  public static List<Lost> expected(Effect<Item> effect, ZoneId zone, Instant now) {
    return switch (effect) {
      case Effect.Create<Item> create -> expected(create.item(), all(create.item()), zone, now);
      case Effect.Update<Item> update -> expected(update.item(), update.fields(), zone, now);
      case Effect.Delete<Item> _ -> List.of();
    };
  }

  private static List<Lost> expected(Item item, Set<String> fields, ZoneId zone, Instant now) {
    MessageEdit edit = MessageEdit.ofNew();
    Set<String> told = new HashSet<>(fields);
    told.remove("members");
    try {
      boolean refused =
          new ItemEdits(zone, now, MemberSource.NONE, MemberTarget.NONE)
              .write(item, all(item), edit)
              .isPresent();
      return refused ? List.of() : writing(item, told, edit, MemberSource.NONE);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException writingWillTell) {
      return List.of();
    }
  }

  /** The names of all fields of an item. */
  public static Set<String> all(Item item) {
    return new HashSet<>(Fields.of(item.type()).names());
  }
}
