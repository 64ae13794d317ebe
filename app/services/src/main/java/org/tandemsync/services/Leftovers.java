package org.tandemsync.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/**
 * Finds the copies of moves that do not go on, before they are taken for new items. What cannot be
 * told to be one is new.
 */
final class Leftovers {
  private static final String WAITS =
      "; it is deleted when that profile can follow moves, or delete it there yourself";

  private final Neighbour self;
  private final Ledgers ledgers;
  private final MovedResources resources;
  private final Relocations relocations;
  private final Stores stores;
  private final Map<LinkId, Leftover> found = new LinkedHashMap<>();

  /** What is new with each neighbour and has a stamp: asked once, as it may be much. */
  private final Map<Neighbour, Map<LinkId, Replica<Item>>> stampedAt = new HashMap<>();

  Leftovers(
      Neighbour self,
      Ledgers ledgers,
      MovedResources resources,
      Relocations relocations,
      Stores stores) {
    this.self = self;
    this.ledgers = ledgers;
    this.resources = resources;
    this.relocations = relocations;
    this.stores = stores;
  }

  /** Those that are to be deleted. */
  Collection<Leftover> found() {
    return found.values();
  }

  /**
   * New resources of which the neighbour has the original, and no move goes on from them. Where
   * there is an obstacle they wait: a second item would be no better.
   */
  void amongNew(NeighbourLedger one, List<Replica<Item>> news, Map<ItemId, Action> moved) {
    Map<LinkId, Replica<Item>> stamped = stamped(news, moved);
    List<Link<Item>> untold = untold(one.opened().ledger(), stamped);
    try {
      note(one.neighbour(), self, one.obstacle(), untold, stamped)
          .forEach(
              (link, action) -> moved.put(Objects.requireNonNull(stamped.get(link)).id(), action));
    } catch (StoreException e) {
      String from = one.neighbour().name(Side.RIGHT);
      inDoubt(from + ", which cannot be looked at now: " + e.getMessage(), untold, stamped, moved);
    }
  }

  /** Those that may be copies of what a profile has that cannot be opened. */
  void amongNew(Profile profile, String why, List<Replica<Item>> news, Map<ItemId, Action> moved) {
    Map<LinkId, Replica<Item>> stamped = stamped(news, moved);
    if (!stamped.isEmpty()) {
      String from = "profile '" + profile.name() + "', which cannot be opened now: " + why;
      self.lastLedgerOf(profile, ledgers)
          .ifPresent(ledger -> inDoubt(from, untold(ledger, stamped), stamped, moved));
    }
  }

  private Map<LinkId, Replica<Item>> stamped(List<Replica<Item>> news, Map<ItemId, Action> moved) {
    Map<LinkId, Replica<Item>> stamped = new LinkedHashMap<>();
    for (Replica<Item> item : news) {
      Stamp stamp = item.stamp();
      if (stamp != null && !moved.containsKey(item.id()) && relocations.of(stamp.link()) == null) {
        stamped.putIfAbsent(stamp.link(), item);
      }
    }
    return stamped;
  }

  /**
   * Copies, with a neighbour, of what is deleted in Outlook: they go first. Where it cannot be
   * asked for them nothing waits for that.
   */
  void ofDeleted(NeighbourLedger one, List<Link<Item>> deleted, Map<LinkId, Action> moved) {
    Map<LinkId, Link<Item>> links = new HashMap<>();
    deleted.forEach(link -> links.put(link.id(), link));
    Map<LinkId, Replica<Item>> there =
        stampedAt.computeIfAbsent(one.neighbour(), _ -> stamped(one));
    try {
      moved.putAll(note(self, one.neighbour(), null, untold(links, there), there));
    } catch (StoreException e) {
      return;
    }
  }

  private Map<LinkId, Replica<Item>> stamped(NeighbourLedger one) {
    Map<LinkId, Replica<Item>> there = new LinkedHashMap<>();
    try (Store<Item> store = one.neighbour().open(Side.RIGHT, stores)) {
      for (Found<Item> answer : store.read(MovedResources.news(one, store))) {
        if (answer instanceof Found.Present<Item>(Replica<Item> item)) {
          Stamp stamp = item.stamp();
          if (stamp != null) {
            there.putIfAbsent(stamp.link(), item);
          }
        }
      }
    } catch (StoreException e) {
      return Map.of();
    }
    return there;
  }

