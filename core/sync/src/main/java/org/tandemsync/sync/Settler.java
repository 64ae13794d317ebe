package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of effects without an answer, by looking: after a lost answer as after a
 * crash.
 */
final class Settler<T> {

  /** What was found out. */
  sealed interface Finding<T> {
    record Done<T>(Applied<T> applied) implements Finding<T> {}

    /**
     * It is not done, or nobody can say so any more.
     *
     * @param there the fields that hold all the same what was sent
     * @param certain whether it is not done; else somebody may have changed since what it has done
     */
    record NotDone<T>(Set<String> there, boolean certain) implements Finding<T> {
      NotDone(boolean certain) {
        this(Set.of(), certain);
      }
    }

    /** It cannot be seen now: the intent stays open. */
    record Open<T>(String why) implements Finding<T> {}
  }

  private final Setup<T> setup;

  Settler(Setup<T> setup) {
    this.setup = setup;
  }

  /** Looks at one side of the given intents. Each of them has an effect there. */
  Map<LinkId, Finding<T>> look(Side side, List<Intent<T>> intents) {
    List<Effect.Create<T>> creates = new ArrayList<>();
    List<ItemId> ids = new ArrayList<>();
    for (Intent<T> intent : intents) {
      switch (effect(intent, side)) {
        case Effect.Create<T> create -> creates.add(create);
        case Effect.Update<T> update -> ids.add(update.id());
        case Effect.Delete<T> delete -> ids.add(delete.id());
      }
    }
    Store<T> store = setup.store(side);
    Map<Stamp, Replica<T>> located = creates.isEmpty() ? Map.of() : store.locate(creates);
    Map<ItemId, Found<T>> read = new HashMap<>();
    if (!ids.isEmpty()) {
      store.read(ids).forEach(found -> read.put(found.id(), found));
    }
    Map<LinkId, Link<T>> known =
        creates.isEmpty()
            ? Map.of()
            : setup.ledger().links(creates.stream().map(c -> c.stamp().link()).toList());
    Map<Stamp, Replica<T>> moved = moved(side, intents, read);
    Map<LinkId, Finding<T>> findings = new HashMap<>();
    for (Intent<T> intent : intents) {
      findings.put(
          intent.link(),
          switch (effect(intent, side)) {
            case Effect.Create<T> create ->
                created(
                    create,
                    madeUp(create, intent.seen(side.other()), side, known.get(intent.link())),
                    located.get(create.stamp()));
            case Effect.Update<T> update ->
                updated(update, answer(read, update.id()), moved.get(update.stamp()));
            case Effect.Delete<T> delete -> deleted(answer(read, delete.id()));
          });
    }
    return findings;
  }

  private static <T> Effect<T> effect(Intent<T> intent, Side side) {
    Effect<T> effect = intent.on(side);
    if (effect == null) {
      throw new IllegalStateException("link " + intent.link() + " has no effect on " + side);
    }
    return effect;
  }

  private static <T> Found<T> answer(Map<ItemId, Found<T>> read, ItemId id) {
    Found<T> found = read.get(id);
    if (found == null) {
      throw new IllegalStateException("the store did not answer for " + id);
    }
    return found;
  }

  /**
   * Something with the identity of a create is taken for ours if it has our stamp, or holds what we
   * sent, or if the identity is one that we made up: nobody else knows that one. Else somebody made
   * it, and both are matched as strangers.
   */
  private Finding<T> created(
      Effect.Create<T> create, boolean madeUp, @Nullable Replica<T> located) {
    if (located == null) {
      return new Finding.NotDone<>(true);
    }
    boolean ours =
        madeUp
            || create.stamp().equals(located.stamp())
            || setup.kind().differing(create.item(), located.item()).isEmpty();
    return ours ? done(located) : new Finding.NotDone<>(true);
  }

  /**
   * Neither the other side has it nor had this one, before its item was lost: that may have been
   * moved, and be there with all that somebody wrote into it.
   */
  private boolean madeUp(
      Effect.Create<T> create, @Nullable Replica<T> source, Side side, @Nullable Link<T> link) {
    return source != null
        && setup.kind().uid(source.item()).filter(create.uid()::equals).isEmpty()
        && (link == null || !link.side(side).uid().equals(create.uid()));
  }

