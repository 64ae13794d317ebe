package org.tandemsync.distribution;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.When;

/** Kills processes at random instants of their work with a server. */
final class Assassin {
  private static final int WITHIN_REQUESTS = 20;

  private final Random random;
  private final int withinMilliseconds;
  private int kills;

  Assassin(Random random) {
    this(random, 400);
  }

  /**
   * @param withinMilliseconds how long after its first request a process may be killed
   */
  Assassin(Random random, int withinMilliseconds) {
    this.random = random;
    this.withinMilliseconds = withinMilliseconds;
  }

  int kills() {
    return kills;
  }

  /**
   * Starts a process and kills it: at some request, before it is carried out or after, or some time
   * after its first request, wherever it is then.
   *
   * @return false if it ended, well, before that
   */
  boolean kill(Dials dials, Callable<TandemProcess> start) throws Exception {
    TandemProcess victim = start.call();
    switch (random.nextInt(3)) {
      case 0 -> dials.cutBefore = at(random.nextInt(WITHIN_REQUESTS), victim);
      case 1 -> dials.loseAnswer = at(random.nextInt(WITHIN_REQUESTS), victim);
      default -> dials.cutBefore = later(random.nextInt(withinMilliseconds), victim);
    }
    try {
      if (victim.await() == TandemProcess.KILLED) {
        kills++;
        return true;
      }
      victim.awaitEnd();
      return false;
    } finally {
      dials.cutBefore = When.never();
      dials.loseAnswer = When.never();
    }
  }

  private static When at(int request, TandemProcess victim) {
    var seen = new AtomicInteger();
    return r -> {
      if (seen.getAndIncrement() < request) {
        return false;
      }
      victim.kill();
      return true;
    };
  }

  private static When later(int milliseconds, TandemProcess victim) {
    var seen = new AtomicInteger();
    return r -> {
      if (seen.getAndIncrement() == 0) {
        Thread.ofVirtual().start(() -> killAfter(milliseconds, victim));
      }
      return false;
    };
  }

  private static void killAfter(int milliseconds, TandemProcess victim) {
    try {
      Thread.sleep(milliseconds);
      victim.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
