package org.tandemsync.dav.client;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Which servers an account trusts over TLS, and with what it shows who it is. Holds for the account
 * only; there is no way to trust everything.
 *
 * @param authorities trusted besides those of the system
 * @param pin SHA-256 fingerprint of the server's certificate, as {@link Certificates#fingerprint}
 *     gives it: then this one is trusted, whatever its name and dates, and no other; or empty
 * @param own what is shown to a server that asks, or empty
 * @param least the oldest version that is spoken
 */
public record TlsSettings(
    List<X509Certificate> authorities, String pin, Optional<OwnCertificate> own, Version least) {

  /** Versions of TLS; older ones are never spoken. */
  public enum Version {
    TLS_1_2,
    TLS_1_3;

    /** What Java calls this one and the newer ones, the newest first. */
    String[] andNewer() {
      return this == TLS_1_3 ? new String[] {"TLSv1.3"} : new String[] {"TLSv1.3", "TLSv1.2"};
    }
  }

  /** What the system trusts. */
  public static final TlsSettings SYSTEM =
      new TlsSettings(List.of(), "", Optional.empty(), Version.TLS_1_2);

  public TlsSettings {
    authorities = List.copyOf(authorities);
    pin = Certificates.plain(pin);
    if (!pin.isEmpty() && !pin.matches("[0-9A-F]{64}")) {
      throw new IllegalArgumentException("a SHA-256 fingerprint has 64 hex digits: " + pin);
    }
  }

  public TlsSettings withAuthorities(List<X509Certificate> more) {
    return new TlsSettings(more, pin, own, least);
  }

  public TlsSettings withPin(String fingerprint) {
    return new TlsSettings(authorities, fingerprint, own, least);
  }

  public TlsSettings withOwn(OwnCertificate certificate) {
    return new TlsSettings(authorities, pin, Optional.of(certificate), least);
  }

  public TlsSettings withLeast(Version version) {
    return new TlsSettings(authorities, pin, own, version);
  }
}
