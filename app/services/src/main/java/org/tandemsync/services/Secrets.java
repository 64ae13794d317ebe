package org.tandemsync.services;

import org.tandemsync.services.configuration.SecretSource;

/** Where passwords come from. */
public interface Secrets {

  /**
   * Fetches a password.
   *
   * @param purpose what it is for, shown when somebody is asked: "alice@example.org at
   *     https://dav.example.org/"
   * @throws CannotRun if there is none, with the next step
   */
  Secret read(SecretSource source, String purpose);
}
