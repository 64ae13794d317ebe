package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/**
 * What every {@link Store} that can be written must do. Subclassed once for each; the subject is a
 * {@link Place} and a few sample items.
 *
 * @param <T> the item
 */
public abstract class StoreContract<T> extends ReadingContract<T> {

  /** A fresh, empty collection somewhere, and a foreign hand that works in it. */
  public interface Place<T> extends AutoCloseable {
    /** Opens the collection; what an earlier opened and closed store wrote is there. */
    Store<T> open();

    /** Somebody else makes an item. */
    ItemId put(T item);

    /** Somebody else replaces an item's content. */
    void change(ItemId id, T item);

    /** Somebody else deletes an item. */
    void remove(ItemId id);

    /**
     * Somebody else leaves something that is no item and cannot be understood, or null if that is
     * not possible here.
     */
    default @Nullable ItemId putBroken() {
      return null;
    }

    @Override
    void close();
  }

  protected abstract Place<T> place();

  /** An item with a UID, whose every field this store keeps. */
  protected abstract T a();

  /** Another one with another UID, that differs from {@link #a} in at least two fields. */
  protected abstract T b();

  /** {@code onto} with the named fields of {@code from}. */
  protected abstract T overlay(T onto, T from, Set<String> fields);

  protected abstract String uid(T item);

  protected abstract T withUid(T item, String uid);

  private @Nullable Place<T> place;
  private Store<T> store = Unopened.store();

  @Override
  protected Store<T> openFilled() {
    Place<T> filled = place();
    filled.put(a());
    filled.put(b());
    return new ClosingStore<>(filled.open(), filled::close);
  }

  @BeforeEach
  void openAnEmptyPlace() {
    place = place();
    store = where().open();
  }

  @AfterEach
  void closeThePlace() {
    store.close();
    where().close();
  }

  private Place<T> where() {
    return java.util.Objects.requireNonNull(place);
  }

  private void reopen() {
    store.close();
    store = where().open();
  }

  // ---- small words ----

  private static Stamp stamp(long write) {
    return new Stamp(new LinkId("7f3a-link"), write);
  }

  private Effect.Create<T> creating(T item) {
    return new Effect.Create<>(uid(item), item, stamp(1), "Title");
  }

  private Written write(Effect<T> effect) {
    List<Written> outcomes = store.write(List.of(effect));
    assertThat(outcomes).hasSize(1);
    return outcomes.getFirst();
  }

  private ItemId create(T item) {
    Written outcome = write(creating(item));
    assertThat(outcome).isInstanceOf(Written.Done.class);
    return ((Written.Done) outcome).id();
  }

  private Replica<T> read(ItemId id) {
    Found<T> found = store.read(List.of(id)).getFirst();
    assertThat(found).isInstanceOf(Found.Present.class);
    return ((Found.Present<T>) found).replica();
  }

  private Revision revision(ItemId id) {
    Revision revision = read(id).revision();
    assertThat(revision).as("an item that is read has a revision").isNotNull();
    return java.util.Objects.requireNonNull(revision);
  }

  private Set<ItemId> listed() {
    return Set.copyOf(store.list(null).rows().stream().map(Listing.Row::id).toList());
  }

  private void assertHolds(ItemId id, T item) {
    assertThat(differing(read(id).item(), item)).isEmpty();
  }

  private void assertGone(ItemId id) {
    assertThat(store.read(List.of(id))).containsExactly(new Found.Absent<>(id));
    assertThat(listed()).doesNotContain(id);
  }

  /** After a confirmed write the revision is the one that everybody sees, or none is given. */
  private void assertConfirmed(Written outcome) {
    Written.Done done = (Written.Done) outcome;
    if (done.revision() != null) {
      assertThat(read(done.id()).revision()).isEqualTo(done.revision());
    }
  }

  // ---- creating ----

