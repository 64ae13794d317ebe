package org.tandemsync.services;

import java.time.ZoneId;
import java.util.Set;
import org.tandemsync.items.Family;

/**
 * How a store is opened.
 *
 * @param family what of its content takes part
 * @param userZone the zone of the person, for times and dates without one
 * @param ownAddresses mail addresses of the person, lower case
 */
public record StoreOptions(Family family, ZoneId userZone, Set<String> ownAddresses) {
  public StoreOptions {
    ownAddresses = Set.copyOf(ownAddresses);
  }
}
