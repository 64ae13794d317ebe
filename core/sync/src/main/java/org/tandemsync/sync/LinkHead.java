package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/** A link without its bases: small enough to hold all of them in memory. */
public record LinkHead(LinkId id, End left, End right, @Nullable Waiting waiting) {

  /** One side: see {@link LinkSide}. */
  public record End(ItemId id, @Nullable Revision revision, String uid) {}

  public End side(Side side) {
    return side == Side.LEFT ? left : right;
  }
}
