package org.tandemsync.sync;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sides that have lost all that was in step, of which nobody has said what becomes of it. Such
 * a side may be another place now, as the directory on which its disk is not mounted: nothing is
 * made there or taken from there, and what it lacks may be there still.
 */
final class EmptiedSides {
  private final Map<Side, Integer> lost = new EnumMap<>(Side.class);

  /** This side has lost so many. */
  void add(Side side, int items) {
    lost.put(side, items);
  }

  /** One of them, or null. */
  @Nullable Side any() {
    return lost.keySet().stream().findFirst().orElse(null);
  }

  /**
   * Why nothing is made on this side, or from it, or null.
   *
   * @param doing what is done instead
   */
  @Nullable String why(Side side, String doing) {
    Integer items = lost.get(side);
    return items == null
        ? null
        : Words.of(side)
            + " has none of the "
            + items
            + " items that were in step; nothing is "
            + doing
            + " until that is confirmed";
  }
}
