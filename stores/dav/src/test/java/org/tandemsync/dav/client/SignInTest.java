package org.tandemsync.dav.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandemsync.dav.client.ScriptedServer.answer;
import static org.tandemsync.dav.client.ScriptedServer.multistatus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.ScriptedServer.Got;

class SignInTest {
  private static final DavSettings SETTINGS =
      DavSettings.usual(InstantSource.system())
          .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
  private static final Href ITEM = Href.ofPath("/cal/a.ics");
  private static final Credentials.Digest MUFASA =
      new Credentials.Digest("Mufasa", "Circle of Life");

  /** The examples of RFC 7616 3.9.1. */
  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
  })
  void theExamplesOfTheRfc(String algorithm, String response) {
    String header =
        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm="
            + algorithm
            + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
            + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    String answer =
        DigestChallenge.of(header)
            .orElseThrow()
            .answer(
                MUFASA,
                "GET",
                "/dir/index.html",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
                1);
    assertThat(answer)
        .contains("response=\"" + response + "\"", "nc=00000001", "qop=auth", "algorithm=")
        .doesNotContain("Circle");
  }

  /** The example of RFC 2617 3.5, and of RFC 2069 with its erratum. */
  @Test
  void olderServers() {
    DigestChallenge old =
        DigestChallenge.of(
                "digest realm=\"testrealm@host.com\","
                    + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\","
                    + " opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"")
            .orElseThrow();
    Credentials.Digest mufasa = new Credentials.Digest("Mufasa", "CircleOfLife");
    assertThat(old.answer(mufasa, "GET", "/dir/index.html", "x", 1))
        .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
        .doesNotContain("nc=", "cnonce", "algorithm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic realm=\"Digest nonce\"",
        "Digest realm=\"x\"",
        "Digest realm=\"x\", nonce=\"n\", algorithm=MD4",
        "Digest realm=\"x\", nonce=\"n\", qop=\"auth-int\"",
        "",
      })
  void whatCannotBeAnswered(String header) {
    assertThat(DigestChallenge.of(header)).isEmpty();
  }

  @Test
  void namesThatNoHeaderHolds() {
    String answer =
        DigestChallenge.of("Basic realm=\"b\", Digest realm=\"a \\\"b\\\"\", nonce=\"n\", qop=auth")
            .orElseThrow()
            .answer(new Credentials.Digest("zoë *", "ß"), "GET", "/", "c", 2);
    assertThat(answer)
        .contains("username*=UTF-8''zo%C3%AB%20%2A", "realm=\"a \\\"b\\\"\"", "nc=00000002");
  }

  private static String challenge(String nonce, String more) {
    return "WWW-Authenticate: Digest realm=\"r\", qop=\"auth\", nonce=\""
        + nonce
        + "\""
        + more
        + "\r\n";
  }

  private static boolean answers(Got got, String nonce) {
    return got.header("authorization").contains("nonce=\"" + nonce + "\"");
  }

  @Test
  void aChallengeIsAnsweredOnceAndThenBeforehand() {
    AtomicInteger nonces = new AtomicInteger(1);
    try (ScriptedServer server =
            new ScriptedServer(
                r ->
                    answers(r, "n" + nonces.get())
                        ? r.method().equals("PUT") ? answer(201, "", "") : multistatus("")
                        : answer(401, challenge("n" + nonces.get(), ", stale=true"), ""));
        DavClient client = new DavClient(server.url(), MUFASA, SETTINGS)) {
      client.propfind(ITEM, Depth.SELF, List.of(Names.GETETAG), r -> r);
      client.propfind(ITEM, Depth.SELF, List.of(Names.GETETAG), r -> r);
      assertThat(server.requests()).hasSize(3);
      assertThat(server.requests().get(0).headers()).doesNotContainKey("authorization");
      assertThat(server.requests().get(2).header("authorization")).contains("nc=00000002");
      nonces.incrementAndGet();
      assertThat(client.put(ITEM, new Condition.NothingThere(), new byte[3], "text/vcard").status())
          .isEqualTo(201);
      assertThat(server.requests()).hasSize(5);
      assertThat(server.requests().get(4).header("if-none-match")).isEqualTo("*");
      assertThat(server.requests().get(4).header("authorization"))
          .contains("nonce=\"n2\"", "nc=00000001", "uri=\"/cal/a.ics\"");
      assertThat(server.requests().toString()).doesNotContain("Circle");
    }
  }

  @Test
  void aWrongPasswordIsNotTriedForEver() {
    try (ScriptedServer server =
            new ScriptedServer(r -> answer(401, challenge("n", ""), "who are you"));
        DavClient client = new DavClient(server.url(), MUFASA, SETTINGS)) {
      assertThatThrownBy(() -> client.propfind(ITEM, Depth.SELF, List.of(), r -> r))
          .isInstanceOfSatisfying(DavException.class, e -> assertThat(e.status()).isEqualTo(401));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void theStrongestHashIsTaken() {
    try (ScriptedServer server =
            new ScriptedServer(
                r ->
                    r.headers().containsKey("authorization")
                        ? multistatus("")
                        : answer(
                            401,
                            challenge("n", ", algorithm=MD5")
                                + challenge("n", ", algorithm=SHA-256")
                                + "WWW-Authenticate: Basic realm=\"r\"\r\n",
                            ""));
        DavClient client = new DavClient(server.url(), MUFASA, SETTINGS)) {
      client.propfind(ITEM, Depth.SELF, List.of(), r -> r);
      assertThat(server.requests().get(1).header("authorization"))
          .startsWith("Digest ")
          .contains("algorithm=SHA-256");
    }
  }

  @Test
  void anotherOriginGetsNoAnswerToItsChallenge() {
    try (ScriptedServer other = new ScriptedServer(r -> answer(401, challenge("evil", ""), ""));
        ScriptedServer server =
            new ScriptedServer(r -> answer(302, "Location: " + other.url() + "\r\n", ""));
        DavClient client = new DavClient(server.url(), MUFASA, SETTINGS)) {
      assertThatThrownBy(() -> client.propfind(ITEM, Depth.SELF, List.of(), r -> r))
          .isInstanceOf(DavException.class);
      assertThat(other.requests()).hasSize(1);
      assertThat(other.requests().getFirst().headers()).doesNotContainKey("authorization");
    }
  }

  /** Tokens t1, t2...; the server takes the one that it says. */
  private static final class Tokens implements Credentials.TokenSource {
    private final List<String> refused = new ArrayList<>();
    private int now = 1;

    @Override
    public synchronized String token() {
      return "t" + now;
    }

    @Override
    public synchronized String renewed(String old) {
      refused.add(old);
      if (old.equals(token()) && now < 3) {
        now++;
      }
      return token();
    }
  }

  @Test
  void aTokenIsRenewedWhenItIsRefused() {
    Tokens tokens = new Tokens();
    try (ScriptedServer server =
            new ScriptedServer(
                r ->
                    r.header("authorization").equals("Bearer t2")
                        ? answer(201, "", "")
                        : answer(401, "WWW-Authenticate: Bearer\r\n", ""));
        DavClient client = new DavClient(server.url(), new Credentials.Bearer(tokens), SETTINGS)) {
      assertThat(client.put(ITEM, new Condition.None(), new byte[1], "text/vcard").status())
          .isEqualTo(201);
      assertThat(client.put(ITEM, new Condition.None(), new byte[1], "text/vcard").status())
          .isEqualTo(201);
      assertThat(server.requests())
          .extracting(r -> r.header("authorization"))
          .containsExactly("Bearer t1", "Bearer t2", "Bearer t2");
      assertThat(tokens.refused).containsExactly("t1");
      assertThat(new Credentials.Bearer(tokens).toString()).doesNotContain("t2");
    }
  }

  @Test
  void aTokenThatCannotBeRenewedIsARefusal() {
    Tokens tokens = new Tokens();
    tokens.now = 3;
    try (ScriptedServer server = new ScriptedServer(r -> answer(401, "", ""));
        DavClient client = new DavClient(server.url(), new Credentials.Bearer(tokens), SETTINGS)) {
      assertThat(client.get(ITEM).status()).isEqualTo(401);
      assertThat(server.requests()).hasSize(1);
    }
  }

  /** Tickets k1, k2...; each is good once. */
  private static final class Tickets implements Credentials.Tickets {
    private final List<String> hosts = new ArrayList<>();
    private int refused;

    @Override
    public synchronized byte[] token(String host) {
      hosts.add(host);
      return ("k" + hosts.size()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void refused() {
      refused++;
    }
  }

  private static boolean shows(Got got, String ticket) {
    String token = Base64.getEncoder().encodeToString(ticket.getBytes(StandardCharsets.UTF_8));
    return got.header("authorization").equals("Negotiate " + token);
  }

  private static final String ASKS =
      "WWW-Authenticate: Basic realm=\"r\"\r\nWWW-Authenticate: Negotiate\r\n";

  @Test
  void eachRequestBringsATicketOnceTheServerHasAsked() {
    Tickets tickets = new Tickets();
    try (ScriptedServer server =
            new ScriptedServer(
                r ->
                    shows(r, "k1") || shows(r, "k3") || shows(r, "k4")
                        ? answer(201, "", "")
                        : answer(401, ASKS, ""));
        DavClient client =
            new DavClient(server.url(), new Credentials.Negotiate(tickets), SETTINGS)) {
      for (int i = 0; i < 3; i++) {
        assertThat(client.put(ITEM, new Condition.None(), new byte[1], "text/vcard").status())
            .isEqualTo(201);
      }
      // asked, k1; k2 has ended, k3; k4
      assertThat(server.requests()).hasSize(5);
      assertThat(server.requests().getFirst().headers()).doesNotContainKey("authorization");
      assertThat(tickets.hosts).containsOnly("127.0.0.1").hasSize(4);
      assertThat(tickets.refused).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Negotiate', 2, 'does not accept the Kerberos ticket'",
    "'Basic realm=\"Negotiate, please\"', 1, 'what it offers: Basic'",
    "'NTLM', 1, 'what it offers: NTLM'",
    "'Negotiate TlRMTVNTUAAC', 1, 'what it offers: Negotiate'",
  })
  void aServerThatDoesNotTakeTicketsIsTold(String challenge, int requests, String said) {
    try (ScriptedServer server =
            new ScriptedServer(r -> answer(401, "WWW-Authenticate: " + challenge + "\r\n", ""));
        DavClient client =
            new DavClient(server.url(), new Credentials.Negotiate(new Tickets()), SETTINGS)) {
      assertThatThrownBy(() -> client.get(ITEM))
          .isInstanceOfSatisfying(
              DavException.class,
              e -> assertThat(e.kind()).isEqualTo(DavException.Kind.NOT_SIGNED_IN))
          .hasMessageContaining(said);
      assertThat(server.requests()).hasSize(requests);
    }
  }

  @Test
  void anotherOriginGetsNoTicket() {
    Tickets tickets = new Tickets();
    try (ScriptedServer other = new ScriptedServer(r -> answer(401, ASKS, ""));
        ScriptedServer server =
            new ScriptedServer(r -> answer(302, "Location: " + other.url() + "\r\n", ""));
        DavClient client =
            new DavClient(server.url(), new Credentials.Negotiate(tickets), SETTINGS)) {
      assertThatThrownBy(() -> client.propfind(ITEM, Depth.SELF, List.of(), r -> r))
          .isInstanceOf(DavException.class);
      assertThat(tickets.hosts).isEmpty();
    }
  }

  /** No realm of this name: whatever the machine's Kerberos is like, there are no tickets. */
  @Test
  void withoutTicketsTheWayToThemIsTold() {
    KerberosTickets nobodys = KerberosTickets.ofSystem("nobody@TANDEM.INVALID");
    try (ScriptedServer server = new ScriptedServer(r -> answer(401, ASKS, ""));
        DavClient client =
            new DavClient(server.url(), new Credentials.Negotiate(nobodys), SETTINGS)) {
      assertThatThrownBy(() -> client.get(ITEM))
          .hasMessageContainingAll("no Kerberos tickets of nobody@TANDEM.INVALID", "kinit");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void passwordsNeverShow() {
    assertThat(MUFASA.toString()).contains("Mufasa").doesNotContain("Circle");
  }
}
