package org.tandemsync.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.desktop.LogonStart;
import org.tandemsync.services.desktop.Registry;

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
   * The registry of Windows.
   *
   * @param system name of the operating system, as {@code os.name}
   * @throws org.tandemsync.services.CannotRun if the system has none
   */
  default Registry registry(String system) {
    throw new CannotRun(
        "This is an option of Outlook on Windows, and this is "
            + system
            + ". Nothing was changed.");
  }

  /**
   * How this system starts programs when its user logs on.
   *
   * @throws org.tandemsync.services.CannotRun if Tandem cannot use it, with the next step
   */
  default LogonStart logonStart(Invocation invocation) {
    throw new CannotRun(
        "How programs are started at logon on this system, Tandem does not know. Next step: have"
            + " 'tandem serve' started by your session.");
  }

  /** The script that starts this very Tandem; empty if it was started without one. */
  default Optional<Path> launcher(String system) {
    return Optional.empty();
  }

  /**
   * Makes {@code outlook.pst} with a sample year in a folder, and starts an empty server on this
   * machine.
   */
  DemoWorld startDemo(Path folder, Surroundings surroundings);
}
