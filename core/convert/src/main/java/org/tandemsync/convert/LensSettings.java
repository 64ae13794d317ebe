package org.tandemsync.convert;

import java.time.ZoneId;
import java.util.Set;

/**
 * How a profile shows items to its server.
 *
 * @param userZone the zone of the person, for floating times and dates without zone
 * @param ownAddresses mail addresses of the person, lower case: they tell own meetings from
 *     received ones
 */
public record LensSettings(ZoneId userZone, Set<String> ownAddresses) {
  public LensSettings {
    ownAddresses = Set.copyOf(ownAddresses);
  }
}
