package org.tandemsync.services;

import java.time.Instant;

/** One run per profile at a time, whichever process it is in. */
public interface Leases {

  /** Takes the lease of a profile, also from an owner that is gone or was silent for too long. */
  Answer take(String profile);

  /** What became of the wish. */
  sealed interface Answer {}

  /**
   * A granted lease. Ledgers opened with it refuse to commit once somebody else has taken it over,
   * so that two runs never write into one ledger.
   */
  non-sealed interface Lease extends Answer, AutoCloseable {

    String profile();

    /** Counts the leases of this profile, upwards. */
    long token();

    /** Whether the owner before did not end its run. */
    boolean takenOver();

    /** Says that this run is alive. To be called every {@link #BEAT_SECONDS}. */
    void beat();

    /** Gives the lease back. */
    @Override
    void close();
  }

  /**
   * Somebody else is at it.
   *
   * @param owner which process on which machine
   * @param since when it took the lease
   * @param heard when it was last heard of
   */
  record Taken(String owner, Instant since, Instant heard) implements Answer {}

  /** How often a run says that it is alive. */
  int BEAT_SECONDS = 10;

  /** After this silence a run counts as gone, if its process cannot be asked. */
  int SILENCE_SECONDS = 90;
}
