package org.tandemsync.sync;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a link looks after an intent, given which of its effects are known to be done. */
sealed interface Conclusion<T> {

  record Save<T>(Link<T> link) implements Conclusion<T> {}

  record Remove<T>(LinkId link) implements Conclusion<T> {}

  /** The ledger stays as it was; the next run looks again. */
  record Leave<T>() implements Conclusion<T> {}

  /**
   * Draws the conclusion.
   *
   * @param old the link as the ledger has it, or null if it is a new one
   * @param applied the effects that are known to be done
   * @param restraint what kept a part of the change from being carried out, or null
   */
  static <T> Conclusion<T> of(
      Setup<T> setup,
      @Nullable Link<T> old,
      Intent<T> intent,
      Map<Side, Applied<T>> applied,
      @Nullable String restraint) {
    if (intent.onLeft() instanceof Effect.Delete || intent.onRight() instanceof Effect.Delete) {
      return applied.isEmpty() ? new Leave<>() : new Remove<>(intent.link());
    }
    boolean making =
        intent.onLeft() instanceof Effect.Create || intent.onRight() instanceof Effect.Create;
    if (making && applied.isEmpty()) {
      return new Leave<>();
    }
    Set<String> settled = settled(setup, intent, applied);
    LinkSide<T> left = side(setup, old, intent, Side.LEFT, applied, settled, making);
    LinkSide<T> right = side(setup, old, intent, Side.RIGHT, applied, settled, making);
    Set<String> reworded = reworded(setup, old, intent, applied, settled, making, left, right);
    return new Save<>(
        new Link<>(
            intent.link(),
            left,
            asksForRewording(setup, left, right, reworded) ? right.unsure() : right,
            writes(old, intent),
            waiting(intent, applied, restraint),
            reworded));
  }

  private static long writes(@Nullable Link<?> old, Intent<?> intent) {
    long before = old == null ? 0 : old.writes();
    return Math.max(before, Math.max(write(intent.onLeft()), write(intent.onRight())));
  }

  private static long write(@Nullable Effect<?> effect) {
    return switch (effect) {
      case Effect.Create<?> create -> create.stamp().write();
      case Effect.Update<?> update -> update.stamp().write();
      case Effect.Delete<?> _ -> 0;
      case null -> 0;
    };
  }

  /**
   * The fields in which the sides agree in different words: what was brought across under the
   * options of that time counts, even if they have changed since.
   */
  private static <T> Set<String> reworded(
      Setup<T> setup,
      @Nullable Link<T> old,
      Intent<T> intent,
      Map<Side, Applied<T>> applied,
      Set<String> settled,
      boolean making,
      LinkSide<T> left,
      LinkSide<T> right) {
    Set<String> fields = new LinkedHashSet<>(old == null || making ? Set.of() : old.reworded());
    fields.removeAll(settled);
    Set<String> differing = new LinkedHashSet<>(setup.kind().differing(left.base(), right.base()));
    if (!making) {
      differing.retainAll(settled);
    }
    Set<String> doubtful = new LinkedHashSet<>(intent.undecided());
    if (applied.values().stream().anyMatch(Applied::adopt)) {
      doubtful.addAll(differing); // what a target makes of an item was not put so by us
    }
    if (differing.stream().anyMatch(doubtful::contains)) {
      doubtful.retainAll(Crossing.disagreeing(setup.kind(), left.base(), right.base()));
      differing.removeAll(doubtful);
    }
    fields.addAll(differing);
    return fields;
  }

  /**
   * Then the next run looks again: what was made in Outlook may have to be hidden on the server.
   */
  private static <T> boolean asksForRewording(
      Setup<T> setup, LinkSide<T> left, LinkSide<T> right, Set<String> reworded) {
    return setup.target() != Side.LEFT
        && (!setup.kind().wording().isSame() || !reworded.isEmpty())
        && new Crossing<>(
                setup.kind(), left.base(), left.base(), right.base(), right.base(), reworded)
            .asksForRewording();
  }

  /**
   * A field's base advances on both sides together, and only when both are known to hold it: after
   * a merge that wrote one side and was refused on the other, the unsent field must still be seen
   * as changed.
   */
  private static <T> Set<String> settled(
      Setup<T> setup, Intent<T> intent, Map<Side, Applied<T>> applied) {
    Set<String> settled = new LinkedHashSet<>(intent.agreed());
    if (setup.rules().basePerItem() && !applied.isEmpty()) {
      return settled;
    }
    for (Side side : Side.values()) {
      if (intent.on(side) instanceof Effect.Update<T> update && !applied.containsKey(side)) {
        settled.removeAll(Crossing.withRelatives(setup.kind(), update.item(), update.fields()));
      }
    }
    return settled;
  }

