package org.tandemsync.outlook.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.tandemsync.outlook.WriteListener;

/**
 * Tells the echo of a run from what somebody else does. Outlook tells of our own changes as of all
 * others: some while we wait for the call that made them, some a moment later. Of a new item nobody
 * knows the id before that call has come back, so what happens during a run is judged at its end.
 */
public final class OwnWrites implements WriteListener {
  /** So long after a run its own changes may still be told. */
  static final Duration ECHO = Duration.ofSeconds(10);

  /** More is not remembered of one run: then it counts as somebody else's. */
  private static final int MOST = 20_000;

  private final InstantSource clock;
  private final Set<String> written = new HashSet<>();
  private final Set<String> undecided = new HashSet<>();
  private boolean running;
  private boolean overflow;
  private int deletions;
  private int removals;
  private Instant ended = Instant.EPOCH;

  public OwnWrites(InstantSource clock) {
    this.clock = clock;
  }

  /** A run begins. */
  public synchronized void begin() {
    written.clear();
    undecided.clear();
    running = true;
    overflow = false;
    deletions = 0;
    removals = 0;
  }

  InstantSource clock() {
    return clock;
  }

  /** Nothing is known of what others write between the runs. */
  @Override
  public synchronized void wrote(String entryId) {
    if (running && written.size() < MOST) {
      written.add(entryId);
    }
  }

  @Override
  public synchronized void deletes(String entryId) {
    if (running) {
      deletions++;
      wrote(entryId);
    }
  }

  /**
   * The run has ended.
   *
   * @return whether somebody else has changed something while it went on
   */
  public synchronized boolean end() {
    running = false;
    ended = clock.instant();
    undecided.removeAll(written);
    boolean foreign = overflow || !undecided.isEmpty() || removals > deletions;
    undecided.clear();
    return foreign;
  }

  /**
   * Outlook tells that an item was added, changed or is about to leave.
   *
   * @return whether that is known to be somebody else's doing
   */
  public synchronized boolean foreign(String entryId) {
    if (running) {
      overflow |= undecided.size() >= MOST;
      if (!overflow) {
        undecided.add(entryId);
      }
      return false;
    }
    return !(echoing() && written.contains(entryId));
  }

  /** Outlook tells that an item has left, and not which one. */
  public synchronized boolean foreignRemoval() {
    removals++;
    return !running && !(echoing() && removals <= deletions);
  }

  private boolean echoing() {
    Instant now = clock.instant();
    boolean setBack = now.isBefore(ended);
    return !setBack && now.isBefore(ended.plus(ECHO));
  }
}
