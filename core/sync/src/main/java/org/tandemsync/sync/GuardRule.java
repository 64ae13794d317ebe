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
   * @param unknown of how many links nobody knows whether a side has their item, or another profile
   *     has it: an ignored one is never looked for, so that no side could lose all
   * @param links how many links there are
   * @param overwrites how many items it would write other values into
   */
  record Load(
      int deletions,
      int known,
      Map<Side, Integer> lost,
      Map<Side, Integer> unknown,
      int links,
      int overwrites) {

    /** How many items a side has lost, if it has lost all of which anybody knows; else 0. */
    int lostAll(Side side) {
      int lost = this.lost.getOrDefault(side, 0);
      return lost == links - unknown.getOrDefault(side, 0) ? lost : 0;
    }
  }

  /** How many items a side has lost, if it passes for one that was emptied; else 0. */
  static int emptied(Policy.Guard guard, Load load, Side side) {
    int lost = load.lostAll(side);
    return guard.emptied() && lost >= 2 ? lost : 0;
  }

  /** Why the deletions are held, or null if they are not. */
  static @Nullable String deletions(Policy.Guard guard, Load load) {
    int deletions = load.deletions();
    int links = load.links();
    if (deletions == 0) {
      return null;
    }
    for (Side side : Side.values()) {
      int lost = emptied(guard, load, side);
      if (lost > 0) {
        return Words.of(side)
            + " has lost all of its "
            + lost
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
