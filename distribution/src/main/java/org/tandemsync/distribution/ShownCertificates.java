package org.tandemsync.distribution;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.tandemsync.dav.client.Certificates;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.ServerCertificates;
import org.tandemsync.dav.discovery.DavTrouble;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ServerTrust;
import org.tandemsync.services.configuration.Endpoint;

/** The certificates that servers show. */
record ShownCertificates(Connecting connecting) implements ServerTrust {

  @Override
  public Shown look(Endpoint.Dav server) {
    if (!server.url().getScheme().equals("https")) {
      throw new CannotRun(
          server.url() + " is not encrypted and shows no certificate. Next step: write https://");
    }
    try {
      ServerCertificates.Shown shown =
          ServerCertificates.of(server.url(), connecting.unpinned(server));
      return new Shown(
          shown.chain().stream().map(ShownCertificates::certificate).toList(), shown.refused());
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  private static Certificate certificate(X509Certificate certificate) {
    return new Certificate(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        names(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        Certificates.fingerprint(certificate));
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(n -> n.get(1) instanceof String)
              .map(n -> String.valueOf(n.get(1)))
              .toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }
}