  private static List<Link<Item>> untold(Ledger<Item> ledger, Map<LinkId, Replica<Item>> stamped) {
    return stamped.isEmpty()
        ? List.of()
        : untold(ledger.links(List.copyOf(stamped.keySet())), stamped);
  }

  private static List<Link<Item>> untold(
      Map<LinkId, Link<Item>> links, Map<LinkId, Replica<Item>> stamped) {
    List<Link<Item>> untold = new ArrayList<>();
    stamped.forEach(
        (id, copy) -> {
          Link<Item> link = links.get(id);
          if (link != null && Leftover.isUntold(link, copy.stamp())) {
            untold.add(link);
          }
        });
    return untold;
  }

  private Map<LinkId, Action> note(
      Neighbour from,
      Neighbour at,
      @Nullable String obstacle,
      List<Link<Item>> untold,
      Map<LinkId, Replica<Item>> stamped) {
    Map<ItemId, Found<Item>> originals = resources.originals(from, untold);
    Map<LinkId, Action> noted = new LinkedHashMap<>();
    for (Link<Item> link : untold) {
      Replica<Item> copy = Objects.requireNonNull(stamped.get(link.id()));
      switch (Objects.requireNonNull(originals.get(link.right().id()))) {
        case Found.Present<Item>(Replica<Item> original) -> {
          if (Leftover.isOne(from.kind(), link, copy, original)) {
            noted.put(link.id(), deleted(from, at, obstacle, link, copy));
          }
        }
        case Found.Unreadable<Item> original -> {
          if (at.equals(self)) {
            String why = ", where its original cannot be read now: " + original.reason();
            noted.put(link.id(), held(from, at, link, copy.id(), why));
          }
        }
        case Found.Absent<Item> _, Found.Foreign<Item> _ -> {}
      }
    }
    return noted;
  }

  private Action deleted(
      Neighbour from,
      Neighbour at,
      @Nullable String obstacle,
      Link<Item> link,
      Replica<Item> copy) {
    if (obstacle != null) {
      return held(from, at, link, copy.id(), ", " + obstacle + WAITS);
    }
    if (Leftover.mayInform(at, copy)) {
      return held(from, at, link, copy.id(), "; " + Leftover.INFORMS);
    }
    Action.DeleteExtra action = action(from, at, link, copy);
    found.put(link.id(), new Leftover(from, at, link, copy.id(), action));
    return action;
  }

  /** The item, which is deleted in Outlook, waits as well: it would come back with the copy. */
  private Action held(Neighbour from, Neighbour at, Link<Item> link, ItemId copy, String why) {
    return new Action.Hold(
        at.equals(self) ? Side.LEFT : Side.RIGHT,
        Action.HoldReason.MOVED,
        at.equals(self) ? ItemIds.of(Side.RIGHT, copy) : ItemIds.of(link),
        self.kind().title(link.left().base()),
        copyOf(from, at) + why);
  }

  private void inDoubt(
      String from,
      List<Link<Item>> untold,
      Map<LinkId, Replica<Item>> stamped,
      Map<ItemId, Action> moved) {
    for (Link<Item> link : untold) {
      ItemId copy = Objects.requireNonNull(stamped.get(link.id())).id();
      moved.put(
          copy,
          new Action.Hold(
              Side.LEFT,
              Action.HoldReason.MOVED,
              ItemIds.of(Side.RIGHT, copy),
              self.kind().title(link.left().base()),
              "it may be a copy that was left when it was being moved here from " + from));
    }
  }

  private Action.DeleteExtra action(
      Neighbour from, Neighbour at, Link<Item> link, Replica<Item> copy) {
    return new Action.DeleteExtra(
        Side.RIGHT,
        copy.id(),
        self.kind().title(link.left().base()),
        copyOf(from, at)
            + (at.equals(self)
                ? ", where it still is"
                : "; the item itself is deleted by the next run"));
  }

  private String copyOf(Neighbour from, Neighbour at) {
    return "a copy that was left"
        + (at.equals(self) ? "" : " in " + at.name(Side.RIGHT))
        + " when it was being moved "
        + (from.equals(self) ? "there" : "here from " + from.name(Side.RIGHT));
  }
}
