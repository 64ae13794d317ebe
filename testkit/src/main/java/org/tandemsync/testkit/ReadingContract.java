package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/**
 * What every {@link Store} must do when it is read, also one that cannot be written. A store that
 * can be written subclasses {@link StoreContract} instead.
 *
 * @param <T> the item
 */
public abstract class ReadingContract<T> {

  /** Opens the store under test; it holds at least two items that can be read. */
  protected abstract Store<T> openFilled();

  /** An id in this store's own form that names nothing in it. */
  protected abstract ItemId unknownId();

  /** The fields in which two items differ. */
  protected abstract Set<String> differing(T a, T b);

  private Store<T> filled = Unopened.store();

  @BeforeEach
  void openTheFilledStore() {
    filled = openFilled();
  }

  @AfterEach
  void closeTheFilledStore() {
    filled.close();
  }

  private static List<ItemId> ids(Listing listing) {
    return listing.rows().stream().map(Listing.Row::id).toList();
  }

  private static <T> Replica<T> present(Found<T> found) {
    assertThat(found).isInstanceOf(Found.Present.class);
    return ((Found.Present<T>) found).replica();
  }

  @Test
  void theFirstListingIsCompleteAndNamesEachItemOnce() {
    Listing listing = filled.list(null);
    assertThat(listing.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(ids(listing)).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
    assertThat(listing.removed()).isEmpty();
  }

  @Test
  void listingTwiceSaysTheSame() {
    Listing first = filled.list(null);
    assertThat(Set.copyOf(filled.list(null).rows())).isEqualTo(Set.copyOf(first.rows()));
  }

  @Test
  void whatIsListedCanBeReadAndHasTheRevisionOfTheListing() {
    Listing listing = filled.list(null);
    List<Found<T>> found = filled.read(ids(listing));
    assertThat(found).hasSameSizeAs(listing.rows());
    for (int i = 0; i < found.size(); i++) {
      Listing.Row row = listing.rows().get(i);
      assertThat(found.get(i).id()).isEqualTo(row.id());
      if (found.get(i) instanceof Found.Present<T> present && row.revision() != null) {
        assertThat(present.replica().revision()).isEqualTo(row.revision());
      }
    }
    assertThat(found.stream().filter(Found.Present.class::isInstance).count())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void readingTwiceGivesTheSame() {
    List<ItemId> ids = ids(filled.list(null));
    List<Found<T>> first = filled.read(ids);
    List<Found<T>> second = filled.read(ids);
    for (int i = 0; i < ids.size(); i++) {
      if (first.get(i) instanceof Found.Present<T> present) {
        Replica<T> again = present(second.get(i));
        assertThat(again.revision()).isEqualTo(present.replica().revision());
        assertThat(differing(present.replica().item(), again.item())).isEmpty();
      }
    }
  }

  @Test
  void answersComeInTheOrderOfTheQuestions() {
    List<ItemId> ids = new ArrayList<>(ids(filled.list(null)));
    Collections.reverse(ids);
    ids.add(1, unknownId());
    assertThat(filled.read(ids).stream().map(Found::id)).containsExactlyElementsOf(ids);
  }

  @Test
  void anUnknownIdIsAbsent() {
    assertThat(filled.read(List.of(unknownId())))
        .singleElement()
        .isInstanceOf(Found.Absent.class)
        .extracting(Found::id)
        .isEqualTo(unknownId());
  }

  @Test
  void askingForNothingGivesNothing() {
    assertThat(filled.read(List.of())).isEmpty();
    assertThat(filled.write(List.of())).isEmpty();
    assertThat(filled.locate(List.of())).isEmpty();
  }

  @Test
  void aCheckpointThatIsNotOursGivesACompleteListing() {
    Listing listing = filled.list(new Checkpoint("not-a-checkpoint-of-this-store"));
    assertThat(listing.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(Set.copyOf(ids(listing))).isEqualTo(Set.copyOf(ids(filled.list(null))));
  }

  @Test
  protected void nothingChangedSinceTheCheckpointMeansNothingIsListed() {
    Checkpoint next = filled.list(null).next();
    if (next != null) {
      Listing changes = filled.list(next);
      assertThat(changes.scope()).isEqualTo(Listing.Scope.CHANGES);
      assertThat(changes.rows()).isEmpty();
      assertThat(changes.removed()).isEmpty();
    }
  }

  @Test
  void aStoreThatCannotBeWrittenSaysWhyAndRefuses() {
    if (filled.traits().writable()) {
      return;
    }
    assertThat(filled.traits().readOnly()).isNotBlank();
    Listing before = filled.list(null);
    Replica<T> some =
        filled.read(ids(before)).stream()
            .filter(Found.Present.class::isInstance)
            .map(ReadingContract::present)
            .findFirst()
            .orElseThrow();
    Revision revision = some.revision() == null ? new Revision("r") : some.revision();
    Stamp stamp = new Stamp(new LinkId("link"), 1);
    Effect.Create<T> create = new Effect.Create<>("some-uid", some.item(), stamp, "Title");
    List<Written> outcomes =
        filled.write(
            List.of(
                create,
                new Effect.Update<>(some.id(), revision, some.item(), Set.of(), stamp, "Title"),
                new Effect.Delete<>(some.id(), revision, "Title")));
    assertThat(outcomes).hasSize(3).allMatch(Written.Refused.class::isInstance);
    assertThat(filled.locate(List.of(create))).isEqualTo(Map.of());
    assertThat(Set.copyOf(filled.list(null).rows())).isEqualTo(Set.copyOf(before.rows()));
  }
}
