package org.tandemsync.services.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a system starts a program when its user logs on: for this user only, without any rights. All
 * methods throw {@link org.tandemsync.services.CannotRun} where that cannot be done.
 */
public interface LogonStart {

  /**
   * A program.
   *
   * @param launcher absolute
   * @param arguments each one as it is, without quotes
   */
  record Program(Path launcher, List<String> arguments) {
    public Program {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What is set up.
   *
   * @param where the file, or the value of the registry
   * @param what starts, in the system's own words
   */
  record SetUp(String where, String what) {}

  /** What Tandem has set up; empty if it has not, also where somebody else has. */
  Optional<SetUp> shown();

  /** Sets it up from the next logon on, or anew. */
  SetUp install(Program program);

  /**
   * Takes it away.
   *
   * @return what was there
   */
  Optional<SetUp> remove();

  /** The command that starts it at once. */
  String startNow();
}
