package org.tandemsync.dav.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the same for many things on a few threads, and keeps their order. On those of the system:
 * there are never many at once, and a read with a timeout on a virtual one takes a timer and a
 * poller besides.
 */
final class Parallel {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("dav-", 1).factory());

  private final Semaphore slots;

  /**
   * @param atOnce how many, whoever has begun them
   */
  Parallel(int atOnce) {
    this.slots = new Semaphore(atOnce, true);
  }

  /** Begins something that waits for those. */
  static void start(Runnable task) {
    THREADS.execute(task);
  }

  /** All of them, with a limit of their own. */
  static <A, B> List<B> map(int atOnce, List<A> things, Function<A, B> what) {
    if (things.size() == 1) {
      return List.of(what.apply(things.getFirst()));
    }
    Flow<A, B> flow = new Parallel(atOnce).flow();
    flow.begin(things, what);
    return flow.results();
  }

  <A, B> Flow<A, B> flow() {
    return new Flow<>(slots);
  }

  /** What one caller has begun, a group after the other. */
  static final class Flow<A, B> {
    private final Semaphore slots;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final List<FutureTask<B>> begun = new ArrayList<>();

    private Flow(Semaphore slots) {
      this.slots = slots;
    }

    /**
     * Comes back when all of these were begun and the last of them are still under way. After an
     * exception no other is begun: a server that asks for a pause gets it.
     */
    void begin(List<A> things, Function<A, B> what) {
      for (A thing : things) {
        slots.acquireUninterruptibly();
        if (failed.get()) {
          slots.release();
          return;
        }
        FutureTask<B> task = new FutureTask<>(() -> apply(what, thing));
        begun.add(task);
        THREADS.execute(task);
      }
    }

    private B apply(Function<A, B> what, A thing) {
      try {
        return what.apply(thing);
      } catch (RuntimeException | Error e) {
        failed.set(true);
        throw e;
      } finally {
        slots.release();
      }
    }

    /** Waits for all that were begun, then throws the first exception if there was one. */
    List<B> results() {
      List<B> results = new ArrayList<>(begun.size());
      @Nullable Throwable failure = null;
      for (Future<B> one : begun) {
        try {
          results.add(one.get());
        } catch (ExecutionException e) {
          failure = failure == null ? e.getCause() : failure;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted", e);
        }
      }
      switch (failure) {
        case null -> {}
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException(failure);
      }
      return results;
    }
  }

  /** Until it has ended, well or not. */
  static void await(Future<?> before) throws InterruptedException {
    try {
      before.get();
    } catch (ExecutionException toldWhereItsOutcomesAreAskedFor) {
      // nothing follows from it here
    }
  }

  /** What it gives; what it failed with is thrown. */
  static <R> R outcome(Future<R> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
