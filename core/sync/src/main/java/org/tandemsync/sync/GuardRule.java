package org.tandemsync.sync;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides, before anything is deleted, whether a run's deletions are let pass. */
final class GuardRule {
  private GuardRule() {}

  /**
   * Weighs the deletions.
   *
   * @param deletions how many items the run would delete
   * @param known how many items the profile knows of on the side that loses most: its links, and
   *     what would be deleted without a link
   * @param lost how many linked items each side has lost
   * @param links how many links there are
   * @return why the deletions are held, or null if they are not
   */
  static @Nullable String hold(
      Policy.Guard guard, int deletions, int known, Map<Side, Integer> lost, int links) {
    if (deletions == 0) {
      return null;
    }
    for (Side side : Side.values()) {
      if (guard.emptied() && links >= 2 && lost.getOrDefault(side, 0) == links) {
        return Words.of(side)
            + " has lost all of its "
            + links
            + " items; nothing is deleted until that is confirmed";
      }
    }
    if (deletions > guard.most() && 100L * deletions > (long) guard.percent() * known) {
      return "this run would delete "
          + deletions
          + " of "
          + known
          + " items; that is more than "
          + guard.most()
          + " and more than "
          + guard.percent()
          + " %";
    }
    return null;
  }
}
