package org.tandemsync.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A history as data: what is drawn by chance in a round follows from the seed of that round alone,
 * so that rounds and faults can be left out.
 */
record FaultHistory(long seed, List<Round> rounds) {
  private static final int ROUNDS = 3;

  /** Edits by people, with faults among them. */
  record Round(long seed, List<Fault> faults) {}

  /**
   * @param faults which there may be
   */
  static FaultHistory of(long seed, List<Fault> faults) {
    Random random = new Random(seed);
    Random later = new Random(~seed);
    List<Fault> first = faults.stream().filter(f -> f != Fault.MOVED_UNSEEN).toList();
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      List<Fault> drawn = new ArrayList<>();
      for (int n = random.nextInt(4) == 0 ? 2 : 1; n > 0; n--) {
        Fault fault = first.get(random.nextInt(first.size()));
        // seeds of before mean nearly what they meant
        boolean moved = first.size() < faults.size() && later.nextInt(faults.size()) == 0;
        drawn.add(moved ? Fault.MOVED_UNSEEN : fault);
      }
      rounds.add(new Round(random.nextLong(), drawn));
    }
    return new FaultHistory(seed, rounds);
  }

  /** The same with some of its rounds only. */
  FaultHistory only(int... which) {
    return new FaultHistory(seed, IntStream.of(which).mapToObj(rounds::get).toList());
  }

  /** Lives it in a folder of its own. Returns what failed, or null. */
  @Nullable Throwable live(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (FaultLife life = new FaultLife(folder, this)) {
      life.live();
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e;
    } catch (Exception e) {
      return e;
    } finally {
      ContactsInDataFile.delete(folder);
    }
  }

  /** The smallest history in which something fails too. */
  FaultHistory shrunk(Path folder) throws IOException {
    for (FaultHistory smaller : smaller()) {
      if (smaller.live(folder) != null) {
        return smaller.shrunk(folder);
      }
    }
    return this;
  }

  private List<FaultHistory> smaller() {
    List<FaultHistory> all = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      if (rounds.size() > 1) {
        all.add(new FaultHistory(seed, without(rounds, i)));
      }
      Round round = rounds.get(i);
      for (int f = 0; f < round.faults().size(); f++) {
        List<Round> less = new ArrayList<>(rounds);
        less.set(i, new Round(round.seed(), without(round.faults(), f)));
        all.add(new FaultHistory(seed, less));
      }
    }
    return all;
  }

  private static <E> List<E> without(List<E> all, int index) {
    return IntStream.range(0, all.size()).filter(i -> i != index).mapToObj(all::get).toList();
  }

  @Override
  public String toString() {
    return "seed " + seed + " " + rounds.stream().map(Round::faults).toList();
  }
}
