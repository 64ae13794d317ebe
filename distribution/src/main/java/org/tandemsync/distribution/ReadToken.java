package org.tandemsync.distribution;

import java.util.regex.Pattern;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.configuration.SecretSource;

/**
 * A token from where the account keeps it. One that the server refuses is read once more: a program
 * that gives tokens may have a newer one.
 */
final class ReadToken implements Credentials.TokenSource {
  /** RFC 6750 2.1; anything else could end the header and begin another. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final Secrets secrets;
  private final SecretSource source;
  private final String purpose;
  private String current = "";

  ReadToken(Secrets secrets, SecretSource source, String purpose) {
    this.secrets = secrets;
    this.source = source;
    this.purpose = purpose;
  }

  @Override
  public synchronized String token() {
    if (current.isEmpty()) {
      current = read();
    }
    return current;
  }

  @Override
  public synchronized String renewed(String refused) {
    if (refused.equals(current)) {
      current = read();
    }
    return current;
  }

  private String read() {
    String token = secrets.read(source, purpose).reveal().strip();
    if (!FORM.matcher(token).matches()) {
      throw new CannotRun(
          "What is kept as the token of "
              + purpose
              + " is none: it has characters that tokens do not have. Next step: check it.");
    }
    return token;
  }
}
