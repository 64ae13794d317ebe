package org.tandemsync.convert;

/** The beginning of a text that a server sent, for people: it may be of any length. */
public final class Excerpt {
  private static final int LONGEST = 500;

  private Excerpt() {}

  public static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "...";
  }
}
