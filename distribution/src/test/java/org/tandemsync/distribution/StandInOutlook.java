package org.tandemsync.distribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tandemsync.cli.Application;
import org.tandemsync.cli.Composition;
import org.tandemsync.cli.DemoWorld;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.outlook.FolderAddress;
import org.tandemsync.outlook.OutlookFolders;
import org.tandemsync.services.Place;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.StoreOptions;
import org.tandemsync.services.Stores;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.state.State;
import org.tandemsync.sync.Store;

/**
 * Tandem with Outlook on the desktop as its left side: where a profile names a data file, it is the
 * folder of this name in the stand-in Outlook.
 */
record StandInOutlook(org.tandemsync.outlook.model.Application outlook) implements Composition {

  @Override
  public Application open(Path home, Secrets secrets, Surroundings surroundings, boolean verbose) {
    Logging.to(home, verbose);
    State state = State.open(home, surroundings);
    Connecting connecting = new Connecting(secrets, surroundings, state::trusted);
    Stores wired =
        new EndpointStores(new Clients(secrets, connecting), state::collections, surroundings);
    OutlookFolders folders = new OutlookFolders(outlook, surroundings.clock());
    return new FolderOutlook.OnState(state, new LeftInOutlook(wired, folders), surroundings);
  }

  @Override
  public DemoWorld startDemo(Path folder, Surroundings surroundings) {
    throw new UnsupportedOperationException();
  }

  private record LeftInOutlook(Stores wired, OutlookFolders folders) implements Stores {

    @Override
    public List<Place> places(Endpoint endpoint) {
      if (!(endpoint instanceof Endpoint.Pst(Path _, String folder))) {
        return wired.places(endpoint);
      }
      Family family = folders.family(FolderAddress.parse(folder)).orElseThrow();
      return List.of(new Place(endpoint, folder, Set.of(family), null, "desktop:" + folder));
    }

    @Override
    public List<Place> knownPlaces(Endpoint endpoint) {
      return endpoint instanceof Endpoint.Pst ? places(endpoint) : wired.knownPlaces(endpoint);
    }

    @Override
    public Store<Item> open(Place place, StoreOptions options) {
      return place.endpoint() instanceof Endpoint.Pst(Path _, String folder)
          ? folders.open(FolderAddress.parse(folder), options.family(), true)
          : wired.open(place, options);
    }

    @Override
    public Place create(Endpoint within, String name, Family family) {
      return wired.create(within, name, family);
    }

    @Override
    public boolean make(Endpoint missing) {
      return wired.make(missing);
    }

    @Override
    public String conversion() {
      return wired.conversion();
    }
  }
}
