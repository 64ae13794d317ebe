package org.tandemsync.convert.text;

import org.jspecify.annotations.Nullable;

/** Cuts a text into logical lines that keep their physical text with folds and line ends. */
final class LineSplitter {
  private static final String QUOTED_PRINTABLE = "QUOTED-PRINTABLE";

  private final String text;
  private final Syntax syntax;
  private final boolean bareReturns;
  private int at;
  private int number = 1;

  LineSplitter(String text, int from, Syntax syntax) {
    this.text = text;
    this.syntax = syntax;
    this.at = from;
    // a lone CR ends a line only where nothing else does
    this.bareReturns = text.indexOf('\n') < 0;
  }

  @Nullable ContentLine next() {
    if (at >= text.length()) {
      return null;
    }
    int start = at;
    int startNumber = number;
    int from = start;
    boolean quotedPrintable = false;
    while (true) {
      int end = endOfLine(from);
      number++;
      if (from == start) {
        quotedPrintable = syntax == Syntax.VCARD && isQuotedPrintable(text, start, end);
      }
      boolean soft = quotedPrintable && endsSoft(from, end);
      from = end;
      if (from >= text.length() || !(soft || isBlank(text.charAt(from)))) {
        break;
      }
    }
    at = from;
    return ContentLine.read(syntax, startNumber, text.substring(start, from));
  }

  /** Behind the line end that follows {@code from}. */
  private int endOfLine(int from) {
    int end = text.indexOf(bareReturns ? '\r' : '\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  /** Whether a line of vCard 2.1 says so in front of its colon. */
  static boolean isQuotedPrintable(String line) {
    return isQuotedPrintable(line, 0, line.length());
  }

  private static boolean isQuotedPrintable(String text, int from, int to) {
    int colon = text.indexOf(':', from, to);
    for (int i = from; i <= colon - QUOTED_PRINTABLE.length(); i++) {
      if (text.regionMatches(true, i, QUOTED_PRINTABLE, 0, QUOTED_PRINTABLE.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean endsSoft(int from, int end) {
    int last = end - 1;
    while (last >= from && (text.charAt(last) == '\n' || text.charAt(last) == '\r')) {
      last--;
    }
    return last >= from && text.charAt(last) == '=';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
