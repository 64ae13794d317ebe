package org.tandemsync.sync;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be done to one link, committed before it is done. It holds all that is needed to
 * conclude the link afterwards, from the outcomes or, after a crash or a lost answer, from a look
 * at both sides.
 *
 * @param link the link; for a create the one that will come to be
 * @param left what the left side held when this was decided, or null if nothing
 * @param right what the right side held when this was decided, or null if nothing
 * @param onLeft the effect on the left side, or null
 * @param onRight the effect on the right side, or null
 * @param agreed the fields on which the sides agree if all effects are done; also a clash that is
 *     recorded and left to a person, where each side keeps its own value
 * @param undecided the fields of such clashes; of a field that holds many things the rest may be
 *     sent all the same
 */
public record Intent<T>(
    LinkId link,
    @Nullable Replica<T> left,
    @Nullable Replica<T> right,
    @Nullable Effect<T> onLeft,
    @Nullable Effect<T> onRight,
    Set<String> agreed,
    Set<String> undecided) {

  /** The original form is kept of what will be deleted only: nothing else makes it go. */
  public Intent {
    left = left == null || onLeft instanceof Effect.Delete ? left : left.withoutOriginal();
    right = right == null || onRight instanceof Effect.Delete ? right : right.withoutOriginal();
  }

  /** One that leaves no clash to a person. */
  public Intent(
      LinkId link,
      @Nullable Replica<T> left,
      @Nullable Replica<T> right,
      @Nullable Effect<T> onLeft,
      @Nullable Effect<T> onRight,
      Set<String> agreed) {
    this(link, left, right, onLeft, onRight, agreed, Set.of());
  }

  public @Nullable Replica<T> seen(Side side) {
    return side == Side.LEFT ? left : right;
  }

  public @Nullable Effect<T> on(Side side) {
    return side == Side.LEFT ? onLeft : onRight;
  }
}
