package org.tandemsync.distribution;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.tandemsync.dav.store.DavStore;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.Place;
import org.tandemsync.services.StoreOptions;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/** The collections of CalDAV and CardDAV servers. */
final class DavPlaces {
  private final Clients clients;

  /** The collection that was asked for last: who opens it next need not ask again. */
  private final AtomicReference<@Nullable Asked> last = new AtomicReference<>();

  private record Asked(Endpoint at, DavCollection collection) {}

  DavPlaces(Clients clients) {
    this.clients = clients;
  }

  /** The collection at the address, else all collections of the server. */
  List<Place> places(Endpoint.Dav at) {
    return clients.ask(at, client -> places(at, client));
  }

  private List<Place> places(Endpoint.Dav at, DavClient client) {
    Optional<DavCollection> one = Discovery.collection(client, client.root());
    if (one.isPresent()) {
      Place place = place(one.get(), at.access());
      last.set(new Asked(place.endpoint(), one.get()));
      return List.of(place);
    }
    List<DavCollection> all = Discovery.collections(client);
    if (isGone(client)) {
      throw notThere(at, all);
    }
    return all.stream()
        .filter(collection -> !collection.kind().isEmpty())
        .map(collection -> place(collection, at.access()))
        .toList();
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
        "dav:" + access.user() + "@" + collection.url());
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
      Asked asked = last.getAndSet(null);
      DavStore store =
          asked != null && asked.at().equals(at)
              ? DavStore.open(client, asked.collection(), options.family(), lens)
              : DavStore.open(client, client.root(), options.family(), lens);
      return new ClosingStore(store, client::close);
    } catch (StoreException e) {
      client.close();
      throw e;
    }
  }

  Place create(Endpoint.Dav within, String name, Family family) {
    return clients.ask(
        within, client -> place(NewCollection.make(client, name, family), within.access()));
  }
}
