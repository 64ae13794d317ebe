package org.tandemsync.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Certificates of servers that somebody has looked at and accepted. */
public interface TrustedCertificates {

  /** The only certificate that is trusted at a server ("https://host:port"), if there is one. */
  Optional<Accepted> at(String origin);

  /** In the order of their servers. */
  List<Accepted> all();

  /** Trusts this certificate at its server and no other there. */
  void accept(Accepted certificate);

  /** Goes back to what the system trusts; false if nothing was accepted there. */
  boolean forget(String origin);

  /**
   * An accepted certificate.
   *
   * @param origin "https://host:port"
   * @param fingerprint SHA-256, as {@code AB:CD:...}
   */
  record Accepted(String origin, String fingerprint, String subject, Instant at) {}
}
