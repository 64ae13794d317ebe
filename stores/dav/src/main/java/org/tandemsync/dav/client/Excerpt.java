package org.tandemsync.dav.client;

/**
 * The beginning of something that a server sent, fit for a message: one line, without characters
 * that a terminal obeys or that turn the direction of the text around.
 */
public final class Excerpt {
  private static final int LENGTH = 300;

  private Excerpt() {}

  public static String of(String text) {
    return of(text, LENGTH);
  }

  static String of(String text, int length) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= length ? line : line.substring(0, length) + "…";
  }
}
