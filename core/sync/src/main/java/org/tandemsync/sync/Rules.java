package org.tandemsync.sync;

import java.util.List;

/**
 * The rules that the proofs alter one by one, to show that they would notice. Only tests can reach
 * any but {@link #PROPOSED}.
 *
 * @param readBackIsBase after an unconfirmed write whatever is read next becomes the base
 * @param basePerItem a base advances in all fields as soon as any effect is done
 * @param noIntents effects are not announced in the ledger
 * @param conflictAfterwards a conflict is recorded after its loser was overwritten
 * @param wholeItemWinner when both sides changed, one item wins as a whole
 * @param missingIsAbsent what a listing does not name is taken for deleted
 * @param order the order in which equals are taken
 */
record Rules(
    boolean readBackIsBase,
    boolean basePerItem,
    boolean noIntents,
    boolean conflictAfterwards,
    boolean wholeItemWinner,
    boolean missingIsAbsent,
    Order order) {

  static final Rules PROPOSED =
      new Rules(false, false, false, false, false, false, Rules::asTheyCome);

  /** An order in which a plan is carried out. */
  interface Order {
    <E> List<E> of(List<E> plan);
  }

  private static <E> List<E> asTheyCome(List<E> plan) {
    return plan;
  }
}
