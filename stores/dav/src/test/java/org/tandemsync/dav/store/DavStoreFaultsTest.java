package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.dav.client.Href;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.EmbeddedDavServer;
import org.tandemsync.testkit.server.When;

/** What becomes of an address book on a server that fails in some way. */
class DavStoreFaultsTest {
  private static final DavSettings SETTINGS =
      DavSettings.usual(InstantSource.system())
          .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));

  private final EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "pw");
  private final DavCollection book = server.addressBook("alice", "book");
  private final Dials dials = server.dials();
  private final DavClient client = client("pw");
  private final DavStore store = open(client);

  private DavClient client(String password) {
    return new DavClient(
        URI.create(server.url()), new Credentials.Basic("alice", password), SETTINGS);
  }

  private DavStore open(DavClient with) {
    return DavStore.open(with, Href.ofPath(book.path()), Family.CONTACTS, new TinyCardLens());
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  // ---- small words ----

  private static Item card(String uid, String name) {
    return Contact.builder().uid(uid).fullName(name).nickname("n").build();
  }

  private static Stamp stamp(String uid) {
    return new Stamp(new LinkId("link-" + uid), 1);
  }

  private static Effect.Create<Item> create(String uid) {
    return new Effect.Create<>(uid, card(uid, "Name " + uid), stamp(uid), "Name " + uid);
  }

  private static List<Effect<Item>> creates(int count) {
    return IntStream.range(0, count).<Effect<Item>>mapToObj(i -> create("uid-" + i)).toList();
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      Item item = card("uid-" + i, "Name " + i);
      book.put("uid-" + i + ".vcf", new TinyCardLens().create(item, ""));
    }
  }

  private ItemId id(int i) {
    return new ItemId(book.path() + "uid-" + i + ".vcf");
  }

  private Revision revision(ItemId id) {
    Replica<Item> replica = ((Found.Present<Item>) store.read(List.of(id)).getFirst()).replica();
    return Objects.requireNonNull(replica.revision());
  }

  private Effect.Update<Item> rename(ItemId id, Revision seen, String uid, String name) {
    return new Effect.Update<>(id, seen, card(uid, name), Set.of("full-name"), stamp(uid), name);
  }

  private static void assertFails(ThrowingCallable call, Reason reason, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .message()
        .doesNotContain("pw")
        .satisfies(m -> assertThat(List.of(words)).allMatch(m::contains));
  }

  // ---- lost answers ----

  @Test
  void aCreateWhoseAnswerIsLostIsDoneOnce() {
    dials.loseAnswer = When.first(1).on("PUT");
    Written outcome = store.write(List.of(create("uid-a"))).getFirst();
    // Somebody may have edited it since: no revision is claimed.
    assertThat(outcome).isEqualTo(new Written.Done(new ItemId(book.path() + "uid-a.vcf"), null));
    assertThat(book.names()).containsExactly("uid-a.vcf");
    assertThat(server.log().count("PUT")).isEqualTo(1);
  }

  @Test
  void aCreateThatNeverArrivedIsSentAgain() {
    dials.cutBefore = When.first(1).on("PUT");
    assertThat(store.write(List.of(create("uid-a"))).getFirst()).isInstanceOf(Written.Done.class);
    assertThat(book.names()).containsExactly("uid-a.vcf");
  }

  @Test
  void anUpdateWhoseAnswerIsLostIsDoneOnce() {
    fill(1);
    Revision seen = revision(id(0));
    dials.loseAnswer = When.first(1).on("PUT");
    assertThat(store.write(List.of(rename(id(0), seen, "uid-0", "New"))).getFirst())
        .isEqualTo(new Written.Done(id(0), null));
    assertThat(book.get("uid-0.vcf").orElseThrow()).contains("FN:New");
    assertThat(server.log().count("PUT")).isEqualTo(1);
  }

  @Test
  void aDeleteWhoseAnswerIsLostIsDone() {
    fill(1);
    Revision seen = revision(id(0));
    dials.loseAnswer = When.first(1).on("DELETE");
    assertThat(store.write(List.of(new Effect.Delete<>(id(0), seen, "x"))).getFirst())
        .isInstanceOf(Written.Done.class);
    assertThat(book.names()).isEmpty();
  }

  @Test
  void whatCannotBeToldIsUnknownAndFoundByItsStamp() {
    dials.loseAnswer = When.always().on("PUT");
    dials.cutBefore = When.always().on("GET", "REPORT").where(r -> book.size() > 0);
    assertThat(store.write(List.of(create("uid-a"))).getFirst())
        .isInstanceOf(Written.Unknown.class);
    dials.cutBefore = When.never();
    assertThat(store.locate(List.of(create("uid-a"), create("uid-b"))))
        .containsOnlyKeys(stamp("uid-a"));
  }

  @Test
  void silenceAfterAWriteIsUnknownAndStopsTheRest() {
    dials.delay = Duration.ofSeconds(2);
    dials.slow = When.always().on("PUT");
    Duration brief = Duration.ofMillis(700);
    DavClient hasty =
        new DavClient(
            URI.create(server.url()),
            new Credentials.Basic("alice", "pw"),
            SETTINGS.withTimeouts(brief, brief, brief));
    DavStore store = open(hasty);
    List<Written> outcomes = store.write(creates(12));
    assertThat(outcomes).anyMatch(o -> o instanceof Written.Unknown);
    assertThat(outcomes).anyMatch(o -> o instanceof Written.NotDone);
    assertThat(outcomes).noneMatch(o -> o instanceof Written.Done);
    dials.slow = When.never();
    assertFails(() -> store.list(null), Reason.UNREACHABLE, "did not answer in time");
    assertThat(store.list(null).scope()).isEqualTo(Listing.Scope.COMPLETE);
    hasty.close();
  }

  @Test
  void everyThirdConnectionBreaksAndEveryOutcomeIsTrue() {
    dials.cutBefore = When.every(3);
    List<Written> outcomes = store.write(creates(40));
    dials.cutBefore = When.never();
    assertThat(outcomes)
        .allMatch(o -> o instanceof Written.Done || o instanceof Written.Unknown)
        .anyMatch(o -> o instanceof Written.Done);
    for (int i = 0; i < 40; i++) {
      if (outcomes.get(i) instanceof Written.Done) {
        assertThat(book.names()).contains("uid-" + i + ".vcf");
      }
    }
    assertThat(book.names()).doesNotHaveDuplicates();
  }

  // ---- refusals ----

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 413, 415, 422, 507})
  void aRefusedItemStopsNoOther(int status) {
    dials.refuse = When.always().on("PUT").where(r -> r.path().endsWith("uid-1.vcf"));
    dials.refuseStatus = status;
    List<Written> outcomes = store.write(creates(3));
    assertThat(outcomes.get(0)).isInstanceOf(Written.Done.class);
    assertThat(outcomes.get(1)).isInstanceOf(Written.Refused.class);
    assertThat(((Written.Refused) outcomes.get(1)).reason()).contains(String.valueOf(status));
    assertThat(outcomes.get(2)).isInstanceOf(Written.Done.class);
  }

  @ParameterizedTest
  @EnumSource(Dials.UidConflict.class)
  void aUidThatIsTakenUnderAnotherNameExists(Dials.UidConflict conflict) {
    dials.uidConflict = conflict;
    DavCollection calendar = server.calendar("alice", "work");
    String event =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:uid-a\r\n"
            + "DTSTAMP:20261122T000000Z\r\nDTSTART:20261122T100000Z\r\nEND:VEVENT\r\n"
            + "END:VCALENDAR\r\n";
    calendar.put("other.ics", event);
    DavStore events =
        DavStore.open(
            client, Href.ofPath(calendar.path()), Family.EVENTS, new FixedLens(event, ".ics"));
    Written outcome = events.write(List.of(create("uid-a"))).getFirst();
    if (conflict == Dials.UidConflict.ALLOWED) {
      assertThat(outcome).isInstanceOf(Written.Done.class);
      return;
    }
    assertThat(outcome).isInstanceOf(Written.Exists.class);
    ItemId at = ((Written.Exists) outcome).at();
    // RFC 4791 5.3.2.1: the condition names the item that has it; others just refuse
    boolean named =
        conflict == Dials.UidConflict.FORBIDDEN || conflict == Dials.UidConflict.CONFLICT;
    assertThat(at).isEqualTo(named ? new ItemId(calendar.path() + "other.ics") : null);
    assertThat(calendar.names()).containsExactly("other.ics");
  }

  /** Google asks with 403. */
  @ParameterizedTest
  @ValueSource(ints = {429, 403})
  void aServerThatAsksForAPauseGetsIt(int status) {
    dials.overload = When.always().on("PUT");
    dials.overloadStatus = status;
    dials.retryAfter = "90";
    assertThatThrownBy(() -> store.write(creates(30)))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.OVERLOADED);
              assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(90));
            });
    assertThat(server.log().count("PUT")).isLessThanOrEqualTo(8);
  }

  @Test
  void whatWasDoneBeforeThePauseIsNotForgotten() {
    dials.overload = When.every(1).on("PUT").where(r -> book.size() >= 5);
    List<Written> outcomes = store.write(creates(30));
    long done = outcomes.stream().filter(o -> o instanceof Written.Done).count();
    assertThat(done).isEqualTo(book.size()).isGreaterThanOrEqualTo(5);
    assertThat(outcomes.stream().filter(o -> o instanceof Written.NotDone).count())
        .isEqualTo(30 - done);
    assertFails(() -> store.write(creates(1)), Reason.OVERLOADED, "asks for a pause");
  }

  @Test
  void aWrongPasswordIsSaidSo() {
    try (DavClient wrong = client("wrong")) {
      assertFails(() -> open(wrong), Reason.UNAUTHORIZED, "user name and password", "127.0.0.1");
    }
    dials.forgetCredentials = When.always().on("PUT");
    assertFails(() -> store.write(creates(3)), Reason.UNAUTHORIZED);
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() {
    server.close();
    assertFails(() -> store.list(null), Reason.UNREACHABLE, "connection refused", "127.0.0.1");
    assertFails(() -> store.write(creates(3)), Reason.UNREACHABLE);
  }

  @Test
  void aCollectionThatIsNotThereIsNotAnEmptyOne() {
    Href nowhere = Href.ofPath("/dav/addressbooks/alice/gone/");
    assertFails(
        () -> DavStore.open(client, nowhere, Family.CONTACTS, new TinyCardLens()),
        Reason.NOT_FOUND,
        "tandem discover");
    DavStore stale =
        DavStore.open(
            client,
            org.tandemsync.dav.discovery.Discovery.collection(client, Href.ofPath(book.path()))
                .map(
                    c ->
                        new org.tandemsync.dav.discovery.DavCollection(
                            nowhere,
                            client.url(nowhere),
                            c.kind(),
                            c.name(),
                            c.color(),
                            true,
                            c.order(),
                            c.owner(),
                            c.capabilities(),
                            false,
                            false,
                            "",
                            ""))
                .orElseThrow(),
            Family.CONTACTS,
            CollectionMemory.NONE,
            c -> new TinyCardLens());
    assertFails(() -> stale.list(null), Reason.NOT_FOUND);
    assertFails(() -> stale.list(new Checkpoint("sync-token x")), Reason.NOT_FOUND);
  }

  @Test
  void aCollectionOfAnotherKindIsRefused() {
    assertFails(
        () -> DavStore.open(client, Href.ofPath(book.path()), Family.EVENTS, new TinyCardLens()),
        Reason.NOT_FOUND,
        "takes no events");
  }

  @Test
  void aReadOnlyCollectionIsNotWritten() {
    book.readOnly(true);
    DavStore readOnly = open(client);
    assertThat(readOnly.traits().readOnly()).contains("may only read");
    assertThat(readOnly.write(creates(1)).getFirst()).isInstanceOf(Written.Refused.class);
    assertThat(server.log().count("PUT")).isZero();
  }

  // ---- listings ----

  @ParameterizedTest
  @EnumSource(Dials.ExpiredToken.class)
  void anExpiredTokenIsNoLoss(Dials.ExpiredToken style) {
    fill(5);
    Checkpoint checkpoint = Objects.requireNonNull(store.list(null).next());
    book.expireTokens();
    dials.expiredToken = style;
    book.delete("uid-4.vcf");
    Listing listing = store.list(checkpoint);
    assertThat(listing.rows()).hasSize(4);
    if (listing.scope() == Listing.Scope.CHANGES) {
      assertThat(listing.removed()).contains(id(4));
    }
  }

  @Test
  void allPagesAreRead() {
    fill(25);
    dials.pageSize = 4;
    Listing all = store.list(null);
    assertThat(all.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(all.rows()).hasSize(25);
    Checkpoint checkpoint = Objects.requireNonNull(all.next());
    fill(10);
    book.delete("uid-20.vcf");
    Listing changes = store.list(checkpoint);
    assertThat(changes.scope()).isEqualTo(Listing.Scope.CHANGES);
    assertThat(changes.rows()).hasSize(10);
    assertThat(changes.removed()).containsExactly(id(20));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aListingThatIsCutShortIsNeverAListing(boolean syncCollection) {
    fill(5);
    dials.syncCollection = syncCollection;
    DavStore again = open(client);
    dials.truncateXml = When.always();
    assertFails(() -> again.list(null), Reason.DAMAGED);
    dials.truncateXml = When.never();
    dials.cutAnswer = When.always();
    assertThatThrownBy(() -> again.list(null)).isInstanceOf(StoreException.class);
  }

  @Test
  void aFailingSyncCollectionIsReplacedByAPlainListing() {
    fill(5);
    dials.refuse = When.always().onReport("sync-collection");
    dials.refuseStatus = 501;
    Listing listing = store.list(null);
    assertThat(listing.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(listing.rows()).hasSize(5);
    assertThat(Objects.requireNonNull(listing.next()).value()).startsWith("ctag ");
  }

  // ---- reading ----

  @Test
  void aMultigetThatFailsForOneResourceIsHalved() {
    fill(60);
    dials.refuse =
        When.always().onReport("addressbook-multiget").where(r -> r.text().contains("uid-17.vcf"));
    dials.refuseStatus = 500;
    List<Found<Item>> found = store.read(IntStream.range(0, 60).mapToObj(this::id).toList());
    assertThat(found).hasSize(60).allMatch(f -> f instanceof Found.Present);
    assertThat(server.log().count("GET")).isBetween(1L, 3L);
  }

  @Test
  void aMultigetThatIsCutShortIsAskedForInPieces() {
    fill(20);
    dials.truncateXml = When.first(3).onReport("addressbook-multiget");
    assertThat(store.read(IntStream.range(0, 20).mapToObj(this::id).toList()))
        .allMatch(f -> f instanceof Found.Present);
  }

  @Test
  void anAnswerAboveTheLimitIsAskedForInPiecesAndOneLargeItemIsNamed() {
    try (DavClient small =
        new DavClient(
            URI.create(server.url()),
            new Credentials.Basic("alice", "pw"),
            SETTINGS.withLimits(20_000, 12_000, 1_000_000))) {
      DavStore limited = open(small);
      List<ItemId> ids = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        String name = i == 7 ? "x".repeat(30_000) : "x".repeat(5_000);
        book.put("uid-" + i + ".vcf", new TinyCardLens().create(card("uid-" + i, name), ""));
        ids.add(id(i));
      }
      List<Found<Item>> found = limited.read(ids);
      assertThat(found.stream().filter(f -> f instanceof Found.Present)).hasSize(9);
      Found.Unreadable<Item> large = (Found.Unreadable<Item>) found.get(7);
      assertThat(large.title()).isEqualTo("uid-7.vcf");
      assertThat(large.reason()).contains("larger than 20000 bytes");
    }
  }

  @Test
  void charactersThatXmlCannotHoldAreReadAllTheSame() {
    String card = new TinyCardLens().create(card("uid-0", "form\ffeed"), "");
    book.put("uid-0.vcf", card);
    Found.Present<Item> found = (Found.Present<Item>) store.read(List.of(id(0))).getFirst();
    assertThat(((Contact) found.replica().item()).fullName()).isEqualTo("form\ffeed");
  }

  @Test
  void aBrokenResourceIsNamedAndTheOthersAreRead() {
    fill(3);
    book.put("uid-1.vcf", "no card at all");
    List<Found<Item>> found = store.read(List.of(id(0), id(1), id(2)));
    assertThat(found.get(1)).isInstanceOf(Found.Unreadable.class);
    assertThat(((Found.Unreadable<Item>) found.get(1)).title()).isEqualTo("uid-1.vcf");
    assertThat(found.get(2)).isInstanceOf(Found.Present.class);
  }

  @Test
  void whatIsNotInTheCollectionIsNeitherReadNorWritten() {
    ItemId outside = new ItemId("/dav/addressbooks/alice/other/a.vcf");
    assertThat(store.read(List.of(outside)).getFirst()).isInstanceOf(Found.Unreadable.class);
    assertThat(store.write(List.of(new Effect.Delete<>(outside, new Revision("\"1\""), "x"))))
        .allMatch(o -> o instanceof Written.NotDone);
    assertThat(server.log().count("DELETE")).isZero();
  }

  // ---- tags ----

  @Test
  void withoutTagsTheContentTells() {
    dials.etags = Dials.EtagStyle.NONE;
    fill(2);
    assertThat(store.list(null).rows()).allMatch(r -> r.revision() == null);
    Revision seen = revision(id(0));
    assertThat(seen.value()).startsWith("sha256:");
    book.put("uid-1.vcf", new TinyCardLens().create(card("uid-1", "Edited"), ""));
    List<Written> outcomes =
        store.write(
            List.of(
                rename(id(0), seen, "uid-0", "New"), rename(id(1), seen, "uid-1", "Unseen edit")));
    assertThat(outcomes.get(0)).isEqualTo(new Written.Done(id(0), null));
    assertThat(outcomes.get(1)).isEqualTo(new Written.Stale());
    assertThat(store.write(List.of(new Effect.Delete<>(id(1), seen, "x"))).getFirst())
        .isEqualTo(new Written.Stale());
    assertThat(store.write(List.of(new Effect.Delete<>(id(1), revision(id(1)), "x"))).getFirst())
        .isInstanceOf(Written.Done.class);
    assertThat(book.get("uid-0.vcf").orElseThrow()).contains("FN:New");
  }

  @Test
  void anUpdateThatChangesNothingIsNotSent() {
    fill(1);
    Revision seen = revision(id(0));
    Effect.Update<Item> nothing =
        new Effect.Update<>(id(0), seen, card("uid-0", "x"), Set.of(), stamp("uid-0"), "x");
    assertThat(store.write(List.of(nothing)).getFirst()).isEqualTo(new Written.Done(id(0), seen));
    assertThat(server.log().count("PUT")).isZero();
  }

  // ---- cost ----

  @Test
  void aBatchCostsOneLookAndOneRequestForEachWrite() {
    assertThat(store.write(creates(100))).allMatch(o -> o instanceof Written.Done);
    assertThat(server.log().count("PUT")).isEqualTo(100);
    assertThat(server.log().count("REPORT")).isEqualTo(1);
    server.log().clear();
    List<ItemId> ids = IntStream.range(0, 100).mapToObj(this::id).toList();
    assertThat(store.read(ids)).allMatch(f -> f instanceof Found.Present);
    assertThat(server.log().all()).hasSize(1);
  }

  // ---- size ----

  /** As many as fit into an answer of a few megabytes, and never more than 250. */
  @Test
  void whatIsAskedForAtATimeFollowsTheSizeOfWhatCame() {
    List<ItemId> ids = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      String name = i < 600 ? "small" : "x".repeat(200_000);
      String file = String.format(java.util.Locale.ROOT, "%03d.vcf", i);
      book.put(file, new TinyCardLens().create(card("uid-" + i, name), ""));
      ids.add(new ItemId(book.path() + file));
    }
    List<Integer> asked = new ArrayList<>();
    dials.slow =
        When.never()
            .where(
                r -> {
                  if (r.method().equals("REPORT")) {
                    synchronized (asked) {
                      asked.add(r.text().split("<D:href>", -1).length - 1);
                    }
                  }
                  return false;
                });
    assertThat(store.read(ids.subList(0, 100))).allMatch(f -> f instanceof Found.Present);
    assertThat(store.read(ids.subList(100, 600))).allMatch(f -> f instanceof Found.Present);
    assertThat(asked).containsExactly(100, 250, 250);
    asked.clear();
    assertThat(store.read(ids.subList(600, 620))).allMatch(f -> f instanceof Found.Present);
    assertThat(store.read(ids.subList(620, 700))).allMatch(f -> f instanceof Found.Present);
    assertThat(asked).hasSize(9).startsWith(20).endsWith(10, 10, 10, 10, 10, 10, 10, 10);
    asked.clear();
    assertThat(store.read(ids.subList(0, 5))).allMatch(f -> f instanceof Found.Present);
    assertThat(store.read(ids.subList(0, 100))).allMatch(f -> f instanceof Found.Present);
    assertThat(asked).as("small ones again").containsExactly(5, 100);
  }
}
