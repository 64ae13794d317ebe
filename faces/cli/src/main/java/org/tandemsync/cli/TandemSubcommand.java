package org.tandemsync.cli;

import java.util.concurrent.Callable;
import org.tandemsync.services.ExitStatus;
import picocli.CommandLine.ParentCommand;

/** What all commands under {@code tandem} are. */
abstract class TandemSubcommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private TandemCommand tandem;

  TandemCommand tandem() {
    return tandem;
  }

  /** Does the work. */
  abstract ExitStatus run(Session session);

  @Override
  public final Integer call() {
    try (Session session = tandem.session()) {
      return run(session).code();
    }
  }
}
