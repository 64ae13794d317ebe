package org.tandemsync.pst;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/** Opens a data file for writing, with nobody else in it until the channel is closed. */
final class ExclusiveFile {
  /** Windows alone keeps others out when a file is opened; Outlook knows nothing of locks. */
  private static final Set<OpenOption> SHARED_WITH_NOBODY =
      Set.of(
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          ExtendedOpenOption.NOSHARE_READ,
          ExtendedOpenOption.NOSHARE_WRITE,
          ExtendedOpenOption.NOSHARE_DELETE);

  private ExclusiveFile() {}

  /**
   * Opens the file. Every other channel of this program to it has to be closed: Windows counts it
   * as somebody else, and elsewhere closing it later would give up the lock.
   *
   * @throws StoreException if somebody else has it, or it cannot be locked or written to
   */
  static FileChannel open(Path path) {
    FileChannel channel = channel(path);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      throw busy(path, "another run of Tandem in this program is writing to it", e);
    } catch (IOException e) {
      throw new StoreException(
          Reason.UNAUTHORIZED,
          path
              + " is on a disk that cannot lock files ("
              + e.getMessage()
              + "), so another program could write to it at the same time. Move it to a disk of"
              + " this computer.",
          e);
    } finally {
      if (!locked) {
        closeQuietly(channel);
      }
    }
    if (!locked) {
      throw busy(path, "another program has locked it", null);
    }
    return channel;
  }

  private static FileChannel channel(Path path) {
    try {
      try {
        return FileChannel.open(path, SHARED_WITH_NOBODY);
      } catch (UnsupportedOperationException noWindows) {
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      }
    } catch (NoSuchFileException e) {
      throw new StoreException(Reason.NOT_FOUND, path + " is not there any more.", e);
    } catch (AccessDeniedException e) {
      throw new StoreException(
          Reason.UNAUTHORIZED,
          path + " may not be written to; give yourself the right to change it.",
          e);
    } catch (FileSystemException e) {
      throw busy(path, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new StoreException(
          Reason.BUSY,
          path + " cannot be opened for writing (" + e.getMessage() + "). Check the disk.",
          e);
    }
  }

  private static StoreException busy(Path path, String why, @Nullable Exception cause) {
    return new StoreException(
        Reason.BUSY,
        path
            + " cannot be written to now: "
            + why
            + ". If Outlook is running, close it, and try again; Outlook keeps a data file open for"
            + " up to half an hour. Nothing was changed.",
        cause);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyFailing) {
      // the first failure is the one that is reported
    }
  }
}
