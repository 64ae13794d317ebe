package org.tandemsync.dav.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies on real sockets. */
class ProxyTest {
  private static final DavSettings SETTINGS =
      DavSettings.usual(InstantSource.system())
          .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
  private static final String LOGIN =
      "Basic " + Base64.getEncoder().encodeToString("pat:pr0xy".getBytes(StandardCharsets.UTF_8));

  /** A SOCKS 5 proxy without a password (RFC 1928). It notes where connections go. */
  private static final class SocksProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    SocksProxy() {
      try {
        socket = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Thread.ofVirtual().start(this::accept);
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

    private void serve(Socket client) {
      try (client) {
        InputStream in = new BufferedInputStream(client.getInputStream());
        in.read();
        in.readNBytes(in.read());
        client.getOutputStream().write(new byte[] {5, 0});
        in.readNBytes(3);
        boolean name = in.read() == 3;
        byte[] host = in.readNBytes(name ? in.read() : 4);
        int port = in.read() << 8 | in.read();
        String target =
            name
                ? new String(host, StandardCharsets.US_ASCII)
                : InetAddress.getByAddress(host).getHostAddress();
        asked.add(target + ":" + port);
        // it knows a host that nobody else knows
        try (Socket server = new Socket("127.0.0.1", port)) {
          client.getOutputStream().write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
          Thread back = Thread.ofVirtual().start(() -> relay(server, client));
          in.transferTo(server.getOutputStream());
          back.interrupt();
        }
      } catch (IOException gone) {
        // the client went away
      }
    }

    private static void relay(Socket from, Socket to) {
      try {
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException gone) {
        // one of them went away
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static void ask(URI url, ProxySettings proxy) {
    try (DavClient client =
        new DavClient(url, new Credentials.Basic("alice", "s3cret"), SETTINGS.withProxy(proxy))) {
      client.propfind(client.root(), Depth.SELF, List.of(Names.GETETAG), r -> r);
    }
  }

  private static ProxySettings http(ScriptedServer proxy, boolean login) {
    int port = proxy.url().getPort();
    return new ProxySettings.Http(
        "127.0.0.1",
        port,
        login ? new ProxySettings.Login("127.0.0.1", port, "pat", "pr0xy") : null);
  }

  private static String ofProxy(ScriptedServer.Got got) {
    return got.header("proxy-authorization").equals(LOGIN)
        ? ScriptedServer.multistatus("")
        : ScriptedServer.answer(407, "Proxy-Authenticate: Basic realm=\"p\"\r\n", "");
  }

  @Test
  void requestsGoThroughAProxyWithItsOwnPassword() {
    try (ScriptedServer proxy = new ScriptedServer(ProxyTest::ofProxy)) {
      ask(URI.create("http://dav.example.test/"), http(proxy, true));
      assertThat(proxy.requests()).hasSize(2);
      ScriptedServer.Got last = proxy.requests().getLast();
      assertThat(last.path()).matches("http://dav.example.test(:80)?/");
      assertThat(last.header("authorization")).startsWith("Basic ").isNotEqualTo(LOGIN);
    }
  }

  @Test
  void aProxyThatWantsAPasswordSaysSo() {
    try (ScriptedServer proxy = new ScriptedServer(ProxyTest::ofProxy)) {
      assertThatThrownBy(() -> ask(URI.create("http://dav.example.test/"), http(proxy, false)))
          .isInstanceOfSatisfying(
              DavException.class, e -> assertThat(e.kind()).isEqualTo(DavException.Kind.NOT_SENT))
          .hasMessageContaining("proxy wants to know who asks")
          .hasMessageNotContaining("s3cret");
    }
  }

  /** A proxy's 404 says nothing about what is on the server. */
  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410, 503})
  void aTunnelThatIsRefusedIsNoAnswerOfTheServer(int status) {
    try (ScriptedServer proxy =
            new ScriptedServer(r -> ScriptedServer.answer(status, "", "no such host"));
        DavClient client =
            new DavClient(
                URI.create("https://dav.example.test/"),
                new Credentials.Basic("alice", "s3cret"),
                SETTINGS.withProxy(http(proxy, true)))) {
      assertThatThrownBy(() -> client.get(Href.ofPath("/cal/a.ics")))
          .isInstanceOfSatisfying(
              DavException.class, e -> assertThat(e.kind()).isEqualTo(DavException.Kind.NOT_SENT))
          .hasMessageContaining("proxy does not let the request through (" + status);
      assertThatThrownBy(
              () -> client.put(Href.ofPath("/a"), new Condition.None(), new byte[1], "text/vcard"))
          .isInstanceOfSatisfying(
              DavException.class, e -> assertThat(e.kind()).isEqualTo(DavException.Kind.NOT_SENT));
      assertThat(proxy.requests()).allMatch(r -> r.method().equals("CONNECT"));
      assertThat(proxy.requests()).noneMatch(r -> r.headers().containsKey("authorization"));
    }
  }

  @Test
  void aSocksProxyLooksUpNames() throws IOException {
    try (SocksProxy socks = new SocksProxy();
        ScriptedServer server = new ScriptedServer(r -> ScriptedServer.multistatus(""))) {
      int port = server.url().getPort();
      ask(
          URI.create("http://known-to-the-proxy.test:" + port + "/"),
          new ProxySettings.Socks("127.0.0.1", socks.socket.getLocalPort()));
      assertThat(socks.asked).containsExactly("known-to-the-proxy.test:" + port);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void noneIsNone() {
    try (ScriptedServer server = new ScriptedServer(r -> ScriptedServer.multistatus(""))) {
      ask(server.url(), ProxySettings.NONE);
      assertThat(server.requests().getFirst().path()).isEqualTo("/");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://dav.example.org/ | https_proxy=http://p:1            | p:1",
        "https://dav.example.org/ | HTTPS_PROXY=p:1                   | p:1",
        "http://dav.example.org/  | http_proxy=http://p/              | p:80",
        "http://dav.example.org/  | HTTP_PROXY=http://p:1             | direct",
        "http://dav.example.org/  | https_proxy=http://p:1            | direct",
        "http://dav.example.org/  | all_proxy=http://u:s%20t@p:1      | p:1",
        "https://127.0.0.1/       | all_proxy=http://p:1              | direct",
        "https://[::1]:8/         | all_proxy=http://p:1              | direct",
        "https://localhost/       | all_proxy=http://p:1              | direct",
        "https://dav.example.org/ | all_proxy=p:1;no_proxy=*          | direct",
        "https://dav.example.org/ | all_proxy=p:1;no_proxy=a,example.org | direct",
        "https://dav.example.org/ | all_proxy=p:1;no_proxy=.Example.org  | direct",
        "https://dav.example.org/ | all_proxy=p:1;no_proxy=*.example.org | direct",
        "https://dav.example.org/ | all_proxy=p:1;no_proxy=ample.org  | p:1",
        "https://dav.example.org/ | all_proxy=p:1;NO_PROXY=dav.example.org:443 | direct",
        "https://dav.example.org/ | all_proxy=p:1;no_proxy=dav.example.org:444 | p:1",
        "https://dav.example.org/ | all_proxy=p:1;no_proxy=           | p:1",
        "https://localhost/       | all_proxy=socks5://p:1            | direct",
        "http://dav.example.org/  | https_proxy=https://p:1           | direct",
        "https://dav.example.org/ | all_proxy=socks5://p:1;no_proxy=example.org | direct",
      })
  void whatTheEnvironmentSays(String url, String variables, String expected) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(";", -1)) {
      environment.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
    }
    ProxySettings settings = EnvironmentProxies.or(environment, null, URI.create(url));
    String got = "direct";
    if (settings instanceof ProxySettings.Chosen(ProxySelector selector, var logins)) {
      Proxy proxy = selector.select(URI.create(url)).getFirst();
      got = proxy.type() == Proxy.Type.DIRECT ? "direct" : address(proxy);
      assertThat(logins.toString()).doesNotContain("s t");
    }
    assertThat(got).isEqualTo(expected);
  }

  private static String address(Proxy proxy) {
    InetSocketAddress at = (InetSocketAddress) proxy.address();
    return at.getHostString() + ":" + at.getPort();
  }

  @Test
  void aVariableThatIsNoAddressIsSaidWithoutShowingIt() {
    Map<String, String> environment = Map.of("https_proxy", "ftp://u:hunter2@p");
    URI server = URI.create("https://dav.example.org/");
    assertThatThrownBy(() -> EnvironmentProxies.or(environment, null, server))
        .hasMessageContaining("https_proxy")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aServerOfThisMachineThatLeadsAwayFromItDoesNotLeadAroundTheProxy() {
    ProxySettings settings =
        EnvironmentProxies.or(
            Map.of("all_proxy", "socks5://p:1"), null, URI.create("http://localhost/"));
    assertThatThrownBy(() -> ask(URI.create("http://dav.example.org/"), settings))
        .isInstanceOf(DavException.class)
        .hasMessageContaining("all_proxy");
  }

  @Test
  void thePasswordOfAProxyNeverShows() {
    assertThat(new ProxySettings.Login("p", 1, "pat", "pr0xy").toString()).doesNotContain("pr0xy");
  }
}
