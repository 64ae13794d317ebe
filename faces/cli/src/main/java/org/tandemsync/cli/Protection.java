package org.tandemsync.cli;

/** How a system encrypts what only its user on this machine shall read. */
public interface Protection {

  /** Encrypts. */
  byte[] protect(byte[] plain);

  /**
   * Decrypts.
   *
   * @throws org.tandemsync.services.CannotRun if this user cannot read it
   */
  byte[] reveal(byte[] encrypted);
}
