package org.tandemsync.services;

import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/**
 * What an item is known by, as far as it is known.
 *
 * @param pair the link that it has, or had when something was done to it last
 * @param link the link that it has
 */
record Subject(String title, @Nullable LinkId pair, @Nullable Link<Item> link, ItemIds items) {
  private static final ItemIds NONE = new ItemIds(null, null);

  /** Of an item that is in step. */
  static Subject of(String title, Link<Item> link) {
    return new Subject(title, link.id(), link, ItemIds.of(link));
  }

  /** Of an item that is in step with nothing. */
  static Subject of(String title, ItemIds items) {
    return new Subject(title, null, null, items);
  }

  /** Of an item that something was done to. */
  static Subject of(Version version) {
    return new Subject(
        version.title(), version.link(), null, ItemIds.of(version.side(), version.id()));
  }

  /** The same, with the ids of the other where it has none. */
  Subject withIdsOf(Subject other) {
    ItemId left = items.left() == null ? other.items.left() : items.left();
    ItemId right = items.right() == null ? other.items.right() : items.right();
    return new Subject(title, pair, link, new ItemIds(left, right));
  }

  boolean isLink(LinkId id) {
    return id.equals(pair);
  }

  boolean is(ItemIds others) {
    return items.meet(others);
  }

  /** Whether both are about the same item. */
  boolean isSame(Subject other) {
    return (pair != null && pair.equals(other.pair)) || is(other.items);
  }

  /** What names the item for certain: the link, else an id. */
  String id() {
    if (pair != null) {
      return pair.value();
    }
    ItemId id = items.left() == null ? items.right() : items.left();
    return id == null ? "" : id.value();
  }

  /** Whether a person who says this means this item. */
  boolean isCalled(String id) {
    return (pair != null && pair.value().equals(id))
        || (!id.isEmpty() && is(new ItemIds(new ItemId(id), new ItemId(id))));
  }

  /** The link that an action names, or null. */
  static @Nullable LinkId link(Action action) {
    return switch (action) {
      case Action.Update update -> update.link();
      case Action.Delete delete -> delete.link();
      case Action.Restore restore -> restore.link();
      case Action.Move move -> move.link();
      case Action.Merge merge -> merge.link();
      case Action.Adopt adopt -> adopt.link();
      case Action.Forget forget -> forget.link();
      case Action.AskConflict ask -> ask.link();
      case Action.Create _, Action.DeleteExtra _, Action.LinkUp _, Action.Hold _ -> null;
    };
  }

  /** The items that an action names, if it names no link. */
  static ItemIds items(Action action) {
    return switch (action) {
      case Action.Create create -> ItemIds.of(create.side().other(), create.source());
      case Action.DeleteExtra extra -> ItemIds.of(extra.side(), extra.id());
      case Action.LinkUp up -> new ItemIds(up.left(), up.right());
      case Action.Hold hold -> hold.items();
      case Action.Update _, Action.Delete _, Action.Restore _, Action.Move _ -> NONE;
      case Action.Merge _, Action.Adopt _, Action.Forget _, Action.AskConflict _ -> NONE;
    };
  }

  boolean isOf(Action action) {
    LinkId of = link(action);
    return of == null ? is(items(action)) : isLink(of);
  }

  @Nullable ItemId id(Side side) {
    return side == Side.LEFT ? items.left() : items.right();
  }
}
