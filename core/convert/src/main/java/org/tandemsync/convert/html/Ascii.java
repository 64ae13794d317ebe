package org.tandemsync.convert.html;

/** Lower case of HTML's own words; other letters stay, so that the text keeps its length. */
final class Ascii {
  private Ascii() {}

  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }
}
