package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Photo;
import org.tandemsync.items.Task;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Leases;
import org.tandemsync.services.LedgerKey;
import org.tandemsync.services.Ledgers;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Waiting;
import org.tandemsync.testkit.LedgerContract;

class SqliteLedgerTest extends LedgerContract<Item> {
  private static final LedgerKey KEY = new LedgerKey("Work", Family.CONTACTS, "left", "right");

  @TempDir Path directory;

  @Override
  protected Place<Item> place() {
    return new Place<>() {
      private Optional<State> state = Optional.empty();
      private Optional<Leases.Lease> lease = Optional.empty();

      @Override
      public Ledger<Item> open() {
        close();
        State opened = State.open(directory, new Clockwork().surroundings(1));
        state = Optional.of(opened);
        Leases.Lease taken = lease(opened);
        lease = Optional.of(taken);
        return opened.ledgers().open(KEY, "all", taken, 1).ledger();
      }

      @Override
      public List<Conflict<Item>> conflicts() {
        return state.orElseThrow().ledgers().conflicts("Work", 100).reversed().stream()
            .map(
                r ->
                    new Conflict<>(
                        r.link(), r.title(), r.left(), r.right(), r.clashes(), r.winner()))
            .toList();
      }

      @Override
      public List<Conflict<Item>> openConflicts() {
        return state.orElseThrow().decisions().conflicts("Work").stream()
            .map(
                open ->
                    new Conflict<>(
                        open.link().id(),
                        open.title(),
                        open.left(),
                        open.right(),
                        open.clashes(),
                        null,
                        open.base()))
            .toList();
      }

      @Override
      public void close() {
        lease.ifPresent(Leases.Lease::close);
        lease = Optional.empty();
        state.ifPresent(State::close);
        state = Optional.empty();
      }
    };
  }

  private static Leases.Lease lease(State state) {
    return (Leases.Lease) state.leases().take("Work");
  }

  @Override
  protected Item item(int number) {
    return number % 2 == 0
        ? Contact.builder()
            .uid("uid-" + number)
            .fullName("Ä \uD83D\uDE00 " + number)
            .notes(Body.plain("long ".repeat(200) + number))
            .photo(new Photo(Bytes.of(new byte[1000 + number]), "image/png"))
            .build()
        : Task.builder().subject("task " + number).categories(Categories.of("a", "B")).build();
  }

  private Link<Item> link(String id, Item left, Item right) {
    return new Link<>(
        new LinkId(id),
        new LinkSide<>(new ItemId("l" + id), new Revision("1"), "", left),
        new LinkSide<>(new ItemId("r" + id), new Revision("1"), "", right),
        0,
        new Waiting(new Revision("1"), new Revision("1"), "read-only"));
  }

  @Test
  void otherOptionsMakeEveryItemLookedAtAgain(@TempDir Path home) {
    try (State state = State.open(home, new Clockwork().surroundings(1))) {
      Leases.Lease lease = lease(state);
      Ledgers.Opened first = state.ledgers().open(KEY, "all", lease, 1);
      assertThat(first.state()).isEqualTo(Ledgers.State.FIRST);
      first
          .ledger()
          .commit(
              new Commit.Builder<Item>()
                  .save(link("1", item(1), item(1)))
                  .checkpoint(Side.RIGHT, Optional.of(new Checkpoint("t")))
                  .build());
      // A plan sees the change of options but makes none.
      Ledgers.Opened plan = state.ledgers().view(KEY, "less");
      assertThat(plan.state()).isEqualTo(Ledgers.State.OTHER_OPTIONS);
      assertThat(plan.ledger().heads().getFirst().left().revision()).isNull();
      assertThat(plan.ledger().heads().getFirst().waiting()).isNull();
      assertThat(plan.ledger().checkpoint(Side.RIGHT)).isEmpty();
      Ledgers.Opened same = state.ledgers().open(KEY, "all", lease, 1);
      assertThat(same.state()).isEqualTo(Ledgers.State.KNOWN);
      assertThat(same.seed()).isEqualTo(first.seed()).hasSize(32);
      assertThat(same.ledger().checkpoint(Side.RIGHT)).contains(new Checkpoint("t"));

      Ledgers.Opened less = state.ledgers().open(KEY, "less", lease, 1);
      assertThat(less.state()).isEqualTo(Ledgers.State.OTHER_OPTIONS);
      assertThat(less.ledger().checkpoint(Side.RIGHT)).isEmpty();
      Link<Item> link = less.ledger().links(List.of(new LinkId("1"))).values().iterator().next();
      assertThat(link.left().revision()).isNull();
      assertThat(link.right().revision()).isNull();
      assertThat(link.waiting()).isNull();
      assertThat(link.left().base()).isEqualTo(item(1));
      assertThat(state.ledgers().open(KEY, "less", lease, 1).state())
          .isEqualTo(Ledgers.State.KNOWN);
    }
  }

