package org.tandemsync.services;

import java.time.Instant;
import java.util.List;
import org.tandemsync.services.configuration.Endpoint;

/** Shows who a server says it is. */
public interface ServerTrust {

  /**
   * Asks a server for its certificates; it learns nothing but our address.
   *
   * @throws CannotRun if it is not asked over https
   * @throws org.tandemsync.sync.StoreException if it cannot be reached
   */
  Shown look(Endpoint.Dav server);

  /**
   * What it shows.
   *
   * @param chain its own certificate, then those that issued it as far as it shows them
   * @param refused why it is not trusted without somebody's accepting it, or empty if it is
   */
  record Shown(List<Certificate> chain, String refused) {
    public Shown {
      chain = List.copyOf(chain);
    }

    /** The server's own. */
    public Certificate own() {
      return chain.getFirst();
    }
  }

  /**
   * A certificate.
   *
   * @param names of hosts that it is for
   * @param fingerprint SHA-256, as {@code AB:CD:...}
   */
  record Certificate(
      String subject,
      String issuer,
      List<String> names,
      Instant from,
      Instant until,
      String fingerprint) {}
}
