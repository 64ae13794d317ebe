package org.tandemsync.distribution;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.tandemsync.cli.Application;
import org.tandemsync.cli.Composition;
import org.tandemsync.cli.DemoWorld;
import org.tandemsync.cli.Invocation;
import org.tandemsync.cli.Tandem;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.folder.FolderStore;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.CollectionColors;
import org.tandemsync.services.Conflicts;
import org.tandemsync.services.Copy;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.Doctor;
import org.tandemsync.services.DuplicateLink;
import org.tandemsync.services.DuplicateMerge;
import org.tandemsync.services.Duplicates;
import org.tandemsync.services.Explain;
import org.tandemsync.services.History;
import org.tandemsync.services.Items;
import org.tandemsync.services.Leases;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.OutlookAccounts;
import org.tandemsync.services.Place;
import org.tandemsync.services.Planning;
import org.tandemsync.services.Profiles;
import org.tandemsync.services.Rebuild;
import org.tandemsync.services.Reports;
import org.tandemsync.services.Runs;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.ServerCollections;
import org.tandemsync.services.ServerTrust;
import org.tandemsync.services.StoreOptions;
import org.tandemsync.services.Stores;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.TrustedCertificates;
import org.tandemsync.services.Undo;
import org.tandemsync.services.Upkeep;
import org.tandemsync.services.ZoneNames;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.schedule.Watches;
import org.tandemsync.state.State;
import org.tandemsync.sync.Store;

/**
 * Tandem with another left side: where a profile names a data file there is a directory, and its
 * folders are directories of .ics or .vcf files. So whole two-way runs are tested as processes
 * though data files cannot be written yet.
 */
public final class FolderOutlook implements Composition {

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Invocation invocation =
        new Invocation(
            Terminal.ofProcess(environment),
            environment,
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("user.home", "")).toAbsolutePath(),
            System.getProperty("os.name", ""),
            new Surroundings(
                InstantSource.system(), ZoneId.of("Europe/Vienna"), RandomGenerator.getDefault()),
            new FolderOutlook());
    System.exit(Tandem.run(invocation, arguments));
  }

  @Override
  public Application open(Path home, Secrets secrets, Surroundings surroundings, boolean verbose) {
    Logging.to(home, verbose);
    State state = State.open(home, surroundings);
    Connecting connecting = new Connecting(secrets, surroundings, state::trusted);
    Stores wired =
        new EndpointStores(
            new Clients(secrets, connecting, Optional.empty()),
            state::collections,
            new NoDesktop(""),
            surroundings);
    Stores stores = new LeftInFolders(wired, surroundings.clock());
    return new OnState(state, stores, surroundings);
  }

  @Override
  public DemoWorld startDemo(Path folder, Surroundings surroundings) {
    throw new UnsupportedOperationException();
  }

  private record LeftInFolders(Stores wired, InstantSource clock) implements Stores {

    @Override
    public List<Place> places(Endpoint endpoint) {
      return endpoint instanceof Endpoint.Pst(Path file, String folder)
          ? List.of(
              new Place(
                  endpoint,
                  folder,
                  Set.of(folder.equals("Contacts") ? Family.CONTACTS : Family.EVENTS),
                  null,
                  file.resolve(folder).toString()))
          : wired.places(endpoint);
    }

    @Override
    public List<Place> knownPlaces(Endpoint endpoint, Set<Family> wanted) {
      return endpoint instanceof Endpoint.Pst
          ? places(endpoint)
          : wired.knownPlaces(endpoint, wanted);
    }

    @Override
    public Store<Item> open(Place place, StoreOptions options) {
      if (!(place.endpoint() instanceof Endpoint.Pst(Path file, String folder))) {
        return wired.open(place, options);
      }
      LensSettings settings = new LensSettings(options.userZone(), options.ownAddresses(), clock);
      return FolderStore.open(
          file.resolve(folder), options.family(), Lenses.of(options.family(), settings), clock);
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

  /** Tandem over other stores. */
  record OnState(State state, Stores stores, Surroundings surroundings) implements Application {

    @Override
    public Profiles profiles() {
      return state.profiles();
    }

    @Override
    public TrustedCertificates trusted() {
      return state.trusted();
    }

    @Override
    public ServerTrust serverTrust() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Runs runs() {
      return new Runs(stores, state, zones(), surroundings);
    }

    @Override
    public Watches watches() {
      return Watches.NONE;
    }

    @Override
    public Leases leases() {
      return state.leases();
    }

    @Override
    public Reports reports() {
      return state.reports();
    }

    @Override
    public History history() {
      return state.history();
    }

    @Override
    public Undo undo() {
      return new Undo(stores, state, zones(), surroundings);
    }

    @Override
    public Explain explain() {
      return new Explain(stores, state, zones(), surroundings);
    }

    @Override
    public DuplicateLink duplicateLink() {
      return new DuplicateLink(stores, state, zones(), surroundings);
    }

    @Override
    public DuplicateMerge duplicateMerge() {
      return new DuplicateMerge(stores, state, zones(), surroundings);
    }

    @Override
    public Conflicts conflicts() {
      return new Conflicts(stores, state, zones(), surroundings);
    }

    @Override
    public Decisions decisions() {
      return state.decisions();
    }

    @Override
    public Ledgers ledgers() {
      return state.ledgers();
    }

    @Override
    public Items items() {
      return new Items(stores, surroundings);
    }

    @Override
    public Copy copy() {
      return new Copy(stores, zones(), surroundings);
    }

    @Override
    public Duplicates duplicates() {
      return new Duplicates(stores, state, zones(), surroundings);
    }

    private ZoneNames zones() {
      return zone -> Zones.zoneId(zone, surroundings.zone());
    }

    @Override
    public OutlookAccounts outlookAccounts() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Discovery discovery() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ServerCollections collections() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Planning planning() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CollectionColors colors() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Doctor doctor() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Rebuild rebuild() {
      return new Rebuild(state, surroundings);
    }

    @Override
    public Upkeep upkeep() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String nativeText(Item item) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      state.close();
    }
  }
}
