package org.tandemsync.services;

import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;

/** What the options of a profile are frozen from, for all that works on one. */
record ProfileSettings(Stores stores, Memory memory, ZoneNames zones, Surroundings surroundings) {

  /** The options of a profile as they are now. */
  RunSettings freeze(Profile profile) {
    Configuration configuration = profiles().configuration();
    return RunSettings.freeze(
        profile,
        configuration,
        stores,
        zones,
        surroundings,
        new EarlierRuns(profile, configuration, memory.ledgers()));
  }

  Profiles profiles() {
    return memory.profiles();
  }
}
