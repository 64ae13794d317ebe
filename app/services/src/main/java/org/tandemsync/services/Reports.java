package org.tandemsync.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.json.LossLine;
import org.tandemsync.sync.RunReport;

/** What runs did, kept for a while. */
public interface Reports {

  /** Notes that a run has begun; answers its number. */
  long begin(String profile, Instant started);

  /** Adds what happened to single items. */
  void add(long run, List<Entry> entries);

  /** Notes how a run ended. */
  void finish(
      long run, Instant finished, ExitStatus status, @Nullable RunReport report, String message);

  /**
   * Runs, the latest first.
   *
   * @param profile only of this one, or null
   */
  List<Run> runs(@Nullable String profile, int most);

  /** The entries of a run in order; empty if there is no such run. */
  List<Entry> entries(long run);

  /** When the latest run began of all that began by then. */
  Optional<Instant> latest(Instant by);

  /**
   * Drops runs that began before, and of each profile all but its last ones and those of which the
   * history keeps something.
   */
  void prune(Instant before, int keepOfEachProfile);

  /**
   * One run.
   *
   * @param finished null while it goes on, or if its process was ended
   * @param status null as long as it is not finished
   * @param report null if it could not run
   * @param message why it could not run, or a remark; may be empty
   */
  record Run(
      long id,
      String profile,
      Instant started,
      @Nullable Instant finished,
      @Nullable ExitStatus status,
      @Nullable RunReport report,
      String message) {}

  /**
   * What happened to one item.
   *
   * @param reason why it failed; empty unless it did
   * @param losses what of it was not carried
   */
  record Entry(Instant at, Outcome outcome, ActionLine line, String reason, List<LossLine> losses) {
    public Entry {
      losses = List.copyOf(losses);
    }
  }

  /** What became of a planned action. */
  enum Outcome {
    DONE("done"),
    FAILED("failed"),
    /** Nothing was to be done now: held, or waits for a decision. */
    LEFT("left");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** The word for this in JSON and messages. */
    public String label() {
      return label;
    }
  }
}
