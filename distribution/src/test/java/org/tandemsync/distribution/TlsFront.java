package org.tandemsync.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** TLS before a server that has none, with a certificate of the test resources. */
final class TlsFront implements AutoCloseable {
  static final Path FILES =
      Path.of("../stores/dav/src/test/resources/org/tandemsync/dav/client/tls")
          .toAbsolutePath()
          .normalize();

  private final ServerSocket socket;
  private final int behind;
  private final boolean wantsCertificate;
  private volatile SSLContext shown;

  /**
   * Starts it.
   *
   * @param keys name of a PKCS#12 file
   * @param behind address of the server
   * @param wantsCertificate whether clients have to show one of the test authority
   */
  TlsFront(String keys, String behind, boolean wantsCertificate) {
    this.behind = URI.create(behind).getPort();
    this.wantsCertificate = wantsCertificate;
    try {
      shown = context(keys);
      socket = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** From now on another certificate, at the same address. */
  void show(String keys) {
    try {
      shown = context(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  String url() {
    return "https://127.0.0.1:" + port() + "/";
  }

  private static SSLContext context(String keys) throws IOException {
    char[] password = "changeit".toCharArray();
    try (InputStream own = Files.newInputStream(FILES.resolve(keys));
        InputStream ca = Files.newInputStream(FILES.resolve("ca.pem"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(own, password);
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, password);
      KeyStore clients = KeyStore.getInstance("PKCS12");
      clients.load(null, null);
      clients.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(ca));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(clients);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket plain) {
    try (plain;
        Socket client = encrypted(plain);
        Socket server = new Socket("127.0.0.1", behind)) {
      Thread.ofVirtual().start(() -> relay(server, client));
      relay(client, server);
    } catch (IOException refused) {
      // the client did not like the certificate, or has none
    }
  }

  private Socket encrypted(Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket) shown.getSocketFactory().createSocket(plain, "127.0.0.1", port(), true);
    socket.setUseClientMode(false);
    socket.setNeedClientAuth(wantsCertificate);
    return socket;
  }

  private static void relay(Socket from, Socket to) {
    try (to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // one of them went away
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
