package org.tandemsync.pst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.tandemsync.pst.format.EmptyFile;
import org.tandemsync.pst.format.Transaction;
import org.tandemsync.pst.format.WritableDatabase;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/** Makes Outlook data files from nothing. */
public final class NewDataFile {
  private NewDataFile() {}

  /**
   * Makes a data file with a calendar, contacts and tasks, and nothing in them. It has its name
   * only when it is complete and on the disk; a file that is there already is left alone.
   *
   * @param language of the names of the folders; English if Outlook's names in it are not known
   * @param random the identity of the file comes from it
   * @throws StoreException if there is such a file, or it cannot be written there
   */
  public static void create(Path path, Locale language, RandomGenerator random) {
    byte[] recordKey = new byte[16];
    random.nextBytes(recordKey);
    byte[] replica = new byte[16];
    random.nextBytes(replica);
    Path absolute = path.toAbsolutePath();
    String name = String.valueOf(absolute.getFileName());
    String mark = HexFormat.of().toHexDigits(random.nextInt());
    Path unfinished = absolute.resolveSibling("." + name + ".tandem-" + mark);
    try {
      if (Files.exists(absolute)) {
        throw new FileAlreadyExistsException(absolute.toString());
      }
      write(unfinished, title(name), recordKey, replica, FolderNames.of(language));
      giveName(unfinished, absolute);
    } catch (UncheckedIOException e) {
      throw failed(path, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw failed(path, e);
    } finally {
      deleteQuietly(unfinished);
    }
  }

  /** Outlook calls a file by its name without the ending. */
  private static String title(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".pst")
        ? fileName.substring(0, fileName.length() - 4)
        : fileName;
  }

  private static void write(
      Path path, String title, byte[] recordKey, byte[] replica, FolderNames names)
      throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (channel) {
      EmptyFile.write(channel);
      try (WritableDatabase database = new WritableDatabase(channel, path)) {
        Transaction transaction = database.begin();
        new MinimumStore(transaction, recordKey, names).write(title, replica);
        transaction.commit();
      }
    }
  }

  /** A link, unlike a move, fails if somebody else has made the file in the meantime. */
  private static void giveName(Path unfinished, Path path) throws IOException {
    try {
      Files.createLink(path, unfinished);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(unfinished, path);
    }
  }

  private static void deleteQuietly(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException leftBehind) {
      // an unfinished file beside the intended one; the first failure is the one that is reported
    }
  }

  private static StoreException failed(Path path, IOException e) {
    return switch (e) {
      case FileAlreadyExistsException there ->
          new StoreException(
              Reason.BUSY,
              "There is a file "
                  + path
                  + " already, and it is not overwritten. Give the new data file another name.",
              there);
      case NoSuchFileException missing ->
          new StoreException(
              Reason.NOT_FOUND,
              "There is no folder " + path.toAbsolutePath().getParent() + "; make it first.",
              missing);
      case AccessDeniedException denied ->
          new StoreException(
              Reason.UNAUTHORIZED,
              "Nothing may be written in " + path.toAbsolutePath().getParent() + ".",
              denied);
      default ->
          new StoreException(
              Reason.FULL,
              path
                  + " cannot be written ("
                  + e.getMessage()
                  + "). Check the disk and the space on it, and try again.",
              e);
    };
  }
}
