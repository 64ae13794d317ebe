package org.tandemsync.dav.client;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;

/**
 * Decides which certificates of servers are trusted: the pinned one, else those that the system or
 * one of the account's authorities vouches for. Says of any other what it is, so that a person can
 * compare its fingerprint.
 */
final class Trust extends X509ExtendedTrustManager {
  private final List<X509ExtendedTrustManager> accepted;
  private final String pin;
  private final Consumer<List<X509Certificate>> shown;

  private Trust(
      List<X509ExtendedTrustManager> accepted, String pin, Consumer<List<X509Certificate>> shown) {
    this.accepted = accepted;
    this.pin = pin;
    this.shown = shown;
  }

  /**
   * TLS with these settings.
   *
   * @param shown gets every certificate chain that a server shows, before it is judged
   */
  static TlsSocketStrategy strategy(TlsSettings settings, Consumer<List<X509Certificate>> shown) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(settings), new TrustManager[] {of(settings, shown)}, null);
      boolean pinned = !settings.pin().isEmpty();
      return new DefaultClientTlsStrategy(
          context,
          settings.least().andNewer(),
          null,
          SSLBufferMode.STATIC,
          pinned ? HostnameVerificationPolicy.CLIENT : HostnameVerificationPolicy.BOTH,
          // the pinned certificate is the server's identity, whatever name is in it
          pinned ? NoopHostnameVerifier.INSTANCE : HttpsSupport.getDefaultHostnameVerifier());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  /** The same, set up by the first encrypted connection: the authorities of a system are many. */
  static TlsSocketStrategy strategyOnDemand(
      TlsSettings settings, Consumer<List<X509Certificate>> shown) {
    AtomicReference<@Nullable TlsSocketStrategy> made = new AtomicReference<>();
    return (socket, target, port, attachment, context) -> {
      TlsSocketStrategy strategy = made.get();
      if (strategy == null) {
        strategy = strategy(settings, shown);
        made.set(strategy);
      }
      return strategy.upgrade(socket, target, port, attachment, context);
    };
  }

  private static Trust of(TlsSettings settings, Consumer<List<X509Certificate>> shown)
      throws GeneralSecurityException, IOException {
    List<X509ExtendedTrustManager> accepted = new ArrayList<>();
    accepted.add(managed(null)); // what the system trusts
    Optional<KeyStore> windows = windowsAuthorities();
    if (windows.isPresent()) {
      accepted.add(managed(windows.get()));
    }
    if (!settings.authorities().isEmpty()) {
      KeyStore store = emptyStore();
      for (int i = 0; i < settings.authorities().size(); i++) {
        store.setCertificateEntry("authority-" + i, settings.authorities().get(i));
      }
      accepted.add(managed(store));
    }
    return new Trust(accepted, settings.pin(), shown);
  }

  /**
   * Windows has a store of its own, with the authorities of a company for instance, and Java has
   * another. Elsewhere there is none.
   */
  private static Optional<KeyStore> windowsAuthorities()
      throws GeneralSecurityException, IOException {
    if (Security.getProvider("SunMSCAPI") == null) {
      return Optional.empty();
    }
    KeyStore store = KeyStore.getInstance("Windows-ROOT");
    store.load(null, null);
    return store.size() == 0 ? Optional.empty() : Optional.of(store);
  }

  private static KeyManager @Nullable [] keys(TlsSettings settings) {
    return settings.own().map(own -> new KeyManager[] {new OwnKey(own)}).orElse(null);
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static X509ExtendedTrustManager managed(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager x509) {
        return x509;
      }
    }
    throw new IllegalStateException("Java has no trust manager for certificates");
  }

  private interface Check {
    void by(X509ExtendedTrustManager manager) throws CertificateException;
  }

  private void check(X509Certificate[] chain, Check check) throws CertificateException {
    X509Certificate server = chain[0];
    shown.accept(List.of(chain));
    if (!pin.isEmpty()) {
      if (!Certificates.isPinned(server, pin)) {
        throw new CertificateException(
            "the server shows another certificate than the accepted one: accepted SHA-256 "
                + Certificates.spaced(pin)
                + ", shown "
                + described(server));
      }
      return;
    }
    CertificateException why = null;
    for (X509ExtendedTrustManager manager : accepted) {
      try {
        check.by(manager);
        return;
      } catch (CertificateException e) {
        why = why == null ? e : why;
      }
    }
    String reason = why == null ? "" : " (" + why.getMessage() + ")";
    throw new CertificateException(described(server) + reason, why);
  }

  private static String described(X509Certificate certificate) {
    return "SHA-256 "
        + Certificates.fingerprint(certificate)
        + ", certificate of "
        + Excerpt.of(certificate.getSubjectX500Principal().getName())
        + ", issued by "
        + Excerpt.of(certificate.getIssuerX500Principal().getName());
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain, m -> m.checkServerTrusted(chain, authType, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain, m -> m.checkServerTrusted(chain, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain, m -> m.checkServerTrusted(chain, authType));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("no client is served here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no client is served here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("no client is served here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return accepted.stream()
        .flatMap(m -> List.of(m.getAcceptedIssuers()).stream())
        .toArray(X509Certificate[]::new);
  }
}
