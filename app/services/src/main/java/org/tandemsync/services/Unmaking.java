package org.tandemsync.services;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/**
 * Deletes copies of moves that do not go on. Both profiles are taken, and each copy and its
 * original are looked at once more: where that is not what was seen, the next run looks again.
 *
 * @param kind of the profiles, whose options are equal
 */
record Unmaking(Stores stores, ItemsKind kind, RunListener listener) {
  private static final String ELSE = "it was changed on the server just now, and is left alone";
  private static final String MOVED =
      "the item is where it was moved to in Outlook, and does not take part or cannot be read";

  /** All of one direction. */
  Moves.Outcome delete(List<Leftover> all, Ledger<Item> from, Ledger<Item> at) {
    int deleted = 0;
    Map<Leftover, String> why = trouble(all, from, at);
    for (Leftover one : all) {
      String trouble = why.get(one);
      if (trouble == null) {
        listener.done(one.action());
        deleted++;
      } else {
        listener.failed(one.action(), trouble);
      }
    }
    return new Moves.Outcome(List.of(), 0, deleted, all.size() - deleted);
  }

  private Map<Leftover, String> trouble(List<Leftover> all, Ledger<Item> from, Ledger<Item> at) {
    Map<LinkId, Link<Item>> links = from.links(all.stream().map(l -> l.link().id()).toList());
    Set<ItemId> linked = new HashSet<>();
    at.heads().forEach(head -> linked.add(head.right().id()));
    Map<Leftover, String> trouble = new HashMap<>();
    Leftover any = all.getFirst();
    try (Store<Item> folder = any.at().open(Side.LEFT, stores);
        Store<Item> old = any.from().open(Side.RIGHT, stores);
        Store<Item> copies = any.at().open(Side.RIGHT, stores)) {
      for (Leftover one : all) {
        Link<Item> link = links.get(one.link().id());
        String why =
            link == null || linked.contains(one.copy())
                ? ELSE
                : isIn(folder, link) ? MOVED : delete(one, link, old, copies);
        if (why != null) {
          trouble.put(one, why);
        }
      }
    } catch (StoreException e) {
      all.forEach(one -> trouble.putIfAbsent(one, String.valueOf(e.getMessage())));
    }
    return trouble;
  }

  /** Then it is a copy that the move needs, or all that can be read of the item. */
  private static boolean isIn(Store<Item> folder, Link<Item> link) {
    return switch (folder.read(List.of(link.left().id())).getFirst()) {
      case Found.Absent<Item> _ -> false;
      case Found.Present<Item>(Replica<Item> item) -> NeighbourLedger.isSame(link.left(), item);
      case Found.Foreign<Item> _, Found.Unreadable<Item> _ -> true;
    };
  }

  private @Nullable String delete(
      Leftover one, Link<Item> link, Store<Item> old, Store<Item> copies) {
    if (old.read(List.of(link.right().id())).getFirst()
            instanceof Found.Present<Item>(Replica<Item> original)
        && copies.read(List.of(one.copy())).getFirst()
            instanceof Found.Present<Item>(Replica<Item> copy)
        && copy.revision() != null
        && Leftover.isOne(kind, link, copy, original)) {
      if (Leftover.mayInform(one.at(), copy)) {
        return Leftover.INFORMS;
      }
      Written written =
          copies
              .write(List.of(new Effect.Delete<>(copy.id(), copy.revision(), one.action().title())))
              .getFirst();
      return written instanceof Written.Done || written instanceof Written.Gone
          ? null
          : Carrying.why(written);
    }
    return ELSE;
  }
}
