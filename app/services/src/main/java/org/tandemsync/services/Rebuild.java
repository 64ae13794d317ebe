package org.tandemsync.services;

import org.tandemsync.services.configuration.Profile;

/**
 * Forgets what a profile had in step, so that its next run matches both sides anew, as a first run
 * does: items that belong together are linked, what only one side has is made on the other, and
 * where both differ both values are kept. Nothing is taken for deleted. The history stays, and so
 * does what waits for a person.
 */
public final class Rebuild {
  private final Ledgers ledgers;
  private final Leases leases;
  private final Reports reports;
  private final Surroundings surroundings;

  public Rebuild(Memory memory, Surroundings surroundings) {
    this.ledgers = memory.ledgers();
    this.leases = memory.leases();
    this.reports = memory.reports();
    this.surroundings = surroundings;
  }

  /**
   * Makes a backup, then forgets.
   *
   * @throws CannotRun if a run is at it
   */
  public Ledgers.Forgotten forget(Profile profile) {
    return switch (leases.take(profile.name())) {
      case Leases.Taken taken -> throw new CannotRun(Runs.busy(profile, taken));
      case Leases.Lease lease -> {
        // a backup of a large file takes longer than a lease lasts in silence
        try (lease;
            Heartbeat _ = new Heartbeat(lease)) {
          long run = reports.begin(profile.name(), surroundings.clock().instant());
          Ledgers.Forgotten forgotten = ledgers.forget(lease);
          reports.finish(
              run,
              surroundings.clock().instant(),
              ExitStatus.DONE,
              null,
              "what was in step is forgotten, items are matched anew");
          yield forgotten;
        }
      }
    };
  }
}
