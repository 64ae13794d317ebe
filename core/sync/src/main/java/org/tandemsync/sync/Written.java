package org.tandemsync.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an {@link Effect}. Expected outcomes are values; only surprises are exceptions.
 */
public sealed interface Written {

  /**
   * It is done and confirmed.
   *
   * @param id the item's id; for a create the new one
   * @param revision what the item has now, or null if the store did not say (a server that rewrites
   *     what it is sent answers without an ETag): then it is looked at again in the next run
   * @param losses what was to be written and the store cannot hold
   * @param birthmark of an item that was made, see {@link Replica}; else ""
   */
  record Done(ItemId id, @Nullable Revision revision, List<Lost> losses, String birthmark)
      implements Written {
    public Done {
      losses = List.copyOf(losses);
    }

    /** Of a store that has no birthmarks. */
    public Done(ItemId id, @Nullable Revision revision, List<Lost> losses) {
      this(id, revision, losses, "");
    }

    /** Without losses. */
    public Done(ItemId id, @Nullable Revision revision) {
      this(id, revision, List.of());
    }

    public Done with(List<Lost> lost) {
      return new Done(id, revision, lost, birthmark);
    }
  }

  /**
   * The item has changed since it was seen; nothing was written. The next run sees both changes.
   */
  record Stale() implements Written {}

  /** The item is not there any more; nothing was written. */
  record Gone() implements Written {}

  /**
   * The identity of a create is taken.
   *
   * @param at the item that has it, or null if the store did not say
   */
  record Exists(@Nullable ItemId at, String reason) implements Written {}

  /**
   * The store will not take this item (too large, not allowed, not valid); repeating is useless.
   */
  record Refused(String reason) implements Written {}

  /** It was certainly not done, but may be another time. */
  record NotDone(String reason) implements Written {}

  /** The answer was lost: it may have been done or not. It is settled by looking. */
  record Unknown(String reason) implements Written {}
}
