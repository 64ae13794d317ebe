package org.tandemsync.pst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.Family;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Tags;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Header;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.PropertyContext;
import org.tandemsync.pst.format.WritableDatabase;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/**
 * An open Outlook data file. It is opened for reading, and others may read and write it meanwhile;
 * the first change locks it until it is closed. Opening costs the same whatever the size of the
 * file. Several stores may share one; they are used by one thread.
 *
 * <p>All methods throw {@link StoreException}: {@code NOT_FOUND}, {@code BUSY} (Outlook has it
 * open), {@code UNAUTHORIZED} or {@code DAMAGED}, always naming the file and the next step.
 */
public final class PstFile implements AutoCloseable {
  private final Path path;
  private final UnaryOperator<FileChannel> writing;
  private Database database;
  private NameMap names;
  private final Charset ansi;
  private PropertyBag store;
  private final Bytes recordKey;
  private @Nullable List<PstFolder> folders;
  private @Nullable WritableDatabase writable;
  private @Nullable Optional<String> refusal;

  /** The file as this program has written it, and nobody else since. */
  private @Nullable Header own;

  private int foreignChanges;
  private int commits;

  private PstFile(Path path, Database database, UnaryOperator<FileChannel> writing) {
    this.path = path;
    this.writing = writing;
    this.database = database;
    this.names = NameNode.read(database);
    this.ansi = AnsiCharset.of(database);
    this.store = bag(database.requireNode(NodeId.STORE));
    this.recordKey = Bytes.of(store.bytes(Tags.RECORD_KEY).toArray());
  }

  /** Fails with the reason unless there is a file that can be read. */
  static void requireReadable(Path path) {
    FileAccess.closeQuietly(FileAccess.openChannel(path));
  }

  /** Opens the file at {@code path} for reading. */
  public static PstFile open(Path path) {
    return open(path, UnaryOperator.identity());
  }

