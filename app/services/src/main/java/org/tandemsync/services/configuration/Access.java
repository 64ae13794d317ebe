package org.tandemsync.services.configuration;

import org.jspecify.annotations.Nullable;

/**
 * As whom a server is asked.
 *
 * @param user the user name, empty for nobody
 * @param password where the password is kept, or null if there is none
 */
public record Access(String user, @Nullable SecretSource password) {
  /** Without signing in. */
  public static final Access ANONYMOUS = new Access("", null);

  public Access {
    if (user.isEmpty() && password != null) {
      throw new IllegalArgumentException("a password belongs to a user");
    }
  }
}
