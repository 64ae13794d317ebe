package org.tandemsync.mapi;

import java.nio.charset.StandardCharsets;

/** Writes an RTF document: ASCII, all other characters as Unicode. */
final class RtfWriter {
  /** Arial, black and blue, and 10 points, as Outlook begins. */
  private static final String HEAD =
      "\\deff0{\\fonttbl\r\n{\\f0\\fswiss\\fcharset0 Arial;}}\r\n"
          + "{\\colortbl\\red0\\green0\\blue0;\\red0\\green0\\blue255;}\r\n"
          + "\\uc1\\pard\\plain\\deftab360 \\f0\\fs20 ";

  private final StringBuilder out = new StringBuilder();

  /**
   * Begins a document.
   *
   * @param origin the control word that says where the document comes from
   */
  RtfWriter(String origin) {
    out.append("{\\rtf1\\ansi\\ansicpg1252\\").append(origin).append(' ').append(HEAD);
  }

  /** Control words and groups as they are. */
  void raw(String rtf) {
    out.append(rtf);
  }

  /** One character of a text that is neither the end of a line nor a tab. */
  void character(char c) {
    if (c == '\\' || c == '{' || c == '}') {
      out.append('\\').append(c);
    } else if (c >= ' ' && c < 0x7F) {
      out.append(c);
    } else if (c == '\n' || c == '\r' || c == '\t' || c == 0) {
      throw new IllegalArgumentException("not a character of a line: " + (int) c);
    } else {
      out.append("\\u").append((short) c).append('?');
    }
  }

  byte[] end() {
    out.append("}\r\n");
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
