package org.tandemsync.pst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.pst.format.UnsupportedFileException;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/** Says in plain words why a data file could not be read. */
final class ReadTrouble {
  private ReadTrouble() {}

  static StoreException unreadable(Path path, IOException e) {
    return new StoreException(
        Reason.BUSY,
        path + " cannot be read (" + e.getMessage() + "). Check the disk and try again.",
        e);
  }

  /** Damage that concerns the file as a whole, in words for people. */
  static <T> T checked(Path path, Supplier<T> work) {
    try {
      return work.get();
    } catch (UnsupportedFileException e) {
      throw new StoreException(Reason.DAMAGED, path + ": " + e.getMessage() + ".", e);
    } catch (DamagedException e) {
      throw damaged(path, e);
    } catch (UncheckedIOException e) {
      throw unreadable(path, Objects.requireNonNull(e.getCause()));
    }
  }

  static StoreException damaged(Path path, DamagedException e) {
    return new StoreException(
        Reason.DAMAGED,
        path
            + " is damaged: "
            + e.getMessage()
            + ". Make a copy of it, repair it with Outlook's Inbox Repair Tool (scanpst.exe),"
            + " and try again.",
        e);
  }
}
