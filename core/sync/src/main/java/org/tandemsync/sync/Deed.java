package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/**
 * An effect that is known to be done, with what it replaced: enough to take it back.
 *
 * @param id the item's id afterwards; of a deleted one the id that it had
 * @param before what the item held, or null if the effect made it. Before a deletion that is the
 *     whole item, before an update at least the fields that were written
 */
public record Deed<T>(LinkId link, Side side, Effect<T> effect, ItemId id, @Nullable T before) {

  /** What an intent has done on a side, or null if nothing. */
  static <T> @Nullable Deed<T> of(Intent<T> intent, Side side, @Nullable Applied<T> applied) {
    Effect<T> effect = intent.on(side);
    Replica<T> seen = intent.seen(side);
    return effect == null || applied == null
        ? null
        : new Deed<>(
            intent.link(),
            side,
            effect,
            applied.id(),
            effect instanceof Effect.Create || seen == null ? null : seen.item());
  }
}
