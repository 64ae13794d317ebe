package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.sync.LinkedItems.Looked;
import org.tandemsync.sync.Survey.Sight;
import org.tandemsync.sync.Survey.Sighting;

/** What a run does about linked items that one side has lost, or that leave the profile. */
final class Departures<T> {
  private final Setup<T> setup;
  private final Tally tally;
  private final Executor<T> executor;
  private final Gate<T> gate;
  private final LinkedItems<T> items;
  private final Survey survey;
  private final Drafter<T> drafter;
  private final Announcements<T> announcements;
  private final List<Sighting> toRestore = new ArrayList<>();
  private final List<Sighting> toDelete = new ArrayList<>();

  /** What becomes of those that were moved to another profile. */
  private final Map<LinkId, Action> moved = new LinkedHashMap<>();

  /** What the guard sees of them and of those that leave. */
  private final Map<LinkId, Held> deletions = new HashMap<>();

  /** What the guard sees of those that one side has lost and that were edited on the other. */
  private final List<Held> restores = new ArrayList<>();

  /** Links of which both sides have lost their item. */
  private final List<LinkHead> bothLost = new ArrayList<>();

  /** Links whose item somebody took out of the profile in Outlook, and why. */
  private final Map<LinkId, String> leaving = new LinkedHashMap<>();

  Departures(
      Setup<T> setup,
      Tally tally,
      Executor<T> executor,
      Gate<T> gate,
      LinkedItems<T> items,
      Survey survey) {
    this.setup = setup;
    this.tally = tally;
    this.executor = executor;
    this.gate = gate;
    this.items = items;
    this.survey = survey;
    this.drafter = new Drafter<>(setup);
    this.announcements = new Announcements<>(setup, tally);
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
        Map<ItemId, Found<T>> found = items.ask(side, batch);
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

  /** Whether a side has lost something. */
  boolean any() {
    return survey.sightings().stream().anyMatch(s -> s.has(Sight.ABSENT));
  }

  /** Finds out which of the absent will be deletions, so that they can be counted. */
  void sortAbsent() {
    List<Sighting> absent =
        survey.sightings().stream()
            .filter(s -> s.has(Sight.ABSENT) && !s.has(Sight.UNKNOWN))
            .toList();
    for (List<Sighting> batch : setup.batches(absent)) {
      List<Looked<T>> all =
          items.read(batch).stream()
              .filter(looked -> !setup.kind().rests(looked.link().left().base()))
              .toList();
      findMoved(all);
      for (Looked<T> looked : all) {
        if (moved.containsKey(looked.link().id())) {
          continue;
        }
        Move move = Planner.move(looked.left().change(), looked.right().change(), setup.policy());
        if (move instanceof Move.Delete) {
          toDelete.add(looked.sighting());
          deletions.put(
              looked.link().id(),
              gate.deletion(
                  doomed(looked.sighting()),
                  looked.sight(Side.LEFT),
                  looked.sight(Side.RIGHT),
                  ""));
        } else {
          toRestore.add(looked.sighting());
          if (isLostByBoth(looked)) {
            bothLost.add(looked.sighting().head);
          } else if (move instanceof Move.Restore(Side on)) {
            restores.add(gate.creation(on, looked.sight(Side.LEFT), looked.sight(Side.RIGHT)));
          }
        }
      }
    }
  }

  private static boolean isLostByBoth(Looked<?> looked) {
    return looked.left().change() == Change.ABSENT && looked.right().change() == Change.ABSENT;
  }

  /**
   * What has gone to another profile is not deleted, nor made again where it was edited: the edit
   * goes with it.
   */
  private void findMoved(List<Looked<T>> absent) {
    List<Neighbours.Gone<T>> gone = new ArrayList<>();
    for (Looked<T> looked : absent) {
      Set<Side> lost = EnumSet.noneOf(Side.class);
      Set<Side> there = EnumSet.noneOf(Side.class);
      for (Side side : Side.values()) {
        switch (looked.seen(side).change()) {
          case ABSENT -> lost.add(side);
          case SAME, CHANGED -> there.add(side);
          case UNKNOWN -> {}
        }
      }
      if (lost.size() + there.size() == Side.values().length
          && !looked.isGoneSince()
          && !gate.isDecided(looked.sighting().head)) {
        gone.add(new Neighbours.Gone<>(looked.link(), lost));
      }
    }
    if (!gone.isEmpty()) {
      moved.putAll(gate.neighbours().wentTo(gone));
    }
  }

  /** What was moved to another profile is left to what follows moves. */
  void announceMoved() {
    for (Action action : moved.values()) {
      setup.listener().progressed();
      announcements.announce(action);
      tally.leftOver(Drafter.BOTH);
    }
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
      for (Looked<T> looked : items.scan(batch)) {
        LinkId link = looked.link().id();
        leaves(looked)
            .ifPresent(
                why -> {
                  leaving.put(link, why);
                  deletions.put(link, leaving(looked));
                });
      }
    }
  }

  /** As the step will tell it: nothing is said of the left side. */
  private Held leaving(Looked<T> looked) {
    Held.Sight left = new Held.Sight(looked.link().left().id(), null);
    return gate.deletion(Side.RIGHT, left, looked.sight(Side.RIGHT), "");
  }

