package org.tandemsync.sync;

/**
 * A pair of items that are the same thing.
 *
 * @param id its name
 * @param writes how many effects this link has caused, for the next {@link Stamp}
 */
public record Link<T>(LinkId id, LinkSide<T> left, LinkSide<T> right, long writes) {

  public LinkSide<T> side(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** What is needed to see whether there is work, without the bases. */
  public LinkHead head() {
    return new LinkHead(id, left.id(), left.revision(), right.id(), right.revision());
  }
}