  /**
   * Opens a file.
   *
   * @param writing what stands between the program and the file when it is written to
   */
  static PstFile open(Path path, UnaryOperator<FileChannel> writing) {
    return ReadTrouble.checked(
        path,
        () -> {
          Database database = FileAccess.read(path);
          try {
            return new PstFile(path, database, writing);
          } catch (RuntimeException e) {
            FileAccess.closeQuietly(database);
            throw e;
          }
        });
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /** The name that Outlook shows for the file. */
  public String displayName() {
    return ReadTrouble.checked(path, () -> store.text(Tags.DISPLAY_NAME));
  }

  /** Whether the file is an offline copy of a mailbox (.ost). */
  public boolean offlineCopy() {
    return database.header().clientVersion() != 19;
  }

  /** All folders that a user sees, each before those in it. */
  public synchronized List<PstFolder> folders() {
    List<PstFolder> found = folders;
    if (found == null) {
      found = ReadTrouble.checked(path, () -> new FolderTree(this, store).read());
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
        .orElseThrow(() -> PstFolder.missing(path, wanted, itemFolders()));
  }

  /** Outlook's list of categories in this file; without any if it has none. */
  public MasterCategoryList categories() {
    return ReadTrouble.checked(path, () -> new CategoryLists(this).read());
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

  /**
   * Why nothing can be written to this file, in plain words with the next step, or empty. Whether
   * somebody else has it open shows only when it is written to.
   */
  public synchronized Optional<String> refusal() {
    Optional<String> known = refusal;
    if (known == null) {
      known = WriteRefusal.of(path, database);
      refusal = known;
    }
    return known;
  }

  /** Why nothing can be written to a folder, as far as that shows in the folder itself. */
  Optional<String> refusal(PstFolder folder) {
    return refusal().or(() -> WriteRefusal.of(path, database, folder.id()));
  }

  /**
   * Begins a set of changes. The first time this locks the file and finishes or undoes what a crash
   * has left.
   */
  synchronized ItemChanges begin(Instant now) {
    return ReadTrouble.checked(
        path,
        () -> {
          WritableDatabase open = writable == null ? opened() : writable;
          return new ItemChanges(
              open.begin(), names, folderOf(Tags.DELETED_ITEMS).orElse(null), now);
        });
  }

  private WritableDatabase opened() {
    try {
      return openForWriting();
    } catch (UncheckedIOException e) {
      throw DiskTrouble.of(path, Objects.requireNonNull(e.getCause()));
    }
  }

  /**
   * Makes a folder for items of a family, and those around it that are missing.
   *
   * @param wanted its path below the top: "Team" or "Calendar/Team"
   * @throws StoreException if the file cannot be written to now, with the next step
   */
  public synchronized PstFolder addFolder(String wanted, Family family) {
    requireWritable("No folder can be made in " + path);
    written(() -> makeFolders(wanted, family));
    return folder(wanted);
  }

  private void requireWritable(String what) {
    refusal()
        .ifPresent(
            reason -> {
              throw new StoreException(Reason.UNAUTHORIZED, what + ": " + reason + ".");
            });
  }

  /** What fails in the middle is undone. */
  private <R> R written(Supplier<R> change) {
    boolean done = false;
    try {
      R result = ReadTrouble.checked(path, change);
      done = true;
      return result;
    } finally {
      if (!done) {
        abandon();
      }
    }
  }

  private NodeId makeFolders(String wanted, Family family) {
    WritableDatabase open = writable == null ? opened() : writable;
    try {
      NewFolders made = new NewFolders(open.begin(), names);
      NodeId last =
          made.addPath(
              folderOf(Tags.IPM_SUBTREE).orElse(NodeId.ROOT_FOLDER), wanted, folders(), family);
      made.commit();
      commits++;
      readFrom(open.database());
      folders = null;
      return last;
    } catch (UncheckedIOException e) {
      throw DiskTrouble.of(path, Objects.requireNonNull(e.getCause()));
    }
  }

  /**
   * Gives categories of Outlook's list other colours; those that it does not have are added to it.
   *
   * @param wanted colours by name, in upper or lower case
   * @return whether anything had to be written
   * @throws StoreException if the file cannot be written to now, with the next step
   */
  public synchronized boolean recolour(Map<String, CategoryColor> wanted, Instant now) {
    requireWritable("No category of " + path + " can be given a colour");
    boolean isAsWanted =
        ReadTrouble.checked(path, () -> new CategoryLists(this).recolour(wanted, now)).isEmpty();
    return !isAsWanted && written(() -> writeCategories(wanted, now));
  }

  /** Looks at the list again: only now nobody else writes. */
  private boolean writeCategories(Map<String, CategoryColor> wanted, Instant now) {
    WritableDatabase open = writable == null ? opened() : writable;
    Optional<CategoryLists.Change> change = new CategoryLists(this).recolour(wanted, now);
    if (change.isEmpty()) {
      return false;
    }
    try {
      HiddenMessages hidden = new HiddenMessages(open.begin(), names, now);
      hidden.put(change.get().folder(), change.get().there(), change.get().edit());
      hidden.commit();
      commits++;
      readFrom(open.database());
      return true;
    } catch (UncheckedIOException e) {
      throw DiskTrouble.of(path, Objects.requireNonNull(e.getCause()));
    }
  }

  private WritableDatabase openForWriting() {
    refresh();
    Header seen = database.header();
    FileAccess.closeQuietly(database);
    try {
      WritableDatabase open = FileAccess.write(path, writing);
      writable = open;
      if (open.database().header().equals(own)) {
        open.trustMaps();
      }
      if (open.database().header().equals(seen)) {
        readFrom(open.database());
      } else {
        changedByOthers(open.database());
      }
      requireSameFile();
      return open;
    } catch (RuntimeException e) {
      try {
        abandon();
      } catch (RuntimeException neitherCanItBeRead) {
        e.addSuppressed(neitherCanItBeRead);
      }
      throw e;
    }
  }

  /** Looks whether somebody else has changed the file; then everything is read anew. */
  synchronized void refresh() {
    if (writable == null) {
      ReadTrouble.checked(path, database::renewed).ifPresent(this::changedByOthers);
    }
  }

  /** What the file holds now is known to be what this program has written last. */
  synchronized void isOurs() {
    own = database.header();
  }

  /** Counts how often somebody else was seen to have changed the file. */
  int foreignChanges() {
    return foreignChanges;
  }

  /** Counts the writes of this program, whoever has begun them. */
  int commits() {
    return commits;
  }

  private void changedByOthers(Database now) {
    readFrom(now);
    folders = null;
    refusal = null;
    foreignChanges++;
  }

  private void readFrom(Database now) {
    database = now;
    names = NameNode.read(now);
    store = bag(now.requireNode(NodeId.STORE));
  }

  private void requireSameFile() {
    Bytes key = Bytes.of(store.bytes(Tags.RECORD_KEY).toArray());
    if (!key.equals(recordKey)) {
      throw new StoreException(
          Reason.BUSY, path + " has been replaced by another file meanwhile; try again.");
    }
  }

  /** The folder to which a property of the store leads. */
  private Optional<NodeId> folderOf(PropertyTag tag) {
    return EntryId.parse(store.bytes(tag), ansi)
        .nodeIn(recordKey)
        .map(NodeId::new)
        .filter(id -> id.type() == NodeId.FOLDER);
  }

  /** Makes changes visible and durable. What was read before has to be read anew. */
  synchronized void commit(ItemChanges changes) {
    try {
      changes.commit();
      commits++;
      readFrom(Objects.requireNonNull(writable).database());
    } catch (DamagedException e) {
      throw ReadTrouble.damaged(path, e);
    }
  }

  /**
   * After a failed write: opens the file again, which finishes or undoes what was begun. If that
   * fails too, the lock is given up, and the next write tries it again.
   */
  synchronized void abandon() {
    WritableDatabase open = writable;
    writable = null;
    commits++; // perhaps
    FileAccess.closeQuietly(open == null ? database : open);
    if (open != null) {
      try {
        WritableDatabase again = FileAccess.write(path, writing);
        writable = again;
        readFrom(again.database());
        return;
      } catch (RuntimeException theDiskStillFails) {
        closeWritable();
      }
    }
    ReadTrouble.checked(
        path,
        () -> {
          readFrom(FileAccess.read(path));
          return true;
        });
  }

  private void closeWritable() {
    WritableDatabase open = writable;
    writable = null;
    if (open != null) {
      FileAccess.closeQuietly(open);
    }
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (IOException e) {
      throw ReadTrouble.unreadable(path, e);
    }
  }
}
