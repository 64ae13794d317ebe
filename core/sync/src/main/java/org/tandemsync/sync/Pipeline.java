package org.tandemsync.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Executor.Taken;

/**
 * Carries out batches that write one side only, so that the store of that side need not wait: while
 * the effects of two batches are under way, what became of the one before is noted, and the next
 * one is read. Each batch keeps the order of {@link Executor}: intents, effects, what became of
 * them.
 */
final class Pipeline<T> {
  private final Setup<T> setup;
  private final Executor<T> executor;
  private final Side side;
  private final boolean really;
  private final Deque<Underway<T>> underway = new ArrayDeque<>();

  /** So the store has the next effects before it has ended the last ones of a batch. */
  private static final int AT_ONCE = 2;

  private record Underway<T>(
      List<Progress<T>> batch,
      List<Progress<T>> concerned,
      Commit.Builder<T> end,
      Store.Writing writing,
      Consumer<List<Taken<T>>> then) {}

  /**
   * @param failure of the store as a whole, which then has no outcomes
   */
  private record Ended<T>(
      Underway<T> batch, List<Written> outcomes, @Nullable StoreException failure) {}

  /**
   * @param side the one that is written
   */
  Pipeline(Setup<T> setup, Executor<T> executor, Side side, boolean really) {
    this.setup = setup;
    this.executor = executor;
    this.side = side;
    this.really = really;
  }

  /**
   * Begins a batch, and ends an earlier one.
   *
   * @param then gets the creates whose identity was taken, when the batch has ended
   */
  void begin(List<Step<T>> steps, Consumer<List<Taken<T>>> then) {
    Commit.Builder<T> end = new Commit.Builder<>();
    List<Progress<T>> batch = executor.announced(steps, end);
    if (!really) {
      return;
    }
    executor.open(batch);
    Ended<T> ended = underway.size() < AT_ONCE ? null : await();
    List<Progress<T>> concerned =
        batch.stream().filter(p -> p.step.intent().on(side) != null).toList();
    List<Effect<T>> effects =
        concerned.stream().flatMap(p -> Stream.ofNullable(p.step.intent().on(side))).toList();
    Store.Writing writing = effects.isEmpty() ? List::of : begun(effects);
    underway.add(new Underway<>(batch, concerned, end, writing, then));
    if (ended != null) {
      end(ended);
    }
  }

  /** A failure shows where the outcomes are asked for. */
  private Store.Writing begun(List<Effect<T>> effects) {
    try {
      return setup.store(side).begin(effects);
    } catch (StoreException e) {
      return () -> {
        throw e;
      };
    }
  }

  /** Whether nothing more has to be asked of the store. */
  private boolean isPlain(List<Written> outcomes) {
    return outcomes.stream()
        .allMatch(
            w -> w instanceof Written.Done d && (d.revision() != null || setup.target() == null));
  }

  /** Ends what is under way. */
  void finish() {
    for (Ended<T> ended = await(); ended != null; ended = await()) {
      end(ended);
    }
  }

  /** The same where something has failed already, which is what is told. */
  void finish(RuntimeException failure) {
    while (!underway.isEmpty()) {
      try {
        finish();
      } catch (RuntimeException alsoFails) {
        if (alsoFails != failure) {
          failure.addSuppressed(alsoFails);
        }
      }
    }
  }

  /**
   * Waits for the oldest batch. Where the store has failed or has to be asked about it, all are
   * ended first, and there is nothing left to be done.
   */
  private @Nullable Ended<T> await() {
    Underway<T> oldest = underway.poll();
    if (oldest == null) {
      return null;
    }
    Ended<T> ended = ended(oldest);
    if (ended.failure() == null && isPlain(ended.outcomes())) {
      return ended;
    }
    List<Ended<T>> all = new ArrayList<>(List.of(ended));
    while (!underway.isEmpty()) {
      all.add(ended(underway.remove()));
    }
    endAll(all);
    return null;
  }

  private static <T> Ended<T> ended(Underway<T> batch) {
    try {
      return new Ended<>(batch, batch.writing.outcomes(), null);
    } catch (StoreException e) {
      return new Ended<>(batch, List.of(), e);
    }
  }

  private void endAll(List<Ended<T>> all) {
    @Nullable RuntimeException failure = null;
    for (Ended<T> one : all) {
      try {
        end(one);
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else if (failure != e) {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Where the store has failed, nobody knows what became of the batch. */
  private void end(Ended<T> ended) {
    Underway<T> batch = ended.batch;
    @Nullable StoreException failure = ended.failure;
    if (failure == null) {
      try {
        executor.outcomes().take(side, batch.concerned, ended.outcomes);
      } catch (StoreException e) {
        failure = e;
      }
    }
    if (failure != null) {
      executor.outcomes().leaveOpen(batch.concerned, failure);
    }
    executor.end(batch.batch, batch.end);
    if (failure != null) {
      throw failure;
    }
    batch.then.accept(Executor.taken(batch.batch));
  }
}
