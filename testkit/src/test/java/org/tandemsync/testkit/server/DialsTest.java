package org.tandemsync.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each dial does what it says, and nothing else. */
class DialsTest {
  private static final String WORK = "/dav/calendars/alice/work/";

  private final EmbeddedDavServer server = EmbeddedDavServer.start();
  private final PlainClient alice = new PlainClient(server, "alice", "alicepw");
  private final Dials dials = server.dials();
  private DavCollection work;

  @BeforeEach
  void collections() {
    server.addUser("alice", "alicepw");
    work = server.calendar("alice", "work");
    work.put("a.ics", Bodies.event("a", "A"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aLostAnswerWasCarriedOut() {
    dials.loseAnswer = When.every(2).on("PUT");
    assertThat(put("b", "1").status()).isEqualTo(201);
    assertThatThrownBy(() -> tryPut("c", "1")).isInstanceOf(IOException.class);
    assertThat(put("d", "1").status()).isEqualTo(201);
    assertThat(work.names()).containsExactly("a.ics", "b.ics", "c.ics", "d.ics");
    SeenRequest lost = server.log().all().get(1);
    assertThat(List.of(lost.status(), lost.carriedOut())).isEqualTo(List.of(0, true));
  }

  @Test
  void aConnectionCutBeforehandChangesNothing() {
    dials.cutBefore = When.first(1).on("PUT");
    assertThatThrownBy(() -> tryPut("b", "1")).isInstanceOf(IOException.class);
    assertThat(work.names()).containsExactly("a.ics");
    assertThat(put("b", "1").status()).isEqualTo(201);
  }

  @Test
  void anAnswerCanBeCutInItsMiddle() {
    dials.cutAnswer = When.first(1).on("PROPFIND");
    assertThatThrownBy(() -> alice.trySend("PROPFIND", WORK, "", "Depth", "1"))
        .isInstanceOf(IOException.class);
    assertThat(alice.send("PROPFIND", WORK, "", "Depth", "1").rows()).hasSize(2);
  }

  @Test
  void truncatedXmlIsCompleteForHttpOnly() {
    dials.truncateXml = When.nth(1).on("PROPFIND");
    var half = alice.send("PROPFIND", WORK, "", "Depth", "1");
    assertThat(half.status()).isEqualTo(207);
    assertThatThrownBy(half::xml).hasCauseInstanceOf(XMLStreamException.class);
    assertThat(alice.send("PROPFIND", WORK, "", "Depth", "1").rows()).hasSize(2);
  }

  @Test
  void connectionsClosedInSilenceStillBringTheAnswer() throws IOException {
    dials.closeSilently = When.always();
    assertThat(put("b", "1").status()).isEqualTo(201);
    assertThat(server.log().count("PUT")).isEqualTo(1);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      String request = "OPTIONS / HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      // reads to the end, so it ends only when the server closes
      byte[] answer = socket.getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 200")
          .doesNotContainIgnoringCase("Connection: close");
    }
  }

  @Test
  void bodiesWithoutLengthCanBeRefused() throws IOException {
    dials.refuseChunked = 400;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      String request =
          "PUT "
              + WORK
              + "b.ics HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 400");
    }
  }