  private static <T> LinkSide<T> side(
      Setup<T> setup,
      @Nullable Link<T> old,
      Intent<T> intent,
      Side side,
      Map<Side, Applied<T>> applied,
      Set<String> settled,
      boolean making) {
    ItemKind<T> kind = setup.kind();
    Effect<T> effect = intent.on(side);
    Applied<T> done = applied.get(side);
    T held = done == null ? null : done.held();
    if (done != null && held != null && done.adopt()) {
      return new LinkSide<>(
          done.id(),
          done.revision(),
          kind.uid(held).orElse(""),
          kind.visible(held),
          birthmark(old, side, intent.seen(side), done));
    }
    if (effect instanceof Effect.Create<T> create && done != null) {
      T base = kind.visible(create.item());
      return new LinkSide<>(
          done.id(),
          confirmed(kind, base, done, create.item()),
          create.uid(),
          base,
          done.birthmark());
    }
    Replica<T> seen = intent.seen(side);
    if (seen == null) {
      throw new IllegalStateException("an intent without effect or sight of " + side);
    }
    T sent =
        effect instanceof Effect.Update<T> update
            ? kind.overlay(seen.item(), update.item(), update.fields())
            : seen.item();
    T base = base(kind, old, side, settled, making, seen, sent);
    String uid = kind.uid(seen.item()).orElse(old == null ? "" : old.side(side).uid());
    String birthmark = birthmark(old, side, seen, done);
    if (effect == null) {
      return new LinkSide<>(
          seen.id(), unless(kind, base, seen.item(), seen.revision()), uid, base, birthmark);
    }
    return done == null
        ? new LinkSide<>(seen.id(), null, uid, base, birthmark)
        : new LinkSide<>(done.id(), confirmed(kind, base, done, sent), uid, base, birthmark);
  }

  /** Whoever said it last. */
  private static <T> String birthmark(
      @Nullable Link<T> old, Side side, @Nullable Replica<T> seen, @Nullable Applied<T> done) {
    if (done != null && !done.birthmark().isEmpty()) {
      return done.birthmark();
    }
    if (seen != null && !seen.birthmark().isEmpty()) {
      return seen.birthmark();
    }
    return old == null ? "" : old.side(side).birthmark();
  }

  private static <T> T base(
      ItemKind<T> kind,
      @Nullable Link<T> old,
      Side side,
      Set<String> settled,
      boolean making,
      Replica<T> seen,
      T sent) {
    if (making) {
      return kind.visible(seen.item());
    }
    T before =
        old == null
            ? kind.withUid(kind.blank(seen.item()), kind.uid(seen.item()).orElse(""))
            : old.side(side).base();
    return kind.overlay(before, sent, settled);
  }

  /** What we sent is the base, never what is read afterwards: that may be somebody's edit. */
  private static <T> @Nullable Revision confirmed(
      ItemKind<T> kind, T base, Applied<T> done, T sent) {
    T held = done.held();
    return unless(kind, base, held == null ? sent : held, done.revision());
  }

  /** The revision, unless what is held at it differs from the base: then it is looked at again. */
  private static <T> @Nullable Revision unless(
      ItemKind<T> kind, T base, T held, @Nullable Revision revision) {
    return revision != null && kind.differing(base, held).isEmpty() ? revision : null;
  }

  private static <T> @Nullable Waiting waiting(
      Intent<T> intent, Map<Side, Applied<T>> applied, @Nullable String restraint) {
    Revision left = now(intent, Side.LEFT, applied);
    Revision right = now(intent, Side.RIGHT, applied);
    return restraint == null || left == null || right == null
        ? null
        : new Waiting(left, right, restraint);
  }

  private static <T> @Nullable Revision now(
      Intent<T> intent, Side side, Map<Side, Applied<T>> applied) {
    if (intent.on(side) != null) {
      Applied<T> done = applied.get(side);
      return done == null ? null : done.revision();
    }
    Replica<T> seen = intent.seen(side);
    return seen == null ? null : seen.revision();
  }
}
