package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/**
 * An item as one store holds it.
 *
 * @param revision null if the store could not say; then the item is looked at again next time
 * @param stamp the mark our last effect left in it, or null
 */
public record Replica<T>(ItemId id, @Nullable Revision revision, T item, @Nullable Stamp stamp) {}
