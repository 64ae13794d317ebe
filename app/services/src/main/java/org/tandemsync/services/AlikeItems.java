package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Projection;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemKind;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;

/**
 * Items of one side that a person takes for the same (subject and times; name and mail) and that
 * differ in some fields.
 *
 * @param differing the fields in which any two of them differ
 */
public record AlikeItems(
    Side side, ItemType type, String title, List<ItemId> ids, Set<String> differing) {
  public AlikeItems {
    ids = List.copyOf(ids);
  }

  /** The groups of one side, in the order of the listing. */
  static List<AlikeItems> of(ItemKind<Item> kind, Side side, Store<Item> store, Listing listing) {
    Map<String, List<ItemId>> byContent = new LinkedHashMap<>();
    for (List<ItemId> ids : Items.batches(listing)) {
      for (Found<Item> found : store.read(ids)) {
        if (found instanceof Found.Present<Item>(Replica<Item> replica)
            && kind.includes(side, replica.item())) {
          kind.contentKey(replica.item())
              .ifPresent(
                  key ->
                      byContent
                          .computeIfAbsent(
                              replica.item().type() + "\n" + key, k -> new ArrayList<>())
                          .add(replica.id()));
        }
      }
    }
    List<AlikeItems> groups = new ArrayList<>();
    for (List<ItemId> ids : byContent.values()) {
      if (ids.size() > 1) {
        group(kind, side, store, ids, groups);
      }
    }
    return groups;
  }

  private static void group(
      ItemKind<Item> kind,
      Side side,
      Store<Item> store,
      List<ItemId> ids,
      List<AlikeItems> groups) {
    List<Replica<Item>> items = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += Items.BATCH) {
      for (Found<Item> found :
          store.read(ids.subList(from, Math.min(ids.size(), from + Items.BATCH)))) {
        if (found instanceof Found.Present<Item>(Replica<Item> replica)) {
          items.add(replica);
        }
      }
    }
    Set<String> differing = new LinkedHashSet<>();
    for (Replica<Item> one : items) {
      differing.addAll(Projection.EVERYTHING.differing(items.getFirst().item(), one.item()));
    }
    if (!differing.isEmpty() && new HashSet<>(ids).size() > 1) {
      Item first = items.getFirst().item();
      groups.add(
          new AlikeItems(
              side,
              first.type(),
              kind.title(first),
              items.stream().map(Replica::id).toList(),
              differing));
    }
  }
}
