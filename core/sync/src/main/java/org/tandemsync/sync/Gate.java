package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the guard's verdict means for each step: it passes, or is held and remembered until somebody
 * decides. What was held once waits for that, also in a run that would let it pass.
 */
final class Gate<T> {
  private static final String UNDECIDED = "held in an earlier run, and nobody has decided yet";
  private static final String CHANGED = "it has changed since somebody decided about it";

  private final Setup<T> setup;
  private final Policy.Guard guard;
  private final Map<Held.Key, Held> known = new HashMap<>();
  private final Map<Held.Key, Held> now = new LinkedHashMap<>();
  private final Set<ItemIds> decided = new HashSet<>();
  private final Set<Held.Key> passed = new HashSet<>();
  private final Set<Held.Key> done = new HashSet<>();
  private final @Nullable String everything;
  private final Set<Side> putBack = EnumSet.noneOf(Side.class);
  private final EmptiedSides emptied = new EmptiedSides();
  private final Overwriting<T> overwriting;
  private final Rejections<T> rejections = new Rejections<>();

  /** What is held for reasons of others: what was decided of it is not carried out in this run. */
  private final Set<ItemIds> leftAlone = new HashSet<>();

  private @Nullable String deletions;
  private @Nullable String overwrites;

  Gate(Setup<T> setup) {
    this.setup = setup;
    this.guard = setup.policy().guard();
    this.overwriting = new Overwriting<>(setup, putBack);
    setup.ledger().held().forEach(held -> known.put(held.key(), held));
    known.values().stream()
        .filter(held -> held.verdict() != Held.Verdict.WAITS)
        .map(held -> ItemIds.of(held.left(), held.right()))
        .forEach(decided::add);
    this.everything =
        guard.places() && setup.ledger().unfamiliar()
            ? "the profile connects other folders than before; nothing is written until that is"
                + " confirmed"
            : null;
  }

  /**
   * From now on nothing that comes from these sides deletes or overwrites anything, but what
   * somebody has approved of; without a guard everything passes.
   *
   * @param seem the sides that seem to be put back to an earlier state now; one that did in an
   *     earlier run does so until all is decided
   */
  void putBack(Set<Side> seem) {
    if (guard.equals(Policy.Guard.OFF)) {
      return;
    }
    putBack.addAll(seem);
    for (Side side : setup.ledger().putBack()) {
      List<Held> of = known.values().stream().filter(held -> isFrom(side, held)).toList();
      if (of.isEmpty() || of.stream().anyMatch(held -> held.verdict() == Held.Verdict.WAITS)) {
        putBack.add(side);
      }
    }
  }

  /** The sides that seem to be put back. */
  Set<Side> putBack() {
    return putBack;
  }

  /**
   * Who may be asked about moves: nobody where a side seems to be put back, for then everything
   * that was moved since seems to be moved back.
   */
  Neighbours<T> neighbours() {
    return everything == null && putBack.isEmpty() && setup.target() == null
        ? setup.neighbours()
        : Neighbours.none();
  }

  private static boolean isFrom(Side side, Held held) {
    return held.side() == side.other() && held.doing().takesAway();
  }

  /** Whether somebody has decided what becomes of this link, which is not carried out yet. */
  boolean isDecided(LinkHead link) {
    return decided.contains(new ItemIds(link.left().id(), link.right().id()));
  }

  /**
   * Weighs what this run would delete and overwrite, without what somebody has approved of.
   *
   * @param undecided whether nobody has said what becomes of what a side has lost, if that can be
   *     all that it had
   */
  void weigh(GuardRule.Load load, Predicate<Side> undecided) {
    deletions = GuardRule.deletions(guard, load);
    overwrites = GuardRule.overwrites(guard, load);
    for (Side side : Side.values()) {
      int lost = GuardRule.emptied(guard, load, side);
      if (lost > 0 && setup.target() != side && undecided.test(side)) {
        emptied.add(side, lost);
      }
    }
  }

  /** The hold of two that are one, as long as one is where all others were lost; or null. */
  @Nullable Step<T> heldPair(Replica<T> left, Replica<T> right) {
    Side side = emptied.any();
    return side == null
        ? null
        : unlessApproved(
            held(
                Held.Doing.LINK,
                side,
                Held.Sight.of(left),
                Held.Sight.of(right),
                setup.kind().title(left.item())));
  }

