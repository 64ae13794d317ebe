package org.tandemsync.sync;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns decisions of the two-way table into those of a one-way profile: only the target is written.
 */
final class OneWay {
  private OneWay() {}

  static Move turn(Move move, Side target, Policy.Extra extra) {
    return switch (move) {
      case Move.Nothing nothing -> nothing;
      // whichever side changed, the target is to hold what the source holds
      case Move.Update _ -> new Move.Update(target);
      case Move.Merge _ -> new Move.Update(target);
      case Move.Delete delete -> delete.on() == target ? delete : new Move.Restore(target);
      case Move.Restore restore ->
          restore.on() == target
              ? restore
              : switch (extra) {
                case DELETE -> new Move.Delete(target);
                case KEEP -> new Move.Forget();
              };
      case Move.Forget forget -> forget;
      case Move.Hold hold -> hold;
    };
  }

  /**
   * What the target should hold: the source's value in every field that either side changed. Fields
   * that nobody changed stay, although a store may keep them in another form.
   */
  static <T> Merged<T> merged(
      ItemKind<T> kind, Side target, T leftBase, T left, T rightBase, T right) {
    T source = target == Side.RIGHT ? left : right;
    T held = target == Side.RIGHT ? right : left;
    Set<String> changed = new LinkedHashSet<>(kind.differing(leftBase, left));
    changed.addAll(kind.differing(rightBase, right));
    T wanted = kind.overlay(held, source, changed);
    Set<String> sent = kind.differing(held, wanted);
    return target == Side.RIGHT
        ? new Merged<>(left, wanted, Set.of(), sent, changed, List.of())
        : new Merged<>(wanted, right, sent, Set.of(), changed, List.of());
  }
}
