package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run, in its order: settle, survey, confirm what is missing, match what is new, guard; then
 * changes, then new items, and deletions last.
 */
final class Run<T> {
  private final Setup<T> setup;
  private final Tally tally;
  private final boolean really;
  private final Gate<T> gate;
  private final Quarantine quarantine;
  private final Executor<T> executor;
  private final Map<Side, Bodies<T>> bodies = new EnumMap<>(Side.class);
  private final Set<LinkId> busy = new HashSet<>();
  private final Map<Side, Set<ItemId>> busyItems = new EnumMap<>(Side.class);

  Run(Setup<T> setup, Tally tally, boolean really) {
    this.setup = setup;
    this.tally = tally;
    this.really = really;
    this.gate = new Gate<>(setup);
    this.quarantine = Quarantine.take(setup.ledger());
    this.executor = new Executor<>(setup, tally, gate, quarantine, really);
    for (Side side : Side.values()) {
      bodies.put(side, new Bodies<>(setup, tally, side));
      busyItems.put(side, new HashSet<>());
    }
  }

  void go() {
    settle();
    Survey survey = Survey.take(setup, quarantine, busy, busyItems);
    tally.links(survey.links());
    setup.listener().expecting(survey.expected());
    partial(survey);
    Known<T> known = new Known<>(setup, survey);
    LinkedItems<T> items = new LinkedItems<>(setup, gate, bodies);
    Links<T> links = new Links<>(setup, tally, executor, gate, quarantine, items, survey, really);
    Departures<T> departures = new Departures<>(setup, tally, executor, gate, items, survey);
    Strangers<T> strangers =
        new Strangers<>(setup, tally, executor, quarantine, bodies, survey, known, really);
    departures.confirmMissing();
    strangers.findMoved();
    Doubts<T> doubts = new Doubts<>(setup.kind(), survey);
    DeclaredPairs<T> declared =
        new DeclaredPairs<>(setup, tally, executor, known, bodies, busyItems, survey, strangers);
    declared.pairHoldOrForget();
    strangers.match(declared);
    notePutBack(survey);
    if (strangers.any() || !strangers.pairs().isEmpty() || departures.any()) {
      gate.neighbours().meet();
    }
    departures.sortAbsent();
    departures.sortLeaving();
    gate.weigh(
        new GuardRule.Load(
            departures.deletions() + extras(strangers, survey),
            survey.links() + strangers.extras().size(),
            departures.lost(),
            departures.unknown(),
            survey.links(),
            links.overwrites(departures::isLeaving)),
        side -> departures.isUndecided(side) && !isRest(side, departures, strangers));

    links.announceWaiting();
    links.holdUnknown();
    departures.announceMoved();
    links.bringChanges(departures::isLeaving);
    survey.heads().stream()
        .filter(head -> items.detached().containsKey(head.id()))
        .forEach(h -> doubts.noteDetached(h, Objects.requireNonNull(items.detached().get(h.id()))));
    Newcomers<T> newcomers =
        new Newcomers<>(
            setup,
            tally,
            executor,
            gate.neighbours(),
            quarantine,
            bodies,
            survey,
            strangers,
            known,
            doubts,
            really);
    newcomers.pair();
    newcomers.create();
    departures.restore();
    departures.delete();
    departures.leave();
    newcomers.deleteExtras();
    keepCheckpoints(survey, links, items, declared);
  }

  /**
   * That a side seems to be put back is noted before anything is written: what we write there
   * ourselves would make it look up to date in the next run.
   */
  private void notePutBack(Survey survey) {
    gate.putBack(PutBack.sides(setup, survey, gate::isDecided));
    Commit.Builder<T> commit = new Commit.Builder<>();
    Set<Side> known = setup.ledger().putBack();
    gate.putBack().stream().filter(s -> !known.contains(s)).forEach(s -> commit.putBack(s, true));
    Commit<T> news = commit.build();
    if (really && !news.isEmpty()) {
      setup.ledger().commit(news);
    }
  }

