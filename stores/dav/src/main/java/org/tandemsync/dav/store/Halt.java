package org.tandemsync.dav.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.discovery.DavTrouble;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/**
 * Stops the writes of all batches under way when the server as a whole does not work. The outcomes
 * of those that were done must not be lost: only a batch of which nothing was done ends with the
 * exception, else the next call does.
 */
final class Halt {
  private final AtomicReference<@Nullable StoreException> trouble = new AtomicReference<>();
  private final AtomicInteger batches = new AtomicInteger();

  /** The server does not work: this write was not done, and no other is begun. */
  Written stop(DavException e) {
    return stop(DavTrouble.of(e));
  }

  Written stop(StoreException why) {
    trouble.compareAndSet(null, why);
    return new Written.NotDone(String.valueOf(why.getMessage()));
  }

  Written unlessHalted(Supplier<Written> write) {
    StoreException why = trouble.get();
    return why == null ? write.get() : new Written.NotDone(String.valueOf(why.getMessage()));
  }

  boolean isHalted() {
    return trouble.get() != null;
  }

  /** The outcomes of a batch, unless there is nothing in them but the trouble. */
  List<Written> batch(Supplier<List<Written>> write) {
    batches.incrementAndGet();
    List<Written> outcomes;
    try {
      outcomes = write.get();
    } finally {
      batches.decrementAndGet();
    }
    if (outcomes.stream().allMatch(o -> o instanceof Written.NotDone)) {
      check();
    }
    return outcomes;
  }

  /** Throws what is the matter: once, and before that to each batch that is still under way. */
  void check() {
    StoreException why = batches.get() == 0 ? trouble.getAndSet(null) : trouble.get();
    if (why != null) {
      throw why;
    }
  }
}
