package org.tandemsync.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/**
 * Moves items on the other side too, when somebody has moved them from one profile to another on
 * one side. Nothing is deleted before it has arrived. It may be ended at any instant: what has
 * arrived on both sides is found there, and then only the ledgers are left to be told.
 *
 * @param opened the ledger of the run, after which this is done
 */
record Moves(
    Stores stores,
    Ledgers ledgers,
    Leases leases,
    Neighbour self,
    Ledgers.Opened opened,
    ItemsKind kind,
    long run,
    RunListener listener) {

  private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

  /** So many are moved before the ledgers are told. */
  private static final int BATCH = 50;

  /**
   * What was done.
   *
   * @param done for each other profile and direction how many
   * @param links how many more the profile has in step; fewer, if more left than came
   * @param deleted copies of moves that do not go on
   * @param failed items that are as they were
   */
  record Outcome(List<RunReport.Moved> done, int links, int deleted, int failed) {
    static final Outcome NOTHING = new Outcome(List.of(), 0, 0, 0);

    Outcome plus(Outcome other) {
      return new Outcome(
          Stream.concat(done.stream(), other.done.stream()).toList(),
          links + other.links,
          deleted + other.deleted,
          failed + other.failed);
    }
  }

  /** What there is to do with one neighbour. */
  private record Work(List<Relocation> moves, List<Leftover> copies) {
    Work() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    List<Action> actions() {
      return Stream.<Action>concat(
              moves.stream().map(Relocation::action), copies.stream().map(Leftover::action))
          .toList();
    }
  }

  Outcome follow(Collection<Relocation> moves, Collection<Leftover> copies) {
    Map<Neighbour, Work> byNeighbour = new LinkedHashMap<>();
    for (Relocation one : moves) {
      Neighbour other = one.from().equals(self) ? one.to() : one.from();
      byNeighbour.computeIfAbsent(other, n -> new Work()).moves.add(one);
    }
    for (Leftover one : copies) {
      Neighbour other = one.from().equals(self) ? one.at() : one.from();
      byNeighbour.computeIfAbsent(other, n -> new Work()).copies.add(one);
    }
    Outcome sum = Outcome.NOTHING;
    for (Map.Entry<Neighbour, Work> with : byNeighbour.entrySet()) {
      sum = sum.plus(follow(with.getKey(), with.getValue()));
    }
    return sum;
  }

  private Outcome follow(Neighbour other, Work all) {
    return switch (leases.take(other.profile().name())) {
      case Leases.Taken taken -> failed(all.actions(), Runs.busy(other.profile(), taken));
      case Leases.Lease lease -> {
        try (Heartbeat _ = new Heartbeat(lease)) {
          yield follow(other, all, lease);
        } finally {
          giveBack(lease);
        }
      }
    };
  }

  private Outcome follow(Neighbour other, Work all, Leases.Lease lease) {
    try {
      Ledgers.Opened theirs = ledgers.open(other.key(), other.settings().fingerprint(), lease, run);
      return theirs.ledger().openIntents().isEmpty()
          ? batches(all.moves, theirs.ledger()).plus(delete(all.copies, theirs.ledger()))
          : failed(
              all.actions(),
              "the last run of profile '"
                  + other.profile().name()
                  + "' did not come to its end; its next one settles that");
    } catch (StoreException | CannotRun e) {
      return failed(all.actions(), String.valueOf(e.getMessage()));
    }
  }

  /** What was done is done, also if the disk is full by now: the next one takes it over. */
  private static void giveBack(Leases.Lease lease) {
    try {
      lease.close();
    } catch (CannotRun e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private Outcome batches(List<Relocation> all, Ledger<Item> theirs) {
    Outcome sum = Outcome.NOTHING;
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Relocation> batch = all.subList(from, Math.min(all.size(), from + BATCH));
      for (boolean away : new boolean[] {true, false}) {
        List<Relocation> oneWay =
            batch.stream().filter(r -> r.from().equals(self) == away).toList();
        if (!oneWay.isEmpty()) {
          Ledger<Item> mine = opened.ledger();
          Outcome one = batch(oneWay, away ? mine : theirs, away ? theirs : mine);
          sum = sum.plus(new Outcome(one.done, away ? -one.links : one.links, 0, one.failed));
        }
      }
    }
    return sum;
  }

  private Outcome delete(List<Leftover> all, Ledger<Item> theirs) {
    Unmaking unmaking = new Unmaking(stores, kind, listener);
    Ledger<Item> mine = opened.ledger();
    Outcome sum = Outcome.NOTHING;
    for (boolean here : new boolean[] {true, false}) {
      List<Leftover> oneWay = all.stream().filter(l -> l.at().equals(self) == here).toList();
      if (!oneWay.isEmpty()) {
        sum = sum.plus(unmaking.delete(oneWay, here ? theirs : mine, here ? mine : theirs));
      }
    }
    return sum;
  }

  private Outcome failed(List<? extends Action> all, String why) {
    all.forEach(one -> listener.failed(one, why));
    return new Outcome(List.of(), 0, 0, all.size());
  }

  /** Those of one direction: what is as it was seen is moved, and the ledgers are told. */
  private Outcome batch(List<Relocation> all, Ledger<Item> from, Ledger<Item> to) {
    Map<Relocation, String> trouble = new HashMap<>();
    Map<Relocation, ItemId> arrived = new HashMap<>();
    try {
      move(all, from, to, arrived, trouble);
    } catch (StoreException | CannotRun e) {
      return failed(all.stream().map(Relocation::action).toList(), String.valueOf(e.getMessage()));
    }
    int moved = 0;
    for (Relocation one : all) {
      String why = trouble.get(one);
      if (why == null) {
        why = handOver(one, from, to, arrived.get(one));
      }
      if (why == null) {
        listener.done(one.action());
        moved++;
      } else {
        listener.failed(one.action(), why);
      }
    }
    boolean away = all.getFirst().from().equals(self);
    Neighbour other = away ? all.getFirst().to() : all.getFirst().from();
    return new Outcome(
        moved == 0 ? List.of() : List.of(new RunReport.Moved(other.profile().name(), away, moved)),
        moved,
        0,
        all.size() - moved);
  }

  private void move(
      List<Relocation> all,
      Ledger<Item> from,
      Ledger<Item> to,
      Map<Relocation, ItemId> arrived,
      Map<Relocation, String> trouble) {
    Map<Relocation, Replica<Item>> sources = new HashMap<>();
    compare(all, from, to, trouble);
    for (Side side : Side.values()) {
      look(side, all, trouble, sources);
    }
    for (Side side : Side.values()) {
      List<Relocation> toMove =
          all.stream().filter(r -> r.missing().contains(side) && !trouble.containsKey(r)).toList();
      if (!toMove.isEmpty()) {
        move(side, toMove, sources, to, arrived, trouble);
      }
    }
  }

  /** Why it cannot be handed over, or null: what was moved is found in the next run then. */
  private @Nullable String handOver(
      Relocation one, Ledger<Item> from, Ledger<Item> to, @Nullable ItemId moved) {
    try {
      ledgers.handOver(from, to, handedOver(one, moved));
      return null;
    } catch (CannotRun e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** What both sides held stays known; only the places are others, and both are to be looked at. */
  private static Link<Item> handedOver(Relocation one, @Nullable ItemId moved) {
    Link<Item> link = one.link();
    return new Link<>(
        link.id(),
        at(link.left(), one.arrived(Side.LEFT), moved),
        at(link.right(), one.arrived(Side.RIGHT), moved),
        link.nextWrite(),
        null,
        link.reworded());
  }

  private static LinkSide<Item> at(
      LinkSide<Item> side, @Nullable ItemId arrived, @Nullable ItemId moved) {
    ItemId id = arrived == null ? Objects.requireNonNull(moved) : arrived;
    return new LinkSide<>(id, null, side.uid(), side.base(), side.birthmark());
  }

  // ---- looking once more ----

  /** The other profile may have run since the run has asked for what it knows. */
  private static void compare(
      List<Relocation> all, Ledger<Item> from, Ledger<Item> to, Map<Relocation, String> trouble) {
    Map<LinkId, Link<Item>> now = from.links(all.stream().map(r -> r.link().id()).toList());
    Map<Side, Set<ItemId>> linked = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      linked.put(side, new HashSet<>());
    }
    to.heads().forEach(head -> linked.forEach((side, ids) -> ids.add(head.side(side).id())));
    for (Relocation one : all) {
      Link<Item> link = now.get(one.link().id());
      boolean same =
          link != null
              && link.writes() == one.link().writes()
              && link.left().id().equals(one.id(Side.LEFT))
              && link.right().id().equals(one.id(Side.RIGHT));
      boolean taken =
          linked.entrySet().stream()
              .anyMatch(ids -> ids.getValue().contains(one.arrived(ids.getKey())));
      if (!same || taken) {
        trouble.put(one, "the other profile has taken it up in the meantime");
      }
    }
  }

  /** Both ends of each item on one side; the engine looked before it wrote, and some time ago. */
  private void look(
      Side side,
      List<Relocation> all,
      Map<Relocation, String> trouble,
      Map<Relocation, Replica<Item>> sources) {
    Relocation any = all.getFirst();
    try (Store<Item> from = any.from().open(side, stores);
        Store<Item> to = any.to().open(side, stores)) {
      Map<ItemId, Found<Item>> old = read(from, all.stream().map(r -> r.id(side)).toList());
      Map<ItemId, Found<Item>> there =
          read(
              to,
              all.stream().flatMap(r -> Optional.ofNullable(r.arrived(side)).stream()).toList());
      for (Relocation one : all) {
        Found<Item> before = Objects.requireNonNull(old.get(one.id(side)));
        ItemId arrived = one.arrived(side);
        if (arrived != null) {
          if (!(there.get(arrived) instanceof Found.Present) || !(before instanceof Found.Absent)) {
            trouble.put(one, "somebody moved it once more " + in(side));
          }
        } else if (before instanceof Found.Present<Item>(Replica<Item> source)) {
          // as it is now: an edit goes with it, and is told from the base that is handed over
          if (source.revision() == null) {
            trouble.put(one, "it cannot be told " + in(side) + " whether somebody edits it");
          } else {
            sources.put(one, source);
          }
        } else {
          trouble.put(one, "it was moved or deleted " + in(side) + " as well");
        }
      }
    }
  }

  private static String in(Side side) {
    return side == Side.LEFT ? "in Outlook" : "on the server";
  }

  private static Map<ItemId, Found<Item>> read(Store<Item> store, List<ItemId> ids) {
    Map<ItemId, Found<Item>> found = new HashMap<>();
    if (!ids.isEmpty()) {
      store.read(ids).forEach(answer -> found.put(answer.id(), answer));
    }
    return found;
  }

  // ---- moving ----

  private void move(
      Side side,
      List<Relocation> all,
      Map<Relocation, Replica<Item>> sources,
      Ledger<Item> ledger,
      Map<Relocation, ItemId> arrived,
      Map<Relocation, String> trouble) {
    Relocation any = all.getFirst();
    List<Stores.Moving> moving =
        all.stream()
            .map(one -> new Stores.Moving(one.id(side), Carrying.revision(one, sources)))
            .toList();
    List<Written> outcomes = stores.move(any.from().place(side), any.to().place(side), moving);
    List<Relocation> notDone = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Relocation one = all.get(i);
      switch (outcomes.get(i)) {
        case Written.Done done -> arrived.put(one, done.id());
        case Written.NotDone _ when side == Side.RIGHT -> notDone.add(one);
        case Written.Exists _ when side == Side.RIGHT -> notDone.add(one); // perhaps it was we
        case Written.NotDone(String reason) -> trouble.put(one, reason);
        case Written.Refused(String reason) -> trouble.put(one, reason);
        case Written.Unknown(String reason) -> trouble.put(one, reason);
        case Written.Exists exists -> trouble.put(one, exists.reason());
        case Written.Stale _ -> trouble.put(one, "it was changed " + in(side) + " as well");
        case Written.Gone _ -> trouble.put(one, "it was moved or deleted " + in(side) + " as well");
      }
    }
    if (!notDone.isEmpty()) {
      carry(notDone, sources, ledger, arrived, trouble);
    }
  }

  /** By a copy, where the server does not move. */
  private void carry(
      List<Relocation> all,
      Map<Relocation, Replica<Item>> sources,
      Ledger<Item> ledger,
      Map<Relocation, ItemId> arrived,
      Map<Relocation, String> trouble) {
    Relocation any = all.getFirst();
    Set<ItemId> linked = new HashSet<>();
    ledger.heads().forEach(head -> linked.add(head.right().id()));
    try (Store<Item> from = any.from().open(Side.RIGHT, stores);
        Store<Item> to = any.to().open(Side.RIGHT, stores)) {
      new Carrying(kind, from, to, linked).carry(all, sources, arrived, trouble);
    }
  }
}
