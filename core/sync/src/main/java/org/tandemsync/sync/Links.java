package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.sync.Survey.Sight;
import org.tandemsync.sync.Survey.Sighting;

/** What a run does about linked items. */
final class Links<T> {
  private final Setup<T> setup;
  private final Tally tally;
  private final Executor<T> executor;
  private final Gate<T> gate;
  private final Quarantine quarantine;
  private final Map<Side, Bodies<T>> bodies;
  private final Survey survey;
  private final Drafter<T> drafter;
  private final boolean really;
  private final List<Sighting> toRestore = new ArrayList<>();
  private final List<Sighting> toDelete = new ArrayList<>();
  private final Set<LinkId> voided = new HashSet<>();

  /** Links whose item is another one, by the sides on which it is. */
  private final Map<LinkId, Set<Side>> detached = new HashMap<>();

  /** What the guard sees of them and of those that leave. */
  private final Map<LinkId, Held> deletions = new HashMap<>();

  /** Links whose item somebody took out of the profile in Outlook, and why. */
  private final Map<LinkId, String> leaving = new LinkedHashMap<>();

  Links(
      Setup<T> setup,
      Tally tally,
      Executor<T> executor,
      Gate<T> gate,
      Quarantine quarantine,
      Map<Side, Bodies<T>> bodies,
      Survey survey,
      boolean really) {
    this.setup = setup;
    this.tally = tally;
    this.executor = executor;
    this.gate = gate;
    this.quarantine = quarantine;
    this.bodies = bodies;
    this.survey = survey;
    this.drafter = new Drafter<>(setup);
    this.really = really;
  }

  private Map<ItemId, Found<T>> read(Side side, List<ItemId> ids) {
    return Objects.requireNonNull(bodies.get(side)).read(ids);
  }

  // ---- before anything is done ----

  /** A listing may lie: what it does not name is asked for directly. */
  void confirmMissing() {
    for (Side side : Side.values()) {
      List<Sighting> missing =
          survey.sightings().stream().filter(s -> s.sight(side) == Sight.MISSING).toList();
      if (setup.rules().missingIsAbsent()) {
        missing.forEach(sighting -> sighting.sight(side, Sight.ABSENT));
        continue;
      }
      for (List<Sighting> batch : setup.batches(missing)) {
        Map<ItemId, Found<T>> found = read(side, batch.stream().map(s -> s.id(side)).toList());
        for (Sighting sighting : batch) {
          confirm(sighting, side, Objects.requireNonNull(found.get(sighting.id(side))));
        }
      }
    }
  }

  private void confirm(Sighting sighting, Side side, Found<T> found) {
    switch (found) {
      case Found.Absent<T>(ItemId _, boolean never) -> sighting.absent(side, never);
      case Found.Present<T>(Replica<T> now) -> {
        Revision known = sighting.head.side(side).revision();
        boolean same = known != null && known.equals(now.revision());
        sighting.sight(side, same ? Sight.SAME : Sight.READ);
      }
      case Found.Foreign<T> foreign -> sighting.unknown(side, Seen.of(side, foreign).why());
      case Found.Unreadable<T> unreadable -> sighting.unknown(side, unreadable.reason());
    }
  }

  /** Finds out which of the absent will be deletions, so that they can be counted. */
  void sortAbsent() {
    List<Sighting> absent =
        survey.sightings().stream()
            .filter(s -> s.has(Sight.ABSENT) && !s.has(Sight.UNKNOWN))
            .toList();
    for (List<Sighting> batch : setup.batches(absent)) {
      Map<LinkId, Link<T>> links = links(batch);
      Map<Side, Map<ItemId, Found<T>>> found = read(batch, Sight.READ);
      for (Sighting sighting : batch) {
        Link<T> link = Objects.requireNonNull(links.get(sighting.head.id()));
        if (setup.kind().rests(link.left().base())) {
          continue;
        }
        Seen<T> left = seen(sighting, Side.LEFT, link, found);
        Seen<T> right = seen(sighting, Side.RIGHT, link, found);
        Move move = Planner.move(left.change(), right.change(), setup.policy());
        if (move instanceof Move.Delete) {
          toDelete.add(sighting);
          deletions.put(link.id(), deletion(doomed(sighting), link, left, right));
        } else {
          toRestore.add(sighting);
        }
      }
    }
  }

