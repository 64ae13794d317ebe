package org.tandemsync.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.tandemsync.items.Item;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.json.ItemJson;
import org.tandemsync.services.json.PartedJson;

/**
 * The SQLite file with its one connection. Written in WAL mode, so that readers in other processes
 * are not in the way, and with {@code synchronous=FULL}: an intent must be on the disk before its
 * effect goes out. That is two syncs of the disk for each batch, not for each item.
 */
final class Database implements AutoCloseable {
  static final String FILE = "tandem.db";

  /** The version of the tables; the number of the last script in the resources. */
  static final int VERSION = 15;

  /** The first version that knows when the file was last checked. */
  static final int DATED_SINCE = 9;

  /** No Tandem will ever have tables of a later version: such a number is damage. */
  private static final int PLAUSIBLE = 100_000;

  /** "TnDm": tells our file from another SQLite file. */
  private static final int APPLICATION_ID = 0x546E446D;

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);

  private final Path file;
  private final Connection connection;
  private final Backups backups;
  private final ReentrantLock lock = new ReentrantLock();

  private Database(Path file, Connection connection, Backups backups) {
    this.file = file;
    this.connection = connection;
    this.backups = backups;
  }

  Path file() {
    return file;
  }

  /** Something done with the connection. */
  interface Work<R extends @Nullable Object> {
    R with(Connection connection) throws SQLException;
  }

  /**
   * Opens it, making it if it is not there, checks it if there is a reason to, and brings its
   * tables up to date.
   */
  static Database open(Path directory, InstantSource clock) {
    return open(directory, clock, true);
  }

  /** The same for one that may be damaged: whatever can still be read is read. */
  static Database openUnchecked(Path directory, InstantSource clock) {
    return open(directory, clock, false);
  }

  private static Database open(Path directory, InstantSource clock, boolean checked) {
    Path file = directory.resolve(FILE);
    // SQLite itself removes it where the last program that had the file open came to its end.
    boolean leftOpen = Files.exists(directory.resolve(FILE + "-wal"));
    try {
      prepare(directory, file);
    } catch (IOException e) {
      throw new CannotRun(
          "the folder "
              + directory
              + " cannot be used to remember things in ("
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + "); make it writable, or name another one with --home",
          e);
    }
    @Nullable Connection connection = null;
    try {
      connection = config().createConnection("jdbc:sqlite:" + file);
      Database database = new Database(file, connection, Backups.of(directory, clock));
      database.checkOurs();
      if (checked) {
        new Soundness(database, clock).checkAtOpening(leftOpen);
      }
      database.useWal();
      database.migrate();
      return database;
    } catch (SQLException e) {
      closeQuietly(connection);
      throw Trouble.of(file, e);
    } catch (CannotRun e) {
      closeQuietly(connection);
      throw e;
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(10_000);
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setGetGeneratedKeys(false); // else the driver asks for one after each row
    return config;
  }

  /** Makes directory and file for the owner only, and looks whether a file is SQLite's at all. */
  private static void prepare(Path directory, Path file) throws IOException {
    makeFolder(directory);
    try {
      makeFile(file);
    } catch (FileAlreadyExistsException there) {
      byte[] head;
      try (InputStream in = Files.newInputStream(file)) {
        head = in.readNBytes(MAGIC.length);
      }
      if (head.length > 0 && !Arrays.equals(head, MAGIC)) {
        throw Trouble.damaged(file, null);
      }
    }
  }

  /** For its owner only. */
  static void makeFolder(Path directory) throws IOException {
    Files.createDirectories(directory, owner("rwx------"));
  }

  /** For its owner only. */
  static void makeFile(Path file) throws IOException {
    Files.createFile(file, owner("rw-------"));
  }

  private static FileAttribute<?>[] owner(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Before anything is written, lest a file that is not ours is changed. */
  private void checkOurs() {
    int version = read(c -> number(c, "pragma user_version"));
    int application = read(c -> number(c, "pragma application_id"));
    boolean empty = read(c -> number(c, "select count(*) from sqlite_master")) == 0;
    if (application != APPLICATION_ID && !(empty && version == 0)) {
      throw looksLikeOurs() ? Trouble.damaged(file, null) : foreign();
    }
    if (version > PLAUSIBLE || version < 0) {
      throw Trouble.damaged(file, null);
    }
    if (version > VERSION) {
      throw new CannotRun(
          file
              + " was written by a newer Tandem (its tables have version "
              + version
              + ", this program knows "
              + VERSION
              + "); use that one, or name another folder with --home. Nothing was changed.");
    }
  }

  private boolean looksLikeOurs() {
    return read(
            c -> number(c, "select count(*) from sqlite_master where name in ('ledger', 'lease')"))
        == 2;
  }

  private void useWal() {
    read(
        c -> {
          try (Statement s = c.createStatement();
              ResultSet r = s.executeQuery("pragma journal_mode = wal")) {
            return r.next();
          }
        });
  }

  private void migrate() {
    int before = read(c -> number(c, "pragma user_version"));
    if (before == VERSION) {
      return;
    }
    if (before > 0) {
      backup();
    }
    write(
        c -> {
          try (Statement s = c.createStatement()) {
            // Asked again inside of the transaction: another process may have been faster.
            for (int next = number(c, "pragma user_version") + 1; next <= VERSION; next++) {
              s.executeUpdate(script(next));
            }
            s.executeUpdate("pragma application_id = " + APPLICATION_ID);
            s.executeUpdate("pragma user_version = " + VERSION);
          }
          return null;
        });
  }

  /**
   * A copy of all that is committed, made now. It has a connection of its own: who made it says
   * meanwhile that it is alive.
   */
  Path backup() {
    try (Connection own = config().createConnection("jdbc:sqlite:" + file)) {
      return backups.make(own);
    } catch (SQLException e) {
      throw Trouble.of(file, e);
    }
  }

  private CannotRun foreign() {
    return new CannotRun(
        file
            + " is a database of another program; name another folder with --home. Nothing was"
            + " changed.");
  }

  static String script(int version) {
    try (InputStream in = Database.class.getResourceAsStream(version + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("the script " + version + ".sql is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static int number(Connection c, String query) throws SQLException {
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery(query)) {
      return r.next() ? r.getInt(1) : 0;
    }
  }

  /** Reads without keeping anybody from writing. */
  <R extends @Nullable Object> R read(Work<R> work) {
    lock.lock();
    try {
      return work.with(connection);
    } catch (SQLException e) {
      throw Trouble.of(file, e);
    } catch (IllegalArgumentException | DateTimeException e) {
      // What is kept was once written by us: if it cannot be parsed, it is not what was written.
      throw Trouble.damaged(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Does all of it or nothing; when this returns, it is on the disk. */
  <R extends @Nullable Object> R write(Work<R> work) {
    lock.lock();
    try {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        R result = work.with(connection);
        connection.commit();
        done = true;
        connection.setAutoCommit(true);
        return result;
      } finally {
        if (!done) {
          rollback();
        }
      }
    } catch (SQLException e) {
      throw Trouble.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** The first failure is the one to tell; SQLite itself may have rolled back already. */
  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException alreadyRolledBack) {
      // nothing is left to undo
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException noTransaction) {
      // on a full disk SQLite has ended it; the driver commits all the same
    }
  }

  /** Runs one statement with its parameters. */
  static int execute(Connection c, String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        s.setObject(i + 1, parameters[i]);
      }
      return s.executeUpdate();
    }
  }

  /** An item that was kept here. */
  Item item(byte[] content) {
    return decoded(content, ItemJson::read);
  }

  /** Something that was kept here as packed JSON. */
  <V> V decoded(byte[] content, Function<PartedJson, V> read) {
    try {
      return read.apply(Content.unpack(content));
    } catch (IllegalArgumentException e) {
      throw Trouble.damaged(file, e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw Trouble.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // it was not usable anyway, which is what gets reported
      }
    }
  }
}
