package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.Href;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Store;
import org.tandemsync.testkit.ItemStoreContract;

/** The contract of stores on a real server, in collections made for it and removed again. */
abstract class CompatContract extends ItemStoreContract {
  private final Sample sample = sample();
  private final List<Href> books = new ArrayList<>();
  private UUID unique = UUID.randomUUID();
  private boolean inTheEmptyOne;

  abstract Sample sample();

  @Override
  protected Place<Item> place() {
    DavClient client = CompatServer.client();
    boolean cards = sample.family() == Family.CONTACTS;
    Href book = cards ? CompatServer.addressBook(client) : CompatServer.calendar(client);
    unique = UUID.randomUUID(); // SOGo allows a UID in one calendar of the account only
    books.add(book);
    return new DavPlace(
        client,
        book,
        sample.family(),
        sample.lens(),
        () -> {
          try (DavClient again = CompatServer.client()) {
            CompatServer.remove(again, book);
          }
        });
  }

  @Override
  protected Item a() {
    return sample.a().withUid("a-" + unique);
  }

  @Override
  protected Item b() {
    return sample.b().withUid("b-" + unique);
  }

  /** The contract opens a filled place and an empty one; one test asks the empty one. */
  @BeforeEach
  void whichPlaceIsAsked(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    inTheEmptyOne = name.startsWith("outcomesComeInTheOrder");
  }

  @Override
  protected ItemId unknownId() {
    Href book = books.get(inTheEmptyOne ? 1 : 0);
    return new ItemId(book.member("nothing.vcf").identity());
  }

  /** SOGo's tokens are seconds: what changed in the second of the token comes again. */
  @Override
  @Test
  protected void nothingChangedSinceTheCheckpointMeansNothingIsListed() {
    if (!CompatServer.isSogo()) {
      super.nothingChangedSinceTheCheckpointMeansNothingIsListed();
    }
  }

  @Override
  @Test
  protected void aCheckpointTellsWhatChangedSince() {
    if (!CompatServer.isSogo()) {
      super.aCheckpointTellsWhatChangedSince();
    }
  }

  @Test
  void aListingSinceACheckpointNamesAtLeastWhatChanged() {
    Place<Item> place = place();
    try (Store<Item> store = place.open()) {
      final ItemId kept = place.put(a());
      ItemId edited = place.put(b());
      ItemId removed = place.put(a().withUid("removed-" + unique));
      Checkpoint checkpoint = java.util.Objects.requireNonNull(store.list(null).next());
      place.change(edited, a().withUid(uid(b())));
      place.remove(removed);
      ItemId added = place.put(b().withUid("added-" + unique));
      Listing changes = store.list(checkpoint);
      assertThat(changes.scope()).isEqualTo(Listing.Scope.CHANGES);
      assertThat(changes.rows().stream().map(Listing.Row::id)).contains(edited, added);
      assertThat(changes.removed()).containsExactly(removed);
      assertThat(changes.removed()).doesNotContain(kept);
    } finally {
      place.close();
    }
  }
}
