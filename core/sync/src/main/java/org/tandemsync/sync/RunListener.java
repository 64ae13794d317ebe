package org.tandemsync.sync;

import java.util.List;

/** Hears of a run while it goes on; nothing is kept in memory for the end. */
public interface RunListener {

  /** Hears nothing. */
  RunListener SILENT = new RunListener() {};

  /** The number of items that this run will look at is known. */
  default void expecting(int items) {}

  /** An action was decided. In a plan this is all that happens to it. */
  default void planned(Action action) {}

  /**
   * Values of the item of an action do not come across. It is told right before {@link #planned} in
   * a plan, and before {@link #done} or {@link #failed} in a run: once for each side.
   *
   * @param side which lacks them
   */
  default void lost(Action action, Side side, List<Lost> losses) {}

  /** A planned action was carried out. */
  default void done(Action action) {}

  /** A planned action failed; the item is as it was and is tried again in the next run. */
  default void failed(Action action, String reason) {}

  /** A planned action was left: somebody changed the item meanwhile. The next run looks again. */
  default void left(Action action, String reason) {}

  /** One more of the expected items is finished. */
  default void progressed() {}
}
