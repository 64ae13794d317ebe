package org.tandemsync.sync;

/** What is to be done about a link: the decisions that {@link Planner} knows. */
sealed interface Move {

  /** Neither side changed. */
  record Nothing() implements Move {}

  /** One side changed: {@code to} gets it. */
  record Update(Side to) implements Move {}

  /** Both changed: each gets the other's changes. Equal changes are only noted. */
  record Merge() implements Move {}

  /** Deleted on the other side, unchanged {@code on} this. */
  record Delete(Side on) implements Move {}

  /** Deleted {@code on} this side, changed on the other: it is made again. */
  record Restore(Side on) implements Move {}

  /** Both lost it. */
  record Forget() implements Move {}

  /** At least one side is unknown. */
  record Hold() implements Move {}
}
