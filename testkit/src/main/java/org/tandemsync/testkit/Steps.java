package org.tandemsync.testkit;

/**
 * Hears of every step that reaches the outside: just before and just after. A test can count the
 * steps, let a foreign hand edit between two of them, or end the "process" by throwing {@link
 * Crash}.
 */
@FunctionalInterface
public interface Steps {
  Steps NONE = what -> {};

  void step(String what);

  /** The process is gone: nothing after this instant happens. */
  final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    public Crash(String where) {
      super(where, null, false, false);
    }
  }
}
