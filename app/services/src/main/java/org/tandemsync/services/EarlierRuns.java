package org.tandemsync.services;

import java.util.Optional;
import org.tandemsync.services.configuration.Profile;

/** What is known of the runs of a profile: what it meant then it means now. */
record EarlierRuns(Profile profile, Ledgers ledgers) {

  /** The fingerprint of the options of the last one. */
  Optional<String> options() {
    return ledgers.options(profile.name());
  }

  /** Whether one has kept this folder or collection in step. */
  boolean had(Place place) {
    return ledgers.all(profile.name()).stream()
        .map(Ledgers.Kept::key)
        .anyMatch(
            key -> key.left().equals(place.identity()) || key.right().equals(place.identity()));
  }
}
