package org.tandemsync.convert.card;

import org.tandemsync.convert.text.ContentLine;

/** A line of a card as it is shown in losses and errors. */
final class Evidence {
  private static final int LONGEST = 120;

  private Evidence() {}

  static String of(ContentLine line) {
    String text = line.logical().strip();
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return line.lineNumber() == 0 ? shown : "line " + line.lineNumber() + ": " + shown;
  }
}
