package org.tandemsync.services;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.Side;

/**
 * A linked item that somebody moved to the folders of another profile on one side, or on both.
 *
 * @param link as the profile knows it that has lost the item
 * @param left its id in the other profile's folder, or null if it was not moved there
 * @param right its id in the other profile's collection, or null
 */
record Relocation(
    Neighbour from,
    Neighbour to,
    Link<Item> link,
    @Nullable ItemId left,
    @Nullable ItemId right,
    Action.Move action) {

  /** Where it is already. */
  @Nullable ItemId arrived(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** Where it is still to be moved. */
  Set<Side> missing() {
    Set<Side> missing = EnumSet.noneOf(Side.class);
    for (Side side : Side.values()) {
      if (arrived(side) == null) {
        missing.add(side);
      }
    }
    return missing;
  }

  ItemId id(Side side) {
    return link.side(side).id();
  }
}
