package org.tandemsync.services;

import java.time.ZoneId;
import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.services.configuration.Options;

/**
 * How a store is opened.
 *
 * @param family what of its content takes part
 * @param userZone the zone of the person, for times and dates without one
 * @param ownAddresses mail addresses of the person, lower case
 * @param options how items are carried across, as far as the stores do it
 */
public record StoreOptions(
    Family family, ZoneId userZone, Set<String> ownAddresses, Options options) {
  public StoreOptions {
    ownAddresses = Set.copyOf(ownAddresses);
  }
}
