package org.tandemsync.convert.text;

/** Collects physical lines; what it renders anew has the line ends of the file it goes into. */
public final class LineWriter {
  private static final int LIMIT = 75;

  private final StringBuilder out;
  private final String lineEnd;

  LineWriter(int expectedLength, String lineEnd) {
    this.out = new StringBuilder(expectedLength);
    this.lineEnd = lineEnd;
  }

  /** Appends text as it stands; a last line that had no line end gets one first. */
  void physical(String text) {
    if (!text.isEmpty()) {
      startLine();
      out.append(text);
    }
  }

  /** Appends a logical line, folded at 75 octets between characters (RFC 5545 3.1). */
  void folded(String line) {
    startLine();
    if (line.length() * 3 <= LIMIT) {
      out.append(line).append(lineEnd);
      return;
    }
    int length = line.length();
    int from = 0;
    // nearly all is ASCII, whose octets need not be counted one by one
    for (int room = LIMIT; length - from > room && isAscii(line, from, from + room); ) {
      out.append(line, from, from + room).append(lineEnd).append(' ');
      from += room;
      room = LIMIT - 1;
    }
    int octets = from == 0 ? 0 : 1;
    for (int i = from; i < length; ) {
      char c = line.charAt(i);
      int point = c < 0x80 ? c : line.codePointAt(i);
      int size = octets(point);
      if (octets + size > LIMIT) {
        out.append(line, from, i).append(lineEnd).append(' ');
        from = i;
        octets = 1;
      }
      octets += size;
      i += Character.charCount(point);
    }
    out.append(line, from, length).append(lineEnd);
  }

  /** Appends a line in quoted-printable, folded by soft line breaks (vCard 2.1). */
  void softBroken(String line) {
    startLine();
    int colon = line.indexOf(':');
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int end = line.charAt(i) == '=' ? Math.min(i + 3, line.length()) : i + 1;
      if (octets + end - i > LIMIT && i > colon) {
        out.append('=').append(lineEnd);
        octets = 0;
      }
      out.append(line, i, end);
      octets += end - i;
      i = end;
    }
    out.append(lineEnd);
  }

  private void startLine() {
    int length = out.length();
    if (length > 0) {
      char last = out.charAt(length - 1);
      if (last != '\n' && last != '\r' && last != '\uFEFF') {
        out.append(lineEnd);
      }
    }
  }

  private static boolean isAscii(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static int octets(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
