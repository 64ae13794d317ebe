package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/**
 * An effect that is known to be done.
 *
 * @param id the item's id now
 * @param revision the revision that it has now, or null if nobody said
 * @param held what it was seen to hold at that revision, or null if the store confirmed that it is
 *     what was sent
 * @param adopt whether {@code held} becomes the base: only where nothing flows back from this side
 * @param birthmark see {@link Replica}; "" if nobody said
 */
record Applied<T>(
    ItemId id, @Nullable Revision revision, @Nullable T held, boolean adopt, String birthmark) {

  /** The store confirmed it. */
  static <T> Applied<T> confirmed(Written.Done done) {
    return new Applied<>(done.id(), done.revision(), null, false, done.birthmark());
  }

  /** What was deleted. */
  static <T> Applied<T> confirmed(ItemId id, @Nullable Revision revision) {
    return new Applied<>(id, revision, null, false, "");
  }
}