  @Test
  void whatAWriteLosesIsForetold() {
    Effect.Create<T> create = creating(a());
    List<Lost> foretold = store.losses(create);
    Written outcome = write(create);
    assertThat(((Written.Done) outcome).losses()).isEqualTo(foretold);
    ItemId id = ((Written.Done) outcome).id();
    assertThat(store.losses(new Effect.Delete<>(id, revision(id), "Title"))).isEmpty();
    assertThat(read(id).losses()).as("a sample holds nothing that cannot be shown").isEmpty();
  }

  @Test
  void anEmptyPlaceListsNothing() {
    Listing listing = store.list(null);
    assertThat(listing.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(listing.rows()).isEmpty();
  }

  @Test
  void whatIsCreatedIsListedAndReadAlsoAfterReopening() {
    Written outcome = write(creating(a()));
    assertThat(outcome).isInstanceOf(Written.Done.class);
    assertConfirmed(outcome);
    ItemId id = ((Written.Done) outcome).id();
    for (int round = 0; round < 2; round++) {
      assertThat(listed()).containsExactly(id);
      assertHolds(id, a());
      assertThat(uid(read(id).item())).isEqualTo(uid(a()));
      reopen();
    }
  }

  @Test
  void anItemIsCreatedUnderTheIdentityThatWasChosen() {
    String uid = "chosen-5e0c@tandem";
    ItemId id =
        ((Written.Done) write(new Effect.Create<>(uid, withUid(a(), uid), stamp(1), "Title"))).id();
    assertThat(uid(read(id).item())).isEqualTo(uid);
  }

  @Test
  void creatingAnIdentityThatIsTakenWritesNothing() {
    ItemId id = create(a());
    Written again =
        write(
            new Effect.Create<>(
                uid(a()), withUid(b(), uid(a())), new Stamp(new LinkId("other"), 1), "Title"));
    assertThat(again).isInstanceOf(Written.Exists.class);
    ItemId at = ((Written.Exists) again).at();
    if (at != null) {
      assertThat(at).isEqualTo(id);
    }
    assertHolds(id, a());
    assertThat(listed()).containsExactly(id);
  }

  @Test
  void whatALostCreateLeftIsLocated() {
    Effect.Create<T> lost = creating(a());
    Effect.Create<T> neverDone =
        new Effect.Create<>(uid(b()), b(), new Stamp(new LinkId("never"), 1), "Title");
    assertThat(store.locate(List.of(lost, neverDone))).isEmpty();
    ItemId id = ((Written.Done) write(lost)).id();
    reopen();
    Map<Stamp, Replica<T>> located = store.locate(List.of(neverDone, lost));
    assertThat(located).containsOnlyKeys(stamp(1));
    Replica<T> replica = java.util.Objects.requireNonNull(located.get(stamp(1)));
    assertThat(replica.id()).isEqualTo(id);
    assertThat(replica.revision()).isEqualTo(read(id).revision());
    assertThat(differing(replica.item(), a())).isEmpty();
  }

  /** One that is to be made again has a later stamp: it may have come back without us. */
  @Test
  void whatIsMadeAgainIsLocatedByItsIdentity() {
    ItemId id = create(a());
    Stamp later = new Stamp(new LinkId("later"), 2);
    Effect.Create<T> again = new Effect.Create<>(uid(a()), a(), later, "Title");
    Effect.Create<T> gone =
        new Effect.Create<>(uid(b()), b(), new Stamp(new LinkId("gone"), 2), "Title");
    reopen();
    Map<Stamp, Replica<T>> located = store.locate(List.of(gone, again));
    assertThat(located).containsOnlyKeys(later);
    assertThat(java.util.Objects.requireNonNull(located.get(later)).id()).isEqualTo(id);
  }

  // ---- updating ----

  @Test
  void anUpdateChangesTheNamedFieldsOnly() {
    ItemId id = create(a());
    String field = differing(a(), b()).iterator().next();
    T from = withUid(b(), uid(a()));
    Written outcome =
        write(new Effect.Update<>(id, revision(id), from, Set.of(field), stamp(2), "Title"));
    assertThat(outcome).isInstanceOf(Written.Done.class);
    assertThat(((Written.Done) outcome).id()).isEqualTo(id);
    assertConfirmed(outcome);
    reopen();
    assertHolds(id, overlay(a(), from, Set.of(field)));
    assertThat(uid(read(id).item())).isEqualTo(uid(a()));
    assertThat(listed()).containsExactly(id);
  }

  @Test
  void anUpdateChangesTheRevision() {
    ItemId id = create(a());
    Revision before = revision(id);
    T from = withUid(b(), uid(a()));
    write(new Effect.Update<>(id, before, from, differing(a(), b()), stamp(2), "Title"));
    assertThat(revision(id)).isNotEqualTo(before);
    assertHolds(id, from);
  }

  @Test
  void aForeignChangeChangesTheRevision() {
    ItemId id = where().put(a());
    Revision before = revision(id);
    where().change(id, withUid(b(), uid(a())));
    assertThat(revision(id)).isNotEqualTo(before);
  }

  @Test
  void anUpdateOfWhatHasChangedMeanwhileWritesNothing() {
    ItemId id = where().put(a());
    Revision seen = revision(id);
    T foreign = withUid(b(), uid(a()));
    where().change(id, foreign);
    assertThat(write(new Effect.Update<>(id, seen, a(), differing(a(), b()), stamp(2), "Title")))
        .isEqualTo(new Written.Stale());
    assertHolds(id, foreign);
  }

  @Test
  void anUpdateOfWhatIsGoneWritesNothing() {
    ItemId id = where().put(a());
    Revision seen = revision(id);
    where().remove(id);
    assertThat(write(new Effect.Update<>(id, seen, b(), differing(a(), b()), stamp(2), "Title")))
        .isEqualTo(new Written.Gone());
    assertGone(id);
    assertThat(listed()).isEmpty();
  }

  // ---- deleting ----

  @Test
  void whatIsDeletedIsGone() {
    ItemId id = create(a());
    ItemId other = create(b());
    Written outcome = write(new Effect.Delete<>(id, revision(id), "Title"));
    assertThat(outcome).isInstanceOf(Written.Done.class);
    reopen();
    assertGone(id);
    assertHolds(other, b());
  }

  @Test
  void deletingWhatHasChangedMeanwhileDeletesNothing() {
    ItemId id = where().put(a());
    Revision seen = revision(id);
    T foreign = withUid(b(), uid(a()));
    where().change(id, foreign);
    assertThat(write(new Effect.Delete<>(id, seen, "Title"))).isEqualTo(new Written.Stale());
    assertHolds(id, foreign);
  }

  @Test
  void deletingWhatIsGoneSaysSo() {
    ItemId id = where().put(a());
    Revision seen = revision(id);
    where().remove(id);
    assertThat(write(new Effect.Delete<>(id, seen, "Title"))).isEqualTo(new Written.Gone());
  }

  @Test
  void aDeletedIdentityCanBeCreatedAgain() {
    ItemId id = create(a());
    write(new Effect.Delete<>(id, revision(id), "Title"));
    ItemId again = create(a());
    assertHolds(again, a());
    assertThat(listed()).containsExactly(again);
  }

  // ---- batches ----

  @Test
  void outcomesComeInTheOrderOfTheEffectsAndOneFailureStopsNoOther() {
    ItemId changed = where().put(a());
    Revision seen = revision(changed);
    where().change(changed, withUid(b(), uid(a())));
    T c = withUid(a(), "uid-c");
    T d = withUid(b(), "uid-d");
    List<Written> outcomes =
        store.write(
            List.of(
                new Effect.Create<>("uid-c", c, new Stamp(new LinkId("c"), 1), "C"),
                new Effect.Update<>(changed, seen, a(), differing(a(), b()), stamp(2), "Title"),
                new Effect.Delete<>(unknownId(), seen, "Title"),
                new Effect.Create<>("uid-d", d, new Stamp(new LinkId("d"), 1), "D")));
    assertThat(outcomes).hasSize(4);
    assertThat(outcomes.get(0)).isInstanceOf(Written.Done.class);
    assertThat(outcomes.get(1)).isInstanceOf(Written.Stale.class);
    assertThat(outcomes.get(2)).isInstanceOf(Written.Gone.class);
    assertThat(outcomes.get(3)).isInstanceOf(Written.Done.class);
    assertHolds(((Written.Done) outcomes.get(0)).id(), c);
    assertHolds(((Written.Done) outcomes.get(3)).id(), d);
    assertThat(listed()).hasSize(3);
  }

  @Test
  void noStoreGathersWithoutEnd() {
    List<Effect<T>> many = java.util.Collections.nCopies(100_000, creating(a()));
    assertThat(store.gathers(many)).isFalse();
    assertThat(store.list(null).rows()).isEmpty();
    assertThat(store.gathers(many)).isFalse();
    assertThat(store.list(null).rows()).isEmpty();
  }

  @Test
  void somethingThatCannotBeUnderstoodIsSaidSoAndDisturbsNothing() {
    ItemId good = where().put(a());
    ItemId broken = where().putBroken();
    if (broken == null) {
      return;
    }
    List<Found<T>> found = store.read(List.of(broken, good));
    assertThat(found.getFirst()).isInstanceOf(Found.Unreadable.class);
    Found.Unreadable<T> unreadable = (Found.Unreadable<T>) found.getFirst();
    assertThat(unreadable.id()).isEqualTo(broken);
    assertThat(unreadable.title()).isNotBlank();
    assertThat(unreadable.reason()).isNotBlank();
    assertThat(found.get(1)).isInstanceOf(Found.Present.class);
    assertThat(listed()).contains(good);
  }

  // ---- incremental listings ----

  @Test
  protected void aCheckpointTellsWhatChangedSince() {
    ItemId kept = where().put(a());
    ItemId edited = where().put(b());
    ItemId removed = where().put(withUid(a(), "uid-removed"));
    Checkpoint checkpoint = store.list(null).next();
    if (checkpoint == null) {
      return;
    }
    where().change(edited, withUid(a(), uid(b())));
    where().remove(removed);
    ItemId added = where().put(withUid(b(), "uid-added"));
    reopen();
    Listing changes = store.list(checkpoint);
    List<ItemId> listed = changes.rows().stream().map(Listing.Row::id).toList();
    if (changes.scope() == Listing.Scope.COMPLETE) { // it knows only whether anything has changed
      assertThat(listed).containsExactlyInAnyOrder(kept, edited, added);
    } else {
      assertThat(changes.scope()).isEqualTo(Listing.Scope.CHANGES);
      assertThat(listed).containsExactlyInAnyOrder(edited, added);
      assertThat(changes.removed()).containsExactly(removed);
    }
    Supplier<Listing> next = () -> store.list(changes.next());
    assertThat(next.get().isUnchanged()).isTrue();
  }

  @Test
  void behindOwnWritesNothingIsHidden() {
    ItemId there = where().put(a());
    reopen();
    Checkpoint listed = store.list(null).next();
    if (listed == null) {
      return;
    }
    ItemId own = create(b());
    Checkpoint behind = store.behindOwnWrites(listed);
    reopen();
    assertThat(named(behind)).isSubsetOf(there, own);
    store.close();
    where().change(there, withUid(b(), uid(a())));
    store = where().open();
    assertThat(named(behind)).contains(there);
  }

  @Test
  void whatSomebodyElseDidBeforeOwnWritesIsListedBehindThem() {
    ItemId there = where().put(a());
    reopen();
    Checkpoint listed = store.list(null).next();
    if (listed == null) {
      return;
    }
    where().change(there, withUid(b(), uid(a())));
    create(b());
    Checkpoint behind = store.behindOwnWrites(listed);
    reopen();
    assertThat(named(behind)).contains(there);
  }

  private List<ItemId> named(Checkpoint since) {
    return store.list(since).rows().stream().map(Listing.Row::id).toList();
  }
}
