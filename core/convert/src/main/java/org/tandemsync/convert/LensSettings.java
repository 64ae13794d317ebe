package org.tandemsync.convert;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;

/**
 * How a profile shows items to its server.
 *
 * @param userZone the zone of the person, for floating times and dates without zone
 * @param ownAddresses mail addresses of the person, lower case: they tell own meetings from
 *     received ones
 * @param clock for the time stamps in what is written (DTSTAMP, LAST-MODIFIED, REV)
 */
public record LensSettings(ZoneId userZone, Set<String> ownAddresses, InstantSource clock) {
  public LensSettings {
    ownAddresses = Set.copyOf(ownAddresses);
  }
}