  /** An edit on the server beats it, except where only Outlook counts. */
  private Optional<String> leaves(Looked<T> looked) {
    Replica<T> now = looked.left().now();
    Change right = looked.right().change();
    boolean untouched =
        right == Change.SAME || (right == Change.CHANGED && setup.target() == Side.RIGHT);
    return now != null && looked.left().change() == Change.CHANGED && untouched
        ? setup
            .kind()
            .leaves(looked.link().left().base(), now.item())
            .filter(_ -> !items.hasOpenEdit(looked.link(), Side.RIGHT))
        : Optional.empty();
  }

  /** Whether somebody took its item out of the profile. */
  boolean isLeaving(LinkId link) {
    return leaving.containsKey(link);
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
   * Whether nobody has said what becomes of what this side has lost: of the deletions that follow
   * from it, or, where there are none, of what is to be made again, or, where there is nothing of
   * that either, of what is to be forgotten.
   */
  boolean isUndecided(Side lost) {
    List<Held> doomed = deletions.values().stream().filter(h -> h.side() != lost).toList();
    List<Held> asked =
        doomed.isEmpty() ? restores.stream().filter(h -> h.side() == lost).toList() : doomed;
    return asked.isEmpty()
        ? bothLost.stream().anyMatch(head -> !gate.isDecided(head))
        : asked.stream().anyMatch(held -> gate.verdict(held) == Held.Verdict.WAITS);
  }

  /** Whether it is known of anything that this side has lost at which revision it was. */
  boolean wasSeen(Side lost) {
    return survey.sightings().stream()
        .filter(s -> s.sight(lost) == Sight.ABSENT)
        .map(s -> s.head)
        .anyMatch(head -> head.left().revision() != null || head.right().revision() != null);
  }

  /** The side on which something is still there. */
  private static Side doomed(Sighting sighting) {
    return sighting.sight(Side.LEFT) == Sight.ABSENT ? Side.RIGHT : Side.LEFT;
  }

  /** How many linked items each side has lost, without those that are with another profile. */
  Map<Side, Integer> lost() {
    Map<Side, Integer> lost = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      lost.put(side, absent(side, false));
    }
    return lost;
  }

  /** Of how many linked items nobody knows whether a side has them, or another profile has them. */
  Map<Side, Integer> unknown() {
    Map<Side, Integer> unknown = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      unknown.put(side, survey.unknown(side) + absent(side, true));
    }
    return unknown;
  }

  private int absent(Side side, boolean moved) {
    return (int)
        survey.sightings().stream()
            .filter(s -> s.sight(side) == Sight.ABSENT)
            .filter(s -> this.moved.containsKey(s.head.id()) == moved)
            .count();
  }

  // ---- doing ----

  /** Deletes on the server what somebody took out of the profile in Outlook. */
  void leave() {
    List<Sighting> sightings =
        survey.sightings().stream().filter(s -> isLeaving(s.head.id())).toList();
    for (List<Sighting> batch : setup.batches(sightings)) {
      List<Step<T>> steps = new ArrayList<>();
      for (Looked<T> looked : items.readAll(batch, sighting -> true)) {
        setup.listener().progressed();
        Optional<String> why = leaves(looked);
        if (why.isPresent()) {
          Replica<T> doomed = Objects.requireNonNull(looked.right().now());
          steps.add(drafter.leave(looked.link(), doomed, why.get()));
        } else {
          tally.lookAgain(); // somebody changed it just now
        }
      }
      executor.run(steps);
    }
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
      List<Step<T>> steps = new ArrayList<>();
      Map<LinkId, Link<T>> links = new HashMap<>();
      for (Looked<T> looked : items.readAll(batch, this::isToBeDone)) {
        links.put(looked.link().id(), looked.link());
        if (looked.isGoneSince()) {
          tally.lookAgain();
        } else {
          steps.add(step(looked));
        }
        setup.listener().progressed();
      }
      secondTry(executor.run(steps), links);
    }
  }

  private Step<T> step(Looked<T> looked) {
    Step<T> held = isLostByBoth(looked) ? gate.heldLoss(looked.link()) : null;
    Step<T> step = held == null ? drafter.link(looked) : held;
    Held doomed = deletions.get(looked.link().id());
    return held == null && doomed != null && isRejected(doomed)
        ? gate.instead(doomed, step, back(looked))
        : step;
  }

  private boolean isToBeDone(Sighting sighting) {
    return mayPass(sighting) && setup.readOnly(doomed(sighting)) == null;
  }

  /** What is only held need not be read as a whole. */
  private boolean mayPass(Sighting sighting) {
    Held held = deletions.get(sighting.head.id());
    return held == null || gate.mayPass(held) || gate.verdict(held) == Held.Verdict.REJECTED;
  }

  /** Only a profile that writes both sides can bring back what was deleted. */
  private boolean isRejected(Held held) {
    return setup.target() == null && gate.verdict(held) == Held.Verdict.REJECTED;
  }

  private Step<T> back(Looked<T> looked) {
    Side lost = looked.left().change() == Change.ABSENT ? Side.LEFT : Side.RIGHT;
    Replica<T> source = looked.seen(lost.other()).now();
    return looked.left().change() == looked.right().change() || source == null
        ? drafter.link(looked)
        : drafter.bringBack(looked.link(), lost, source);
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
}