  @Test
  void otherFoldersBehindAProfileHaveALedgerOfTheirOwn(@TempDir Path home) {
    try (State state = State.open(home, new Clockwork().surroundings(1))) {
      Leases.Lease lease = lease(state);
      state
          .ledgers()
          .open(KEY, "all", lease, 1)
          .ledger()
          .commit(new Commit.Builder<Item>().save(link("1", item(1), item(2))).build());
      LedgerKey other = new LedgerKey("Work", Family.CONTACTS, "another", "right");
      assertThat(state.ledgers().view(other, "all").state()).isEqualTo(Ledgers.State.OTHER_PLACES);
      Ledgers.Opened opened = state.ledgers().open(other, "all", lease, 1);
      assertThat(opened.state()).isEqualTo(Ledgers.State.OTHER_PLACES);
      assertThat(opened.ledger().heads()).isEmpty();
      // and back again: nothing was forgotten
      assertThat(state.ledgers().open(KEY, "all", lease, 1).ledger().heads()).hasSize(1);
    }
  }

  @Test
  void aPlanCommitsNothing(@TempDir Path home) {
    try (State state = State.open(home, new Clockwork().surroundings(1))) {
      Commit<Item> commit = new Commit.Builder<Item>().save(link("1", item(1), item(2))).build();
      Ledgers.Opened before = state.ledgers().view(KEY, "all");
      assertThat(before.state()).isEqualTo(Ledgers.State.FIRST);
      assertThatThrownBy(() -> before.ledger().commit(commit))
          .isInstanceOf(IllegalStateException.class);
      state.ledgers().open(KEY, "all", lease(state), 1).ledger().commit(commit);
      Ledgers.Opened after = state.ledgers().view(KEY, "all");
      assertThat(after.ledger().heads()).hasSize(1);
      assertThatThrownBy(() -> after.ledger().commit(commit))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aDamagedBaseIsSaidAndNotGuessed(@TempDir Path home) throws IOException {
    try (State state = State.open(home, new Clockwork().surroundings(1))) {
      Ledger<Item> ledger = state.ledgers().open(KEY, "all", lease(state), 1).ledger();
      ledger.commit(new Commit.Builder<Item>().save(link("1", item(1), item(2))).build());
      Tampering.run(home, "update base set left_base = x'0200ff00'");
      assertThatThrownBy(() -> ledger.links(List.of(new LinkId("1"))))
          .isInstanceOf(CannotRun.class)
          .hasMessageContaining("damaged");
      assertThat(Files.size(home.resolve("tandem.db"))).isPositive();
    }
  }

  @Test
  void ledgersOfForgottenProfilesGoAfterAWhile(@TempDir Path home) {
    Clockwork clock = new Clockwork();
    try (State state = State.open(home, clock.surroundings(1))) {
      state
          .ledgers()
          .open(KEY, "all", lease(state), 1)
          .ledger()
          .commit(new Commit.Builder<Item>().save(link("1", item(1), item(2))).build());
      state.ledgers().prune(Clockwork.START);
      assertThat(state.ledgers().summary("Work"))
          .isEqualTo(new Ledgers.Summary(1, 0, Clockwork.START));
      state.ledgers().prune(Clockwork.START.plusSeconds(1));
      assertThat(state.ledgers().summary("Work")).isNull();
    }
  }
}
