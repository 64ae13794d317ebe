package org.tandemsync.services;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tandemsync.services.configuration.Profile;

/**
 * The time zone of a profile's person. One that is not named is the system's of the first run and
 * stays so: a computer that travels must not move what nobody has touched.
 *
 * @param remarks what the person should know about it
 */
record OwnZone(ZoneId zone, List<String> remarks) {

  /**
   * The zone of a run.
   *
   * @param before the zone of the run before, if there was one
   */
  static OwnZone of(Profile profile, Optional<ZoneId> before, ZoneId system, Instant now) {
    ZoneId named = profile.timeZone();
    if (named != null) {
      return new OwnZone(named, List.of());
    }
    ZoneId zone = before.orElse(system);
    boolean sameClock = zone.getRules().getOffset(now).equals(system.getRules().getOffset(now));
    return new OwnZone(
        zone,
        sameClock
            ? List.of()
            : List.of(
                "this computer is in the time zone "
                    + system
                    + " now; items stay in "
                    + zone
                    + ", as in the run before. To change that, give the profile time-zone = \""
                    + system
                    + "\"; to keep it, time-zone = \""
                    + zone
                    + "\""));
  }
}
