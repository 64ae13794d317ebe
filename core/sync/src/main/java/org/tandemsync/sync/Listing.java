package org.tandemsync.sync;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a store says it holds, without bodies.
 *
 * @param scope how much the rows say about what they do not name
 * @param rows the items, each once
 * @param removed items that are gone since the checkpoint: of {@link Scope#CHANGES}, and where the
 *     store was asked for them too ({@link Continuity#TOLD})
 * @param next where the next listing may go on, or null if the store has no incremental listing
 * @param continuity whether the store goes on from the checkpoint
 */
public record Listing(
    Scope scope,
    List<Row> rows,
    Set<ItemId> removed,
    @Nullable Checkpoint next,
    Continuity continuity) {

  public Listing {
    rows = List.copyOf(rows);
    removed = Set.copyOf(removed);
  }

  /** A store that goes on from where it was, or was not asked to. */
  public Listing(Scope scope, List<Row> rows, Set<ItemId> removed, @Nullable Checkpoint next) {
    this(scope, rows, removed, next, Continuity.USUAL);
  }

  /** Whether the store goes on from where it was at the checkpoint. */
  public enum Continuity {
    /** Nothing speaks against it. */
    USUAL,
    /** It lists everything, and has told beside that all that is gone since the checkpoint. */
    TOLD,
    /** It does not know the checkpoint. */
    BROKEN,
    /** It is at an earlier state: its own counters have gone back. */
    REVERSED
  }

  /** The same from a store that goes on in another way. */
  public Listing with(Continuity other) {
    return new Listing(scope, rows, removed, next, other);
  }

  /** How much a listing says about what it does not name. */
  public enum Scope {
    /** Everything there is: what is not named is not there. */
    COMPLETE,
    /** What changed since the checkpoint: what is not named is as it was. */
    CHANGES,
    /** Cut short: what is not named is unknown. */
    PARTIAL
  }

  /**
   * One item.
   *
   * @param revision null if the store did not say: then only reading can tell
   */
  public record Row(ItemId id, @Nullable Revision revision) {}

  /** Nothing has changed since the checkpoint. */
  public static Listing unchanged(Checkpoint since) {
    return new Listing(Scope.CHANGES, List.of(), Set.of(), since);
  }

  /** Whether it says that nothing has changed. */
  public boolean isUnchanged() {
    return scope == Scope.CHANGES && rows.isEmpty() && removed.isEmpty();
  }

  public static Listing complete(List<Row> rows, @Nullable Checkpoint next) {
    return new Listing(Scope.COMPLETE, rows, Set.of(), next);
  }
}
