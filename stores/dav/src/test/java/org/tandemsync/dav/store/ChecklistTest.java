package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.dav.discovery.NewCollection;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.EmbeddedDavServer;
import org.tandemsync.testkit.server.When;

/** The numbers of checklist.txt that are this module's. */
class ChecklistTest extends BookOnServer {

  private List<DavCollection> discovered() {
    return Discovery.collections(client);
  }

  private static List<String> names(List<DavCollection> found) {
    return found.stream().map(DavCollection::name).toList();
  }

  // ---- must match ----

  @ParameterizedTest
  @EnumSource(Dials.HrefStyle.class)
  void match01Spellings(Dials.HrefStyle style) {
    dials.groupdavTypes = style == Dials.HrefStyle.PLAIN_IN_SYNC;
    reopen();
    Checkpoint before = checkpoint();
    for (String name : List.of("a@b.vcf", "sp ace.vcf", "ü.vcf", "a+b.vcf", "Groß.vcf")) {
      book.put(name, text(name, name));
    }
    ItemId at = id("a@b.vcf");
    dials.hrefs = style;
    for (Listing listing : List.of(store.list(null), store.list(before))) {
      assertThat(ids(listing)).hasSize(5).contains(at, id("sp ace.vcf"), id("ü.vcf"));
      assertThat(store.read(ids(listing))).allMatch(f -> f instanceof Found.Present);
    }
    assertThat(store.write(List.of(rename(at, revision(at), "a@b.vcf", "New"))).getFirst())
        .isInstanceOf(Written.Done.class);
    assertThat(book.names()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 501})
  void match06OptionsIsNotNeeded(int status) {
    dials.refuse = When.always().on("OPTIONS");
    dials.refuseStatus = status;
    assertThat(names(discovered())).containsExactly("book");
    reopen();
    store.list(null);
    assertThat(server.log().count("OPTIONS")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"/dav/,301", "/dav,301", "/dav/,302", "URL/dav,301", "'',301"})
  void match07WellKnown(String leadsTo, int status) {
    String root = server.url().substring(0, server.url().length() - 1);
    dials.wellKnown = leadsTo.replace("URL", root);
    dials.wellKnownStatus = status;
    dials.loginPage = When.always().where(r -> r.path().equals("/") && !leadsTo.isEmpty());
    assertThat(names(discovered())).containsExactly("book");
    assertThat(server.log().all()).noneMatch(r -> r.path().matches("/\\.well-known/.*/"));
  }

  /** SOGo behind Apache: the root answers 405 to everything. */
  @ParameterizedTest
  @ValueSource(ints = {404, 405})
  void match07ARootThatIsNoDav(int status) {
    dials.refuse = When.always().where(r -> r.path().equals("/"));
    dials.refuseStatus = status;
    assertThat(names(discovered())).containsExactly("book");
  }

  @Test
  void match08SeveralHomes() {
    server.addUser("bob", "x").delegate("bob", "alice", true);
    server.addressBook("bob", "bobs");
    server.calendar("bob", "work");
    for (String home : List.of("/dav/addressbooks/bob/", server.url() + "dav/calendars/bob/")) {
      dials.moreHomes = List.of("https://elsewhere.example/home/", home);
      assertThat(names(discovered())).contains("book", "bobs", "work");
    }
  }

  @Test
  void match08OneHomeForEverything() {
    server.calendar("alice", "work");
    dials.oneHome = true;
    assertThat(discovered())
        .extracting(c -> c.name() + c.kind())
        .containsExactlyInAnyOrder("work[EVENTS]", "book[CONTACTS]");
  }

  @Test
  void match09CalendarProxy() {
    server.addUser("bob", "x").addUser("carol", "y");
    server.calendar("bob", "bobs");
    server.calendar("carol", "carols").readOnly(true);
    assertThat(names(discovered())).containsExactly("book");
    server.delegate("bob", "alice", true).delegate("carol", "alice", false);
    assertThat(names(discovered())).containsExactly("book", "bobs", "carols");
    // Google announces it and fails
    dials.refuse =
        When.always().on("PROPFIND").where(r -> r.text().contains("calendar-proxy-write-for"));
    dials.refuseStatus = 500;
    assertThat(names(discovered())).containsExactly("book");
  }

