package org.tandemsync.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side of a link was seen to hold.
 *
 * @param now the item; null if absent or unknown
 * @param why if unknown: the reason in plain words
 */
record Seen<T>(
    Change change, @Nullable Replica<T> now, Action.@Nullable HoldReason reason, String why) {

  /** The listing says that it still has the revision at which it held its base. */
  static <T> Seen<T> unchanged(LinkSide<T> side) {
    return new Seen<>(
        Change.SAME,
        new Replica<>(
            side.id(), side.revision(), side.base(), null, List.of(), null, side.birthmark()),
        null,
        "");
  }

  /** It was read. */
  static <T> Seen<T> of(ItemKind<T> kind, LinkSide<T> side, Replica<T> now) {
    boolean same = kind.differing(side.base(), now.item()).isEmpty();
    return new Seen<>(same ? Change.SAME : Change.CHANGED, now, null, "");
  }

  /** It holds what the other side has not taken yet. */
  Seen<T> edited() {
    return new Seen<>(Change.CHANGED, now, reason, why);
  }

  static <T> Seen<T> absent() {
    return new Seen<>(Change.ABSENT, null, null, "");
  }

  static <T> Seen<T> unknown(Action.HoldReason reason, String why) {
    return new Seen<>(Change.UNKNOWN, null, reason, why);
  }

  /** Something is there, but it is no item that could be compared. */
  static <T> Seen<T> of(Side where, Found.Foreign<T> foreign) {
    return unknown(
        Action.HoldReason.UNKNOWN,
        "what " + Words.of(where) + " has at " + foreign.id() + " is no item of this profile");
  }

  static <T> Seen<T> of(Found.Unreadable<T> unreadable) {
    return unknown(Action.HoldReason.UNREADABLE, unreadable.reason());
  }
}
