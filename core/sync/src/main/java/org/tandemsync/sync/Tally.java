package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what a run does. Keeps nothing of the items. */
final class Tally {
  private final Map<Side, Integer> created = zero();
  private final Map<Side, Integer> updated = zero();
  private final Map<Side, Integer> deleted = zero();
  private final Map<Side, Integer> read = zero();
  private final List<String> problems = new ArrayList<>();
  private final Set<Side> leftOver = EnumSet.noneOf(Side.class);
  private final Set<Side> listAnew = EnumSet.noneOf(Side.class);
  private boolean cutShort;
  private int links;
  private int adopted;
  private int conflicts;
  private int held;
  private int guarded;
  private int postponed;
  private int failed;
  private int lost;
  private @Nullable StoreException stopped;

  private static Map<Side, Integer> zero() {
    Map<Side, Integer> counts = new EnumMap<>(Side.class);
    counts.put(Side.LEFT, 0);
    counts.put(Side.RIGHT, 0);
    return counts;
  }

  void effect(Side side, Effect<?> effect) {
    switch (effect) {
      case Effect.Create<?> _ -> created.merge(side, 1, Integer::sum);
      case Effect.Update<?> _ -> updated.merge(side, 1, Integer::sum);
      case Effect.Delete<?> _ -> deleted.merge(side, 1, Integer::sum);
    }
  }

  void read(Side side, int bodies) {
    read.merge(side, bodies, Integer::sum);
  }

  void links(int change) {
    links += change;
  }

  void adopted() {
    adopted++;
  }

  void conflict() {
    conflicts++;
  }

  void held(Action.Hold action) {
    held++;
    if (action.reason() == Action.HoldReason.GUARD) {
      guarded++;
    }
  }

  void postponed() {
    postponed++;
  }

  /** Something has changed while it was at work: the next run looks again. */
  void lookAgain() {
    leftOver(Set.of(Side.values()));
    postponed();
  }

  void failed() {
    failed++;
  }

  void lost(int values) {
    lost += values;
  }

  void problem(String what) {
    problems.add(what);
  }

  void stopped(StoreException why) {
    stopped = why;
    problems.add(why.getMessage() == null ? why.reason().name() : why.getMessage());
  }

  /** Not all that there is was named. */
  void cutShort() {
    cutShort = true;
  }

  boolean isCutShort() {
    return cutShort;
  }

  /** Something of this side is not dealt with: its next listing must name it again. */
  void leftOver(Set<Side> sides) {
    leftOver.addAll(sides);
  }

  /** The next listing of this side must be complete. */
  void listAnew(Side side) {
    listAnew.add(side);
  }

  boolean isLeftOver(Side side) {
    return leftOver.contains(side);
  }

  boolean mustListAnew(Side side) {
    return listAnew.contains(side);
  }

  RunReport report() {
    return new RunReport(
        links, created, updated, deleted, List.of(), adopted, conflicts, held, guarded, postponed,
        failed, lost, read, problems, stopped);
  }
}
