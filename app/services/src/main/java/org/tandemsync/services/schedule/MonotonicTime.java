package org.tandemsync.services.schedule;

import java.time.Duration;

/**
 * A clock that nobody sets. It may stand still while the machine sleeps: on Linux and macOS it
 * does.
 */
@FunctionalInterface
public interface MonotonicTime {

  /** The time that has passed since some instant that stays the same. */
  Duration elapsed();

  /** The one of this machine. */
  static MonotonicTime ofSystem() {
    long start = System.nanoTime();
    return () -> Duration.ofNanos(System.nanoTime() - start);
  }
}
