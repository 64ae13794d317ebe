package org.tandemsync.outlook;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ItemClass;
import org.tandemsync.mapi.item.MemberSource;
import org.tandemsync.mapi.item.MessageLosses;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.message.MessageReader;
import org.tandemsync.outlook.message.OutlookMessage;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;

/** Reads the items of a folder. */
final class FolderItem {
  private final OpenFolder folder;
  private final MemberSource people;

  FolderItem(OpenFolder folder, MemberSource people) {
    this.folder = folder;
    this.people = people;
  }

  /**
   * Reads one item.
   *
   * @param type from the listing, or null if it is not known yet
   */
  Found<Item> read(ItemId id, @Nullable ItemType type) {
    try (Dispatch dispatch = folder.open(id).orElse(null)) {
      if (dispatch == null) {
        return new Found.Absent<>(id);
      }
      ItemType known = type == null ? type(dispatch) : type;
      return known == null ? new Found.Foreign<>(id, null) : read(id, known, dispatch);
    } catch (AutomationException e) {
      if (OpenFolder.isAbsence(e)) {
        return new Found.Absent<>(id);
      }
      if (e.result().gone() || e.result().busy()) {
        throw e;
      }
      return new Found.Unreadable<>(id, null, "item " + id, reason(e));
    }
  }

  @Nullable ItemType type(Dispatch dispatch) {
    String messageClass = OpenFolder.messageClass(dispatch);
    return messageClass == null ? null : folder.type(messageClass).orElse(null);
  }

  private Found<Item> read(ItemId id, ItemType type, Dispatch dispatch) {
    OutlookMessage message = null;
    try {
      message = message(dispatch, type);
      if (!folder.isHere(message.parent())) {
        return new Found.Absent<>(id);
      }
      Item item = decode(id, type, message);
      Stamp stamp = Stamp.parse(message.properties().text(Tags.TANDEM_STAMP)).orElse(null);
      return new Found.Present<>(
          new Replica<>(
              id, message.revision(), item, stamp, MessageLosses.reading(item, message, people)));
    } catch (DamagedException
        | IllegalArgumentException
        | DateTimeException
        | UncheckedIOException
        | ArithmeticException e) {
      Revision revision = message == null ? null : message.revision();
      return new Found.Unreadable<>(id, revision, title(id, message), reason(e));
    }
  }

  private static String title(ItemId id, @Nullable OutlookMessage message) {
    String subject = message == null ? "" : message.properties().text(Tags.SUBJECT);
    return subject.isBlank() ? "item " + id : subject;
  }

  private String reason(Exception e) {
    return "In Outlook's folder: " + e.getMessage();
  }

  OutlookMessage message(Dispatch dispatch, ItemType type) {
    return new MessageReader(folder.zone()).read(OpenFolder.item(dispatch, type), type);
  }

  Item decode(ItemId id, ItemType type, OutlookMessage message) {
    return ItemClass.read(type, message, FolderContents.ofPlace(id), people);
  }
}
