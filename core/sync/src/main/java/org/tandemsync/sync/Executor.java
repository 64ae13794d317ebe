package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Settler<T> settler;
  private final Gate<T> gate;
  private final Quarantine quarantine;
  private final boolean really;

  /**
   * @param really false: the steps are announced and counted, and nothing else happens
   */
  Executor(Setup<T> setup, Tally tally, Gate<T> gate, Quarantine quarantine, boolean really) {
    this.setup = setup;
    this.tally = tally;
    this.settler = new Settler<>(setup);
    this.gate = gate;
    this.quarantine = quarantine;
    this.really = really;
  }

  /** What is known of one step while its batch is under way. */
  static final class Progress<T> {
    final Step.Do<T> step;
    Intent<T> intent;
    final Map<Side, Applied<T>> applied = new EnumMap<>(Side.class);
    final Set<Side> perhaps = EnumSet.noneOf(Side.class);
    final Losses<T> losses;
    @Nullable String trouble;
    boolean postponed;
    boolean open;
    boolean taken;

    Progress(Setup<T> setup, Step.Do<T> step) {
      this.step = step;
      this.intent = step.intent();
      this.losses = new Losses<>(setup, step);
    }
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
      leaveOpen(concerned, failure);
    }
    return failure;
  }

  /** Nobody knows what became of these: they stay open, and the next run looks. */
  void leaveOpen(List<Progress<T>> concerned, StoreException failure) {
    String why = Objects.toString(failure.getMessage(), failure.reason().name());
    for (Progress<T> progress : concerned) {
      progress.open = true;
      progress.trouble = why;
    }
  }

  private void write(Side side, List<Progress<T>> concerned) {
    List<Effect<T>> effects = new ArrayList<>();
    concerned.forEach(p -> effects.add(Objects.requireNonNull(p.step.intent().on(side))));
    take(side, concerned, setup.store(side).write(effects));
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

  private List<Lost> losses(Side side, Step.Do<T> step) {
    Effect<T> effect = step.intent().on(side);
    return effect == null ? List.of() : setup.store(side).losses(effect);
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
    } else {
      tally.failed();
      if (!progress.open) {
        quarantine.failed(progress.step, title(progress.step), progress.trouble);
      }
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
