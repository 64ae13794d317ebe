package org.tandemsync.sync;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pair of items that are the same thing.
 *
 * @param id its name
 * @param writes the last {@link Stamp} of an effect of this link
 * @param waiting a change that cannot be carried out for now, or null
 * @param reworded fields in which the bases agree although they differ: one side puts it
 *     differently
 */
public record Link<T>(
    LinkId id,
    LinkSide<T> left,
    LinkSide<T> right,
    long writes,
    @Nullable Waiting waiting,
    Set<String> reworded) {

  public Link {
    reworded = Set.copyOf(reworded);
  }

  /**
   * The number of the next {@link Stamp}. Never the first one, by which it is told what is new, and
   * which write brought two items together: a pair that was found in step has had no write yet.
   */
  public long nextWrite() {
    return Math.max(writes + 1, 2);
  }

  /** One whose sides put everything in the same words. */
  public Link(
      LinkId id, LinkSide<T> left, LinkSide<T> right, long writes, @Nullable Waiting waiting) {
    this(id, left, right, writes, waiting, Set.of());
  }

  public LinkSide<T> side(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** What is needed to see whether there is work, without the bases. */
  public LinkHead head() {
    return new LinkHead(
        id,
        new LinkHead.End(left.id(), left.revision(), left.uid()),
        new LinkHead.End(right.id(), right.revision(), right.uid()),
        waiting);
  }
}
