package org.tandemsync.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as one store holds it.
 *
 * @param revision null if the store could not say; then the item is looked at again next time
 * @param stamp the mark our last effect left in it, or null
 * @param losses what the store holds of it and {@code item} cannot; it stays in the store
 * @param original the item in the store's own form, with all that {@code item} cannot hold; null
 *     where that is not known or not wanted
 * @param birthmark what stays with the item for all its life and no other item of the store has: it
 *     tells an item from another one to which its id was given again. "" where the store has none
 */
public record Replica<T>(
    ItemId id,
    @Nullable Revision revision,
    T item,
    @Nullable Stamp stamp,
    List<Lost> losses,
    @Nullable String original,
    String birthmark) {

  public Replica {
    losses = List.copyOf(losses);
  }

  /** Of a store that has no birthmarks. */
  public Replica(
      ItemId id,
      @Nullable Revision revision,
      T item,
      @Nullable Stamp stamp,
      List<Lost> losses,
      @Nullable String original) {
    this(id, revision, item, stamp, losses, original, "");
  }

  /** Without its original form. */
  public Replica(
      ItemId id, @Nullable Revision revision, T item, @Nullable Stamp stamp, List<Lost> losses) {
    this(id, revision, item, stamp, losses, null);
  }

  /** Without losses. */
  public Replica(ItemId id, @Nullable Revision revision, T item, @Nullable Stamp stamp) {
    this(id, revision, item, stamp, List.of(), null);
  }

  /** The same without its original form. */
  public Replica<T> withoutOriginal() {
    return original == null
        ? this
        : new Replica<>(id, revision, item, stamp, losses, null, birthmark);
  }

  /** The same as if it held this. */
  public Replica<T> with(T other, List<Lost> lost) {
    return new Replica<>(id, revision, other, stamp, lost, original, birthmark);
  }
}
