package org.tandemsync.services;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkHead;

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
}
