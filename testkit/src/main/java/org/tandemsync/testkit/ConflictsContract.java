package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Side;

/**
 * What every ledger must do with conflicts. Its items differ in the fields "title" and "text", or
 * are of different types.
 *
 * @param <T> the item
 */
public abstract class ConflictsContract<T> extends LinksContract<T> {

  final Conflict<T> conflict(int number, @Nullable Side winner) {
    return clash(number, winner, title("b"), new Merged.FieldClash("text", "", "c"));
  }

  private Conflict<T> clash(int number, @Nullable Side winner, Merged.FieldClash... clashes) {
    return new Conflict<>(
        id(number), "Title", item(number), item(number + 1), List.of(clashes), winner);
  }

  private static Merged.FieldClash title(String right) {
    return new Merged.FieldClash("title", "a", right);
  }

  private static Merged.FieldClash text(String right) {
    return new Merged.FieldClash("text", "a", right);
  }

  private List<Merged.FieldClash> open() {
    List<Conflict<T>> open = where().openConflicts();
    reopen();
    assertThat(where().openConflicts()).isEqualTo(open);
    assertThat(open).hasSizeLessThan(2);
    return open.isEmpty() ? List.of() : open.getFirst().clashes();
  }

  @Test
  void conflictsAreKeptWithBothValues() {
    ledger().commit(commit().conflict(conflict(1, Side.LEFT)).conflict(conflict(2, null)).build());
    reopen();
    assertThat(where().conflicts()).containsExactly(conflict(1, Side.LEFT), conflict(2, null));
  }

  @Test
  void aConflictThatIsRepeatedIsRecordedOnce() {
    ledger().commit(commit().conflict(conflict(1, Side.LEFT)).build());
    ledger().commit(commit().conflict(conflict(2, Side.LEFT)).build());
    reopen();
    ledger().commit(commit().conflict(conflict(1, Side.LEFT)).build());
    assertThat(where().conflicts()).hasSize(2);
    ledger().commit(commit().conflict(conflict(1, Side.RIGHT)).build());
    ledger().commit(commit().conflict(conflict(1, Side.LEFT)).build());
    assertThat(where().conflicts()).hasSize(4);
  }

  @Test
  void aFieldWaitsAlthoughAnotherOneClashesLater() {
    ledger().commit(commit().save(link(1)).conflict(clash(1, null, title("b"))).build());
    assertThat(open()).containsExactly(title("b"));
    ledger().commit(commit().conflict(clash(1, null, text("c"))).build());
    assertThat(open()).containsExactly(title("b"), text("c"));
    ledger().commit(commit().conflict(clash(1, null, title("d"))).build());
    assertThat(open()).containsExactlyInAnyOrder(title("d"), text("c"));
  }

  @Test
  void aFieldWaitsAlthoughASideWinsAnotherOne() {
    ledger().commit(commit().save(link(1)).conflict(clash(1, null, title("b"))).build());
    ledger().commit(commit().conflict(clash(1, Side.LEFT, text("c"))).build());
    assertThat(open()).containsExactly(title("b"));
    ledger().commit(commit().conflict(clash(1, Side.RIGHT, title("d"))).build());
    assertThat(open()).isEmpty();
  }

  @Test
  void whatBothSidesHoldOrPutInOtherWordsDoesNotWait() {
    Link<T> apart = link(1);
    ledger().commit(commit().save(apart).conflict(conflict(1, null)).build());
    assertThat(open()).hasSize(2);
    ledger()
        .commit(
            commit()
                .save(new Link<>(apart.id(), apart.left(), apart.right(), 4, null, Set.of("text")))
                .build());
    assertThat(open()).containsExactly(title("b"));
    LinkSide<T> same =
        new LinkSide<>(apart.right().id(), apart.right().revision(), "", apart.left().base());
    ledger().commit(commit().save(new Link<>(apart.id(), apart.left(), same, 5, null)).build());
    assertThat(open()).isEmpty();
    ledger().commit(commit().remove(apart.id()).build());
    assertThat(open()).isEmpty();
  }
}
