package org.tandemsync.pst;

import java.util.Locale;
import java.util.Optional;
import org.tandemsync.items.ItemType;

/** Message classes as types of item: the class itself and what forms derive from it. */
final class ItemClass {
  private ItemClass() {}

  static Optional<ItemType> type(String messageClass) {
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

  private static boolean isOrBelow(String name, String prefix) {
    return name.equals(prefix) || name.startsWith(prefix + ".");
  }
}
