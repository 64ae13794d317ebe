package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.dav.client.ScriptedServer.answer;
import static org.tandemsync.dav.client.ScriptedServer.multistatus;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.ScriptedServer;
import org.tandemsync.dav.client.ScriptedServer.Got;
import org.tandemsync.dav.discovery.CollectionEdit;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.items.Family;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.When;

/** Answers whose hrefs lie elsewhere than what was asked. */
class ElsewhereTest extends BookOnServer {
  private static final String AT = "/book/";
  private static final ItemId A = new ItemId("/book/a.vcf");

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private DavStore at(String path) {
    return DavStore.open(client, Href.ofPath(path), Family.CONTACTS, new TinyCardLens());
  }

  // ---- where the collection is by its own words ----

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void aRedirectLeadsToWhereItIs(int status) {
    fill(2);
    dials.redirect = When.always();
    dials.redirectStatus = status;
    dials.redirectFrom = "/old/";
    dials.redirectTo = "/";
    server.log().clear();
    DavStore there = at("/old" + book.path());
    assertThat(ids(there.list(null))).containsExactlyInAnyOrder(id(0), id(1));
    // one question, sent on once
    assertThat(server.log().count("PROPFIND")).isEqualTo(2);
    assertThat(server.log().all().getLast().path()).isEqualTo(book.path());
  }

  @Test
  void anAliasIsTheCollectionThatItNames() {
    fill(2);
    dials.shownUnder = "/me";
    DavStore there = at("/me" + book.path());
    Listing all = there.list(null);
    assertThat(ids(all)).containsExactlyInAnyOrder(id(0), id(1));
    book.put("uid-9.vcf", text("uid-9", "New"));
    assertThat(ids(there.list(all.next()))).containsExactly(id("uid-9.vcf"));
  }

  @Test
  void anAddressThatIsNowhereIsRefusedWithBoth() {
    fill(2);
    dials.shownUnder = "/radicale";
    dials.shownThereOnly = true;
    assertFails(
        () -> at("/radicale" + book.path()),
        Reason.DAMAGED,
        server.url() + "radicale" + book.path(),
        server.url() + book.path().substring(1),
        "X-Script-Name",
        "Next step");
  }

  @Test
  void theNameOfAHostBehindTheProxyDoesNotMatter() {
    fill(2);
    dials.hrefs = Dials.HrefStyle.INTERNAL;
    DavStore there = at(book.path());
    assertThat(ids(there.list(null))).containsExactlyInAnyOrder(id(0), id(1));
    dials.nameOnCreate = name -> "server-" + name;
    assertThat(((Written.Done) there.write(List.of(create("uid-b"))).getFirst()).id())
        .isEqualTo(id("server-uid-b.vcf"));
  }

  @Test
  void norDoesItInAHome() {
    dials.hrefs = Dials.HrefStyle.INTERNAL;
    String home = book.path().replaceFirst("[^/]+/$", "");
    try (DavClient there =
        new DavClient(
            URI.create(server.url()).resolve(home),
            new Credentials.Basic("alice", "pw"),
            settings)) {
      assertThat(Discovery.collections(there))
          .extracting(c -> c.url())
          .containsExactly(client.url(Href.ofPath(book.path())));
    }
  }

  /** Behind one address may be two servers: the other one's book of the same path is another. */
  @ParameterizedTest
  @CsvSource({
    "207, /b/book/,     t1, true",
    "207, /b/book,      t1, true",
    "207, /b/book/,     t2, false",
    "207, /b/book/,     '', false",
    "207, /c/book/,     t1, false",
    "200, /b/book/,     t1, false",
    "403, /b/book/,     t1, false",
    "404, /b/book/,     t1, false",
  })
  void onlyItselfIsTaken(int status, String named, String token, boolean taken) {
    ScriptedServer two =
        scripted(
            got -> {
              String other = got.path().equals("/b/book/") ? token : "t1";
              String itself = got.path().equals("/b/book/") ? named : "/b/book/";
              return status == 207 || !got.path().equals("/b/book/")
                  ? multistatus(row(itself, type(other)))
                  : answer(status, "Content-Type: text/html\r\n", "<html></html>");
            });
    DavClient asking = client(two);
    if (taken) {
      assertThat(Discovery.collection(asking, Href.ofPath("/a/book/")).orElseThrow().href())
          .isEqualTo(Href.ofPath("/b/book/"));
    } else {
      assertFails(
          () -> Discovery.collection(asking, Href.ofPath("/a/book/")),
          Reason.DAMAGED,
          two.url() + "a/book/",
          two.url() + "b/book/");
    }
  }

