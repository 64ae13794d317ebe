package org.tandemsync.dav.client;

/** The beginning of something that a server sent, fit for a message. */
final class Excerpt {
  private static final int LENGTH = 300;

  private Excerpt() {}

  static String of(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
  }
}
