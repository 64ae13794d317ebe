package org.tandemsync.dav.client;

import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** As many connections of their own as there are requests at a time. */
final class Lanes {
  private final Credentials.Handshakes handshakes;
  private final Origin home;
  private final Deque<Lane> idle = new ConcurrentLinkedDeque<>();

  /** More than connections would take them away from each other in the middle. */
  private final Semaphore free;

  /** What was enough by one leg, and will be for each request; empty if nothing was. */
  private volatile String oneLeg = "";

  Lanes(Credentials.Handshakes handshakes, Origin home, int most) {
    this.handshakes = handshakes;
    this.home = home;
    this.free = new Semaphore(most, true);
  }

  Credentials.Handshakes handshakes() {
    return handshakes;
  }

  /** The one that was used last: its connection is the likeliest to be there. Waits for one. */
  Lane take() {
    free.acquireUninterruptibly();
    Lane lane = idle.pollFirst();
    Lane taken = lane == null ? new Lane(this, home) : lane;
    taken.begins();
    return taken;
  }

  void give(Lane lane) {
    lane.end();
    idle.addFirst(lane);
    free.release();
  }

  Optional<String> oneLegScheme() {
    return oneLeg.isEmpty() ? Optional.empty() : Optional.of(oneLeg);
  }

  /** By so many legs a server was told who asks. */
  void took(String scheme, int legs) {
    oneLeg = legs == 1 ? scheme : "";
  }
}
