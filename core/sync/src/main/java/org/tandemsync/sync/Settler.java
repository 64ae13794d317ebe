package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.HashMap;
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

    record NotDone<T>() implements Finding<T> {}

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
            case Effect.Update<T> update -> updated(update, answer(read, update.id()));
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
      return new Finding.NotDone<>();
    }
    boolean ours =
        madeUp
            || create.stamp().equals(located.stamp())
            || setup.kind().differing(create.item(), located.item()).isEmpty();
    return ours ? done(located) : new Finding.NotDone<>();
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

  private Finding<T> updated(Effect.Update<T> update, Found<T> found) {
    return switch (found) {
      case Found.Present<T>(Replica<T> now) -> {
        if (update.expected().equals(now.revision())) {
          yield new Finding.NotDone<>();
        }
        Set<String> differing = setup.kind().differing(update.item(), now.item());
        boolean ours =
            update.stamp().equals(now.stamp())
                || update.fields().stream().noneMatch(differing::contains);
        yield ours ? done(now) : new Finding.NotDone<>();
      }
      case Found.Absent<T> _ -> new Finding.NotDone<>();
      case Found.Foreign<T> foreign ->
          new Finding.Open<>(foreign.id() + " is no item of this profile any more");
      case Found.Unreadable<T> unreadable -> new Finding.Open<>(unreadable.reason());
    };
  }

  private Finding<T> deleted(Found<T> found) {
    return switch (found) {
      case Found.Absent<T>(ItemId id) -> new Finding.Done<>(Applied.confirmed(id, null));
      // there, as it was or edited: the table decides anew
      case Found.Present<T> _ -> new Finding.NotDone<>();
      case Found.Foreign<T> _ -> new Finding.NotDone<>();
      case Found.Unreadable<T> _ -> new Finding.NotDone<>();
    };
  }

  private Finding<T> done(Replica<T> now) {
    return new Finding.Done<>(new Applied<>(now.id(), now.revision(), now.item(), false));
  }
}
