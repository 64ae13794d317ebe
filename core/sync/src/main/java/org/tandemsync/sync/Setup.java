package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run works with.
 *
 * @param leftReadOnly why the left side is not written, or null
 * @param rightReadOnly why the right side is not written, or null
 * @param decisions what somebody has decided about conflicts
 * @param declared what somebody has declared to be one
 * @param neighbours asked by profiles that write both sides
 * @param batch how many items are in hand at a time
 * @param anew whether the ledger knew no checkpoint when the run began, as after other options
 */
record Setup<T>(
    ItemKind<T> kind,
    Store<T> left,
    Store<T> right,
    @Nullable String leftReadOnly,
    @Nullable String rightReadOnly,
    Ledger<T> ledger,
    Policy policy,
    Identities identities,
    RunListener listener,
    int batch,
    Rules rules,
    Map<LinkId, Decision<T>> decisions,
    Declarations declared,
    Neighbours<T> neighbours,
    boolean anew) {

  Store<T> store(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** Why this side cannot be written, or null if it can. */
  @Nullable String readOnly(Side side) {
    return side == Side.LEFT ? leftReadOnly : rightReadOnly;
  }

  /** The side that a one-way profile writes; null if it is two-way. */
  @Nullable Side target() {
    return switch (policy.direction()) {
      case TWO_WAY -> null;
      case LEFT_TO_RIGHT -> Side.RIGHT;
      case RIGHT_TO_LEFT -> Side.LEFT;
    };
  }

  /**
   * Whether nothing is known of when this link was looked at last: when options change, all
   * revisions and checkpoints are forgotten. A server that gives no revisions is one side only.
   */
  boolean isForgotten(Link<T> link) {
    return anew && link.left().revision() == null && link.right().revision() == null;
  }

  /** All that can make a change wait; see {@link Waiting}. */
  String restraint() {
    return policy.direction()
        + " "
        + policy.extra()
        + " "
        + policy.conflicts()
        + (leftReadOnly == null ? "" : " left read-only")
        + (rightReadOnly == null ? "" : " right read-only");
  }

  /** Cuts what is to do into pieces that are held in memory at once. */
  <E> List<List<E>> batches(List<E> all) {
    List<E> ordered = rules.order().of(all);
    List<List<E>> batches = new ArrayList<>();
    for (int from = 0; from < ordered.size(); from += batch) {
      batches.add(ordered.subList(from, Math.min(from + batch, ordered.size())));
    }
    return batches;
  }
}
