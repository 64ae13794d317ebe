package org.tandemsync.state;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tandemsync.services.CannotRun;

/** What SQLite reports, in plain words with the next step. */
final class Trouble {
  private Trouble() {}

  static CannotRun of(Path file, SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return new CannotRun(file + " cannot be used: " + e.getMessage(), e);
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    // The low byte is the kind, the rest says more.
    return switch (code.code & 0xff) {
      case 5, 6 ->
          new CannotRun(
              file
                  + " is in use by another program that does not let go of it; close that one and"
                  + " try again",
              e);
      case 11, 26 -> damaged(file, e);
      // A table or a value is not what we took it for: the file's fault, or else ours.
      case 1, 18, 20 -> {
        if (Tables.areAsMade(file)) {
          throw new IllegalStateException("a fault of Tandem's own: " + e.getMessage(), e);
        }
        yield damaged(file, e);
      }
      case 13 ->
          new CannotRun(
              "there is no room left on the disk of "
                  + file
                  + "; make some and run again: nothing is lost",
              e);
      case 3, 8, 14, 23 ->
          new CannotRun(
              file
                  + " cannot be written; make it and its folder writable for you, or name another"
                  + " folder with --home",
              e);
      case 10 ->
          new CannotRun(
              "the disk of " + file + " does not work or is full (" + code + "); check it", e);
      default -> new CannotRun(file + " cannot be used: " + e.getMessage(), e);
    };
  }

  static Damaged damaged(Path file, @Nullable Throwable cause) {
    return new Damaged(
        file
            + " is damaged and was left as it is. Next step: 'tandem doctor --rebuild' puts it"
            + " aside, takes accounts and profiles over and lets the next run match items anew;"
            + " nothing is deleted by that",
        cause);
  }
}
