package org.tandemsync.pst;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/** Says in plain words why a data file could not be written to the disk. */
final class DiskTrouble {
  private DiskTrouble() {}

  static StoreException of(Path path, IOException e) {
    if (isFull(e)) {
      return new StoreException(
          Reason.FULL,
          "There is no room left on the disk of "
              + path
              + ". Make room, then sync again; nothing that is in the file is lost.",
          e);
    }
    return new StoreException(
        Reason.UNREACHABLE,
        path + " could not be written to: " + words(e) + ". Check the disk, then sync again.",
        e);
  }

  private static boolean isFull(IOException e) {
    String text = words(e).toLowerCase(Locale.ROOT);
    return text.contains("no space left")
        || text.contains("quota exceeded")
        || text.contains("not enough space");
  }

  private static String words(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : null;
    String text = reason != null ? reason : e.getMessage();
    return text == null ? e.getClass().getSimpleName() : text;
  }
}
