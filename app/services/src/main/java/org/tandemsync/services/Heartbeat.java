package org.tandemsync.services;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the holder of a lease is alive, until it is closed. */
public final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private final Thread thread;

  public Heartbeat(Leases.Lease lease) {
    this(lease, Leases.BEAT_SECONDS);
  }

  /**
   * Each beat is written to the disk: who holds a lease for days beats more rarely.
   *
   * @param seconds between two beats, fewer than {@link Leases#SILENCE_SECONDS}
   */
  public Heartbeat(Leases.Lease lease, int seconds) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("heartbeat " + lease.profile())
            .start(() -> beat(lease, seconds));
  }

  private static void beat(Leases.Lease lease, int seconds) {
    String trouble = "";
    try {
      while (true) {
        Thread.sleep(seconds * 1000L);
        trouble = beat(lease, trouble);
      }
    } catch (InterruptedException ended) {
      // the run is over
    }
  }

  /**
   * A disk may be full for a moment only: who falls silent for that loses its lease. The next
   * commit says the same, and nothing can be written without the lease.
   *
   * @return what is in the way, which is said once
   */
  private static String beat(Leases.Lease lease, String trouble) {
    try {
      lease.beat();
      return "";
    } catch (CannotRun e) {
      String now = String.valueOf(e.getMessage());
      if (!now.equals(trouble)) {
        LOG.warn("{}", now);
      }
      return now;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
