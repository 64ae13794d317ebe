package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/**
 * The ids of one item, or of both of a pair. Titles do not tell items apart: a meal every week has
 * the same one.
 *
 * @param left null if nothing of the left side is meant
 * @param right null if nothing of the right side is meant
 */
public record ItemIds(@Nullable ItemId left, @Nullable ItemId right) {

  /** Of an item of one side. */
  public static ItemIds of(Side side, ItemId id) {
    return side == Side.LEFT ? new ItemIds(id, null) : new ItemIds(null, id);
  }

  /** Of a pair. */
  public static ItemIds of(Link<?> link) {
    return new ItemIds(link.left().id(), link.right().id());
  }

  /** Of two items that may be a pair. */
  static ItemIds of(Replica<?> left, Replica<?> right) {
    return new ItemIds(left.id(), right.id());
  }

  /** Of what was held or failed. */
  static ItemIds of(Held.Sight left, Held.Sight right) {
    return new ItemIds(left.id(), right.id());
  }

  /** Whether both name the same item of a side. */
  public boolean meet(ItemIds other) {
    return (left != null && left.equals(other.left))
        || (right != null && right.equals(other.right));
  }
}
