package org.tandemsync.dav.client;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Looks at the certificates of a server without trusting them. */
public final class ServerCertificates {
  private ServerCertificates() {}

  /**
   * What a server shows.
   *
   * @param chain its certificate, then those that issued it as far as it shows them
   * @param refused why it would not be trusted with these settings; empty if it is
   */
  public record Shown(List<X509Certificate> chain, String refused) {
    public Shown {
      chain = List.copyOf(chain);
    }
  }

  /**
   * Asks a server who it is. It gets no credentials, and no request unless it is trusted anyway.
   *
   * @throws DavException if it cannot be reached or shows none
   */
  public static Shown of(URI url, DavSettings settings) {
    AtomicReference<List<X509Certificate>> shown = new AtomicReference<>(List.of());
    Origin origin = Origin.of(url);
    String refused = "";
    try (Transport transport =
        new Transport(origin, new Credentials.Anonymous(), settings, first(shown))) {
      Request hello = new Request("OPTIONS", Href.ofPath("/"), true, Map.of(), null, "", 1);
      transport.send(hello, (response, body, at) -> response.getCode());
    } catch (DavException e) {
      if (shown.get().isEmpty()) {
        throw e;
      }
      refused = e.kind() == DavException.Kind.NOT_SENT ? e.detail() : "";
    }
    return new Shown(shown.get(), refused);
  }

  /** A server that is trusted may redirect to another one, which is not the question. */
  private static Consumer<List<X509Certificate>> first(
      AtomicReference<List<X509Certificate>> shown) {
    return chain -> shown.compareAndSet(List.of(), chain);
  }
}
