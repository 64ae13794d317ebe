package org.tandemsync.sync;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Executor.Progress;
import org.tandemsync.sync.Executor.Taken;

/**
 * Carries out batches that write one side only, so that the store of that side need not wait: while
 * the effects of one batch are under way, what became of the one before is noted, and the next one
 * is read. Each batch keeps the order of {@link Executor}: intents, effects, what became of them.
 */
final class Pipeline<T> {
  private final Setup<T> setup;
  private final Executor<T> executor;
  private final Side side;
  private final boolean really;
  private @Nullable Underway<T> underway;

  private record Underway<T>(
      List<Progress<T>> batch,
      List<Progress<T>> concerned,
      Commit.Builder<T> end,
      Store.Writing writing,
      Consumer<List<Taken<T>>> then) {}

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
   * Begins a batch and ends the one before it.
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
    Underway<T> before = underway;
    @Nullable List<Written> outcomes = before == null ? null : outcomes(before);
    if (before != null && outcomes != null && !isPlain(outcomes)) {
      end(before, outcomes); // it asks the store again
      outcomes = null;
    }
    List<Progress<T>> concerned =
        batch.stream().filter(p -> p.step.intent().on(side) != null).toList();
    List<Effect<T>> effects =
        concerned.stream().flatMap(p -> Stream.ofNullable(p.step.intent().on(side))).toList();
    Store.Writing writing = effects.isEmpty() ? List::of : begun(effects);
    underway = new Underway<>(batch, concerned, end, writing, then);
    if (before != null && outcomes != null) {
      end(before, outcomes);
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

  /** Ends the last batch. */
  void finish() {
    Underway<T> last = underway;
    if (last != null) {
      end(last, outcomes(last));
    }
  }

  /** The same where something has failed already, which is what is told. */
  void finish(RuntimeException failure) {
    try {
      finish();
    } catch (RuntimeException alsoFails) {
      if (alsoFails != failure) {
        failure.addSuppressed(alsoFails);
      }
    }
  }

  /** Waits for a batch; where its store fails, nobody knows what became of it. */
  private List<Written> outcomes(Underway<T> batch) {
    underway = null;
    try {
      return batch.writing.outcomes();
    } catch (StoreException e) {
      executor.leaveOpen(batch.concerned, e);
      executor.end(batch.batch, batch.end);
      throw e;
    }
  }

  private void end(Underway<T> batch, List<Written> outcomes) {
    @Nullable StoreException failure = null;
    try {
      executor.take(side, batch.concerned, outcomes);
    } catch (StoreException e) {
      executor.leaveOpen(batch.concerned, e);
      failure = e;
    }
    executor.end(batch.batch, batch.end);
    if (failure != null) {
      throw failure;
    }
    batch.then.accept(Executor.taken(batch.batch));
  }
}
