package org.tandemsync.cli;

import java.nio.file.Path;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.Surroundings;

/** Puts the services together; the command line knows no store and no database. */
public interface Composition {

  /**
   * The application over a home folder. Opens and writes nothing yet.
   *
   * @param verbose whether its log is also shown on standard error
   */
  Application open(Path home, Secrets secrets, Surroundings surroundings, boolean verbose);

  /**
   * How this system encrypts for its user.
   *
   * @param system name of the operating system, as {@code os.name}
   * @throws org.tandemsync.services.CannotRun if it does not, with the next step
   */
  default Protection protection(String system) {
    throw new CannotRun(
        "Passwords encrypted by Windows (dpapi) are there on Windows only. Next step: keep the"
            + " password in an environment variable, a file or a password manager ("
            + "password = { command = [...] }).");
  }

  /**
   * Makes {@code outlook.pst} with a sample year in a folder, and starts an empty server on this
   * machine.
   */
  DemoWorld startDemo(Path folder, Surroundings surroundings);
}
