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
  Found discover(Endpoint.Dav server);

  /** Where the DNS of a domain says that its servers are (RFC 6764); the first is the best. */
  List<Start> starts(String domain);

  /**
   * A place to begin at.
   *
   * @param calendars whether for calendars, else for address books
   * @param ofDomain whether the host is one of the domain; another one is to be confirmed by a
   *     person before it gets a password, because nothing proves what DNS says
   */
  record Start(URI url, boolean calendars, boolean ofDomain) {}

  /**
   * What was found.
   *
   * @param addresses the person's mail addresses on the server
   * @param elsewhere addresses on hosts that did not get the password
   */
  record Found(List<Offer> offers, List<String> addresses, List<URI> elsewhere) {
    public Found {
      offers = List.copyOf(offers);
      addresses = List.copyOf(addresses);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /**
   * A collection.
   *
   * @param kinds what it may hold; nothing for a link to a calendar on the web
   * @param url of the collection, or of what the link is to
   * @param color as the server has it ("#rrggbb"), or empty
   * @param shared whether it is another one's
   * @param owner path of the principal that owns it, or empty
   * @param capabilities what the server can do with it, in kebab case: "sync-collection"
   */
  record Offer(
      Set<Family> kinds,
      URI url,
      String name,
      String color,
      boolean writable,
      boolean shared,
      String owner,
      List<String> capabilities) {}
}
