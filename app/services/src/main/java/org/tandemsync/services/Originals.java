package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;

/**
 * What copies were made from, as it is now. A copy is only deleted without {@code --force} if a
 * sync can make it again: it may be the last one.
 *
 * @param side where the originals are
 */
record Originals(Store<Item> store, Side side, Ledger<Item> ledger) {
  private static final String NEVER = ", so that no sync could make it again; --force deletes it";

  /** Why a sync cannot make them again, of those copies of which that is so. */
  Map<LinkId, String> missing(List<Link<Item>> copies) {
    Map<LinkId, String> missing = new HashMap<>();
    if (copies.isEmpty()) {
      return missing;
    }
    List<Found<Item>> found =
        store.read(copies.stream().map(copy -> copy.side(side).id()).toList());
    List<Link<Item>> gone = new ArrayList<>();
    for (int i = 0; i < copies.size(); i++) {
      Link<Item> copy = copies.get(i);
      switch (found.get(i)) {
        case Found.Present<Item> _ -> {}
        case Found.Absent<Item> _ -> gone.add(copy);
        case Found.Foreign<Item> _ ->
            missing.put(copy.id(), "what it was made from is no item of this profile now" + NEVER);
        case Found.Unreadable<Item> broken ->
            missing.put(
                copy.id(),
                "what it was made from cannot be read (" + broken.reason() + ")" + NEVER);
      }
    }
    Map<LinkId, ItemId> elsewhere = elsewhere(gone);
    for (Link<Item> copy : gone) {
      if (!elsewhere.containsKey(copy.id())) {
        missing.put(
            copy.id(),
            "what it was made from is not there any more: this is the last one; --force deletes"
                + " it");
      }
    }
    return missing;
  }

  /** One that got another id since has its UID still. */
  private Map<LinkId, ItemId> elsewhere(List<Link<Item>> gone) {
    List<Effect.Create<Item>> asked = new ArrayList<>();
    for (Link<Item> copy : gone) {
      LinkSide<Item> original = copy.side(side);
      if (!original.uid().isEmpty()) {
        asked.add(
            new Effect.Create<>(
                original.uid(), original.base(), new Stamp(copy.id(), copy.nextWrite()), ""));
      }
    }
    Map<LinkId, ItemId> elsewhere = new HashMap<>();
    if (!asked.isEmpty()) {
      Map<Stamp, Replica<Item>> located = store.locate(asked);
      located.forEach((stamp, item) -> elsewhere.put(stamp.link(), item.id()));
      // another item may have the same UID, and a copy of its own
      ledger
          .heads()
          .forEach(
              head ->
                  elsewhere
                      .entrySet()
                      .removeIf(
                          one ->
                              head.side(side).id().equals(one.getValue())
                                  && !head.id().equals(one.getKey())));
    }
    return elsewhere;
  }
}
