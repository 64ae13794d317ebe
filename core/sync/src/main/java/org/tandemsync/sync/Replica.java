package org.tandemsync.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as one store holds it.
 *
 * @param revision null if the store could not say; then the item is looked at again next time
 * @param stamp the mark our last effect left in it, or null
 * @param losses what the store holds of it and {@code item} cannot; it stays in the store
 */
public record Replica<T>(
    ItemId id, @Nullable Revision revision, T item, @Nullable Stamp stamp, List<Lost> losses) {

  public Replica {
    losses = List.copyOf(losses);
  }

  /** Without losses. */
  public Replica(ItemId id, @Nullable Revision revision, T item, @Nullable Stamp stamp) {
    this(id, revision, item, stamp, List.of());
  }
}
