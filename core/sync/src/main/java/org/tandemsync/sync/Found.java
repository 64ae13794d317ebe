package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/** The answer to a direct question about one item. */
public sealed interface Found<T> {
  ItemId id();

  /** The item is there. */
  record Present<T>(Replica<T> replica) implements Found<T> {
    @Override
    public ItemId id() {
      return replica.id();
    }
  }

  /**
   * The store says that there is no such item: the only proof of absence.
   *
   * @param neverGiven whether the store knows that it has given this id to no item so far: somebody
   *     who has it got it from a later state of the store
   */
  record Absent<T>(ItemId id, boolean neverGiven) implements Found<T> {

    /** It may have been there. */
    public Absent(ItemId id) {
      this(id, false);
    }
  }

  /**
   * There is something, but it is not an item of this profile (a task in a calendar of
   * appointments). It is left alone and is no deletion.
   */
  record Foreign<T>(ItemId id, @Nullable Revision revision) implements Found<T> {}

  /**
   * There is something that cannot be understood or fetched; nothing may be concluded from it.
   *
   * @param title what a person would call the item, or its id
   * @param reason in plain words, with the offending line where there is one
   */
  record Unreadable<T>(ItemId id, @Nullable Revision revision, String title, String reason)
      implements Found<T> {}
}
