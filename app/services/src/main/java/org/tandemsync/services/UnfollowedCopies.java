package org.tandemsync.services;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Neighbours;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException;

/**
 * Items that a person has moved here in Outlook, with a copy on the server that an interrupted run
 * has left, where the profile that has the original cannot follow now. To link the two would be to
 * forget the original, which would be deleted later with all that was edited in it.
 */
record UnfollowedCopies(Neighbour self, Ledgers ledgers, MovedResources resources) {

  /** Of a neighbour that can be looked at; without an original the two are all that there is. */
  void of(
      NeighbourLedger one,
      String obstacle,
      List<Neighbours.Both<Item>> pairs,
      Map<ItemId, Action> moved) {
    Map<ItemId, Link<Item>> copies = copies(one.opened().ledger(), pairs);
    String from = "moved in Outlook from " + one.neighbour().name(Side.LEFT) + ", " + obstacle;
    Map<ItemId, Found<Item>> originals;
    try {
      originals = resources.originals(one.neighbour(), copies.values());
    } catch (StoreException e) {
      hold(
          pairs, copies.keySet(), from + ", and cannot be looked at now: " + e.getMessage(), moved);
      return;
    }
    Set<ItemId> held = new HashSet<>();
    copies.forEach(
        (left, link) -> {
          switch (Objects.requireNonNull(originals.get(link.right().id()))) {
            case Found.Present<Item> _, Found.Unreadable<Item> _ -> held.add(left);
            case Found.Absent<Item> _, Found.Foreign<Item> _ -> {}
          }
        });
    String next =
        "; its original is still in "
            + one.neighbour().name(Side.RIGHT)
            + ", and is taken when that profile can follow the move";
    hold(pairs, held, from + next, moved);
  }

  /** Of a profile that cannot be opened. */
  void of(
      Profile profile, String why, List<Neighbours.Both<Item>> pairs, Map<ItemId, Action> moved) {
    self.lastLedgerOf(profile, ledgers)
        .ifPresent(
            ledger ->
                hold(
                    pairs,
                    copies(ledger, pairs).keySet(),
                    "moved in Outlook from profile '"
                        + profile.name()
                        + "', which cannot be opened now, and may have its original: "
                        + why,
                    moved));
  }

  /** The links of which a pair is the item and a copy of which no ledger knows. */
  private static Map<ItemId, Link<Item>> copies(
      Ledger<Item> ledger, List<Neighbours.Both<Item>> pairs) {
    Map<LinkId, Neighbours.Both<Item>> stamped = new HashMap<>();
    for (Neighbours.Both<Item> pair : pairs) {
      Stamp stamp = pair.right().stamp();
      if (stamp != null) {
        stamped.put(stamp.link(), pair);
      }
    }
    Map<ItemId, Link<Item>> copies = new HashMap<>();
    if (!stamped.isEmpty()) {
      ledger
          .links(List.copyOf(stamped.keySet()))
          .forEach(
              (id, link) -> {
                Neighbours.Both<Item> pair = Objects.requireNonNull(stamped.get(id));
                if (link.left().id().equals(pair.left().id())
                    && NeighbourLedger.isSame(link.left(), pair.left())
                    && Leftover.isUntold(link, pair.right().stamp())) {
                  copies.put(pair.left().id(), link);
                }
              });
    }
    return copies;
  }

  private void hold(
      List<Neighbours.Both<Item>> pairs, Set<ItemId> held, String why, Map<ItemId, Action> moved) {
    for (Neighbours.Both<Item> pair : pairs) {
      if (held.contains(pair.left().id())) {
        moved.putIfAbsent(
            pair.left().id(),
            new Action.Hold(
                Side.RIGHT,
                Action.HoldReason.MOVED,
                new ItemIds(pair.left().id(), pair.right().id()),
                self.kind().title(pair.left().item()),
                why));
      }
    }
  }
}
