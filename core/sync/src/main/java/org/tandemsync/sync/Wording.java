package org.tandemsync.sync;

import java.util.Set;

/**
 * How Outlook's items are put to the server, and what the server's mean in Outlook. Options that
 * change how items look to the other side are nothing but this. All of it is pure: a question has
 * the same answer for the length of a run.
 *
 * <p>Two values may be put in one way (shown), and one may have two meanings (understood): neither
 * has to be the inverse of the other. What both sides hold is in step if the server holds what
 * Outlook's value is put as, or Outlook what the server's is understood as.
 *
 * @param <T> the item
 */
public interface Wording<T> {

  /** Both sides use the same words. */
  static <T> Wording<T> same() {
    return new Wording<>() {
      @Override
      public boolean isSame() {
        return true;
      }

      @Override
      public T shown(T left) {
        return left;
      }

      @Override
      public T understood(T right) {
        return right;
      }
    };
  }

  /** Whether nothing is put differently. */
  default boolean isSame() {
    return false;
  }

  /** What the server is to hold of an item of Outlook. */
  T shown(T left);

  /** What an item of the server is in Outlook. */
  T understood(T right);

  /**
   * The same beside what is known: parts of a field that mean nothing by themselves are taken from
   * what they stand for.
   */
  default T understood(T leftBase, T left, T rightBase, T right) {
    return understood(right);
  }

  /**
   * Fields in which the server is to hold what is shown and nothing else: other words that mean the
   * same do not do.
   */
  default Set<String> insists(T left) {
    return Set.of();
  }

  /**
   * Those of them that travel outward only: what somebody writes into them on the server never
   * comes to Outlook.
   */
  default Set<String> outward(T left) {
    return Set.of();
  }

  /** The fields of Outlook that a field of the server follows from. */
  default Set<String> origins(String field) {
    return Set.of(field);
  }
}