  /**
   * Whether the links of what a side has lost are the rest that a rebuild has kept: those that
   * wait, which are the ones of which a side has lost its item. What else was in step are new items
   * on both sides now, and prove that the side is what it was. Other options leave no revisions
   * either, but all links.
   */
  private boolean isRest(Side side, Departures<T> departures, Strangers<T> strangers) {
    return setup.anew() && !departures.wasSeen(side) && !strangers.pairs().isEmpty();
  }

  /** How many superfluous items are deleted without somebody having approved of it. */
  private int extras(Strangers<T> strangers, Survey survey) {
    Side target = setup.target();
    if (target == null) {
      return 0;
    }
    int count = 0;
    for (ItemId id : strangers.extras()) {
      Held.Sight there = new Held.Sight(id, survey.revision(target, id));
      boolean left = target == Side.LEFT;
      Held held =
          gate.deletion(
              target, left ? there : Held.Sight.NOTHING, left ? Held.Sight.NOTHING : there, "");
      count += gate.verdict(held) == Held.Verdict.WAITS ? 1 : 0;
    }
    return count;
  }

  private void partial(Survey survey) {
    for (Side side : Side.values()) {
      if (survey.listing(side).scope() == Listing.Scope.PARTIAL) {
        tally.leftOver(Set.of(side));
        tally.cutShort();
        tally.problem(
            "The listing of "
                + setup.store(side).traits().name()
                + " was cut short; what it does not name was left alone.");
      }
    }
  }

  // ---- what an earlier run left open ----

  private void settle() {
    Settler<T> settler = new Settler<>(setup);
    for (List<Intent<T>> batch : setup.batches(setup.ledger().openIntents())) {
      Map<LinkId, Map<Side, Applied<T>>> applied = new HashMap<>();
      Map<LinkId, Map<Side, Settler.Finding.NotDone<T>>> notDone = new HashMap<>();
      for (Side side : Side.values()) {
        List<Intent<T>> there = batch.stream().filter(i -> i.on(side) != null).toList();
        if (!there.isEmpty()) {
          settler
              .look(side, there)
              .forEach((link, finding) -> note(side, link, finding, applied, notDone));
        }
      }
      Map<LinkId, Link<T>> links = setup.ledger().links(batch.stream().map(Intent::link).toList());
      Commit.Builder<T> commit = new Commit.Builder<>();
      for (Intent<T> intent : batch) {
        if (busy.contains(intent.link())) {
          leaveOpen(intent);
          continue;
        }
        Map<Side, Settler.Finding.NotDone<T>> not = notDone.getOrDefault(intent.link(), Map.of());
        Conclusion<T> conclusion =
            isUndone(intent, links.get(intent.link()), not)
                ? new Conclusion.Leave<>()
                : Conclusion.of(
                    setup,
                    links.get(intent.link()),
                    without(intent, not),
                    applied.getOrDefault(intent.link(), Map.of()),
                    null);
        switch (conclusion) {
          case Conclusion.Save<T>(Link<T> link) -> commit.save(link);
          case Conclusion.Remove<T>(LinkId link) -> commit.remove(link);
          case Conclusion.Leave<T> _ -> {}
        }
        commit.close(intent.link());
        for (Side side : Side.values()) {
          Settler.Finding.NotDone<T> there = not.get(side);
          commit.done(
              there == null
                  ? Deed.of(intent, side, applied.getOrDefault(intent.link(), Map.of()).get(side))
                  : there.certain() ? null : Deed.perhaps(intent, side));
        }
      }
      setup.ledger().commit(commit.build());
      SettledLosses<T> losses = new SettledLosses<>(setup, tally);
      for (Intent<T> intent : batch) {
        if (!busy.contains(intent.link())) {
          losses.tell(
              intent, links.get(intent.link()), applied.getOrDefault(intent.link(), Map.of()));
        }
      }
    }
  }

