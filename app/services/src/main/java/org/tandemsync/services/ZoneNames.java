package org.tandemsync.services;

import java.time.ZoneId;
import java.util.Optional;
import org.tandemsync.items.Zone;

/** What the names of time zones mean, those of Windows among them. */
@FunctionalInterface
public interface ZoneNames {

  /** The rules of a zone, or empty if nobody knows the name. */
  Optional<ZoneId> zoneId(Zone zone);
}
