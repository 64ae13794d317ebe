package org.tandemsync.pst.format;

/** The file is no Outlook data file, or one of a kind that cannot be read. */
public final class UnsupportedFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnsupportedFileException(String message) {
    super(message);
  }
}
