package org.tandemsync.sync;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of each decision the step that carries it out. Touches nothing. */
final class Drafter<T> {
  static final Set<Side> BOTH = EnumSet.allOf(Side.class);

  private final Setup<T> setup;
  private final ItemKind<T> kind;

  Drafter(Setup<T> setup) {
    this.setup = setup;
    this.kind = setup.kind();
  }

  /** What to do about a link. */
  Step<T> link(LinkedItems.Looked<T> looked) {
    return link(looked.link(), looked.left(), looked.right());
  }

  Step<T> link(Link<T> link, Seen<T> left, Seen<T> right) {
    Move move = Planner.move(left.change(), right.change(), setup.policy());
    return switch (move) {
      case Move.Nothing _ -> reword(link, left, right);
      case Move.Update update -> bring(link, left, right, update.to());
      case Move.Merge _ -> bring(link, left, right, null);
      case Move.Delete delete -> delete(link, delete.on(), left, right);
      case Move.Restore restore -> restore(link, restore.on(), left, right);
      case Move.Forget _ ->
          new Step.Forget<>(
              link.id(),
              new Action.Forget(
                  link.id(),
                  kind.title(link.left().base()),
                  left.change() == right.change()
                      ? "deleted on both sides"
                      : "the source deleted it, and it was edited here: it is kept"));
      case Move.Hold _ -> hold(link, left, right);
    };
  }

  /** Both hold their base; perhaps the options say that the server is to hold it differently. */
  private Step<T> reword(Link<T> link, Seen<T> left, Seen<T> right) {
    boolean asks =
        setup.target() != Side.LEFT
            && crossing(link, now(left).item(), now(right).item()).asksForRewording();
    return asks ? bring(link, left, right, Side.RIGHT) : refresh(link, left, right);
  }

  private Crossing<T> crossing(Link<T> link, T left, T right) {
    return new Crossing<>(
        kind, link.left().base(), left, link.right().base(), right, link.reworded());
  }

  /** Both hold their base; perhaps the ledger has not noted at which revision. */
  private Step<T> refresh(Link<T> link, Seen<T> left, Seen<T> right) {
    boolean noted =
        noted(link.left(), now(left)) && noted(link.right(), now(right)) && link.waiting() == null;
    return noted
        ? new Step.Nothing<>()
        : new Step.Do<>(
            new Intent<>(link.id(), now(left), now(right), null, null, Set.of()),
            link,
            null,
            null,
            List.of());
  }

  private static <T> boolean noted(LinkSide<T> side, Replica<T> now) {
    return side.id().equals(now.id()) && Objects.equals(side.revision(), now.revision());
  }

  private static <T> Replica<T> now(Seen<T> seen) {
    return Objects.requireNonNull(seen.now());
  }

  private Step<T> hold(Link<T> link, Seen<T> left, Seen<T> right) {
    Side side = left.change() == Change.UNKNOWN ? Side.LEFT : Side.RIGHT;
    Seen<T> unknown = side == Side.LEFT ? left : right;
    Action.HoldReason reason =
        unknown.reason() == null ? Action.HoldReason.UNKNOWN : unknown.reason();
    return new Step.Hold<>(
        new Action.Hold(
            side, reason, ItemIds.of(link), kind.title(link.side(side).base()), unknown.why()),
        BOTH);
  }

  // ---- changed fields ----

  /**
   * @param to the only side to be written as far as the table is concerned, or null for both
   */
  private Step<T> bring(Link<T> link, Seen<T> left, Seen<T> right, @Nullable Side to) {
    Side target = setup.target();
    Side winner = winner(now(left).item(), now(right).item());
    Crossing<T> crossing = crossing(link, now(left).item(), now(right).item());
    Merged<T> merged;
    if (target != null) {
      merged = crossing.oneWay(target);
    } else if (to == null && setup.rules().wholeItemWinner()) {
      merged = whole(now(left).item(), now(right).item(), winner == null ? Side.LEFT : winner);
    } else {
      merged = crossing.merged(winner);
    }
    Bringing<T> bringing =
        new Bringing<>(setup, link.id(), now(left), now(right), merged, winner, to);
    return bringing.step(link, link.nextWrite());
  }

  /** What would be overwritten on one side is brought to the other instead. */
  Step<T> keep(Link<T> link, Replica<T> left, Replica<T> right, Side kept) {
    Side to = kept.other();
    Crossing<T> crossing = crossing(link, left.item(), right.item());
    boolean asks = setup.policy().conflicts() == Policy.Conflicts.ASK;
    Merged<T> merged =
        asks ? besides(crossing, left.item(), right.item(), to) : crossing.oneWay(to);
    Step<T> step =
        new Bringing<>(setup, link.id(), left, right, merged, asks ? null : kept, to)
            .step(link, link.nextWrite());
    return step instanceof Step.Do<T> doing && doing.action() instanceof Action.Update update
        ? new Step.Do<>(
            doing.intent(),
            doing.old(),
            new Action.Update(
                update.side(),
                update.link(),
                update.fields(),
                update.title(),
                "changed " + Words.in(to) + ", and that was rejected"),
            doing.alsoHeld(),
            doing.conflicts())
        : step;
  }

