package org.tandemsync.services;

import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/** What an item is known by, as far as it is known. */
record Subject(
    String title, @Nullable Link<Item> link, @Nullable ItemId left, @Nullable ItemId right) {

  boolean isLink(@Nullable LinkId id) {
    return link != null && link.id().equals(id);
  }

  boolean is(@Nullable ItemId leftId, @Nullable ItemId rightId) {
    return (left != null && left.equals(leftId)) || (right != null && right.equals(rightId));
  }

  /** Of an action that names no link. */
  static Subject of(Action action) {
    return switch (action) {
      case Action.Create create ->
          create.side() == Side.RIGHT
              ? new Subject(create.title(), null, create.source(), null)
              : new Subject(create.title(), null, null, create.source());
      case Action.DeleteExtra extra ->
          extra.side() == Side.LEFT
              ? new Subject(extra.title(), null, extra.id(), null)
              : new Subject(extra.title(), null, null, extra.id());
      case Action.LinkUp up -> new Subject(up.title(), null, up.left(), up.right());
      case Action.Update _, Action.Delete _, Action.Restore _, Action.Merge _, Action.Move _ ->
          new Subject(action.title(), null, null, null);
      case Action.Adopt _, Action.Forget _, Action.Hold _, Action.AskConflict _ ->
          new Subject(action.title(), null, null, null);
    };
  }

  /** A hold says no more than the title. */
  boolean isOf(Action action) {
    return switch (action) {
      case Action.Create create ->
          create.side() == Side.RIGHT
              ? create.source().equals(left)
              : create.source().equals(right);
      case Action.DeleteExtra extra ->
          extra.side() == Side.LEFT ? extra.id().equals(left) : extra.id().equals(right);
      case Action.LinkUp up -> up.left().equals(left) || up.right().equals(right);
      case Action.Update update -> isLink(update.link());
      case Action.Delete delete -> isLink(delete.link());
      case Action.Restore restore -> isLink(restore.link());
      case Action.Move move -> isLink(move.link());
      case Action.Merge merge -> isLink(merge.link());
      case Action.Adopt adopt -> isLink(adopt.link());
      case Action.Forget forget -> isLink(forget.link());
      case Action.AskConflict ask -> isLink(ask.link());
      case Action.Hold hold -> hold.title().equals(title);
    };
  }
}
