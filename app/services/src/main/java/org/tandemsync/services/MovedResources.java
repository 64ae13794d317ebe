package org.tandemsync.services;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/**
 * Finds resources that were moved between two collections of one server: by their UID, or by our
 * stamp.
 *
 * @param self the settings of the profile that asks
 */
record MovedResources(RunSettings self, Stores stores) {
  /** More new resources than these are not read to find one that was moved. */
  private static final int READ_AT_MOST = 1_000;

  /** Which of these that the profile has lost are new at its neighbour. */
  Map<LinkId, ItemId> arrived(NeighbourLedger one, List<Link<Item>> lost) {
    Map<LinkId, ItemId> there = new HashMap<>();
    if (lost.isEmpty() || !one.neighbour().isOnServerOf(self)) {
      return there;
    }
    Map<String, LinkId> byUid = new HashMap<>();
    Set<LinkId> ids = new HashSet<>();
    for (Link<Item> link : lost) {
      byUid.put(link.right().uid(), link.id());
      ids.add(link.id());
    }
    byUid.remove("");
    ItemsKind kind = one.neighbour().kind();
    try (Store<Item> store = one.neighbour().open(Side.RIGHT, stores)) {
      for (Found<Item> answer : store.read(news(one, store))) {
        if (answer instanceof Found.Present<Item>(Replica<Item> item)
            && kind.includes(Side.RIGHT, item.item())) {
          LinkId link = known(item, ids, byUid);
          if (link != null) {
            there.putIfAbsent(link, item.id());
          }
        }
      }
    }
    return there;
  }

  private static @Nullable LinkId known(
      Replica<Item> item, Set<LinkId> ids, Map<String, LinkId> byUid) {
    Stamp stamp = item.stamp();
    return stamp != null && ids.contains(stamp.link())
        ? stamp.link()
        : byUid.get(item.item().uid());
  }

  /** What is new there, as far as it is little enough to be read. */
  static List<ItemId> news(NeighbourLedger one, Store<Item> store) {
    Ledger<Item> ledger = one.opened().ledger();
    Set<ItemId> passed = new HashSet<>();
    ledger.passedOver(Side.RIGHT).forEach(p -> passed.add(p.id()));
    List<ItemId> news =
        store.list(ledger.checkpoint(Side.RIGHT).orElse(null)).rows().stream()
            .map(Listing.Row::id)
            .filter(id -> !one.byRight().containsKey(id) && !passed.contains(id))
            .toList();
    if (news.size() > READ_AT_MOST && one.obstacle() == null) {
      throw new StoreException(
          StoreException.Reason.BUSY, "it has " + news.size() + " new items to take first");
    }
    return news.subList(0, Math.min(READ_AT_MOST, news.size()));
  }

  /** Which of these new ones the neighbour knew, there or as a copy. */
  Map<Replica<Item>, LinkHead> knownAs(NeighbourLedger one, List<Replica<Item>> news) {
    Map<Replica<Item>, LinkHead> heads = new LinkedHashMap<>();
    if (!one.neighbour().isOnServerOf(self)) {
      return heads;
    }
    Map<String, LinkId> byUid = new HashMap<>();
    Map<LinkId, LinkHead> byLink = new HashMap<>();
    for (LinkHead head : one.byRight().values()) {
      byUid.put(head.right().uid(), head.id());
      byLink.put(head.id(), head);
    }
    byUid.remove("");
    for (Replica<Item> item : news) {
      LinkId link = known(item, byLink.keySet(), byUid);
      if (link != null) {
        heads.put(item, Objects.requireNonNull(byLink.get(link)));
      }
    }
    return heads;
  }

  /**
   * Without those that are copies: what the neighbour knew is still there.
   *
   * @throws StoreException if that cannot be asked
   */
  Map<Replica<Item>, LinkHead> moved(NeighbourLedger one, Map<Replica<Item>, LinkHead> heads) {
    Map<Replica<Item>, LinkHead> moved = new LinkedHashMap<>(heads);
    if (!heads.isEmpty()) {
      Set<ItemId> absent = absent(one, heads.values().stream().map(h -> h.right().id()).toList());
      moved.values().removeIf(head -> !absent.contains(head.right().id()));
    }
    return moved;
  }

  private Set<ItemId> absent(NeighbourLedger one, List<ItemId> ids) {
    Set<ItemId> absent = new HashSet<>();
    for (Found<Item> answer : read(one.neighbour(), ids)) {
      if (answer instanceof Found.Absent<Item>) {
        absent.add(answer.id());
      }
    }
    return absent;
  }

  /**
   * What a profile still has of these on the server, by the ids that it knew.
   *
   * @throws StoreException if that cannot be asked
   */
  Map<ItemId, Found<Item>> originals(Neighbour one, Collection<Link<Item>> links) {
    Map<ItemId, Found<Item>> originals = new HashMap<>();
    if (!links.isEmpty()) {
      read(one, links.stream().map(link -> link.right().id()).distinct().toList())
          .forEach(answer -> originals.put(answer.id(), answer));
    }
    return originals;
  }

  private List<Found<Item>> read(Neighbour one, List<ItemId> ids) {
    try (Store<Item> store = one.open(Side.RIGHT, stores)) {
      return store.read(ids);
    }
  }
}