  /** What one side holds for the other, without what both changed: of that a person is asked. */
  private Merged<T> besides(Crossing<T> crossing, T left, T right, Side to) {
    Merged<T> merged = crossing.oneWay(to);
    List<Merged.FieldClash> clashes = crossing.merged(null).clashes();
    Set<String> fields = new LinkedHashSet<>();
    clashes.forEach(clash -> fields.add(clash.field()));
    Set<String> open = Crossing.withRelatives(kind, right, fields);
    return new Merged<>(
        kind.overlay(merged.left(), left, open),
        kind.overlay(merged.right(), right, open),
        without(merged.toLeft(), open),
        without(merged.toRight(), open),
        without(merged.agreed(), open),
        clashes,
        merged.overwritten(),
        without(merged.reworded(), open));
  }

  private static Set<String> without(Set<String> fields, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(fields);
    rest.removeAll(others);
    return rest;
  }

  /** The altered rule: one item as a whole. */
  private Merged<T> whole(T left, T right, Side winner) {
    Set<String> differing = kind.differing(left, right);
    return winner == Side.LEFT
        ? new Merged<>(
            left, kind.overlay(right, left, differing), Set.of(), differing, differing, List.of())
        : new Merged<>(
            kind.overlay(left, right, differing), right, differing, Set.of(), differing, List.of());
  }

  /** Two items that were not linked are the same thing. */
  Step<T> pair(LinkId id, Replica<T> left, Replica<T> right) {
    return pair(id, left, right, winner(left.item(), right.item()));
  }

  /**
   * @param winner whose value counts where both have one, or null if nobody's
   */
  Step<T> pair(LinkId id, Replica<T> left, Replica<T> right, @Nullable Side winner) {
    Side target = setup.target();
    Crossing<T> crossing = new Crossing<>(kind, null, left.item(), null, right.item(), Set.of());
    Merged<T> merged = target == null ? crossing.merged(winner) : crossing.oneWay(target);
    return new Bringing<>(setup, id, left, right, merged, winner, null).step(null, 1);
  }

  private @Nullable Side winner(T left, T right) {
    return switch (setup.policy().conflicts()) {
      case MERGE, OUTLOOK_WINS -> Side.LEFT;
      case SERVER_WINS -> Side.RIGHT;
      case ASK -> null;
      case NEWEST_WINS -> {
        Optional<Instant> l = kind.modified(left);
        Optional<Instant> r = kind.modified(right);
        yield l.isPresent() && r.isPresent() && r.get().isAfter(l.get()) ? Side.RIGHT : Side.LEFT;
      }
    };
  }

  // ---- making and deleting ----

  private Step<T> delete(Link<T> link, Side on, Seen<T> left, Seen<T> right) {
    Replica<T> doomed = now(on == Side.LEFT ? left : right);
    return delete(link, on, doomed, "deleted " + Words.in(on.other()));
  }

  /** What somebody took out of the profile in Outlook is deleted on the server. */
  Step<T> leave(Link<T> link, Replica<T> doomed, String why) {
    return delete(link, Side.RIGHT, doomed, why);
  }

  private Step<T> delete(Link<T> link, Side on, Replica<T> doomed, String why) {
    String title = kind.title(doomed.item());
    String readOnly = setup.readOnly(on);
    Revision expected = doomed.revision();
    if (readOnly != null) {
      return new Step.Hold<>(
          new Action.Hold(
              on, Action.HoldReason.READ_ONLY, ItemIds.of(link), title, why + "; " + readOnly),
          BOTH);
    }
    if (expected == null) {
      return new Step.Hold<>(
          new Action.Hold(
              on, Action.HoldReason.UNKNOWN, ItemIds.of(link), title, Words.noRevision(on)),
          BOTH);
    }
    Effect<T> effect = new Effect.Delete<>(doomed.id(), expected, title);
    return new Step.Do<>(
        intent(link.id(), on, doomed, null, effect),
        link,
        new Action.Delete(on, link.id(), doomed.id(), title, why),
        null,
        List.of());
  }

  private Step<T> restore(Link<T> link, Side on, Seen<T> left, Seen<T> right) {
    return restore(
        link,
        on,
        now(on == Side.LEFT ? right : left),
        "deleted " + Words.in(on) + ", but changed " + Words.in(on.other()));
  }

  /** What was deleted on one side and would be on the other is brought back on request. */
  Step<T> bringBack(Link<T> link, Side on, Replica<T> source) {
    return restore(link, on, source, "deleted " + Words.in(on) + ", and that was rejected");
  }

