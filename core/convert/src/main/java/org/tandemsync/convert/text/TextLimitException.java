package org.tandemsync.convert.text;

/** A text with more lines or deeper nesting than any real program writes. */
public final class TextLimitException extends Exception {
  private static final long serialVersionUID = 1L;

  TextLimitException(String message) {
    super(message);
  }
}