  @Test
  void ofSeveralAnswersTheOneAboutItselfCounts() {
    ScriptedServer chatty =
        scripted(
            got ->
                multistatus(
                    row("/", "<D:resourcetype><D:collection/></D:resourcetype>")
                        + row("/book/", type("t1"))));
    assertThat(Discovery.collection(client(chatty), Href.ofPath(AT))).isPresent();
  }

  @Test
  void whatWasMovedSinceItWasRememberedIsToldOnce() {
    fill(1);
    org.tandemsync.dav.discovery.DavCollection remembered =
        Discovery.collection(client, Href.ofPath(book.path())).orElseThrow();
    Checkpoint before = checkpoint();
    dials.redirect = When.always();
    dials.redirectFrom = book.path();
    dials.redirectTo = server.addressBook("alice", "moved").path();
    server.addressBook("alice", "moved").put("new.vcf", text("new", "New"));
    DavStore reopened =
        DavStore.reopen(
            client, remembered, Family.CONTACTS, CollectionMemory.NONE, c -> new TinyCardLens());
    assertFails(() -> reopened.list(before), Reason.BUSY, "is at", "/moved/", "next sync");
  }

  // ---- listings ----

  /** How a server lists. */
  enum Way {
    SYNC,
    PROPFIND,
    QUERY
  }

  private static String row(String href, String properties) {
    return "<D:response><D:href>"
        + href
        + "</D:href><D:propstat><D:prop>"
        + properties
        + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
  }

  private static String type(String token) {
    return "<D:resourcetype><D:collection/><A:addressbook/></D:resourcetype><D:sync-token>"
        + token
        + "</D:sync-token>";
  }

  private ScriptedServer scripted(Function<Got, String> script) {
    ScriptedServer made = new ScriptedServer(script);
    open.add(made);
    return made;
  }

  private DavClient client(ScriptedServer to) {
    DavClient made = new DavClient(to.url(), new Credentials.Basic("alice", "pw"), settings);
    open.add(made);
    return made;
  }

  /** A book at /book/ whose listings have these rows. */
  private DavStore lists(Way way, String rows) {
    ScriptedServer lists = listing(way, rows);
    return DavStore.open(client(lists), Href.ofPath(AT), Family.CONTACTS, new TinyCardLens());
  }

  private ScriptedServer listing(Way way, String rows) {
    String report = way == Way.SYNC ? "sync-collection" : "expand-property";
    String itself =
        row(
            AT,
            type("")
                + "<D:supported-report-set><D:supported-report><D:report><D:"
                + report
                + "/></D:report></D:supported-report></D:supported-report-set>");
    return scripted(
        got -> {
          if (got.method().equals("PROPFIND") && got.header("depth").equals("0")) {
            return multistatus(itself);
          }
          return got.method().equals("PROPFIND") && way == Way.QUERY
              ? answer(403, "", "")
              : multistatus(rows + "<D:sync-token>t2</D:sync-token>");
        });
  }

