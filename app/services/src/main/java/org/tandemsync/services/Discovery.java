package org.tandemsync.services;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.services.configuration.Endpoint;

/** Finds out what a server offers. */
public interface Discovery {

  /**
   * The collections of a server, in a fixed order.
   *
   * @param server a plain address of a server, a principal, a home or a collection
   */
  List<Offer> discover(Endpoint.Dav server);

  /**
   * A collection.
   *
   * @param kinds what it may hold
   * @param color as the server has it ("#rrggbb"), or empty
   * @param owner URL or name of the principal that owns it, or empty
   * @param capabilities what the server can do with it, in kebab case: "sync-collection"
   */
  record Offer(
      Set<Family> kinds,
      URI url,
      String name,
      String color,
      boolean writable,
      String owner,
      List<String> capabilities) {}
}
