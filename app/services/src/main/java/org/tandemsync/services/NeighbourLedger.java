package org.tandemsync.services;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Replica;

/**
 * A neighbour with what it has in step.
 *
 * @param obstacle why moves between it and this profile cannot be followed, or null
 */
record NeighbourLedger(
    Neighbour neighbour,
    Ledgers.Opened opened,
    @Nullable String obstacle,
    Map<ItemId, LinkHead> byLeft,
    Map<ItemId, LinkHead> byRight) {

  static NeighbourLedger of(Neighbour neighbour, Ledgers.Opened opened, @Nullable String obstacle) {
    Map<ItemId, LinkHead> byLeft = new HashMap<>();
    Map<ItemId, LinkHead> byRight = new HashMap<>();
    for (LinkHead head : opened.ledger().heads()) {
      byLeft.put(head.left().id(), head);
      byRight.put(head.right().id(), head);
    }
    return new NeighbourLedger(neighbour, opened, obstacle, byLeft, byRight);
  }

  /** An item that was just made may not have told its birthmark yet, but its UID is known. */
  static boolean isSame(LinkSide<Item> known, Replica<Item> there) {
    return known.birthmark().isEmpty() || there.birthmark().isEmpty()
        ? !known.uid().isEmpty() && known.uid().equals(there.item().uid())
        : known.birthmark().equals(there.birthmark());
  }
}
