package org.tandemsync.sync;

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
}
