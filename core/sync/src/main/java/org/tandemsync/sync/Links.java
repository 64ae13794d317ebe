package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.tandemsync.sync.LinkedItems.Looked;
import org.tandemsync.sync.Survey.Sight;
import org.tandemsync.sync.Survey.Sighting;

/** What a run does about linked items that are on both sides, or of which nobody knows. */
final class Links<T> {
  private final Setup<T> setup;
  private final Tally tally;
  private final Executor<T> executor;
  private final Gate<T> gate;
  private final Quarantine quarantine;
  private final LinkedItems<T> items;
  private final Survey survey;
  private final Drafter<T> drafter;
  private final boolean really;
  private final Set<LinkId> voided = new HashSet<>();

  /** Links of which the ledger knows all by now. */
  private final Set<LinkId> noted = new HashSet<>();

  Links(
      Setup<T> setup,
      Tally tally,
      Executor<T> executor,
      Gate<T> gate,
      Quarantine quarantine,
      LinkedItems<T> items,
      Survey survey,
      boolean really) {
    this.setup = setup;
    this.tally = tally;
    this.executor = executor;
    this.gate = gate;
    this.quarantine = quarantine;
    this.items = items;
    this.survey = survey;
    this.drafter = new Drafter<>(setup);
    this.really = really;
  }

  /** What waited before still waits: nobody reads it again, but users are told. */
  void announceWaiting() {
    if (!really) {
      List<Sighting> waiting = new ArrayList<>();
      for (LinkHead head : survey.heads()) {
        if (survey.waiting().contains(head.id())) {
          waiting.add(new Sighting(head, Sight.READ, Sight.READ));
        }
      }
      bring(waiting);
      return;
    }
    for (List<LinkId> batch : setup.batches(survey.waiting())) {
      List<Step<T>> steps = new ArrayList<>();
      for (Link<T> link : setup.ledger().links(batch).values()) {
        Side side = setup.readOnly(Side.LEFT) == null ? Side.RIGHT : Side.LEFT;
        steps.add(
            new Step.Hold<>(
                new Action.Hold(
                    side,
                    Action.HoldReason.WAITING,
                    ItemIds.of(link),
                    setup.kind().title(link.left().base()),
                    Objects.requireNonNullElse(setup.readOnly(side), "as before")),
                Set.of()));
      }
      executor.run(steps);
    }
  }

  void holdUnknown() {
    List<Sighting> unknown = survey.sightings().stream().filter(s -> s.has(Sight.UNKNOWN)).toList();
    for (List<Sighting> batch : setup.batches(unknown)) {
      Map<LinkId, Link<T>> links = items.links(batch);
      List<Step<T>> steps = new ArrayList<>();
      for (Sighting sighting : batch) {
        Link<T> link = Objects.requireNonNull(links.get(sighting.head.id()));
        Side side = sighting.sight(Side.LEFT) == Sight.UNKNOWN ? Side.LEFT : Side.RIGHT;
        setup.listener().progressed();
        Quarantined failed = sighting.quarantined;
        if (failed != null) {
          if (failed.rest() != Quarantined.Rest.IGNORED) {
            steps.add(atRest(side, failed));
          }
          continue;
        }
        steps.add(
            new Step.Hold<>(
                new Action.Hold(
                    side,
                    Action.HoldReason.UNKNOWN,
                    ItemIds.of(link),
                    setup.kind().title(link.side(side).base()),
                    sighting.reason(side)),
                Set.of(Side.values())));
      }
      executor.run(steps);
    }
  }

  static <T> Step<T> atRest(Side side, Quarantined failed) {
    return new Step.Hold<>(
        new Action.Hold(
            side,
            Action.HoldReason.QUARANTINE,
            ItemIds.of(failed.left(), failed.right()),
            failed.title(),
            failed.why()),
        Drafter.BOTH);
  }

