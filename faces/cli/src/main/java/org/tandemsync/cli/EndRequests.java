package org.tandemsync.cli;

/**
 * How this process is asked to end: SIGTERM, Ctrl+C, the end of a session of Windows. Where nobody
 * listens that ends it at once, and nothing is lost by that; a command that goes on for long
 * listens, and ends what it has begun.
 */
@FunctionalInterface
public interface EndRequests {
  /** Nobody asks. */
  EndRequests NONE = end -> {};

  /**
   * Tells of the first request, from another thread. A second one ends the process at once.
   *
   * @param end returns at once
   */
  void tell(Runnable end);
}
