package org.tandemsync.distribution;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.dav.discovery.NewCollection;
import org.tandemsync.dav.store.CollectionMemory;
import org.tandemsync.dav.store.DavStore;
import org.tandemsync.dav.store.ResourceMove;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.Place;
import org.tandemsync.services.RememberedCollections;
import org.tandemsync.services.StoreOptions;
import org.tandemsync.services.Stores;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/** The collections of CalDAV and CardDAV servers. */
final class DavPlaces {
  /** So long it is taken for granted that a collection is what it said. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Clients clients;
  private final Supplier<RememberedCollections> remembered;
  private final InstantSource clock;

  private static final int FORBIDDEN = 403;

  /** The collections that are known: who opens one next need not ask again. */
  private final Map<Endpoint, Known> known = new ConcurrentHashMap<>();

  /**
   * A collection that is about to be opened.
   *
   * @param asked whether the server was asked a moment ago, else it is remembered
   * @param memory where what it turns out to be is kept
   */
  private record Known(DavCollection collection, boolean asked, CollectionMemory memory) {}

  DavPlaces(Clients clients, Supplier<RememberedCollections> remembered, InstantSource clock) {
    this.clients = clients;
    this.remembered = remembered;
    this.clock = clock;
  }

  /** The collection at the address, else all collections of the server. */
  List<Place> places(Endpoint.Dav at) {
    return clients.ask(at, client -> places(at, client));
  }

  /**
   * The same; what a collection has said of itself within a day is not asked again, if it fits what
   * is wanted.
   */
  List<Place> knownPlaces(Endpoint.Dav at, Set<Family> wanted) {
    KeptCollection kept = new KeptCollection(remembered.get(), clock, at);
    Optional<DavCollection> before =
        kept.since(REMEMBERED).filter(c -> !Collections.disjoint(c.kind(), wanted));
    if (before.isPresent()) {
      return List.of(opened(at, new Known(before.get(), false, kept)));
    }
    List<Place> places = places(at);
    for (Place place : places) {
      Known asked = known.get(place.endpoint());
      if (asked != null) {
        known.put(place.endpoint(), new Known(asked.collection(), true, kept));
        kept.keep(asked.collection());
      }
    }
    return places;
  }

  private Place opened(Endpoint.Dav at, Known one) {
    Place place = place(one.collection(), at.access());
    known.put(place.endpoint(), one);
    return place;
  }

  private List<Place> places(Endpoint.Dav at, DavClient client) {
    Optional<DavCollection> one;
    try {
      one = Discovery.collection(client, client.root());
    } catch (StoreException e) {
      return within(at, client, e);
    }
    if (one.isPresent()) {
      return List.of(opened(at, new Known(one.get(), true, CollectionMemory.NONE)));
    }
    List<DavCollection> all = Discovery.collections(client);
    if (isGone(client)) {
      throw notThere(at, all);
    }
    return places(at, all);
  }

  private static List<Place> places(Endpoint.Dav at, List<DavCollection> all) {
    return all.stream()
        .filter(collection -> !collection.kind().isEmpty())
        .map(collection -> place(collection, at.access()))
        .toList();
  }

  /**
   * What lies behind an address that may not be looked at itself, as some entrances of servers. A
   * collection that is refused now is none: others are not taken for it.
   */
  private static List<Place> within(Endpoint.Dav at, DavClient client, StoreException refusal) {
    if (refusal.reason() != StoreException.Reason.UNAUTHORIZED
        || !(refusal.getCause() instanceof DavException e && e.status() == FORBIDDEN)) {
      throw refusal;
    }
    try {
      List<Place> behind =
          places(
              at,
              Discovery.collections(client).stream()
                  .filter(c -> client.root().covers(c.href()) && !client.root().isSame(c.href()))
                  .toList());
      if (!behind.isEmpty()) {
        return behind;
      }
    } catch (StoreException nothing) {
      refusal.addSuppressed(nothing);
    }
    throw refusal;
  }

  private static Place place(DavCollection collection, Access access) {
    if (collection.kind().isEmpty()) {
      throw new StoreException(
          StoreException.Reason.NOT_FOUND,
          collection.url()
              + " takes no appointments, tasks or contacts. Next step: name another collection.");
    }
    return new Place(
        new Endpoint.Dav(URI.create(collection.url()), access),
        collection.name(),
        collection.kind(),
        collection.writable()
            ? null
            : "the server lets " + access.user() + " read '" + collection.name() + "' only",
        KeptCollection.identity(access, collection.url()));
  }

  // An address with a path to nothing is a mistake, or a collection that was removed. Taking the
  // rest of the server for it would mix calendars up.
  private static boolean isGone(DavClient client) {
    if (client.root().path().equals("/")) {
      return false;
    }
    try {
      client.propfind(client.root(), Depth.SELF, List.of(Names.RESOURCETYPE), response -> response);
      return false;
    } catch (DavException e) {
      return e.status() == 404 || e.status() == 410;
    }
  }

  private static StoreException notThere(Endpoint.Dav at, List<DavCollection> all) {
    String names =
        all.stream()
            .map(c -> c.name() + " (" + c.href().path() + ")")
            .collect(Collectors.joining(", "));
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        "There is no collection at "
            + at.url()
            + ". "
            + (names.isEmpty() ? "The server offers none." : "The server offers: " + names + "."));
  }

  Store<Item> open(Endpoint.Dav at, StoreOptions options, LensSettings settings) {
    DavClient client = clients.open(at);
    LensSettings withRooms = settings.with(new ServerRooms(client));
    try {
      Function<DavCollection, ResourceLens> lens =
          c -> Lenses.of(options.family(), LensOptions.suited(withRooms, options.options(), c));
      Known one = known.remove(at);
      DavStore store =
          one == null
              ? DavStore.open(client, client.root(), options.family(), lens)
              : one.asked()
                  ? DavStore.open(client, one.collection(), options.family(), one.memory(), lens)
                  : DavStore.reopen(client, one.collection(), options.family(), one.memory(), lens);
      return new ClosingStore(store, client::close);
    } catch (StoreException e) {
      client.close();
      throw e;
    }
  }

  /** Moves resources between two collections of one account. */
  List<Written> move(Endpoint.Dav from, Endpoint.Dav to, List<Stores.Moving> items) {
    try (DavClient client = clients.open(to)) {
      return items.stream()
          .map(one -> ResourceMove.move(client, one.item(), client.root()))
          .toList();
    }
  }

  Place create(Endpoint.Dav within, String name, Family family) {
    return clients.ask(
        within, client -> place(NewCollection.make(client, name, family), within.access()));
  }
}
