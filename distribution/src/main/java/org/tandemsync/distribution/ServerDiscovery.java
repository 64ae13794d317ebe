package org.tandemsync.distribution;

import java.net.URI;
import java.util.List;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.configuration.Endpoint;

/** What a CalDAV/CardDAV server offers. */
record ServerDiscovery(Clients clients) implements Discovery {

  @Override
  public List<Offer> discover(Endpoint.Dav server) {
    return clients.ask(
        server,
        client ->
            org.tandemsync.dav.discovery.Discovery.collections(client).stream()
                .map(ServerDiscovery::offer)
                .toList());
  }

  private static Offer offer(DavCollection collection) {
    return new Offer(
        collection.kind(),
        URI.create(collection.url()),
        collection.name(),
        collection.color(),
        collection.writable(),
        collection.owner(),
        collection.capabilities().stream().sorted().toList());
  }
}
