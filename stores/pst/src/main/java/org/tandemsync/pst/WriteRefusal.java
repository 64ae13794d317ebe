package org.tandemsync.pst;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tandemsync.pst.check.Finding;
import org.tandemsync.pst.check.WriteCheck;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.WritableDatabase;

/**
 * What must not be written, with the reason and the next step. Whether somebody else has the file
 * open is not among it: that shows when it is written to.
 */
final class WriteRefusal {
  /** Outlook 2010 and later warn from here on, and stop at 50 GB. */
  private static final long MOST_BYTES = 48_640L << 20;

  private WriteRefusal() {}

  /** Why nothing can be written to a file, or empty. */
  static Optional<String> of(Path path, Database database) {
    Optional<String> kind = WritableDatabase.refusal(database.header());
    if (kind.isPresent()) {
      return kind;
    }
    Path folder = path.toAbsolutePath().getParent();
    if (!Files.isWritable(path)) {
      return Optional.of("you may not change the file " + path + "; give yourself the right to");
    }
    if (folder == null || !Files.isWritable(folder)) {
      return Optional.of(
          "you may not write in the folder of "
              + path
              + ", where a journal is kept during a write; give yourself the right to");
    }
    if (database.header().end() > MOST_BYTES) {
      return Optional.of(
          path
              + " is almost as large as Outlook allows (50 GB); in Outlook, archive old items and"
              + " compact the file");
    }
    return WriteCheck.store(database).map(f -> damaged(path, f));
  }

  /** Why nothing can be written to a folder, as far as that shows in the folder itself. */
  static Optional<String> of(Path path, Database database, NodeId folder) {
    return WriteCheck.folder(database, folder).map(f -> damaged(path, f));
  }

  private static String damaged(Path path, Finding finding) {
    return path
        + " was not written by Outlook or is damaged ("
        + finding.where()
        + " "
        + finding.what()
        + "). Make a copy of it, repair it with Outlook's Inbox Repair Tool (scanpst.exe), and try"
        + " again";
  }
}
