package org.tandemsync.cli.terminal;

import java.util.Locale;

/**
 * One line that shows how far something is, drawn over and over on a terminal and wiped at the end.
 * Draws nothing where nobody looks, and nothing for what is done at once.
 */
public final class ProgressBar implements AutoCloseable {
  private static final long FIRST_NANOS = 400_000_000L;
  private static final long EACH_NANOS = 100_000_000L;
  private static final int BAR = 24;

  private final Terminal terminal;
  private final String what;
  private long total;
  private long finished;
  private long nextDraw = System.nanoTime() + FIRST_NANOS;
  private boolean drawn;

  public ProgressBar(Terminal terminal, String what) {
    this.terminal = terminal;
    this.what = Shown.cut(Shown.line(what), 30);
  }

  /** So many are to be done, as far as is known now. */
  public synchronized void expecting(long items) {
    total = items;
  }

  /** One more is done. */
  public synchronized void step() {
    finished++;
    long now = System.nanoTime();
    if (terminal.interactive() && now - nextDraw >= 0) {
      nextDraw = now + EACH_NANOS;
      draw();
    }
  }

  /** Takes the bar away so that a line can be printed. */
  public synchronized void wipe() {
    if (drawn) {
      terminal.err().print("\r" + " ".repeat(terminal.width() - 1) + "\r");
      terminal.err().flush();
      drawn = false;
    }
  }

  @Override
  public void close() {
    wipe();
  }

  private void draw() {
    long known = Math.max(total, finished);
    int filled = known == 0 ? 0 : (int) (BAR * finished / known);
    String counts = String.format(Locale.ROOT, " %,d of %,d", finished, known);
    String line = what + " [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]" + counts;
    terminal
        .err()
        .print("\r" + Shown.pad(Shown.cut(line, terminal.width() - 1), terminal.width() - 1));
    terminal.err().flush();
    drawn = true;
  }
}
