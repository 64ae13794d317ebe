package org.tandemsync.services;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.services.configuration.Endpoint;

/**
 * One-time import and export between any two endpoints, without a profile. What is there already
 * (the same UID, or the same in the eyes of a person) is not doubled, so it can be repeated.
 */
public final class Copy {

  public Copy(Stores stores, Surroundings surroundings) {}

  /**
   * Copies all items of the families.
   *
   * @param families empty for all
   */
  public Result copy(Endpoint from, Endpoint to, Set<Family> families, Listener listener) {
    throw new UnsupportedOperationException();
  }

  /** Hears of a copy while it goes on. */
  public interface Listener {
    /** The items of a folder go into another one. */
    default void folder(Place from, Place to, Family family, int items) {}

    default void item(Entry entry) {}
  }

  /** What became of one item. */
  public enum Outcome {
    COPIED("copied"),
    ALREADY_THERE("already-there"),
    FAILED("failed");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** The word for this in JSON and messages. */
    public String label() {
      return label;
    }
  }

  /**
   * One item.
   *
   * @param to null if there is no folder for it
   * @param reason why it failed, or in what it differs from what is there; may be empty
   */
  public record Entry(
      Place from, @Nullable Place to, String title, Outcome outcome, String reason) {}

  /** How many items had which outcome. */
  public record Result(Map<Outcome, Integer> counts) {
    public Result {
      counts = Map.copyOf(counts);
    }

    public int count(Outcome outcome) {
      return counts.getOrDefault(outcome, 0);
    }

    public ExitStatus exitStatus() {
      return count(Outcome.FAILED) > 0 ? ExitStatus.ATTENTION : ExitStatus.DONE;
    }
  }
}
