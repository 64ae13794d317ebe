package org.tandemsync.pst;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Checkpoint;

/**
 * Tells whether all that happened to a data file since a store has listed its folder are writes of
 * that store. Then the next listing can go on behind them: what they made is known, and nobody else
 * has written, for from the first of them on the file is locked.
 */
final class OwnWrites {
  private final PstFile file;
  private final InstantSource clock;

  /** The file as it was listed, then as each own write has left it; null if others wrote too. */
  private @Nullable Unchanged state;

  /** What the listing gave. */
  private @Nullable Checkpoint given;

  private int foreignChanges;
  private int commits;
  private boolean wrote;

  OwnWrites(PstFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * The folder is listed.
   *
   * @param seen the file before that
   * @param gave where the next listing may go on
   */
  void listed(Unchanged seen, @Nullable Checkpoint gave) {
    state = seen;
    given = gave;
    foreignChanges = file.foreignChanges();
    commits = file.commits();
    wrote = false;
  }

  /** The file is locked, and nothing of the next write is in it yet. */
  void beginning() {
    Unchanged known = state;
    if (known == null
        || foreignChanges != file.foreignChanges()
        || commits != file.commits()
        || !known.isSame(Unchanged.of(file.path(), clock.instant()))) {
      state = null;
    }
  }

  void committed() {
    if (state != null) {
      state = Unchanged.of(file.path(), clock.instant());
      commits++;
      wrote = true;
    }
  }

  /** It is not known what is in the file. */
  void failed() {
    state = null;
  }

  /** Where the next listing may go on: behind these writes if there was nothing else. */
  Checkpoint behind(Checkpoint listed) {
    Unchanged now = state;
    return now == null || !wrote || !listed.equals(given) || commits != file.commits()
        ? listed
        : now.behindOwnWrites(listed, file.database().header());
  }
}
