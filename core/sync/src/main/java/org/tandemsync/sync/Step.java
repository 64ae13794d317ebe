package org.tandemsync.sync;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing to carry out, with all that is needed for it. */
sealed interface Step<T> {

  /**
   * Effects on none, one or both sides, and what the ledger learns.
   *
   * @param old the link as the ledger has it, or null if it is a new one
   * @param action what users are told; null if nobody needs to know
   * @param alsoHeld a part that is held, or null
   * @param conflicts to be recorded before the effects
   */
  record Do<T>(
      Intent<T> intent,
      @Nullable Link<T> old,
      @Nullable Action action,
      Action.@Nullable Hold alsoHeld,
      List<Conflict<T>> conflicts)
      implements Step<T> {

    boolean writes() {
      return intent.onLeft() != null || intent.onRight() != null;
    }
  }

  /** The ledger forgets a link. */
  record Forget<T>(LinkId link, Action.Forget action) implements Step<T> {}

  /**
   * Nothing is done.
   *
   * @param again the sides whose next listing must name the item again
   */
  record Hold<T>(Action.Hold action, Set<Side> again) implements Step<T> {}

  /** There is nothing to do at all. */
  record Nothing<T>() implements Step<T> {}
}
