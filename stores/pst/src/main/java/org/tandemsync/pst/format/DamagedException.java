package org.tandemsync.pst.format;

/** Something in the file does not follow [MS-PST]. The message says what, in plain words. */
public final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedException(String message) {
    super(message);
  }
}
