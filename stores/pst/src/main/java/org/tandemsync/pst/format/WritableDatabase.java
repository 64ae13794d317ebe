package org.tandemsync.pst.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;

/**
 * A file that is open for writing. The caller holds a lock on it. Opening it finishes or undoes
 * what a crash has left.
 */
public final class WritableDatabase implements Closeable {
  private static final long HINTS = 0x4200;

  private final Medium medium;
  private final Journal journal;
  private Database database;
  private @Nullable Transaction current;

  /** Where the last transaction found room. */
  private int searchFrom;

  /** A commit failed half-way: what the file holds shows when it is opened again. */
  private boolean unsure;

  /** The allocation maps show as used what is in use. */
  private boolean mapsHold;

  /**
   * Takes over {@code channel}, which {@link #close} closes.
   *
   * @param path where the file is; a journal is kept beside it while a transaction runs
   * @throws UnsupportedFileException if it is of a kind that is never written to
   * @throws DamagedException if it is damaged; then nothing that it leads to was changed
   */
  public WritableDatabase(FileChannel channel, Path path) {
    this.medium = new Medium(channel);
    this.journal = new Journal(path);
    HeaderImage header = readHeader();
    this.database = new Database(channel);
    requireWritable(database.header());
    if (header.mapsValid() == HeaderImage.INVALID) {
      rebuildMaps(header);
    } else if (medium.size() > header.end()) {
      // A crash while the file grew leaves that, Outlook's or ours. But so does a header that names
      // too small a length: then something lies behind it.
      requireMaps();
      medium.truncate(header.end());
      medium.force();
    }
    journal.delete();
    searchFrom = Slots.anyStart(header);
  }

  private HeaderImage readHeader() {
    if (medium.size() < Header.SIZE) {
      throw new UnsupportedFileException("it is not an Outlook data file");
    }
    HeaderImage found = new HeaderImage(medium.read(0, Header.SIZE));
    if (found.sound()) {
      return found;
    }
    // The write of a header was torn. What it was to be is in the journal, or the file is damaged.
    journal
        .header()
        .filter(found::tornFrom)
        .ifPresent(
            intended -> {
              intended.mapsValid(HeaderImage.INVALID);
              medium.write(0, intended.sealed());
              medium.force();
            });
    return new HeaderImage(medium.read(0, Header.SIZE));
  }

  private static void requireWritable(Header header) {
    refusal(header)
        .ifPresent(
            why -> {
              throw new UnsupportedFileException(why);
            });
  }

  /** Whether a write to the file did not come to its end. */
  public static boolean interrupted(Path path) {
    return new Journal(path).header().isPresent();
  }

  /** Why a file of this kind is never written to, with the next step; empty if it may be. */
  public static Optional<String> refusal(Header header) {
    if (header.layout() != Layout.UNICODE) {
      return Optional.of(
          "it is an ANSI data file (Outlook 97 to 2002), which is only read; in Outlook, copy its"
              + " folders into a new data file");
    }
    if (header.clientVersion() != 19) {
      return Optional.of(
          "it is an offline copy of a mailbox (.ost), which is only read: Outlook would overwrite"
              + " what is changed in it");
    }
    return Optional.empty();
  }

  /** What the file holds now. Nodes that were read before a commit stay as they were. */
  public Database database() {
    return database;
  }

  /**
   * Begins a set of changes. There is one at a time: an earlier one that was not committed is over,
   * and nothing of it will be in the file.
   *
   * @throws IllegalStateException if a commit failed so that the file has to be opened again
   * @throws DamagedException if something would be overwritten
   */
  public Transaction begin() {
    if (unsure) {
      throw new IllegalStateException("the data file has to be opened again");
    }
    HeaderImage image = new HeaderImage(medium.read(0, Header.SIZE));
    if (image.freePages() > 0 || image.mapsValid() == HeaderImage.INVALID) {
      rebuildMaps(image);
      journal.delete();
    } else if (!mapsHold) {
      requireMaps();
    }
    if (current != null) {
      current.abandon();
      // What it wrote must not be taken for something of the next one.
      image.nextBlock(Math.max(image.nextBlock(), current.nextBlock()));
    }
    Transaction begun =
        new Transaction(this, database, medium, image, new Slots(medium, image, searchFrom));
    current = begun;
    return begun;
  }