  /** The hold of what both sides lack, as long as one of them may have it still; or null. */
  @Nullable Step<T> heldLoss(Link<T> link) {
    Side side = emptied.any();
    return side == null || isDecided(link.head())
        ? null
        : unlessApproved(
            held(
                Held.Doing.FORGET,
                side,
                new Held.Sight(link.left().id(), null),
                new Held.Sight(link.right().id(), null),
                setup.kind().title(link.left().base())));
  }

  private @Nullable Step<T> unlessApproved(Held held) {
    String why = why(held);
    return why == null ? null : hold(held, why);
  }

  private @Nullable String creations(Side to) {
    String into = emptied.why(to, "written there");
    String why = into == null ? emptied.why(to.other(), "taken from what is there") : into;
    return why == null ? null : "to be created: " + why;
  }

  // ---- single actions ----

  Held deletion(Side side, Held.Sight left, Held.Sight right, String title) {
    return held(Held.Doing.DELETE, side, left, right, title);
  }

  Held creation(Side side, Held.Sight left, Held.Sight right) {
    return held(Held.Doing.CREATE, side, left, right, "");
  }

  private Held held(Held.Doing doing, Side side, Held.Sight left, Held.Sight right, String title) {
    return new Held(doing, side, left, right, title, "", guard.toString(), Held.Verdict.WAITS);
  }

  /** What somebody has said of exactly this. */
  Held.Verdict verdict(Held held) {
    Held before = known.get(held.key());
    return before != null && before.isAsIn(held) ? before.verdict() : Held.Verdict.WAITS;
  }

  /** Why this is held, or null if it passes. */
  private @Nullable String why(Held held) {
    Held.Verdict verdict = verdict(held);
    if (verdict != Held.Verdict.WAITS) {
      return verdict == Held.Verdict.APPROVED ? null : rejections.why(held);
    }
    if (held.doing().takesAway() && putBack.contains(held.side().other())) {
      return PutBack.why(held.side().other());
    }
    String why =
        switch (held.doing()) {
          case CREATE -> creations(held.side());
          case LINK -> "to be linked: " + emptied.why(held.side(), "linked with what is there");
          case OVERWRITE -> overwrites;
          case DELETE -> deletions;
          case FORGET -> "gone from both sides: " + emptied.why(held.side(), "forgotten");
        };
    if (why != null) {
      return why;
    }
    if (everything != null) {
      return "to be "
          + switch (held.doing()) {
            case CREATE -> "created: ";
            case LINK -> "linked: ";
            case OVERWRITE -> "changed: ";
            case DELETE -> "deleted: ";
            case FORGET -> "forgotten: ";
          }
          + everything;
    }
    Held before = known.get(held.key());
    return held.doing().takesAway() && before != null && before.limits().equals(held.limits())
        ? before.verdict() == Held.Verdict.WAITS ? UNDECIDED : CHANGED
        : null;
  }

  boolean mayPass(Held held) {
    return why(held) == null;
  }

  // ---- steps ----

  /** The same steps, with those that are held put on hold. */
  List<Step<T>> through(List<Step<T>> steps) {
    List<Step<T>> through = new ArrayList<>(steps.size());
    for (Step<T> step : steps) {
      if (step instanceof Step.Hold<T> hold) {
        leftAlone.add(hold.action().items());
      }
      through.add(step instanceof Step.Do<T> doing && doing.writes() ? through(doing) : step);
    }
    return through;
  }

  private Step<T> through(Step.Do<T> step) {
    Held rejected = rejections.carriedOutBy(step);
    if (rejected != null) {
      passed.add(rejected.key());
      return step;
    }
    Held held = held(step);
    if (held == null) {
      return step;
    }
    String why = why(held);
    if (why == null) {
      passed.add(held.key());
      return step;
    }
    return hold(held, why + Overwriting.wherever(step));
  }

  private Step<T> hold(Held held, String why) {
    now.put(held.key(), held.waiting(why));
    return new Step.Hold<>(
        new Action.Hold(
            held.side(),
            Action.HoldReason.GUARD,
            ItemIds.of(held.left(), held.right()),
            held.title(),
            why),
        Drafter.BOTH);
  }

  /** A step with effects as the guard sees it; null if it is none of its business. */
  private @Nullable Held held(Step.Do<T> step) {
    Side side = step.intent().onLeft() == null ? Side.RIGHT : Side.LEFT;
    Effect<T> effect = Objects.requireNonNull(step.intent().on(side));
    return switch (effect) {
      case Effect.Create<T> _ -> held(Held.Doing.CREATE, side, step, effect.title());
      case Effect.Update<T> _ -> overwrite(step, effect.title());
      case Effect.Delete<T> _ -> held(Held.Doing.DELETE, side, step, effect.title());
    };
  }