  private Held deletion(Side on, Link<T> link, Seen<T> left, Seen<T> right) {
    return gate.deletion(on, sight(link, Side.LEFT, left), sight(link, Side.RIGHT, right), "");
  }

  private static <T> Held.Sight sight(Link<T> link, Side side, Seen<T> seen) {
    Replica<T> now = seen.now();
    return now == null ? new Held.Sight(link.side(side).id(), null) : Held.Sight.of(now);
  }

  /** Finds out which changes take an item away from the server, so that they can be counted. */
  void sortLeaving() {
    if (!setup.kind().letsLeave() || setup.target() == Side.LEFT) {
      return;
    }
    List<Sighting> changed =
        survey.sightings().stream()
            .filter(s -> s.sight(Side.LEFT) == Sight.READ)
            .filter(s -> s.sight(Side.RIGHT) == Sight.READ || s.sight(Side.RIGHT) == Sight.SAME)
            .toList();
    for (List<Sighting> batch : setup.batches(changed)) {
      Map<LinkId, Link<T>> links = links(batch);
      Map<Side, Map<ItemId, Found<T>>> found = new EnumMap<>(Side.class);
      for (Side side : Side.values()) {
        found.put(side, look(side, batch));
      }
      for (Sighting sighting : batch) {
        Link<T> link = Objects.requireNonNull(links.get(sighting.head.id()));
        Seen<T> left = seen(sighting, Side.LEFT, link, found);
        Seen<T> right = seen(sighting, Side.RIGHT, link, found);
        leaves(link, left, right)
            .ifPresent(
                why -> {
                  leaving.put(link.id(), why);
                  deletions.put(link.id(), leaving(link, right));
                });
      }
    }
  }

  /** As the step will tell it: nothing is said of the left side. */
  private Held leaving(Link<T> link, Seen<T> right) {
    return gate.deletion(
        Side.RIGHT, new Held.Sight(link.left().id(), null), sight(link, Side.RIGHT, right), "");
  }

  /** Reads what will be read again. */
  private Map<ItemId, Found<T>> look(Side side, List<Sighting> batch) {
    Map<ItemId, Found<T>> found = new HashMap<>();
    List<ItemId> ids =
        batch.stream().filter(s -> s.sight(side) == Sight.READ).map(s -> s.id(side)).toList();
    Objects.requireNonNull(bodies.get(side)).scan(ids, answer -> found.put(answer.id(), answer));
    return found;
  }

  /** An edit on the server beats it, except where only Outlook counts. */
  private Optional<String> leaves(Link<T> link, Seen<T> left, Seen<T> right) {
    Replica<T> now = left.now();
    boolean untouched =
        right.change() == Change.SAME
            || (right.change() == Change.CHANGED && setup.target() == Side.RIGHT);
    return now != null && left.change() == Change.CHANGED && untouched
        ? setup.kind().leaves(link.left().base(), now.item())
        : Optional.empty();
  }

  /** How many linked items this run would delete without somebody having approved of it. */
  int deletions() {
    return (int)
        deletions.values().stream()
            .filter(held -> setup.readOnly(held.side()) == null)
            .filter(held -> gate.verdict(held) == Held.Verdict.WAITS)
            .count();
  }

  /**
   * Into how many items this run would write other values. They are looked at for that only if so
   * many have changed that they could be too many.
   */
  int overwrites() {
    Policy.Guard guard = setup.policy().guard();
    int edited = (int) survey.sightings().stream().filter(s -> s.edited).count();
    int links = survey.links();
    if (!GuardRule.isTooMuch(edited, links, guard.overwrites(), guard.overwritesPercent())) {
      return 0;
    }
    int overwrites = 0;
    for (List<Sighting> batch : setup.batches(changed())) {
      Map<LinkId, Link<T>> known = links(batch);
      Map<Side, Map<ItemId, Found<T>>> found = new EnumMap<>(Side.class);
      for (Side side : Side.values()) {
        found.put(side, look(side, batch));
      }
      for (Sighting sighting : batch) {
        Link<T> link = Objects.requireNonNull(known.get(sighting.head.id()));
        Seen<T> left = seen(sighting, Side.LEFT, link, found);
        Seen<T> right = seen(sighting, Side.RIGHT, link, found);
        overwrites += gate.overwrites(drafter.link(link, left, right)) ? 1 : 0;
      }
    }
    return overwrites;
  }

  /** The side on which something is still there. */
  private static Side doomed(Sighting sighting) {
    return sighting.sight(Side.LEFT) == Sight.ABSENT ? Side.RIGHT : Side.LEFT;
  }

