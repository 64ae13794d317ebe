package org.tandemsync.dav.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandemsync.dav.client.ScriptedServer.answer;
import static org.tandemsync.dav.client.ScriptedServer.multistatus;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.ScriptedServer;
import org.tandemsync.items.Family;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.testkit.server.EmbeddedDavServer;

class DiscoveryTest {
  private static final DavSettings SETTINGS = DavSettings.usual(InstantSource.system());

  private static DavClient client(String url) {
    return new DavClient(URI.create(url), new Credentials.Basic("alice", "pw"), SETTINGS);
  }

  private static List<DavCollection> collections(String url) {
    try (DavClient client = client(url)) {
      return Discovery.collections(client);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "dav/", "dav/principals/alice/", "dav/calendars/alice/work/", "nothing/here"})
  void anyAddressOfAServerLeadsToEverything(String path) {
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "pw")) {
      server.calendar("alice", "work");
      server.taskList("alice", "to do");
      server.mixedCalendar("alice", "both").readOnly(true);
      server.addressBook("alice", "book");
      server.dials().strangersInHomes = true;
      List<DavCollection> found = collections(server.url() + path);
      assertThat(found)
          .extracting(DavCollection::name)
          .containsExactlyInAnyOrder("work", "to do", "both", "book");
      assertThat(named(found, "work").kind()).containsExactly(Family.EVENTS);
      assertThat(named(found, "to do").kind()).containsExactly(Family.TASKS);
      assertThat(named(found, "both").kind())
          .containsExactlyInAnyOrder(Family.EVENTS, Family.TASKS);
      assertThat(named(found, "both").writable()).isFalse();
      assertThat(named(found, "book").kind()).containsExactly(Family.CONTACTS);
      assertThat(named(found, "book").writable()).isTrue();
      assertThat(named(found, "book").url())
          .isEqualTo(server.url() + "dav/addressbooks/alice/book/");
      assertThat(named(found, "book").capabilities())
          .contains("sync-collection", "addressbook-multiget");
    }
  }

  private static DavCollection named(List<DavCollection> found, String name) {
    return found.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void oneCollectionCanBeAskedFor() {
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "pw");
        DavClient client = client(server.url())) {
      Href work = Href.ofPath(server.calendar("alice", "work").path());
      assertThat(Discovery.collection(client, work).orElseThrow().href()).isEqualTo(work);
      assertThat(Discovery.collection(client, Href.ofPath("/dav/calendars/alice/"))).isEmpty();
      assertThat(Discovery.collection(client, Href.ofPath("/dav/calendars/alice/none/"))).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsNotNothing() {
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "other")) {
      assertThatThrownBy(() -> collections(server.url()))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAUTHORIZED))
          .hasMessageContaining("user name and password");
    }
  }

  @Test
  void aWebServerOffersNothing() {
    try (ScriptedServer server =
        new ScriptedServer(r -> answer(200, "Content-Type: text/html\r\n", "<html>Hi</html>"))) {
      assertThatThrownBy(() -> collections(server.url().toString()))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
          .hasMessageContaining(server.url().toString())
          .hasMessageContaining("No calendars or address books");
    }
  }

  /** SOGo behind Apache: the root is no place for DAV, the well-known address leads on. */
  @Test
  void sogosRootLeadsToItsCollectionsByTheWellKnownAddress() {
    try (ScriptedServer server = new ScriptedServer(DiscoveryTest::likeSogo)) {
      List<DavCollection> found = collections(server.url().toString());
      assertThat(found)
          .extracting(DavCollection::name)
          .containsExactly("Personal", "Contacts", "All");
      assertThat(found.get(0).groupware()).isTrue();
      assertThat(found.get(0).color()).isEqualTo("#12AB34");
      assertThat(found.get(2).writable()).isFalse();
    }
  }

  private static String likeSogo(ScriptedServer.Got request) {
    String home = "/SOGo/dav/alice/";
    return switch (request.path()) {
      case "/.well-known/caldav", "/.well-known/carddav" ->
          answer(301, "Location: http://" + request.header("host") + "/SOGo/dav\r\n", "");
      case "/SOGo/dav" ->
          multistatus(
              found(
                  "/SOGo/dav/",
                  "<D:current-user-principal><D:href>"
                      + home
                      + "</D:href>"
                      + "</D:current-user-principal><D:principal-URL><D:href>/SOGo/dav/</D:href>"
                      + "</D:principal-URL>"));
      case "/SOGo/dav/alice/" ->
          multistatus(
              found(
                  home,
                  "<C:calendar-home-set><D:href>"
                      + home
                      + "Calendar/</D:href></C:calendar-home-set>"
                      + "<A:addressbook-home-set><D:href>"
                      + home
                      + "Contacts/</D:href></A:addressbook-home-set>"));
      case "/SOGo/dav/alice/Calendar/" ->
          multistatus(
              found(home + "Calendar/", "<D:resourcetype><D:collection/></D:resourcetype>")
                  + found(home + "Calendar/personal.ics", "<D:resourcetype/>")
                  + found(
                      home + "Calendar/personal/",
                      "<D:resourcetype><D:collection/><C:calendar/><vevent-collection"
                          + " xmlns=\"http://groupdav.org/\"/></D:resourcetype><D:displayname>Personal</D:displayname><calendar-color"
                          + " xmlns=\"http://apple.com/ns/ical/\">#12ab34ff</calendar-color>"));
      case "/SOGo/dav/alice/Contacts/" ->
          multistatus(
              found(
                      home + "Contacts/personal/",
                      "<D:resourcetype><A:addressbook/></D:resourcetype><D:displayname>Contacts"
                          + "</D:displayname>")
                  + found(
                      home + "Contacts/directory/",
                      "<D:resourcetype><A:addressbook/><A:directory/></D:resourcetype>"
                          + "<D:displayname>All</D:displayname>"));
      default -> answer(405, "", "");
    };
  }

  private static String found(String href, String properties) {
    return "<D:response><D:href>"
        + href
        + "</D:href><D:propstat><D:prop>"
        + properties
        + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
  }

  private static List<DavCollection> described(String properties) {
    try (ScriptedServer server = new ScriptedServer(r -> multistatus(found("/c/", properties)));
        DavClient client = client(server.url() + "c/")) {
      return Discovery.collection(client, client.root()).stream().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<D:all/>,                                  true", // Xandikos
    "<D:write/>,                                true",
    "<D:write-content/>,                        true",
    "<D:bind/>,                                 true",
    "<D:read/>,                                 false",
    "<D:write-properties/>,                     false",
    "'',                                        false",
  })
  void rightsDecideWhetherItIsWritable(String privilege, boolean writable) {
    String calendar = "<D:resourcetype><C:calendar/></D:resourcetype>";
    String set =
        "<D:current-user-privilege-set><D:privilege>"
            + (privilege == null ? "" : privilege)
            + "</D:privilege></D:current-user-privilege-set>";
    assertThat(described(calendar + set).getFirst().writable()).isEqualTo(writable);
    assertThat(described(calendar).getFirst().writable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                            EVENTS+TASKS",
    "<C:comp name=\"VEVENT\"/>,                     EVENTS",
    "<C:comp name=\"vtodo\"/>,                      TASKS",
    "<C:comp name=\"VEVENT\"/><C:comp name=\"VTODO\"/>, EVENTS+TASKS",
    "<C:comp name=\"VJOURNAL\"/>,                   ''",
  })
  void componentsDecideTheKind(String components, String kind) {
    List<DavCollection> found =
        described(
            "<D:resourcetype><C:calendar/></D:resourcetype><C:supported-calendar-component-set>"
                + (components == null ? "" : components)
                + "</C:supported-calendar-component-set>");
    List<String> expected =
        kind == null || kind.isEmpty() ? List.of() : List.of(kind.split("\\+", -1));
    assertThat(found.getFirst().kind())
        .extracting(Enum::name)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String properties(String href, String more) {
    return multistatus(found(href, more));
  }

  private static Reach reaching(DavClient start, ScriptedServer other, boolean trusted) {
    return new Reach() {
      @Override
      public DavClient start() {
        return start;
      }

      @Override
      public Optional<DavClient> at(URI url) {
        return trusted && url.getPort() == other.url().getPort()
            ? Optional.of(client(other.url().toString()))
            : Optional.empty();
      }
    };
  }

  /** iCloud: principal and homes on hosts of their own, absolute. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void homesOnAnotherHostAreVisitedIfItMayBeAsked(boolean trusted) {
    try (ScriptedServer other =
            new ScriptedServer(
                r ->
                    r.path().equals("/p42/home/")
                        ? properties(
                            "/p42/home/work/",
                            "<D:resourcetype><C:calendar/></D:resourcetype>"
                                + "<D:displayname>Work</D:displayname>")
                        : answer(404, "", ""));
        ScriptedServer server =
            new ScriptedServer(
                r ->
                    r.path().equals("/")
                        ? properties(
                            "/",
                            "<D:current-user-principal><D:href>/me/</D:href>"
                                + "</D:current-user-principal>")
                        : r.path().equals("/me/")
                            ? properties(
                                "/me/",
                                "<C:calendar-home-set><D:href>"
                                    + other.url()
                                    + "p42/home/</D:href></C:calendar-home-set>"
                                    + "<C:calendar-user-address-set>"
                                    + "<D:href>mailto:Alice@Example.org</D:href>"
                                    + "<D:href>urn:uuid:1</D:href><D:href>mailto:x y@z</D:href>"
                                    + "<D:href>/me/</D:href></C:calendar-user-address-set>")
                            : answer(404, "", ""));
        DavClient client = client(server.url().toString())) {
      Found found = Discovery.everything(reaching(client, other, trusted));
      assertThat(found.addresses()).containsExactly("alice@example.org");
      assertThat(found.principals()).containsExactly("/me/");
      if (trusted) {
        assertThat(found.collections())
            .extracting(DavCollection::url)
            .containsExactly(other.url() + "p42/home/work/");
        assertThat(found.elsewhere()).isEmpty();
      } else {
        assertThat(found.collections()).isEmpty();
        assertThat(found.elsewhere()).containsExactly(URI.create(other.url() + "p42/home/"));
        assertThat(other.requests()).isEmpty();
      }
    }
  }

  /** A well-known address on another host: its relative hrefs are that host's. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRedirectToAnotherHostIsFollowedIfItMayBeAsked(boolean trusted) {
    try (ScriptedServer other =
            new ScriptedServer(
                r ->
                    switch (r.path()) {
                      case "/dav/" ->
                          properties(
                              "/dav/",
                              "<C:calendar-home-set><D:href>/home/</D:href></C:calendar-home-set>");
                      case "/home/" ->
                          properties("/home/c/", "<D:resourcetype><C:calendar/></D:resourcetype>");
                      default -> answer(404, "", "");
                    });
        ScriptedServer server =
            new ScriptedServer(
                r ->
                    r.path().equals("/.well-known/caldav")
                        ? answer(301, "Location: " + other.url() + "dav/\r\n", "")
                        : answer(404, "", ""));
        DavClient client = client(server.url().toString())) {
      if (trusted) {
        Found found = Discovery.everything(reaching(client, other, true));
        assertThat(found.collections())
            .extracting(DavCollection::url)
            .containsExactly(other.url() + "home/c/");
        assertThat(server.requests()).noneMatch(r -> r.path().equals("/home/"));
      } else {
        assertThatThrownBy(() -> Discovery.everything(reaching(client, other, false)))
            .hasMessageContaining("did not get the password: " + other.url() + "dav/");
        assertThat(other.requests()).noneMatch(r -> r.headers().containsKey("authorization"));
      }
    }
  }

  @Test
  void orderAndLinksAreRead() {
    String calendar = "<D:resourcetype><C:calendar/></D:resourcetype>";
    String order = "<calendar-order xmlns=\"http://apple.com/ns/ical/\">%s</calendar-order>";
    assertThat(described(calendar + order.formatted("3")).getFirst().order()).isEqualTo(3);
    assertThat(described(calendar + order.formatted("x")).getFirst().order())
        .isEqualTo(Integer.MAX_VALUE);
    String cs = " xmlns=\"http://calendarserver.org/ns/\"";
    try (ScriptedServer server =
            new ScriptedServer(
                r ->
                    multistatus(
                        found("/", "<C:calendar-home-set><D:href>/</D:href></C:calendar-home-set>")
                            + found("/c/", calendar)
                            + found(
                                "/s/",
                                "<D:resourcetype><subscribed"
                                    + cs
                                    + "/></D:resourcetype><D:displayname>Moon</D:displayname>"
                                    + "<source"
                                    + cs
                                    + "><D:href>https://moon.test/m.ics</D:href></source>")));
        DavClient client = client(server.url().toString())) {
      Found found = Discovery.everything(Reach.only(client));
      assertThat(found.subscriptions())
          .containsExactly(new Found.Subscription("Moon", "", "https://moon.test/m.ics"));
      assertThat(found.collections()).hasSize(1);
    }
  }

  @Test
  void aNameIsNeverEmpty() {
    assertThat(described("<D:resourcetype><C:calendar/></D:resourcetype>").getFirst().name())
        .isEqualTo("c");
  }
}
