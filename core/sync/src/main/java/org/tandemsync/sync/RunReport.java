package org.tandemsync.sync;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, as data. Single items went to the {@link RunListener}; this is the sum.
 *
 * @param links how many pairs the ledger holds after the run
 * @param created new items per side
 * @param updated changed items per side
 * @param deleted deleted items per side
 * @param moved items that went to other profiles or came from there
 * @param adopted pairs that were found equal or linked
 * @param conflicts items with clashing fields
 * @param held actions that were not carried out on purpose
 * @param guarded how many of these the guard holds until somebody approves of them
 * @param postponed items that somebody changed while the run was at work; the next run takes them
 * @param failed items that failed
 * @param lost values that could not be carried; no failure
 * @param read bodies read per side
 * @param problems what concerns the run as a whole, in plain words
 * @param stopped why the run ended early, or null if it came to its end
 */
public record RunReport(
    int links,
    Map<Side, Integer> created,
    Map<Side, Integer> updated,
    Map<Side, Integer> deleted,
    List<Moved> moved,
    int adopted,
    int conflicts,
    int held,
    int guarded,
    int postponed,
    int failed,
    int lost,
    Map<Side, Integer> read,
    List<String> problems,
    @Nullable StoreException stopped) {

  public RunReport {
    created = Map.copyOf(new EnumMap<>(created));
    updated = Map.copyOf(new EnumMap<>(updated));
    deleted = Map.copyOf(new EnumMap<>(deleted));
    moved = List.copyOf(moved);
    read = Map.copyOf(new EnumMap<>(read));
    problems = List.copyOf(problems);
  }

  /** Of a run that moves nothing, and that no guard watches. */
  public RunReport(
      int links,
      Map<Side, Integer> created,
      Map<Side, Integer> updated,
      Map<Side, Integer> deleted,
      int adopted,
      int conflicts,
      int held,
      int postponed,
      int failed,
      int lost,
      Map<Side, Integer> read,
      List<String> problems,
      @Nullable StoreException stopped) {
    this(
        links, created, updated, deleted, List.of(), adopted, conflicts, held, 0, postponed, failed,
        lost, read, problems, stopped);
  }

  /**
   * Items that were moved between this profile and another one.
   *
   * @param away to the other one; else from it
   */
  public record Moved(String profile, boolean away, int items) {}

  /** Whether a person should look: a failure, an open conflict, something held. */
  public boolean needsAttention() {
    return conflicts + held + failed > 0 || !problems.isEmpty() || stopped != null;
  }
}
