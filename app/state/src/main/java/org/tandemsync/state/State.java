package org.tandemsync.state;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.History;
import org.tandemsync.services.Leases;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Memory;
import org.tandemsync.services.Profiles;
import org.tandemsync.services.RememberedCollections;
import org.tandemsync.services.Reports;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.TrustedCertificates;

/** Everything that Tandem remembers, in one SQLite file {@code tandem.db}. */
public final class State implements Memory, AutoCloseable {
  private final Database database;
  private final @Nullable InUse inUse;
  private final Profiles profiles;
  private final Ledgers ledgers;
  private final Leases leases;
  private final Reports reports;
  private final History history;
  private final Decisions decisions;
  private final TrustedCertificates trusted;
  private final RememberedCollections collections;

  private State(Database database, @Nullable InUse inUse, Surroundings surroundings, Owner owner) {
    this.database = database;
    this.inUse = inUse;
    this.profiles = new SqliteProfiles(database);
    this.ledgers = new SqliteLedgers(database, surroundings);
    this.leases = new SqliteLeases(database, surroundings, owner);
    this.reports = new SqliteReports(database);
    this.history = new SqliteHistory(database, surroundings.clock());
    this.decisions = new SqliteDecisions(database, surroundings.clock());
    this.trusted = new SqliteTrustedCertificates(database);
    this.collections = new SqliteCollections(database);
  }

  /**
   * Opens the state in a directory, making both where they are not there, readable for their owner
   * only.
   *
   * @throws org.tandemsync.services.CannotRun if the file is damaged, was written by a newer
   *     version or cannot be written; it is never overwritten
   */
  public static State open(Path directory, Surroundings surroundings) {
    return open(directory, surroundings, Owner.thisProcess());
  }

  static State open(Path directory, Surroundings surroundings, Owner owner) {
    Path home = directory.toAbsolutePath();
    InUse inUse = InUse.shared(home);
    boolean opened = false;
    try {
      Database database = Database.open(home, surroundings.clock());
      opened = true;
      return new State(database, inUse, surroundings, owner);
    } finally {
      if (!opened && inUse != null) {
        inUse.close();
      }
    }
  }

  /** For the one who has the folder alone. */
  static State openAlone(Path home, Surroundings surroundings) {
    return new State(
        Database.open(home, surroundings.clock()), null, surroundings, Owner.thisProcess());
  }

  @Override
  public Profiles profiles() {
    return profiles;
  }

  @Override
  public Ledgers ledgers() {
    return ledgers;
  }

  @Override
  public Leases leases() {
    return leases;
  }

  @Override
  public Reports reports() {
    return reports;
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public Decisions decisions() {
    return decisions;
  }

  public TrustedCertificates trusted() {
    return trusted;
  }

  public RememberedCollections collections() {
    return collections;
  }

  @Override
  public void close() {
    try {
      database.close();
    } finally {
      if (inUse != null) {
        inUse.close();
      }
    }
  }
}
