package org.tandemsync.mapi;

/** Plain text as RTF that says so ("fromtext"). */
public final class PlainRtf {
  private PlainRtf() {}

  /** The document of a text with {@code \n} line ends. Characters NUL are left out. */
  public static byte[] encode(String text) {
    RtfWriter out = new RtfWriter("fromtext");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.raw("\\par\r\n");
        case '\t' -> out.raw("\\tab ");
        case '\r', 0 -> {}
        default -> out.character(c);
      }
    }
    return out.end();
  }
}
