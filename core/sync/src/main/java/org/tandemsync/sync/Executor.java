package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries out steps, a batch at a time: one transaction for the intents, then the effects, then one
 * transaction for what became of them.
 */
final class Executor<T> {
  private final Setup<T> setup;
  private final Tally tally;
  private final Outcomes<T> outcomes;
  private final Gate<T> gate;
  private final Quarantine quarantine;
  private final boolean really;

  /**
   * @param really false: the steps are announced and counted, and nothing else happens
   */
  Executor(Setup<T> setup, Tally tally, Gate<T> gate, Quarantine quarantine, boolean really) {
    this.setup = setup;
    this.tally = tally;
    this.outcomes = new Outcomes<>(setup, tally);
    this.gate = gate;
    this.quarantine = quarantine;
    this.really = really;
  }

  /** A create whose identity was taken, and what the store said. */
  record Taken<T>(Step.Do<T> step, String reason) {}

  /**
   * Carries out a batch.
   *
   * @return the creates whose identity was taken; the caller tries them again or gives up
   */
  List<Taken<T>> run(List<Step<T>> wanted) {
    return carryOut(announced(wanted));
  }

  Gate<T> gate() {
    return gate;
  }

  Outcomes<T> outcomes() {
    return outcomes;
  }

  /** What the gate makes of these steps; users have been told of it. */
  private List<Step<T>> announced(List<Step<T>> wanted) {
    List<Step<T>> steps = gate.through(wanted);
    Announcements<T> announcements = new Announcements<>(setup, tally);
    steps.forEach(really ? announcements::announce : announcements::foretell);
    return steps;
  }

  /** Carries out once more, under another identity, what users have been told of already. */
  void retry(List<Step<T>> steps) {
    carryOut(steps).forEach(this::giveUp);
  }

  /** It stays undone in this run. */
  void giveUp(Taken<T> taken) {
    tally.failed();
    quarantine.failed(taken.step(), title(taken.step()), taken.reason());
    if (taken.step().action() != null) {
      setup.listener().failed(taken.step().action(), taken.reason());
    }
  }

  private List<Progress<T>> batch(List<Step<T>> steps, Commit.Builder<T> end) {
    List<Progress<T>> batch = new ArrayList<>();
    for (Step<T> step : steps) {
      switch (step) {
        case Step.Do<T> doing -> batch.add(new Progress<>(setup, doing));
        case Step.Forget<T> forget -> {
          end.remove(forget.link());
          tally.links(-1);
        }
        case Step.Hold<T> hold -> tally.leftOver(hold.again());
        case Step.Nothing<T> _ -> {}
      }
    }
    return batch;
  }

  /** What {@link Pipeline} is about to carry out. */
  List<Progress<T>> announced(List<Step<T>> wanted, Commit.Builder<T> end) {
    List<Progress<T>> batch = batch(announced(wanted), end);
    if (!really) {
      batch.forEach(progress -> count(progress.step, Set.of(Side.values())));
    }
    return batch;
  }

  private List<Taken<T>> carryOut(List<Step<T>> steps) {
    Commit.Builder<T> end = new Commit.Builder<>();
    List<Progress<T>> batch = batch(steps, end);
    if (!really) {
      batch.forEach(progress -> count(progress.step, Set.of(Side.values())));
      return List.of();
    }
    open(batch);
    @Nullable StoreException failure = effects(batch);
    end(batch, end);
    if (failure != null) {
      throw failure;
    }
    return taken(batch);
  }

  static <T> List<Taken<T>> taken(List<Progress<T>> batch) {
    List<Taken<T>> taken = new ArrayList<>();
    for (Progress<T> progress : batch) {
      if (progress.taken && progress.trouble != null) {
        taken.add(new Taken<>(progress.step, progress.trouble));
      }
    }
    return taken;
  }

  /** Notes and tells what became of a batch. */
  void end(List<Progress<T>> batch, Commit.Builder<T> end) {
    batch.forEach(progress -> conclude(progress, end));
    commit(end.build());
    batch.forEach(this::tell);
  }

  // ---- before ----

  void open(List<Progress<T>> batch) {
    Commit.Builder<T> begin = new Commit.Builder<>();
    for (Progress<T> progress : batch) {
      Step.Do<T> step = progress.step;
      if (!step.writes()) {
        continue;
      }
      if (!setup.rules().noIntents()) {
        begin.open(step.intent());
      }
      if (!setup.rules().conflictAfterwards()) {
        step.conflicts().forEach(begin::conflict);
      }
    }
    commit(begin.build());
  }

