package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Former;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Intent;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.PassedOver;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;

/**
 * What every {@link Ledger} must do. Subclassed once for each.
 *
 * @param <T> the item
 */
public abstract class LedgerContract<T> extends ConflictsContract<T> {

  private Intent<T> intent(int number) {
    return new Intent<>(
        id(number),
        new Replica<>(
            new ItemId("left-" + number), new Revision("l1"), item(number), new Stamp(id(7), 2)),
        new Replica<>(new ItemId("right-" + number), null, item(number + 1), null),
        new Effect.Update<>(
            new ItemId("left-" + number),
            new Revision("l1"),
            item(number + 2),
            Set.of("title", "text"),
            new Stamp(id(number), 4),
            "Title ä \" '"),
        new Effect.Delete<>(new ItemId("right-" + number), new Revision("r1"), "Title"),
        Set.of("title", "text", "tags"),
        Set.of("text"));
  }

  @Test
  void aNewLedgerHoldsNothing() {
    assertThat(ledger().heads()).isEmpty();
    assertThat(ledger().openIntents()).isEmpty();
    assertThat(ledger().links(List.of(id(1)))).isEmpty();
    assertThat(ledger().links(List.of())).isEmpty();
    assertThat(ledger().checkpoint(Side.LEFT)).isEmpty();
    assertThat(ledger().checkpoint(Side.RIGHT)).isEmpty();
    assertThat(where().conflicts()).isEmpty();
    assertThat(ledger().passedOver(Side.LEFT)).isEmpty();
    assertThat(ledger().passedOver(Side.RIGHT)).isEmpty();
  }

  private static PassedOver passed(int number, String revision) {
    return new PassedOver(
        new ItemId("id-" + number),
        new Revision(revision),
        "stamp",
        "uid",
        "a\nb",
        "\"c\"",
        number == 1 ? LocalDate.of(2026, 3, 1) : null);
  }

  @Test
  void whatIsPassedOverIsKeptPerSideUntilItIsToBeLookedAtAgain() {
    ledger()
        .commit(
            commit()
                .pass(Side.LEFT, passed(2, "r2"))
                .pass(Side.LEFT, passed(1, "r1"))
                .pass(Side.RIGHT, passed(1, "\"etag\""))
                .build());
    reopen();
    assertThat(ledger().passedOver(Side.LEFT)).containsExactly(passed(1, "r1"), passed(2, "r2"));
    assertThat(ledger().passedOver(Side.RIGHT)).containsExactly(passed(1, "\"etag\""));
    ledger()
        .commit(
            commit()
                .lookAgain(Side.LEFT, new ItemId("id-2"))
                .lookAgain(Side.RIGHT, new ItemId("id-9"))
                .pass(Side.LEFT, passed(1, "r9"))
                .build());
    reopen();
    assertThat(ledger().passedOver(Side.LEFT)).containsExactly(passed(1, "r9"));
    assertThat(ledger().passedOver(Side.RIGHT)).containsExactly(passed(1, "\"etag\""));
  }

  @Test
  void anIntentIsOpenUntilItIsClosed() {
    ledger().commit(commit().open(intent(2)).open(intent(1)).build());
    for (int round = 0; round < 2; round++) {
      assertThat(ledger().openIntents()).containsExactly(intent(1), intent(2));
      reopen();
    }
    ledger().commit(commit().save(link(1)).close(id(1)).build());
    reopen();
    assertThat(ledger().openIntents()).containsExactly(intent(2));
    assertThat(ledger().links(List.of(id(1)))).containsKey(id(1));
    ledger().commit(commit().close(id(2)).close(id(2)).build());
    assertThat(ledger().openIntents()).isEmpty();
  }

