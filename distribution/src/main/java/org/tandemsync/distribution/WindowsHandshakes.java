package org.tandemsync.distribution;

import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.TicketTrouble;
import org.tandemsync.windows.SecurityContext;
import org.tandemsync.windows.SecurityContext.NoTokenException;

/** Who is logged on to Windows. */
final class WindowsHandshakes implements Credentials.Handshakes {

  @Override
  public Credentials.Handshake begin(String scheme, String host) {
    try {
      SecurityContext context = SecurityContext.begin(scheme, "HTTP/" + host);
      return new Credentials.Handshake() {
        @Override
        public byte[] next(byte[] said) {
          try {
            return context.next(said);
          } catch (NoTokenException e) {
            throw trouble(host, e);
          }
        }

        @Override
        public void close() {
          context.close();
        }
      };
    } catch (NoTokenException e) {
      throw trouble(host, e);
    }
  }

  private static TicketTrouble trouble(String host, NoTokenException e) {
    return new TicketTrouble(
        "Windows does not show HTTP at "
            + host
            + " who is logged on ("
            + e.getMessage()
            + "); name user and password in the account",
        e);
  }
}
