package org.tandemsync.pst;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.WritableDatabase;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/** Opens data files, and says in words for people why that does not work. */
final class FileAccess {
  private FileAccess() {}

  /**
   * Opens a file for reading. Finishes first what a crash in the middle of a write has left, if it
   * cannot be read.
   */
  static Database read(Path path) {
    try {
      return database(openChannel(path));
    } catch (DamagedException e) {
      if (!WritableDatabase.interrupted(path)) {
        throw e;
      }
    }
    closeQuietly(write(path, UnaryOperator.identity()));
    return database(openChannel(path));
  }

  private static Database database(FileChannel channel) {
    boolean opened = false;
    try {
      Database database = new Database(channel);
      opened = true;
      return database;
    } finally {
      if (!opened) {
        closeQuietly(channel);
      }
    }
  }

  /** Opens a file for writing, with nobody else in it. Finishes or undoes what a crash has left. */
  static WritableDatabase write(Path path, UnaryOperator<FileChannel> writing) {
    FileChannel channel = writing.apply(ExclusiveFile.open(path));
    boolean opened = false;
    try {
      WritableDatabase database = new WritableDatabase(channel, path);
      opened = true;
      return database;
    } finally {
      if (!opened) {
        closeQuietly(channel);
      }
    }
  }

  static FileChannel openChannel(Path path) {
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
      throw ReadTrouble.unreadable(path, e);
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

  static void closeQuietly(Closeable channel) {
    try {
      channel.close();
    } catch (IOException alreadyFailing) {
      // the first failure is the one that is reported
    }
  }
}
