package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Waiting;

/**
 * What every {@link Ledger} must do with links. {@link LedgerContract} has the rest.
 *
 * @param <T> the item
 */
public abstract class LinksContract<T> {

  /** A place where a ledger lives. */
  public interface Place<T> extends AutoCloseable {
    /** Closes the ledger that was opened before, if any, and opens what is stored. */
    Ledger<T> open();

    /** The conflicts that are stored, oldest first. */
    List<Conflict<T>> conflicts();

    /** Those of them that still wait for a person, with the fields that do. */
    List<Conflict<T>> openConflicts();

    @Override
    void close();
  }

  /** A fresh place that holds nothing. */
  protected abstract Place<T> place();

  /** Different items for different numbers; equal ones for equal numbers. */
  protected abstract T item(int number);

  private @Nullable Place<T> place;
  private @Nullable Ledger<T> ledger;

  @BeforeEach
  void openPlace() {
    place = place();
    ledger = place.open();
  }

  @AfterEach
  void closePlace() {
    if (place != null) {
      place.close();
    }
  }

  final Ledger<T> ledger() {
    return java.util.Objects.requireNonNull(ledger);
  }

  final Place<T> where() {
    return java.util.Objects.requireNonNull(place);
  }

  final void reopen() {
    ledger = where().open();
  }

  final Commit.Builder<T> commit() {
    return new Commit.Builder<>();
  }

  static LinkId id(int number) {
    return new LinkId("link-" + number);
  }

  final Link<T> link(int number) {
    return new Link<>(
        id(number),
        new LinkSide<>(
            new ItemId("left-" + number), new Revision("l1"), "uid-" + number, item(number)),
        new LinkSide<>(new ItemId("right-" + number), null, "", item(number + 1)),
        3,
        null);
  }

  @Test
  void whatIsSavedIsThereAgainAfterReopening() {
    Link<T> waiting =
        new Link<>(
            id(2),
            link(2).left(),
            link(2).right(),
            0,
            new Waiting(new Revision("l"), new Revision("\"r\""), "left is read-only"));
    ledger().commit(commit().save(link(1)).save(waiting).build());
    for (int round = 0; round < 2; round++) {
      assertThat(ledger().links(List.of(id(1), id(2), id(3))))
          .containsOnlyKeys(id(1), id(2))
          .containsEntry(id(1), link(1))
          .containsEntry(id(2), waiting);
      assertThat(ledger().heads()).containsExactly(link(1).head(), waiting.head());
      reopen();
    }
  }

  @Test
  void aLinkWithoutRevisionOrThatWaitsMakesItRestless() {
    assertThat(ledger().size()).isZero();
    assertThat(ledger().isRestless()).isFalse();
    LinkSide<T> right =
        new LinkSide<>(new ItemId("right-1"), new Revision("r1"), "", link(1).right().base());
    Link<T> calm = new Link<>(id(1), link(1).left(), right, 3, null);
    ledger().commit(commit().save(calm).build());
    assertThat(ledger().isRestless()).isFalse();
    ledger().commit(commit().save(link(2)).build());
    assertThat(ledger().size()).isEqualTo(2);
    assertThat(ledger().isRestless()).isTrue();
    ledger().commit(commit().remove(id(2)).build());
    assertThat(ledger().isRestless()).isFalse();
    Waiting waiting = new Waiting(new Revision("l"), new Revision("r"), "why");
    ledger().commit(commit().save(new Link<>(id(1), link(1).left(), right, 3, waiting)).build());
    assertThat(ledger().isRestless()).isTrue();
  }

  @Test
  void whatIsPutInOtherWordsIsKept() {
    Link<T> link =
        new Link<>(id(1), link(1).left(), link(1).right(), 3, null, Set.of("subject", "body"));
    ledger().commit(commit().save(link).build());
    reopen();
    assertThat(ledger().links(List.of(id(1)))).containsEntry(id(1), link);
    ledger().commit(commit().save(link(1)).build());
    reopen();
    assertThat(ledger().links(List.of(id(1)))).containsEntry(id(1), link(1));
  }

  @Test
  void savingALinkAgainReplacesAllOfIt() {
    ledger().commit(commit().save(link(1)).build());
    Link<T> other =
        new Link<>(
            id(1),
            new LinkSide<>(new ItemId("moved"), null, "", item(5)),
            new LinkSide<>(new ItemId("right-1"), new Revision("r9"), "u", item(6)),
            4,
            new Waiting(new Revision("a"), new Revision("b"), "c"));
    ledger().commit(commit().save(other).build());
    assertThat(ledger().links(List.of(id(1)))).containsExactly(java.util.Map.entry(id(1), other));
    ledger().commit(commit().save(link(1)).build());
    reopen();
    assertThat(ledger().links(List.of(id(1)))).containsEntry(id(1), link(1));
    assertThat(ledger().heads()).containsExactly(link(1).head());
  }

  @Test
  void twoLinksMayExchangeTheirItemsInOneCommit() {
    ledger().commit(commit().save(link(1)).save(link(2)).build());
    Link<T> one = new Link<>(id(1), link(2).left(), link(2).right(), 4, null);
    Link<T> two = new Link<>(id(2), link(1).left(), link(1).right(), 4, null);
    ledger().commit(commit().save(one).save(two).build());
    assertThat(ledger().links(List.of(id(1), id(2))))
        .containsEntry(id(1), one)
        .containsEntry(id(2), two);
  }

  @Test
  void aRemovedLinkIsGoneAndRemovingItAgainIsNoError() {
    ledger().commit(commit().save(link(1)).save(link(2)).build());
    ledger().commit(commit().remove(id(1)).build());
    ledger().commit(commit().remove(id(1)).remove(id(9)).build());
    reopen();
    assertThat(ledger().heads()).containsExactly(link(2).head());
  }

  @Test
  void headsComeInTheOrderOfTheirLeftIds() {
    Commit.Builder<T> commit = commit();
    for (int number : new int[] {5, 3, 9, 1, 7}) {
      commit.save(link(number));
    }
    ledger().commit(commit.build());
    assertThat(ledger().heads().stream().map(head -> head.left().id().value()))
        .containsExactly("left-1", "left-3", "left-5", "left-7", "left-9");
  }

  @Test
  void manyLinksAreAnsweredAtOnce() {
    Commit.Builder<T> commit = commit();
    List<LinkId> ids = new java.util.ArrayList<>();
    for (int number = 0; number < 2500; number++) {
      commit.save(link(number));
      ids.add(id(number));
    }
    ledger().commit(commit.build());
    assertThat(ledger().links(ids)).hasSize(2500).containsEntry(id(2499), link(2499));
    assertThat(ledger().heads()).hasSize(2500);
  }
}
