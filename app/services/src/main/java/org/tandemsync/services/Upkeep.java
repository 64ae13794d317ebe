package org.tandemsync.services;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks after the file in which Tandem remembers things, also when it cannot be opened. */
public interface Upkeep {

  /** Reads all of it and writes nothing. */
  Diagnosis examine();

  /**
   * Puts a damaged file aside and makes a new one with the accounts, profiles and trusted
   * certificates of the old one, or where that has none any more of the latest backup. What was in
   * step is matched anew by the next run, as in a first one; but what waits for a person in the old
   * one is taken over.
   *
   * @throws CannotRun if the file is sound, newer than the program or in use
   */
  Renewed renew();

  /**
   * What was found.
   *
   * @param bytes its size, 0 if it is not there yet
   * @param trouble what is wrong with the next step; empty if it is sound
   * @param backups the copies that are kept, the latest first
   */
  record Diagnosis(Path file, long bytes, Optional<String> trouble, List<Path> backups) {
    public Diagnosis {
      backups = List.copyOf(backups);
    }
  }

  /**
   * What became of it.
   *
   * @param aside where the old file is
   * @param waiting how many items wait for a decision, were decided about or are ignored; empty if
   *     that cannot be read any more
   * @param source the file that the configuration comes from; empty if it was in none
   */
  record Renewed(
      Path aside, OptionalInt waiting, Optional<Path> source, int accounts, int profiles) {}
}
