package org.tandemsync.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.Place;
import org.tandemsync.services.StoreOptions;
import org.tandemsync.services.Stores;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemKind;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.MemoryStore;

/** Folders and collections in memory, by the endpoints that name them. */
final class MemoryStores implements Stores {
  private final ItemKind<Item> kind;
  private final Map<Endpoint, Held> held = new LinkedHashMap<>();
  String conversion = "1";
  boolean serversMove;
  Runnable beforeMove = () -> {};
  Runnable afterMove = () -> {};
  int opened;
  int closed;

  record Held(Place place, MemoryStore<Item> store) {}

  MemoryStores(ItemKind<Item> kind) {
    this.kind = kind;
  }

  MemoryStore<Item> add(Endpoint endpoint, String name, Set<Family> families, String identity) {
    MemoryStore<Item> store = new MemoryStore<>(name, kind);
    put(endpoint, name, families, identity, store);
    return store;
  }

  void remove(Endpoint endpoint) {
    held.remove(endpoint);
  }

  void put(
      Endpoint endpoint,
      String name,
      Set<Family> families,
      String identity,
      MemoryStore<Item> store) {
    held.put(endpoint, new Held(new Place(endpoint, name, families, null, identity), store));
  }

  @Override
  public List<Place> places(Endpoint endpoint) {
    Held one = held.get(endpoint);
    if (one != null) {
      return List.of(one.place());
    }
    List<Place> within =
        held.values().stream()
            .map(Held::place)
            .filter(p -> p.endpoint().toString().startsWith(endpoint.toString()))
            .toList();
    if (within.isEmpty() && !endpoint.equals(new Endpoint.Directory(Path.of("/new")))) {
      throw new StoreException(StoreException.Reason.NOT_FOUND, "there is no " + endpoint);
    }
    return within;
  }

  @Override
  public Store<Item> open(Place place, StoreOptions options) {
    Held one = held.get(place.endpoint());
    if (one == null) {
      throw new StoreException(StoreException.Reason.NOT_FOUND, place.name() + " is gone");
    }
    opened++;
    return new View(one.store(), options.family());
  }

  @Override
  public Place create(Endpoint within, String name, Family family) {
    Endpoint endpoint =
        switch (within) {
          case Endpoint.Directory(Path path) -> new Endpoint.Directory(path.resolve(name));
          case Endpoint.Pst pst -> new Endpoint.Pst(pst.file(), name);
          case Endpoint.Desktop _ -> new Endpoint.Desktop(name);
          case Endpoint.Dav dav -> new Endpoint.Dav(dav.url().resolve(name + "/"), dav.access());
        };
    add(endpoint, name, EnumSet.of(family), "id of " + endpoint);
    return java.util.Objects.requireNonNull(held.get(endpoint)).place();
  }

  @Override
  public List<Written> move(Place from, Place to, List<Moving> items) {
    if (!(from.endpoint() instanceof Endpoint.Pst) && !serversMove) {
      return Stores.super.move(from, to, items);
    }
    MemoryStore<Item> source = store(from);
    return items.stream().map(one -> move(source, store(to), one)).toList();
  }

  private MemoryStore<Item> store(Place place) {
    return java.util.Objects.requireNonNull(held.get(place.endpoint())).store();
  }

  private Written move(MemoryStore<Item> from, MemoryStore<Item> to, Moving one) {
    beforeMove.run();
    from.moveTo(to, one.item());
    afterMove.run();
    return new Written.Done(one.item(), null);
  }

  @Override
  public boolean make(Endpoint missing) {
    return false;
  }

  @Override
  public String conversion() {
    return conversion;
  }

  /** Items of one family, as a real store shows them. */
  private final class View implements Store<Item> {
    private final MemoryStore<Item> store;
    private final Family family;

    View(MemoryStore<Item> store, Family family) {
      this.store = store;
      this.family = family;
    }

    @Override
    public StoreTraits traits() {
      return store.traits();
    }

    @Override
    public Listing list(@Nullable Checkpoint since) {
      return store.list(since);
    }

    @Override
    public Checkpoint behindOwnWrites(Checkpoint listed) {
      return store.behindOwnWrites(listed);
    }

    @Override
    public List<Found<Item>> read(List<ItemId> ids) {
      List<Found<Item>> answers = new ArrayList<>();
      for (Found<Item> found : store.read(ids)) {
        answers.add(
            found instanceof Found.Present<Item>(Replica<Item> r)
                    && !family.types().contains(r.item().type())
                ? new Found.Foreign<>(r.id(), r.revision())
                : found);
      }
      return answers;
    }

    @Override
    public List<Written> write(List<Effect<Item>> effects) {
      return store.write(effects);
    }

    @Override
    public boolean gathers(List<Effect<Item>> creates) {
      return store.gathers(creates);
    }

    @Override
    public Writing begin(List<Effect<Item>> effects) {
      return store.begin(effects);
    }

    @Override
    public List<Lost> losses(Effect<Item> effect) {
      return store.losses(effect);
    }

    @Override
    public Map<Stamp, Replica<Item>> locate(java.util.Collection<Effect.Create<Item>> creates) {
      return store.locate(creates);
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
