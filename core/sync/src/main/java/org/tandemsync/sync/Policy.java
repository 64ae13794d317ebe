package org.tandemsync.sync;

/**
 * What a profile wants. Options transform observations and plans; the algorithm has no branches for
 * them.
 *
 * @param direction which sides may be written
 * @param extra in a one-way profile, what happens to items that only the target has
 * @param conflicts who wins a field that both sides changed
 * @param guard when deletions are held
 */
public record Policy(Direction direction, Extra extra, Conflicts conflicts, Guard guard) {

  /** Two-way, merging, with the usual guard. */
  public static final Policy TWO_WAY =
      new Policy(Direction.TWO_WAY, Extra.KEEP, Conflicts.MERGE, Guard.USUAL);

  /** Which sides may be written. */
  public enum Direction {
    TWO_WAY,
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT;

    boolean writes(Side side) {
      return switch (this) {
        case TWO_WAY -> true;
        case LEFT_TO_RIGHT -> side == Side.RIGHT;
        case RIGHT_TO_LEFT -> side == Side.LEFT;
      };
    }
  }

  /** What a one-way profile does with items that only the target has. */
  public enum Extra {
    /** Deletes them: the target becomes a mirror of the source. */
    DELETE,
    /** Leaves them alone. */
    KEEP
  }

  /** Who wins a field that both sides changed. Other fields are merged in any case. */
  public enum Conflicts {
    /** Lists unite and single values are Outlook's; both values are kept in the conflict log. */
    MERGE,
    OUTLOOK_WINS,
    SERVER_WINS,
    /** The side whose item was changed last by its own clock; Outlook if a side does not say. */
    NEWEST_WINS,
    /** Nobody: both sides keep the field as it is until a person decides. */
    ASK
  }

  /**
   * What is held until a person has looked at it.
   *
   * <p>Deletions are held if a run would delete more than {@code most} items and more than {@code
   * percent} of the links, or if one side has lost all its items; changes if a run would write
   * other values into so many.
   *
   * @param most this many deletions are always let pass, 0 or more
   * @param percent of the linked items, 0 to 100
   * @param emptied whether a side that lost every linked item (of at least 2) is held too
   * @param overwrites into this many items other values may always be written
   * @param overwritesPercent of the linked items, 0 to 100
   * @param firstRun whether deletions of a first run are held, however few
   * @param places whether everything is held if the profile connects other folders than before
   */
  public record Guard(
      int most,
      int percent,
      boolean emptied,
      int overwrites,
      int overwritesPercent,
      boolean firstRun,
      boolean places) {
    public static final Guard USUAL = new Guard(10, 20, true);

    /** Nothing is held, nor what comes from a side that seems to be put back to earlier. */
    public static final Guard OFF =
        new Guard(Integer.MAX_VALUE, 100, false, Integer.MAX_VALUE, 100, false, false);

    /** With limits of its own for deletions. */
    public Guard(int most, int percent, boolean emptied) {
      this(most, percent, emptied, 50, 50, true, true);
    }
  }
}
