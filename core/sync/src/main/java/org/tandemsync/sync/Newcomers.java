package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links what was matched, makes what is new, and deletes what a mirror must not have. */
final class Newcomers<T> {
  private final Setup<T> setup;
  private final Tally tally;
  private final Executor<T> executor;
  private final Neighbours<T> neighbours;
  private final Quarantine quarantine;
  private final Map<Side, Bodies<T>> bodies;
  private final Survey survey;
  private final Strangers<T> strangers;
  private final Known<T> known;
  private final Doubts<T> doubts;
  private final Drafter<T> drafter;
  private final boolean really;
  private final Set<Action> announced = new HashSet<>();

  Newcomers(
      Setup<T> setup,
      Tally tally,
      Executor<T> executor,
      Neighbours<T> neighbours,
      Quarantine quarantine,
      Map<Side, Bodies<T>> bodies,
      Survey survey,
      Strangers<T> strangers,
      Known<T> known,
      Doubts<T> doubts,
      boolean really) {
    this.setup = setup;
    this.tally = tally;
    this.executor = executor;
    this.neighbours = neighbours;
    this.quarantine = quarantine;
    this.bodies = bodies;
    this.survey = survey;
    this.strangers = strangers;
    this.known = known;
    this.doubts = doubts;
    this.drafter = new Drafter<>(setup);
    this.really = really;
  }

  private Bodies<T> bodies(Side side) {
    return Objects.requireNonNull(bodies.get(side));
  }

  private Step<T> doubt(Side side, Replica<T> item) {
    return new Step.Hold<>(
        new Action.Hold(
            side,
            Action.HoldReason.UNKNOWN,
            ItemIds.of(side, item.id()),
            setup.kind().title(item.item()),
            "it may be a moved item, but that one cannot be looked at now"),
        Set.of(Side.values()));
  }

  void pair() {
    for (List<Matcher.Pair> batch : setup.batches(strangers.pairs())) {
      Map<ItemId, Found<T>> lefts =
          bodies(Side.LEFT).read(batch.stream().map(Matcher.Pair::left).toList());
      Map<ItemId, Found<T>> rights =
          bodies(Side.RIGHT).read(batch.stream().map(Matcher.Pair::right).toList());
      Map<ItemId, Action> moved = moved(batch, lefts, rights);
      List<Step<T>> steps = new ArrayList<>();
      for (Matcher.Pair pair : batch) {
        setup.listener().progressed();
        setup.listener().progressed();
        Action move = moved.get(pair.left());
        if (move != null) {
          announce(move);
        } else if (lefts.get(pair.left()) instanceof Found.Present<T>(Replica<T> here)
            && rights.get(pair.right()) instanceof Found.Present<T>(Replica<T> there)) {
          Step<T> held = executor.gate().heldPair(here, there);
          if (held != null) {
            steps.add(held);
          } else if (doubts.isDoubtful(Side.LEFT, here)) {
            steps.add(doubt(Side.LEFT, here));
          } else if (doubts.isDoubtful(Side.RIGHT, there)) {
            steps.add(doubt(Side.RIGHT, there));
          } else {
            steps.add(paired(here, there));
          }
        } else {
          tally.leftOver(Set.of(Side.values()));
        }
      }
      executor.run(steps);
    }
  }

  /** What takes part on both sides, and was moved here from another profile. */
  private Map<ItemId, Action> moved(
      List<Matcher.Pair> batch, Map<ItemId, Found<T>> lefts, Map<ItemId, Found<T>> rights) {
    List<Neighbours.Both<T>> pairs = new ArrayList<>();
    for (Matcher.Pair pair : batch) {
      if (lefts.get(pair.left()) instanceof Found.Present<T>(Replica<T> here)
          && rights.get(pair.right()) instanceof Found.Present<T>(Replica<T> there)
          && setup.kind().includes(Side.LEFT, here.item())
          && setup.kind().includes(Side.RIGHT, there.item())) {
        pairs.add(new Neighbours.Both<>(here, there));
      }
    }
    return pairs.isEmpty() ? Map.of() : neighbours.cameFrom(pairs);
  }

