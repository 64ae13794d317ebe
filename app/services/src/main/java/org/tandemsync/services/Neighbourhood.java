package org.tandemsync.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.ServerEndpoint;
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
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/**
 * The profiles with other folders of the same data file. In it an item keeps its id when it is
 * moved; on a server a moved resource is known by its UID or our stamp.
 */
final class Neighbourhood implements Neighbours<Item> {

  private final Neighbour self;
  private final ProfileSettings options;
  private final Stores stores;
  private final Ledgers ledgers;
  private final MovedResources resources;
  private final Relocations relocations;
  private final Arrivals arrivals;
  private final Leftovers leftovers;
  private final UnfollowedCopies copies;
  private final List<Unseen> unseen = new ArrayList<>();
  private final List<NeighbourLedger> known = new ArrayList<>();

  /** A neighbour that cannot be opened now, but whose folder can. */
  private record Unseen(Profile profile, Place folder, String why) {
    /** Whether what was moved on the server of a profile may be in its collection. */
    boolean mayHaveFrom(Profile other) {
      return switch (profile.server()) {
        case ServerEndpoint.Collection here ->
            other.server() instanceof ServerEndpoint.Collection there
                && here.account().equals(there.account());
        case ServerEndpoint.Directory _ -> other.server() instanceof ServerEndpoint.Directory;
      };
    }
  }

  Neighbourhood(Neighbour self, ProfileSettings options, Ledgers ledgers) {
    this.self = self;
    this.options = options;
    this.stores = options.stores();
    this.ledgers = ledgers;
    this.resources = new MovedResources(self.settings(), stores);
    EmptiedCollections emptied = new EmptiedCollections(ledgers, stores);
    this.relocations = new Relocations(self, emptied);
    this.arrivals = new Arrivals(self, ledgers, resources, relocations, emptied);
    this.copies = new UnfollowedCopies(self, ledgers, resources);
    this.leftovers = new Leftovers(self, ledgers, resources, relocations, stores);
  }

  /** What was found and can be followed. */
  Collection<Relocation> found() {
    return relocations.found();
  }

  /** Whether anything was found. */
  boolean hasWork() {
    return !found().isEmpty() || !leftovers().isEmpty();
  }

  /** Copies of moves that do not go on, to be deleted. */
  Collection<Leftover> leftovers() {
    return leftovers.found();
  }

  @Override
  public void meet() {
    if (known.isEmpty() && unseen.isEmpty() && isWritten(self)) {
      for (Profile profile : options.profiles().configuration().profiles()) {
        if (!profile.name().equals(self.profile().name()) && isNextTo(profile)) {
          look(profile);
        }
      }
    }
  }

  private static boolean isWritten(Neighbour one) {
    return one.settings().left().readOnly() == null && one.settings().right().readOnly() == null;
  }

  private boolean isNextTo(Profile other) {
    return self.profile().outlook() instanceof OutlookEndpoint.Pst here
        && other.outlook() instanceof OutlookEndpoint.Pst there
        && here.file().normalize().equals(there.file().normalize());
  }

  private void look(Profile profile) {
    try {
      RunSettings settings = options.freeze(profile);
      if (settings.family() != self.settings().family()
          || settings.left().identity().equals(self.settings().left().identity())
          || settings.right().identity().equals(self.settings().right().identity())) {
        return;
      }
      Neighbour neighbour = new Neighbour(profile, settings);
      Ledgers.Opened theirs = ledgers.view(neighbour.key(), settings.fingerprint());
      known.add(NeighbourLedger.of(neighbour, theirs, neighbour.obstacle(self.settings(), theirs)));
    } catch (StoreException | CannotRun e) {
      lookAtFolder(profile, String.valueOf(e.getMessage()));
    }
  }

  /** Its folder may be there all the same; a folder that is not there has nothing in it. */
  private void lookAtFolder(Profile profile, String why) {
    try {
      Endpoint left = options.profiles().configuration().left(profile);
      stores.knownPlaces(left, EnumSet.allOf(Family.class)).stream()
          .filter(folder -> !folder.identity().equals(self.settings().left().identity()))
          .forEach(folder -> unseen.add(new Unseen(profile, folder, why)));
    } catch (StoreException | CannotRun neither) {
      return;
    }
  }