  /**
   * Whether two items were to be linked, and nothing has come of it: then they are matched anew.
   * Somebody may have taken back since that they are one.
   */
  private boolean isUndone(
      Intent<T> intent, @Nullable Link<T> old, Map<Side, Settler.Finding.NotDone<T>> notDone) {
    Replica<T> left = intent.seen(Side.LEFT);
    Replica<T> right = intent.seen(Side.RIGHT);
    if (old != null || left == null || right == null) {
      return false;
    }
    for (Side side : Side.values()) {
      Settler.Finding.NotDone<T> not = notDone.get(side);
      if (intent.on(side) != null && (not == null || !not.certain())) {
        return false;
      }
    }
    return setup.declared().about(left, right) == null;
  }

  private void note(
      Side side,
      LinkId link,
      Settler.Finding<T> finding,
      Map<LinkId, Map<Side, Applied<T>>> applied,
      Map<LinkId, Map<Side, Settler.Finding.NotDone<T>>> notDone) {
    switch (finding) {
      case Settler.Finding.Done<T>(Applied<T> done) ->
          applied.computeIfAbsent(link, k -> new EnumMap<>(Side.class)).put(side, done);
      case Settler.Finding.NotDone<T> not ->
          notDone.computeIfAbsent(link, k -> new EnumMap<>(Side.class)).put(side, not);
      case Settler.Finding.Open<T> _ -> busy.add(link);
    }
  }

  private Intent<T> without(Intent<T> intent, Map<Side, Settler.Finding.NotDone<T>> notDone) {
    Intent<T> rest = intent;
    for (Map.Entry<Side, Settler.Finding.NotDone<T>> not : notDone.entrySet()) {
      rest = Settler.without(setup.kind(), rest, not.getKey(), not.getValue().there());
    }
    return rest;
  }

  /** It is not known what became of the effect: nothing else is done to its items. */
  private void leaveOpen(Intent<T> intent) {
    List<Side> sides = new ArrayList<>();
    for (Side side : Side.values()) {
      Replica<T> seen = intent.seen(side);
      if (seen != null) {
        Objects.requireNonNull(busyItems.get(side)).add(seen.id());
      }
      if (intent.on(side) != null) {
        sides.add(side);
      }
    }
    Side side = sides.getFirst();
    Effect<T> effect = Objects.requireNonNull(intent.on(side));
    executor.run(
        List.of(
            new Step.Hold<>(
                new Action.Hold(
                    side,
                    Action.HoldReason.UNKNOWN,
                    seen(intent),
                    effect.title(),
                    "an earlier run was cut off here, and the item cannot be read now"),
                Set.of(Side.values()))));
  }

  private static ItemIds seen(Intent<?> intent) {
    Replica<?> left = intent.left();
    Replica<?> right = intent.right();
    return new ItemIds(left == null ? null : left.id(), right == null ? null : right.id());
  }

  // ---- where the next listing goes on ----

  private void keepCheckpoints(
      Survey survey, Links<T> links, LinkedItems<T> items, DeclaredPairs<T> declared) {
    if (!really) {
      return;
    }
    Commit.Builder<T> commit = new Commit.Builder<>();
    for (Side side : Side.values()) {
      Optional<Checkpoint> before = setup.ledger().checkpoint(side);
      @Nullable Checkpoint next = survey.listing(side).next();
      Optional<Checkpoint> after =
          tally.mustListAnew(side) || next == null
              ? Optional.empty()
              : tally.isLeftOver(side)
                  ? before
                  : Optional.of(setup.store(side).behindOwnWrites(next));
      if (!after.equals(before)) {
        commit.checkpoint(side, after);
      }
      survey.bystanders().remember(side, commit);
    }
    links.voided().forEach(commit::decided);
    gate.remember(commit, !tally.isCutShort());
    quarantine.remember(commit, !tally.isCutShort());
    items.detach(commit);
    declared.remember(commit);
    Commit<T> last = commit.build();
    if (!last.isEmpty()) {
      setup.ledger().commit(last);
    }
  }
}
