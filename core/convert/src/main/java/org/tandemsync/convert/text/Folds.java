package org.tandemsync.convert.text;

/**
 * Folded lines (RFC 5545 3.1, RFC 6350 3.2) and the soft breaks of quoted-printable values in vCard
 * 2.1.
 */
final class Folds {
  private Folds() {}

  /** The logical line of a physical text, without line end. */
  static String unfold(Syntax syntax, String text) {
    int end = text.length();
    while (end > 0 && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    String line = text.substring(0, end);
    if (line.indexOf('\n') < 0 && line.indexOf('\r') < 0) {
      return line;
    }
    boolean soft = syntax == Syntax.VCARD && LineSplitter.isQuotedPrintable(line);
    return withoutFolds(soft ? withoutSoftBreaks(line) : line);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /**
   * Without any run of CRs, LF or none, and the blank behind it. By hand: 10 MB of CR are read
   * once.
   */
  private static String withoutFolds(String line) {
    StringBuilder unfolded = new StringBuilder(line.length());
    int at = 0;
    int feed = -1; // at or behind where the next line ends, as far as it was looked for
    int back = -1;
    while (at < line.length()) {
      int end = behindReturns(line, at);
      boolean feeds = end < line.length() && line.charAt(end) == '\n';
      int blank = feeds ? end + 1 : end;
      if (blank > at && blank < line.length() && isBlank(line.charAt(blank))) {
        at = blank + 1;
      } else {
        int from = Math.max(end, at + 1);
        feed = feed < from ? next(line, '\n', from) : feed;
        back = back < from ? next(line, '\r', from) : back;
        unfolded.append(line, at, Math.min(feed, back));
        at = Math.min(feed, back);
      }
    }
    return unfolded.toString();
  }

  /** Where the character is next, or the length. */
  private static int next(String line, char wanted, int from) {
    int at = line.indexOf(wanted, from);
    return at < 0 ? line.length() : at;
  }

  /** Without "=" at the ends of lines. */
  private static String withoutSoftBreaks(String line) {
    StringBuilder joined = new StringBuilder(line.length());
    int at = 0;
    for (int equals = line.indexOf('='); equals >= 0; equals = line.indexOf('=', at)) {
      int end = behindReturns(line, equals + 1);
      boolean feed = end < line.length() && line.charAt(end) == '\n';
      boolean soft = feed || end > equals + 1;
      joined.append(line, at, soft ? equals : equals + 1);
      at = feed ? end + 1 : soft ? end : equals + 1;
    }
    return joined.append(line, at, line.length()).toString();
  }

  private static int behindReturns(String line, int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) == '\r') {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
