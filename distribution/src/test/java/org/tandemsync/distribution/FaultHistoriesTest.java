package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Histories by their seeds: people edit a data file and a server, the whole program syncs them, and
 * networks, servers, clocks, disks, ledgers and backups fail meanwhile. Each round ends in rest,
 * and both sides are compared with what people may expect ({@link Expectations}).
 */
final class FaultHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("tandem.faults", 10);
  private static final long FIRST = Long.getLong("tandem.faults.seed", 1);

  /** Names of faults with commas between; all if empty. */
  private static final String ONLY = System.getProperty("tandem.faults.only", "");

  /** One history in so many has real processes that are killed. */
  private static final int KILLS_IN = Integer.getInteger("tandem.faults.kills", 0);

  /** Most of the time a history waits: for a disk, or before it asks a server again. */
  private static final int AT_ONCE = Integer.getInteger("tandem.faults.lanes", 8);

  @TempDir private Path folder;

  @Test
  void whateverFailsNothingIsLostDoubledOrHalfWritten() throws Exception {
    AtomicInteger next = new AtomicInteger();
    ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    Callable<Void> lane =
        () -> {
          for (int i = next.getAndIncrement(); i < HISTORIES; i = next.getAndIncrement()) {
            FaultHistory history = history(FIRST + i);
            Throwable failure = history.live(folder.resolve("history" + i));
            if (failure != null) {
              failed.add(told(history, failure));
            }
            if (HISTORIES > 100 && i % 100 == 99) {
              System.out.printf(
                  "%d histories, %d failed, %d s%n",
                  i + 1, failed.size(), (System.nanoTime() - start) / 1_000_000_000);
            }
          }
          return null;
        };
    try (ExecutorService lanes = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        all.add(lane);
      }
      for (var done : lanes.invokeAll(all)) {
        done.get();
      }
    }
    assertThat(failed).isEmpty();
  }

  /**
   * A server that counts was put back, and gives a tag to another content again; a run that goes on
   * after a kill holds something; a data file is put back together with what Tandem remembers, and
   * Outlook gives an id again; a full disk keeps a run from noting what it made, and that is
   * deleted.
   */
  @ParameterizedTest
  @CsvSource({
    "101562, 0, false",
    "101760, 0, false",
    "100300, 2, true",
    "701815, 2, false",
    "801143, 2, false",
    "801733, 2, false",
    "801890, 2, false",
    "1000902, 0, false"
  })
  void whatWasFoundStaysMended(long seed, int round, boolean kills) throws Exception {
    assumeTrue(!kills || KILLS_IN > 0);
    FaultHistory history = history(seed, kills).only(round);
    Throwable failure = history.live(folder.resolve("found" + seed));
    assertThat(failure).as(history.toString()).isNull();
  }

  private static FaultHistory history(long seed) {
    return history(seed, KILLS_IN > 0 && seed % KILLS_IN == 0);
  }

  private static FaultHistory history(long seed, boolean kills) {
    return FaultHistory.of(
        seed,
        Arrays.stream(Fault.values())
            .filter(f -> f != Fault.KILLED || kills)
            .filter(f -> ONLY.isEmpty() || ONLY.contains(f.name()))
            .toList());
  }

  private String told(FaultHistory history, Throwable failure) throws Exception {
    if (HISTORIES > 1_000) {
      System.out.println(history + ": " + failure.getMessage());
      return history + ": " + failure.getMessage();
    }
    FaultHistory smallest = history.shrunk(folder.resolve("smaller" + history.seed()));
    return smallest + " of " + history + ": " + failure;
  }
}
