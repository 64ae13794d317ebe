package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.CollectionText;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.items.Family;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.SeenRequest;
import org.tandemsync.testkit.server.When;

/** A run that begins with what an earlier one was told: fewer questions, and no less safe. */
class RememberedCollectionTest extends BookOnServer {
  private final List<String> memory = new ArrayList<>();
  private Checkpoint before = new Checkpoint("none");
  private DavCollection said;

  private final CollectionMemory noting =
      new CollectionMemory() {
        @Override
        public void keep(DavCollection asked) {
          memory.add("keep " + CollectionText.of(asked).isPresent());
        }

        @Override
        public void forget() {
          memory.add("forget");
        }
      };

  @BeforeEach
  void anEarlierRun() {
    fill(3);
    before = checkpoint();
    remember();
  }

  /** What a run begins with: what the collection said now, through its text. */
  private void remember() {
    Href at = Href.ofPath(book.path());
    DavCollection asked = Discovery.collection(client, at).orElseThrow();
    said =
        CollectionText.read(client.origin(), at, CollectionText.of(asked).orElseThrow())
            .orElseThrow();
    store = DavStore.reopen(client, said, Family.CONTACTS, noting, c -> new TinyCardLens());
    memory.clear();
    server.log().clear();
  }

  private List<String> requests() {
    return server.log().all().stream().map(RememberedCollectionTest::word).toList();
  }

  private static String word(SeenRequest request) {
    return request.report().isEmpty() ? request.method() : request.report();
  }

  @Test
  void oneQuestionTellsThatNothingHasChanged() {
    assertThat(store.list(before).isUnchanged()).isTrue();
    assertThat(requests()).containsExactly("sync-collection");
    assertThat(memory).isEmpty();
  }

  @Test
  void andWhatHas() {
    book.put("uid-1.vcf", text("uid-1", "New"));
    book.delete("uid-2.vcf");
    Listing changes = store.list(before);
    assertThat(ids(changes)).containsExactly(id(1));
    assertThat(changes.removed()).containsExactly(id(2));
    store.read(ids(changes));
    assertThat(requests()).containsExactly("sync-collection"); // the body came along
    assertThat(store.list(changes.next()).isUnchanged()).isTrue();
  }

  @Test
  void aChangeTakesNoQuestionMoreThanItself() {
    Revision seen = new Revision(book.etag("uid-0.vcf").orElseThrow());
    store.list(before);
    assertThat(store.write(List.of(rename(id(0), seen, "uid-0", "New"))).getFirst())
        .isInstanceOf(Written.Done.class);
    assertThat(requests()).containsExactly("sync-collection", "addressbook-multiget", "PUT");
  }

  @Test
  void aServerWhoseTokensAreSecondsIsAskedOnce() {
    Quirks.SOGO.apply(dials);
    store = open(client);
    before = checkpoint();
    remember();
    book.put("uid-1.vcf", text("uid-1", "Edited in the same second"));
    assertThat(ids(store.list(before))).contains(id(1));
    assertThat(requests()).containsExactly("sync-collection");
  }

  // ---- what rests on more than changes asks the collection first ----

  @Test
  void aCompleteListingAsksFirst() {
    assertThat(store.list(null).rows()).hasSize(3);
    assertThat(requests()).containsExactly("PROPFIND", "sync-collection");
    assertThat(memory).containsExactly("forget", "keep true");
  }

  @Test
  void settlingAnEarlierRunAsksFirst() {
    assertThat(store.locate(List.of(create("uid-9")))).isEmpty();
    assertThat(requests()).first().isEqualTo("PROPFIND");
    remember();
    store.read(List.of(id(0)));
    assertThat(requests()).containsExactly("PROPFIND", "GET");
    remember();
    store.write(List.of(create("uid-9")));
    assertThat(requests()).containsExactly("PROPFIND", "addressbook-multiget", "PUT");
    store.list(before);
    assertThat(server.log().count("PROPFIND")).isEqualTo(1);
  }

  @Test
  void withoutSyncCollectionItIsAskedAsEver() {
    dials.syncCollection = false;
    store = open(client);
    before = checkpoint();
    remember();
    assertThat(store.list(before).isUnchanged()).isTrue();
    assertThat(requests()).containsExactly("PROPFIND");
  }

  // ---- what does not fit what is remembered ----

  @ParameterizedTest
  @EnumSource(Dials.ExpiredToken.class)
  void aTokenThatIsRefusedIsNotTriedTwice(Dials.ExpiredToken how) {
    dials.expiredToken = how;
    book.expireTokens();
    book.delete("uid-2.vcf");
    Listing all = store.list(before);
    if (how == Dials.ExpiredToken.EVERYTHING) {
      assertThat(all.scope()).isEqualTo(Listing.Scope.CHANGES);
      assertThat(all.removed()).contains(id(2));
    } else {
      assertThat(all.scope()).isEqualTo(Listing.Scope.COMPLETE);
      assertThat(requests()).hasSizeLessThanOrEqualTo(4).contains("PROPFIND");
    }
    assertThat(ids(all)).containsExactlyInAnyOrder(id(0), id(1));
    store.list(Objects.requireNonNull(all.next()));
    assertThat(server.log().count("PROPFIND")).isLessThanOrEqualTo(1);
  }

  @Test
  void aTokenOfAnotherSortIsAnotherServers() {
    Checkpoint seconds = new Checkpoint(before.value().replaceFirst("[^ ]+$", "1795341600"));
    dials.expiredToken = Dials.ExpiredToken.EVERYTHING;
    assertThat(store.list(seconds).rows()).hasSize(3);
    assertThat(requests()).contains("PROPFIND");
  }