  // ---- what is gone ----

  @Override
  public Map<LinkId, Action> wentTo(List<Gone<Item>> gone) {
    Map<LinkId, Action> moved = new LinkedHashMap<>();
    for (NeighbourLedger one : known) {
      List<Gone<Item>> still =
          gone.stream().filter(g -> !moved.containsKey(g.link().id())).toList();
      if (!still.isEmpty()) {
        wentTo(one, still, moved);
      }
    }
    for (Unseen one : unseen) {
      holdIn(one, lost(gone, Side.LEFT), moved);
      if (one.mayHaveFrom(self.profile())) {
        gone.stream()
            .filter(item -> item.lost().equals(Set.of(Side.RIGHT)))
            .forEach(
                item ->
                    moved.putIfAbsent(
                        item.link().id(),
                        inDoubt("profile '" + one.profile().name() + "'", item, one.why())));
      }
    }
    copiesOfDeleted(gone, moved);
    return moved;
  }

  /** What is deleted in Outlook would come back with a copy of which no ledger knows. */
  private void copiesOfDeleted(List<Gone<Item>> gone, Map<LinkId, Action> moved) {
    for (NeighbourLedger one : known) {
      List<Link<Item>> deleted =
          gone.stream()
              .filter(g -> g.lost().equals(Set.of(Side.LEFT)))
              .map(Gone::link)
              .filter(link -> !moved.containsKey(link.id()))
              .toList();
      if (one.obstacle() == null && !deleted.isEmpty()) {
        leftovers.ofDeleted(one, deleted, moved);
      }
    }
  }

  /** Nothing is deleted on the server before it has arrived where it was moved to. */
  private void holdIn(Unseen one, List<Link<Item>> lost, Map<LinkId, Action> moved) {
    lost.stream()
        .filter(link -> !moved.containsKey(link.id()))
        .filter(link -> isIn(one.folder(), link))
        .forEach(
            link ->
                moved.put(
                    link.id(),
                    new Action.Hold(
                        Side.RIGHT,
                        Action.HoldReason.MOVED,
                        ItemIds.of(link),
                        self.kind().title(link.left().base()),
                        "moved in Outlook to '"
                            + one.folder().name()
                            + "' of profile '"
                            + one.profile().name()
                            + "', which cannot be opened now: "
                            + one.why())));
  }

  private boolean isIn(Place folder, Link<Item> link) {
    try (Store<Item> store = stores.open(folder, self.settings().options())) {
      return store.read(List.of(link.left().id())).getFirst()
              instanceof Found.Present<Item>(Replica<Item> item)
          && NeighbourLedger.isSame(link.left(), item);
    }
  }

  private void wentTo(NeighbourLedger one, List<Gone<Item>> gone, Map<LinkId, Action> moved) {
    Map<LinkId, ItemId> lefts;
    Map<LinkId, ItemId> rights;
    try {
      lefts = newOnLeft(one, lost(gone, Side.LEFT));
      rights = resources.arrived(one, lost(gone, Side.RIGHT));
    } catch (StoreException e) {
      gone.stream()
          .filter(item -> item.lost().size() < Side.values().length)
          .forEach(
              item -> {
                Side lost = item.lost().iterator().next();
                String where = one.neighbour().name(lost);
                moved.put(item.link().id(), inDoubt(where, item, e.getMessage()));
              });
      return;
    }
    for (Gone<Item> item : gone) {
      Link<Item> link = item.link();
      @Nullable ItemId left = lefts.get(link.id());
      @Nullable ItemId right = rights.get(link.id());
      boolean all =
          (left != null || !item.lost().contains(Side.LEFT))
              && (right != null || !item.lost().contains(Side.RIGHT));
      boolean both = item.lost().size() == Side.values().length;
      Side lost = item.lost().contains(Side.LEFT) ? Side.LEFT : Side.RIGHT;
      if (!all || (!both && !one.neighbour().takesFrom(lost)) || (both && one.obstacle() != null)) {
        continue;
      }
      moved.put(
          link.id(),
          relocations.follow(self, one.neighbour(), one.obstacle(), link, left, right, lost));
    }
  }

