package org.tandemsync.distribution;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.services.Place;
import org.tandemsync.services.RememberedCollections;
import org.tandemsync.services.StoreOptions;
import org.tandemsync.services.Stores;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/** Each kind of endpoint with the stores behind it. */
final class EndpointStores implements Stores {
  // To be raised whenever lenses or the reader of data files read an item differently than before.
  private static final String CONVERSION = "10";

  private final InstantSource clock;
  private final PstPlaces dataFiles;
  private final Desktop desktop;
  private final DavPlaces servers;
  private final DirectoryPlaces directories;

  /**
   * @param remembered asked for only where a profile is opened
   */
  EndpointStores(
      Clients clients,
      Supplier<RememberedCollections> remembered,
      Desktop desktop,
      Surroundings surroundings) {
    this.desktop = desktop;
    this.clock = surroundings.clock();
    this.dataFiles = new PstPlaces(surroundings);
    this.servers = new DavPlaces(clients, remembered, clock);
    this.directories = new DirectoryPlaces(clock);
  }

  @Override
  public List<Place> places(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Pst pst -> dataFiles.places(pst);
      case Endpoint.Desktop outlook -> desktop.places(outlook);
      case Endpoint.Dav dav -> servers.places(dav);
      case Endpoint.Directory directory -> directories.places(directory);
    };
  }

  @Override
  public List<Place> knownPlaces(Endpoint endpoint, Set<Family> wanted) {
    return switch (endpoint) {
      case Endpoint.Dav dav -> servers.knownPlaces(dav, wanted);
      case Endpoint.Directory directory -> List.of(directories.itself(directory));
      case Endpoint.Pst _, Endpoint.Desktop _ -> places(endpoint);
    };
  }

  @Override
  public Store<Item> open(Place place, StoreOptions options) {
    LensSettings lens = LensOptions.settings(options, clock);
    return switch (place.endpoint()) {
      case Endpoint.Pst pst -> dataFiles.open(pst, options.family(), options.userZone());
      case Endpoint.Desktop outlook -> desktop.open(outlook, options.family());
      case Endpoint.Dav dav -> servers.open(dav, options, lens);
      case Endpoint.Directory directory -> directories.open(directory, options.family(), lens);
    };
  }

  @Override
  public Place create(Endpoint within, String name, Family family) {
    return switch (within) {
      case Endpoint.Pst pst -> dataFiles.create(pst, name, family);
      case Endpoint.Desktop outlook -> desktop.create(outlook, name, family);
      case Endpoint.Dav dav -> servers.create(dav, name, family);
      case Endpoint.Directory directory -> directories.create(directory, name, family);
    };
  }

  @Override
  public List<Written> move(Place from, Place to, List<Moving> items) {
    return switch (from.endpoint()) {
      case Endpoint.Pst pst
          when to.endpoint() instanceof Endpoint.Pst there && pst.file().equals(there.file()) ->
          dataFiles.move(pst, there, items);
      case Endpoint.Dav dav
          when to.endpoint() instanceof Endpoint.Dav there
              && dav.origin().equals(there.origin())
              && dav.access().equals(there.access())
              && movesUnderItsName(from) ->
          servers.move(dav, there, items);
      case Endpoint.Pst _, Endpoint.Dav _ -> Stores.super.move(from, to, items);
      case Endpoint.Desktop _, Endpoint.Directory _ -> Stores.super.move(from, to, items);
    };
  }

  /**
   * SOGo (5.8) gives a card that is moved another name, under which it would have to be looked for.
   * Nobody is told of a card that is made in one book and deleted in the other.
   */
  private static boolean movesUnderItsName(Place from) {
    return !from.families().contains(Family.CONTACTS);
  }

  @Override
  public boolean make(Endpoint missing) {
    return switch (missing) {
      case Endpoint.Pst pst -> dataFiles.make(pst);
      case Endpoint.Dav _, Endpoint.Desktop _ -> false;
      case Endpoint.Directory directory -> directories.make(directory);
    };
  }

  @Override
  public Optional<MasterCategoryList> categories(Place place) {
    return switch (place.endpoint()) {
      case Endpoint.Pst pst -> Optional.of(dataFiles.categories(pst));
      case Endpoint.Desktop outlook -> Optional.of(desktop.categories(outlook));
      case Endpoint.Dav _, Endpoint.Directory _ -> Optional.empty();
    };
  }

  @Override
  public boolean recolour(Place place, Map<String, CategoryColor> wanted) {
    return switch (place.endpoint()) {
      case Endpoint.Pst pst -> dataFiles.recolour(pst, wanted);
      case Endpoint.Desktop outlook -> desktop.recolour(outlook, wanted);
      case Endpoint.Dav _, Endpoint.Directory _ -> Stores.super.recolour(place, wanted);
    };
  }

  @Override
  public String conversion() {
    return CONVERSION;
  }
}
