package org.tandemsync.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What failed in earlier runs, and what fails in this one. */
final class Quarantine {
  private final Map<Quarantined.Key, Quarantined> known = new HashMap<>();
  private final Map<Quarantined.Key, Commit.Failure> failed = new LinkedHashMap<>();
  private final Set<Quarantined.Key> leftAlone = new HashSet<>();

  static <T> Quarantine take(Ledger<T> ledger) {
    Quarantine quarantine = new Quarantine();
    ledger.quarantined().forEach(one -> quarantine.known.put(one.key(), one));
    return quarantine;
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  /** The pair, if it failed before. */
  @Nullable Quarantined of(LinkHead head) {
    return known.get(new Quarantined.Key(head.left().id(), head.right().id()));
  }

  /** An item without a partner, if it failed before and is to be left alone as it is now. */
  @Nullable Quarantined atRest(Side side, ItemId id, @Nullable Revision revision) {
    Quarantined one =
        known.get(
            side == Side.LEFT ? new Quarantined.Key(id, null) : new Quarantined.Key(null, id));
    if (one == null || !rests(one, revision, side)) {
      return null;
    }
    leftAlone(one);
    return one;
  }

  /** It is not tried in this run. */
  void leftAlone(Quarantined one) {
    leftAlone.add(one.key());
  }

  private static boolean rests(Quarantined one, @Nullable Revision revision, Side side) {
    return switch (one.rest()) {
      case DUE -> false;
      case IGNORED -> true;
      case RESTING -> {
        Revision then = (side == Side.LEFT ? one.left() : one.right()).revision();
        yield revision != null && revision.equals(then);
      }
    };
  }

  /** It failed now. What is only read beside something else is not counted while it rests. */
  void failed(Held.Sight left, Held.Sight right, String title, String reason) {
    Quarantined.Key key = new Quarantined.Key(left.id(), right.id());
    Quarantined before = known.get(key);
    boolean atRest =
        before != null
            && before.rest() != Quarantined.Rest.DUE
            && before.left().equals(left)
            && before.right().equals(right);
    failed.put(key, new Commit.Failure(left, right, title, reason, !atRest));
  }

  /** An item without a partner failed. */
  void failed(Side side, ItemId id, @Nullable Revision revision, String title, String reason) {
    Held.Sight there = new Held.Sight(id, revision);
    boolean left = side == Side.LEFT;
    failed(left ? there : Held.Sight.NOTHING, left ? Held.Sight.NOTHING : there, title, reason);
  }

  /** An effect of a step failed. */
  <T> void failed(Step.Do<T> step, String title, String reason) {
    failed(Gate.sight(step, Side.LEFT), Gate.sight(step, Side.RIGHT), title, reason);
  }

  /**
   * Puts into a commit what the ledger does not know yet.
   *
   * @param all whether everything else was tried: then what did not fail is well again
   */
  void remember(Commit.Builder<?> commit, boolean all) {
    for (Commit.Failure failure : failed.values()) {
      if (failure.counts()) {
        commit.failed(failure);
      }
    }
    for (Quarantined one : known.values()) {
      if (all
          && one.rest() != Quarantined.Rest.IGNORED
          && !leftAlone.contains(one.key())
          && !failed.containsKey(one.key())) {
        commit.recovered(one.key());
      }
    }
  }
}
