package org.tandemsync.services;

import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.services.Discovery.Offer;
import org.tandemsync.services.configuration.Endpoint;

/**
 * Makes, changes and removes the collections of a server as such. What does not work is a {@link
 * org.tandemsync.sync.StoreException} with the next step; what the answers show was looked at on
 * the server afterwards.
 */
public interface ServerCollections {

  /** The collection at this very address. */
  Offer look(Endpoint.Dav collection);

  /** How many items it holds. */
  int items(Endpoint.Dav collection);

  /**
   * Makes one in the home of the account. Some servers take no colour, or more kinds of items than
   * asked for: what is returned says so.
   */
  Offer create(Endpoint.Dav server, Wanted wanted);

  /** Gives it another name for people; its address stays. */
  Offer rename(Endpoint.Dav collection, String name);

  /**
   * Gives it another colour.
   *
   * @param color {@code #RRGGBB}, upper case
   */
  Offer recolor(Endpoint.Dav collection, String color);

  /** Removes it with all that is in it, for everybody. */
  void delete(Endpoint.Dav collection);

  /**
   * What shall be made.
   *
   * @param families contacts alone, or events, tasks, or both
   * @param color {@code #RRGGBB}, upper case, or empty
   * @param path the last part of its address, or empty for one that follows from the name
   */
  record Wanted(String name, Set<Family> families, String color, String path) {
    public Wanted {
      families = Set.copyOf(families);
    }
  }
}
