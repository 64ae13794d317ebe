package org.tandemsync.cli;

import java.nio.file.Path;
import java.util.Map;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.Surroundings;

/**
 * All that one call of the command line has from outside.
 *
 * @param environment the environment variables
 * @param directory what relative paths are relative to
 * @param userHome what {@code ~} stands for
 * @param system name of the operating system, as {@code os.name}
 * @param endRequests how the process is asked to end
 */
public record Invocation(
    Terminal terminal,
    Map<String, String> environment,
    Path directory,
    Path userHome,
    String system,
    Surroundings surroundings,
    Composition composition,
    EndRequests endRequests) {
  public Invocation {
    environment = Map.copyOf(environment);
  }

  /** Nobody asks it to end. */
  public Invocation(
      Terminal terminal,
      Map<String, String> environment,
      Path directory,
      Path userHome,
      String system,
      Surroundings surroundings,
      Composition composition) {
    this(
        terminal,
        environment,
        directory,
        userHome,
        system,
        surroundings,
        composition,
        EndRequests.NONE);
  }
}
