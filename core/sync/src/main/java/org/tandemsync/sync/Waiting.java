package org.tandemsync.sync;

/**
 * A change that was looked at and left alone on purpose, because one side cannot be written. As
 * long as both sides are as they were then and the restraint is the same, nobody needs to read the
 * bodies again.
 *
 * @param left the revision of the left item that was looked at
 * @param right the revision of the right item that was looked at
 * @param restraint what was in the way, compared for equality only
 */
public record Waiting(Revision left, Revision right, String restraint) {

  public Revision revision(Side side) {
    return side == Side.LEFT ? left : right;
  }
}
