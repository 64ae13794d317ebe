package org.tandemsync.services;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Projection;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;

/**
 * An item of Outlook and one of the server that belong to no pair, seem to be the same, and would
 * not be recognised by a sync.
 *
 * @param type null if none of them can be read
 * @param leftTitle what Outlook calls it; empty if it cannot be read
 * @param rightTitle what the server calls it; empty if it cannot be read
 * @param differing the fields in which they differ
 * @param declared whether somebody has declared already that they are the same
 */
public record AlikeAcross(
    Declared pair,
    @Nullable ItemType type,
    String leftTitle,
    String rightTitle,
    Set<String> differing,
    boolean declared) {

  /** A subject that so many items share tells nothing about any two of them. */
  private static final int MOST_ALIKE = 20;

  /** Finds them among items that a sync would neither find in step nor link by itself. */
  static final class Search {
    private final ItemsKind kind;
    private final Map<Side, Store<Item>> stores = new EnumMap<>(Side.class);
    private final Map<Side, Map<String, List<ItemId>>> keys = new EnumMap<>(Side.class);

    Search(ItemsKind kind, Store<Item> left, Store<Item> right) {
      this.kind = kind;
      stores.put(Side.LEFT, left);
      stores.put(Side.RIGHT, right);
    }

    /** Looks at items of a side. */
    void add(Side side, List<ItemId> ids) {
      Map<String, List<ItemId>> byKey = keys.computeIfAbsent(side, s -> new LinkedHashMap<>());
      for (int from = 0; from < ids.size(); from += Items.BATCH) {
        read(side, ids.subList(from, Math.min(ids.size(), from + Items.BATCH)))
            .forEach(
                (id, item) -> {
                  for (String key : Likeness.keys(item)) {
                    byKey.computeIfAbsent(item.type() + "\n" + key, k -> new ArrayList<>()).add(id);
                  }
                });
      }
    }

    /** One to one: of several that are possible those that differ least. */
    List<AlikeAcross> pairs() {
      Map<String, List<ItemId>> lefts = keys.getOrDefault(Side.LEFT, Map.of());
      Map<String, List<ItemId>> rights = keys.getOrDefault(Side.RIGHT, Map.of());
      Map<Declared, AlikeAcross> possible = new LinkedHashMap<>();
      List<Group> batch = new ArrayList<>();
      int size = 0;
      for (Map.Entry<String, List<ItemId>> entry : lefts.entrySet()) {
        List<ItemId> here = entry.getValue();
        List<ItemId> there = rights.getOrDefault(entry.getKey(), List.of());
        if (!there.isEmpty() && here.size() <= MOST_ALIKE && there.size() <= MOST_ALIKE) {
          batch.add(new Group(here, there));
          size += Math.max(here.size(), there.size());
          if (size >= Items.BATCH - MOST_ALIKE) {
            compare(batch, possible);
            batch.clear();
            size = 0;
          }
        }
      }
      compare(batch, possible);
      List<AlikeAcross> ordered = new ArrayList<>(possible.values());
      ordered.sort(Comparator.comparingInt(pair -> pair.differing().size()));
      List<AlikeAcross> pairs = new ArrayList<>();
      Set<ItemId> usedLeft = new HashSet<>();
      Set<ItemId> usedRight = new HashSet<>();
      for (AlikeAcross pair : ordered) {
        if (!usedLeft.contains(pair.pair().left()) && !usedRight.contains(pair.pair().right())) {
          usedLeft.add(pair.pair().left());
          usedRight.add(pair.pair().right());
          pairs.add(pair);
        }
      }
      return pairs;
    }

    /** Items that share a key. */
    private record Group(List<ItemId> left, List<ItemId> right) {}

    private void compare(List<Group> groups, Map<Declared, AlikeAcross> possible) {
      Map<ItemId, Item> lefts =
          read(Side.LEFT, groups.stream().flatMap(g -> g.left().stream()).distinct().toList());
      Map<ItemId, Item> rights =
          read(Side.RIGHT, groups.stream().flatMap(g -> g.right().stream()).distinct().toList());
      for (Group group : groups) {
        for (ItemId left : group.left()) {
          for (ItemId right : group.right()) {
            Declared pair = new Declared(left, right);
            Item here = lefts.get(left);
            Item there = rights.get(right);
            if (here != null && there != null && mayBe(here, there)) {
              possible.putIfAbsent(pair, of(pair, here, there, false));
            }
          }
        }
      }
    }

    private boolean mayBe(Item left, Item right) {
      return kind.mayBeOne(left, right)
          && Likeness.between(left, right)
          && (kind.includes(Side.LEFT, left) || kind.includes(Side.RIGHT, right));
    }

    /** What is declared already, as far as it is there. */
    List<AlikeAcross> declared(List<Declared> declared) {
      List<AlikeAcross> pairs = new ArrayList<>();
      for (Declared pair : declared) {
        Item left = read(Side.LEFT, List.of(pair.left())).get(pair.left());
        Item right = read(Side.RIGHT, List.of(pair.right())).get(pair.right());
        if (left != null && right != null && left.type() == right.type()) {
          pairs.add(of(pair, left, right, true));
        } else {
          Item one = left == null ? right : left;
          pairs.add(
              new AlikeAcross(
                  pair,
                  one == null ? null : one.type(),
                  left == null ? "" : kind.title(left),
                  right == null ? "" : kind.title(right),
                  Set.of(),
                  true));
        }
      }
      return pairs;
    }

    private AlikeAcross of(Declared pair, Item left, Item right, boolean declared) {
      Set<String> differing = new LinkedHashSet<>(Projection.EVERYTHING.differing(left, right));
      return new AlikeAcross(
          pair, left.type(), kind.title(left), kind.title(right), differing, declared);
    }

    private Map<ItemId, Item> read(Side side, List<ItemId> ids) {
      Map<ItemId, Item> read = new HashMap<>();
      if (ids.isEmpty()) {
        return read;
      }
      for (Found<Item> found : Objects.requireNonNull(stores.get(side)).read(ids)) {
        if (found instanceof Found.Present<Item>(Replica<Item> replica)) {
          read.put(replica.id(), replica.item());
        }
      }
      return read;
    }
  }
}
