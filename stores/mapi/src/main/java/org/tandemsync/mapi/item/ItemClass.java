package org.tandemsync.mapi.item;

import java.util.Locale;
import java.util.Optional;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.mapi.Message;

/** Message classes as types of item: the class itself and what forms derive from it. */
public final class ItemClass {
  private ItemClass() {}

  /** The type of the items of a class, or empty if it is none of ours. */
  public static Optional<ItemType> type(String messageClass) {
    String name = messageClass.toLowerCase(Locale.ROOT);
    if (isOrBelow(name, "ipm.appointment")) {
      return Optional.of(ItemType.APPOINTMENT);
    }
    if (isOrBelow(name, "ipm.task")) {
      return Optional.of(ItemType.TASK);
    }
    if (isOrBelow(name, "ipm.contact")) {
      return Optional.of(ItemType.CONTACT);
    }
    return isOrBelow(name, "ipm.distlist")
        ? Optional.of(ItemType.DISTRIBUTION_LIST)
        : Optional.empty();
  }

  /**
   * Reads a message.
   *
   * @param uid of people that carry none of our own
   */
  public static Item read(ItemType type, Message message, String uid, MemberSource contacts) {
    return switch (type) {
      case APPOINTMENT -> AppointmentCodec.read(message);
      case TASK -> TaskCodec.read(message);
      case CONTACT -> ContactCodec.read(message, uid);
      case DISTRIBUTION_LIST -> DistributionListCodec.read(message, uid, contacts);
    };
  }

  private static boolean isOrBelow(String name, String prefix) {
    return name.equals(prefix) || name.startsWith(prefix + ".");
  }
}