  private static String rows(String hrefs) {
    return Stream.of(hrefs.split(" "))
        .map(
            h ->
                row(
                    h,
                    h.endsWith("/")
                        ? "<D:resourcetype><D:collection/></D:resourcetype>"
                        : "<D:getetag>\"1\"</D:getetag>"))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @EnumSource
  void aListingThatIsWhollyAboutSomethingElseIsNone(Way way) {
    for (String hrefs :
        List.of(
            "/alice/book/a.vcf",
            "/alice/book/ /alice/book/a.vcf",
            "/alice/book/",
            "http://evil.test/x.vcf",
            "https://dav.internal.example/alice/book/a.vcf",
            "/bookshop/a.vcf",
            "/",
            "//elsewhere/a.vcf")) {
      DavStore lists = lists(way, rows(hrefs));
      assertFails(() -> lists.list(null), Reason.DAMAGED, "/book/", "another address", "Next step");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListingThatIsPartlyAboutSomethingElseIsNotComplete(Way way) {
    for (String hrefs : List.of("/book/a.vcf /alice/book/b.vcf", "/book/ /book/a.vcf /x/b.vcf")) {
      Listing some = lists(way, rows(hrefs)).list(null);
      assertThat(some.scope()).isEqualTo(Listing.Scope.PARTIAL);
      assertThat(ids(some)).containsExactly(A);
      assertThat(some.next()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoItemMakesNoListingIncomplete(Way way) {
    for (String hrefs :
        List.of(
            "/book/ /book/a.vcf",
            "/book /book/a.vcf",
            "/ /book/ /book/a.vcf",
            "/book/a.vcf /book/sub/ /book/sub/b.vcf",
            "/book/a.vcf /other/",
            "http://127.0.0.1:1/book/a.vcf",
            "https://dav.internal.example:8443/book/ https://dav.internal.example:8443/book/a.vcf",
            "//dav.internal.example/book/a.vcf",
            "//book/a.vcf",
            "http%3A//127.0.0.1%3A1/book/a.vcf")) {
      Listing all = lists(way, rows(hrefs)).list(null);
      assertThat(all.scope()).as(hrefs).isEqualTo(Listing.Scope.COMPLETE);
      assertThat(ids(all)).as(hrefs).containsExactly(A);
    }
  }

  @Test
  void noRowsAreAnEmptyCollectionAsEver() {
    assertThat(lists(Way.SYNC, "").list(null))
        .satisfies(l -> assertThat(l.rows()).isEmpty())
        .extracting(Listing::scope)
        .isEqualTo(Listing.Scope.COMPLETE);
    assertThat(lists(Way.PROPFIND, rows("/book/")).list(null).scope())
        .isEqualTo(Listing.Scope.COMPLETE);
  }

  @Test
  void changesAreNoneEither() {
    Checkpoint since =
        Objects.requireNonNull(lists(Way.SYNC, rows("/book/a.vcf")).list(null).next());
    assertFails(() -> lists(Way.SYNC, rows("/x/a.vcf")).list(since), Reason.DAMAGED);
    String gone =
        "<D:response><D:href>/x/a.vcf</D:href><D:status>HTTP/1.1 404 X</D:status></D:response>";
    assertFails(() -> lists(Way.SYNC, gone).list(since), Reason.DAMAGED);
    Listing some = lists(Way.SYNC, rows("/book/a.vcf") + gone).list(since);
    assertThat(some.scope()).isEqualTo(Listing.Scope.PARTIAL);
    assertThat(some.next()).isNull();
    assertThat(lists(Way.SYNC, "").list(since).isUnchanged()).isTrue();
  }

  @Test
  void bodiesOfSomethingElseAreNone() {
    DavStore lists = lists(Way.SYNC, rows("/x/a.vcf /x/b.vcf"));
    assertFails(
        () -> lists.read(List.of(A, new ItemId("/book/b.vcf"))), Reason.DAMAGED, "/x/", "/book/");
    Effect.Update<org.tandemsync.items.Item> update = rename(A, new Revision("\"1\""), "a", "New");
    assertFails(() -> lists.write(List.of(update)), Reason.DAMAGED);
  }

  /** What cannot be placed may be the one that was moved. */
  @Test
  void aQuestionForAUidThatIsAnsweredForSomethingElseProvesNoAbsence() {
    List<String> puts = new ArrayList<>();
    ScriptedServer front =
        scripted(
            got -> {
              if (got.method().equals("PUT")) {
                puts.add(got.path());
              }
              boolean query = got.body().contains("addressbook-query");
              boolean itself = got.method().equals("PROPFIND");
              return query
                  ? multistatus(rows("/x/a.vcf"))
                  : itself
                      ? multistatus(row(AT, type("")))
                      : got.method().equals("REPORT")
                          ? multistatus(
                              "<D:response><D:href>/book/uid-9.vcf</D:href>"
                                  + "<D:status>HTTP/1.1 404 X</D:status></D:response>")
                          : answer(404, "", "");
            });
    DavStore made =
        DavStore.open(client(front), Href.ofPath(AT), Family.CONTACTS, new TinyCardLens());
    Stamp again = new Stamp(stamp("uid-9").link(), 2);
    assertThat(
            made.write(
                List.of(
                    new Effect.Create<>("uid-9", card("uid-9", "New"), again, "New"),
                    create("uid-8"))))
        .first()
        .isInstanceOf(Written.NotDone.class);
    assertThat(puts).doesNotContain("/book/uid-9.vcf");
  }

  @ParameterizedTest
  @CsvSource({
    "/book/ /book/a.vcf /book/b.vcf,         2",
    "/book/ /alice/book/a.vcf /book/b.vcf,   2",
    "/alice/book/ /alice/book/a.vcf,         1",
    "/book/ https://other.example/book/a.vcf, 1",
    "/book/,                                 0",
  })
  void whatIsToBeDeletedIsCountedWhereverItSeemsToBe(String hrefs, int items) {
    DavClient asking = client(listing(Way.PROPFIND, rows(hrefs)));
    assertThat(CollectionEdit.of(asking, Href.ofPath(AT)).items()).isEqualTo(items);
  }
}