  /** It may be there, and nothing is deleted here before it is known not to be. */
  private Action inDoubt(String where, Gone<Item> item, @Nullable String why) {
    Side lost = item.lost().iterator().next();
    return new Action.Hold(
        lost.other(),
        Action.HoldReason.MOVED,
        ItemIds.of(item.link()),
        self.kind().title(item.link().left().base()),
        "it may have been moved to " + where + ", which cannot be looked at now: " + why);
  }

  private static List<Link<Item>> lost(List<Gone<Item>> gone, Side side) {
    return gone.stream().filter(g -> g.lost().contains(side)).map(Gone::link).toList();
  }

  /** A data file never gives the id of an item to another one that is there at the same time. */
  private Map<LinkId, ItemId> newOnLeft(NeighbourLedger one, List<Link<Item>> lost) {
    Map<LinkId, ItemId> there = new HashMap<>();
    Set<ItemId> taken = taken(one, lost);
    List<Link<Item>> asked =
        lost.stream().filter(link -> !taken.contains(link.left().id())).toList();
    if (asked.isEmpty()) {
      return there;
    }
    Map<ItemId, Link<Item>> links = new HashMap<>();
    asked.forEach(link -> links.put(link.left().id(), link));
    try (Store<Item> store = one.neighbour().open(Side.LEFT, stores)) {
      for (Found<Item> answer : store.read(List.copyOf(links.keySet()))) {
        Link<Item> link = Objects.requireNonNull(links.get(answer.id()));
        if (answer instanceof Found.Present<Item>(Replica<Item> item)
            && NeighbourLedger.isSame(link.left(), item)
            && one.neighbour().kind().includes(Side.LEFT, item.item())) {
          there.put(link.id(), item.id());
        }
      }
    }
    return there;
  }

  /**
   * What the neighbour has in step. The ledger of one that does not run now may be old: what it had
   * on the server has to be there.
   */
  private Set<ItemId> taken(NeighbourLedger one, List<Link<Item>> lost) {
    Map<ItemId, ItemId> leftByRight = new HashMap<>();
    for (Link<Item> link : lost) {
      LinkHead head = one.byLeft().get(link.left().id());
      if (head != null) {
        leftByRight.put(head.right().id(), head.left().id());
      }
    }
    if (one.obstacle() == null || leftByRight.isEmpty()) {
      return Set.copyOf(leftByRight.values());
    }
    Set<ItemId> taken = new HashSet<>();
    try (Store<Item> store = one.neighbour().open(Side.RIGHT, stores)) {
      for (Found<Item> answer : store.read(List.copyOf(leftByRight.keySet()))) {
        if (answer instanceof Found.Present<Item>) {
          taken.add(Objects.requireNonNull(leftByRight.get(answer.id())));
        }
      }
    }
    return taken;
  }

  // ---- what is new ----

  @Override
  public Map<ItemId, Action> cameFrom(Side side, List<Replica<Item>> news) {
    Map<ItemId, Action> moved = new LinkedHashMap<>();
    for (NeighbourLedger one : known) {
      if (one.obstacle() == null) {
        switch (side) {
          case LEFT -> arrivals.inOutlook(one, news, moved);
          case RIGHT -> {
            arrivals.onServer(one, news, moved);
            leftovers.amongNew(one, news, moved);
          }
        }
      } else if (side == Side.RIGHT) {
        leftovers.amongNew(one, news, moved);
      }
    }
    if (side == Side.RIGHT) {
      unseen.forEach(one -> leftovers.amongNew(one.profile(), one.why(), news, moved));
    }
    return moved;
  }

  @Override
  public Map<ItemId, Action> cameFrom(List<Both<Item>> pairs) {
    Map<ItemId, Action> moved = new LinkedHashMap<>();
    for (NeighbourLedger one : known) {
      if (one.obstacle() == null) {
        arrivals.onBoth(one, pairs, moved);
      } else {
        copies.of(one, one.obstacle(), pairs, moved);
      }
    }
    unseen.forEach(one -> copies.of(one.profile(), one.why(), pairs, moved));
    return moved;
  }
}
