package org.tandemsync.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps two stores in step. Each call of {@link #sync} is one run: it settles what an earlier run
 * left open, looks at both sides, derives what is to do and does it. It may be ended at any instant
 * and run again: nothing is lost or doubled.
 *
 * <p>One run at a time for a ledger; the caller sees to that. When the fields that take part
 * change, the caller forgets the ledger's checkpoints, so that both sides are listed completely.
 *
 * @param <T> the item
 */
public final class Engine<T> {
  /** How many items are in hand at a time. */
  public static final int BATCH = 200;

  private final ItemKind<T> kind;
  private final Store<T> left;
  private final Store<T> right;
  private final Ledger<T> ledger;
  private final Policy policy;
  private final Identities identities;
  private final RunListener listener;
  private final Neighbours<T> neighbours;
  private final int batch;
  private final Rules rules;

  /**
   * A profile.
   *
   * @param neighbours other profiles; {@link Neighbours#none} if it is alone
   */
  public Engine(
      ItemKind<T> kind,
      Store<T> left,
      Store<T> right,
      Ledger<T> ledger,
      Policy policy,
      Identities identities,
      RunListener listener,
      Neighbours<T> neighbours) {
    this(
        kind, left, right, ledger, policy, identities, listener, neighbours, BATCH, Rules.PROPOSED);
  }

  Engine(
      ItemKind<T> kind,
      Store<T> left,
      Store<T> right,
      Ledger<T> ledger,
      Policy policy,
      Identities identities,
      RunListener listener,
      Neighbours<T> neighbours,
      int batch,
      Rules rules) {
    this.kind = kind;
    this.left = left;
    this.right = right;
    this.ledger = ledger;
    this.policy = policy;
    this.identities = identities;
    this.listener = listener;
    this.neighbours = neighbours;
    this.batch = batch;
    this.rules = rules;
  }

  /**
   * Brings both sides into step.
   *
   * @return what was done; also when a store failed in the middle ({@link RunReport#stopped})
   */
  public RunReport sync() {
    return run(ledger, true);
  }

  /**
   * Tells what {@link #sync} would do. Writes nothing anywhere, not even into the ledger. It may
   * read more than a run: titles of what is held.
   */
  public RunReport plan() {
    return run(new Preview<>(ledger, List.of()), false);
  }

  /** The same as if these were declared to be one besides. */
  public RunReport plan(Declared also) {
    return run(new Preview<>(ledger, List.of(also)), false);
  }

  private Map<LinkId, Decision<T>> decisions(Ledger<T> ledger) {
    Map<LinkId, Decision<T>> decisions = new HashMap<>();
    ledger.decisions().forEach(decision -> decisions.put(decision.link(), decision));
    return decisions;
  }

  private RunReport run(Ledger<T> into, boolean really) {
    Tally tally = new Tally();
    try {
      Setup<T> setup =
          new Setup<>(
              kind,
              left,
              right,
              left.traits().readOnly(),
              right.traits().readOnly(),
              into,
              policy,
              identities,
              listener,
              batch,
              rules,
              decisions(into),
              new Declarations(into.declared()),
              neighbours,
              into.checkpoint(Side.LEFT).isEmpty() && into.checkpoint(Side.RIGHT).isEmpty());
      new Run<>(setup, tally, really).go();
    } catch (StoreException e) {
      tally.stopped(e);
    }
    return tally.report();
  }
}