  /** How many linked items each side has lost. */
  Map<Side, Integer> lost() {
    Map<Side, Integer> lost = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      lost.put(
          side,
          (int) survey.sightings().stream().filter(s -> s.sight(side) == Sight.ABSENT).count());
    }
    return lost;
  }

  // ---- doing ----

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
      Map<LinkId, Link<T>> links = links(batch);
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
                    setup.kind().title(link.side(side).base()),
                    sighting.reason(side)),
                Set.of(Side.values())));
      }
      executor.run(steps);
    }
  }

  static <T> Step<T> atRest(Side side, Quarantined failed) {
    return new Step.Hold<>(
        new Action.Hold(side, Action.HoldReason.QUARANTINE, failed.title(), failed.why()),
        Drafter.BOTH);
  }

  void bringChanges() {
    bring(changed());
  }

  private List<Sighting> changed() {
    return survey.sightings().stream()
        .filter(s -> !s.has(Sight.ABSENT) && !s.has(Sight.UNKNOWN))
        .filter(s -> s.has(Sight.READ))
        .filter(s -> !leaving.containsKey(s.head.id()))
        .toList();
  }

  /** Deletes on the server what somebody took out of the profile in Outlook. */
  void leave() {
    List<Sighting> sightings =
        survey.sightings().stream().filter(s -> leaving.containsKey(s.head.id())).toList();
    for (List<Sighting> batch : setup.batches(sightings)) {
      Map<LinkId, Link<T>> links = links(batch);
      Map<Side, Map<ItemId, Found<T>>> found = readAll(batch, batch);
      List<Step<T>> steps = new ArrayList<>();
      for (Sighting sighting : batch) {
        setup.listener().progressed();
        Link<T> link = Objects.requireNonNull(links.get(sighting.head.id()));
        Seen<T> left = seen(sighting, Side.LEFT, link, found);
        Seen<T> right = seen(sighting, Side.RIGHT, link, found);
        Optional<String> why = leaves(link, left, right);
        if (why.isPresent()) {
          steps.add(drafter.leave(link, Objects.requireNonNull(right.now()), why.get()));
        } else {
          postpone(); // somebody changed it just now
        }
      }
      executor.run(steps);
    }
  }

  private void bring(List<Sighting> sightings) {
    for (List<Sighting> batch : setup.batches(sightings)) {
      Map<LinkId, Link<T>> links = links(batch);
      Map<Side, Map<ItemId, Found<T>>> found = read(batch, Sight.READ);
      List<Step<T>> steps = new ArrayList<>();
      for (Sighting sighting : batch) {
        Link<T> link = Objects.requireNonNull(links.get(sighting.head.id()));
        Seen<T> left = seen(sighting, Side.LEFT, link, found);
        Seen<T> right = seen(sighting, Side.RIGHT, link, found);
        if (isGoneSince(sighting, Side.LEFT, left) || isGoneSince(sighting, Side.RIGHT, right)) {
          postpone();
        } else {
          noteUnreadable(link, left, right);
          steps.add(decided(link, left, right));
        }
        setup.listener().progressed();
      }
      executor.run(steps);
    }
  }

  /** What to do about a link that is on both sides, as somebody has decided if somebody has. */
  private Step<T> decided(Link<T> link, Seen<T> left, Seen<T> right) {
    Decision<T> decision = setup.decisions().get(link.id());
    Replica<T> here = left.now();
    Replica<T> there = right.now();
    if (here == null || there == null) {
      return drafter.link(link, left, right);
    }
    if (decision == null) {
      return unlessRejected(link, here, there, drafter.link(link, left, right));
    }
    Deciding<T> deciding = new Deciding<>(setup, decision, link, here, there);
    Step<T> step = deciding.step();
    if (deciding.isVoid()) {
      voided.add(link.id());
    }
    return step == null ? drafter.link(link, left, right) : step;
  }

  /** Only a profile that writes both sides can bring values back. */
  private Step<T> unlessRejected(Link<T> link, Replica<T> left, Replica<T> right, Step<T> step) {
    Side kept = setup.target() == null ? gate.rejects(step) : null;
    return kept == null ? step : drafter.keep(link, left, right, kept);
  }

  /** Links of which somebody decided what cannot be carried out, or need not any more. */
  Set<LinkId> voided() {
    return voided;
  }

  /** Of what cannot be read only the listing says at which revision it is. */
  private Held.Sight unreadable(Link<T> link, Side side, Seen<T> seen) {
    return seen.reason() == Action.HoldReason.UNREADABLE
        ? new Held.Sight(link.side(side).id(), survey.revision(side, link.side(side).id()))
        : sight(link, side, seen);
  }

  private void noteUnreadable(Link<T> link, Seen<T> left, Seen<T> right) {
    for (Side side : Side.values()) {
      Seen<T> seen = side == Side.LEFT ? left : right;
      if (seen.reason() == Action.HoldReason.UNREADABLE) {
        quarantine.failed(
            unreadable(link, Side.LEFT, left),
            unreadable(link, Side.RIGHT, right),
            setup.kind().title(link.side(side).base()),
            seen.why());
      }
    }
  }

  /**
   * The guard has not counted it, and it may have been moved rather than deleted: nobody looked for
   * it under another id.
   */
  private static <T> boolean isGoneSince(Sighting sighting, Side side, Seen<T> seen) {
    return seen.change() == Change.ABSENT && sighting.sight(side) != Sight.ABSENT;
  }

  /** The next run looks again. */
  private void postpone() {
    tally.leftOver(Set.of(Side.values()));
    tally.postponed();
  }

  /** Makes again what was deleted on one side and edited on the other; forgets what both lost. */
  void restore() {
    takeUp(toRestore);
  }

  void delete() {
    takeUp(toDelete);
  }

  private void takeUp(List<Sighting> sightings) {
    for (List<Sighting> batch : setup.batches(sightings)) {
      Map<LinkId, Link<T>> links = links(batch);
      List<Sighting> looked =
          batch.stream().filter(s -> mayPass(s) && setup.readOnly(doomed(s)) == null).toList();
      Map<Side, Map<ItemId, Found<T>>> found = readAll(looked, batch);
      List<Step<T>> steps = new ArrayList<>();
      for (Sighting sighting : batch) {
        Link<T> link = Objects.requireNonNull(links.get(sighting.head.id()));
        Seen<T> left = seen(sighting, Side.LEFT, link, found);
        Seen<T> right = seen(sighting, Side.RIGHT, link, found);
        if (isGoneSince(sighting, Side.LEFT, left) || isGoneSince(sighting, Side.RIGHT, right)) {
          postpone();
        } else {
          steps.add(
              isRejected(sighting) ? back(link, left, right) : drafter.link(link, left, right));
        }
        setup.listener().progressed();
      }
      secondTry(executor.run(steps), links);
    }
  }

  /** What is only held need not be read as a whole. */
  private boolean mayPass(Sighting sighting) {
    Held held = deletions.get(sighting.head.id());
    return held == null || gate.mayPass(held) || gate.verdict(held) == Held.Verdict.REJECTED;
  }

  /** Only a profile that writes both sides can bring back what was deleted. */
  private boolean isRejected(Sighting sighting) {
    Held held = deletions.get(sighting.head.id());
    return held != null && setup.target() == null && gate.verdict(held) == Held.Verdict.REJECTED;
  }

  private Step<T> back(Link<T> link, Seen<T> left, Seen<T> right) {
    Side lost = left.change() == Change.ABSENT ? Side.LEFT : Side.RIGHT;
    Replica<T> source = lost == Side.LEFT ? right.now() : left.now();
    return left.change() == right.change() || source == null
        ? drafter.link(link, left, right)
        : drafter.bringBack(link, lost, source);
  }

  /**
   * The identity of a lost item is taken. If another link has it, the item is made under one of our
   * own; if it is a stranger that was not listed, it may be the lost item itself, moved.
   */
  private void secondTry(List<Executor.Taken<T>> taken, Map<LinkId, Link<T>> links) {
    List<Step<T>> steps = new ArrayList<>();
    for (Executor.Taken<T> refused : taken) {
      Intent<T> intent = refused.step().intent();
      Side on = intent.onLeft() == null ? Side.RIGHT : Side.LEFT;
      Replica<T> source = Objects.requireNonNull(intent.seen(on.other()));
      String uid = setup.identities().uid(on.other(), source.id());
      if (intent.on(on) instanceof Effect.Create<T> create
          && !uid.equals(create.uid())
          && belongsToALink(on, create)) {
        Link<T> link = Objects.requireNonNull(links.get(intent.link()));
        String why = refused.step().action() == null ? "" : refused.step().action().why();
        steps.add(drafter.restore(link, on, source, uid, why));
      } else {
        executor.giveUp(refused);
      }
    }
    executor.retry(steps);
  }

  private boolean belongsToALink(Side side, Effect.Create<T> create) {
    Replica<T> owner = setup.store(side).locate(List.of(create)).get(create.stamp());
    return owner == null
        || survey.bystanders().contains(side, owner.id())
        || survey.heads().stream().anyMatch(head -> head.side(side).id().equals(owner.id()));
  }

  /**
   * What is about to be deleted is read as a whole, also what does not take part, so that it can be
   * brought back; what is only held need not be.
   */
  private Map<Side, Map<ItemId, Found<T>>> readAll(List<Sighting> looked, List<Sighting> batch) {
    Map<Side, Map<ItemId, Found<T>>> found = read(batch, Sight.READ);
    for (Side side : Side.values()) {
      List<ItemId> ids =
          looked.stream().filter(s -> s.sight(side) == Sight.SAME).map(s -> s.id(side)).toList();
      if (!ids.isEmpty()) {
        Objects.requireNonNull(found.get(side)).putAll(read(side, ids));
      }
    }
    return found;
  }

  // ---- looking ----

  private Map<LinkId, Link<T>> links(List<Sighting> batch) {
    return setup.ledger().links(batch.stream().map(s -> s.head.id()).toList());
  }

  private Map<Side, Map<ItemId, Found<T>>> read(List<Sighting> batch, Sight which) {
    Map<Side, Map<ItemId, Found<T>>> found = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      List<ItemId> ids =
          batch.stream().filter(s -> s.sight(side) == which).map(s -> s.id(side)).toList();
      found.put(side, ids.isEmpty() ? new HashMap<>() : read(side, ids));
    }
    return found;
  }

  private Seen<T> seen(
      Sighting sighting, Side side, Link<T> link, Map<Side, Map<ItemId, Found<T>>> read) {
    if (sighting.sight(side) == Sight.ABSENT) {
      return Seen.absent();
    }
    Found<T> found = Objects.requireNonNull(read.get(side)).get(sighting.id(side));
    return switch (found) {
      case null -> Seen.unchanged(link.side(side));
      case Found.Present<T>(Replica<T> now) ->
          now.id().equals(link.side(side).id()) && link.side(side).isAnother(now)
              ? another(link, side)
              : Seen.of(setup.kind(), link.side(side), counts(side, link, now));
      case Found.Absent<T> _ -> Seen.absent();
      case Found.Foreign<T> foreign -> Seen.of(side, foreign);
      case Found.Unreadable<T> unreadable -> Seen.of(unreadable);
    };
  }

  /**
   * The id was given again: that happens only where an older copy was put back. The next run looks
   * for the item, and finds another one that is new.
   */
  private Seen<T> another(Link<T> link, Side side) {
    detached.computeIfAbsent(link.id(), k -> EnumSet.noneOf(Side.class)).add(side);
    gate.putBack(Set.of(side));
    return Seen.unknown(
        Action.HoldReason.UNKNOWN,
        "another item has its id "
            + Words.in(side)
            + " now, as after an older copy was put back; the next run looks for it");
  }

  /** Links of which it has come out that another item has the id of theirs, by side. */
  Map<LinkId, Set<Side>> detached() {
    return detached;
  }

  /** Lets the items go whose ids belong to others now. */
  void detach(Commit.Builder<T> commit) {
    for (Link<T> link : setup.ledger().links(detached.keySet()).values()) {
      Set<Side> sides = Objects.requireNonNull(detached.get(link.id()));
      commit.save(
          new Link<>(
              link.id(),
              sides.contains(Side.LEFT) ? link.left().detached() : link.left(),
              sides.contains(Side.RIGHT) ? link.right().detached() : link.right(),
              link.writes(),
              link.waiting(),
              link.reworded()));
      sides.forEach(side -> commit.putBack(side, true));
    }
  }

  private Replica<T> counts(Side side, Link<T> link, Replica<T> now) {
    return setup.kind().permitted(side, link.side(side).base(), stillHeld(side, link, now));
  }

  /** Only a side that we write to may have dropped what it was sent. */
  private Replica<T> stillHeld(Side side, Link<T> link, Replica<T> now) {
    return setup.policy().direction().writes(side)
        ? now.with(setup.kind().stillHeld(side, link.side(side).base(), now), now.losses())
        : now;
  }
}
