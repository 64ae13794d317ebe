package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/**
 * What a store can do.
 *
 * @param name how users know it: the path of the folder, the name of the collection
 * @param readOnly why nothing can be written, in plain words, or null if it is writable
 */
public record StoreTraits(String name, @Nullable String readOnly) {
  public boolean writable() {
    return readOnly == null;
  }
}
