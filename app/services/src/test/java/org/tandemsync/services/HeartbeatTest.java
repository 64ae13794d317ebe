package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class HeartbeatTest {

  @Test
  void aBeatThatFailsIsNotTheLast() throws Exception {
    Beaten lease = new Beaten();
    try (Heartbeat _ = new Heartbeat(lease, 0)) {
      assertThat(lease.well.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  /** Its disk is full at first. */
  private static final class Beaten implements Leases.Lease {
    final CountDownLatch well = new CountDownLatch(3);
    private int beats;

    @Override
    public void beat() {
      if (++beats < 4) {
        throw new CannotRun("there is no room left");
      }
      well.countDown();
    }

    @Override
    public String profile() {
      return "Work";
    }

    @Override
    public long token() {
      return 1;
    }

    @Override
    public boolean takenOver() {
      return false;
    }

    @Override
    public void close() {}
  }
}
