package org.tandemsync.dav.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS on real sockets; the certificates are in resources, made by openssl. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final DavSettings SETTINGS =
      DavSettings.usual(InstantSource.system())
          .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<String> protocol = new AtomicReference<>("");
  private final AtomicReference<String> shown = new AtomicReference<>("");
  private final AtomicReference<String> answer =
      new AtomicReference<>(
          ScriptedServer.answer(207, "Content-Type: text/xml\r\n", "<multistatus xmlns='DAV:'/>"));
  private Optional<SSLServerSocket> server = Optional.empty();

  @AfterEach
  void stop() {
    close();
    workers.shutdownNow();
  }

  private void close() {
    try {
      if (server.isPresent()) {
        server.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] file(String name) {
    try (InputStream in = TlsTest.class.getResourceAsStream("tls/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    return new String(file(name), StandardCharsets.US_ASCII);
  }

  private URI start(String keys, List<String> protocols, boolean wantsCertificate) {
    try {
      SSLServerSocket socket =
          (SSLServerSocket)
              context(keys)
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
      socket.setEnabledProtocols(protocols.toArray(new String[0]));
      socket.setNeedClientAuth(wantsCertificate);
      server = Optional.of(socket);
      workers.submit(() -> accept(socket, wantsCertificate));
      return URI.create("https://127.0.0.1:" + socket.getLocalPort() + "/");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept(SSLServerSocket socket, boolean wantsCertificate) {
    while (!socket.isClosed()) {
      try {
        SSLSocket connection = (SSLSocket) socket.accept();
        workers.submit(() -> serve(connection, wantsCertificate));
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** Reads one request and answers it. */
  private void serve(SSLSocket connection, boolean wantsCertificate) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      int length = 0;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring("content-length:".length()).strip());
        }
      }
      in.readNBytes(length);
      protocol.set(connection.getSession().getProtocol());
      if (wantsCertificate) {
        shown.set(connection.getSession().getPeerPrincipal().getName());
      }
      connection.getOutputStream().write(answer.get().getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().flush();
    } catch (IOException refused) {
      // the client did not like the certificate, or has none
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  private static SSLContext context(String keys) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(new java.io.ByteArrayInputStream(file(keys)), PASSWORD);
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(own, PASSWORD);
    KeyStore clients = KeyStore.getInstance("PKCS12");
    clients.load(null, null);
    clients.setCertificateEntry("ca", Certificates.ofPem(text("ca.pem")).getFirst());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(clients);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private URI start(String keys) {
    return start(keys, List.of("TLSv1.2", "TLSv1.3"), false);
  }

  private static void ask(URI url, TlsSettings tls) {
    try (DavClient client =
        new DavClient(url, new Credentials.Basic("alice", "s3cret"), SETTINGS.withTls(tls))) {
      client.propfind(client.root(), Depth.SELF, List.of(Names.GETETAG), r -> r);
    }
  }

  private static TlsSettings authority() {
    return TlsSettings.SYSTEM.withAuthorities(Certificates.ofPem(text("ca.pem")));
  }

  private static void assertRefused(URI url, TlsSettings tls, String... words) {
    assertThatThrownBy(() -> ask(url, tls))
        .isInstanceOfSatisfying(
            DavException.class, e -> assertThat(e.kind()).isEqualTo(DavException.Kind.NOT_SENT))
        .message()
        .contains(words)
        .doesNotContain("s3cret");
  }

  @Test
  void aServerThatIsNotTrustedIsNotSpokenTo() {
    URI url = start("server.p12");
    assertRefused(url, TlsSettings.SYSTEM, "CN=localhost", "CN=Tandem test authority", "SHA-256");
    assertThat(protocol.get()).isEmpty();
  }

  @Test
  void theFingerprintToCompareIsSaid() {
    String self = Certificates.fingerprint(Certificates.ofPem(text("self.pem")).getFirst());
    assertThat(self).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    assertRefused(start("self.p12"), TlsSettings.SYSTEM, self);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void anExtraAuthorityIsTrusted(String version) {
    ask(start("server.p12", List.of(version), false), authority());
    assertThat(protocol.get()).isEqualTo(version);
  }

  @Test
  void anAuthorityVouchesForItsNamesOnly() {
    assertRefused(start("elsewhere.p12"), authority(), "elsewhere.example", "127.0.0.1");
    assertThat(protocol.get()).isEmpty();
  }

  @Test
  void anAuthorityIsNoServer() {
    assertRefused(start("self.p12"), authority(), "CN=self-signed");
  }

  @Test
  void aPinnedCertificateIsTrustedAndNoOther() {
    String self = Certificates.fingerprint(Certificates.ofPem(text("self.pem")).getFirst());
    TlsSettings pinned = TlsSettings.SYSTEM.withPin(self.toLowerCase(Locale.ROOT));
    ask(start("self.p12"), pinned);
    assertThat(protocol.get()).startsWith("TLS");
    close();
    protocol.set("");
    assertRefused(start("server.p12"), pinned, "another certificate");
    assertThat(protocol.get()).isEmpty();
  }

  @Test
  void tls12CanBeTooOld() {
    TlsSettings modern = authority().withLeast(TlsSettings.Version.TLS_1_3);
    URI old = start("server.p12", List.of("TLSv1.2"), false);
    assertThatThrownBy(() -> ask(old, modern)).isInstanceOf(DavException.class);
    close();
    ask(start("server.p12"), modern);
    assertThat(protocol.get()).isEqualTo("TLSv1.3");
  }

  @Test
  void aLookAtTheCertificateTrustsNothingAndSendsNothing() {
    URI url = start("self.p12");
    ServerCertificates.Shown shown = ServerCertificates.of(url, SETTINGS);
    assertThat(shown.chain()).isEqualTo(Certificates.ofPem(text("self.pem")));
    assertThat(shown.refused()).contains("SHA-256");
    assertThat(protocol.get()).isEmpty();
    close();
    ServerCertificates.Shown known =
        ServerCertificates.of(start("server.p12"), SETTINGS.withTls(authority()));
    assertThat(known.refused()).isEmpty();
    assertThat(known.chain().getFirst().getSubjectX500Principal().getName())
        .isEqualTo("CN=localhost");
  }

  @Test
  void bothFingerprintsAreSaidWhenACertificateHasChanged() {
    String self = Certificates.fingerprint(Certificates.ofPem(text("self.pem")).getFirst());
    URI url = start("server.p12");
    String now = Certificates.fingerprint(ServerCertificates.of(url, SETTINGS).chain().getFirst());
    assertRefused(url, TlsSettings.SYSTEM.withPin(self), "accepted SHA-256 " + self, now);
  }

  @Test
  void aPinHoldsAgainstAnAuthorityToo() {
    String self = Certificates.fingerprint(Certificates.ofPem(text("self.pem")).getFirst());
    assertRefused(
        start("server.p12"), authority().withPin(self), "another certificate", "CN=localhost");
  }

  @Test
  void nothingThatWasEncryptedIsSentOnInClear() {
    try (ScriptedServer plain = new ScriptedServer(r -> ScriptedServer.multistatus(""))) {
      answer.set(ScriptedServer.answer(302, "Location: " + plain.url() + "\r\n", ""));
      URI url = start("server.p12");
      assertThatThrownBy(() -> ask(url, authority()))
          .isInstanceOfSatisfying(
              DavException.class, e -> assertThat(e.kind()).isEqualTo(DavException.Kind.REDIRECTED))
          .hasMessageContaining("not encrypted");
      assertThat(plain.requests()).isEmpty();
    }
  }

  @Test
  void aClientCertificateOfPkcs12IsShown() {
    URI url = start("server.p12", List.of("TLSv1.3", "TLSv1.2"), true);
    ask(url, authority().withOwn(OwnCertificate.ofPkcs12(file("alice.p12"), PASSWORD)));
    assertThat(shown.get()).isEqualTo("CN=alice");
  }

  @Test
  void aClientCertificateOfPemIsShown() {
    URI url = start("server.p12", List.of("TLSv1.2"), true);
    String certificate = text("alice.pem");
    ask(
        url,
        authority()
            .withOwn(OwnCertificate.ofPem(certificate + text("alice.key"), Optional.empty())));
    assertThat(shown.get()).isEqualTo("CN=alice");
    OwnCertificate encrypted =
        OwnCertificate.ofPem(text("alice-encrypted.key") + certificate, Optional.of(PASSWORD));
    ask(url, authority().withOwn(encrypted));
    assertThat(encrypted.toString()).contains("CN=alice").doesNotContain("PRIVATE");
  }

  /** Keys of Windows and of smart cards sign, and nobody sees them. */
  @Test
  void aKeyThatIsNotGivenAwaySigns() {
    OwnCertificate alice = OwnCertificate.ofPkcs12(file("alice.p12"), PASSWORD);
    ECPrivateKey inside = (ECPrivateKey) alice.key();
    PrivateKey kept =
        (PrivateKey)
            Proxy.newProxyInstance(
                TlsTest.class.getClassLoader(),
                new Class<?>[] {ECPrivateKey.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getEncoded", "getFormat" -> null;
                      default -> method.invoke(inside, arguments);
                    });
    assertThat(kept.getEncoded()).isNull();
    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      shown.set("");
      URI url = start("server.p12", List.of(version), true);
      ask(url, authority().withOwn(new OwnCertificate(kept, alice.chain())));
      assertThat(shown.get()).isEqualTo("CN=alice");
      close();
    }
  }

  @Test
  void aCertificateIsShownOnlyToThoseWhoKnowItsAuthority() throws Exception {
    OwnKey own = new OwnKey(OwnCertificate.ofPkcs12(file("alice.p12"), PASSWORD));
    Principal ours = new X500Principal("CN=Tandem test authority");
    Principal another = new X500Principal("CN=Another authority");
    assertThat(own.chooseClientAlias(new String[] {"RSA", "EC"}, null, null)).isEqualTo("own");
    assertThat(own.chooseClientAlias(new String[] {"EC"}, new Principal[] {another, ours}, null))
        .isEqualTo("own");
    assertThat(own.chooseClientAlias(new String[] {"EC"}, new Principal[] {another}, null))
        .isNull();
    assertThat(own.chooseClientAlias(new String[] {"RSA"}, null, null)).isNull();
    assertThat(own.getPrivateKey("other")).isNull();
  }

  /** As that of Windows, which holds what a person has gathered over the years. */
  @Test
  void oneOfManyInAStoreIsChosen() throws Exception {
    assertThat(chosen("CN=dora").chain().getFirst().getSubjectX500Principal().getName())
        .contains("CN=dora");
    assertThat(chosen("cn = DORA,o=firm").toString()).contains("dora");
    X509Certificate renewed = chosen("CN=bob, O=Firm").chain().getFirst();
    assertThat(renewed.getNotAfter()).isAfter("2040-01-01");
    assertThat(chosen(Certificates.fingerprint(renewed)).chain()).containsExactly(renewed);
    String thumbprint =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(renewed.getEncoded()));
    assertThat(chosen(thumbprint).chain()).containsExactly(renewed);
    URI url = start("server.p12", List.of("TLSv1.3"), false);
    ask(url, authority().withOwn(chosen(thumbprint)));
  }

  @Test
  void whatDoesNotNameOneCertificateIsSaidSo() {
    assertThatThrownBy(() -> chosen("O=Firm"))
        .hasMessageContaining("one of several")
        .hasMessageContaining("CN=bob")
        .hasMessageContaining("CN=dora")
        .hasMessageNotContaining("carol");
    assertThatThrownBy(() -> chosen("CN=carol")).hasMessageContaining("run out");
    assertThatThrownBy(() -> chosen("CN=nobody"))
        .hasMessageContaining("no certificate 'CN=nobody'");
    assertThatThrownBy(() -> chosen("dora")).hasMessageContaining("neither a subject");
    assertThatThrownBy(() -> OwnCertificate.ofWindows("CN=dora", NOW))
        .hasMessageContaining("on Windows only");
  }

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static OwnCertificate chosen(String wanted) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new java.io.ByteArrayInputStream(file("people.p12")), PASSWORD);
    return OwnCertificate.ofStore(store, PASSWORD, wanted, NOW);
  }

  @Test
  void withoutTheCertificateThatAServerWantsThereIsNoAnswer() {
    URI url = start("server.p12", List.of("TLSv1.2"), true);
    assertThatThrownBy(() -> ask(url, authority())).isInstanceOf(DavException.class);
  }

  @Test
  void whatCannotBeReadIsSaidSo() {
    String certificate = text("alice.pem");
    assertThatThrownBy(() -> OwnCertificate.ofPkcs12(file("alice.p12"), "no".toCharArray()))
        .hasMessageContaining("password is wrong");
    assertThatThrownBy(() -> OwnCertificate.ofPem(certificate, Optional.empty()))
        .hasMessageContaining("no key");
    assertThatThrownBy(() -> OwnCertificate.ofPem(text("alice.key"), Optional.empty()))
        .hasMessageContaining("no certificate");
    assertThatThrownBy(
            () -> OwnCertificate.ofPem(certificate + text("alice-encrypted.key"), Optional.empty()))
        .hasMessageContaining("give its password");
    assertThatThrownBy(
            () ->
                OwnCertificate.ofPem(
                    certificate + text("alice-encrypted.key"), Optional.of("no".toCharArray())))
        .hasMessageContaining("password is wrong");
    assertThatThrownBy(() -> Certificates.ofPem("-----BEGIN CERTIFICATE-----\nAAAA"))
        .hasMessageContaining("end of CERTIFICATE");
    assertThatThrownBy(
            () ->
                Certificates.ofPem("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> TlsSettings.SYSTEM.withPin("AB:CD"))
        .hasMessageContaining("64 hex digits");
  }
}
