package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.SeenRequest;
import org.tandemsync.testkit.server.When;

/** Many contacts into an empty address book of Radicale at once, and what may go wrong with it. */
class WholeBookTest extends BookOnServer {
  private static final int MANY = 120;
  private static final QName COLOR = Names.ADDRESSBOOK_COLOR;
  private static final QName OWN = new QName("urn:example:\"quoted\"", "note");
  private static final Map<QName, String> PROPERTIES =
      Map.of(
          Names.DISPLAYNAME,
          "Köln \"& <Bonn> \uD83D\uDE00",
          COLOR,
          "#FF0000",
          OWN,
          "two\nlines \\ and a \u007f");

  private @Nullable String owed;
  private boolean canRemember = true;
  private final CollectionMemory memory =
      new CollectionMemory() {
        @Override
        public void keep(DavCollection asked) {
          // not looked at here
        }

        @Override
        public void forget() {
          // not looked at here
        }

        @Override
        public boolean owe(String properties) {
          owed = canRemember ? properties : owed;
          return canRemember;
        }

        @Override
        public Optional<String> owed() {
          return Optional.ofNullable(owed);
        }

        @Override
        public void paid() {
          owed = null;
        }
      };

  @BeforeEach
  void aBookWithProperties() {
    Quirks.RADICALE.apply(dials);
    set(PROPERTIES);
    openListed();
  }

  private void set(Map<QName, String> properties) {
    assertThat(client.setProperties(at(), properties).isSuccess()).isTrue();
  }

  private Href at() {
    return Href.ofPath(book.path());
  }

  private Listing openListed() {
    DavCollection asked = Discovery.collection(client, at()).orElseThrow();
    store = DavStore.open(client, asked, Family.CONTACTS, memory, c -> new TinyCardLens());
    Listing listing = store.list(null);
    server.log().clear();
    return listing;
  }

  private Map<QName, String> properties() {
    Map<QName, String> told = new LinkedHashMap<>();
    client
        .everything(at(), Depth.SELF, r -> r instanceof Response.Properties p ? p : null)
        .rows()
        .getFirst()
        .found()
        .forEach((name, element) -> told.put(name, element.text()));
    told.keySet().retainAll(Set.of(Names.DISPLAYNAME, COLOR, OWN));
    return told;
  }

  private long puts() {
    return server.log().all().stream().filter(r -> r.method().equals("PUT")).count();
  }

  private long wholePuts() {
    return server.log().all().stream()
        .filter(r -> r.method().equals("PUT") && r.path().equals(book.path()))
        .count();
  }

  private static Set<String> names(int count) {
    Set<String> names = new TreeSet<>();
    IntStream.range(0, count).forEach(i -> names.add("uid-" + i + ".vcf"));
    return names;
  }

  private void assertAllDone(List<Written> outcomes) {
    for (int i = 0; i < outcomes.size(); i++) {
      Written.Done done = (Written.Done) outcomes.get(i);
      assertThat(done.id()).isEqualTo(id(i));
      assertThat(done.revision())
          .isEqualTo(new Revision(book.etag("uid-" + i + ".vcf").orElseThrow()));
    }
  }

  private void assertEachOnce(int count) {
    assertThat(Set.copyOf(book.names())).isEqualTo(names(count));
  }