  /** Items that were to be updated and are not where they were: somebody may have moved them. */
  private Map<Stamp, Replica<T>> moved(
      Side side, List<Intent<T>> intents, Map<ItemId, Found<T>> read) {
    List<Effect.Create<T>> standIns = new ArrayList<>();
    for (Intent<T> intent : intents) {
      Replica<T> seen = intent.seen(side);
      if (intent.on(side) instanceof Effect.Update<T> update
          && seen != null
          && answer(read, update.id()) instanceof Found.Absent) {
        setup
            .kind()
            .uid(seen.item())
            .ifPresent(
                uid ->
                    standIns.add(
                        new Effect.Create<>(uid, update.item(), update.stamp(), update.title())));
      }
    }
    if (standIns.isEmpty()) {
      return Map.of();
    }
    Map<Stamp, Replica<T>> moved = new HashMap<>(setup.store(side).locate(standIns));
    Set<ItemId> linked = new HashSet<>();
    setup.ledger().heads().forEach(head -> linked.add(head.side(side).id()));
    moved.values().removeIf(item -> linked.contains(item.id()));
    return moved;
  }

  private Finding<T> updated(Effect.Update<T> update, Found<T> found, @Nullable Replica<T> moved) {
    return switch (found) {
      case Found.Present<T>(Replica<T> now) ->
          update.expected().equals(now.revision())
              ? new Finding.NotDone<>(true)
              : updated(update, now);
      case Found.Absent<T> _ ->
          moved == null ? new Finding.NotDone<>(false) : updated(update, moved);
      case Found.Foreign<T> foreign ->
          new Finding.Open<>(foreign.id() + " is no item of this profile any more");
      case Found.Unreadable<T> unreadable -> new Finding.Open<>(unreadable.reason());
    };
  }

  /**
   * It is ours with our stamp, or with all that was sent. If a server threw the stamp away and
   * somebody edited the item since, what still is as it was sent is agreed on, whoever wrote it;
   * the rest counts as changed.
   */
  private Finding<T> updated(Effect.Update<T> update, Replica<T> now) {
    Set<String> there = new LinkedHashSet<>(update.fields());
    there.removeAll(setup.kind().differing(update.item(), now.item()));
    return update.stamp().equals(now.stamp()) || there.equals(update.fields())
        ? done(now)
        : new Finding.NotDone<>(there, false);
  }

  private Finding<T> deleted(Found<T> found) {
    return switch (found) {
      case Found.Absent<T>(ItemId id, boolean _) -> new Finding.Done<>(Applied.confirmed(id, null));
      // there, as it was or edited: the table decides anew
      case Found.Present<T> _ -> new Finding.NotDone<>(false);
      case Found.Foreign<T> _ -> new Finding.NotDone<>(false);
      case Found.Unreadable<T> _ -> new Finding.NotDone<>(false);
    };
  }

  /** What an intent still is, once it is known that some fields hold what was to be sent. */
  static <T> Intent<T> without(ItemKind<T> kind, Intent<T> intent, Side side, Set<String> there) {
    Replica<T> seen = intent.seen(side);
    if (there.isEmpty() || seen == null || !(intent.on(side) instanceof Effect.Update<T> update)) {
      return intent;
    }
    Replica<T> now =
        seen.withoutOriginal().with(kind.overlay(seen.item(), update.item(), there), seen.losses());
    Set<String> rest = new LinkedHashSet<>(update.fields());
    rest.removeAll(there);
    Effect<T> effect =
        new Effect.Update<>(
            update.id(), update.expected(), update.item(), rest, update.stamp(), update.title());
    boolean left = side == Side.LEFT;
    return new Intent<>(
        intent.link(),
        left ? now : intent.left(),
        left ? intent.right() : now,
        left ? effect : intent.onLeft(),
        left ? intent.onRight() : effect,
        intent.agreed(),
        intent.undecided());
  }

  private Finding<T> done(Replica<T> now) {
    return new Finding.Done<>(
        new Applied<>(now.id(), now.revision(), now.item(), false, now.birthmark()));
  }
}
