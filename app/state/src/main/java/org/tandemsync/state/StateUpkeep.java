package org.tandemsync.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tandemsync.items.Item;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.History;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.TrustedCertificates;
import org.tandemsync.services.Upkeep;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/** Looks after {@code tandem.db} of a folder. */
public final class StateUpkeep implements Upkeep {
  /** The database, what it has not taken in yet, and the index of that. */
  private static final List<String> ENDINGS = List.of("", "-wal", "-shm");

  private static final int BATCH = 200;

  private final Path home;
  private final Surroundings surroundings;

  public StateUpkeep(Path home, Surroundings surroundings) {
    this.home = home.toAbsolutePath();
    this.surroundings = surroundings;
  }

  private Path file() {
    return home.resolve(Database.FILE);
  }

  private Backups backups() {
    return Backups.of(home, surroundings.clock());
  }

  @Override
  public Diagnosis examine() {
    List<Path> backups = backups().all();
    if (!Files.exists(file())) {
      return new Diagnosis(file(), 0, Optional.empty(), backups);
    }
    Optional<String> trouble = Optional.empty();
    try {
      readAll();
    } catch (CannotRun e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
    }
    return new Diagnosis(file(), size(), trouble, backups);
  }

  /** Pages, indexes, and every text in them. */
  private void readAll() {
    try (Database database = Database.open(home, surroundings.clock())) {
      new Soundness(database, surroundings.clock()).check("integrity_check");
      new SqliteProfiles(database).configuration();
      new SqliteReports(database).runs(null, Integer.MAX_VALUE);
      History history = new SqliteHistory(database, surroundings.clock());
      history.search(null, null, Integer.MAX_VALUE).forEach(v -> history.kept(v.number()));
      Ledgers ledgers = new SqliteLedgers(database, surroundings);
      for (Ledgers.Kept kept : ledgers.all(null)) {
        ledgers.conflicts(kept.key().profile(), Integer.MAX_VALUE);
        readAll(kept.ledger());
      }
    }
  }

  private static void readAll(Ledger<Item> ledger) {
    ledger.openIntents();
    List<LinkId> links = ledger.heads().stream().map(LinkHead::id).toList();
    for (int from = 0; from < links.size(); from += BATCH) {
      ledger.links(links.subList(from, Math.min(links.size(), from + BATCH)));
    }
    for (Side side : Side.values()) {
      ledger.passedOver(side);
      ledger.checkpoint(side);
    }
  }

  private long size() {
    try {
      return Files.size(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Renewed renew() {
    requireDamage();
    try (InUse _ = InUse.alone(home)) {
      requireDamage(); // another one may have made it anew meanwhile
      return renewed();
    }
  }

  private void requireDamage() {
    if (!isDamaged()) {
      throw new CannotRun(
          file()
              + " is sound. Next step: name the profile whose items are to be matched anew, as in"
              + " 'tandem doctor --rebuild Work'");
    }
  }

  private Renewed renewed() {
    // One of another machine, or of an older version, has no lock here.
    ofCopy(file(), copy -> new SqliteLeases(copy, surroundings, Owner.thisProcess()).atWork())
        .filter(working -> !working.isEmpty())
        .ifPresent(
            working -> {
              throw InUse.inUse(home, String.join(", ", working));
            });
    Optional<Salvaged> found = salvaged();
    Path aside = putAside();
    try (State fresh = State.openAlone(home, surroundings)) {
      found.ifPresent(
          salvaged -> {
            fresh.profiles().replace(salvaged.configuration());
            salvaged.trusted().forEach(fresh.trusted()::accept);
          });
    }
    return new Renewed(
        aside,
        takenOver(aside),
        found.map(Salvaged::source),
        found.map(s -> s.configuration().accounts().size()).orElse(0),
        found.map(s -> s.configuration().profiles().size()).orElse(0));
  }

  /** Another trouble (a newer version, no access, a full disk) is told as it is. */
  private boolean isDamaged() {
    if (!Files.exists(file())) {
      return false;
    }
    try {
      readAll();
      return false;
    } catch (Damaged e) {
      return true;
    }
  }

  /** What could be read of some file. */
  private record Salvaged(
      Path source, Configuration configuration, List<TrustedCertificates.Accepted> trusted) {}

  /** Of the damaged file, else of the latest backup that can be read. */
  private Optional<Salvaged> salvaged() {
    List<Path> sources = new ArrayList<>(List.of(file()));
    sources.addAll(backups().all());
    for (Path source : sources) {
      Optional<Salvaged> found = salvaged(source);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Salvaged> salvaged(Path source) {
    return ofCopy(
        source,
        copy ->
            new Salvaged(
                source,
                new SqliteProfiles(copy).configuration(),
                new SqliteTrustedCertificates(copy).all()));
  }

  /** Only of the file itself: what waited when a backup was made may be done since. */
  private OptionalInt takenOver(Path aside) {
    return ofCopy(aside, copy -> new TakenOver(copy, surroundings.clock()).into(home))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** Reads a copy, whose tables are brought up to date first. */
  private <R> Optional<R> ofCopy(Path source, Function<Database, R> read) {
    Path copies = home.resolve("salvage");
    try {
      delete(copies);
      Database.makeFolder(copies);
      for (String ending : ENDINGS) {
        Path part = source.resolveSibling(source.getFileName() + ending);
        if (Files.exists(part)) {
          Files.copy(part, copies.resolve(Database.FILE + ending));
        }
      }
      try (Database copy = Database.openUnchecked(copies, surroundings.clock())) {
        return Optional.of(read.apply(copy));
      } finally {
        delete(copies);
      }
    } catch (IOException | RuntimeException notThere) {
      return Optional.empty();
    }
  }

  private Path putAside() {
    try {
      Database.makeFolder(backups().folder());
      Path aside = backups().free("damaged-", ".db");
      for (String ending : ENDINGS) {
        Path part = home.resolve(Database.FILE + ending);
        if (Files.exists(part)) {
          Files.move(part, aside.resolveSibling(aside.getFileName() + ending));
        }
      }
      return aside;
    } catch (IOException e) {
      throw new CannotRun(
          file()
              + " cannot be moved to "
              + backups().folder()
              + " ("
              + e.getMessage()
              + "); make room, or make the folder writable",
          e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
