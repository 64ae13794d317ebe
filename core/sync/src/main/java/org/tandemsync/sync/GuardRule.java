package org.tandemsync.sync;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides, before anything is written, whether a run's deletions and overwrites are let pass. */
final class GuardRule {
  private GuardRule() {}

  /**
   * What a run would do.
   *
   * @param deletions how many items it would delete
   * @param known how many items the profile knows of on the side that loses most: its links, and
   *     what would be deleted without a link
   * @param lost how many linked items each side has lost
   * @param links how many links there are
   * @param overwrites how many items it would write other values into
   */
  record Load(int deletions, int known, Map<Side, Integer> lost, int links, int overwrites) {}

  /** Why the deletions are held, or null if they are not. */
  static @Nullable String deletions(Policy.Guard guard, Load load) {
    int deletions = load.deletions();
    int links = load.links();
    if (deletions == 0) {
      return null;
    }
    for (Side side : Side.values()) {
      if (guard.emptied() && links >= 2 && load.lost().getOrDefault(side, 0) == links) {
        return Words.of(side)
            + " has lost all of its "
            + links
            + " items; nothing is deleted until that is confirmed";
      }
    }
    if (guard.firstRun() && links == 0) {
      return "the first run would delete "
          + deletions
          + (deletions == 1 ? " item" : " items")
          + "; nothing is deleted until that is confirmed";
    }
    return isTooMuch(deletions, load.known(), guard.most(), guard.percent())
        ? tooMuch("delete", deletions, load.known(), guard.most(), guard.percent())
        : null;
  }

  /** Why overwriting is held, or null if it is not. */
  static @Nullable String overwrites(Policy.Guard guard, Load load) {
    int overwrites = load.overwrites();
    int most = guard.overwrites();
    int percent = guard.overwritesPercent();
    return isTooMuch(overwrites, load.links(), most, percent)
        ? tooMuch("overwrite", overwrites, load.links(), most, percent)
        : null;
  }

  static boolean isTooMuch(int count, int known, int most, int percent) {
    return count > most && 100L * count > (long) percent * known;
  }

  private static String tooMuch(String what, int count, int known, int most, int percent) {
    return "this run would "
        + what
        + " "
        + count
        + " of "
        + known
        + " items; that is more than "
        + most
        + " and more than "
        + percent
        + " %";
  }
}
