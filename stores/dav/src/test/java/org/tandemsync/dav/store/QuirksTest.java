package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.CollectionBackup;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.Rewriting;
import org.tandemsync.testkit.server.When;

/** What real servers do otherwise; docs/quirks.md says which. */
class QuirksTest extends BookOnServer {

  // ---- connections ----

  @Test
  void aServerWithFewWorkersGetsEverythingOnce() {
    dials.workers = 3;
    List<Written> outcomes = store.write(creates(40));
    dials.workers = 0;
    for (int i = 0; i < 40; i++) {
      if (outcomes.get(i) instanceof Written.Done) {
        assertThat(book.names()).contains("uid-" + i + ".vcf");
      }
    }
    List<Effect<Item>> rest =
        creates(40).stream()
            .filter(e -> !(outcomes.get(creates(40).indexOf(e)) instanceof Written.Done))
            .toList();
    if (!rest.isEmpty()) {
      store.write(rest);
    }
    assertThat(book.names()).hasSize(40);
  }

  @Test
  void aConnectionForEachRequest() {
    fill(3);
    try (var once =
        new org.tandemsync.dav.client.DavClient(
            java.net.URI.create(server.url()),
            new org.tandemsync.dav.client.Credentials.Basic("alice", "pw"),
            settings.withoutKeepAlive())) {
      assertThat(open(once).list(null).rows()).hasSize(3);
    }
  }

  /** sogod: no chunks, no Expect, a content type for every XML, a User-Agent for lists. */
  @Test
  void nothingIsAskedThatServersAreKnownToGetWrong() {
    Quirks.SOGO.apply(dials);
    reopen();
    fill(3);
    Checkpoint before = checkpoint();
    assertThat(store.write(creates(5)).subList(3, 5)).allMatch(w -> w instanceof Written.Done);
    store.list(before);
    store.read(List.of(id(0), id(1)));
    store.write(List.of(rename(id(0), revision(id(0)), "uid-0", "New")));
    store.write(List.of(new Effect.Delete<>(id(1), revision(id(1)), "x")));
    assertThat(server.log().all())
        .allSatisfy(
            r -> {
              assertThat(r.method()).isIn("PROPFIND", "REPORT", "GET", "PUT", "DELETE");
              assertThat(r.report()).isIn("", "sync-collection", "addressbook-multiget");
              assertThat(r.userAgent()).startsWith("Tandem/");
              assertThat(r.depth()).isNotEqualTo("infinity");
              assertThat(r.ifMatch()).isNotEqualTo("*");
              assertThat(r.method().equals("GET") && !r.ifNoneMatch().isEmpty()).isFalse();
              assertThat(r.status()).isNotIn(400, 503);
            });
  }

  /** A listing that hides a member's new name shows a move as a deletion. */
  @Test
  void whatWasMovedAndIsNotListedIsNotMadeAgain() {
    fill(2);
    book.delete("uid-0.vcf");
    book.put("moved.vcf", text("uid-0", "Name 0"));
    dials.dropRow = "moved.vcf"::equals;
    Stamp again = new Stamp(stamp("uid-0").link(), 2);
    Effect.Create<Item> create = new Effect.Create<>("uid-0", card("uid-0", "New"), again, "New");
    assertThat(store.write(List.of(create)))
        .singleElement()
        .isInstanceOfSatisfying(
            Written.Exists.class, exists -> assertThat(exists.at()).isEqualTo(id("moved.vcf")));
    assertThat(book.names()).containsExactlyInAnyOrder("moved.vcf", "uid-1.vcf");
    assertThat(store.locate(List.of(create))).containsOnlyKeys(again);
    Effect.Create<Item> gone =
        new Effect.Create<>("uid-9", card("uid-9", "New"), new Stamp(again.link(), 2), "New");
    assertThat(store.write(List.of(gone))).singleElement().isInstanceOf(Written.Done.class);
  }

  /** It cannot be told: then it is not made a second time. */
  @Test
  void whatMayHaveBeenMovedIsNotMadeWhileTheServerIsInTrouble() {
    fill(1);
    Stamp again = new Stamp(stamp("uid-9").link(), 2);
    Effect.Create<Item> create = new Effect.Create<>("uid-9", card("uid-9", "New"), again, "New");
    dials.refuse = When.always().on("REPORT");
    dials.refuseStatus = 504;
    assertThat(store.write(List.of(create))).singleElement().isInstanceOf(Written.NotDone.class);
    dials.refuseStatus = 501;
    assertThat(store.write(List.of(create))).singleElement().isInstanceOf(Written.Done.class);
  }

  /** Xandikos fails with 500 at each question about cards. */
  @Test
  void whatIsGoneIsMadeAgainWhereQuestionsAlwaysFail() {
    fill(1);
    Stamp again = new Stamp(stamp("uid-9").link(), 2);
    dials.refuse = When.always().on("REPORT");
    dials.refuseStatus = 500;
    Effect.Create<Item> create = new Effect.Create<>("uid-9", card("uid-9", "New"), again, "New");
    assertThat(store.write(List.of(create))).singleElement().isInstanceOf(Written.Done.class);
  }

  /** A request of an earlier run that arrives late has made it, under another stamp. */
  @Test
  void whatIsAtTheNameOfSomethingNewIsLocatedWhateverItsStamp() {
    fill(1);
    Effect.Create<Item> create =
        new Effect.Create<>(
            "uid-0", card("uid-0", "Name 0"), new Stamp(stamp("uid-7").link(), 1), "Name 0");
    assertThat(store.write(List.of(create))).singleElement().isInstanceOf(Written.Exists.class);
    assertThat(store.locate(List.of(create))).containsOnlyKeys(create.stamp());
  }

