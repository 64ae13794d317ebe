package org.tandemsync.services;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tandemsync.items.SameRules;
import org.tandemsync.items.WindowsZones;
import org.tandemsync.services.configuration.Profile;

/**
 * The time zone of a profile's person. One that is not named is the system's of the first run and
 * stays so: a computer that travels must not move what nobody has touched.
 *
 * @param remarks what the person should know about it
 */
record OwnZone(ZoneId zone, List<String> remarks) {
  /** Clocks of decades ago are in no calendar that is still read as they were told. */
  private static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

  /**
   * The zone of a run.
   *
   * @param before the zone of the runs before, if there were any
   */
  static OwnZone of(Profile profile, Optional<ZoneId> before, ZoneId system, Instant now) {
    ZoneId named = profile.timeZone();
    if (named != null) {
      return new OwnZone(named, List.of());
    }
    ZoneId zone = before.orElse(system);
    boolean sameClock = SameRules.between(zone.getRules(), system.getRules(), now, SameRules.END);
    return new OwnZone(
        zone,
        sameClock
            ? List.of()
            : List.of(
                "this computer is in the time zone "
                    + system
                    + " now; items stay in "
                    + zone
                    + ", as before. To change that, give the profile time-zone = \""
                    + system
                    + "\"; to keep it, time-zone = \""
                    + zone
                    + "\""));
  }

  /** Whether items are the same in both: Outlook has one name for them, and one clock. */
  static boolean alike(ZoneId one, ZoneId other) {
    return one.equals(other)
        || (WindowsZones.keyNameOf(one).isPresent()
            && WindowsZones.keyNameOf(one).equals(WindowsZones.keyNameOf(other))
            && SameRules.between(one.getRules(), other.getRules(), LONG_AGO, SameRules.END));
  }
}