  private Step<T> restore(Link<T> link, Side on, Replica<T> source, String why) {
    String before = link.side(on).uid();
    String uid =
        before.isEmpty()
            ? kind.uid(source.item())
                .orElseGet(() -> setup.identities().uid(on.other(), source.id()))
            : before;
    return restore(link, on, source, uid, why);
  }

  /** Makes the item of a link again, under this identity. */
  Step<T> restore(Link<T> link, Side on, Replica<T> source, String uid, String why) {
    String title = kind.title(source.item());
    String readOnly = setup.readOnly(on);
    if (readOnly != null) {
      return new Step.Hold<>(
          new Action.Hold(
              on, Action.HoldReason.READ_ONLY, ItemIds.of(link), title, why + "; " + readOnly),
          BOTH);
    }
    return new Step.Do<>(
        intent(
            link.id(),
            on,
            null,
            source,
            creation(link.id(), link.nextWrite(), uid, source, put(link, on, source))),
        link,
        new Action.Restore(on, link.id(), title, why),
        null,
        unheard(link, on, source, title));
  }

  /** What was written on the server where nothing comes to Outlook is not made again there. */
  private List<Conflict<T>> unheard(Link<T> link, Side on, Replica<T> source, String title) {
    if (on == Side.RIGHT || inSameWords(link)) {
      return List.of();
    }
    T left = link.left().base();
    List<Merged.FieldClash> lost = crossing(link, left, source.item()).unheard();
    return lost.isEmpty()
        ? List.of()
        : List.of(new Conflict<>(link.id(), title, left, source.item(), lost, Side.LEFT));
  }

  /** An item that only the other side has is made on {@code to}. */
  Step<T> create(LinkId id, Side to, Replica<T> source, String uid) {
    String title = kind.title(source.item());
    String readOnly = setup.readOnly(to);
    if (readOnly != null) {
      return unwritable(to, source.id(), title);
    }
    return new Step.Do<>(
        intent(id, to, null, source, creation(id, 1, uid, source, put(to, source.item()))),
        null,
        new Action.Create(to, source.id(), title, "new " + Words.in(to.other())),
        null,
        List.of());
  }

  /** An item that only the other side has cannot be made on {@code to}. */
  Step<T> unwritable(Side to, ItemId source, String title) {
    return new Step.Hold<>(
        new Action.Hold(
            to,
            Action.HoldReason.READ_ONLY,
            ItemIds.of(to.other(), source),
            title,
            "new " + Words.in(to.other()) + "; " + setup.readOnly(to)),
        Set.of(to.other()));
  }

  /** An item as the other side is to hold it. */
  private T put(Side to, T item) {
    return to == Side.RIGHT ? kind.wording().shown(item) : kind.wording().understood(item);
  }

  /** The same of a linked one: what the server left alone is as Outlook had it. */
  private T put(Link<T> link, Side to, Replica<T> source) {
    return to == Side.RIGHT || inSameWords(link)
        ? put(to, source.item())
        : crossing(link, link.left().base(), source.item()).lifted();
  }

  /** Neither now nor, where the server has not been told yet, under earlier options. */
  private boolean inSameWords(Link<T> link) {
    return kind.wording().isSame() && link.reworded().isEmpty();
  }

  private Effect<T> creation(LinkId link, long write, String uid, Replica<T> source, T put) {
    T payload = kind.withUid(kind.visible(put), uid);
    return new Effect.Create<>(uid, payload, new Stamp(link, write), kind.title(source.item()));
  }

  private static <T> Intent<T> intent(
      LinkId link,
      Side on,
      @Nullable Replica<T> target,
      @Nullable Replica<T> source,
      Effect<T> effect) {
    return on == Side.LEFT
        ? new Intent<>(link, target, source, effect, null, Set.of())
        : new Intent<>(link, source, target, null, effect, Set.of());
  }

  /**
   * An item that only the target of a one-way mirror has is deleted.
   *
   * @param unsure why it may be one that the source has, or null
   */
  Step<T> extra(LinkId id, Side target, Replica<T> item, @Nullable String unsure) {
    String title = kind.title(item.item());
    String readOnly = setup.readOnly(target);
    Revision expected = item.revision();
    String held = readOnly != null ? readOnly : unsure != null ? unsure : Words.noRevision(target);
    if (readOnly != null || unsure != null || expected == null) {
      Action.HoldReason reason =
          readOnly != null ? Action.HoldReason.READ_ONLY : Action.HoldReason.UNKNOWN;
      return new Step.Hold<>(
          new Action.Hold(target, reason, ItemIds.of(target, item.id()), title, held),
          Set.of(target));
    }
    return new Step.Do<>(
        intent(id, target, item, null, new Effect.Delete<>(item.id(), expected, title)),
        null,
        new Action.DeleteExtra(
            target, item.id(), title, Words.of(target.other()) + " does not have it"),
        null,
        List.of());
  }
}