  // ---- a web page instead of an answer ----

  @Test
  void aLoginPageIsNoProofThatSomethingWasWritten() {
    fill(1);
    Revision seen = revision(id(0));
    dials.loginPage = When.always().on("PUT", "DELETE");
    assertFails(() -> store.write(List.of(create("uid-9"))), Reason.DAMAGED, "text/html");
    assertFails(
        () -> store.write(List.of(new Effect.Delete<>(id(0), seen, "x"))),
        Reason.DAMAGED,
        "sign in");
    assertFails(
        () -> store.write(List.of(rename(id(0), seen, "uid-0", "New"))), Reason.DAMAGED, "PUT");
    assertThat(server.log().count("PUT")).isEqualTo(2);
  }

  @Test
  void aLoginPageInTheMiddleStopsTheWritesAndWhatWasDoneCounts() {
    dials.loginPage = When.always().where(r -> book.size() >= 5);
    List<Written> outcomes = store.write(creates(40));
    assertThat(outcomes.stream().filter(w -> w instanceof Written.Done).count())
        .isEqualTo(book.size());
    assertThat(outcomes.stream().filter(w -> w instanceof Written.NotDone).count())
        .isGreaterThan(20);
    assertThat(server.log().count("PUT")).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLoginPageIsNeitherAListingNorAnItem(boolean syncCollection) {
    fill(100);
    dials.syncCollection = syncCollection;
    reopen();
    List<ItemId> all = ids(store.list(null));
    dials.loginPage = When.always();
    server.log().clear();
    assertFails(() -> store.list(null), Reason.DAMAGED, "text/html", "sign in");
    assertFails(() -> store.read(all), Reason.DAMAGED, "text/html");
    assertFails(() -> store.read(all.subList(0, 1)), Reason.DAMAGED, "text/html");
    assertThat(server.log().all()).hasSizeLessThan(12);
  }

  // ---- names ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sp ace,ü,a@b,plus+and&,semi;colon,{brace},pct%25",
        "50%,pct%25",
        "pct%25,50%",
        "pct%25",
        "pct%,pct%25",
        "pct%25,pct%,pct%2525",
        "what?,hash#,a%3Fb",
      })
  void namesThatAreNotEscapedInSyncCollectionAreTheirs(String names) {
    Quirks.SOGO.apply(dials);
    reopen();
    List<String> all = List.of(names.split(",", -1));
    all.forEach(n -> book.put(n + ".vcf", text("uid " + n, n)));
    List<ItemId> expected = all.stream().map(n -> id(n + ".vcf")).toList();
    Listing listing = store.list(null);
    assertThat(ids(listing)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(store.read(expected)).allMatch(Found.Present.class::isInstance);
  }

  /** Both readings exist, with the same tag: nothing tells which one changed. */
  @Test
  void aNameWithTwoReadingsThatBothExistIsLookedAt() {
    Quirks.SOGO.apply(dials);
    dials.coarseTokens = 1;
    reopen();
    book.put("pct%.vcf", text("a", "A"));
    book.put("pct%25.vcf", text("b", "B"));
    Checkpoint before = checkpoint();
    book.put("pct%.vcf", text("a", "A2"));
    book.put("pct%25.vcf", text("b", "B2"));
    Checkpoint same = Objects.requireNonNull(store.list(before).next());
    book.put("pct%25.vcf", text("b", "B3"));
    Listing told = store.list(same);
    assertThat(told.rows())
        .contains(new Listing.Row(id("pct%25.vcf"), new Revision("\"gcs00000002\"")));
    Checkpoint now = Objects.requireNonNull(told.next());
    book.put("pct%.vcf", text("a", "A3"));
    // pct%.vcf can only be read literally
    assertThat(ids(store.list(now))).containsExactly(id("pct%.vcf"));
    Checkpoint last = Objects.requireNonNull(store.list(now).next());
    book.delete("pct%25.vcf");
    Listing removed = store.list(last);
    assertThat(removed.removed()).containsExactly(id("pct%25.vcf"));
    assertThat(removed.rows()).isEmpty();
  }

  @Test
  void twoReadingsWithTheSameTagAreBothLookedAt() {
    Quirks.SOGO.apply(dials);
    reopen();
    book.put("pct%.vcf", text("a", "A"));
    Checkpoint before = checkpoint();
    book.put("pct%25.vcf", text("b", "B"));
    assertThat(store.list(before).rows())
        .containsExactlyInAnyOrder(
            new Listing.Row(id("pct%.vcf"), null), new Listing.Row(id("pct%25.vcf"), null));
  }

  @Test
  void aServerMayChooseTheNameOfWhatIsNew() {
    dials.nameOnCreate = name -> "server-" + name;
    assertThat(store.write(List.of(create("uid-a"))).getFirst())
        .isEqualTo(
            new Written.Done(
                id("server-uid-a.vcf"), new Revision(book.etag("server-uid-a.vcf").orElseThrow())));
    dials.hrefs = Dials.HrefStyle.ABSOLUTE;
    assertThat(((Written.Done) store.write(List.of(create("uid-b"))).getFirst()).id())
        .isEqualTo(id("server-uid-b.vcf"));
  }

  // ---- listings ----

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEmptyCollectionMayAnswerNotFound(boolean syncCollection) {
    dials.emptyIsMissing = true;
    dials.syncCollection = syncCollection;
    reopen();
    Listing empty = store.list(null);
    assertThat(empty.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(empty.rows()).isEmpty();
    fill(2);
    assertThat(store.list(empty.next()).rows()).hasSize(2);
  }

  @Test
  void whatComesTwiceWithTheSameTagIsNoChange() {
    fill(5);
    dials.syncRepeats = 3;
    dials.statusBesideProperties = true;
    Listing all = store.list(null);
    Listing again = store.list(all.next());
    assertThat(again.scope()).isEqualTo(Listing.Scope.CHANGES);
    assertThat(again.rows()).hasSize(3).allMatch(all.rows()::contains);
    assertThat(again.removed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTokenThatCountsInSecondsIsNotTakenFromTheProperty(boolean syncCollection) {
    dials.coarseTokens = 1000;
    dials.groupdavTypes = true;
    dials.syncCollection = syncCollection;
    reopen();
    fill(3);
    Listing all = store.list(null);
    book.put("uid-1.vcf", text("uid-1", "Edited in the same second"));
    Listing changes = store.list(all.next());
    assertThat(changes.rows())
        .contains(new Listing.Row(id(1), new Revision(book.etag("uid-1.vcf").orElseThrow())));
  }

  @Test
  void aCtagThatIsTheSameSavesTheListing() {
    dials.syncCollection = false;
    reopen();
    fill(3);
    Checkpoint before = checkpoint();
    server.log().clear();
    Listing nothing = store.list(before);
    assertThat(nothing).isEqualTo(new Listing(Listing.Scope.CHANGES, List.of(), Set.of(), before));
    assertThat(server.log().all()).hasSize(1);
    book.delete("uid-1.vcf");
    Listing all = store.list(before);
    assertThat(all.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(ids(all)).containsExactlyInAnyOrder(id(0), id(2));
    assertThat(all.next()).isNotEqualTo(before);
  }

  @Test
  void whatATokenPassedOverComesToLightInAWeek() {
    fill(3);
    Checkpoint before = checkpoint();
    dials.forgetChange = "uid-1.vcf"::equals;
    book.put("uid-1.vcf", text("uid-1", "Passed over"));
    clock.updateAndGet(t -> t.plus(Duration.ofDays(3)));
    Listing lied = store.list(before);
    assertThat(lied.rows()).isEmpty();
    clock.updateAndGet(t -> t.plus(Duration.ofDays(3)));
    Listing again = store.list(lied.next());
    assertThat(again.scope()).isEqualTo(Listing.Scope.CHANGES);
    clock.updateAndGet(t -> t.plus(Duration.ofDays(2)));
    Listing all = store.list(again.next());
    assertThat(all.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(all.rows())
        .contains(new Listing.Row(id(1), new Revision(book.etag("uid-1.vcf").orElseThrow())));
    assertThat(store.list(all.next()).scope()).isEqualTo(Listing.Scope.CHANGES);
  }

  @Test
  void aServerThatCountsFromAnEarlierTokenWasPutBack() {
    fill(3);
    CollectionBackup backup = book.backup();
    book.put("uid-4.vcf", text("uid-4", "Newer"));
    Checkpoint before = checkpoint();
    book.restore(backup);
    Listing all = store.list(before);
    assertThat(all.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(all.continuity()).isEqualTo(Listing.Continuity.REVERSED);
  }

  @Test
  void aTokenThatIsNotKnownIsABreak() {
    fill(3);
    Checkpoint before = checkpoint();
    book.expireTokens();
    assertThat(store.list(before).continuity()).isEqualTo(Listing.Continuity.BROKEN);
  }

  @Test
  void whatWentWithoutAWordComesToLightInAWeek() {
    fill(3);
    CollectionBackup backup = book.backup();
    book.put("uid-4.vcf", text("uid-4", "Newer"));
    Checkpoint before = checkpoint();
    book.restore(backup);
    book.put("uid-5.vcf", text("uid-5", "After that"));
    book.delete("uid-1.vcf");
    clock.updateAndGet(t -> t.plus(Duration.ofDays(8)));
    Listing all = store.list(before);
    assertThat(all.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(all.continuity()).isEqualTo(Listing.Continuity.TOLD);
    assertThat(all.removed()).contains(id(1)).doesNotContain(id(4));
  }

  @Test
  void aNewTokenWithoutAChangeIsNoChange() {
    dials.newTokenOnPropPatch = true;
    fill(2);
    Checkpoint before = checkpoint();
    assertThat(client.setProperty(Href.ofPath(book.path()), Names.DISPLAYNAME, "Bücher <&>"))
        .matches(a -> a.isSuccess());
    assertThat(store.list(before).rows()).isEmpty();
    reopen();
    assertThat(store.traits().name()).isEqualTo("Bücher <&>");
  }

  @Test
  void membersAreNotTheCollectionItself() {
    fill(2);
    for (String tag : List.of("\"None\"", "\"4b825dc6\"", "None", "bare")) {
      dials.collectionEtag = tag;
      dials.syncCollection = false;
      reopen();
      assertThat(ids(store.list(null))).containsExactlyInAnyOrder(id(0), id(1));
    }
  }

  /** What the collection says when it is opened is enough to know that nothing has changed. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereNothingHasChangedOpeningIsTheOnlyRequest(boolean syncCollection) {
    dials.syncCollection = syncCollection;
    fill(3);
    reopen();
    Checkpoint before = checkpoint();
    server.log().clear();
    reopen();
    assertThat(store.list(before))
        .isEqualTo(new Listing(Listing.Scope.CHANGES, List.of(), Set.of(), before));
    assertThat(server.log().all()).hasSize(1);
    book.put("uid-1.vcf", text("uid-1", "New"));
    assertThat(store.list(before).rows()).as("it is asked again").isNotEmpty();
  }

  /** Where the token is a second of the clock, a second that is not long over proves nothing. */
  @Test
  void whereTokensAreSecondsThePropertyIsNotBelieved() {
    dials.groupdavTypes = true;
    fill(3);
    Checkpoint before = checkpoint();
    reopen();
    server.log().clear();
    assertThat(store.list(before).rows()).isEmpty();
    assertThat(server.log().count("REPORT")).isEqualTo(1);
  }

  /** Bodies come with the changes; where they do not, they are asked for. */
  @Test
  void aChangeIsReadWithTheListingThatNamesIt() {
    fill(5);
    Checkpoint before = checkpoint();
    book.put("uid-1.vcf", text("uid-1", "New"));
    book.put("uid-2.vcf", text("uid-2", "New too"));
    server.log().clear();
    List<ItemId> changed = ids(store.list(before));
    assertThat(store.read(changed))
        .extracting(f -> ((Found.Present<Item>) f).replica().item().title())
        .containsExactlyInAnyOrder("New", "New too");
    assertThat(server.log().all()).hasSize(1);
    // only once, and never for a write
    book.put("uid-1.vcf", text("uid-1", "Newer"));
    assertThat(((Found.Present<Item>) store.read(List.of(id(1))).getFirst()).replica().item())
        .isEqualTo(card("uid-1", "Newer"));
    store.list(before);
    book.put("uid-2.vcf", text("uid-2", "Newest"));
    Revision listed = revision(id(2));
    assertThat(store.write(List.of(rename(id(2), listed, "uid-2", "Blind"))).getFirst())
        .isInstanceOf(Written.Stale.class);
    store.list(before);
    book.delete("uid-1.vcf");
    store.list(before);
    assertThat(store.read(List.of(id(1))).getFirst()).isInstanceOf(Found.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 400, 500, 501})
  void aServerThatGivesNoBodiesWithChangesIsAskedForThem(int status) {
    fill(5);
    Checkpoint before = checkpoint();
    book.put("uid-1.vcf", text("uid-1", "New"));
    dials.bodiesInSync = status != 0;
    dials.refuseStatus = status;
    dials.refuse =
        When.always()
            .onReport("sync-collection")
            .where(r -> status != 0 && r.text().contains("address-data"));
    Listing changes = store.list(before);
    assertThat(changes.scope()).isEqualTo(Listing.Scope.CHANGES);
    assertThat(store.read(ids(changes))).hasSize(1).allMatch(f -> f instanceof Found.Present);
    server.log().clear();
    store.list(before);
    assertThat(server.log().all()).as("asked in vain once").hasSize(1);
  }

  /** Neither sync-collection nor a listing: all are asked for by their kind, without a range. */
  @ParameterizedTest
  @ValueSource(ints = {400, 403, 405, 501})
  void aServerThatListsNoMembersIsQueried(int status) {
    DavCollection calendar = server.mixedCalendar("alice", "work");
    Sample sample = Sample.events();
    calendar.put("a.ics", sample.lens().create(sample.a(), ""));
    calendar.put("t.ics", Sample.tasks().lens().create(Sample.tasks().a(), ""));
    fill(3);
    dials.syncCollection = false;
    dials.refuse =
        When.always().on("PROPFIND").where(r -> r.header("Depth").equals(Optional.of("1")));
    dials.refuseStatus = status;
    dials.queriesNameTheCollection = status == 501;
    reopen();
    Listing all = store.list(null);
    assertThat(all.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(ids(all)).containsExactlyInAnyOrder(id(0), id(1), id(2));
    assertThat(store.list(all.next()).scope()).isEqualTo(Listing.Scope.CHANGES);
    DavStore events =
        DavStore.open(client, Href.ofPath(calendar.path()), Family.EVENTS, sample.lens());
    assertThat(ids(events.list(null))).hasSize(1);
    assertThat(server.log().all()).anyMatch(r -> r.report().equals("calendar-query"));
    dials.refuse =
        When.always()
            .where(
                r ->
                    r.header("Depth").equals(Optional.of("1"))
                        && List.of("PROPFIND", "REPORT").contains(r.method()));
    assertThatThrownBy(() -> store.list(null))
        .isInstanceOf(org.tandemsync.sync.StoreException.class);
  }

  /** These are different names, and no server may be asked for one instead of another. */
  @Test
  void namesThatLookAlikeAreDifferentItems() {
    List<String> names =
        List.of(
            "a.vcf",
            "A.vcf",
            "a+b.vcf",
            "a b.vcf",
            "a%2Bb.vcf",
            "ü.vcf",
            "u\u0308.vcf",
            "%C3%BC.vcf");
    names.forEach(n -> book.put(n, text("uid of " + n, n)));
    for (boolean syncCollection : new boolean[] {true, false}) {
      for (Dials.HrefStyle style : List.of(Dials.HrefStyle.ENCODED, Dials.HrefStyle.ABSOLUTE)) {
        dials.syncCollection = syncCollection;
        dials.hrefs = style;
        reopen();
        List<ItemId> ids = ids(store.list(null));
        assertThat(ids).hasSize(names.size()).doesNotHaveDuplicates();
        assertThat(store.read(ids))
            .extracting(f -> ((Found.Present<Item>) f).replica().item().title())
            .containsExactlyInAnyOrderElementsOf(names);
      }
    }
    for (String name : names) {
      assertThat(
              store
                  .write(
                      List.of(
                          rename(id(name), revision(id(name)), "uid of " + name, "was " + name)))
                  .getFirst())
          .isInstanceOf(Written.Done.class);
      assertThat(book.get(name).orElseThrow()).contains("FN:was " + name);
    }
    assertThat(book.names()).hasSize(names.size());
  }

  // ---- lists ----

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void listsAreReadHoweverTheyAreServed(boolean asOctets) {
    dials.vlists = true;
    dials.listsAsOctets = asOctets;
    book.put("l.vlf", "BEGIN:VLIST\r\nUID:l\r\nFN:List\r\nCARD;FN=x:x.vcf\r\nEND:VLIST\r\n");
    fill(1);
    assertThat(ids(store.list(null))).contains(id("l.vlf"));
    assertThat(store.read(List.of(id(0), id("l.vlf"))).get(1)).isInstanceOf(Found.Foreign.class);
  }

  // ---- tags and conditions ----

  @ParameterizedTest
  @EnumSource(Dials.EtagStyle.class)
  void updatesAndDeletesWorkWithTagsOfAnyShape(Dials.EtagStyle style) {
    dials.etags = style;
    fill(3);
    List<Written> outcomes =
        store.write(
            List.of(
                rename(id(0), revision(id(0)), "uid-0", "New"),
                rename(id(2), revision(id(2)), "uid-2", "Also"),
                new Effect.Delete<>(id(1), revision(id(1)), "x")));
    assertThat(outcomes).allMatch(w -> w instanceof Written.Done);
    assertThat(book.names()).containsExactly("uid-0.vcf", "uid-2.vcf");
    assertThat(book.get("uid-0.vcf").orElseThrow()).contains("FN:New");
    Revision old = revision(id(0));
    book.put("uid-0.vcf", text("uid-0", "Foreign edit"));
    assertThat(
            store.write(
                List.of(
                    rename(id(0), old, "uid-0", "Blind"),
                    new Effect.Delete<>(id(2), new Revision("\"never\""), "x"))))
        .allMatch(w -> w instanceof Written.Stale);
    assertThat(book.get("uid-0.vcf").orElseThrow()).contains("Foreign edit");
  }

  @Test
  void conditionsThatAlwaysFailAreReplacedByALook() {
    fill(2);
    dials.failPrecondition = When.always().where(r -> r.header("If-Match").isPresent());
    assertThat(
            store.write(
                List.of(
                    rename(id(0), revision(id(0)), "uid-0", "New"),
                    new Effect.Delete<>(id(1), revision(id(1)), "x"))))
        .allMatch(w -> w instanceof Written.Done);
    dials.failPrecondition = When.always().on("PUT");
    assertThat(store.write(List.of(rename(id(0), revision(id(0)), "uid-0", "Newer"))).getFirst())
        .isInstanceOf(Written.NotDone.class);
    Written taken = store.write(List.of(create("uid-7"))).getFirst();
    assertThat(taken).isInstanceOf(Written.Exists.class);
    assertThat(((Written.Exists) taken).at()).isNull();
  }

  /** SOGo overwrites and deletes whatever the condition says. */
  @Test
  void whereConditionsAreNotKeptTheLookIsRightBeforeTheWrite() {
    Quirks.SOGO.apply(dials);
    reopen();
    dials.cutBefore =
        request -> {
          boolean foreign = book.names().contains("uid-39.vcf");
          if (request.method().equals("PUT") && book.size() >= 10 && !foreign) {
            book.put("uid-39.vcf", text("uid-39", "Foreign"));
          }
          return false;
        };
    List<Written> outcomes = store.write(creates(40));
    dials.cutBefore = When.never();
    assertThat(outcomes.get(39)).isInstanceOf(Written.Exists.class);
    assertThat(outcomes.subList(0, 39)).allMatch(w -> w instanceof Written.Done);
    assertThat(book.get("uid-39.vcf").orElseThrow()).contains("Foreign");
    List<Effect<Item>> deletes =
        outcomes.subList(0, 39).stream()
            .map(w -> (Written.Done) w)
            .<Effect<Item>>map(
                d -> new Effect.Delete<>(d.id(), Objects.requireNonNull(d.revision()), "x"))
            .toList();
    dials.cutBefore =
        request -> {
          if (request.method().equals("DELETE") && book.size() >= 31 && book.size() <= 35) {
            book.put("uid-38.vcf", text("uid-38", "Edited"));
          }
          return false;
        };
    assertThat(store.write(deletes).get(38)).isInstanceOf(Written.Stale.class);
    assertThat(book.get("uid-38.vcf").orElseThrow()).contains("Edited");
  }

  /** 412, 409, or 412 in a 207: nothing is overwritten, nothing deleted, and the rest is done. */
  @ParameterizedTest
  @EnumSource(Dials.FailedCondition.class)
  void aConditionThatFailsIsBelievedHoweverItIsSaid(Dials.FailedCondition style) {
    dials.failedCondition = style;
    fill(4);
    Revision changed = revision(id(0));
    Revision deleted = revision(id(1));
    Revision same = revision(id(2));
    beforeTheFirst(
        "PUT",
        () -> {
          book.put("uid-0.vcf", text("uid-0", "Foreign edit"));
          book.put("uid-1.vcf", text("uid-1", "Foreign edit"));
          book.put("uid-9.vcf", text("uid-9", "Foreign"));
        });
    List<Written> outcomes =
        store.write(
            List.of(
                rename(id(0), changed, "uid-0", "Blind"),
                create("uid-9"),
                create("uid-8"),
                rename(id(2), same, "uid-2", "New")));
    outcomes = new java.util.ArrayList<>(outcomes);
    outcomes.addAll(store.write(List.of(new Effect.Delete<>(id(1), deleted, "x"))));
    assertThat(outcomes.get(0)).isInstanceOfAny(Written.Stale.class, Written.NotDone.class);
    assertThat(outcomes.get(1)).isInstanceOfAny(Written.Exists.class, Written.NotDone.class);
    assertThat(outcomes.subList(2, 4)).allMatch(w -> w instanceof Written.Done);
    assertThat(outcomes.get(4)).isInstanceOf(Written.Stale.class);
    for (String name : List.of("uid-0.vcf", "uid-1.vcf", "uid-9.vcf")) {
      assertThat(book.get(name).orElseThrow()).contains("Foreign");
    }
  }

  /** A server that is not known for it, and is seen to overwrite: from then on like SOGo. */
  @Test
  void aServerThatIsSeenToOverwriteIsLookedAtMoreClosely() {
    dials.ignoreIfNoneMatch = true;
    beforeTheFirst("PUT", () -> book.put("uid-0.vcf", text("uid-0", "Foreign")));
    assertThat(store.write(creates(20))).allMatch(w -> w instanceof Written.Done);
    server.log().clear();
    List<Effect<Item>> more =
        java.util.stream.IntStream.range(20, 60)
            .<Effect<Item>>mapToObj(i -> create("uid-" + i))
            .toList();
    AtomicBoolean foreign = new AtomicBoolean();
    dials.cutBefore =
        request -> {
          // eight are under way at a time: no one of them need see exactly 30
          if (request.method().equals("PUT")
              && book.size() >= 30
              && foreign.compareAndSet(false, true)) {
            book.put("uid-59.vcf", text("uid-59", "Foreign"));
          }
          return false;
        };
    assertThat(store.write(more).getLast()).isInstanceOf(Written.Exists.class);
    assertThat(book.get("uid-59.vcf").orElseThrow()).contains("Foreign");
    assertThat(server.log().count("REPORT")).isEqualTo(5);
  }

  /**
   * SOGo's tag of a name that is made anew begins again: the next edit still sees what is there.
   */
  @Test
  void aTagThatBeginsAgainOverwritesNothingBlindly() {
    dials.etags = Dials.EtagStyle.COUNTED;
    fill(1);
    Revision seen = revision(id(0));
    book.delete("uid-0.vcf");
    book.put("uid-0.vcf", text("uid-0", "Another").replace("NICKNAME:n", "NICKNAME:other"));
    store.write(List.of(rename(id(0), seen, "uid-0", "New")));
    assertThat(book.get("uid-0.vcf").orElseThrow()).contains("NICKNAME:other").contains("FN:New");
  }

  // ---- bodies ----

  @ParameterizedTest
  @EnumSource(Dials.InvalidBody.class)
  void aBodyThatTheServerCannotReadIsRefusedAndNotGone(Dials.InvalidBody style) {
    fill(1);
    dials.invalidBody = style;
    dials.escapedUrlsInErrors = style == Dials.InvalidBody.MULTISTATUS;
    DavStore broken =
        DavStore.open(
            client,
            Href.ofPath(book.path()),
            Family.CONTACTS,
            new FixedLens("no card at all", ".vcf"));
    List<Written> outcomes =
        broken.write(List.of(create("uid-9"), rename(id(0), revision(id(0)), "uid-0", "New")));
    assertThat(outcomes).allMatch(w -> w instanceof Written.Refused);
    assertThat(book.names()).containsExactly("uid-0.vcf");
  }

  /** SOGo: a UID in another calendar of the user is taken; that is no item of this one. */
  @Test
  void aUidThatAnotherCalendarHasIsTakenByNobodyHere() {
    Quirks.SOGO.apply(dials);
    Sample sample = Sample.events();
    String body = sample.lens().create(sample.a(), "");
    server.calendar("alice", "private").put("p.ics", body);
    DavCollection calendar = server.calendar("alice", "work");
    DavStore events =
        DavStore.open(client, Href.ofPath(calendar.path()), Family.EVENTS, sample.lens());
    Effect.Create<Item> create = new Effect.Create<>(sample.a().uid(), sample.a(), stamp("a"), "x");
    Written outcome = events.write(List.of(create)).getFirst();
    assertThat(outcome).isInstanceOf(Written.Exists.class);
    assertThat(((Written.Exists) outcome).at()).isNull();
    assertThat(events.locate(List.of(create))).isEmpty();
    assertThat(calendar.names()).isEmpty();
  }

  /** SOGo: an item is moved to another name between our look and our write. */
  @Test
  void anItemThatIsRenamedMeanwhileIsNotWritten() {
    Quirks.SOGO.apply(dials);
    Sample sample = Sample.events();
    DavCollection calendar = server.calendar("alice", "work");
    String body = sample.lens().create(sample.a(), "");
    calendar.put("a.ics", body);
    DavStore events =
        DavStore.open(client, Href.ofPath(calendar.path()), Family.EVENTS, sample.lens());
    ItemId id = ids(events.list(null)).getFirst();
    Found.Present<Item> seen = (Found.Present<Item>) events.read(List.of(id)).getFirst();
    beforeTheFirst(
        "PUT",
        () -> {
          calendar.delete("a.ics");
          calendar.put("b.ics", body);
        });
    assertThat(events.write(List.of(retitled(id, seen, "Later"))).getFirst())
        .isNotInstanceOf(Written.Done.class);
    assertThat(calendar.bodies()).containsExactly(java.util.Map.entry("b.ics", body));
    assertThat(events.read(List.of(id)).getFirst()).isInstanceOf(Found.Absent.class);
  }

  @Test
  void aPutWithoutATagIsReadAgain() {
    dials.etagOnPut = false;
    dials.rewrite = text -> text.replace("FN:", "FN:Dr. ");
    assertThat(store.write(List.of(create("uid-0"))).getFirst())
        .isEqualTo(new Written.Done(id(0), null));
    assertThat(store.list(null).rows()).allMatch(r -> r.revision() != null);
    Found.Present<Item> now = (Found.Present<Item>) store.read(List.of(id(0))).getFirst();
    assertThat(((Contact) now.replica().item()).fullName()).isEqualTo("Dr. Name uid-0");
  }

  /** RFC 8144: what the server made of it comes back at once. */
  @Test
  void aServerMayShowWhatItMadeOfABody() {
    dials.representation = true;
    Written.Done same = (Written.Done) store.write(List.of(create("uid-0"))).getFirst();
    assertThat(same.revision()).isEqualTo(new Revision(book.etag("uid-0.vcf").orElseThrow()));
    dials.rewrite = text -> text.replace("FN:", "FN:Dr. ");
    assertThat(store.write(List.of(create("uid-1"))).getFirst())
        .as("it has to be read: nobody has seen it as it is now")
        .isEqualTo(new Written.Done(id(1), null));
    assertThat(store.write(List.of(rename(id(0), revision(id(0)), "uid-0", "New"))).getFirst())
        .isEqualTo(new Written.Done(id(0), null));
    dials.rewrite = text -> text;
    assertThat(
            ((Written.Done)
                    store
                        .write(List.of(rename(id(0), revision(id(0)), "uid-0", "Newer")))
                        .getFirst())
                .revision())
        .isEqualTo(new Revision(book.etag("uid-0.vcf").orElseThrow()));
  }

  /** RFC 6638 3.2.10: an attendee answers between our look and our write. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersOfAttendeesThatComeInBetweenStay(boolean announced) {
    dials.scheduleTags = announced;
    DavCollection calendar = server.calendar("alice", "work");
    Sample sample = Sample.events();
    String meeting = sample.lens().create(sample.a(), "");
    calendar.put("a.ics", meeting);
    DavStore events =
        DavStore.open(client, Href.ofPath(calendar.path()), Family.EVENTS, sample.lens());
    ItemId id = ids(events.list(null)).getFirst();
    Found.Present<Item> seen = (Found.Present<Item>) events.read(List.of(id)).getFirst();
    beforeTheFirst(
        "PUT",
        () ->
            calendar.answered(
                "a.ics", meeting.replace("END:VEVENT", "X-ANSWER:yes\r\nEND:VEVENT")));
    Written outcome = events.write(List.of(retitled(id, seen, "Later"))).getFirst();
    if (!announced) {
      assertThat(outcome).isEqualTo(new Written.Stale());
      return;
    }
    assertThat(outcome).as("nobody has seen the answer yet").isEqualTo(new Written.Done(id, null));
    assertThat(calendar.get("a.ics").orElseThrow())
        .contains("SUMMARY:Later")
        .contains("X-ANSWER:yes");
  }

  @Test
  void anEditOfAPersonThatComesInBetweenIsNotOverwritten() {
    dials.scheduleTags = true;
    DavCollection calendar = server.calendar("alice", "work");
    Sample sample = Sample.events();
    calendar.put("a.ics", sample.lens().create(sample.a(), ""));
    DavStore events =
        DavStore.open(client, Href.ofPath(calendar.path()), Family.EVENTS, sample.lens());
    ItemId id = ids(events.list(null)).getFirst();
    Found.Present<Item> seen = (Found.Present<Item>) events.read(List.of(id)).getFirst();
    String edited =
        calendar.get("a.ics").orElseThrow().replace("END:VEVENT", "X-EDIT:1\r\nEND:VEVENT");
    beforeTheFirst("PUT", () -> calendar.put("a.ics", edited));
    assertThat(events.write(List.of(retitled(id, seen, "Blind"))).getFirst())
        .isEqualTo(new Written.Stale());
    assertThat(calendar.get("a.ics")).contains(edited);
  }

  /** SOGo: an answer changes the organizer's copy, the organizer's change asks again. */
  @Test
  void aServerThatSchedulesByItselfIsFollowed() {
    Quirks.SOGO.apply(dials);
    server.addUser("bob", "bobpw");
    DavCollection hers = server.calendar("alice", "personal");
    DavCollection his = server.calendar("bob", "personal");
    Sample sample = Sample.events();
    String people =
        "ORGANIZER:mailto:alice@example.org\r\n"
            + "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bob@example.org\r\nEND:VEVENT";
    String meeting = sample.lens().create(sample.a(), "").replace("END:VEVENT", people);
    Href hersAt = Href.ofPath(hers.path());
    DavStore alice = DavStore.open(client, hersAt, Family.EVENTS, sample.lens());
    Checkpoint before = Objects.requireNonNull(alice.list(null).next());
    DavStore asSent = DavStore.open(client, hersAt, Family.EVENTS, new FixedLens(meeting, ".ics"));
    assertThat(asSent.write(List.of(create("uid-a"))).getFirst()).isInstanceOf(Written.Done.class);
    assertThat(his.names()).containsExactly("uid-a.ics");
    ItemId id = ids(alice.list(before)).getFirst();
    Revision asMade = revision(alice, id);
    try (var bob =
        new org.tandemsync.dav.client.DavClient(
            java.net.URI.create(server.url()),
            new org.tandemsync.dav.client.Credentials.Basic("bob", "bobpw"),
            settings)) {
      String yes = his.get("uid-a.ics").orElseThrow().replace("NEEDS-ACTION", "ACCEPTED");
      bob.put(
          Href.ofPath(his.path()).member("uid-a.ics"),
          new org.tandemsync.dav.client.Condition.None(),
          yes.getBytes(java.nio.charset.StandardCharsets.UTF_8),
          "text/calendar; charset=utf-8");
    }
    // the answer is a change of the item that she made
    assertThat(ids(alice.list(before))).containsExactly(id);
    Found.Present<Item> answered = (Found.Present<Item>) alice.read(List.of(id)).getFirst();
    assertThat(((Appointment) answered.replica().item()).attendees())
        .anyMatch(a -> a.toString().contains("ACCEPTED"));
    Effect.Update<Item> stale =
        new Effect.Update<>(
            id, asMade, answered.replica().item(), Set.of("subject"), stamp("x"), "x");
    assertThat(alice.write(List.of(stale)).getFirst()).isEqualTo(new Written.Stale());
    // her change is brought to him, and he is asked again
    assertThat(alice.write(List.of(retitled(id, answered, "Moved"))).getFirst())
        .isInstanceOf(Written.Done.class);
    assertThat(his.get("uid-a.ics").orElseThrow()).contains("SUMMARY:Moved", "NEEDS-ACTION");
    Found.Present<Item> now = (Found.Present<Item>) alice.read(List.of(id)).getFirst();
    assertThat(((Appointment) now.replica().item()).meeting().sequence()).isPositive();
    Revision last = Objects.requireNonNull(now.replica().revision());
    assertThat(alice.write(List.of(new Effect.Delete<>(id, last, "x"))).getFirst())
        .isInstanceOf(Written.Done.class);
    assertThat(his.names()).isEmpty();
  }

  private static Revision revision(DavStore in, ItemId id) {
    Found.Present<Item> found = (Found.Present<Item>) in.read(List.of(id)).getFirst();
    return Objects.requireNonNull(found.replica().revision());
  }

  private void beforeTheFirst(String method, Runnable meanwhile) {
    AtomicBoolean done = new AtomicBoolean();
    dials.cutBefore =
        request -> {
          if (request.method().equals(method)) {
            synchronized (done) { // what is sent at the same time comes after it
              if (!done.getAndSet(true)) {
                meanwhile.run();
              }
            }
          }
          return false;
        };
  }

  private static Effect<Item> retitled(ItemId id, Found.Present<Item> seen, String title) {
    Item item = ((Appointment) seen.replica().item()).toBuilder().subject(title).build();
    return new Effect.Update<>(
        id,
        Objects.requireNonNull(seen.replica().revision()),
        item,
        Set.of("subject"),
        stamp("x"),
        title);
  }

  @Test
  void textAfterACommaStays() {
    dials.rewrite = Rewriting.losesTextAfterBareCommas();
    DavCollection calendar = server.calendar("alice", "work");
    Sample sample = Sample.events();
    DavStore events =
        DavStore.open(client, Href.ofPath(calendar.path()), Family.EVENTS, sample.lens());
    Written.Done done =
        (Written.Done)
            events
                .write(List.of(new Effect.Create<>("uid-a", sample.a(), stamp("uid-a"), "x")))
                .getFirst();
    Found.Present<Item> read = (Found.Present<Item>) events.read(List.of(done.id())).getFirst();
    assertThat(read.replica().item().title()).contains("Grüße, alle");
  }

  @ParameterizedTest
  @CsvSource({"\"Sync me, please\"", "'basic realm=\"SOGo\"'", "''"})
  void whateverTheChallengeIsAWrongPasswordIsSaidSo(String challenge) {
    dials.challenge = challenge;
    try (var wrong = client("wrong")) {
      assertFails(() -> open(wrong), Reason.UNAUTHORIZED, "user name and password");
    }
  }

  @Test
  void somebodyElsesCollectionIsNotEmpty() {
    server.addUser("bob", "x");
    DavCollection bobs = server.addressBook("bob", "his");
    assertThatThrownBy(
            () ->
                DavStore.open(
                    client, Href.ofPath(bobs.path()), Family.CONTACTS, new TinyCardLens()))
        .isInstanceOf(org.tandemsync.sync.StoreException.class);
  }
}
