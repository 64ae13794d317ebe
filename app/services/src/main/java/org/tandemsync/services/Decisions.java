package org.tandemsync.services;

import java.time.Instant;
import java.util.List;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Quarantined;

/**
 * What waits for a person in the ledger that a profile used last, and what was decided. Decisions
 * are carried out by the next sync.
 */
public interface Decisions {

  /** What the guard holds, in the order in which it was held first. */
  List<OnHold> held(String profile);

  /**
   * Decides about exactly these, as they were listed. Approving anything also confirms the folders
   * that the profile connects.
   *
   * @return how many of them are still held as they were listed
   */
  int decide(String profile, List<Held> held, Held.Verdict verdict);

  /** The conflicts that were left to a person and are still there, the latest first. */
  List<OpenConflict> conflicts(String profile);

  /**
   * How many decisions wait to be carried out: about what is held or in conflict, and pairs that
   * were declared to be one.
   */
  int decided(String profile);

  /** Decides about a conflict; an earlier decision about it is replaced. */
  void resolve(String profile, Decision<Item> decision);

  /** What failed and has not come right since. */
  List<InQuarantine> quarantine(String profile);

  /** Leaves it alone without a word until it is released. */
  void ignore(String profile, Quarantined.Key item);

  /** Tries it again in the next run. */
  void release(String profile, Quarantined.Key item);

  /** The folders that a profile connects now are the right ones. */
  void confirm(LedgerKey key);

  /**
   * Something held.
   *
   * @param since the first run that held it in this state; 0 if that is one of a file that was
   *     damaged, whose runs are not known any more
   */
  record OnHold(Held held, long since) {}

  /**
   * Something in quarantine.
   *
   * @param next when it is tried again, unless it changes before
   */
  record InQuarantine(Quarantined item, int failures, Instant first, Instant last, Instant next) {}
}
