package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings fields across, as far as the sides can be written. */
final class Bringing<T> {
  private final Setup<T> setup;
  private final LinkId id;
  private final Replica<T> left;
  private final Replica<T> right;
  private final Merged<T> merged;
  private final @Nullable Side winner;
  private final @Nullable Side to;
  private final String title;
  private final Set<String> agreed;

  static final String OPTIONS = "options changed";

  Bringing(
      Setup<T> setup,
      LinkId id,
      Replica<T> left,
      Replica<T> right,
      Merged<T> merged,
      @Nullable Side winner,
      @Nullable Side to) {
    this.setup = setup;
    this.id = id;
    this.left = left;
    this.right = right;
    this.merged = merged;
    this.winner = winner;
    this.to = to;
    this.title =
        to == Side.LEFT
            ? title(setup.kind(), right.item(), left.item())
            : title(setup.kind(), left.item(), right.item());
    this.agreed = new LinkedHashSet<>(merged.agreed());
    merged.clashes().forEach(clash -> agreed.add(clash.field()));
  }

  Step<T> step(@Nullable Link<T> old, long write) {
    for (Side side : Side.values()) {
      if (!fields(side).isEmpty() && writable(side) && seen(side).revision() == null) {
        return new Step.Hold<>(
            new Action.Hold(
                side,
                Action.HoldReason.UNKNOWN,
                ItemIds.of(left, right),
                title,
                Words.noRevision(side)),
            Drafter.BOTH);
      }
    }
    Stamp stamp = new Stamp(id, write);
    Effect<T> onLeft = update(Side.LEFT, stamp);
    Effect<T> onRight = update(Side.RIGHT, stamp);
    Action.Hold held = held(Side.LEFT);
    if (held == null) {
      held = held(Side.RIGHT);
    }
    for (Side side : Side.values()) {
      if (!writable(side)) {
        agreed.removeAll(Crossing.withRelatives(setup.kind(), right.item(), fields(side)));
      }
    }
    boolean writes = onLeft != null || onRight != null;
    Action action = held != null && !writes ? held : action(old, onLeft != null, onRight != null);
    return new Step.Do<>(
        new Intent<>(id, left, right, onLeft, onRight, agreed, undecided()),
        old,
        action,
        writes ? held : null,
        conflicts(old));
  }

  private Set<String> undecided() {
    Set<String> undecided = new LinkedHashSet<>();
    if (winner == null) {
      merged.clashes().forEach(clash -> undecided.add(clash.field()));
    }
    return undecided;
  }

  private Set<String> fields(Side side) {
    return side == Side.LEFT ? merged.toLeft() : merged.toRight();
  }

  private Replica<T> seen(Side side) {
    return side == Side.LEFT ? left : right;
  }

  private boolean writable(Side side) {
    return setup.readOnly(side) == null;
  }

  private @Nullable Effect<T> update(Side side, Stamp stamp) {
    Revision expected = seen(side).revision();
    return fields(side).isEmpty() || !writable(side) || expected == null
        ? null
        : new Effect.Update<>(
            seen(side).id(),
            expected,
            side == Side.LEFT ? merged.left() : merged.right(),
            fields(side),
            stamp,
            title);
  }

  private Action.@Nullable Hold held(Side side) {
    String why = setup.readOnly(side);
    return why == null || fields(side).isEmpty()
        ? null
        : new Action.Hold(
            side,
            Action.HoldReason.READ_ONLY,
            ItemIds.of(left, right),
            title,
            Words.list(fields(side)) + " changed " + Words.in(side.other()) + "; " + why);
  }

  private List<Conflict<T>> conflicts(@Nullable Link<T> old) {
    T base = old == null ? null : old.left().base();
    List<Conflict<T>> conflicts = new ArrayList<>();
    if (!merged.clashes().isEmpty()) {
      conflicts.add(
          new Conflict<>(id, title, left.item(), right.item(), merged.clashes(), winner, base));
    }
    if (!merged.overwritten().isEmpty() && writable(Side.RIGHT)) {
      conflicts.add(
          new Conflict<>(
              id, title, left.item(), right.item(), merged.overwritten(), Side.LEFT, base));
    }
    return conflicts;
  }

  private Action action(@Nullable Link<T> old, boolean toLeft, boolean toRight) {
    Set<String> leftFields = toLeft ? merged.toLeft() : Set.of();
    Set<String> rightFields = toRight ? merged.toRight() : Set.of();
    if (old == null) {
      return new Action.LinkUp(
          left.id(),
          right.id(),
          leftFields,
          rightFields,
          merged.clashes(),
          winner,
          title,
          "the same");
    }
    if (!merged.clashes().isEmpty() && winner == null) {
      return new Action.AskConflict(
          id, merged.clashes(), title, "both sides changed it, and nobody has decided");
    }
    if (toRight && !toLeft && merged.reworded().containsAll(rightFields)) {
      return new Action.Update(Side.RIGHT, id, rightFields, title, OPTIONS);
    }
    if (!toLeft && !toRight && merged.clashes().isEmpty()) {
      return new Action.Adopt(id, title, "both sides hold the same");
    }
    if (to != null && toLeft != toRight) {
      Set<String> fields = toLeft ? leftFields : rightFields;
      return new Action.Update(
          toLeft ? Side.LEFT : Side.RIGHT, id, fields, title, because(toLeft, fields));
    }
    return new Action.Merge(
        id, leftFields, rightFields, merged.clashes(), title, "both sides changed it");
  }

  private String because(boolean toLeft, Set<String> fields) {
    if (!merged.overwritten().isEmpty() && !toLeft) {
      return Words.list(merged.overwritten().stream().map(Merged.FieldClash::field).toList())
          + " changed on the server, where Outlook's is not to be seen: hidden again";
    }
    Side source = toLeft ? Side.RIGHT : Side.LEFT;
    return setup.target() == null
        ? Words.list(fields) + " changed " + Words.in(source)
        : Words.list(fields) + " as " + Words.in(source);
  }

  private static <T> String title(ItemKind<T> kind, T first, T second) {
    String title = kind.title(first);
    return title.isEmpty() ? kind.title(second) : title;
  }
}
