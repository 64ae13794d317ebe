package org.tandemsync.pst.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tandemsync.mapi.DamagedException;

/** Collects findings. A badly damaged file has no end of them, so the number is bounded. */
final class Findings {
  private static final int MOST = 1_000;

  private final List<Finding> all = new ArrayList<>();

  void add(Invariant invariant, String where, String what, Object... arguments) {
    add(new Finding(invariant, false, where, String.format(Locale.ROOT, what, arguments)));
  }

  void note(Invariant invariant, String where, String what, Object... arguments) {
    add(new Finding(invariant, true, where, String.format(Locale.ROOT, what, arguments)));
  }

  private void add(Finding finding) {
    if (all.size() < MOST) {
      all.add(finding);
    }
  }

  /** Adds a finding unless {@code holds}. */
  void expect(boolean holds, Invariant invariant, String where, String what, Object... arguments) {
    if (!holds) {
      add(invariant, where, what, arguments);
    }
  }

  /** Runs a part of the check; what cannot be read at all is a finding of that part. */
  void guarded(Invariant invariant, String where, Runnable part) {
    try {
      part.run();
    } catch (DamagedException e) {
      add(invariant, where, "%s", String.valueOf(e.getMessage()));
    }
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
