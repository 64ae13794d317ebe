package org.tandemsync.distribution;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.cli.EndRequests;
import sun.misc.Signal;

/**
 * SIGTERM and Ctrl+C; on Windows TERM is the end of the session too.
 *
 * <p>A shutdown hook would serve without {@code sun.misc}, but then the exit status is 143, which
 * systemd and others take for a failure, and halting instead leaves the native library of SQLite
 * behind in the temporary folder each time.
 */
final class ProcessSignals implements EndRequests {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessSignals.class);

  /** What shells show for a program that Ctrl+C ended. */
  private static final int INTERRUPTED = 130;

  private boolean asked;

  @Override
  public void tell(Runnable end) {
    for (String name : List.of("TERM", "INT")) {
      try {
        Signal.handle(new Signal(name), signal -> ask(end));
      } catch (IllegalArgumentException e) {
        // The virtual machine was started with -Xrs: the process ends at once, as without us.
        LOG.info("{} is not heard: {}", name, e.getMessage());
      }
    }
  }

  private synchronized void ask(Runnable end) {
    if (asked) {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
    asked = true;
    end.run();
  }
}