  /** It is left to what follows moves. One move may be that of a new item of each side. */
  private void announce(Action move) {
    if (announced.add(move)) {
      new Announcements<>(setup, tally).announce(move);
    }
    tally.leftOver(Drafter.BOTH);
  }

  /** Where somebody said that a value is not to be overwritten, that one counts. */
  private Step<T> paired(Replica<T> left, Replica<T> right) {
    LinkId id = setup.identities().newLink();
    Step<T> wanted =
        executor
            .gate()
            .unlessRejected(
                drafter.pair(id, left, right), kept -> drafter.pair(id, left, right, kept));
    return setup.declared().about(left, right) == null ? wanted : declared(wanted);
  }

  private static <T> Step<T> declared(Step<T> step) {
    return step instanceof Step.Do<T> doing && doing.action() instanceof Action.LinkUp up
        ? new Step.Do<>(
            doing.intent(),
            doing.old(),
            up.as(DeclaredPairs.WHY),
            doing.alsoHeld(),
            doing.conflicts())
        : step;
  }

  void create() {
    for (Side source : Side.values()) {
      Side to = source.other();
      boolean unread = !strangers.opened(source) && !setup.kind().selects(source);
      if (setup.readOnly(to) != null && really && unread) {
        holdUnread(source);
      } else {
        createAll(source);
      }
    }
  }

  /** While one batch is under way the next one is read. */
  private void createAll(Side source) {
    Pipeline<T> pipeline = new Pipeline<>(setup, executor, source.other(), really);
    try {
      List<ItemId> last = new ArrayList<>();
      create(source, awake(source, strangers.left(source)), last, pipeline);
      pipeline.finish();
      create(source, last, null, pipeline);
      pipeline.finish();
    } catch (RuntimeException e) {
      pipeline.finish(e);
      throw e;
    }
  }

  /** Without those that failed before and are left alone for a while. */
  private List<ItemId> awake(Side source, List<ItemId> ids) {
    if (quarantine.isEmpty()) {
      return List.copyOf(ids);
    }
    List<ItemId> awake = new ArrayList<>();
    for (ItemId id : ids) {
      Quarantined failed = quarantine.atRest(source, id, survey.revision(source, id));
      if (failed == null) {
        awake.add(id);
      } else {
        setup.listener().progressed();
        if (failed.rest() != Quarantined.Rest.IGNORED) {
          executor.run(List.of(Links.atRest(source, failed)));
        }
      }
    }
    return awake;
  }

  /** Nothing can be made of them: they are not even opened to say so. */
  private void holdUnread(Side source) {
    for (List<ItemId> batch : setup.batches(strangers.left(source))) {
      List<Step<T>> steps = new ArrayList<>();
      for (ItemId id : batch) {
        setup.listener().progressed();
        steps.add(drafter.unwritable(source.other(), id, id.value()));
      }
      executor.run(steps);
    }
  }

  /**
   * What is to be made next.
   *
   * @param sources the items, by the link that they get
   */
  private record Gathered<T>(List<Step<T>> steps, Map<LinkId, Replica<T>> sources) {
    Gathered() {
      this(new ArrayList<>(), new HashMap<>());
    }

    List<Effect<T>> effects(Side to) {
      List<Effect<T>> effects = new ArrayList<>();
      for (Step<T> step : steps) {
        if (step instanceof Step.Do<T> doing && doing.intent().on(to) instanceof Effect<T> effect) {
          effects.add(effect);
        }
      }
      return effects;
    }
  }

  /**
   * @param last gets those that are to be made when all others are; null if they are
   */
  private void create(
      Side source, List<ItemId> ids, @Nullable List<ItemId> last, Pipeline<T> pipeline) {
    Store<T> to = setup.store(source.other());
    Gathered<T> gathered = new Gathered<>();
    for (List<ItemId> batch : setup.batches(ids)) {
      draft(source, batch, last, gathered);
      if (!really || !to.gathers(gathered.effects(source.other()))) {
        begin(source, gathered, pipeline);
        gathered = new Gathered<>();
      }
    }
    if (!gathered.steps().isEmpty()) {
      begin(source, gathered, pipeline);
    }
  }

