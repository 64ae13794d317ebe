package org.tandemsync.sync;

/**
 * When what is known of a link was noted, in runs of the ledger.
 *
 * @param made the run that made the link
 * @param left since which run the left revision is known
 * @param right since which run the right revision is known
 */
public record Age(long made, long left, long right) {
  /** Of links from before ages were noted. */
  static final Age UNKNOWN = new Age(0, 0, 0);

  long noted(Side side) {
    return side == Side.LEFT ? left : right;
  }
}
