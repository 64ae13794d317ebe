package org.tandemsync.dav.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tandemsync.dav.client.ScriptedServer.answer;
import static org.tandemsync.dav.client.ScriptedServer.multistatus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.ScriptedServer;
import org.tandemsync.dav.client.ScriptedServer.Got;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/** A server that means harm: nothing leaks, nothing is concluded, one clear message. */
class HostileServerTest {
  private static final DavSettings SETTINGS =
      DavSettings.usual(InstantSource.system())
          .withTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(3))
          .withLimits(1 << 20, 1 << 20, 1 << 21);
  private static final String XML = "Content-Type: application/xml; charset=utf-8\r\n";
  private static final ItemId A = new ItemId("/book/a.vcf");
  private static final String SECRET = "s3cret-pass";

  private final List<AutoCloseable> open = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable c : open.reversed()) {
      c.close();
    }
  }

  private ScriptedServer server(ScriptedServer.Raw script) {
    ScriptedServer server =
        ScriptedServer.raw(
            (got, out) -> {
              if (isAboutTheBook(got)) {
                out.write(book().getBytes(ISO_8859_1));
              } else {
                script.answer(got, out);
              }
            });
    open.add(server);
    return server;
  }

  private static boolean isAboutTheBook(Got got) {
    return got.path().equals("/book/")
        && got.method().equals("PROPFIND")
        && got.header("depth").equals("0");
  }

  private static String book() {
    return multistatus(
        row(
            "/book/",
            "<D:resourcetype><D:collection/><A:addressbook/></D:resourcetype>"
                + "<D:supported-report-set><D:supported-report><D:report><D:sync-collection/>"
                + "</D:report></D:supported-report></D:supported-report-set>"));
  }

  private static String row(String href, String properties) {
    return "<D:response><D:href>"
        + href
        + "</D:href><D:propstat><D:prop>"
        + properties
        + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
  }

  private static String tagged(String href, String tag) {
    return row(href, "<D:getetag>" + tag + "</D:getetag>");
  }

  private DavStore store(ScriptedServer server) {
    DavClient client =
        new DavClient(server.url(), new Credentials.Basic("alice", SECRET), SETTINGS);
    open.add(client);
    return DavStore.open(client, Href.ofPath("/book/"), Family.CONTACTS, new TinyCardLens());
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  private static void endlessly(OutputStream out, String text) throws IOException {
    byte[] piece = text.repeat(1 + 8192 / text.length()).getBytes(ISO_8859_1);
    while (true) {
      out.write(piece); // until the client has had enough
    }
  }

  private static void slowly(OutputStream out, String text, int millis) throws IOException {
    for (byte b : text.getBytes(ISO_8859_1)) {
      out.write(b);
      out.flush();
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static String xml(String doctype, String href) {
    return answer(
        207,
        XML,
        "<?xml version='1.0'?>"
            + doctype
            + "<multistatus xmlns='DAV:'><response><href>"
            + href
            + "</href><propstat><prop><getetag>\"1\"</getetag></prop></propstat></response>"
            + "</multistatus>");
  }

  private static String gzipped(byte[] content, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        gzip.write(content);
      }
    }
    return answer(207, XML + "Content-Encoding: gzip\r\n", packed.toString(ISO_8859_1));
  }

  /** What no listing may be made of, by name. */
  static Map<String, ScriptedServer.Raw> attacks() {
    Map<String, ScriptedServer.Raw> all = new TreeMap<>();
    String open = "HTTP/1.1 207 X\r\n" + XML + "\r\n<multistatus xmlns='DAV:'>";
    all.put(
        "an entity that is a file",
        (got, out) ->
            send(out, xml("<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "/book/&x;")));
    all.put(
        "a bomb of entities",
        (got, out) ->
            send(
                out,
                xml(
                    "<!DOCTYPE m [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;'>]>",
                    "/book/&d;")));
    all.put(
        "an endless body",
        (got, out) -> {
          send(out, open);
          endlessly(out, " ");
        });
    all.put(
        "an endless text",
        (got, out) -> {
          send(out, open + "<response><href>");
          endlessly(out, "a");
        });
    all.put(
        "an endless name",
        (got, out) -> {
          send(out, open + "<");
          endlessly(out, "a");
        });
    all.put(
        "endless attributes",
        (got, out) -> {
          send(out, open + "<response");
          endlessly(out, " a='b'");
        });
    all.put(
        "an endless comment",
        (got, out) -> {
          send(out, open + "<!--");
          endlessly(out, "a");
        });
    all.put(
        "endless depth",
        (got, out) -> {
          send(out, open + "<response>");
          endlessly(out, "<a>");
        });
    all.put(
        "endless elements",
        (got, out) -> {
          send(out, open + "<response>");
          endlessly(out, "<a/>");
        });
    all.put("a slow body", (got, out) -> slowly(out, open + " ".repeat(500), 50));
    all.put(
        "a slow head", (got, out) -> slowly(out, "HTTP/1.1 207 X\r\nX-A: " + "a".repeat(500), 50));
    all.put(
        "endless headers",
        (got, out) -> {
          send(out, "HTTP/1.1 207 X\r\n");
          endlessly(out, "X-A: b\r\n");
        });
    all.put(
        "an endless header",
        (got, out) -> {
          send(out, "HTTP/1.1 207 X\r\nX-A: ");
          endlessly(out, "b");
        });
    all.put("endless patience", (got, out) -> endlessly(out, "HTTP/1.1 100 Continue\r\n\r\n"));
    all.put(
        "a bomb of gzip",
        (got, out) ->
            send(
                out,
                gzipped(
                    "<multistatus xmlns='DAV:'>".concat(" ".repeat(100_000)).getBytes(UTF_8),
                    300)));
    all.put(
        "gzip that is none",
        (got, out) -> send(out, answer(207, XML + "Content-Encoding: gzip\r\n", "<multistatus/>")));
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      all.put(
          "a loop of " + status,
          (got, out) -> send(out, answer(status, "Location: " + got.path() + "\r\n", "")));
    }
    all.put(
        "an endless way",
        (got, out) -> send(out, answer(302, "Location: " + got.path() + "x/\r\n", "")));
    for (String target :
        List.of(
            "file:///etc/passwd",
            "mailto:a@b",
            "javascript:1",
            "ftp://127.0.0.1/",
            "http://",
            "//")) {
      all.put(
          "sent on to " + target,
          (got, out) -> send(out, answer(302, "Location: " + target + "\r\n", "")));
    }
    all.put(
        "a web page",
        (got, out) -> send(out, answer(200, "Content-Type: text/html\r\n", "<html>Hi</html>")));
    all.put(
        "a web page with 207",
        (got, out) -> send(out, answer(207, "Content-Type: text/html\r\n", "<html>Hi</html>")));
    all.put(
        "JSON", (got, out) -> send(out, answer(207, "Content-Type: application/json\r\n", "{}")));
    all.put("nothing at all", (got, out) -> send(out, answer(207, XML, "")));
    all.put("no content", (got, out) -> send(out, "HTTP/1.1 204 X\r\n\r\n"));
    all.put("another namespace", (got, out) -> send(out, answer(207, XML, "<multistatus/>")));
    all.put(
        "XML that breaks off",
        (got, out) -> {
          String whole = xml("", "/book/a.vcf");
          String body = whole.substring(whole.indexOf("\r\n\r\n") + 4);
          send(out, answer(207, XML, body.substring(0, body.length() - 20)));
        });
    all.put(
        "HTTP that breaks off",
        (got, out) -> {
          String whole = xml("", "/book/a.vcf");
          send(out, whole.substring(0, whole.length() - 20));
        });
    all.put(
        "a chunk that breaks off",
        (got, out) ->
            send(
                out,
                "HTTP/1.1 207 X\r\n"
                    + XML
                    + "Transfer-Encoding: chunked\r\n\r\nffff\r\n<multistatus xmlns='DAV:'>"));
    all.put(
        "a chunk of nonsense",
        (got, out) ->
            send(out, "HTTP/1.1 207 X\r\n" + XML + "Transfer-Encoding: chunked\r\n\r\nzz\r\n<m/>"));
    all.put(
        "a length below zero",
        (got, out) ->
            send(out, "HTTP/1.1 207 X\r\n" + XML + "Content-Length: -5\r\n\r\n<multistatus"));
    all.put("no HTTP", (got, out) -> send(out, "SSH-2.0-OpenSSH_9.2\r\n"));
    all.put(
        "no UTF-8",
        (got, out) -> send(out, answer(207, XML, "<multistatus xmlns='DAV:'>\u00c3\u0028")));
    all.put(
        "a charset that does not exist",
        (got, out) ->
            send(out, answer(207, "Content-Type: text/xml; charset=x-none\r\n", "<a>\u00ff</a>")));
    return all;
  }

  private interface Trial {
    void of(String name, ScriptedServer.Raw attack);
  }

  /** All at the same time: most of them only wait for the client to have had enough. */
  private static void eachAttack(Trial trial) {
    Map<String, Throwable> failures = new ConcurrentSkipListMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      attacks()
          .forEach(
              (name, attack) ->
                  threads.submit(
                      () -> {
                        try {
                          trial.of(name, attack);
                        } catch (Throwable e) {
                          failures.put(name, e);
                        }
                      }));
    }
    assertThat(failures).isEmpty();
  }

  private static void assertClear(StoreException e) {
    assertThat(String.valueOf(e.getMessage()))
        .contains("127.0.0.1")
        .doesNotContain(SECRET)
        .doesNotContain("root:")
        .doesNotContainPattern("[\\p{Cntrl}]")
        .hasSizeLessThan(1200);
  }

  @Test
  void noListingIsMadeOfIt() {
    eachAttack(
        (name, attack) -> {
          ScriptedServer server = server(attack);
          DavStore store = store(server);
          StoreException failed =
              catchThrowableOfType(
                  StoreException.class, () -> store.list(new Checkpoint("sync-token t")));
          assertThat(failed).as(name).isNotNull();
          assertClear(failed);
          assertThat(server.requests()).hasSizeLessThan(30);
        });
  }

  @Test
  void noItemIsMissingBecauseOfIt() {
    eachAttack((name, attack) -> assertNotMissing(attack));
  }

  private void assertNotMissing(ScriptedServer.Raw attack) {
    DavStore store = store(server(attack));
    List<Found<Item>> found = new ArrayList<>();
    StoreException failed =
        catchThrowableOfType(StoreException.class, () -> found.addAll(store.read(List.of(A))));
    if (failed == null) {
      assertThat(found).allMatch(f -> f instanceof Found.Unreadable);
    } else {
      assertClear(failed);
    }
  }

  @Test
  void noWriteIsBelievedBecauseOfIt() {
    eachAttack(this::assertNotBelieved);
  }

  private void assertNotBelieved(String name, ScriptedServer.Raw attack) {
    ScriptedServer server =
        server(
            (got, out) -> {
              switch (got.method()) {
                case "PUT", "DELETE" -> attack.answer(got, out);
                case "REPORT" -> send(out, multistatus(tagged("/book/a.vcf", "\"1\"")));
                case "PROPFIND" -> send(out, multistatus(tagged("/book/a.vcf", "\"1\"")));
                default -> {
                  String card = BookOnServer.text("a", "A");
                  send(out, answer(200, "ETag: \"1\"\r\nContent-Type: text/vcard\r\n", card));
                }
              }
            });
    DavStore store = store(server);
    List<Effect<Item>> effects =
        List.of(
            new Effect.Update<>(
                A,
                new Revision("\"1\""),
                BookOnServer.card("a", "New"),
                java.util.Set.of("full-name"),
                BookOnServer.stamp("a"),
                "a"));
    List<Written> outcomes = new ArrayList<>();
    StoreException failed =
        catchThrowableOfType(StoreException.class, () -> outcomes.addAll(store.write(effects)));
    if (failed == null) {
      boolean carriedOut = name.equals("no content");
      assertThat(outcomes)
          .allMatch(
              w -> carriedOut ? w instanceof Written.Done : !(w instanceof Written.Done), name);
    } else {
      assertClear(failed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void anotherHostGetsNeitherCredentialsNorItems(int status) {
    List<Got> leaked = new ArrayList<>();
    ScriptedServer other =
        ScriptedServer.raw(
            (got, out) -> {
              leaked.add(got);
              send(out, answer(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", ""));
            });
    open.add(other);
    DavStore store =
        store(
            server(
                (got, out) ->
                    send(out, answer(status, "Location: " + other.url() + "book/\r\n", ""))));
    assertThat(catchThrowableOfType(StoreException.class, () -> store.list(null))).isNotNull();
    assertThat(catchThrowableOfType(StoreException.class, () -> store.read(List.of(A))))
        .isNotNull();
    assertThat(leaked).isNotEmpty();
    assertThat(leaked).allSatisfy(g -> assertThat(g.headers()).doesNotContainKey("authorization"));
    assertThat(leaked.toString()).doesNotContain(SECRET);
  }

  @Test
  void anItemIsNotSentToAnotherHost() {
    List<Got> leaked = new ArrayList<>();
    ScriptedServer other =
        ScriptedServer.raw(
            (got, out) -> {
              leaked.add(got);
              send(out, answer(201, "", ""));
            });
    open.add(other);
    DavStore store =
        store(
            server(
                (got, out) ->
                    send(
                        out,
                        switch (got.method()) {
                          case "PUT" -> answer(307, "Location: " + other.url() + "x\r\n", "");
                          case "PROPFIND" -> answer(404, "", "");
                          default -> multistatus("");
                        })));
    StoreException failed =
        catchThrowableOfType(
            StoreException.class, () -> store.write(List.of(BookOnServer.create("new"))));
    assertClear(failed);
    assertThat(failed).hasMessageContaining("another server");
    assertThat(leaked).isEmpty();
  }

  @Test
  void anExternalEntityIsNotFetched() {
    List<Got> fetched = new ArrayList<>();
    ScriptedServer other =
        ScriptedServer.raw(
            (got, out) -> {
              fetched.add(got);
              send(out, answer(200, "", "<!ENTITY x 'y'>"));
            });
    open.add(other);
    String doctype = "<!DOCTYPE m SYSTEM '" + other.url() + "evil.dtd'>";
    DavStore store = store(server((got, out) -> send(out, xml(doctype, "/book/a.vcf"))));
    try {
      store.list(null);
    } catch (StoreException refused) {
      assertClear(refused);
    }
    assertThat(fetched).isEmpty();
  }

  @Test
  void hrefsThatPointElsewhereAreNoMembers() {
    String rows =
        Stream.of(
                "http://evil.example/book/b.vcf",
                "//evil.example/book/b.vcf",
                "https://127.0.0.1/book/b.vcf",
                "file:///book/b.vcf",
                "/other/b.vcf",
                "/book/../other/b.vcf",
                "/book/..",
                "/book/%2E%2E",
                "/book/../../etc/passwd",
                "/book/sub/b.vcf",
                "/book/",
                "/book",
                "",
                "?",
                "javascript:alert(1)")
            .map(h -> tagged(h, "\"1\""))
            .reduce(tagged("/book/a.vcf", "\"1\""), String::concat);
    String answer = multistatus(rows + "<D:sync-token>t</D:sync-token>").replace("Connection", "X");
    ScriptedServer server = server((got, out) -> send(out, answer));
    Listing listing = store(server).list(null);
    assertThat(listing.rows())
        .allSatisfy(
            r -> {
              String name = r.id().value().substring("/book/".length());
              assertThat(r.id().value()).startsWith("/book/");
              assertThat(name).doesNotContain("/").doesNotStartWith("..");
            });
    assertThat(BookOnServer.ids(listing)).contains(A);
  }

  @Test
  void linesThatContradictEachOtherAreLookedAt() {
    String answer =
        multistatus(
            tagged("/book/a.vcf", "\"1\"")
                + tagged("/book/%61.vcf", "\"2\"")
                + tagged("/book/b.vcf", "\"1\"")
                + "<D:response><D:href>/book/b.vcf</D:href>"
                + "<D:status>HTTP/1.1 404 X</D:status></D:response>"
                + tagged("/book/c.vcf", "\"1\"")
                + tagged("/book/c.vcf", "\"1\"")
                + "<D:sync-token>t</D:sync-token>");
    DavStore store = store(server((got, out) -> send(out, answer)));
    for (Listing listing : List.of(store.list(null), store.list(new Checkpoint("sync-token s")))) {
      assertThat(listing.rows())
          .containsExactlyInAnyOrder(
              new Listing.Row(A, null),
              new Listing.Row(new ItemId("/book/b.vcf"), null),
              new Listing.Row(new ItemId("/book/c.vcf"), new Revision("\"1\"")));
      assertThat(listing.removed()).isEmpty();
    }
  }

  @Test
  void pagesWithoutEndProveNothing() {
    AtomicInteger page = new AtomicInteger();
    String more =
        "<D:response><D:href>/book/</D:href><D:status>HTTP/1.1 507 X</D:status></D:response>";
    ScriptedServer server =
        server(
            (got, out) ->
                send(
                    out,
                    multistatus(
                        tagged("/book/a.vcf", "\"1\"")
                            + more
                            + "<D:sync-token>t"
                            + page.incrementAndGet()
                            + "</D:sync-token>")));
    Listing listing = store(server).list(null);
    assertThat(listing.scope()).isEqualTo(Listing.Scope.PARTIAL);
    assertThat(listing.next()).isNull();
    assertThat(page.get()).isLessThan(10);
  }

  @Test
  void nothingOfTheServersGetsIntoAHeader() {
    List<Got> got = new ArrayList<>();
    String evil = "\"1&#13;&#10;X-Evil: 1\"";
    ScriptedServer server =
        server(
            (g, out) -> {
              got.add(g);
              if (g.method().equals("GET")) {
                send(out, answer(200, "ETag: \"\u00ff\u0001\"\r\n", BookOnServer.text("a", "A")));
              } else {
                String name = "/book/a%0D%0AX-Evil:%201.vcf";
                send(
                    out,
                    multistatus(
                        tagged("/book/a.vcf", evil)
                            + tagged(name, evil)
                            + "<D:sync-token>&lt;evil/&gt;&#13;&#10;</D:sync-token>"));
              }
            });
    DavStore store = store(server);
    Listing listing = store.list(null);
    assertThat(listing.rows()).hasSize(2).allMatch(r -> r.revision() == null);
    store.list(listing.next());
    store.read(BookOnServer.ids(listing));
    assertThat(got)
        .allSatisfy(
            g -> {
              assertThat(g.headers()).doesNotContainKey("x-evil");
              assertThat(g.path()).doesNotContain("\r").doesNotContain("\n");
              assertThat(g.body()).doesNotContain("<evil/>");
            });
  }

  @Test
  void whatAServerSaysDoesNotReachTheTerminal() {
    String body = "\u001b[2J\u001b]0;evil\u0007 \u0000\u009b31m no\r\nsecond line";
    DavStore store =
        store(server((got, out) -> send(out, answer(403, "Content-Type: text/plain\r\n", body))));
    StoreException failed = catchThrowableOfType(StoreException.class, () -> store.list(null));
    assertClear(failed);
  }

  /** Two hundred megabytes of entries: read as a stream, given up in time. */
  @Test
  void aMillionRowsAreTooMany() {
    ScriptedServer server =
        server(
            (got, out) -> {
              StringBuilder piece = new StringBuilder();
              send(out, "HTTP/1.1 207 X\r\n" + XML + "\r\n<D:multistatus xmlns:D='DAV:'>");
              for (int i = 0; i < 1_000_000; i++) {
                piece.append(tagged("/book/" + i + ".vcf", "\"1\""));
                if (piece.length() > 60_000) {
                  send(out, piece.toString());
                  piece.setLength(0);
                }
              }
              send(out, piece + "<D:sync-token>t</D:sync-token></D:multistatus>");
            });
    DavClient client =
        new DavClient(
            server.url(),
            new Credentials.Basic("alice", SECRET),
            DavSettings.usual(InstantSource.system()));
    open.add(client);
    DavStore store =
        DavStore.open(client, Href.ofPath("/book/"), Family.CONTACTS, new TinyCardLens());
    StoreException failed = catchThrowableOfType(StoreException.class, () -> store.list(null));
    assertClear(failed);
    assertThat(failed).hasMessageContaining("300000 entries");
  }
}
