package org.tandemsync.services;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Neighbours;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.StoreException;

/**
 * New items of a profile that were moved to it from one of its neighbours, also those that are on
 * both sides already: then the resource is a copy that a move left that did not come to its end, or
 * it was moved on both sides.
 */
record Arrivals(
    Neighbour self,
    Ledgers ledgers,
    MovedResources resources,
    Relocations relocations,
    EmptiedCollections emptied) {

  // ---- on one side ----

  void inOutlook(NeighbourLedger one, List<Replica<Item>> news, Map<ItemId, Action> moved) {
    Map<ItemId, Link<Item>> links = leftAs(one, news);
    List<Replica<Item>> known =
        news.stream()
            .filter(item -> links.containsKey(item.id()) && !moved.containsKey(item.id()))
            .toList();
    Map<ItemId, Found<Item>> originals;
    Map<LinkId, ItemId> arrived;
    Neighbour asked = one.neighbour();
    try {
      originals = resources.originals(one.neighbour(), links.values());
      asked = self;
      arrived = arrived(links.values(), originals);
    } catch (StoreException e) {
      for (Replica<Item> item : known) {
        moved.put(item.id(), inDoubt(one, asked, ItemIds.of(Side.LEFT, item.id()), item, e));
      }
      return;
    }
    for (Replica<Item> item : known) {
      Link<Item> link = Objects.requireNonNull(links.get(item.id()));
      Action action = follow(one, item, link, originals, arrived.get(link.id()));
      if (action != null) {
        moved.put(item.id(), action);
      }
    }
  }

  /** Null if it was deleted on the server: then it stays, as new as it looks. */
  private @Nullable Action follow(
      NeighbourLedger one,
      Replica<Item> item,
      Link<Item> link,
      Map<ItemId, Found<Item>> originals,
      @Nullable ItemId arrived) {
    return switch (Objects.requireNonNull(originals.get(link.right().id()))) {
      case Found.Present<Item> _ ->
          relocations.follow(one.neighbour(), self, null, link, item.id(), null, Side.LEFT);
      case Found.Absent<Item> _ ->
          arrived == null
              ? gone(one, ItemIds.of(Side.LEFT, item.id()), item)
              : relocations.follow(
                  one.neighbour(), self, null, link, item.id(), arrived, Side.LEFT);
      case Found.Foreign<Item> _ -> null;
      case Found.Unreadable<Item> broken ->
          inDoubt(one, one.neighbour(), ItemIds.of(Side.LEFT, item.id()), item, broken.reason());
    };
  }

  /** Where those are that the neighbour has lost on the server too. */
  private Map<LinkId, ItemId> arrived(
      Collection<Link<Item>> links, Map<ItemId, Found<Item>> originals) {
    List<Link<Item>> lost =
        links.stream()
            .filter(link -> originals.get(link.right().id()) instanceof Found.Absent)
            .toList();
    return lost.isEmpty() ? Map.of() : resources.arrived(own(), lost);
  }

  private NeighbourLedger own() {
    return NeighbourLedger.of(self, ledgers.view(self.key(), self.settings().fingerprint()), null);
  }

  void onServer(NeighbourLedger one, List<Replica<Item>> news, Map<ItemId, Action> moved) {
    Map<Replica<Item>, LinkHead> heads = resources.knownAs(one, news);
    heads.entrySet().removeIf(known -> isTaken(known.getKey(), known.getValue(), moved));
    try {
      Map<Replica<Item>, LinkHead> gone = resources.moved(one, heads);
      Map<LinkId, Link<Item>> links = links(one, List.copyOf(gone.values()));
      gone.forEach(
          (item, head) ->
              moved.computeIfAbsent(
                  item.id(),
                  id ->
                      relocations.follow(
                          one.neighbour(),
                          self,
                          null,
                          Objects.requireNonNull(links.get(head.id())),
                          null,
                          id,
                          Side.RIGHT)));
    } catch (StoreException e) {
      heads
          .keySet()
          .forEach(
              item ->
                  moved.put(
                      item.id(),
                      inDoubt(one, one.neighbour(), ItemIds.of(Side.RIGHT, item.id()), item, e)));
    }
  }

  /** A copy of what came here in Outlook is that item, also where people would not think so. */
  private boolean isTaken(Replica<Item> item, LinkHead head, Map<ItemId, Action> moved) {
    Relocation known = relocations.of(head.id());
    boolean taken = known != null && known.to().equals(self) && known.left() != null;
    if (known != null && taken) {
      moved.putIfAbsent(item.id(), known.action());
    }
    return taken;
  }

  // ---- on both ----

  /**
   * Two new items that would be linked. If they are an item of the neighbour, it is to be handed
   * over with what both sides held: then an edit is told from what is old, and its original does
   * not come back.
   */
  void onBoth(NeighbourLedger one, List<Neighbours.Both<Item>> pairs, Map<ItemId, Action> moved) {
    Map<ItemId, Link<Item>> links = bothAs(one, pairs);
    List<Neighbours.Both<Item>> known =
        pairs.stream()
            .filter(pair -> links.containsKey(pair.left().id()))
            .filter(pair -> !moved.containsKey(pair.left().id()))
            .toList();
    Map<ItemId, Found<Item>> originals;
    try {
      originals = resources.originals(one.neighbour(), links.values());
    } catch (StoreException e) {
      for (Neighbours.Both<Item> pair : known) {
        moved.put(pair.left().id(), inDoubt(one, one.neighbour(), ids(pair), pair.left(), e));
      }
      return;
    }
    for (Neighbours.Both<Item> pair : known) {
      Link<Item> link = Objects.requireNonNull(links.get(pair.left().id()));
      switch (Objects.requireNonNull(originals.get(link.right().id()))) {
        case Found.Present<Item> _ -> moved.put(pair.left().id(), follow(one, link, pair, null));
        case Found.Absent<Item> _ -> {
          Action doubt = gone(one, ids(pair), pair.left());
          moved.put(
              pair.left().id(), doubt == null ? follow(one, link, pair, pair.right().id()) : doubt);
        }
        case Found.Foreign<Item> _ -> {}
        case Found.Unreadable<Item> broken ->
            moved.put(
                pair.left().id(),
                inDoubt(one, one.neighbour(), ids(pair), pair.left(), broken.reason()));
      }
    }
  }

  private static ItemIds ids(Neighbours.Both<Item> pair) {
    return new ItemIds(pair.left().id(), pair.right().id());
  }

  /** The links of which both ends of a pair are, by the id of the left one. */
  private Map<ItemId, Link<Item>> bothAs(NeighbourLedger one, List<Neighbours.Both<Item>> pairs) {
    Map<ItemId, Link<Item>> links = leftAs(one, pairs.stream().map(Neighbours.Both::left).toList());
    if (links.isEmpty()) {
      return links;
    }
    Map<Replica<Item>, LinkHead> rights =
        resources.knownAs(one, pairs.stream().map(Neighbours.Both::right).toList());
    for (Neighbours.Both<Item> pair : pairs) {
      Link<Item> link = links.get(pair.left().id());
      LinkHead head = rights.get(pair.right());
      if (link != null && (head == null || !head.id().equals(link.id()))) {
        links.remove(pair.left().id());
      }
    }
    return links;
  }

  /**
   * Where the original is there still, what is here is a copy, and is looked at when it is moved.
   */
  private Action follow(
      NeighbourLedger one, Link<Item> link, Neighbours.Both<Item> pair, @Nullable ItemId arrived) {
    return relocations.follow(
        one.neighbour(), self, null, link, pair.left().id(), arrived, Side.LEFT);
  }

  // ---- what the neighbour knows ----

  /** What has an id of the file is in one folder only. */
  private static Map<ItemId, Link<Item>> leftAs(NeighbourLedger one, List<Replica<Item>> news) {
    Map<Replica<Item>, LinkHead> heads = new LinkedHashMap<>();
    for (Replica<Item> item : news) {
      LinkHead head = one.byLeft().get(item.id());
      if (head != null) {
        heads.put(item, head);
      }
    }
    Map<LinkId, Link<Item>> links = links(one, List.copyOf(heads.values()));
    Map<ItemId, Link<Item>> same = new HashMap<>();
    heads.forEach(
        (item, head) -> {
          Link<Item> link = Objects.requireNonNull(links.get(head.id()));
          if (NeighbourLedger.isSame(link.left(), item)) {
            same.put(item.id(), link);
          }
        });
    return same;
  }

  private static Map<LinkId, Link<Item>> links(NeighbourLedger one, List<LinkHead> heads) {
    return heads.isEmpty()
        ? Map.of()
        : one.opened().ledger().links(heads.stream().map(LinkHead::id).toList());
  }

  private Action inDoubt(
      NeighbourLedger from, Neighbour asked, ItemIds ids, Replica<Item> item, StoreException e) {
    return inDoubt(from, asked, ids, item, String.valueOf(e.getMessage()));
  }

  /**
   * What is absent from a collection that has lost all may be where it always was, and be deleted
   * as the original of what is made here; else null.
   */
  private @Nullable Action gone(NeighbourLedger from, ItemIds ids, Replica<Item> item) {
    String none = emptied.none(from.neighbour());
    return none == null
        ? null
        : held(from, ids, item, ", which " + none + "; it waits until that is confirmed");
  }

  /**
   * If it was moved and is made anew, what only one side has of it is lost.
   *
   * @param asked whose collection does not tell
   */
  private Action inDoubt(
      NeighbourLedger from, Neighbour asked, ItemIds ids, Replica<Item> item, String why) {
    return held(
        from,
        ids,
        item,
        (asked.equals(self) ? ", and " + self.name(Side.RIGHT) : ", which")
            + " cannot be looked at now: "
            + why);
  }

  private Action held(NeighbourLedger from, ItemIds ids, Replica<Item> item, String why) {
    return new Action.Hold(
        Side.LEFT,
        Action.HoldReason.MOVED,
        ids,
        self.kind().title(item.item()),
        "it may have been moved from " + from.neighbour().name(Side.RIGHT) + why);
  }
}
