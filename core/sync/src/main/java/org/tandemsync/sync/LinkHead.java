package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/** A link without its bases: small enough to hold all of them in memory. */
public record LinkHead(
    LinkId id,
    ItemId left,
    @Nullable Revision leftRevision,
    ItemId right,
    @Nullable Revision rightRevision) {

  public ItemId id(Side side) {
    return side == Side.LEFT ? left : right;
  }

  public @Nullable Revision revision(Side side) {
    return side == Side.LEFT ? leftRevision : rightRevision;
  }
}
