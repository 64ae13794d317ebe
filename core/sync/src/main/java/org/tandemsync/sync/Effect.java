package org.tandemsync.sync;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change to a store. Every effect is conditional: it never overwrites what was not seen. */
public sealed interface Effect<T> {

  /** What a person would call the item, for messages. */
  String title();

  /**
   * Makes a new item. Fails with {@link Written.Exists} if the identity is taken.
   *
   * @param uid the identity, committed before the effect: a repeated create has the same one, so
   *     that a late first attempt cannot double the item
   * @param item what it should hold; its own uid is {@code uid}
   * @param original the form in which this store once gave it ({@link Replica#original}): what else
   *     is in it is made again too, if the store can; or null
   */
  record Create<T>(String uid, T item, Stamp stamp, String title, @Nullable String original)
      implements Effect<T> {

    /** One that was never there. */
    public Create(String uid, T item, Stamp stamp, String title) {
      this(uid, item, stamp, title, null);
    }
  }

  /**
   * Changes the named fields of an item and leaves all else as it is, also what is not mapped.
   *
   * @param expected the revision that was seen; if the item has another one the effect is {@link
   *     Written.Stale}
   * @param item the values; only those of {@code fields} count
   */
  record Update<T>(
      ItemId id, Revision expected, T item, Set<String> fields, Stamp stamp, String title)
      implements Effect<T> {}

  /** Removes an item. Fails with {@link Written.Stale} if it has another revision. */
  record Delete<T>(ItemId id, Revision expected, String title) implements Effect<T> {}
}
