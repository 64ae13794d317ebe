package org.tandemsync.services.configuration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * As whom a server is asked, and on which way.
 *
 * @param user the user name, empty for nobody, with {@code NEGOTIATE} for whose tickets there are
 * @param password where the password is kept, or the token if {@code signIn} is {@code BEARER};
 *     null if there is none, which with {@code NEGOTIATE} means the tickets that are there
 */
public record Access(
    String user, @Nullable SecretSource password, SignIn signIn, Connection connection) {

  /** Without signing in. */
  public static final Access ANONYMOUS = new Access("", null);

  /** How a server is told who asks. */
  public enum SignIn {
    /** User and password with each request (RFC 7617). */
    BASIC,
    /** Only a hash of the password, once the server has asked (RFC 7616). */
    DIGEST,
    /** A token (RFC 6750). */
    BEARER,
    /** A Kerberos ticket: that of who is signed in at the system, or got by a password. */
    NEGOTIATE;

    /** The word of the configuration file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Access {
    if (user.isEmpty() && password != null && signIn != SignIn.BEARER) {
      throw new IllegalArgumentException("a password belongs to a user");
    }
    if (signIn == SignIn.BEARER && password == null) {
      throw new IllegalArgumentException("signing in with a token needs one");
    }
  }

  /** With user and password, on the usual way. */
  public Access(String user, @Nullable SecretSource password) {
    this(user, password, SignIn.BASIC, Connection.USUAL);
  }

  /** Whether nobody signs in. */
  public boolean anonymous() {
    return user.isEmpty() && password == null && signIn != SignIn.NEGOTIATE;
  }

  Access withPassword(SecretSource source) {
    return new Access(user, source, signIn, connection);
  }
}
