package org.tandemsync.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.CannotRun;

/**
 * Says to other processes that this one has the database open: a lock on a file beside it, shared
 * by all who use it, and held alone by the one who puts it aside. The system itself releases it
 * when a process ends, however it ends. In the file is who has locked it, for messages.
 */
final class InUse implements AutoCloseable {
  static final String FILE = "tandem.lock";

  /** Behind what is written: on Windows nobody can read or write what another one has locked. */
  private static final long POSITION = Long.MAX_VALUE - 1;

  /** Lines of processes that are gone are dropped from a longer file. */
  private static final long LONG = 4096;

  /** A process cannot lock a file twice. */
  private static final Map<Path, InUse> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private int users = 1;

  private InUse(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * With others.
   *
   * @return null where files cannot be locked
   * @throws CannotRun while another process makes the database anew
   */
  static @Nullable InUse shared(Path home) {
    Path file = file(home);
    synchronized (HELD) {
      InUse held = HELD.get(file);
      if (held != null && !held.lock.isShared()) {
        throw beingRenewed(home);
      }
      if (held != null) {
        held.users++;
        return held;
      }
      return locked(home, file, true);
    }
  }

  /**
   * Alone.
   *
   * @return null where files cannot be locked
   * @throws CannotRun if somebody has the database open
   */
  static @Nullable InUse alone(Path home) {
    Path file = file(home);
    synchronized (HELD) {
      InUse held = HELD.get(file);
      if (held != null) {
        throw taken(home, held.channel);
      }
      return locked(home, file, false);
    }
  }

  /** A folder that is reached by several paths has one file, which a process locks once. */
  private static Path file(Path home) {
    try {
      Database.makeFolder(home);
      return home.toRealPath().resolve(FILE);
    } catch (IOException notThere) {
      return home.resolve(FILE);
    }
  }

  private static @Nullable InUse locked(Path home, Path file, boolean shared) {
    @Nullable FileChannel channel = null;
    try {
      if (!Files.exists(file)) {
        makeFile(file);
      }
      channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(POSITION, 1, shared);
      if (lock == null) {
        CannotRun refused = shared ? beingRenewed(home) : taken(home, channel);
        channel.close();
        throw refused;
      }
      note(channel);
      InUse made = new InUse(file, channel, lock);
      HELD.put(file, made);
      return made;
    } catch (IOException | UnsupportedOperationException noLocks) {
      close(channel);
      return null; // a network drive without locks, or a folder where nothing can be written
    }
  }

  private static void makeFile(Path file) throws IOException {
    try {
      Database.makeFile(file);
    } catch (FileAlreadyExistsException fasterOne) {
      return;
    }
  }

  private static void note(FileChannel channel) throws IOException {
    String mine = line(Owner.thisProcess());
    String before = channel.size() > LONG ? alive(read(channel)) : "";
    if (channel.size() > LONG) {
      channel.truncate(0);
    }
    byte[] text = (before + mine).getBytes(StandardCharsets.UTF_8);
    channel.write(ByteBuffer.wrap(text), channel.size());
  }

  private static String line(Owner owner) {
    return owner.pid() + " " + owner.started() + " " + owner.machine() + "\n";
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate((int) Math.min(channel.size(), 1 << 20));
    channel.read(content, 0);
    return new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
  }

  private static String alive(String content) {
    return owners(content).stream().map(InUse::line).collect(Collectors.joining());
  }

  /** Those that are not certainly gone. */
  private static List<Owner> owners(String content) {
    String here = Owner.thisProcess().machine();
    return content
        .lines()
        .flatMap(line -> owner(line).stream())
        .filter(owner -> !owner.goneOn(here))
        .distinct()
        .toList();
  }

  private static Optional<Owner> owner(String line) {
    String[] parts = line.split(" ", 3);
    try {
      return parts.length < 3
          ? Optional.empty()
          : Optional.of(new Owner(parts[2], Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    } catch (NumberFormatException halfWritten) {
      return Optional.empty();
    }
  }

  /**
   * Says who has it.
   *
   * @param channel the one that this process has: closing another one would give up its lock
   */
  private static CannotRun taken(Path home, FileChannel channel) {
    String who = "";
    try {
      who = owners(read(channel)).stream().map(Owner::toString).collect(Collectors.joining(", "));
    } catch (IOException notReadable) {
      // then it is said without
    }
    return inUse(home, who.isEmpty() ? "another process" : who);
  }

  /** Why the database cannot be put aside. */
  static CannotRun inUse(Path home, String who) {
    return new CannotRun(
        home.resolve(Database.FILE)
            + " is in use by "
            + who
            + " and was left as it is. Next step: end 'tandem serve', the service and windows of"
            + " Tandem that use this folder, then run 'tandem doctor --rebuild' again");
  }

  private static CannotRun beingRenewed(Path home) {
    return new CannotRun(
        home.resolve(Database.FILE)
            + " is being made anew by another process; run this again when that has ended");
  }

  @Override
  public void close() {
    synchronized (HELD) {
      users--;
      if (users == 0) {
        HELD.remove(file);
        close(channel);
      }
    }
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // the system releases the lock when the process ends
    }
  }
}
