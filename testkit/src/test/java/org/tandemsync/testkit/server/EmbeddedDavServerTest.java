package org.tandemsync.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the RFCs say, seen from outside. */
class EmbeddedDavServerTest {
  private static final String WORK = "/dav/calendars/alice/work/";
  private static final String BOOK = "/dav/addressbooks/alice/book/";

  private final EmbeddedDavServer server = EmbeddedDavServer.start();
  private final PlainClient alice = new PlainClient(server, "alice", "älicepw");
  private DavCollection work;
  private DavCollection book;

  @BeforeEach
  void collections() {
    server.addUser("alice", "älicepw").addUser("bob", "bobpw");
    work = server.calendar("alice", "work");
    book = server.addressBook("alice", "book");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void discoveryLeadsFromWellKnownToTheHomes() {
    var wellKnown = alice.send("PROPFIND", "/.well-known/caldav", "");
    assertThat(wellKnown.status()).isEqualTo(301);
    String root = wellKnown.header("Location").orElseThrow();

    var principal =
        alice
            .send("PROPFIND", root, Bodies.propfind("<D:current-user-principal/>"), "Depth", "0")
            .value(Names.dav("current-user-principal"));
    assertThat(principal).isEqualTo("/dav/principals/alice/");

    var homes =
        alice.send(
            "PROPFIND",
            principal,
            Bodies.propfind(
                "<C:calendar-home-set/>",
                "<A:addressbook-home-set/>",
                "<C:calendar-user-address-set/>"),
            "Depth",
            "0");
    assertThat(homes.value(Names.caldav("calendar-home-set"))).isEqualTo("/dav/calendars/alice/");
    assertThat(homes.value(Names.carddav("addressbook-home-set")))
        .isEqualTo("/dav/addressbooks/alice/");
    assertThat(homes.value(Names.caldav("calendar-user-address-set")))
        .isEqualTo("mailto:alice@example.org");

    server.taskList("alice", "to do");
    var listed =
        alice.send(
            "PROPFIND",
            "/dav/calendars/alice/",
            Bodies.propfind(
                "<D:resourcetype/>", "<D:displayname/>", "<C:supported-calendar-component-set/>"),
            "Depth",
            "1");
    assertThat(listed.rows().keySet())
        .containsExactly("/dav/calendars/alice/", "/dav/calendars/alice/to%20do/", WORK);
    assertThat(listed.values(Names.COMPONENT_SET))
        .extracting(set -> set.children().getFirst().attribute("name").orElseThrow())
        .containsExactly("VTODO", "VEVENT");
  }

  @Test
  void optionsTellWhatIsOffered() {
    var answer = alice.send("OPTIONS", WORK, "");
    assertThat(answer.header("DAV").orElseThrow())
        .contains("calendar-access", "addressbook", "extended-mkcol", "sync-collection");
    assertThat(answer.header("Allow").orElseThrow()).contains("REPORT");
  }

  @Test
  void wrongOrNoCredentialsAre401AndForeignThings403() {
    var mallory = new PlainClient(server, "alice", "wrong");
    var refused = mallory.send("PROPFIND", "/dav/", "", "Depth", "0");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
    var bob = new PlainClient(server, "bob", "bobpw");
    assertThat(bob.send("PROPFIND", WORK, "", "Depth", "1").status()).isEqualTo(403);
    assertThat(bob.send("PUT", WORK + "x.ics", Bodies.event("x", "x")).status()).isEqualTo(403);
    assertThat(work.size()).isZero();
  }

  @Test
  void unknownPropertiesComeAs404() {
    var answer =
        alice.send(
            "PROPFIND",
            WORK,
            Bodies.propfind("<D:displayname/>", "<I:calendar-color/>"),
            "Depth",
            "0");
    assertThat(answer.value(Names.DISPLAYNAME)).isEqualTo("work");
    assertThat(answer.values(Names.CALENDAR_COLOR)).isEmpty();
    assertThat(answer.body()).contains("404 Not Found");
  }

  @Test
  void depthInfinityIsRefused() {
    var answer = alice.send("PROPFIND", WORK, "");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("propfind-finite-depth");
  }

  @Test
  void documentTypesAreRefused() {
    String bomb = "<!DOCTYPE x [<!ENTITY a 'b'>]><D:propfind xmlns:D='DAV:'>&a;</D:propfind>";
    assertThat(alice.send("PROPFIND", WORK, bomb, "Depth", "0").status()).isEqualTo(400);
  }

  @Test
  void collectionsAreMadeAndDescribed() {
    String properties =
        "<D:set><D:prop><D:displayname>Täsks &amp; more</D:displayname>"
            + "<I:calendar-color>#FF0000FF</I:calendar-color>"
            + "<C:supported-calendar-component-set><C:comp name='VTODO'/>"
            + "</C:supported-calendar-component-set></D:prop></D:set>";
    String made = "/dav/calendars/alice/made/";
    assertThat(alice.send("MKCALENDAR", made, Bodies.xml("C:mkcalendar", properties)).status())
        .isEqualTo(201);
    assertThat(alice.send("MKCALENDAR", made, "").status()).isEqualTo(403);
    assertThat(alice.send("MKCALENDAR", "/dav/calendars/alice/no/made/", "").status())
        .isEqualTo(409);
    var seen =
        alice.send(
            "PROPFIND",
            made,
            Bodies.propfind("<D:displayname/>", "<I:calendar-color/>"),
            "Depth",
            "0");
    assertThat(seen.value(Names.DISPLAYNAME)).isEqualTo("Täsks & more");
    assertThat(seen.value(Names.CALENDAR_COLOR)).isEqualTo("#FF0000FF");
    assertThat(alice.send("PUT", made + "e.ics", Bodies.event("e", "e")).body())
        .contains("supported-calendar-component");

    String book =
        "<D:set><D:prop><D:resourcetype><D:collection/><A:addressbook/></D:resourcetype>"
            + "<D:displayname>Friends</D:displayname></D:prop></D:set>";
    assertThat(
            alice
                .send("MKCOL", "/dav/addressbooks/alice/friends/", Bodies.xml("D:mkcol", book))
                .status())
        .isEqualTo(201);
    assertThat(
            alice
                .send("MKCOL", "/dav/calendars/alice/friends/", Bodies.xml("D:mkcol", book))
                .body())
        .contains("addressbook-collection-location-ok");
  }

  @Test
  void propPatchIsAllOrNothing() {
    String both =
        "<D:set><D:prop><D:displayname>New</D:displayname><D:getetag>x</D:getetag></D:prop></D:set>";
    var refused = alice.send("PROPPATCH", WORK, Bodies.xml("D:propertyupdate", both));
    assertThat(refused.body()).contains("403 Forbidden", "424 Failed Dependency");
    String one = "<D:set><D:prop><D:displayname>New</D:displayname></D:prop></D:set>";
    assertThat(alice.send("PROPPATCH", WORK, Bodies.xml("D:propertyupdate", one)).rows())
        .isEqualTo(Map.of(WORK, "200"));
    assertThat(
            alice
                .send("PROPFIND", WORK, Bodies.propfind("<D:displayname/>"), "Depth", "0")
                .value(Names.DISPLAYNAME))
        .isEqualTo("New");
  }

  @Test
  void aMemberLivesFromPutToDelete() {
    String path = WORK + "a%20%C3%BC.ics";
    var created =
        alice.send(
            "PUT",
            path,
            Bodies.event("u1", "One"),
            "If-None-Match",
            "*",
            "Content-Type",
            "text/calendar; charset=utf-8");
    assertThat(created.status()).isEqualTo(201);
    String etag = created.header("ETag").orElseThrow();
    assertThat(work.names()).containsExactly("a ü.ics");

    var read = alice.send("GET", path, "");
    assertThat(read.body()).isEqualTo(Bodies.event("u1", "One"));
    assertThat(read.header("ETag")).contains(etag);
    assertThat(alice.send("GET", path, "", "If-None-Match", etag).status()).isEqualTo(304);
    var head = alice.send("HEAD", path, "");
    assertThat(head.header("Content-Length")).contains(Integer.toString(read.body().length()));

    assertThat(alice.send("PUT", path, Bodies.event("u1", "X"), "If-None-Match", "*").status())
        .isEqualTo(412);
    assertThat(alice.send("PUT", path, Bodies.event("u1", "X"), "If-Match", "\"no\"").status())
        .isEqualTo(412);
    var replaced = alice.send("PUT", path, Bodies.event("u1", "Two"), "If-Match", etag);
    assertThat(replaced.status()).isEqualTo(204);
    assertThat(replaced.header("ETag")).isPresent().isNotEqualTo(created.header("ETag"));

    assertThat(alice.send("DELETE", path, "", "If-Match", etag).status()).isEqualTo(412);
    assertThat(work.size()).isEqualTo(1);
    assertThat(alice.send("DELETE", path, "", "If-Match", replaced.header("ETag").get()).status())
        .isEqualTo(204);
    assertThat(alice.send("DELETE", path, "").status()).isEqualTo(404);
    assertThat(alice.send("GET", path, "").status()).isEqualTo(404);
    assertThat(alice.send("PUT", path, Bodies.event("u1", "X"), "If-Match", etag).status())
        .isEqualTo(412);
    assertThat(work.size()).isZero();
  }

  @Test
  void aUidIsInACollectionOnce() {
    work.put("a.ics", Bodies.event("same", "A"));
    var refused = alice.send("PUT", WORK + "b.ics", Bodies.event("same", "B"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.xml().children().getFirst().is(Names.caldav("no-uid-conflict"))).isTrue();
    assertThat(refused.body()).contains(WORK + "a.ics");
    work.delete("a.ics");
    assertThat(alice.send("PUT", WORK + "b.ics", Bodies.event("same", "B")).status())
        .isEqualTo(201);
    book.put("a.vcf", Bodies.card("same", "A"));
    assertThat(alice.send("PUT", BOOK + "b.vcf", Bodies.card("same", "B")).body())
        .contains("no-uid-conflict");
  }

  @Test
  void whatIsNotCalendarDataIsRefused() {
    assertThat(alice.send("PUT", WORK + "a.ics", "garbage").body()).contains("valid-calendar-data");
    assertThat(alice.send("PUT", WORK + "a.ics", Bodies.task("t", "t")).body())
        .contains("supported-calendar-component");
    String two =
        Bodies.event("a", "a")
            .replace("END:VCALENDAR", "BEGIN:VEVENT\r\nUID:b\r\nEND:VEVENT\r\nEND:VCALENDAR");
    assertThat(alice.send("PUT", WORK + "a.ics", two).body())
        .contains("valid-calendar-object-resource");
    assertThat(alice.send("PUT", BOOK + "a.vcf", Bodies.event("a", "a")).body())
        .contains("valid-address-data");
    assertThat(
            alice
                .send("PUT", WORK + "a.ics", Bodies.event("a", "a"), "Content-Type", "text/plain")
                .body())
        .contains("supported-calendar-data");
    assertThat(
            alice.send("PUT", "/dav/calendars/alice/none/a.ics", Bodies.event("a", "a")).status())
        .isEqualTo(409);
    assertThat(work.size() + book.size()).isZero();
  }

  @Test
  void multigetGivesBodiesAnd404s() {
    work.put("a.ics", Bodies.event("a", "A & <B>"));
    var answer =
        alice.send(
            "REPORT",
            WORK,
            Bodies.multiget(
                "C:calendar-multiget",
                "C:calendar-data",
                WORK + "a.ics",
                server.url() + "dav/calendars/alice/work/%61.ics",
                WORK + "gone.ics",
                "/etc/passwd"),
            "Depth",
            "1");
    assertThat(answer.rows())
        .isEqualTo(Map.of(WORK + "a.ics", "200", WORK + "gone.ics", "404", "/etc/passwd", "404"));
    assertThat(answer.value(Names.GETETAG)).isEqualTo(work.etag("a.ics").orElseThrow());
    assertThat(answer.values(Names.CALENDAR_DATA))
        .extracting(Element::text)
        .containsOnly(Bodies.event("a", "A & <B>"));

    book.put("c.vcf", Bodies.card("c", "Cleo"));
    var cards =
        alice.send(
            "REPORT",
            BOOK,
            Bodies.multiget("A:addressbook-multiget", "A:address-data", BOOK + "c.vcf"));
    assertThat(cards.value(Names.ADDRESS_DATA)).isEqualTo(Bodies.card("c", "Cleo"));
  }

  @Test
  void aQueryFindsByComponentTimeAndUid() {
    DavCollection mixed = server.mixedCalendar("alice", "mixed");
    String path = mixed.path();
    mixed.put("e.ics", Bodies.event("e", "Plain"));
    mixed.put("day.ics", Bodies.event("day", "All day", "DTSTART;VALUE=DATE:20261224"));
    mixed.put(
        "series.ics",
        Bodies.event(
            "series",
            "Series",
            "DTSTART;TZID=Europe/Berlin:20261102T090000",
            "DURATION:PT30M",
            "RRULE:FREQ=WEEKLY;UNTIL=20261214T080000Z"));
    mixed.put("t.ics", Bodies.task("t", "Task"));

    assertThat(query(path, "<C:comp-filter name='VTODO'/>")).containsExactly("t.ics");
    assertThat(query(path, "<C:comp-filter name='VEVENT'/>"))
        .containsExactly("day.ics", "e.ics", "series.ics");
    assertThat(query(path, range("20261201T103000Z", "20261201T104000Z")))
        .containsExactly("e.ics", "series.ics");
    assertThat(query(path, range("20261201T110000Z", "20261201T120000Z")))
        .containsExactly("series.ics");
    assertThat(query(path, range("20261224T120000Z", "20261224T130000Z")))
        .containsExactly("day.ics");
    assertThat(query(path, range("20280101T000000Z", "20290101T000000Z"))).isEmpty();
    assertThat(
            query(
                path,
                "<C:comp-filter name='VEVENT'><C:prop-filter name='UID'>"
                    + "<C:text-match>series</C:text-match></C:prop-filter></C:comp-filter>"))
        .containsExactly("series.ics");
    assertThat(
            query(
                path,
                "<C:comp-filter name='VEVENT'><C:prop-filter name='RRULE'><C:is-not-defined/>"
                    + "</C:prop-filter></C:comp-filter>"))
        .containsExactly("day.ics", "e.ics");
  }

  @Test
  void anAddressbookQueryFindsByText() {
    book.put("a.vcf", Bodies.card("a", "Anna Müller"));
    book.put("b.vcf", Bodies.card("b", "Bert"));
    String filter =
        "<D:prop><D:getetag/></D:prop><A:filter><A:prop-filter name='FN'>"
            + "<A:text-match match-type='contains'>mÜLL</A:text-match></A:prop-filter></A:filter>";
    assertThat(
            alice
                .send("REPORT", BOOK, Bodies.xml("A:addressbook-query", filter), "Depth", "1")
                .rows())
        .isEqualTo(Map.of(BOOK + "a.vcf", "200"));
  }

  @Test
  void syncCollectionTellsWhatChanged() {
    work.put("a.ics", Bodies.event("a", "A"));
    work.put("b.ics", Bodies.event("b", "B"));
    var first = sync("");
    assertThat(first.rows()).isEqualTo(Map.of(WORK + "a.ics", "200", WORK + "b.ics", "200"));
    assertThat(first.value(Names.GETETAG)).isEqualTo(work.etag("a.ics").orElseThrow());
    String token = first.syncToken();
    assertThat(
            alice
                .send("PROPFIND", WORK, Bodies.propfind("<D:sync-token/>"), "Depth", "0")
                .value(Names.SYNC_TOKEN))
        .isEqualTo(token);
    assertThat(sync(token).rows()).isEmpty();
    assertThat(sync(token).syncToken()).isEqualTo(token);

    work.delete("a.ics");
    work.put("c.ics", Bodies.event("c", "C"));
    work.put("c.ics", Bodies.event("c", "C2"));
    var second = sync(token);
    assertThat(second.rows()).isEqualTo(Map.of(WORK + "a.ics", "404", WORK + "c.ics", "200"));
    assertThat(sync(second.syncToken()).rows()).isEmpty();
    assertThat(sync(token).rows()).hasSize(2); // old tokens stay good
    assertThat(sync("").rows().keySet()).containsExactly(WORK + "b.ics", WORK + "c.ics");

    work.expireTokens();
    var expired = sync(second.syncToken());
    assertThat(expired.status()).isEqualTo(403);
    assertThat(expired.body()).contains("valid-sync-token");
    assertThat(sync("urn:bogus").body()).contains("valid-sync-token");
    assertThat(sync("").status()).isEqualTo(207);
  }

  @Test
  void syncCollectionComesInPages() {
    for (int i = 0; i < 7; i++) {
      work.put(i + ".ics", Bodies.event("u" + i, "E"));
    }
    server.dials().pageSize = 3;
    String token = "";
    int rows = 0;
    int pages = 0;
    boolean more = true;
    while (more) {
      var page = sync(token);
      Map<String, String> seen = page.rows();
      more = "507".equals(seen.get(WORK));
      rows += seen.size() - (more ? 1 : 0);
      pages++;
      token = page.syncToken();
    }
    assertThat(List.of(pages, rows)).containsExactly(3, 7);
  }

  @Test
  void theLogTellsWhatWasAsked() {
    alice.send("PUT", WORK + "a.ics", Bodies.event("a", "A"), "If-None-Match", "*");
    sync("");
    assertThat(server.log().all())
        .extracting(SeenRequest::method, SeenRequest::status, SeenRequest::report)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("PUT", 201, ""),
            org.assertj.core.groups.Tuple.tuple("REPORT", 207, "sync-collection"));
    assertThat(server.log().all().getFirst().ifNoneMatch()).isEqualTo("*");
    assertThat(server.log().writes()).isEqualTo(1);
    assertThat(server.log().reads()).isZero();
  }

  private PlainClient.Answer sync(String token) {
    return alice.send("REPORT", WORK, Bodies.sync(token));
  }

  private List<String> query(String path, String filter) {
    var answer = alice.send("REPORT", path, Bodies.calendarQuery(filter), "Depth", "1");
    return answer.rows().keySet().stream().map(href -> href.substring(path.length())).toList();
  }

  private static String range(String start, String end) {
    return "<C:comp-filter name='VEVENT'><C:time-range start='"
        + start
        + "' end='"
        + end
        + "'/></C:comp-filter>";
  }
}
