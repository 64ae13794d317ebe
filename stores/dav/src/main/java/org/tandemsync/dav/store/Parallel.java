package org.tandemsync.dav.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does the same for many things on virtual threads, a few at a time, and keeps their order. */
final class Parallel {
  private Parallel() {}

  /**
   * Waits for all that were begun, then throws the first exception if there was one. After an
   * exception no other is begun: a server that asks for a pause gets it.
   */
  static <A, B> List<B> map(int atOnce, List<A> things, Function<A, B> what) {
    if (things.size() == 1) {
      return List.of(what.apply(things.getFirst()));
    }
    Semaphore slots = new Semaphore(atOnce);
    AtomicBoolean failed = new AtomicBoolean();
    List<Future<B>> futures = new ArrayList<>(things.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (A thing : things) {
        slots.acquireUninterruptibly();
        if (failed.get()) {
          break;
        }
        futures.add(
            threads.submit(
                () -> {
                  try {
                    return what.apply(thing);
                  } catch (RuntimeException | Error e) {
                    failed.set(true);
                    throw e;
                  } finally {
                    slots.release();
                  }
                }));
      }
    }
    return results(futures);
  }

  private static <B> List<B> results(List<Future<B>> futures) {
    List<B> results = new ArrayList<>(futures.size());
    @Nullable Throwable failure = null;
    for (Future<B> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
    return results;
  }
}