  /**
   * Into how many items this run would write other values. They are looked at for that only if so
   * many may have changed that they could be too many: of what has no revision, as after other
   * options, nobody knows. What only the ledger has to be told (as a rule all of those) is done at
   * once, so that looking costs nothing.
   *
   * @param leaving which of the changed take an item away
   */
  int overwrites(Predicate<LinkId> leaving) {
    Policy.Guard guard = setup.policy().guard();
    List<Sighting> changed = changed(leaving);
    if (!GuardRule.isTooMuch(
        changed.size(), survey.links(), guard.overwrites(), guard.overwritesPercent())) {
      return 0;
    }
    int overwrites = 0;
    for (List<Sighting> batch : setup.batches(changed)) {
      List<Step<T>> steps = new ArrayList<>();
      for (Looked<T> looked : items.scan(batch)) {
        Step<T> step = drafter.link(looked);
        if (isOnlyNoted(looked, step)) {
          steps.add(step);
          noted.add(looked.link().id());
          items.letGo(looked);
          setup.listener().progressed();
        } else {
          overwrites += gate.countsAsOverwrite(step) ? 1 : 0;
        }
      }
      executor.run(steps);
    }
    return overwrites;
  }

  /** Whether nothing is to be written on a side, and nothing to be said but that both agree. */
  private boolean isOnlyNoted(Looked<T> looked, Step<T> step) {
    return !setup.decisions().containsKey(looked.link().id())
        && switch (step) {
          case Step.Nothing<T> _ -> true;
          case Step.Do<T> doing ->
              !doing.writes()
                  && doing.alsoHeld() == null
                  && doing.conflicts().isEmpty()
                  && (doing.action() == null || doing.action() instanceof Action.Adopt);
          case Step.Hold<T> _, Step.Forget<T> _ -> false;
        };
  }

  /**
   * Brings what was changed to the other side.
   *
   * @param leaving which of the changed take an item away instead
   */
  void bringChanges(Predicate<LinkId> leaving) {
    bring(changed(leaving));
  }

  private List<Sighting> changed(Predicate<LinkId> leaving) {
    return survey.sightings().stream()
        .filter(s -> !s.has(Sight.ABSENT) && !s.has(Sight.UNKNOWN))
        .filter(s -> s.has(Sight.READ))
        .filter(s -> !leaving.test(s.head.id()) && !noted.contains(s.head.id()))
        .toList();
  }

  private void bring(List<Sighting> sightings) {
    for (List<Sighting> batch : setup.batches(sightings)) {
      List<Step<T>> steps = new ArrayList<>();
      for (Looked<T> looked : items.read(batch)) {
        if (looked.isGoneSince()) {
          tally.lookAgain();
        } else {
          noteUnreadable(looked);
          steps.add(decided(looked));
        }
        setup.listener().progressed();
      }
      executor.run(steps);
    }
  }

  /** What to do about a link that is on both sides, as somebody has decided if somebody has. */
  private Step<T> decided(Looked<T> looked) {
    Link<T> link = looked.link();
    Decision<T> decision = setup.decisions().get(link.id());
    Replica<T> here = looked.left().now();
    Replica<T> there = looked.right().now();
    if (here == null || there == null) {
      return drafter.link(looked);
    }
    if (decision == null) {
      return gate.unlessRejected(
          drafter.link(looked), kept -> drafter.keep(link, here, there, kept));
    }
    Deciding<T> deciding = new Deciding<>(setup, decision, link, here, there);
    Step<T> step = deciding.step();
    if (deciding.isVoid()) {
      voided.add(link.id());
    }
    return step == null ? drafter.link(looked) : step;
  }

  /** Links of which somebody decided what cannot be carried out, or need not any more. */
  Set<LinkId> voided() {
    return voided;
  }

  private void noteUnreadable(Looked<T> looked) {
    for (Side side : Side.values()) {
      Seen<T> seen = looked.seen(side);
      if (seen.reason() == Action.HoldReason.UNREADABLE) {
        quarantine.failed(
            asFarAsKnown(looked, Side.LEFT),
            asFarAsKnown(looked, Side.RIGHT),
            setup.kind().title(looked.link().side(side).base()),
            seen.why());
      }
    }
  }

  /** Of what cannot be read only the listing says at which revision it is. */
  private Held.Sight asFarAsKnown(Looked<T> looked, Side side) {
    ItemId id = looked.link().side(side).id();
    return looked.seen(side).reason() == Action.HoldReason.UNREADABLE
        ? new Held.Sight(id, survey.revision(side, id))
        : looked.sight(side);
  }
}
