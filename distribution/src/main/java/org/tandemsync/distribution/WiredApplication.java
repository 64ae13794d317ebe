package org.tandemsync.distribution;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.Application;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.dav.client.Credentials;
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
import org.tandemsync.services.Planning;
import org.tandemsync.services.Profiles;
import org.tandemsync.services.Rebuild;
import org.tandemsync.services.Reports;
import org.tandemsync.services.Runs;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.ServerCollections;
import org.tandemsync.services.ServerTrust;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.TrustedCertificates;
import org.tandemsync.services.Undo;
import org.tandemsync.services.Upkeep;
import org.tandemsync.services.ZoneNames;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.ItemJson;
import org.tandemsync.services.schedule.Watches;
import org.tandemsync.state.State;
import org.tandemsync.state.StateUpkeep;

/** The application over one home folder. What needs no state opens none. */
final class WiredApplication implements Application {
  private final Path home;
  private final Surroundings surroundings;
  private final Connecting connecting;
  private final Clients clients;
  private final Desktop desktop;
  private final EndpointStores stores;
  private @Nullable State state;

  WiredApplication(
      Path home,
      Secrets secrets,
      Surroundings surroundings,
      Desktop.Access outlook,
      Optional<Credentials.Handshakes> integrated) {
    this.home = home;
    this.surroundings = surroundings;
    this.connecting = new Connecting(secrets, surroundings, this::trusted);
    this.clients = new Clients(secrets, connecting, integrated);
    this.desktop = outlook.in(surroundings);
    this.stores = new EndpointStores(clients, () -> state().collections(), desktop, surroundings);
  }

  // Runs of the service ask from several threads.
  private synchronized State state() {
    State open = state;
    if (open == null) {
      open = State.open(home, surroundings);
      state = open;
    }
    return open;
  }

  @Override
  public Profiles profiles() {
    return state().profiles();
  }

  @Override
  public Runs runs() {
    return new Runs(stores, state(), zones(), surroundings);
  }

  @Override
  public Watches watches() {
    return new FileWatches(desktop);
  }

  @Override
  public Leases leases() {
    return state().leases();
  }

  @Override
  public Reports reports() {
    return state().reports();
  }

  @Override
  public History history() {
    return state().history();
  }

  @Override
  public Undo undo() {
    return new Undo(stores, state(), zones(), surroundings);
  }

  @Override
  public Ledgers ledgers() {
    return state().ledgers();
  }

  @Override
  public Decisions decisions() {
    return state().decisions();
  }

  @Override
  public Explain explain() {
    return new Explain(stores, state(), zones(), surroundings);
  }

  @Override
  public DuplicateLink duplicateLink() {
    return new DuplicateLink(stores, state(), zones(), surroundings);
  }

  @Override
  public DuplicateMerge duplicateMerge() {
    return new DuplicateMerge(stores, state(), zones(), surroundings);
  }

  @Override
  public Conflicts conflicts() {
    return new Conflicts(stores, state(), zones(), surroundings);
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
    return new Duplicates(stores, state(), zones(), surroundings);
  }

  @Override
  public Doctor doctor() {
    return new PstDoctor();
  }

  @Override
  public Rebuild rebuild() {
    return new Rebuild(state(), surroundings);
  }

  @Override
  public Upkeep upkeep() {
    return new StateUpkeep(home, surroundings);
  }

  /** A name means the same to everybody, wherever this computer is. */
  private static ZoneNames zones() {
    return zone -> Zones.zoneId(zone, ZoneOffset.UTC);
  }

  @Override
  public OutlookAccounts outlookAccounts() {
    return folder -> desktop.account(new Endpoint.Desktop(folder));
  }

  @Override
  public Discovery discovery() {
    return new ServerDiscovery(clients);
  }

  @Override
  public TrustedCertificates trusted() {
    return state().trusted();
  }

  @Override
  public ServerCollections collections() {
    return new ServerCollectionEdits(clients);
  }

  @Override
  public Planning planning() {
    return new ServerPlanning(clients, surroundings);
  }

  @Override
  public CollectionColors colors() {
    return new CollectionColors(stores, collections(), profiles());
  }

  @Override
  public ServerTrust serverTrust() {
    return new ShownCertificates(connecting);
  }

  @Override
  public String nativeText(Item item) {
    LensSettings settings = new LensSettings(surroundings.zone(), Set.of(), surroundings.clock());
    for (Family family : Family.values()) {
      if (family.types().contains(item.type())) {
        return Lenses.of(family, settings).create(named(item), "");
      }
    }
    throw new IllegalStateException("every type belongs to a family: " + item.type());
  }

  // A resource needs a UID; the same item always gets the same one.
  private static Item named(Item item) {
    if (!item.uid().isBlank()) {
      return item;
    }
    byte[] content = ItemJson.write(item).getBytes(StandardCharsets.UTF_8);
    return item.withUid(UUID.nameUUIDFromBytes(content).toString());
  }

  @Override
  public synchronized void close() {
    try {
      desktop.close();
    } finally {
      if (state != null) {
        state.close();
      }
    }
  }
}
