package org.tandemsync.dav.store;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandemsync.dav.client.Answer;

/**
 * Whether the server has room left. One that refuses several bodies in a row for want of it is not
 * sent thousands of others. What is to be deleted is deleted all the same: that makes room.
 */
final class Room {
  private static final int INSUFFICIENT_STORAGE = 507;

  /** RFC 4331 6: also where the status is another one. */
  private static final Set<String> CONDITIONS =
      Set.of("quota-not-exceeded", "sufficient-disk-space");

  /** One may only be larger than what is left. */
  private static final int IN_A_ROW = 5;

  private final AtomicInteger refused = new AtomicInteger();

  /** Takes note of what became of a body. */
  void answered(Answer answer) {
    if (answer.isSuccess()) {
      refused.set(0);
    } else if (answer.status() == INSUFFICIENT_STORAGE
        || CONDITIONS.stream().anyMatch(answer.error()::has)) {
      refused.incrementAndGet();
    }
  }

  /** Something was deleted. */
  void made() {
    refused.set(0);
  }

  boolean isNone() {
    return refused.get() >= IN_A_ROW;
  }
}
