package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/**
 * One side of a link.
 *
 * @param id the item's id on this side
 * @param revision the revision at which the item was seen to hold {@code base}; null if it must be
 *     looked at again, because the store gave none or the base lacks some of what the item holds
 * @param uid the item's UID on this side, or "" if it has none
 * @param base what this side was last confirmed to hold of what both sides agreed on
 */
public record LinkSide<T>(ItemId id, @Nullable Revision revision, String uid, T base) {

  /** The same, to be looked at again. */
  LinkSide<T> unsure() {
    return new LinkSide<>(id, null, uid, base);
  }
}
