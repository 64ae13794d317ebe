package org.tandemsync.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.StoreException;

/** How a plan or a sync of one profile ended. */
public sealed interface RunResult {

  String profile();

  ExitStatus exitStatus();

  /**
   * It ran: to its end, or until a store failed ({@link RunReport#stopped}).
   *
   * @param run number of its report, 0 for a plan
   * @param remarks what the user should know besides, in plain words: another folder than in the
   *     run before, an interrupted run that was settled
   */
  record Ran(String profile, long run, RunReport report, List<String> remarks)
      implements RunResult {
    public Ran {
      remarks = List.copyOf(remarks);
    }

    @Override
    public ExitStatus exitStatus() {
      return report.stopped() != null
          ? ExitStatus.COULD_NOT_RUN
          : report.needsAttention() ? ExitStatus.ATTENTION : ExitStatus.DONE;
    }
  }

  /**
   * It did not start, or broke off; nothing is lost by that.
   *
   * @param message what is wrong, where, and the next step
   * @param cause what a store said, or null if it was none
   */
  record CouldNotRun(String profile, String message, @Nullable StoreException cause)
      implements RunResult {
    public CouldNotRun(String profile, String message) {
      this(profile, message, null);
    }

    @Override
    public ExitStatus exitStatus() {
      return ExitStatus.COULD_NOT_RUN;
    }
  }
}
