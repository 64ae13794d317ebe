package org.tandemsync.pst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Family;
import org.tandemsync.pst.format.DamagedException;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.PropertyContext;
import org.tandemsync.pst.format.RawProperty;
import org.tandemsync.pst.format.UnsupportedFileException;
import org.tandemsync.pst.mapi.NameMap;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.Tags;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/**
 * An open Outlook data file. It is opened for reading only, and others may read and write it
 * meanwhile. Opening costs the same whatever the size of the file. Several stores may share one.
 *
 * <p>All methods throw {@link StoreException}: {@code NOT_FOUND}, {@code BUSY} (Outlook has it
 * open), {@code UNAUTHORIZED} or {@code DAMAGED}, always naming the file and the next step.
 */
public final class PstFile implements AutoCloseable {
  private final Path path;
  private final Database database;
  private final NameMap names;
  private final Charset ansi;
  private final PropertyBag store;
  private final Bytes recordKey;
  private @Nullable List<PstFolder> folders;

  private PstFile(Path path, Database database) {
    this.path = path;
    this.database = database;
    this.names = NameNode.read(database);
    this.ansi = AnsiCharset.of(database);
    this.store = bag(database.requireNode(NodeId.STORE));
    this.recordKey = Bytes.of(store.bytes(Tags.RECORD_KEY).toArray());
  }

  /** Fails with the reason unless there is a file that can be read. */
  static void requireReadable(Path path) {
    closeQuietly(openChannel(path));
  }

  /** Opens the file at {@code path} for reading. */
  public static PstFile open(Path path) {
    FileChannel channel = openChannel(path);
    boolean opened = false;
    try {
      PstFile file = checked(path, () -> new PstFile(path, new Database(channel)));
      opened = true;
      return file;
    } finally {
      if (!opened) {
        closeQuietly(channel);
      }
    }
  }

  private static FileChannel openChannel(Path path) {
    if (Files.isDirectory(path)) {
      throw new StoreException(
          Reason.NOT_FOUND, path + " is a folder; name the Outlook data file (.pst) itself.");
    }
    try {
      return FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new StoreException(
          Reason.NOT_FOUND,
          "There is no file "
              + path
              + "; in Outlook, File > Account Settings > Data Files shows"
              + " where data files are.",
          e);
    } catch (AccessDeniedException e) {
      throw new StoreException(
          Reason.UNAUTHORIZED, path + " may not be read; give yourself the right to read it.", e);
    } catch (FileSystemException e) {
      throw busy(path, e);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Windows says "used by another process": Outlook, an indexer or a backup. */
  private static StoreException busy(Path path, IOException e) {
    return new StoreException(
        Reason.BUSY,
        path
            + " cannot be opened ("
            + e.getMessage()
            + "). If Outlook is running, close it and try again; Outlook keeps a data file open"
            + " for up to half an hour.",
        e);
  }

  static StoreException unreadable(Path path, IOException e) {
    return new StoreException(
        Reason.BUSY,
        path + " cannot be read (" + e.getMessage() + "). Check the disk and try again.",
        e);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyFailing) {
      // the first failure is the one that is reported
    }
  }

  /** Damage that concerns the file as a whole, in words for people. */
  static <T> T checked(Path path, Supplier<T> work) {
    try {
      return work.get();
    } catch (UnsupportedFileException e) {
      throw new StoreException(Reason.DAMAGED, path + ": " + e.getMessage() + ".", e);
    } catch (DamagedException e) {
      throw new StoreException(
          Reason.DAMAGED,
          path
              + " is damaged: "
              + e.getMessage()
              + ". Make a copy of it, repair it with Outlook's Inbox Repair Tool (scanpst.exe),"
              + " and try again.",
          e);
    } catch (UncheckedIOException e) {
      throw unreadable(path, Objects.requireNonNull(e.getCause()));
    }
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /** The name that Outlook shows for the file. */
  public String displayName() {
    return checked(path, () -> store.text(Tags.DISPLAY_NAME));
  }

  /** Whether the file is an offline copy of a mailbox (.ost). */
  public boolean offlineCopy() {
    return database.header().clientVersion() != 19;
  }

  /** All folders that a user sees, each before those in it. */
  public synchronized List<PstFolder> folders() {
    List<PstFolder> found = folders;
    if (found == null) {
      found = checked(path, () -> new FolderTree(this, store).read());
      folders = found;
    }
    return found;
  }

  /** The folders with items that can be kept in step, without those in the Deleted Items. */
  public List<PstFolder> itemFolders() {
    return folders().stream().filter(f -> !f.deleted() && f.family().isPresent()).toList();
  }

  /** The folders with items of one family, without those in the Deleted Items. */
  public List<PstFolder> itemFolders(Family family) {
    return itemFolders().stream().filter(f -> f.family().equals(Optional.of(family))).toList();
  }

  /**
   * The folder with this path ("Calendar/Team"). Upper and lower case count only where folders
   * differ in nothing else.
   */
  public PstFolder folder(String wanted) {
    return folders().stream()
        .filter(f -> f.path().equals(wanted))
        .findFirst()
        .or(() -> folders().stream().filter(f -> f.path().equalsIgnoreCase(wanted)).findFirst())
        .orElseThrow(() -> noFolder(wanted));
  }

  private StoreException noFolder(String wanted) {
    List<String> paths = itemFolders().stream().map(PstFolder::path).toList();
    return new StoreException(
        Reason.NOT_FOUND,
        path
            + " has no folder \""
            + wanted
            + "\". "
            + (paths.isEmpty()
                ? "It has no calendar, task or contact folder."
                : "It has: " + String.join(", ", paths) + "."));
  }

  Database database() {
    return database;
  }

  NameMap names() {
    return names;
  }

  /** What stays the same for this folder of this file, also when either gets another name. */
  public String identity(PstFolder folder) {
    return HexFormat.of().formatHex(recordKey.toArray())
        + ":"
        + Long.toHexString(folder.id().value());
  }

  Bytes recordKey() {
    return recordKey;
  }

  PropertyBag bag(Node node) {
    return new PropertyBag(new PropertyContext(node).properties(), names, ansi);
  }

  PropertyBag bag(List<RawProperty> cells) {
    return new PropertyBag(cells, names, ansi);
  }

  MessageNode message(Node node) {
    return new MessageNode(node, names, ansi);
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