  private void commit(Commit<T> commit) {
    if (!commit.isEmpty()) {
      setup.ledger().commit(commit);
    }
  }

  // ---- the effects ----

  private @Nullable StoreException effects(List<Progress<T>> batch) {
    StoreException failure = null;
    for (Side side : Side.values()) {
      List<Progress<T>> concerned =
          batch.stream().filter(p -> p.step.intent().on(side) != null).toList();
      if (concerned.isEmpty()) {
        continue;
      }
      if (failure == null) {
        try {
          write(side, concerned);
          continue;
        } catch (StoreException e) {
          failure = e;
        }
      }
      outcomes.leaveOpen(concerned, failure);
    }
    return failure;
  }

  private void write(Side side, List<Progress<T>> concerned) {
    List<Effect<T>> effects = new ArrayList<>();
    concerned.forEach(p -> effects.add(Objects.requireNonNull(p.step.intent().on(side))));
    outcomes.take(side, concerned, setup.store(side).write(effects));
  }

  // ---- after ----

  private void conclude(Progress<T> progress, Commit.Builder<T> end) {
    Step.Do<T> step = progress.step;
    Intent<T> intent = progress.intent;
    if (!step.writes() || setup.rules().conflictAfterwards()) {
      step.conflicts().forEach(end::conflict);
    }
    if (progress.open) {
      tally.leftOver(Set.of(Side.values()));
      return;
    }
    if (!progress.applied.isEmpty()) {
      gate.done(step);
    }
    if (progress.trouble == null && setup.decisions().containsKey(intent.link())) {
      end.decided(intent.link());
    }
    boolean held = step.alsoHeld() != null || step.action() instanceof Action.Hold;
    Conclusion<T> conclusion =
        Conclusion.of(setup, step.old(), intent, progress.applied, held ? setup.restraint() : null);
    switch (conclusion) {
      case Conclusion.Save<T>(Link<T> link) -> {
        end.save(link);
        tally.links(step.old() == null ? 1 : 0);
        Declared declared = setup.declared().about(intent.seen(Side.LEFT), intent.seen(Side.RIGHT));
        if (declared != null) {
          end.undeclare(declared);
        }
      }
      case Conclusion.Remove<T>(LinkId link) -> {
        end.remove(link);
        tally.links(step.old() == null ? 0 : -1);
      }
      case Conclusion.Leave<T> _ -> {}
    }
    if (step.writes()) {
      end.close(intent.link());
    }
    for (Side side : Side.values()) {
      end.done(
          progress.perhaps.contains(side)
              ? Deed.perhaps(step.intent(), side)
              : Deed.of(step.intent(), side, progress.applied.get(side)));
    }
    if (progress.trouble != null && conclusion instanceof Conclusion.Leave) {
      tally.leftOver(Set.of(Side.values()));
    }
    if (held
        && !(conclusion instanceof Conclusion.Save<T>(Link<T> link) && link.waiting() != null)) {
      tally.leftOver(Set.of(Side.values()));
    }
  }

  private void tell(Progress<T> progress) {
    count(progress.step, progress.applied.keySet());
    if (progress.trouble == null || !progress.applied.isEmpty()) {
      progress.losses.reading();
    }
    Action action = progress.losses.action();
    if (action != null && !progress.taken) {
      tally.lost(progress.losses.tell(action));
      if (progress.step.action() == null) {
        setup.listener().planned(action);
      }
    }
    if (progress.trouble == null) {
      if (action != null && !(action instanceof Action.Hold)) {
        setup.listener().done(action);
      }
      return;
    }
    if (progress.taken) {
      return; // the caller decides
    }
    if (progress.postponed) {
      tally.postponed();
      if (action != null) {
        setup.listener().left(action, progress.trouble);
      }
      return;
    }
    tally.failed();
    if (!progress.open) {
      quarantine.failed(progress.step, title(progress.step), progress.trouble);
    }
    if (action != null) {
      setup.listener().failed(action, progress.trouble);
    }
  }

  private static <T> String title(Step.Do<T> step) {
    Effect<T> effect =
        step.intent().onLeft() == null ? step.intent().onRight() : step.intent().onLeft();
    return effect == null ? "" : effect.title();
  }

  private void count(Step.Do<T> step, Set<Side> applied) {
    for (Side side : applied) {
      Effect<T> effect = step.intent().on(side);
      if (effect != null) {
        tally.effect(side, effect);
      }
    }
    if (step.action() instanceof Action.Adopt || step.action() instanceof Action.LinkUp) {
      tally.adopted();
    }
    if (!step.conflicts().isEmpty()) {
      tally.conflict();
    }
  }
}