  @Test
  void match10Repairs() {
    var calendar = server.calendar("alice", "work");
    String zone =
        "BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\n"
            + "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    String event =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\n"
            + "DTSTAMP:20261122T000000Z\r\nDTSTART;TZID=X:20261122T100000\r\n"
            + "DTEND;TZID=X:20261122T110000\r\nSUMMARY:S\r\nEND:VEVENT\r\n"
            + zone
            + "END:VCALENDAR\r\n";
    calendar.put("a.ics", event.replace("\r\n", "\r\r\n"));
    calendar.put("b.ics", event.replace("UID:a", "UID:b").replace("\r\n", "\n"));
    calendar.put("c.ics", event.replace("UID:a", "UID:c").replace("SUMMARY:S", "SUMMARY:S\f"));
    Href at = Href.ofPath(calendar.path());
    DavStore events = DavStore.open(client, at, Family.EVENTS, Sample.events().lens());
    List<ItemId> all = ids(events.list(null));
    assertThat(all).hasSize(3);
    assertThat(events.read(all))
        .allSatisfy(f -> assertThat(f).isInstanceOf(Found.Present.class))
        .allSatisfy(
            f ->
                assertThat(((Found.Present<Item>) f).replica().item().title().strip())
                    .startsWith("S"));
  }

  @Test
  void match11Utf8() {
    server.addUser("zoë", "pä:ß€");
    var hers = server.addressBook("zoë", "book");
    try (var zoe =
        new DavClient(URI.create(server.url()), new Credentials.Basic("zoë", "pä:ß€"), settings)) {
      DavStore store =
          DavStore.open(zoe, Href.ofPath(hers.path()), Family.CONTACTS, new TinyCardLens());
      assertThat(store.list(null).rows()).isEmpty();
    }
  }