  private Held held(Held.Doing doing, Side side, Step.Do<T> step, String title) {
    return held(doing, side, sight(step, Side.LEFT), sight(step, Side.RIGHT), title);
  }

  /** One that writes over something on both sides stays about the side that it was about. */
  private @Nullable Held overwrite(Step.Do<T> step, String title) {
    Set<Side> updated = Overwriting.updated(step);
    if (!setup.decisions().containsKey(step.intent().link())) {
      for (Side side : updated) {
        Held held = held(Held.Doing.OVERWRITE, side, step, title);
        if (verdict(held) != Held.Verdict.WAITS) {
          return held;
        }
      }
    }
    Set<Side> overwritten = overwriting.sides(step);
    Set<Side> concerned = overwritten.isEmpty() && everything != null ? updated : overwritten;
    if (concerned.isEmpty()) {
      return null;
    }
    Held foremost = held(Held.Doing.OVERWRITE, overwriting.foremost(concerned), step, title);
    Held other = held(Held.Doing.OVERWRITE, foremost.side().other(), step, title);
    boolean before =
        concerned.contains(other.side())
            && !putBack.contains(foremost.side().other())
            && isKnown(other)
            && !isKnown(foremost);
    return before ? other : foremost;
  }

  /** Also where the items have changed since: otherwise it would be held for nobody any more. */
  private boolean isKnown(Held held) {
    return known.containsKey(held.key());
  }

  /** What a side held when a step was drafted. */
  static <T> Held.Sight sight(Step.Do<T> step, Side side) {
    Replica<T> seen = step.intent().seen(side);
    Link<T> old = step.old();
    return seen != null
        ? Held.Sight.of(seen)
        : old == null ? Held.Sight.NOTHING : new Held.Sight(old.side(side).id(), null);
  }

  /** Counts a step that overwrites what somebody wrote, unless somebody has decided about it. */
  boolean countsAsOverwrite(Step<T> step) {
    if (!(step instanceof Step.Do<T> doing) || !doing.writes()) {
      return false;
    }
    Held held = held(doing);
    boolean counts =
        held != null && held.doing() == Held.Doing.OVERWRITE && verdict(held) == Held.Verdict.WAITS;
    if (counts) {
      overwriting.count(overwriting.sides(doing));
    }
    return counts;
  }

  /**
   * The step, or, where somebody said that what a side holds is not to be overwritten by it, what
   * brings that to the other side. Only a profile that writes both sides can bring values back.
   *
   * @param keep makes that of the side whose value counts
   */
  Step<T> unlessRejected(Step<T> step, Function<Side, Step<T>> keep) {
    Held held = step instanceof Step.Do<T> doing && doing.writes() ? held(doing) : null;
    return held != null
            && held.doing() == Held.Doing.OVERWRITE
            && verdict(held) == Held.Verdict.REJECTED
            && setup.target() == null
        ? rejections.instead(held, step, keep.apply(held.side()))
        : step;
  }

  /** What brings back what somebody did not want to be deleted, as far as that can be done. */
  Step<T> instead(Held rejected, Step<T> step, Step<T> back) {
    return rejections.instead(rejected, step, back);
  }

  /** The effects of a step are done, or some of them. */
  void done(Step.Do<T> step) {
    Held rejected = rejections.carriedOutBy(step);
    Held held = rejected == null ? held(step) : rejected;
    if (held != null) {
      done.add(held.key());
    }
  }

  // ---- what the ledger is told at the end ----

  /**
   * Puts into a commit what the ledger does not know yet.
   *
   * @param all whether this run has looked at everything: else nothing is let go
   */
  void remember(Commit.Builder<T> commit, boolean all) {
    for (Held held : now.values()) {
      Held before = known.get(held.key());
      if (before == null || !before.isAsIn(held) || !before.limits().equals(held.limits())) {
        commit.hold(held);
      }
    }
    for (Side side : setup.ledger().putBack()) {
      if (all && now.values().stream().noneMatch(held -> isFrom(side, held))) {
        commit.putBack(side, false);
      }
    }
    for (Held before : known.values()) {
      boolean leftAlone = this.leftAlone.contains(ItemIds.of(before.left(), before.right()));
      boolean notYet =
          passed.contains(before.key()) || (leftAlone && before.verdict() != Held.Verdict.WAITS);
      if (done.contains(before.key()) || (all && !now.containsKey(before.key()) && !notYet)) {
        commit.letGo(before.key());
      }
    }
  }
}
