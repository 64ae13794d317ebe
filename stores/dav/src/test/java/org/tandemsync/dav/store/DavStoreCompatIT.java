package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/**
 * The contract on the real server that TANDEM_COMPAT_URL, TANDEM_COMPAT_USER and
 * TANDEM_COMPAT_PASSWORD name.
 */
@EnabledIfEnvironmentVariable(named = CompatServer.URL, matches = ".+")
class DavStoreCompatIT extends CompatContract {

  @Override
  Sample sample() {
    return Sample.contacts();
  }

  @Test
  void discoveryFindsTheCollections() {
    try (DavClient client = CompatServer.client()) {
      Href book = CompatServer.addressBook(client);
      Href calendar = CompatServer.calendar(client);
      try {
        List<DavCollection> all = Discovery.collections(client);
        all.forEach(c -> System.out.println("found " + c));
        DavCollection foundBook =
            all.stream().filter(c -> c.href().equals(book)).findFirst().orElseThrow();
        DavCollection foundCalendar =
            all.stream().filter(c -> c.href().equals(calendar)).findFirst().orElseThrow();
        assertThat(foundBook.kind()).containsExactly(Family.CONTACTS);
        assertThat(foundCalendar.kind()).contains(Family.EVENTS, Family.TASKS);
        assertThat(foundBook.writable()).isTrue();
        assertThat(foundCalendar.capabilities()).contains("sync-collection", "calendar-multiget");
        assertThat(Discovery.collection(client, book)).contains(foundBook);
        assertThat(Discovery.collection(client, client.root())).isEmpty();
      } finally {
        CompatServer.remove(client, book);
        CompatServer.remove(client, calendar);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sp ace,ü,a@b,plus+and&,semi;colon,{brace},pct%25",
        "pct%25,50%",
        "pct%25,pct%,pct%2525",
      })
  void namesThatNeedEscapingAreTheSameInEveryAnswer(String names) {
    try (DavClient client = CompatServer.client()) {
      Href book = CompatServer.addressBook(client);
      try (Store<Item> store = DavStore.open(client, book, Family.CONTACTS, new TinyCardLens())) {
        List<Href> hrefs = new ArrayList<>();
        for (String name : names.split(",", -1)) {
          Href href = book.member(name + ".vcf");
          String text = new TinyCardLens().create(Sample.contacts().a().withUid("uid " + name), "");
          byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
          client.put(
              href,
              new org.tandemsync.dav.client.Condition.None(),
              bytes,
              "text/vcard; charset=utf-8");
          hrefs.add(href);
        }
        List<ItemId> expected = hrefs.stream().map(h -> new ItemId(h.identity())).toList();
        Listing listing = store.list(null);
        assertThat(listing.rows().stream().map(Listing.Row::id))
            .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(store.read(expected)).allMatch(Found.Present.class::isInstance);
      } finally {
        CompatServer.remove(client, book);
      }
    }
  }

  /** Straight to sogod: connections are closed in silence, and more than its workers are reset. */
  @Test
  void manyWritesInParallelAllArrive() {
    try (DavClient client =
        CompatServer.client(DavSettings.usual(java.time.InstantSource.system()).withParallel(8))) {
      Href book = CompatServer.addressBook(client);
      try (Store<Item> store = DavStore.open(client, book, Family.CONTACTS, new TinyCardLens())) {
        int count = Integer.getInteger("tandem.compat.items", 200);
        List<Effect<Item>> creates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          String uid = "many-" + i;
          Item item = Contact.builder().uid(uid).fullName("Nr " + i).nickname("n" + i).build();
          creates.add(new Effect.Create<>(uid, item, stamp(i), "Nr " + i));
        }
        long start = System.nanoTime();
        List<Written> created = store.write(creates);
        long written = System.nanoTime();
        assertThat(created).allMatch(Written.Done.class::isInstance, "done");
        List<ItemId> ids = created.stream().map(w -> ((Written.Done) w).id()).toList();
        List<Found<Item>> found = store.read(ids);
        long read = System.nanoTime();
        assertThat(found).allMatch(Found.Present.class::isInstance);
        List<Effect<Item>> deletes = new ArrayList<>();
        for (Found<Item> f : found) {
          Revision revision = ((Found.Present<Item>) f).replica().revision();
          deletes.add(new Effect.Delete<>(f.id(), java.util.Objects.requireNonNull(revision), "x"));
        }
        assertThat(store.write(deletes)).allMatch(Written.Done.class::isInstance);
        System.out.printf(
            java.util.Locale.ROOT,
            "%d: written %.2f s, read %.2f s, deleted %.2f s%n",
            count,
            (written - start) / 1e9,
            (read - written) / 1e9,
            (System.nanoTime() - read) / 1e9);
        assertThat(store.list(null).rows()).isEmpty();
      } finally {
        CompatServer.remove(client, book);
      }
    }
  }

  private static Stamp stamp(int i) {
    return new Stamp(new LinkId("link-" + i), 1);
  }
}
