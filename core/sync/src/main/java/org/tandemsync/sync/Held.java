package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/**
 * An action that the guard keeps from being carried out until a person has decided. A decision is
 * bound to what was held: to these items as they were then, and to what would be done to them.
 *
 * @param side where something would be written
 * @param left what the left side held when it was decided
 * @param right what the right side held
 * @param limits the guard's limits of that time: under other ones it is weighed anew
 */
public record Held(
    Doing doing,
    Side side,
    Sight left,
    Sight right,
    String title,
    String why,
    String limits,
    Verdict verdict) {

  /** What would be done. */
  public enum Doing {
    CREATE("create"),
    /** Two items that are one. */
    LINK("link"),
    OVERWRITE("overwrite"),
    DELETE("delete"),
    /** That two items were in step which both sides lack. */
    FORGET("forget");

    private final String label;

    Doing(String label) {
      this.label = label;
    }

    /** The word for this in JSON and messages. */
    public String label() {
      return label;
    }

    /** Whether something of before would be lost by it, which can be brought back instead. */
    public boolean takesAway() {
      return this == OVERWRITE || this == DELETE;
    }
  }

  /** What a person has said. */
  public enum Verdict {
    /** Nothing yet. */
    WAITS,
    /** It may pass, once. */
    APPROVED,
    /** What was lost is to be brought back. */
    REJECTED
  }

  /**
   * What one side held.
   *
   * @param id null if there was never anything
   * @param revision null if it was gone
   */
  public record Sight(@Nullable ItemId id, @Nullable Revision revision) {
    static final Sight NOTHING = new Sight(null, null);

    static Sight of(Replica<?> seen) {
      return new Sight(seen.id(), seen.revision());
    }
  }

  /** Which items, and what would be done to them. */
  public record Key(Doing doing, Side side, @Nullable ItemId left, @Nullable ItemId right) {}

  public Key key() {
    return new Key(doing, side, left.id(), right.id());
  }

  /** What the side to be written held. */
  Sight target() {
    return side == Side.LEFT ? left : right;
  }

  /** The same for a reason, and nobody has decided. */
  Held waiting(String because) {
    return new Held(doing, side, left, right, title, because, limits, Verdict.WAITS);
  }

  public Held with(Verdict decided) {
    return new Held(doing, side, left, right, title, why, limits, decided);
  }

  /** Whether both are about the same items in the same state. */
  public boolean isAsIn(Held other) {
    return key().equals(other.key()) && left.equals(other.left) && right.equals(other.right);
  }
}