  /**
   * What passes by itself is nobody's trouble: a broken connection, or a status of a server that is
   * busy for a moment, is tried again three times. What stays is an error that says so, and nothing
   * else has happened.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 503})
  void match14WarningsBeforeErrors(int status) {
    fill(3);
    dials.retryAfter = "";
    dials.overloadStatus = status;
    for (int times : new int[] {1, 3}) {
      When failing = When.first(times).on("REPORT");
      dials.overload = status == 0 ? When.never() : failing;
      dials.cutBefore = status == 0 ? failing : When.never();
      assertThat(store.list(null).rows()).hasSize(3);
    }
    When stays = When.always().on("REPORT");
    dials.overload = status == 0 ? When.never() : stays;
    dials.cutBefore = status == 0 ? stays : When.never();
    server.log().clear();
    assertFails(() -> store.list(null), status == 0 ? Reason.UNREACHABLE : Reason.OVERLOADED);
    assertThat(server.log().all()).hasSize(4);
    assertThat(book.size()).isEqualTo(3);
    dials.overload = When.never();
    dials.cutBefore = When.never();
    assertThat(store.list(null).rows()).hasSize(3);
  }

  @Test
  void aDirectoryIsReadOnly() {
    book.directory(true);
    reopen();
    assertThat(store.traits().readOnly()).contains("may only read");
  }

  // ---- must improve ----

  @Test
  void improve05StatusesPagesAndHalves() {
    fill(30);
    dials.pageSize = 7;
    dials.dropFromMultiget = n -> n.equals("uid-3.vcf");
    dials.truncateXml = When.first(1).onReport("addressbook-multiget");
    Listing all = store.list(null);
    assertThat(all.rows()).hasSize(30);
    assertThat(store.read(ids(all))).hasSize(30).allMatch(f -> f instanceof Found.Present);
    // a page that never ends proves nothing
    dials.pageSize = 0;
    dials.dropRow = n -> true;
    assertThat(store.list(all.next()).removed()).isEmpty();
  }

  @Test
  void improve06TokensForTasks() {
    var list = server.taskList("alice", "to do");
    Sample sample = Sample.tasks();
    Href at = Href.ofPath(list.path());
    DavStore tasks = DavStore.open(client, at, Family.TASKS, sample.lens());
    list.put("a.ics", sample.lens().create(sample.a(), ""));
    Checkpoint before = Objects.requireNonNull(tasks.list(null).next());
    list.put("b.ics", sample.lens().create(sample.b(), ""));
    Listing changes = tasks.list(before);
    assertThat(changes.scope()).isEqualTo(Listing.Scope.CHANGES);
    assertThat(changes.rows()).hasSize(1);
    list.expireTokens();
    list.delete("a.ics");
    Listing all = tasks.list(before);
    assertThat(all.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(all.rows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void improve07PassingFailures(int status) {
    fill(3);
    dials.overloadStatus = status;
    dials.retryAfter = "";
    dials.overload = When.first(2).on("PROPFIND", "REPORT", "GET");
    assertThat(store.list(null).rows()).hasSize(3);
    dials.overload = When.always();
    dials.retryAfter = "120";
    dials.overloadStatus = 503;
    server.log().clear();
    assertThatThrownBy(() -> store.list(null))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.OVERLOADED);
              assertThat(Objects.requireNonNull(e.retryAfter()).toSeconds()).isEqualTo(120);
            });
    assertThat(server.log().all()).hasSize(1);
    fill(2000);
    server.log().clear();
    List<ItemId> many = java.util.stream.IntStream.range(0, 2000).mapToObj(this::id).toList();
    assertFails(() -> store.read(many), Reason.OVERLOADED, "120 s");
    assertThat(server.log().all().size()).isLessThanOrEqualTo(settings.parallel() + 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void improve08Redirects(int status) {
    fill(2);
    dials.redirectStatus = status;
    dials.redirectFrom = "/old/";
    dials.redirectTo = "/dav/";
    dials.redirect = When.always();
    Href old = Href.ofPath(book.path().replace("/dav/", "/old/"));
    assertThat(Discovery.collection(client, old)).isPresent();
    try (EmbeddedDavServer other = EmbeddedDavServer.start().addUser("alice", "pw")) {
      other.addressBook("alice", "book");
      dials.redirectFrom = "/dav/";
      dials.redirectTo = other.url() + "dav/";
      assertFails(() -> store.list(null), Reason.UNAUTHORIZED, "configured address only");
      assertThatThrownBy(() -> store.write(List.of(create("uid-9"))))
          .isInstanceOf(StoreException.class);
      assertThat(other.log().all()).isNotEmpty().noneMatch(r -> r.authorized() || r.isWrite());
    }
  }

  @ParameterizedTest
  @EnumSource(Dials.Components.class)
  void improve10ComponentSets(Dials.Components says) {
    server.calendar("alice", "work");
    dials.components = says;
    Set<Family> kind =
        discovered().stream().filter(c -> c.name().equals("work")).findFirst().orElseThrow().kind();
    assertThat(kind)
        .isEqualTo(
            says == Dials.Components.AS_MADE
                ? Set.of(Family.EVENTS)
                : Set.of(Family.EVENTS, Family.TASKS));
  }

  @Test
  void improve10AbsolutePrincipals() {
    dials.hrefs = Dials.HrefStyle.ABSOLUTE;
    server.calendar("alice", "work");
    assertThat(names(discovered())).containsExactlyInAnyOrder("book", "work");
    assertThat(discovered()).allMatch(c -> c.url().startsWith(server.url() + "dav/"));
  }

  @Test
  void improve12PlainWords() {
    dials.maxResourceSize = 100;
    assertThat(refusal()).contains("larger than the server allows").contains("max-resource-size");
    dials.maxResourceSize = 1_000_000;
    book.readOnly(true);
    assertThat(refusal()).contains("no right to do this");
    book.readOnly(false);
    dials.refuse = When.always().on("PUT");
    dials.refuseStatus = 507;
    assertThat(refusal()).contains("no room left");
    dials.refuseStatus = 413;
    assertThat(refusal()).contains("larger than the server allows");
    dials.refuseStatus = 415;
    assertThat(refusal()).contains("this kind of content");
    dials.refuseStatus = 403;
    assertThat(refusal()).contains("does not allow it");
  }

  private String refusal() {
    Written outcome = store.write(List.<Effect<Item>>of(create("uid-1"))).getFirst();
    assertThat(outcome).isInstanceOf(Written.Refused.class);
    return ((Written.Refused) outcome).reason();
  }

  // ---- new collections ----

  @ParameterizedTest
  @EnumSource(Dials.MakeAgain.class)
  void aNewCollectionFindsAnotherName(Dials.MakeAgain style) {
    dials.makeAgain = style;
    // somebody makes one of this name between our look and our request
    dials.cutBefore =
        r -> {
          if (r.method().equals("MKCOL") && server.collections("alice").size() == 1) {
            server.addressBook("alice", "buro-team");
          }
          return false;
        };
    DavCollection made = NewCollection.make(client, "Büro/Team", Family.CONTACTS);
    assertThat(made.name()).isEqualTo("Büro/Team");
    assertThat(made.href().name()).isEqualTo("buro-team-2");
    assertThat(server.collections("alice")).hasSize(3);
  }

  @Test
  void aNameThatIsNotTakenIsSetAfterwards() {
    dials.dropOnMake = name -> name.equals("displayname");
    assertThat(NewCollection.make(client, "Büro/Team", Family.CONTACTS).name())
        .isEqualTo("Büro/Team");
    assertThat(NewCollection.make(client, "Arbeit", Family.EVENTS).name()).isEqualTo("Arbeit");
  }
}