  @Test
  void rightsThatWereTakenAwayStopTheWrites() {
    store.list(before);
    book.readOnly(true);
    assertFails(
        () -> store.write(creates(400).subList(3, 400)), Reason.BUSY, "only be read", "next sync");
    assertThat(server.log().count("PUT")).isLessThanOrEqualTo(settings.parallel());
    assertThat(server.log().count("PROPFIND")).isEqualTo(1);
    assertThat(memory).containsExactly("forget", "keep false");
    assertThat(book.size()).isEqualTo(3);
  }

  @Test
  void rightsThatWereTakenAwayShowAlsoInAListing() {
    book.readOnly(true);
    assertFails(() -> store.list(null), Reason.BUSY, "only be read");
    assertFails(() -> store.write(List.of(create("uid-9"))), Reason.BUSY, "only be read");
    assertThat(server.log().count("PUT")).isZero();
  }

  @Test
  void oneItemThatIsRefusedStopsNoOther() {
    store.list(before);
    dials.refuse = When.always().on("PUT").where(r -> r.path().contains("uid-7"));
    List<Written> outcomes = store.write(creates(10).subList(3, 10));
    assertThat(outcomes.stream().filter(w -> w instanceof Written.Done)).hasSize(6);
    assertThat(outcomes.get(4)).isInstanceOf(Written.Refused.class);
    assertThat(server.log().count("PROPFIND")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 405, 410})
  void aCollectionThatIsGoneIsNotEmpty(int status) {
    dials.refuseStatus = status;
    dials.refuse = When.always();
    assertFails(() -> store.list(before), status == 403 ? Reason.UNAUTHORIZED : Reason.NOT_FOUND);
    assertThat(memory).containsExactly("forget");
    assertThat(requests()).endsWith("PROPFIND");
  }

  @Test
  void aLoginPageIsNoAnswer() {
    dials.loginPage = When.always();
    assertFails(() -> store.list(before), Reason.DAMAGED, "text/html", "sign in");
  }

  @Test
  void anotherKindInItsPlaceIsNotTakenForIt() {
    DavCollection events =
        Discovery.collection(client, Href.ofPath(server.calendar("alice", "cal").path()))
            .orElseThrow();
    DavCollection mistaken =
        CollectionText.read(
                client.origin(),
                events.href(),
                CollectionText.of(events).orElseThrow().replace("kind=EVENTS", "kind=CONTACTS"))
            .orElseThrow();
    DavStore there =
        DavStore.reopen(client, mistaken, Family.CONTACTS, noting, c -> new TinyCardLens());
    assertFails(() -> there.list(before), Reason.NOT_FOUND, "takes no contacts");
  }

  @Test
  void silenceAndPausesSayNothingAboutIt() {
    dials.overload = When.always();
    assertFails(() -> store.list(before), Reason.OVERLOADED);
    assertThat(server.log().count("PROPFIND")).isZero();
    dials.overload = When.never();
    dials.forgetCredentials = When.always();
    assertFails(() -> store.list(before), Reason.UNAUTHORIZED);
    dials.forgetCredentials = When.never();
    dials.cutBefore = When.always();
    assertFails(() -> store.list(before), Reason.UNREACHABLE);
    assertThat(server.log().count("PROPFIND")).isZero();
    assertThat(memory).isEmpty();
    dials.cutBefore = When.never();
    assertThat(store.list(before).isUnchanged()).isTrue();
  }

  @Test
  void aListingThatBreaksOffIsAskedAgainAsEver() {
    book.put("uid-1.vcf", text("uid-1", "New"));
    dials.truncateXml = When.first(1);
    assertThat(ids(store.list(before))).containsExactly(id(1));
  }

  // ---- what is remembered ----

  @Test
  void whatMayOnlyBeReadIsNotRemembered() {
    book.readOnly(true);
    DavCollection asked = Discovery.collection(client, Href.ofPath(book.path())).orElseThrow();
    assertThat(CollectionText.of(asked)).isEmpty();
  }

  @Test
  void itsTokensAreNotRemembered() {
    DavCollection asked = Discovery.collection(client, Href.ofPath(book.path())).orElseThrow();
    assertThat(asked.syncToken()).isNotEmpty();
    assertThat(said.syncToken()).isEmpty();
    assertThat(said.ctag()).isEmpty();
    assertThat(said.capabilities()).isEqualTo(asked.capabilities());
    assertThat(said.name()).isEqualTo(asked.name());
    assertThat(said.url()).isEqualTo(asked.url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&",
        "=",
        "%",
        "form=2&path=/dav/addressbooks/alice/book/&kind=CONTACTS&name=a",
        "form=1&path=/dav/addressbooks/alice/other/&kind=CONTACTS&name=a",
        "form=1&path=/dav/addressbooks/alice/book/&kind=NOTES&name=a",
        "form=1&path=/dav/addressbooks/alice/book/&kind=&name=a",
        "form=1&path=/dav/addressbooks/alice/book/&kind=CONTACTS",
        "form=1&path=/dav/addressbooks/alice/book/&kind=CONTACTS&name=%zz"
      })
  void whatIsNoneOfOursIsAskedFor(String text) {
    assertThat(CollectionText.read(client.origin(), Href.ofPath(book.path()), text)).isEmpty();
  }

  @Test
  void deletionsAreNamedByTheServerOrNotBelieved() {
    dials.dropRow = name -> true;
    assertThat(store.list(before).isUnchanged()).isTrue();
    assertThat(store.write(List.of(new Effect.Delete<>(id(0), new Revision("\"other\""), "x"))))
        .containsExactly(new Written.Stale());
    assertThat(book.size()).isEqualTo(3);
  }
}
