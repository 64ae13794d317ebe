package org.tandemsync.sync;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An effect that is done, with what it replaced: enough to take it back.
 *
 * @param id the item's id afterwards; of a deleted one the id that it had
 * @param before what the item held, or null if the effect made it. Before a deletion that is the
 *     whole item, before an update at least the fields that were written
 * @param certain false if no answer came and nobody can say any more whether it was done
 * @param original what was deleted, in the form that the store gave it; or null
 */
public record Deed<T>(
    LinkId link,
    Side side,
    Effect<T> effect,
    ItemId id,
    @Nullable T before,
    boolean certain,
    @Nullable String original) {

  /** One of which the original form is not known. */
  public Deed(
      LinkId link, Side side, Effect<T> effect, ItemId id, @Nullable T before, boolean certain) {
    this(link, side, effect, id, before, certain, null);
  }

  /** What an intent has done on a side, or null if nothing. */
  static <T> @Nullable Deed<T> of(Intent<T> intent, Side side, @Nullable Applied<T> applied) {
    Effect<T> effect = intent.on(side);
    return effect == null || applied == null
        ? null
        : new Deed<>(
            intent.link(),
            side,
            effect,
            applied.id(),
            effect instanceof Effect.Create ? null : seen(intent, side),
            true,
            original(intent, side));
  }

  /** What an intent has perhaps done to an item that was there, or null if to none. */
  static <T> @Nullable Deed<T> perhaps(Intent<T> intent, Side side) {
    return switch (intent.on(side)) {
      case null -> null;
      case Effect.Create<T> _ -> null;
      case Effect.Update<T> update ->
          new Deed<>(intent.link(), side, update, update.id(), seen(intent, side), false);
      case Effect.Delete<T> delete ->
          new Deed<>(
              intent.link(),
              side,
              delete,
              delete.id(),
              seen(intent, side),
              false,
              original(intent, side));
    };
  }

  /** What an intent that nobody will settle any more has perhaps done; empty if to nothing. */
  public static <T> Optional<Deed<T>> left(Intent<T> intent, Side side) {
    return Optional.ofNullable(perhaps(intent, side));
  }

  /** An intent has it of what is deleted only. */
  private static <T> @Nullable String original(Intent<T> intent, Side side) {
    Replica<T> seen = intent.seen(side);
    return seen == null ? null : seen.original();
  }

  private static <T> @Nullable T seen(Intent<T> intent, Side side) {
    Replica<T> seen = intent.seen(side);
    return seen == null ? null : seen.item();
  }
}