  private void begin(Side source, Gathered<T> gathered, Pipeline<T> pipeline) {
    pipeline.begin(gathered.steps(), taken -> secondTry(source, taken, gathered.sources()));
  }

  private void draft(
      Side source, List<ItemId> batch, @Nullable List<ItemId> last, Gathered<T> gathered) {
    Map<ItemId, Found<T>> found = bodies(source).read(batch);
    Map<ItemId, Action> moved = moved(source, batch, found);
    List<Step<T>> steps = gathered.steps();
    for (ItemId id : batch) {
      Found<T> answer = Objects.requireNonNull(found.get(id));
      if (answer instanceof Found.Present<T>(Replica<T> item)) {
        if (last != null && setup.kind().namesOthers(item.item())) {
          last.add(id);
          continue;
        }
        setup.listener().progressed();
        if (!setup.kind().includes(source, item.item())) {
          strangers.passOver(source, item);
          continue;
        }
        Action move = moved.get(id);
        if (move != null) {
          announce(move);
          continue;
        }
        if (doubts.isDoubtful(source, item)) {
          steps.add(doubt(source, item));
          continue;
        }
        LinkId link = setup.identities().newLink();
        gathered.sources().put(link, item);
        steps.add(drafter.create(link, source.other(), item, known.uidFor(source, item)));
      } else {
        strangers.unusable(source, answer);
      }
    }
  }

  /** What was moved here from another profile is left to what follows moves. */
  private Map<ItemId, Action> moved(Side source, List<ItemId> batch, Map<ItemId, Found<T>> found) {
    List<Replica<T>> news = new ArrayList<>();
    for (ItemId id : batch) {
      if (found.get(id) instanceof Found.Present<T>(Replica<T> item)
          && setup.kind().includes(source, item.item())) {
        news.add(item);
      }
    }
    return news.isEmpty() ? Map.of() : neighbours.cameFrom(source, news);
  }

  /**
   * A server may refuse a UID that it has in another collection. If nothing here has it, the item
   * is made under one of our own.
   */
  private void secondTry(
      Side source, List<Executor.Taken<T>> taken, Map<LinkId, Replica<T>> sources) {
    if (taken.isEmpty()) {
      return;
    }
    Side to = source.other();
    List<Effect.Create<T>> refused = new ArrayList<>();
    for (Executor.Taken<T> one : taken) {
      if (one.step().intent().on(to) instanceof Effect.Create<T> create) {
        refused.add(create);
      }
    }
    Set<Stamp> here = new HashSet<>();
    for (List<Effect.Create<T>> batch : setup.batches(refused)) {
      here.addAll(setup.store(to).locate(batch).keySet());
    }
    List<Step<T>> steps = new ArrayList<>();
    for (int i = 0; i < refused.size(); i++) {
      Effect.Create<T> create = refused.get(i);
      Replica<T> item = Objects.requireNonNull(sources.get(create.stamp().link()));
      String uid = setup.identities().uid(source, item.id());
      if (here.contains(create.stamp()) || uid.equals(create.uid())) {
        executor.giveUp(taken.get(i));
      } else {
        steps.add(drafter.create(setup.identities().newLink(), to, item, uid));
      }
    }
    executor.retry(steps);
  }

  void deleteExtras() {
    Side target = setup.target();
    if (target == null || strangers.extras().isEmpty()) {
      return;
    }
    boolean unsure =
        strangers.hasUnreadable(target.other())
            || survey.listing(target.other()).scope() == Listing.Scope.PARTIAL;
    String why =
        unsure
            ? "some items " + Words.in(target.other()) + " cannot be read: one could be this"
            : null;
    for (List<ItemId> batch : setup.batches(awake(target, strangers.extras()))) {
      Map<ItemId, Found<T>> found = bodies(target).read(batch);
      List<Step<T>> steps = new ArrayList<>();
      for (ItemId id : batch) {
        Found<T> answer = Objects.requireNonNull(found.get(id));
        if (answer instanceof Found.Present<T>(Replica<T> item)) {
          steps.add(drafter.extra(setup.identities().newLink(), target, item, why));
        } else {
          strangers.unusable(target, answer);
        }
      }
      executor.run(steps);
    }
  }
}
