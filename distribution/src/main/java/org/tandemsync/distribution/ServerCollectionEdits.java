package org.tandemsync.distribution;

import java.util.Set;
import java.util.function.Function;
import org.tandemsync.dav.discovery.CollectionEdit;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.discovery.NewCollection;
import org.tandemsync.services.Discovery.Offer;
import org.tandemsync.services.ServerCollections;
import org.tandemsync.services.configuration.Endpoint;

/** The collections of CalDAV and CardDAV servers as such. */
record ServerCollectionEdits(Clients clients) implements ServerCollections {

  @Override
  public Offer look(Endpoint.Dav collection) {
    return offer(edit(collection, CollectionEdit::collection));
  }

  @Override
  public int items(Endpoint.Dav collection) {
    return edit(collection, CollectionEdit::items);
  }

  @Override
  public Offer create(Endpoint.Dav server, Wanted wanted) {
    NewCollection.Wanted wish =
        new NewCollection.Wanted(wanted.name(), wanted.families(), wanted.color(), wanted.path());
    return offer(clients.ask(server, client -> NewCollection.make(client, wish)));
  }

  @Override
  public Offer rename(Endpoint.Dav collection, String name) {
    return offer(edit(collection, e -> e.rename(name)));
  }

  @Override
  public Offer recolor(Endpoint.Dav collection, String color) {
    return offer(edit(collection, e -> e.recolor(color)));
  }

  @Override
  public void delete(Endpoint.Dav collection) {
    boolean unused =
        edit(
            collection,
            e -> {
              e.delete();
              return true;
            });
  }

  private <A> A edit(Endpoint.Dav at, Function<CollectionEdit, A> what) {
    return clients.ask(at, client -> what.apply(CollectionEdit.of(client, client.root())));
  }

  private static Offer offer(DavCollection collection) {
    return ServerDiscovery.offer(collection, Set.of());
  }
}
