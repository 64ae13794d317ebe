package org.tandemsync.outlook;

import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Family;
import org.tandemsync.items.ItemType;
import org.tandemsync.mapi.item.ItemClass;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.message.WindowsTimeZones;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.ContactItem;
import org.tandemsync.outlook.model.DistListItem;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Items;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlItemType;
import org.tandemsync.outlook.model.OutlookItem;
import org.tandemsync.outlook.model.TaskItem;
import org.tandemsync.sync.ItemId;

/**
 * A folder that is open in a session of Outlook, and its items.
 *
 * @param family which of them take part
 * @param otherForms whether items of forms derived from Outlook's own (IPM.Appointment.Room) take
 *     part too
 */
record OpenFolder(
    Application application,
    NameSpace session,
    Folder folder,
    String entryId,
    String storeId,
    ZoneId zone,
    Family family,
    boolean otherForms)
    implements AutoCloseable {

  /** Takes over the references, and asks what is needed of each item. */
  static OpenFolder of(
      Application application,
      NameSpace session,
      Folder folder,
      Family family,
      boolean otherForms) {
    return new OpenFolder(
        application,
        session,
        folder,
        folder.entryID(),
        folder.storeID(),
        new WindowsTimeZones(application).session(),
        family,
        otherForms);
  }

  /**
   * The type of items of a message class, also of derived forms: those that are in step already are
   * read as ever when derived forms take part no more.
   */
  Optional<ItemType> type(String messageClass) {
    return ItemClass.type(messageClass).filter(t -> family.types().contains(t));
  }

  /** The type of items of a message class, or empty if they are not listed. */
  Optional<ItemType> listed(String messageClass) {
    Optional<ItemType> type = type(messageClass);
    return otherForms ? type : type.filter(t -> plain(t).equalsIgnoreCase(messageClass));
  }

  private static String plain(ItemType type) {
    return switch (type) {
      case APPOINTMENT -> "IPM.Appointment";
      case TASK -> "IPM.Task";
      case CONTACT -> "IPM.Contact";
      case DISTRIBUTION_LIST -> "IPM.DistList";
    };
  }

  /** An item, or empty if there is none with this id. */
  Optional<Dispatch> open(ItemId id) {
    if (!id.value().toUpperCase(Locale.ROOT).matches("([0-9A-F]{2})+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(session.getItemFromID(id.value(), storeId));
    } catch (AutomationException e) {
      if (isAbsence(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static boolean isAbsence(AutomationException e) {
    return e.result().equals(HResult.MAPI_E_NOT_FOUND)
        || e.result().equals(HResult.MAPI_E_OBJECT_DELETED)
        || e.result().equals(HResult.MAPI_E_INVALID_ENTRYID);
  }

  /** Whether a folder with this entry id is this one; unknown ones are. */
  boolean isHere(Bytes parent) {
    String id = HexFormat.of().withUpperCase().formatHex(parent.toArray());
    return parent.isEmpty() || id.equalsIgnoreCase(entryId) || session.compareEntryIDs(id, entryId);
  }

  /** A new item of a type in this folder, not yet saved. */
  OutlookItem add(ItemType type) {
    try (Items items = folder.items()) {
      return item(
          items.add(
              switch (type) {
                case APPOINTMENT -> OlItemType.olAppointmentItem;
                case TASK -> OlItemType.olTaskItem;
                case CONTACT -> OlItemType.olContactItem;
                case DISTRIBUTION_LIST -> OlItemType.olDistributionListItem;
              }),
          type);
    }
  }

  /** What stands behind a reference to an item of a type. */
  static OutlookItem item(Dispatch dispatch, ItemType type) {
    return switch (type) {
      case APPOINTMENT -> new AppointmentItem(dispatch);
      case TASK -> new TaskItem(dispatch);
      case CONTACT -> new ContactItem(dispatch);
      case DISTRIBUTION_LIST -> new DistListItem(dispatch);
    };
  }

  /** The message class of an item, whatever it is. */
  static @Nullable String messageClass(Dispatch dispatch) {
    return dispatch.get("MessageClass") instanceof Variant.Text(String text) ? text : null;
  }

  @Override
  public void close() {
    folder.close();
    session.close();
  }
}
