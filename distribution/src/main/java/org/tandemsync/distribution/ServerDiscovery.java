package org.tandemsync.distribution;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Origin;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.discovery.Found.Subscription;
import org.tandemsync.dav.discovery.Reach;
import org.tandemsync.dav.discovery.ServiceRecords;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.configuration.Endpoint;

/** What a CalDAV/CardDAV server offers. */
record ServerDiscovery(Clients clients) implements Discovery {

  @Override
  public Found discover(Endpoint.Dav server) {
    return clients.ask(
        server,
        client -> {
          try (Hosts hosts = new Hosts(clients, server, client)) {
            return found(org.tandemsync.dav.discovery.Discovery.everything(hosts));
          }
        });
  }

  @Override
  public List<Start> starts(String domain) {
    return ServiceRecords.ofSystem().of(domain).stream()
        .map(s -> new Start(s.url(), s.calendars(), s.ofDomain()))
        .toList();
  }

  /** The hosts of the server that may get the password: those that belong to the first one. */
  private static final class Hosts implements Reach, AutoCloseable {
    private final Clients clients;
    private final Endpoint.Dav server;
    private final DavClient start;
    private final Map<Origin, DavClient> others = new LinkedHashMap<>();

    Hosts(Clients clients, Endpoint.Dav server, DavClient start) {
      this.clients = clients;
      this.server = server;
      this.start = start;
    }

    @Override
    public DavClient start() {
      return start;
    }

    @Override
    public Optional<DavClient> at(URI url) {
      Origin origin = Origin.of(url);
      if (!start.origin().trusts(origin)) {
        return Optional.empty();
      }
      return Optional.of(
          others.computeIfAbsent(
              origin, o -> clients.open(new Endpoint.Dav(url.resolve("/"), server.access()))));
    }

    @Override
    public void close() {
      others.values().forEach(DavClient::close);
    }
  }

  private static Found found(org.tandemsync.dav.discovery.Found found) {
    List<Offer> offers =
        new ArrayList<>(
            found.collections().stream()
                .sorted(Comparator.comparingInt(DavCollection::order))
                .map(c -> offer(c, found.principals()))
                .toList());
    found.subscriptions().stream().flatMap(s -> link(s).stream()).forEach(offers::add);
    return new Found(offers, List.copyOf(found.addresses()), List.copyOf(found.elsewhere()));
  }

  static Offer offer(DavCollection collection, Set<String> own) {
    String owner = collection.owner();
    boolean shared =
        !owner.isEmpty() && !own.isEmpty() && !own.contains(path(owner).asCollection().identity());
    return new Offer(
        collection.kind(),
        URI.create(collection.url()),
        collection.name(),
        collection.color(),
        collection.writable(),
        shared,
        owner,
        collection.capabilities().stream().sorted().toList());
  }

  private static Href path(String href) {
    return Href.ofPath(href.replaceFirst("^[A-Za-z]+://[^/]*", ""));
  }

  private static Optional<Offer> link(Subscription link) {
    try {
      URI source = URI.create(link.source());
      String name = link.name().isEmpty() ? link.source() : link.name();
      return Optional.of(
          new Offer(Set.of(), source, name, link.color(), false, true, "", List.of()));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
