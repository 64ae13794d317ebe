package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What stores answer to the effects of a batch: taken note of, looked for where there was no
 * answer, and read back where a profile wants to know what was made of it.
 */
final class Outcomes<T> {
  private final Setup<T> setup;
  private final Tally tally;
  private final Settler<T> settler;

  Outcomes(Setup<T> setup, Tally tally) {
    this.setup = setup;
    this.tally = tally;
    this.settler = new Settler<>(setup);
  }

  /** Nobody knows what became of these: they stay open, and the next run looks. */
  void leaveOpen(List<Progress<T>> concerned, StoreException failure) {
    String why = Objects.toString(failure.getMessage(), failure.reason().name());
    for (Progress<T> progress : concerned) {
      progress.open = true;
      progress.trouble = why;
    }
  }

  void take(Side side, List<Progress<T>> concerned, List<Written> outcomes) {
    if (outcomes.size() != concerned.size()) {
      throw new IllegalStateException(
          outcomes.size() + " outcomes for " + concerned.size() + " effects");
    }
    List<Progress<T>> lost = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Progress<T> progress = concerned.get(i);
      Effect<T> effect = Objects.requireNonNull(progress.step.intent().on(side));
      take(side, progress, effect, outcomes.get(i), lost);
    }
    if (!lost.isEmpty()) {
      settle(side, lost);
    }
    readBack(side, concerned);
  }

  private void take(
      Side side, Progress<T> progress, Effect<T> effect, Written outcome, List<Progress<T>> lost) {
    switch (outcome) {
      case Written.Done done -> {
        progress.applied.put(side, Applied.confirmed(done));
        progress.losses.writing(side, done.losses());
      }
      case Written.Gone _ -> {
        if (effect instanceof Effect.Delete<T> delete) {
          progress.applied.put(side, Applied.confirmed(delete.id(), null));
        } else {
          postpone(progress, "it was deleted " + Words.in(side) + " in the meantime");
        }
      }
      case Written.Stale _ ->
          postpone(progress, "it was changed " + Words.in(side) + " in the meantime");
      case Written.Exists exists -> {
        progress.trouble = exists.reason();
        progress.taken = true;
        tally.listAnew(side);
      }
      case Written.Refused refused -> progress.trouble = refused.reason();
      case Written.NotDone notDone -> progress.trouble = notDone.reason();
      case Written.Unknown unknown -> {
        progress.trouble = unknown.reason();
        lost.add(progress);
      }
    }
  }

  private void postpone(Progress<T> progress, String why) {
    progress.postponed = true;
    progress.trouble = why;
  }

  private void settle(Side side, List<Progress<T>> lost) {
    for (Progress<T> progress : lost) {
      progress.open = true;
    }
    setup.batches(lost).forEach(batch -> lookFor(side, batch));
  }

  private void lookFor(Side side, List<Progress<T>> lost) {
    Map<LinkId, Settler.Finding<T>> findings =
        settler.look(side, lost.stream().map(p -> p.step.intent()).toList());
    for (Progress<T> progress : lost) {
      switch (Objects.requireNonNull(findings.get(progress.step.intent().link()))) {
        case Settler.Finding.Done<T>(Applied<T> applied) -> {
          progress.open = false;
          progress.trouble = null;
          progress.applied.put(side, applied);
          progress.losses.writing(side, losses(side, progress.step));
        }
        case Settler.Finding.NotDone<T>(Set<String> there, boolean certain) -> {
          progress.open = false;
          if (!certain) {
            progress.perhaps.add(side);
          }
          progress.intent = Settler.without(setup.kind(), progress.intent, side, there);
        }
        case Settler.Finding.Open<T>(String why) -> progress.trouble = why;
      }
    }
  }

  /**
   * A one-way profile takes what its target makes of an item for what it wrote: it flows nowhere,
   * and would be written over in every run.
   */
  private void readBack(Side side, List<Progress<T>> concerned) {
    if (setup.target() == null && !setup.rules().readBackIsBase()) {
      return;
    }
    Map<ItemId, Progress<T>> unconfirmed = new HashMap<>();
    for (Progress<T> progress : concerned) {
      Applied<T> applied = progress.applied.get(side);
      if (applied != null
          && applied.revision() == null
          && !(progress.step.intent().on(side) instanceof Effect.Delete)) {
        unconfirmed.put(applied.id(), progress);
      }
    }
    if (unconfirmed.isEmpty()) {
      return;
    }
    for (Found<T> found : setup.store(side).read(List.copyOf(unconfirmed.keySet()))) {
      if (found instanceof Found.Present<T>(Replica<T> now)) {
        tally.read(side, 1);
        Progress<T> progress = Objects.requireNonNull(unconfirmed.get(now.id()));
        progress.applied.put(
            side, new Applied<>(now.id(), now.revision(), now.item(), true, now.birthmark()));
      }
    }
  }

  private List<Lost> losses(Side side, Step.Do<T> step) {
    Effect<T> effect = step.intent().on(side);
    return effect == null ? List.of() : setup.store(side).losses(effect);
  }
}
