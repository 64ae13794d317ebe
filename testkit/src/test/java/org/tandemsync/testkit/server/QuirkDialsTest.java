package org.tandemsync.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The dials for the quirks of real servers do what they say: else tests with them prove nothing.
 */
class QuirkDialsTest {
  private static final String WORK = "/dav/calendars/alice/work/";
  private static final String BOOK = "/dav/addressbooks/alice/book/";

  private final EmbeddedDavServer server = EmbeddedDavServer.start();
  private final PlainClient alice = new PlainClient(server, "alice", "alicepw");
  private final Dials dials = server.dials();
  private DavCollection work;
  private DavCollection book;

  @BeforeEach
  void collections() {
    server.addUser("alice", "alicepw");
    work = server.calendar("alice", "work");
    book = server.addressBook("alice", "book");
    work.put("a.ics", Bodies.event("a", "A"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PlainClient.Answer propfind(String path, String depth, String... properties) {
    return alice.send(
        "PROPFIND",
        path,
        properties.length == 0 ? "" : Bodies.propfind(properties),
        "Depth",
        depth,
        "Content-Type",
        "application/xml");
  }

  private PlainClient.Answer put(String name, String body, String... headers) {
    return alice.send("PUT", WORK + name, body, headers);
  }

  private String raw(String head, String body) throws IOException {
    String authorization =
        Base64.getEncoder().encodeToString("alice:alicepw".getBytes(StandardCharsets.US_ASCII));
    String request =
        head
            + "Host: x\r\nConnection: close\r\nAuthorization: Basic "
            + authorization
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void oneRequestMoreThanWorkersIsReset() throws Exception {
    dials.workers = 1;
    dials.delay = Duration.ofMillis(700);
    CountDownLatch begun = new CountDownLatch(1);
    dials.slow =
        request -> {
          begun.countDown();
          return true;
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<PlainClient.Answer> first = threads.submit(() -> propfind(WORK, "0"));
      begun.await();
      assertThatThrownBy(() -> alice.trySend("PUT", WORK + "b.ics", Bodies.event("b", "B")))
          .isInstanceOf(IOException.class);
      assertThat(first.get().status()).isEqualTo(207);
    }
    assertThat(work.names()).containsExactly("a.ics");
  }

  @Test
  void headersThatSomeServersCannotStand() throws IOException {
    dials.refuseExpect = 503;
    String put = "PUT " + WORK + "b.ics HTTP/1.1\r\nContent-Type: text/calendar\r\n";
    assertThat(raw(put + "Expect: 100-continue\r\n", Bodies.event("b", "B"))).contains(" 503 ");
    assertThat(raw(put, Bodies.event("b", "B"))).startsWith("HTTP/1.1 201");
    dials.listsWantUserAgent = true;
    dials.vlists = true;
    String list = "PUT " + BOOK + "l.vlf HTTP/1.1\r\nContent-Type: text/x-vlist\r\n";
    String body = "BEGIN:VLIST\r\nUID:l\r\nFN:L\r\nEND:VLIST\r\n";
    assertThat(raw(list, body)).startsWith("HTTP/1.1 404");
    assertThat(raw(list + "User-Agent: x\r\n", body)).startsWith("HTTP/1.1 201");
    dials.bodiesWantXmlType = true;
    String find = "PROPFIND " + WORK + " HTTP/1.1\r\nDepth: 0\r\nUser-Agent: x\r\n";
    String ask = Bodies.propfind("<CS:getctag/>");
    assertThat(raw(find, ask)).doesNotContain("getctag");
    assertThat(raw(find + "Content-Type: text/xml\r\n", ask)).contains("getctag");
  }

  @Test
  void loginPagesAndChallenges() {
    dials.loginPage = When.first(1);
    PlainClient.Answer page = put("b.ics", Bodies.event("b", "B"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(work.names()).containsExactly("a.ics");
    dials.challenge = "basic realm=\"SOGo\"";
    assertThat(
            alice.send("GET", WORK + "a.ics", "", "Authorization", "x").header("WWW-Authenticate"))
        .contains("basic realm=\"SOGo\"");
  }

  @Test
  void theWellKnownAddressLeadsAnywhere() {
    dials.wellKnown = "/elsewhere";
    dials.wellKnownStatus = 302;
    PlainClient.Answer answer = alice.send("PROPFIND", "/.well-known/caldav", "");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("/elsewhere");
    dials.wellKnown = "";
    assertThat(alice.send("PROPFIND", "/.well-known/caldav", "").status()).isEqualTo(404);
  }

  @Test
  void homesHoldMore() {
    dials.oneHome = true;
    dials.moreHomes = List.of("/dav/calendars/bob/");
    String sets = propfind("/dav/principals/alice/", "0", "<A:addressbook-home-set/>").body();
    assertThat(sets).contains("/dav/calendars/alice/", "/dav/calendars/bob/");
    assertThat(propfind("/dav/calendars/alice/", "1").rows()).containsKeys(WORK, BOOK);
    dials.strangersInHomes = true;
    assertThat(propfind("/dav/calendars/alice/", "1", "<D:resourcetype/>").body())
        .contains("schedule-inbox");
    book.directory(true);
    assertThat(propfind(BOOK, "0", "<D:resourcetype/>").body()).contains("A:directory");
  }

  @Test
  void delegatesSeeWhatIsShared() {
    server.addUser("bob", "bobpw");
    String bobs = server.calendar("bob", "bobs").path();
    assertThat(propfind(bobs, "0").status()).isEqualTo(403);
    server.delegate("bob", "alice", false);
    assertThat(propfind(bobs, "0").status()).isEqualTo(207);
    String principal = "/dav/principals/alice/";
    assertThat(propfind(principal, "0", "<CS:calendar-proxy-read-for/>").body()).contains("/bob/");
    assertThat(propfind(principal, "0", "<CS:calendar-proxy-write-for/>").body())
        .doesNotContain("/bob/");
  }

  @Test
  void componentSets() {
    String ask = "<C:supported-calendar-component-set/>";
    assertThat(propfind(WORK, "0", ask).body()).contains("VEVENT").doesNotContain("VTODO");
    assertThat(put("t.ics", Bodies.task("t", "T")).status()).isEqualTo(403);
    dials.components = Dials.Components.EVERYTHING;
    assertThat(propfind(WORK, "0", ask).body()).contains("VEVENT", "VTODO", "VJOURNAL");
    dials.components = Dials.Components.UNSAID;
    assertThat(propfind(WORK, "0", ask).body()).doesNotContain("VEVENT").contains("404");
    assertThat(put("t.ics", Bodies.task("t", "T")).status()).isEqualTo(201);
  }

  @Test
  void anEmptyCollectionIsMissing() {
    dials.emptyIsMissing = true;
    assertThat(propfind(BOOK, "1").status()).isEqualTo(404);
    assertThat(propfind(BOOK, "0").status()).isEqualTo(207);
    assertThat(alice.send("REPORT", BOOK, Bodies.sync(""), "Depth", "0").status()).isEqualTo(404);
    assertThat(propfind(WORK, "1").status()).isEqualTo(207);
  }

  @Test
  void tokensThatTellTooMuchOrTooLittle() {
    String before = alice.send("REPORT", WORK, Bodies.sync("")).syncToken();
    work.put("b.ics", Bodies.event("b", "B"));
    dials.forgetChange = "b.ics"::equals;
    assertThat(alice.send("REPORT", WORK, Bodies.sync(before)).rows()).isEmpty();
    dials.forgetChange = name -> false;
    String now = alice.send("REPORT", WORK, Bodies.sync("")).syncToken();
    dials.syncRepeats = 1;
    assertThat(alice.send("REPORT", WORK, Bodies.sync(now)).rows())
        .containsOnlyKeys(WORK + "b.ics");
    dials.syncRepeats = 0;
    dials.coarseTokens = 100;
    String property = propfind(WORK, "0", "<D:sync-token/>").value(Names.SYNC_TOKEN);
    String ctag = propfind(WORK, "0", "<CS:getctag/>").value(Names.GETCTAG);
    work.put("c.ics", Bodies.event("c", "C"));
    assertThat(alice.send("REPORT", WORK, Bodies.sync(property)).rows()).isEmpty();
    assertThat(alice.send("REPORT", WORK, Bodies.sync(now)).rows()).hasSize(1);
    assertThat(propfind(WORK, "0", "<CS:getctag/>").value(Names.GETCTAG)).isEqualTo(ctag);
  }

  @ParameterizedTest
  @CsvSource({"CONFLICT,409", "GONE,410", "PRECONDITION_FAILED,412", "FORBIDDEN,403"})
  void expiredTokens(Dials.ExpiredToken style, int status) {
    dials.expiredToken = style;
    assertThat(alice.send("REPORT", WORK, Bodies.sync("bogus")).status()).isEqualTo(status);
  }

  @Test
  void statusBesideProperties() {
    dials.statusBesideProperties = true;
    assertThat(alice.send("REPORT", WORK, Bodies.sync("")).rows())
        .isEqualTo(Map.of(WORK + "a.ics", "201"));
  }

  @Test
  void aPropPatchMayGiveANewToken() {
    String patch =
        Bodies.xml(
            "D:propertyupdate", "<D:set><D:prop><D:displayname>x</D:displayname></D:prop></D:set>");
    String before = alice.send("REPORT", WORK, Bodies.sync("")).syncToken();
    alice.send("PROPPATCH", WORK, patch);
    assertThat(alice.send("REPORT", WORK, Bodies.sync("")).syncToken()).isEqualTo(before);
    dials.newTokenOnPropPatch = true;
    dials.escapedUrlsInErrors = true;
    assertThat(alice.send("PROPPATCH", WORK, patch).body()).contains("http%3A//127.0.0.1%3A");
    assertThat(alice.send("REPORT", WORK, Bodies.sync("")).syncToken()).isNotEqualTo(before);
  }

  @Test
  void rawLettersInAMultiget() {
    work.put("ü.ics", Bodies.event("u", "U"));
    String ask = Bodies.multiget("C:calendar-multiget", "C:calendar-data", WORK + "ü.ics");
    assertThat(alice.send("REPORT", WORK, ask).rows().values()).containsExactly("200");
    dials.rawHrefsMissing = true;
    assertThat(alice.send("REPORT", WORK, ask).rows()).isEqualTo(Map.of(WORK, "404"));
  }

  @Test
  void tagsWithoutQuotesAndTagsThatCount() {
    dials.etags = Dials.EtagStyle.BARE;
    String bare = put("b.ics", Bodies.event("b", "1")).header("ETag").orElseThrow();
    assertThat(put("b.ics", Bodies.event("b", "2"), "If-Match", '"' + bare + '"').status())
        .isEqualTo(412);
    assertThat(put("b.ics", Bodies.event("b", "2"), "If-Match", bare).status()).isEqualTo(204);
    dials.etags = Dials.EtagStyle.COUNTED;
    assertThat(put("c.ics", Bodies.event("c", "1")).header("ETag")).contains("\"gcs00000000\"");
    assertThat(put("c.ics", Bodies.event("c", "2")).header("ETag")).contains("\"gcs00000001\"");
    work.delete("c.ics");
    assertThat(put("c.ics", Bodies.event("c", "3")).header("ETag")).contains("\"gcs00000000\"");
  }

  @ParameterizedTest
  @CsvSource({"FORBIDDEN,403", "BAD_REQUEST,400", "MULTISTATUS,207", "NOT_FOUND,404"})
  void bodiesThatCannotBeRead(Dials.InvalidBody style, int status) {
    dials.invalidBody = style;
    assertThat(put("b.ics", "garbage").status()).isEqualTo(status);
    assertThat(work.names()).containsExactly("a.ics");
  }

  @Test
  void namesAreChosenByTheServer() {
    dials.nameOnCreate = name -> "new-" + name;
    assertThat(put("b.ics", Bodies.event("b", "B")).header("Location"))
        .contains(WORK + "new-b.ics");
    assertThat(work.names()).containsExactly("a.ics", "new-b.ics");
  }

  @ParameterizedTest
  @CsvSource({"FORBIDDEN,403", "CONFLICT,409", "MULTISTATUS,207", "NOT_ALLOWED,405"})
  void collectionsThatAreThere(Dials.MakeAgain style, int status) {
    dials.makeAgain = style;
    assertThat(alice.send("MKCALENDAR", WORK, "").status()).isEqualTo(status);
    dials.dropOnMake = "displayname"::equals;
    String make =
        Bodies.xml(
            "C:mkcalendar", "<D:set><D:prop><D:displayname>N</D:displayname></D:prop></D:set>");
    assertThat(alice.send("MKCALENDAR", "/dav/calendars/alice/n/", make).status()).isEqualTo(201);
    assertThat(
            propfind("/dav/calendars/alice/n/", "0", "<D:displayname/>").value(Names.DISPLAYNAME))
        .isEqualTo("n");
  }

  @Test
  void listsAsOctets() {
    dials.vlists = true;
    book.put("l.vlf", "BEGIN:VLIST\r\nUID:l\r\nFN:L\r\nEND:VLIST\r\n");
    String ask = Bodies.multiget("A:addressbook-multiget", "A:address-data", BOOK + "l.vlf");
    assertThat(alice.send("REPORT", BOOK, ask).values(Names.ADDRESS_DATA)).hasSize(1);
    dials.listsAsOctets = true;
    assertThat(alice.send("REPORT", BOOK, ask).values(Names.ADDRESS_DATA)).isEmpty();
    assertThat(propfind(BOOK, "1", "<D:getcontenttype/>").body()).contains("octet-stream");
  }

  @Test
  void textAfterBareCommasIsLost() {
    dials.rewrite = Rewriting.losesTextAfterBareCommas();
    put("b.ics", Bodies.event("b", "one, two"));
    put("c.ics", Bodies.event("c", "one\\, two"));
    assertThat(work.get("b.ics").orElseThrow()).contains("SUMMARY:one\r\n");
    assertThat(work.get("c.ics").orElseThrow()).contains("SUMMARY:one\\, two\r\n");
  }
}
