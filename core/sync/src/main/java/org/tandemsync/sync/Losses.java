package org.tandemsync.sync;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What does not come across with a step, by the side that lacks it. */
final class Losses<T> {
  private final Setup<T> setup;
  private final Step.Do<T> step;
  private final Map<Side, Set<Lost>> missing = new EnumMap<>(Side.class);

  Losses(Setup<T> setup, Step.Do<T> step) {
    this.setup = setup;
    this.step = step;
  }

  /** What writing to a side loses. */
  void writing(Side side, List<Lost> losses) {
    add(side, losses);
  }

  /**
   * What reading lost: only where something is carried from, lest a plan for one side tells of what
   * the other has had all along.
   */
  void reading() {
    for (Side side : Side.values()) {
      Replica<T> seen = step.intent().seen(side);
      if (seen != null && flowsFrom(side)) {
        add(side.other(), seen.losses());
      }
    }
  }

  private boolean flowsFrom(Side side) {
    if (setup.target() == side) {
      return false;
    }
    return switch (step.action()) {
      case null -> wasEdited(side);
      case Action.Create create -> create.side() != side;
      case Action.Update update -> update.side() != side;
      case Action.Restore restore -> restore.side() != side;
      case Action.Merge _, Action.Adopt _, Action.LinkUp _, Action.AskConflict _ -> true;
      case Action.Delete _, Action.DeleteExtra _, Action.Move _ -> false;
      case Action.Forget _, Action.Hold _ -> false;
    };
  }

  /**
   * Nothing of what takes part was changed, but somebody changed the item: perhaps what cannot be
   * carried. An item whose revision was not known is read again without that.
   */
  private boolean wasEdited(Side side) {
    Link<T> old = step.old();
    Replica<T> seen = step.intent().seen(side);
    Revision noted = old == null ? null : old.side(side).revision();
    return seen != null && noted != null && !noted.equals(seen.revision());
  }

  private void add(Side side, List<Lost> losses) {
    for (Lost lost : losses) {
      if (setup.kind().takesPart(lost.field())) {
        missing.computeIfAbsent(side, s -> new LinkedHashSet<>()).add(lost);
      }
    }
  }

  boolean isEmpty() {
    return missing.isEmpty();
  }

  /** What users are told of them with, or null if there is nothing to tell. */
  @Nullable Action action() {
    Action action = step.action();
    if (action != null || missing.isEmpty()) {
      return action;
    }
    Replica<T> seen = step.intent().left();
    return new Action.Adopt(
        step.intent().link(),
        seen == null ? "" : setup.kind().title(seen.item()),
        "what was changed does not come across");
  }

  /** Tells of them; answers how many there are. */
  int tell(Action action) {
    int values = 0;
    for (Side side : Side.values()) {
      Set<Lost> lost = missing.getOrDefault(side, Set.of());
      if (!lost.isEmpty()) {
        setup.listener().lost(action, side, List.copyOf(lost));
        values += lost.size();
      }
    }
    return values;
  }
}
