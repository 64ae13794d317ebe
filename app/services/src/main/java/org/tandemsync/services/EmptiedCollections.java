package org.tandemsync.services;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/**
 * Collections that have lost all that was in step. Such a one may be another place now, as the
 * directory on which a disk is not mounted, and what is moved there would be lost from view; the
 * guard keeps a run from making anything there, too. Folders of a data file are no places of their
 * own.
 */
final class EmptiedCollections {
  private final Ledgers ledgers;
  private final Stores stores;
  private final Map<Neighbour, Optional<String>> asked = new HashMap<>();

  EmptiedCollections(Ledgers ledgers, Stores stores) {
    this.ledgers = ledgers;
    this.stores = stores;
  }

  /** Why nothing is moved to the collection of this profile, or null. */
  @Nullable String why(Neighbour to) {
    String none = none(to);
    return none == null
        ? null
        : "and "
            + to.name(Side.RIGHT)
            + " "
            + none
            + "; nothing is moved there until that is confirmed";
  }

  /**
   * That the collection of this profile has lost all, in words, or null. What is absent there may
   * be where it always was.
   */
  @Nullable String none(Neighbour of) {
    return asked.computeIfAbsent(of, this::ask).orElse(null);
  }

  private Optional<String> ask(Neighbour to) {
    if (!to.settings().policy().guard().emptied()) {
      return Optional.empty();
    }
    Ledger<Item> ledger = ledgers.view(to.key(), to.settings().fingerprint()).ledger();
    Set<ItemId> linked = new HashSet<>();
    ledger.heads().forEach(head -> linked.add(head.right().id()));
    if (linked.size() < 2 || isDecided(ledger) || !hasLost(to, ledger, linked)) {
      return Optional.empty();
    }
    return Optional.of("has none of the " + linked.size() + " items that were in step");
  }

  /**
   * Whether somebody has said of each item what becomes of it. What was said of some of them was
   * perhaps said before the others were lost. An ignored one is never looked for.
   */
  private static boolean isDecided(Ledger<Item> ledger) {
    Set<ItemIds> decided = new HashSet<>();
    for (Held held : ledger.held()) {
      if (isOfLoss(held) && held.verdict() != Held.Verdict.WAITS) {
        decided.add(new ItemIds(held.left().id(), held.right().id()));
      }
    }
    Set<ItemIds> ignored = new HashSet<>();
    for (Quarantined one : ledger.quarantined()) {
      if (one.rest() == Quarantined.Rest.IGNORED) {
        ignored.add(new ItemIds(one.left().id(), one.right().id()));
      }
    }
    return !decided.isEmpty()
        && ledger.heads().stream()
            .map(head -> new ItemIds(head.left().id(), head.right().id()))
            .allMatch(ids -> decided.contains(ids) || ignored.contains(ids));
  }

  /** What follows from it that the server lacks an item: that was perhaps edited in Outlook. */
  private static boolean isOfLoss(Held held) {
    return switch (held.doing()) {
      case DELETE -> held.side() == Side.LEFT;
      case CREATE -> held.side() == Side.RIGHT;
      case FORGET -> true;
      case LINK, OVERWRITE -> false;
    };
  }

  /** One that cannot be listed cannot be moved to either; that is said then. */
  private boolean hasLost(Neighbour to, Ledger<Item> ledger, Set<ItemId> linked) {
    try (Store<Item> store = to.open(Side.RIGHT, stores)) {
      Listing listing = store.list(ledger.checkpoint(Side.RIGHT).orElse(null));
      return switch (listing.scope()) {
        case COMPLETE -> listing.rows().stream().noneMatch(row -> linked.contains(row.id()));
        case CHANGES -> listing.removed().containsAll(linked);
        case PARTIAL -> false;
      };
    } catch (StoreException e) {
      return false;
    }
  }
}
