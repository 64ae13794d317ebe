package org.tandemsync.dav.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandemsync.dav.client.ScriptedServer.answer;
import static org.tandemsync.dav.client.ScriptedServer.multistatus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.ScriptedServer.Got;

class DavClientTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
  private static final DavSettings SETTINGS =
      DavSettings.usual(CLOCK)
          .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofSeconds(3));
  private static final Href CAL = Href.ofPath("/cal/");
  private static final Href ITEM = Href.ofPath("/cal/a.ics");
  private static final String ONE =
      "<D:response><D:href>/cal/a.ics</D:href><D:propstat><D:prop><D:getetag>\"1\"</D:getetag>"
          + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable c : open.reversed()) {
      c.close();
    }
  }

  private ScriptedServer server(Function<Got, String> script) {
    ScriptedServer server = new ScriptedServer(script);
    open.add(server);
    return server;
  }

  private DavClient client(URI url, DavSettings settings) {
    DavClient client = new DavClient(url, new Credentials.Basic("ali", "pä:ß"), settings);
    open.add(client);
    return client;
  }

  private DavClient client(ScriptedServer server) {
    return client(server.url(), SETTINGS);
  }

  private static List<String> list(DavClient client) {
    return client.propfind(CAL, Depth.MEMBERS, List.of(Names.GETETAG), Response::href).rows();
  }

  private static void assertFails(ThrowingCallable call, DavException.Kind kind) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DavException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.text()).contains(e.method()).contains(e.url());
              assertThat(e.toString()).doesNotContain("pä:ß").doesNotContain("Basic");
            });
  }

  // ---- what is sent ----

  @Test
  void requestsCarryWhatServersInsistOn() {
    ScriptedServer server = server(r -> multistatus(ONE));
    assertThat(list(client(server))).containsExactly("/cal/a.ics");
    Got got = server.requests().getFirst();
    assertThat(got.method()).isEqualTo("PROPFIND");
    assertThat(got.path()).isEqualTo("/cal/");
    assertThat(got.header("user-agent")).startsWith("Tandem/");
    assertThat(got.header("content-type")).isEqualTo("application/xml; charset=utf-8");
    assertThat(got.header("depth")).isEqualTo("1");
    assertThat(got.header("content-length")).isEqualTo(String.valueOf(got.body().length()));
    assertThat(got.header("accept-encoding")).contains("gzip");
    assertThat(got.headers()).doesNotContainKeys("expect", "transfer-encoding", "upgrade");
    assertThat(got.header("authorization")).isEqualTo("Basic YWxpOnDDpDrDnw==");
  }

  @Test
  void writesCarryTheirConditions() {
    ScriptedServer server = server(r -> answer(201, "ETag: \"7\"\r\n", ""));
    DavClient client = client(server);
    byte[] body = "ü".getBytes(StandardCharsets.UTF_8);
    Answer created =
        client.put(ITEM, new Condition.NothingThere(), body, "text/calendar; charset=utf-8");
    client.put(ITEM, new Condition.Unchanged(new ETag(false, "7")), body, "text/calendar");
    client.delete(ITEM, new Condition.Unchanged(new ETag(false, "8")));
    client.delete(ITEM, new Condition.None());
    assertThat(created.etag()).contains(new ETag(false, "7"));
    List<Got> got = server.requests();
    assertThat(got.get(0).header("if-none-match")).isEqualTo("*");
    assertThat(got.get(0).header("content-type")).isEqualTo("text/calendar; charset=utf-8");
    assertThat(got.get(0).header("content-length")).isEqualTo("2");
    assertThat(got.get(1).header("if-match")).isEqualTo("\"7\"");
    assertThat(got.get(2).header("if-match")).isEqualTo("\"8\"");
    assertThat(got.get(3).headers()).doesNotContainKeys("if-match", "if-none-match");
  }

  /** Compressed they would have another tag. */
  @Test
  void resourcesComeAsTheyAre() {
    ScriptedServer server = server(r -> answer(200, "ETag: \"7\"\r\n", "x"));
    DavClient client = client(server);
    client.get(ITEM);
    client.put(ITEM, new Condition.NothingThere(), new byte[1], "text/calendar");
    assertThat(server.requests())
        .hasSize(2)
        .allSatisfy(got -> assertThat(got.header("accept-encoding")).isEqualTo("identity"));
  }

  @Test
  void aPasswordNeverShows() {
    assertThat(new Credentials.Basic("ali", "secret").toString())
        .contains("ali")
        .doesNotContain("secret");
  }

  // ---- redirects ----

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsKeepMethodAndBody(int status) {
    ScriptedServer server =
        server(
            r ->
                r.path().equals("/cal/")
                    ? answer(status, "Location: /there/\r\n", "moved")
                    : multistatus(ONE));
    assertThat(list(client(server))).hasSize(1);
    assertThat(server.requests()).extracting(Got::method).containsExactly("PROPFIND", "PROPFIND");
    assertThat(server.requests().get(1).path()).isEqualTo("/there/");
    assertThat(server.requests().get(1).body()).isEqualTo(server.requests().get(0).body());
    assertThat(server.requests().get(1).header("authorization")).isNotEmpty();
  }

  @Test
  void credentialsDoNotFollowToAnotherOrigin() {
    ScriptedServer other = server(r -> answer(401, "WWW-Authenticate: Basic\r\n", ""));
    ScriptedServer server = server(r -> answer(301, "Location: " + other.url() + "cal/\r\n", ""));
    assertFails(() -> list(client(server)), DavException.Kind.STATUS);
    assertThat(other.requests()).hasSize(1);
    assertThat(other.requests().getFirst().headers()).doesNotContainKey("authorization");
  }

  @Test
  void endlessRedirectsEnd() {
    ScriptedServer server = server(r -> answer(302, "Location: /cal/\r\n", ""));
    assertFails(() -> list(client(server)), DavException.Kind.NOT_UNDERSTOOD);
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void aRedirectToNowhereIsAnError() {
    ScriptedServer server = server(r -> answer(302, "Location: mailto:a@b\r\n", ""));
    assertFails(() -> list(client(server)), DavException.Kind.NOT_UNDERSTOOD);
  }

  // ---- broken connections ----

  @Test
  void aQuestionIsAskedAgainWhenTheConnectionBreaks() {
    AtomicInteger count = new AtomicInteger();
    ScriptedServer server = server(r -> count.getAndIncrement() < 2 ? "" : multistatus(ONE));
    assertThat(list(client(server))).hasSize(1);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aWriteIsNot() {
    ScriptedServer server = server(r -> "");
    DavClient client = client(server);
    assertFails(
        () -> client.put(ITEM, new Condition.NothingThere(), new byte[1], "text/vcard"),
        DavException.Kind.LOST);
    assertFails(() -> client.delete(ITEM, new Condition.None()), DavException.Kind.LOST);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void connectionsClosedInSilenceDoNotHurtWrites() throws Exception {
    ScriptedServer server = server(r -> answer(201, "X-Then: close\r\n", ""));
    DavClient client = client(server);
    for (int i = 0; i < 20; i++) {
      client.put(ITEM, new Condition.NothingThere(), new byte[1], "text/vcard");
      Thread.sleep(5); // the close has arrived
    }
    assertThat(server.requests()).hasSize(20);
  }

  @Test
  void anAnswerCutShortIsNotBelieved() {
    String whole = multistatus(ONE);
    ScriptedServer http = server(r -> whole.substring(0, whole.length() - 30) + "");
    assertThatThrownBy(() -> list(client(http.url(), SETTINGS))).isInstanceOf(DavException.class);
    ScriptedServer xml =
        server(r -> answer(207, "Content-Type: text/xml\r\n", "<multistatus xmlns='DAV:'>"));
    assertFails(() -> list(client(xml)), DavException.Kind.NOT_UNDERSTOOD);
  }

  @Test
  void noConnectionIsCertainlyNotSent() {
    ScriptedServer server = server(r -> "");
    URI url = server.url();
    server.close();
    assertFails(
        () ->
            client(url, SETTINGS)
                .put(ITEM, new Condition.NothingThere(), new byte[1], "text/vcard"),
        DavException.Kind.NOT_SENT);
    assertFails(
        () -> list(client(URI.create("http://no-such-host.invalid/"), SETTINGS)),
        DavException.Kind.NOT_SENT);
  }

  @Test
  void silenceEndsInATimeout() {
    ScriptedServer server =
        server(
            r -> {
              try {
                Thread.sleep(2_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return "";
            });
    assertFails(() -> list(client(server)), DavException.Kind.TIMEOUT);
    assertThat(server.requests()).hasSize(1);
  }

  /** Yahoo and cPanel's Horde send such. */
  @Test
  void malformedHeadersDoNotMatter() {
    String body = multistatus(ONE);
    String xml = body.substring(body.indexOf("\r\n\r\n") + 4);
    ScriptedServer server =
        server(
            r ->
                "HTTP/1.1 207\nno colon here\nContent-Type : application/xml\n: empty\nX-\u00e4:"
                    + " \u00ff\nContent-Length: "
                    + xml.length()
                    + "\n\n"
                    + xml);
    assertThat(list(client(server))).hasSize(1);
  }

  @Test
  void aHeadThatComesByteByByteEnds() {
    ScriptedServer server =
        ScriptedServer.raw(
            (r, out) -> {
              for (int i = 0; i < 200; i++) {
                out.write(i == 0 ? 'H' : 'x');
                out.flush();
                try {
                  Thread.sleep(100);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            });
    open.add(server);
    assertFails(() -> list(client(server)), DavException.Kind.TIMEOUT);
  }

  // ---- limits ----

  @Test
  void aBodyAboveTheLimitIsCutOff() {
    ScriptedServer server = server(r -> answer(200, "", "x".repeat(3000)));
    DavClient client = client(server.url(), SETTINGS.withLimits(2000, 2000, 2000));
    assertFails(() -> client.get(ITEM), DavException.Kind.TOO_LARGE);
  }

  @Test
  void aSmallBodyThatUnpacksToALargeOneToo() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[1_000_000]);
    }
    String body = packed.toString(StandardCharsets.ISO_8859_1);
    ScriptedServer server = server(r -> answer(200, "Content-Encoding: gzip\r\n", body));
    DavClient client = client(server.url(), SETTINGS.withLimits(10_000, 10_000, 10_000));
    assertFails(() -> client.get(ITEM), DavException.Kind.TOO_LARGE);
  }

  // ---- failures ----

  @Test
  void aWebPageIsNoDavServer() {
    ScriptedServer server =
        server(r -> answer(200, "Content-Type: text/html\r\n", "<html>Welcome to SOGo</html>"));
    assertThatThrownBy(() -> list(client(server)))
        .hasMessageContaining("text/html")
        .hasMessageContaining("no CalDAV or CardDAV");
  }

  @Test
  void preconditionsAreRead() {
    ScriptedServer server =
        server(
            r ->
                answer(
                    409,
                    "Content-Type: text/xml\r\n",
                    "<?xml version='1.0'?><error xmlns='DAV:'><no-uid-conflict"
                        + " xmlns='urn:ietf:params:xml:ns:caldav'><href"
                        + " xmlns='DAV:'>/cal/b.ics</href></no-uid-conflict></error>"));
    Answer answer = client(server).put(ITEM, new Condition.NothingThere(), new byte[1], "x/y");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.error().has("no-uid-conflict")).isTrue();
    assertThat(answer.error().hrefs()).containsExactly("/cal/b.ics");
    assertThat(answer.describe()).contains("409").contains("no-uid-conflict");
  }

  @Test
  void aFailureInsideA207IsTheStatus() {
    ScriptedServer server =
        server(
            r ->
                multistatus(
                    "<D:response><D:href>/cal/a.ics</D:href><D:status>HTTP/1.1 412 X</D:status>"
                        + "<D:error><C:valid-calendar-data/></D:error></D:response>"));
    Answer answer = client(server).put(ITEM, new Condition.NothingThere(), new byte[1], "x/y");
    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.error().has("valid-calendar-data")).isTrue();
  }

  @Test
  void aPageOfErrorBecomesOneLine() {
    ScriptedServer server =
        server(
            r ->
                answer(
                    403,
                    "Content-Type: text/html\r\n",
                    "<html><head><title>t</title></head><body>\n<h1>Not\nallowed</h1>"
                        + "x".repeat(5000)
                        + "</body></html>"));
    Answer answer = client(server).delete(ITEM, new Condition.None());
    assertThat(answer.describe()).contains("Not allowed").hasSizeLessThan(400).doesNotContain("<");
  }

  @Test
  void retryAfterIsReadAsSecondsAndAsDate() {
    ScriptedServer seconds = server(r -> answer(429, "Retry-After: 120\r\n", ""));
    assertThat(client(seconds).get(ITEM).retryAfter()).contains(Duration.ofSeconds(120));
    ScriptedServer date =
        server(r -> answer(503, "Retry-After: Sun, 22 Nov 2026 10:01:30 GMT\r\n", ""));
    assertThat(client(date).get(ITEM).retryAfter()).contains(Duration.ofSeconds(90));
    for (String form : List.of("Sunday, 22-Nov-26 10:01:30 GMT", "Sun Nov 22 10:01:30 2026")) {
      ScriptedServer old = server(r -> answer(503, "Retry-After: " + form + "\r\n", ""));
      assertThat(client(old).get(ITEM).retryAfter()).contains(Duration.ofSeconds(90));
    }
    ScriptedServer never = server(r -> answer(429, "Retry-After: 999999999\r\n", ""));
    assertThat(client(never).get(ITEM).retryAfter()).contains(Duration.ofDays(1));
    ScriptedServer past =
        server(r -> answer(503, "Retry-After: Sun, 22 Nov 2020 10:01:30 GMT\r\n", ""));
    assertThat(client(past).get(ITEM).retryAfter()).isEmpty();
    ScriptedServer nonsense = server(r -> answer(429, "Retry-After: soon\r\n", ""));
    assertThat(client(nonsense).get(ITEM).retryAfter()).isEqualTo(Optional.empty());
  }

  @Test
  void aPassingFailureOfAQuestionPasses() {
    AtomicInteger count = new AtomicInteger();
    ScriptedServer server =
        server(r -> count.getAndIncrement() == 0 ? answer(502, "", "") : multistatus(ONE));
    assertThat(list(client(server))).hasSize(1);
  }
}
