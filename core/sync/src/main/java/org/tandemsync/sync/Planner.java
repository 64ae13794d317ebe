package org.tandemsync.sync;

/** The table of transitions: an edit beats a delete, and nothing is concluded from not knowing. */
final class Planner {
  private Planner() {}

  static Move move(Change left, Change right) {
    return switch (left) {
      case SAME ->
          switch (right) {
            case SAME -> new Move.Nothing();
            case CHANGED -> new Move.Update(Side.LEFT);
            case ABSENT -> new Move.Delete(Side.LEFT);
            case UNKNOWN -> new Move.Hold();
          };
      case CHANGED ->
          switch (right) {
            case SAME -> new Move.Update(Side.RIGHT);
            case CHANGED -> new Move.Merge();
            case ABSENT -> new Move.Restore(Side.RIGHT);
            case UNKNOWN -> new Move.Hold();
          };
      case ABSENT ->
          switch (right) {
            case SAME -> new Move.Delete(Side.RIGHT);
            case CHANGED -> new Move.Restore(Side.LEFT);
            case ABSENT -> new Move.Forget();
            case UNKNOWN -> new Move.Hold();
          };
      case UNKNOWN -> new Move.Hold();
    };
  }

  /** The move of {@link #move} as the profile's direction turns it. */
  static Move move(Change left, Change right, Policy policy) {
    Move move = move(left, right);
    return switch (policy.direction()) {
      case TWO_WAY -> move;
      case LEFT_TO_RIGHT -> OneWay.turn(move, Side.RIGHT, policy.extra());
      case RIGHT_TO_LEFT -> OneWay.turn(move, Side.LEFT, policy.extra());
    };
  }
}
