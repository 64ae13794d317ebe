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
 * @param birthmark see {@link Replica}; "" if it is not known
 */
public record LinkSide<T>(
    ItemId id, @Nullable Revision revision, String uid, T base, String birthmark) {

  private static final String DETACHED = " (before)";

  /** Of a store that has no birthmarks. */
  public LinkSide(ItemId id, @Nullable Revision revision, String uid, T base) {
    this(id, revision, uid, base, "");
  }

  /** The same, to be looked at again. */
  LinkSide<T> unsure() {
    return new LinkSide<>(id, null, uid, base, birthmark);
  }

  /**
   * The same without an item: its id belongs to another one now. It is nowhere to be found under
   * this id, unless the store knows it under a new one.
   */
  LinkSide<T> detached() {
    return new LinkSide<>(detached(id), null, uid, base, birthmark);
  }

  static ItemId detached(ItemId id) {
    return new ItemId(id.value() + DETACHED);
  }

  /** Whether an id is that of {@link #detached}. */
  static boolean isDetached(ItemId id) {
    return id.value().endsWith(DETACHED);
  }

  /** Whether what the store has at the id is another item. */
  boolean isAnother(Replica<T> there) {
    return !birthmark.isEmpty()
        && !there.birthmark().isEmpty()
        && !birthmark.equals(there.birthmark());
  }
}
