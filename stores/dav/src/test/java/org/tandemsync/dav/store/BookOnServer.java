package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
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
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** An address book of alice on the embedded server, and small words for tests with it. */
abstract class BookOnServer {
  final AtomicReference<Instant> clock =
      new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
  final DavSettings settings =
      DavSettings.usual(clock::get)
          .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));

  final EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "pw");
  final DavCollection book = server.addressBook("alice", "book");
  final Dials dials = server.dials();
  final DavClient client = client("pw");
  DavStore store = open(client);

  DavClient client(String password) {
    return new DavClient(
        URI.create(server.url()), new Credentials.Basic("alice", password), settings);
  }

  DavStore open(DavClient with) {
    return DavStore.open(with, Href.ofPath(book.path()), Family.CONTACTS, new TinyCardLens());
  }

  /** Opens it again: what a server can do is asked once. */
  void reopen() {
    store = open(client);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  static Item card(String uid, String name) {
    return Contact.builder().uid(uid).fullName(name).nickname("n").build();
  }

  static String text(String uid, String name) {
    return new TinyCardLens().create(card(uid, name), "");
  }

  static Stamp stamp(String uid) {
    return new Stamp(new LinkId("link-" + uid), 1);
  }

  static Effect.Create<Item> create(String uid) {
    return new Effect.Create<>(uid, card(uid, "Name " + uid), stamp(uid), "Name " + uid);
  }

  static List<Effect<Item>> creates(int count) {
    return IntStream.range(0, count).<Effect<Item>>mapToObj(i -> create("uid-" + i)).toList();
  }

  void fill(int count) {
    for (int i = 0; i < count; i++) {
      book.put("uid-" + i + ".vcf", text("uid-" + i, "Name " + i));
    }
  }

  ItemId id(int i) {
    return id("uid-" + i + ".vcf");
  }

  ItemId id(String name) {
    return new ItemId(Href.ofPath(book.path()).member(name).identity());
  }

  Revision revision(ItemId id) {
    Replica<Item> replica = ((Found.Present<Item>) store.read(List.of(id)).getFirst()).replica();
    return Objects.requireNonNull(replica.revision());
  }

  Effect.Update<Item> rename(ItemId id, Revision seen, String uid, String name) {
    return new Effect.Update<>(id, seen, card(uid, name), Set.of("full-name"), stamp(uid), name);
  }

  Checkpoint checkpoint() {
    return Objects.requireNonNull(store.list(null).next());
  }

  static List<ItemId> ids(Listing listing) {
    return listing.rows().stream().map(Listing.Row::id).toList();
  }

  static void assertFails(ThrowingCallable call, Reason reason, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .message()
        .doesNotContain("pw")
        .satisfies(m -> assertThat(List.of(words)).allMatch(m::contains));
  }
}