  @Test
  void everyShapeOfIntentIsKept() {
    Intent<T> create =
        new Intent<>(
            id(1),
            new Replica<>(new ItemId("left-1"), null, item(1), null),
            null,
            null,
            new Effect.Create<>("uid-1", item(2), new Stamp(id(1), 1), ""),
            Set.of());
    Intent<T> delete =
        new Intent<>(
            id(2),
            new Replica<>(new ItemId("left-1"), new Revision("x"), item(1), null),
            null,
            new Effect.Delete<>(new ItemId("left-1"), new Revision("x"), "Title"),
            null,
            Set.of("title"));
    ledger().commit(commit().open(create).open(delete).build());
    reopen();
    assertThat(ledger().openIntents()).containsExactly(create, delete);
  }

  @Test
  void anIntentMayBeClosedAndOpenedAnewInOneCommit() {
    ledger().commit(commit().open(intent(1)).build());
    Intent<T> next =
        new Intent<>(id(1), null, intent(1).right(), null, intent(1).onRight(), intent(1).agreed());
    ledger().commit(commit().close(id(1)).open(next).build());
    reopen();
    assertThat(ledger().openIntents()).containsExactly(next);
  }

  @Test
  void aCommitThatCannotBeDoneChangesNothing() {
    ledger()
        .commit(
            commit()
                .save(link(1))
                .open(intent(1))
                .checkpoint(Side.LEFT, Optional.of(new Checkpoint("c1")))
                .build());
    assertThatThrownBy(
            () ->
                ledger()
                    .commit(
                        commit()
                            .save(link(2))
                            .remove(id(1))
                            .conflict(conflict(1, null))
                            .checkpoint(Side.LEFT, Optional.of(new Checkpoint("c2")))
                            .open(intent(1))
                            .build()))
        .isInstanceOf(RuntimeException.class);
    for (int round = 0; round < 2; round++) {
      assertThat(ledger().heads()).containsExactly(link(1).head());
      assertThat(ledger().openIntents()).containsExactly(intent(1));
      assertThat(ledger().checkpoint(Side.LEFT)).contains(new Checkpoint("c1"));
      assertThat(where().conflicts()).isEmpty();
      reopen();
    }
  }

  @Test
  void checkpointsAreKeptPerSideAndCanBeForgotten() {
    ledger()
        .commit(
            commit()
                .checkpoint(Side.LEFT, Optional.of(new Checkpoint("l")))
                .checkpoint(Side.RIGHT, Optional.of(new Checkpoint("http://x/sync/1?a=\"b\"")))
                .build());
    reopen();
    assertThat(ledger().checkpoint(Side.LEFT)).contains(new Checkpoint("l"));
    assertThat(ledger().checkpoint(Side.RIGHT)).contains(new Checkpoint("http://x/sync/1?a=\"b\""));
    ledger().commit(commit().checkpoint(Side.LEFT, Optional.empty()).build());
    reopen();
    assertThat(ledger().checkpoint(Side.LEFT)).isEmpty();
    assertThat(ledger().checkpoint(Side.RIGHT)).isPresent();
  }

  @Test
  void formerRevisionsAreRemembered() {
    ledger().commit(commit().save(link(1)).save(link(2)).build());
    assertThat(ledger().formers(List.of(id(1), id(2)))).isEmpty();
    for (int i = 2; i <= Former.KEPT + 3; i++) {
      Link<T> link = link(1);
      LinkSide<T> left = link.left();
      LinkSide<T> other =
          new LinkSide<>(left.id(), new Revision("l" + i), left.uid(), left.base(), "mark");
      ledger().commit(commit().save(new Link<>(link.id(), other, link.right(), i, null)).build());
    }
    reopen();
    assertThat(ledger().formers(List.of(id(2)))).isEmpty();
    assertThat(ledger().formers(List.of(id(1)))).hasSize(Former.KEPT);
    assertThat(ledger().formers(List.of(id(1))))
        .allMatch(f -> f.link().equals(id(1)) && f.side() == Side.LEFT);
    assertThat(ledger().links(List.of(id(1))).values())
        .singleElement()
        .extracting(link -> link.left().birthmark())
        .isEqualTo("mark");
    assertThat(ledger().ages()).containsOnlyKeys(id(1), id(2));
    ledger().commit(commit().remove(id(1)).build());
    assertThat(ledger().formers(List.of(id(1)))).isEmpty();
    assertThat(ledger().ages()).containsOnlyKeys(id(2));
  }

