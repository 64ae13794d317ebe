package org.tandemsync.sync;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What did not come across with an effect whose run ended before it could tell: the run that finds
 * it done tells it.
 */
final class SettledLosses<T> {
  private static final String WHY = "done by a run that did not come to its end";

  private final Setup<T> setup;
  private final Tally tally;

  SettledLosses(Setup<T> setup, Tally tally) {
    this.setup = setup;
    this.tally = tally;
  }

  /**
   * @param old the link before, or null if it is a new one
   * @param applied what was found to be done
   */
  void tell(Intent<T> intent, @Nullable Link<T> old, Map<Side, Applied<T>> applied) {
    Action action = action(intent, old, applied.keySet());
    if (action == null) {
      return;
    }
    Losses<T> losses = new Losses<>(setup, new Step.Do<>(intent, old, action, null, List.of()));
    for (Side side : applied.keySet()) {
      Effect<T> effect = intent.on(side);
      if (effect != null) {
        losses.writing(side, setup.store(side).losses(effect));
      }
    }
    losses.reading();
    if (!losses.isEmpty()) {
      setup.listener().planned(action);
      tally.lost(losses.tell(action));
      setup.listener().done(action);
    }
  }

  /** What the other run did; null if that cannot lose anything. */
  private static <T> @Nullable Action action(
      Intent<T> intent, @Nullable Link<T> old, Set<Side> done) {
    Action merge = null;
    for (Side side : done) {
      Replica<T> source = intent.seen(side.other());
      switch (intent.on(side)) {
        case Effect.Create<T> create when source != null -> {
          return old == null
              ? new Action.Create(side, source.id(), create.title(), WHY)
              : new Action.Restore(side, intent.link(), create.title(), WHY);
        }
        case Effect.Update<T> update ->
            merge =
                done.size() == 1
                    ? new Action.Update(side, intent.link(), update.fields(), update.title(), WHY)
                    : new Action.Merge(
                        intent.link(),
                        fields(intent.onLeft()),
                        fields(intent.onRight()),
                        List.of(),
                        update.title(),
                        WHY);
        case Effect.Create<T> _, Effect.Delete<T> _ -> {
          return null;
        }
        case null -> {}
      }
    }
    return merge;
  }

  private static <T> Set<String> fields(@Nullable Effect<T> effect) {
    return effect instanceof Effect.Update<T> update ? update.fields() : Set.of();
  }
}
