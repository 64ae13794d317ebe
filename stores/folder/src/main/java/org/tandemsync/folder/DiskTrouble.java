package org.tandemsync.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/** Says in plain words why a folder does not work. */
final class DiskTrouble {
  private DiskTrouble() {}

  static StoreException notThere(Path directory) {
    return new StoreException(
        Reason.NOT_FOUND,
        "There is no folder "
            + directory
            + ". If it is on a disk that is not connected, connect it; else make the folder."
            + " Nothing is concluded from its absence.");
  }

  /** What could be written when it was opened, and cannot any more. */
  static StoreException locked(String why) {
    return new StoreException(
        Reason.UNAUTHORIZED, why + " any more. Check its rights and disk, then sync again.");
  }

  static StoreException of(Path directory, IOException e) {
    if (!Files.isDirectory(directory)) {
      return notThere(directory);
    }
    if (isFull(e)) {
      return new StoreException(
          Reason.FULL,
          "There is no room left on the disk of "
              + directory
              + ". Make room, then sync again; no file was left half-written.",
          e);
    }
    Reason reason = e instanceof AccessDeniedException ? Reason.UNAUTHORIZED : Reason.UNREACHABLE;
    return new StoreException(
        reason,
        "The folder " + directory + " cannot be used: " + words(e) + ". Check its rights and disk.",
        e);
  }

  /** Whether no other file of the directory would fare better. */
  static boolean ofAll(Path directory, IOException e) {
    return !Files.isDirectory(directory) || !Files.isWritable(directory) || isFull(e);
  }

  /** Why one file cannot be written while others can. */
  static String ofOne(Path directory, String name, IOException e) {
    return "the file "
        + directory.resolve(name)
        + " cannot be written: "
        + words(e)
        + ". Check whether it may be replaced or removed, and whether another program has it open.";
  }

  private static boolean isFull(IOException e) {
    String text = words(e).toLowerCase(Locale.ROOT);
    return text.contains("no space left")
        || text.contains("quota exceeded")
        || text.contains("not enough space");
  }

  static String words(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : null;
    String text = reason != null ? reason : e.getMessage();
    return text == null ? e.getClass().getSimpleName() : text;
  }
}