  /** The steps of a commit, in the order that makes every crash harmless. */
  void publish(HeaderImage changed, Slots slots) {
    changed.end(slots.end());
    changed.unique(changed.unique() + 1);
    changed.mapsValid(HeaderImage.INVALID);
    prepare(changed, slots);
    unsure = true;
    try {
      writeHeader(changed);
      slots.write();
      medium.write(HINTS, new byte[Layout.PAGE]);
      medium.force();
      changed.free(slots.freeBytes());
      changed.unique(changed.unique() + 1);
      changed.mapsValid(HeaderImage.VALID);
      journal.record(changed.sealed());
      writeHeader(changed);
    } catch (UncheckedIOException e) {
      throw failed(e, "the changes are in it or not; this shows when it is opened again");
    }
    unsure = false;
    searchFrom = slots.current();
    database = new Database(medium.channel());
    journal.delete();
  }

  /**
   * What the file holds is what this program has written last, so the maps need not be looked at.
   */
  public void trustMaps() {
    mapsHold = true;
  }

  /**
   * Holds the maps against the trees. They are not put in order as they are where the header calls
   * them invalid, which is what every program leaves that could not finish. Valid maps that show
   * something as free that is in use were written by one that does not keep to the rules: it, and
   * whoever wrote after it, may have overwritten anything, which only a repair of the whole file
   * shows. Until then nothing is changed, so that a copy of it holds all that is left.
   */
  private void requireMaps() {
    UsedSlots.of(database).requireShown(medium);
    mapsHold = true;
  }

  /** All that can fail without harm: after this, nothing is written but what has its room. */
  private void prepare(HeaderImage changed, Slots slots) {
    try {
      slots.loadFreed();
      extend(slots.end());
      slots.writeGrown();
      medium.force();
      journal.record(changed.sealed());
    } catch (UncheckedIOException e) {
      throw failed(e, "nothing of the changes is in it");
    }
  }

  static UncheckedIOException failed(UncheckedIOException e, String state) {
    IOException cause = Objects.requireNonNull(e.getCause());
    return new UncheckedIOException(
        "the data file could not be written (" + cause.getMessage() + "); " + state, cause);
  }

  private void extend(long end) {
    if (medium.size() < end) {
      medium.write(end - 1, new byte[1]);
    }
  }

  private void writeHeader(HeaderImage image) {
    medium.write(0, image.sealed());
    medium.force();
  }

  /**
   * Makes the allocation maps from the two trees ([MS-PST] 2.6.1.3.7). What an unfinished
   * transaction wrote is in no tree, so it vanishes.
   */
  private void rebuildMaps(HeaderImage header) {
    UsedSlots used = UsedSlots.of(database); // before anything is changed
    if (medium.size() > header.end()) {
      medium.truncate(header.end());
    }
    header.mapsValid(HeaderImage.INVALID);
    header.withoutPageReservation();
    header.unique(header.unique() + 1);
    journal.record(header.sealed());
    writeHeader(header);
    long free = 0;
    for (int i = 0; i < used.maps(); i++) {
      BitSet bits = used.inMap(i);
      MapPage.write(medium, i, bits);
      free += (long) (UsedSlots.IN_MAP - bits.cardinality()) * Layout.SLOT;
    }
    medium.write(HINTS, new byte[Layout.PAGE]);
    medium.force();
    header.free(free);
    header.unique(header.unique() + 1);
    header.mapsValid(HeaderImage.VALID);
    journal.record(header.sealed());
    writeHeader(header);
    database = new Database(medium.channel());
    mapsHold = true;
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
