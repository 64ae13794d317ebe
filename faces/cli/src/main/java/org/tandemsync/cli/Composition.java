package org.tandemsync.cli;

import java.nio.file.Path;
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
   * Makes {@code outlook.pst} with a sample year in a folder, and starts an empty server on this
   * machine.
   */
  DemoWorld startDemo(Path folder, Surroundings surroundings);
}
