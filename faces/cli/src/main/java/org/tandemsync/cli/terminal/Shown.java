package org.tandemsync.cli.terminal;

/** Texts of others as they may be shown: on one line, harmless, and as wide as they look. */
public final class Shown {
  private Shown() {}

  /** On one line, without control and direction characters that could fool a terminal. */
  public static String line(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t' || c == '\r' || Character.isSpaceChar(c)) {
                shown.append(' ');
              } else if (harmful(c)) {
                shown.append('\ufffd');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString().stripTrailing();
  }

  private static boolean harmful(int c) {
    boolean direction =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    return Character.isISOControl(c) || direction || Character.getType(c) == Character.SURROGATE;
  }

  /** Columns on a terminal: wide East Asian characters and emoji take two, marks none. */
  public static int width(String text) {
    return text.codePoints().map(Shown::width).sum();
  }

  /** The beginning of the text that fits, with an ellipsis if something is left out. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      used += width(c);
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return kept.toString().stripTrailing() + "…";
  }

  /** The text filled up with spaces. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return wide(c) ? 2 : 1;
  }

  // The wide and full-width blocks of Unicode's EastAsianWidth.txt.
  private static boolean wide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF)
        || (c >= 0xA960 && c <= 0xA97F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
