package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/**
 * What a store can do.
 *
 * @param name how users know it: the path of the folder, the name of the collection
 * @param readOnly why nothing can be written, in plain words, or null if it is writable
 * @param revisionsAreNew whether no change of an item, whatever it is, gives it a revision that it
 *     had before
 */
public record StoreTraits(String name, @Nullable String readOnly, boolean revisionsAreNew) {

  /** One whose revisions may be those of earlier, as digests of the content are. */
  public StoreTraits(String name, @Nullable String readOnly) {
    this(name, readOnly, false);
  }

  public boolean writable() {
    return readOnly == null;
  }
}