  @Test
  void allGoInOneRequestAndThePropertiesStay() {
    assertAllDone(store.write(creates(MANY)));
    assertEachOnce(MANY);
    assertThat(puts()).isOne();
    assertThat(properties()).isEqualTo(PROPERTIES);
    assertThat(owed).isNull();
    Listing listing = store.list(null);
    assertThat(listing.rows()).hasSize(MANY);
    assertThat(store.list(listing.next()).isUnchanged()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alice/book"})
  void aBookWithoutANameGetsNone(String name) {
    if (name.isEmpty()) {
      server.addressBook("alice", "bare");
    }
    Href bare = Href.ofPath(book.path().replace("/book/", name.isEmpty() ? "/bare/" : "/book/"));
    if (!name.isEmpty()) {
      set(Map.of(Names.DISPLAYNAME, name));
    }
    assertThat(RadicaleBook.empty(client, bare)).isPresent();
  }

  @Test
  void aTokenFromBeforeLeadsToACompleteListing() {
    var before = store.list(null).next();
    store.write(creates(MANY));
    Listing after = store.list(before);
    assertThat(after.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(after.rows()).hasSize(MANY);
  }

  @Test
  void moreAreGatheredWhileTheBookIsEmpty() {
    assertThat(store.gathers(List.of())).isFalse();
    assertThat(store.gathers(creates(200))).isTrue();
    assertThat(store.gathers(creates(5_000))).isFalse();
    store.write(creates(MANY));
    assertThat(store.gathers(creates(200))).isFalse();
    openListed();
    assertThat(store.gathers(creates(200))).isFalse();
  }

  @Test
  void whatIsBegunMeanwhileWaits() {
    List<Effect<Item>> all = creates(MANY + 20);
    var first = store.begin(all.subList(0, MANY));
    var second = store.begin(all.subList(MANY, all.size()));
    List<Written> outcomes = new ArrayList<>(first.outcomes());
    outcomes.addAll(second.outcomes());
    assertAllDone(outcomes);
    assertThat(puts()).isEqualTo(21);
    assertEachOnce(MANY + 20);
  }

  @Test
  void aFewGoOneByOne() {
    assertAllDone(store.write(creates(WholeBook.FEWEST - 1)));
    assertThat(wholePuts()).isZero();
  }

  @Test
  void whatSomebodyPutsThereBetweenListingAndWriteStays() {
    store.gathers(creates(MANY));
    book.put("other.vcf", text("other", "Somebody"));
    assertAllDone(store.write(creates(MANY)));
    assertThat(wholePuts()).isOne();
    assertThat(book.names()).hasSize(MANY + 1).contains("other.vcf");
    assertThat(properties()).isEqualTo(PROPERTIES);
  }

  @Test
  void aNameThatSomebodyGivesMeanwhileStays() {
    store.gathers(creates(MANY));
    set(Map.of(Names.DISPLAYNAME, "New"));
    assertAllDone(store.write(creates(MANY)));
    assertThat(properties()).containsEntry(Names.DISPLAYNAME, "New");
    openListed();
    assertThat(properties()).containsEntry(Names.DISPLAYNAME, "New");
    assertThat(owed).isNull();
  }

  @Test
  void nothingIsTakenAwayThatCannotBeRemembered() {
    canRemember = false;
    assertAllDone(store.write(creates(MANY)));
    assertThat(wholePuts()).isZero();
  }

  @Test
  void aLostAnswerIsSettledByLooking() {
    dials.loseAnswer = When.first(1).on("PUT");
    assertThat(store.write(creates(MANY))).allMatch(w -> w instanceof Written.Unknown);
    assertEachOnce(MANY);
    assertThat(puts()).isOne();
    assertThat(properties()).isEqualTo(PROPERTIES);
    List<Effect.Create<Item>> asked = new ArrayList<>();
    creates(MANY).forEach(e -> asked.add((Effect.Create<Item>) e));
    assertThat(store.locate(asked)).hasSize(MANY);
  }

  @Test
  void whatNeverArrivedGoesOneByOne() {
    dials.cutBefore = When.first(1).on("PUT");
    assertAllDone(store.write(creates(MANY)));
    assertThat(puts()).isEqualTo(MANY + 1);
    assertThat(properties()).isEqualTo(PROPERTIES);
    openListed();
    assertThat(owed).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 405, 412, 413, 500, 507})
  void whatIsRefusedAsAWholeGoesOneByOne(int status) {
    dials.refuse = When.first(1).on("PUT");
    dials.refuseStatus = status;
    assertAllDone(store.write(creates(MANY)));
    assertThat(puts()).isEqualTo(MANY + 1);
    assertThat(properties()).isEqualTo(PROPERTIES);
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void aProxyWithoutPatienceLeavesItOpen(int status) {
    dials.refuse = When.first(1).on("PUT");
    dials.refuseStatus = status;
    assertThat(store.write(creates(MANY))).allMatch(w -> w instanceof Written.Unknown);
    assertThat(puts()).isOne();
    assertThatThrownBy(() -> store.list(null)).isInstanceOf(StoreException.class);
  }

  @Test
  void withoutTheTagOfWhatWasPutNothingIsTakenForSeen() {
    dials.staleBookTag = true;
    assertThat(store.write(creates(MANY)))
        .allMatch(
            w ->
                w instanceof Written.Done(ItemId id, var revision, var l, var b)
                    && revision == null);
    assertThat(properties()).isEqualTo(PROPERTIES);
  }

  @Test
  void aChangeRightAfterwardsIsSeen() {
    dials.refuse =
        When.first(1)
            .where(
                r -> {
                  boolean gives = r.method().equals("PROPPATCH");
                  if (gives) {
                    book.put("uid-7.vcf", text("uid-7", "Changed"));
                    book.delete("uid-8.vcf");
                  }
                  return false;
                });
    List<Written> outcomes = store.write(creates(MANY));
    assertThat(outcomes.get(8)).isInstanceOf(Written.Unknown.class);
    assertThat(outcomes.get(7))
        .isInstanceOfSatisfying(Written.Done.class, done -> assertThat(done.revision()).isNull());
    assertThat(book.get("uid-7.vcf").orElseThrow()).contains("Changed");
  }

  @Test
  void propertiesThatCouldNotBeGivenBackAreInTheNextRun() {
    dials.cutBefore = When.always().on("PROPPATCH");
    assertAllDone(store.write(creates(MANY)));
    assertThat(properties()).isNotEqualTo(PROPERTIES);
    assertThat(owed).isNotNull();
    dials.cutBefore = When.never();
    openListed();
    assertThat(properties()).isEqualTo(PROPERTIES);
    assertThat(owed).isNull();
  }

  @Test
  void whatSomebodyHasSetInBetweenStays() {
    dials.cutBefore = When.always().on("PROPPATCH");
    store.write(creates(MANY));
    dials.cutBefore = When.never();
    set(Map.of(Names.DISPLAYNAME, "Mine"));
    openListed();
    assertThat(properties())
        .containsEntry(Names.DISPLAYNAME, "Mine")
        .containsEntry(COLOR, "#FF0000")
        .containsEntry(OWN, PROPERTIES.get(OWN));
  }

  @Test
  void aLateRequestReplacesNothing() {
    RadicaleBook empty = RadicaleBook.empty(client, at()).orElseThrow();
    store.write(List.of(create("uid-0")));
    byte[] late = text("uid-1", "Late").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(
            client
                .putCollection(
                    at(), new org.tandemsync.dav.client.Condition.Unchanged(empty.tag()), late)
                .status())
        .isEqualTo(412);
    assertThat(book.names()).containsExactly("uid-0.vcf");
  }

  @Test
  void whatTheServerCouldNameOrDivideOtherwiseGoesAlone() {
    List<Effect<Item>> effects = new ArrayList<>(creates(MANY));
    effects.set(3, create("a/b"));
    effects.set(4, create("UID-5")); // beside uid-5: not on every disk
    Effect.Create<Item> six = (Effect.Create<Item>) effects.get(6);
    String before = text("uid-6", "As it was");
    effects.set(6, new Effect.Create<>(six.uid(), six.item(), six.stamp(), six.title(), before));
    List<Written> outcomes = store.write(effects);
    assertThat(outcomes).allMatch(w -> w instanceof Written.Done);
    assertThat(wholePuts()).isOne();
    assertThat(puts()).isEqualTo(4);
    assertThat(book.size()).isEqualTo(MANY);
  }

  @Test
  void onlyRadicaleIsAskedThatWay() {
    dials.wholeBooks = false;
    openListed();
    assertThat(store.gathers(creates(200))).isFalse();
    assertAllDone(store.write(creates(MANY)));
    assertThat(wholePuts()).isZero();
    assertThat(server.log().all()).noneMatch(r -> isAllprop(r));
  }

  private static boolean isAllprop(SeenRequest request) {
    return request.method().equals("PROPFIND") && request.depth().equals("1");
  }

  @Test
  void aTagThatIsNoHashOfWhatWasToldProvesNothing() {
    dials.collectionEtag = "\"abc\"";
    var calendar = server.calendar("alice", "events");
    assertThat(RadicaleBook.empty(client, Href.ofPath(calendar.path()))).isEmpty();
    book.put("other.vcf", text("other", "Somebody"));
    assertThat(RadicaleBook.empty(client, at())).isEmpty();
  }

  @Test
  void withoutAnAnswerToTheQuestionTheyGoOneByOne() throws DavException {
    dials.refuse = When.first(1).on("PROPFIND");
    dials.refuseStatus = 403;
    assertAllDone(store.write(creates(MANY)));
    assertThat(wholePuts()).isZero();
  }
}
