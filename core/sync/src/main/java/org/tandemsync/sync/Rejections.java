package org.tandemsync.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps that bring back what somebody did not want to lose. They are not weighed once more: who
 * rejects a change on one side wants what it was made from changed instead.
 */
final class Rejections<T> {
  private final Map<LinkId, Held> carriedOut = new HashMap<>();
  private final Map<Held.Key, String> stuck = new HashMap<>();

  /**
   * What is done instead of a rejected step.
   *
   * @param back what brings back what would be lost
   * @return the rejected step, which is held on, if {@code back} does not do that
   */
  Step<T> instead(Held rejected, Step<T> step, Step<T> back) {
    String why = notCarriedOut(rejected.side(), step, back);
    if (why != null) {
      stuck.put(rejected.key(), why);
      return step;
    }
    if (back instanceof Step.Do<T> doing && doing.writes()) {
      carriedOut.put(doing.intent().link(), rejected);
    }
    return back;
  }

  private static <T> @Nullable String notCarriedOut(Side side, Step<T> step, Step<T> back) {
    return switch (back) {
      case Step.Hold<T> hold -> hold.action().why();
      case Step.Do<T> doing when doing.alsoHeld() != null -> doing.alsoHeld().why();
      case Step.Do<T> doing when doing.action() instanceof Action.Hold hold -> hold.why();
      case Step.Do<T> doing when step instanceof Step.Do<T> before && isSame(side, before, doing) ->
          "nothing would be lost by it";
      case Step.Do<T> _, Step.Forget<T> _, Step.Nothing<T> _ -> null;
    };
  }

  /** What is only added to an item has no value of before to bring back. */
  private static <T> boolean isSame(Side side, Step.Do<T> step, Step.Do<T> back) {
    return step.intent().on(side) instanceof Effect.Update<T> before
        && back.intent().on(side) instanceof Effect.Update<T> after
        && Set.copyOf(before.fields()).equals(Set.copyOf(after.fields()));
  }

  /** What somebody rejected and this step brings back, or null. */
  @Nullable Held carriedOutBy(Step.Do<T> step) {
    return carriedOut.get(step.intent().link());
  }

  /** Why something rejected is only held. */
  String why(Held rejected) {
    String why = stuck.get(rejected.key());
    return why == null ? "it was rejected" : "it was rejected, but: " + why;
  }
}
