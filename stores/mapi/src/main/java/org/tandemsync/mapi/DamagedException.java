package org.tandemsync.mapi;

/** Something is not as the formats of Outlook have it. The message says what, in plain words. */
public final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedException(String message) {
    super(message);
  }
}
