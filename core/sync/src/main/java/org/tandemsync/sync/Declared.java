package org.tandemsync.sync;

/**
 * Two items that belong to no link, one on each side, that somebody has declared to be one. The
 * next run links them; from then on the link says so, and the declaration is gone: ids are given
 * again, and a declaration that is kept would some day be about other items.
 */
public record Declared(ItemId left, ItemId right) {

  public ItemId id(Side side) {
    return side == Side.LEFT ? left : right;
  }
}
