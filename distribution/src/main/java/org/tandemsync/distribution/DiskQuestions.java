package org.tandemsync.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks about files, and does not wait for a disk that does not answer: the drive of a network that
 * is gone may be silent for hours, and others are to be served meanwhile.
 */
final class DiskQuestions {
  private final Duration patience;

  /** Not virtual ones: a silent disk would keep one of the few threads that carry these. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("disk").factory());

  private final Map<Path, Future<?>> unanswered = new ConcurrentHashMap<>();

  /**
   * @param patience how long a question may take
   */
  DiskQuestions(Duration patience) {
    this.patience = patience;
  }

  /**
   * The answer. There is none if it takes too long, or as long as an earlier question about the
   * file is not answered, or if the disk says that it fails.
   */
  <T> Optional<T> ask(Path file, Callable<T> question) {
    Future<?> earlier = unanswered.get(file);
    if (earlier != null && !earlier.isDone()) {
      return Optional.empty();
    }
    unanswered.remove(file);
    Future<T> asked = threads.submit(question);
    try {
      return Optional.of(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      unanswered.put(file, asked);
      return Optional.empty();
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNull(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static <T> Optional<T> failed(Throwable cause) {
    return switch (cause) {
      case IOException notThere -> Optional.empty();
      case RuntimeException ours -> throw ours;
      case Error ours -> throw ours;
      default -> throw new IllegalStateException(cause);
    };
  }
}