  @Test
  void slowAnswersTakeLonger() {
    dials.slow = When.first(1);
    dials.delay = Duration.ofMillis(120);
    long before = System.nanoTime();
    put("b", "1");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(110));
  }

  @Test
  void overloadSaysWhenToComeBack() {
    dials.overload = When.first(2);
    dials.retryAfter = "7";
    assertThat(put("b", "1").header("Retry-After")).contains("7");
    dials.overloadStatus = 429;
    dials.retryAfter = "Fri, 31 Dec 2027 23:59:59 GMT";
    var second = put("b", "1");
    assertThat(second.status()).isEqualTo(429);
    assertThat(second.header("Retry-After").orElseThrow()).endsWith("GMT");
    assertThat(work.names()).containsExactly("a.ics");
    assertThat(put("b", "1").status()).isEqualTo(201);
  }

  @Test
  void someItemsAreRefused() {
    dials.refuse =
        When.always().on("PUT").where(request -> request.text().contains("SUMMARY:poison"));
    dials.refuseStatus = 507;
    assertThat(put("b", "poison").status()).isEqualTo(507);
    assertThat(put("c", "fine").status()).isEqualTo(201);
    dials.failPrecondition = When.always().on("PUT");
    assertThat(put("d", "fine").status()).isEqualTo(412);
    assertThat(work.names()).containsExactly("a.ics", "c.ics");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void redirectsLeadElsewhere(int status) {
    dials.redirect = When.always();
    dials.redirectStatus = status;
    dials.redirectFrom = "/old/";
    dials.redirectTo = "/dav/";
    var sent = alice.send("PROPFIND", "/old/calendars/alice/work/", "", "Depth", "0");
    assertThat(sent.status()).isEqualTo(status);
    assertThat(sent.header("Location")).contains(WORK);
    assertThat(alice.send("PROPFIND", WORK, "", "Depth", "0").status()).isEqualTo(207);
  }

  @Test
  void rowsAreDroppedFromListingsOnly() {
    work.put("b.ics", Bodies.event("b", "B"));
    String before = alice.send("REPORT", WORK, Bodies.sync("")).syncToken();
    work.put("a.ics", Bodies.event("a", "A2"));
    dials.dropRow = "a.ics"::equals;
    assertThat(alice.send("PROPFIND", WORK, "", "Depth", "1").rows())
        .containsOnlyKeys(WORK, WORK + "b.ics");
    assertThat(alice.send("REPORT", WORK, Bodies.sync("")).rows()).containsOnlyKeys(WORK + "b.ics");
    assertThat(alice.send("REPORT", WORK, Bodies.sync(before)).rows())
        .containsOnlyKeys(WORK + "a.ics");
    assertThat(alice.send("GET", WORK + "a.ics", "").status()).isEqualTo(200);
    dials.dropFromMultiget = "b.ics"::equals;
    String multiget =
        Bodies.multiget("C:calendar-multiget", "C:calendar-data", WORK + "a.ics", WORK + "b.ics");
    assertThat(alice.send("REPORT", WORK, multiget).rows()).containsOnlyKeys(WORK + "a.ics");
  }

  @Test
  void syncCollectionCanBeMissing() {
    dials.syncCollection = false;
    assertThat(alice.send("REPORT", WORK, Bodies.sync("")).body()).contains("supported-report");
    var about =
        alice.send(
            "PROPFIND",
            WORK,
            Bodies.propfind("<D:supported-report-set/>", "<D:sync-token/>"),
            "Depth",
            "0");
    assertThat(about.body()).doesNotContain("sync-collection");
    assertThat(about.values(Names.SYNC_TOKEN)).isEmpty();
  }

  @Test
  void etagsComeInEveryShape() {
    dials.etags = Dials.EtagStyle.WEAK;
    String weak = put("b", "1").header("ETag").orElseThrow();
    assertThat(weak).startsWith("W/\"");
    assertThat(putIf("b", weak).status()).isEqualTo(204);
    dials.etags = Dials.EtagStyle.UNQUOTED;
    String bare = put("b", "2").header("ETag").orElseThrow();
    assertThat(bare).doesNotContain("\"");
    assertThat(putIf("b", '"' + bare + '"').status()).isEqualTo(204);
    dials.etags = Dials.EtagStyle.NONE;
    assertThat(put("b", "3").header("ETag")).isEmpty();
    var listed = alice.send("PROPFIND", WORK, Bodies.propfind("<D:getetag/>"), "Depth", "1");
    assertThat(listed.values(Names.GETETAG)).isEmpty();
    dials.etags = Dials.EtagStyle.STRONG;
    dials.etagOnPut = false;
    assertThat(put("b", "4").header("ETag")).isEmpty();
  }

  @Test
  void bodiesAreRewritten() {
    dials.rewrite = Rewriting.dropsExtensions();
    String stamped = Bodies.event("b", "B", "X-STAMP;X-P=\"a:b\":1", "DTSTART:20261201T100000Z");
    alice.send("PUT", WORK + "b.ics", stamped);
    assertThat(work.get("b.ics").orElseThrow())
        .doesNotContain("X-STAMP")
        .contains("DTSTART", "UID:b");
    dials.rewrite = Rewriting.sortsProperties();
    put("c", "C");
    assertThat(work.get("c.ics").orElseThrow())
        .isNotEqualTo(Bodies.event("c", "C"))
        .hasSameSizeAs(Bodies.event("c", "C"));
  }

  @Test
  void hrefsCanBeAbsolute() {
    dials.hrefs = Dials.HrefStyle.ABSOLUTE;
    assertThat(alice.send("PROPFIND", WORK, "", "Depth", "1").rows())
        .containsOnlyKeys(
            server.url() + WORK.substring(1), server.url() + WORK.substring(1) + "a.ics");
  }

  @Test
  void readOnlyCollectionsSaySoAndHoldToIt() {
    work.readOnly(true);
    var rights =
        alice.send(
            "PROPFIND", WORK, Bodies.propfind("<D:current-user-privilege-set/>"), "Depth", "0");
    assertThat(rights.body()).contains("<D:read/>").doesNotContain("<D:write");
    assertThat(put("b", "1").body()).contains("need-privileges");
    assertThat(alice.send("DELETE", WORK + "a.ics", "").status()).isEqualTo(403);
    assertThat(work.names()).containsExactly("a.ics");
  }

  @Test
  void likeRadicale() {
    Quirks.RADICALE.apply(dials);
    assertThat(put("a", "again").status()).isEqualTo(201);
    String etag = work.etag("a.ics").orElseThrow();
    assertThat(put("a", "again").header("ETag")).contains(etag);
    assertThat(alice.send("PUT", WORK + "b.ics", Bodies.event("a", "twice")).status())
        .isEqualTo(409);
    work.put("z.ics", Bodies.event("z", "Z"));
    work.delete("z.ics");
    assertThat(alice.send("REPORT", WORK, Bodies.sync("")).rows())
        .isEqualTo(Map.of(WORK + "a.ics", "200", WORK + "z.ics", "404"));
  }

  @Test
  void likeXandikos() {
    Quirks.XANDIKOS.apply(dials);
    assertThat(alice.send("REPORT", WORK, Bodies.sync("bogus")).status()).isEqualTo(500);
    var taken = alice.send("PUT", WORK + "b.ics", Bodies.event("a", "twice"));
    assertThat(taken.status()).isEqualTo(207);
    assertThat(taken.rows())
        .isEqualTo(Map.of("http%3A//127.0.0.1%3A" + server.port() + WORK + "b.ics", "412"));
    var about =
        alice.send("PROPFIND", WORK, Bodies.propfind("<D:supported-report-set/>"), "Depth", "0");
    assertThat(about.body())
        .contains("<D:supported-report><C:calendar-multiget/></D:supported-report>");
  }

  @Test
  void likeSogo() {
    Quirks.SOGO.apply(dials);
    work.put("sp ace@ü%25.ics", Bodies.event("s", "S"));
    work.delete("a.ics");
    assertThat(alice.send("REPORT", WORK, Bodies.sync("")).rows())
        .isEqualTo(Map.of(WORK + "sp ace@ü%25.ics", "200"));
    assertThat(alice.send("PROPFIND", WORK, "", "Depth", "1").rows())
        .containsOnlyKeys(WORK, WORK + "sp%20ace@%C3%BC%2525.ics");
    assertThat(alice.send("REPORT", WORK, Bodies.sync("17953344")).rows().values())
        .containsExactlyInAnyOrder("200", "404");
    put("b", "1");
    var over = alice.send("PUT", WORK + "b.ics", Bodies.event("b", "2"), "If-None-Match", "*");
    assertThat(over.status()).isEqualTo(204);
    assertThat(work.get("b.ics").orElseThrow()).contains("CLASS:PUBLIC").doesNotEndWith("\n");
    assertThat(alice.send("DELETE", WORK + "b.ics", "", "If-Match", "\"no\"").status())
        .isEqualTo(204);
    assertThat(alice.send("PROPFIND", "/dav/calendars/alice/", "", "Depth", "1").rows())
        .containsKey("/dav/calendars/alice/work.ics");
    assertThat(alice.send("PROPFIND", WORK, "", "Depth", "0").body())
        .contains("http://groupdav.org/", "\"None\"");
    server.addressBook("alice", "book");
    String list = "BEGIN:VLIST\r\nUID:l\r\nFN:List\r\nCARD;FN=x:x.vcf\r\nEND:VLIST\r\n";
    String path = "/dav/addressbooks/alice/book/l.vlf";
    assertThat(alice.send("PUT", path, list, "Content-Type", "text/x-vlist").status())
        .isEqualTo(201);
    assertThat(alice.send("GET", path, "").header("Content-Type").orElseThrow())
        .startsWith("text/x-vlist");
  }

  /** Twenty thousand contacts: listing, first sync and bodies stay quick. */
  @Test
  void manyMembersAreNoTrouble() {
    DavCollection many = server.addressBook("alice", "many");
    IntStream.range(0, 20_000)
        .forEach(i -> many.put("c" + i + ".vcf", Bodies.card("c" + i, "Contact " + i)));
    long before = System.nanoTime();
    String path = many.path();
    assertThat(alice.send("REPORT", path, Bodies.sync("")).rows()).hasSize(20_000);
    assertThat(alice.send("PROPFIND", path, Bodies.propfind("<D:getetag/>"), "Depth", "1").rows())
        .hasSize(20_001);
    String[] hrefs =
        IntStream.range(0, 200).mapToObj(i -> path + "c" + i + ".vcf").toArray(String[]::new);
    assertThat(
            alice
                .send(
                    "REPORT",
                    path,
                    Bodies.multiget("A:addressbook-multiget", "A:address-data", hrefs))
                .values(Names.ADDRESS_DATA))
        .hasSize(200);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(60));
  }

  private PlainClient.Answer put(String uid, String summary) {
    return alice.send("PUT", WORK + uid + ".ics", Bodies.event(uid, summary));
  }

  private PlainClient.Answer putIf(String uid, String etag) {
    return alice.send("PUT", WORK + uid + ".ics", Bodies.event(uid, "new"), "If-Match", etag);
  }

  private void tryPut(String uid, String summary) throws IOException {
    alice.trySend("PUT", WORK + uid + ".ics", Bodies.event(uid, summary));
  }
}
