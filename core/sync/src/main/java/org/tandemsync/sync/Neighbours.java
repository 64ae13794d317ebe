package org.tandemsync.sync;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Other profiles, to which an item may have been moved or from which it may have come. Asked before
 * the loss of an item passes for a deletion, and before a new one is made on the other side. They
 * only look; what is to follow a move is done when the run has ended and both stores are closed,
 * and the run leaves such an item alone.
 *
 * @param <T> the item
 */
public interface Neighbours<T> {

  /** A linked item that a side has lost, or both. */
  record Gone<T>(Link<T> link, Set<Side> lost) {}

  /** Two new items that are the same thing. */
  record Both<T>(Replica<T> left, Replica<T> right) {}

  /**
   * Something was lost or is new: the others will be asked. Called once, before anything is
   * written: they may have to look into the very file that is about to be written.
   */
  void meet();

  /** A profile that is alone. */
  static <T> Neighbours<T> none() {
    return new Neighbours<>() {
      @Override
      public void meet() {}

      @Override
      public Map<LinkId, Action> wentTo(List<Gone<T>> gone) {
        return Map.of();
      }

      @Override
      public Map<ItemId, Action> cameFrom(Side side, List<Replica<T>> news) {
        return Map.of();
      }

      @Override
      public Map<ItemId, Action> cameFrom(List<Both<T>> pairs) {
        return Map.of();
      }
    };
  }

  /**
   * What becomes of those that were moved to another profile: a {@link Action.Move}, or a {@link
   * Action.Hold} until that one has taken them; a {@link Action.DeleteExtra} if a copy there, of a
   * move that does not go on, is deleted first. Of the others nothing is in the answer.
   */
  Map<LinkId, Action> wentTo(List<Gone<T>> gone);

  /**
   * The same for those of the new items of a side that were moved here from another profile, or are
   * such a copy.
   */
  Map<ItemId, Action> cameFrom(Side side, List<Replica<T>> news);

  /**
   * The same for new items that would be linked, by the id of the left one. A move that did not
   * come to its end leaves the item on both sides; to link the two would be to forget what they
   * held, and that there may be an original.
   */
  Map<ItemId, Action> cameFrom(List<Both<T>> pairs);
}
