package org.tandemsync.state;

import java.nio.file.Path;
import org.tandemsync.services.Leases;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Profiles;
import org.tandemsync.services.Reports;
import org.tandemsync.services.Surroundings;

/** Everything that Tandem remembers, in one SQLite file {@code tandem.db}. */
public interface State extends AutoCloseable {

  /**
   * Opens the state in a directory, making both where they are not there, readable for their owner
   * only.
   *
   * @throws org.tandemsync.services.CannotRun if the file is damaged, was written by a newer
   *     version or cannot be written; it is never overwritten
   */
  static State open(Path directory, Surroundings surroundings) {
    throw new UnsupportedOperationException();
  }

  Profiles profiles();

  Ledgers ledgers();

  Leases leases();

  Reports reports();

  @Override
  void close();
}