  @Test
  void whichSidesSeemToBePutBackIsRemembered() {
    assertThat(ledger().putBack()).isEmpty();
    ledger().commit(commit().putBack(Side.RIGHT, true).build());
    reopen();
    assertThat(ledger().putBack()).containsExactly(Side.RIGHT);
    ledger().commit(commit().putBack(Side.LEFT, true).putBack(Side.RIGHT, false).build());
    reopen();
    assertThat(ledger().putBack()).containsExactly(Side.LEFT);
  }

  private static Held held(int number, @Nullable String revision) {
    return new Held(
        number == 1 ? Held.Doing.CREATE : Held.Doing.DELETE,
        Side.RIGHT,
        new Held.Sight(new ItemId("left-" + number), null),
        number == 1
            ? new Held.Sight(null, null)
            : new Held.Sight(
                new ItemId("right-" + number), revision == null ? null : new Revision(revision)),
        "Title " + number,
        "too much",
        "limits",
        Held.Verdict.WAITS);
  }

  @Test
  void whatIsHeldIsKeptUntilItIsLetGo() {
    assertThat(ledger().held()).isEmpty();
    ledger().commit(commit().hold(held(1, null)).hold(held(2, "\"r\"")).build());
    reopen();
    assertThat(ledger().held()).containsExactlyInAnyOrder(held(1, null), held(2, "\"r\""));
    ledger().commit(commit().hold(held(2, "s")).letGo(held(1, null).key()).build());
    reopen();
    assertThat(ledger().held()).containsExactly(held(2, "s"));
    ledger().commit(commit().letGo(held(2, null).key()).letGo(held(3, null).key()).build());
    reopen();
    assertThat(ledger().held()).isEmpty();
  }

  private static Commit.Failure failure(int number, String revision, String reason) {
    return new Commit.Failure(
        new Held.Sight(new ItemId("left-" + number), new Revision(revision)),
        number == 1
            ? new Held.Sight(null, null)
            : new Held.Sight(new ItemId("right-" + number), null),
        "Title",
        reason,
        true);
  }

  @Test
  void whatFailedIsKnownUntilItIsWell() {
    assertThat(ledger().quarantined()).isEmpty();
    ledger().commit(commit().failed(failure(1, "a", "x")).failed(failure(2, "b", "y")).build());
    ledger().commit(commit().failed(failure(2, "c", "z")).build());
    reopen();
    assertThat(ledger().quarantined())
        .extracting(Quarantined::reason)
        .containsExactlyInAnyOrder("x", "z");
    Quarantined second =
        ledger().quarantined().stream()
            .filter(q -> q.reason().equals("z"))
            .findFirst()
            .orElseThrow();
    assertThat(second.left()).isEqualTo(failure(2, "c", "z").left());
    assertThat(second.right()).isEqualTo(failure(2, "c", "z").right());
    ledger().commit(commit().recovered(second.key()).build());
    reopen();
    assertThat(ledger().quarantined()).extracting(Quarantined::reason).containsExactly("x");
  }

  @Test
  void whatIsDeclaredIsKnownUntilItIsCarriedOut() {
    Declared first = new Declared(new ItemId("left-1"), new ItemId("right 'ä'"));
    Declared second =
        new Declared(
            new ItemId("left-2"),
            new ItemId("right-2"),
            new Declared.Mark("u'1", "born"),
            new Declared.Mark("u-2", ""));
    assertThat(ledger().declared()).isEmpty();
    ledger().commit(commit().declare(first).declare(second).build());
    ledger().commit(commit().declare(first).build());
    reopen();
    assertThat(ledger().declared())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrder(first, second);
    ledger().commit(commit().save(link(2)).undeclare(second).undeclare(second).build());
    reopen();
    assertThat(ledger().declared()).containsExactly(first);
  }

  @Test
  void anEmptyCommitIsNoError() {
    ledger().commit(commit().build());
    assertThat(commit().build().isEmpty()).isTrue();
    assertThat(ledger().heads()).isEmpty();
  }
}
