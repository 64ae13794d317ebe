package org.tandemsync.services.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.configuration.Profile;

/** What other threads tell the one that serves, until it asks. */
final class News {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition any = lock.newCondition();
  private final Set<String> changed = new HashSet<>();
  private final Set<String> sent = new HashSet<>();
  private final Map<String, Boolean> there = new LinkedHashMap<>();
  private final List<Ended> ended = new ArrayList<>();

  /** A run has ended. */
  record Ended(Profile profile, RunResult result) {}

  /**
   * What was told since the last time.
   *
   * @param changed profiles whose folder has changed
   * @param sent profiles whose Outlook has sent and received
   * @param there whether a profile's Outlook is there, the latest word
   */
  record Heard(
      Set<String> changed, Set<String> sent, Map<String, Boolean> there, List<Ended> ended) {}

  void changed(String profile) {
    tell(() -> changed.add(profile));
  }

  void sentAndReceived(String profile) {
    tell(() -> sent.add(profile));
  }

  void there(String profile, boolean isThere) {
    tell(() -> there.put(profile, isThere));
  }

  /** Whether Outlook is there is not to be heard any more. */
  void forgetPresence(String profile) {
    tell(() -> there.remove(profile));
  }

  void ended(Profile profile, RunResult result) {
    tell(() -> ended.add(new Ended(profile, result)));
  }

  /** Wakes who waits, without any news. */
  void wake() {
    tell(() -> {});
  }

  private void tell(Runnable what) {
    lock.lock();
    try {
      what.run();
      any.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What was told; it is told once. */
  Heard hear() {
    lock.lock();
    try {
      Heard heard =
          new Heard(
              Set.copyOf(changed),
              Set.copyOf(sent),
              new LinkedHashMap<>(there),
              List.copyOf(ended));
      changed.clear();
      sent.clear();
      there.clear();
      ended.clear();
      return heard;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for news, or until there is no reason to wait any more. */
  void await(Duration most, BooleanSupplier over) throws InterruptedException {
    lock.lock();
    try {
      boolean nothing = changed.isEmpty() && sent.isEmpty() && there.isEmpty() && ended.isEmpty();
      if (nothing && !over.getAsBoolean()) {
        // At least a moment: what waits for something exclusive must not spin.
        long nanos = Math.max(most.toNanos(), TimeUnit.MILLISECONDS.toNanos(20));
        long _ = any.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }
}
