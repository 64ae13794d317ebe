package org.tandemsync.services;

import java.time.ZoneId;
import java.util.Optional;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;

/** What is known of the runs of a profile: what it meant then it means now. */
record EarlierRuns(Profile profile, Configuration configuration, Ledgers ledgers) {

  /**
   * The zone that they had. A new profile has that of the other ones of its data file, which are
   * the same person's: else an item could not be moved between them.
   */
  Optional<ZoneId> zone() {
    Optional<String> own = ledgers.options(profile.name());
    return own.isPresent()
        ? own.flatMap(RunSettings::zoneIn)
        : configuration.profiles().stream()
            .filter(other -> other.timeZone() == null && isInFileOf(other))
            .flatMap(other -> ledgers.options(other.name()).stream())
            .flatMap(options -> RunSettings.zoneIn(options).stream())
            .findFirst();
  }

  private boolean isInFileOf(Profile other) {
    return profile.outlook() instanceof OutlookEndpoint.Pst here
        && other.outlook() instanceof OutlookEndpoint.Pst there
        && here.file().normalize().equals(there.file().normalize());
  }

  /** Whether one has kept this folder or collection in step. */
  boolean had(Place place) {
    return ledgers.all(profile.name()).stream()
        .map(Ledgers.Kept::key)
        .anyMatch(
            key -> key.left().equals(place.identity()) || key.right().equals(place.identity()));
  }
}
