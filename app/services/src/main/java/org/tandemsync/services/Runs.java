package org.tandemsync.services;

import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.RunListener;

/** Plans and syncs profiles. */
public final class Runs {

  public Runs(
      Stores stores,
      Profiles profiles,
      Ledgers ledgers,
      Leases leases,
      Reports reports,
      Surroundings surroundings) {}

  /** What a sync would do now: the listener hears of each action. Writes nothing anywhere. */
  public RunResult plan(Profile profile, RunListener listener) {
    throw new UnsupportedOperationException();
  }

  /** Brings both sides in step: the listener hears of each action and of the progress. */
  public RunResult sync(Profile profile, RunListener listener) {
    throw new UnsupportedOperationException();
  }
}
