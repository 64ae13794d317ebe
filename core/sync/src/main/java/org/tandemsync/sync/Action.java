package org.tandemsync.sync;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan: what will be done to one item, and why. A plan is these and nothing else;
 * what {@code plan} prints is what {@code sync} does.
 */
public sealed interface Action {

  /** What a person would call the item. */
  String title();

  /** Why, in plain words. */
  String why();

  /** Makes a new item on {@code side} from the other side's. */
  record Create(Side side, ItemId source, String title, String why) implements Action {}

  /** Brings changes of the other side to {@code side}. */
  record Update(Side side, LinkId link, Set<String> fields, String title, String why)
      implements Action {}

  /** Deletes on {@code side} what was deleted on the other. */
  record Delete(Side side, LinkId link, ItemId id, String title, String why) implements Action {}

  /**
   * Deletes on the target of a one-way mirror what the source never had, or a copy that a move has
   * left which does not go on.
   */
  record DeleteExtra(Side side, ItemId id, String title, String why) implements Action {}

  /** Makes an item again on {@code side}: it was deleted there and edited on the other side. */
  record Restore(Side side, LinkId link, String title, String why) implements Action {}

  /**
   * An item that somebody moved to a folder or collection of another profile is moved on {@code
   * side} too. That side is the one that had not lost it; if both had, only the ledgers take note.
   *
   * @param items its ids in the profile at hand, as far as it is there
   */
  record Move(Side side, LinkId link, ItemIds items, String title, String why) implements Action {}

  /** Both sides changed: each gets the other's changes. */
  record Merge(
      LinkId link,
      Set<String> toLeft,
      Set<String> toRight,
      List<Merged.FieldClash> clashes,
      String title,
      String why)
      implements Action {}

  /** Both sides hold the same: only the ledger takes note. */
  record Adopt(LinkId link, String title, String why) implements Action {}

  /**
   * Two items that were not linked are the same thing: they are linked, and merged if they differ.
   *
   * @param winner whose values count where both hold others; null if a person has to decide
   */
  record LinkUp(
      ItemId left,
      ItemId right,
      Set<String> toLeft,
      Set<String> toRight,
      List<Merged.FieldClash> clashes,
      @Nullable Side winner,
      String title,
      String why)
      implements Action {

    /** The same for another reason. */
    LinkUp as(String because) {
      return new LinkUp(left, right, toLeft, toRight, clashes, winner, title, because);
    }
  }

  /** Both sides lost it: the ledger forgets the link. */
  record Forget(LinkId link, String title, String why) implements Action {}

  /**
   * Nothing is done, though there would be something: read-only, guarded, ambiguous, unknown.
   *
   * @param items what is held
   */
  record Hold(Side side, HoldReason reason, ItemIds items, String title, String why)
      implements Action {}

  /** Both sides changed a field and a person has to decide; the rest of the item is merged. */
  record AskConflict(LinkId link, List<Merged.FieldClash> clashes, String title, String why)
      implements Action {}

  /** Why an action is held. */
  enum HoldReason {
    /** The side cannot be written. */
    READ_ONLY,
    /** Too many deletions in one run. */
    GUARD,
    /** Several items could be the partner. */
    AMBIGUOUS,
    /** Somebody declared it to be the same as another item, and that cannot be linked now. */
    DECLARED,
    /** The item cannot be read or understood. */
    UNREADABLE,
    /** It was moved to another profile, which has to take it first. */
    MOVED,
    /** It failed before and is left alone for a while. */
    QUARANTINE,
    /** The store did not say enough. */
    UNKNOWN,
    /** An earlier run left it alone for a reason that still holds; nothing has changed since. */
    WAITING
  }
}
