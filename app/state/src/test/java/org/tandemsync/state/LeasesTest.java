package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Leases;
import org.tandemsync.services.LedgerKey;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Side;

class LeasesTest {
  private static final Owner HERE = Owner.thisProcess();
  private static final Owner ELSEWHERE = new Owner("other-machine boot ns", 4711, 1);

  @TempDir Path home;
  private final Clockwork clock = new Clockwork();
  private State here;
  private State elsewhere;

  LeasesTest(@TempDir Path home) {
    here = State.open(home, clock.surroundings(1), HERE);
    elsewhere = State.open(home, clock.surroundings(2), ELSEWHERE);
    here.close();
    elsewhere.close();
  }

  @BeforeEach
  void open() {
    here = State.open(home, clock.surroundings(1), HERE);
    elsewhere = State.open(home, clock.surroundings(2), ELSEWHERE);
  }

  @AfterEach
  void close() {
    here.close();
    elsewhere.close();
  }

  private static Leases.Lease granted(State state) {
    return (Leases.Lease) state.leases().take("Work");
  }

  @Test
  void oneAtATime() {
    Leases.Lease first = granted(elsewhere);
    assertThat(first.takenOver()).isFalse();
    clock.pass(Duration.ofSeconds(30));
    assertThat(here.leases().take("Work"))
        .isEqualTo(
            new Leases.Taken("process 4711 on other-machine", Clockwork.START, Clockwork.START));
    assertThat(here.leases().take("Home")).isInstanceOf(Leases.Lease.class);
    first.close();
    Leases.Lease second = granted(here);
    assertThat(second.takenOver()).isFalse();
    assertThat(second.token()).isGreaterThan(first.token());
  }

  @Test
  void aHeartbeatKeepsIt() {
    Leases.Lease first = granted(elsewhere);
    for (int i = 0; i < 20; i++) {
      clock.pass(Duration.ofSeconds(Leases.BEAT_SECONDS));
      first.beat();
      assertThat(here.leases().take("Work")).isInstanceOf(Leases.Taken.class);
    }
  }

  @Test
  void aSilentOneIsTakenOverAndCannotCommitAnyMore() {
    Leases.Lease first = granted(elsewhere);
    LedgerKey key = new LedgerKey("Work", Family.EVENTS, "l", "r");
    Ledger<Item> late = elsewhere.ledgers().open(key, "f", first, 1).ledger();
    Commit<Item> commit =
        new Commit.Builder<Item>().checkpoint(Side.LEFT, Optional.of(new Checkpoint("1"))).build();
    late.commit(commit);
    clock.pass(Duration.ofSeconds(Leases.SILENCE_SECONDS - 1));
    assertThat(here.leases().take("Work")).isInstanceOf(Leases.Taken.class);
    clock.pass(Duration.ofSeconds(1));
    Leases.Lease second = granted(here);
    assertThat(second.takenOver()).isTrue();
    assertThatThrownBy(() -> late.commit(commit))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("taken over profile 'Work'");
    assertThatThrownBy(first::beat).isInstanceOf(CannotRun.class);
    assertThatThrownBy(() -> elsewhere.ledgers().open(key, "f", first, 1))
        .isInstanceOf(CannotRun.class);
    first.close();
    // the late one gave back nothing that is not its own
    assertThat(elsewhere.leases().take("Work")).isInstanceOf(Leases.Taken.class);
    here.ledgers().open(key, "f", second, 1).ledger().commit(commit);
  }

  @Test
  void aClockThatWasSetBackDoesNotMakeItEternal() {
    granted(elsewhere);
    clock.pass(Duration.ofDays(-1));
    assertThat(here.leases().take("Work")).isInstanceOf(Leases.Lease.class);
  }

  @Test
  void theSameProcessIsNeverOvertakenBySilence() {
    granted(here);
    clock.pass(Duration.ofDays(1));
    assertThat(here.leases().take("Work")).isInstanceOf(Leases.Taken.class);
  }

  @Test
  void aProcessThatIsGoneIsTakenOverAtOnce() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long pid = process.pid();
    process.waitFor();
    try (State killed =
        State.open(home, clock.surroundings(3), new Owner(HERE.machine(), pid, 1))) {
      granted(killed);
      Leases.Lease mine = granted(here);
      assertThat(mine.takenOver()).isTrue();
    }
  }

  @Test
  void anotherProcessWithTheNumberOfTheOldOneIsNotIt() {
    try (State killed =
        State.open(
            home,
            clock.surroundings(3),
            new Owner(HERE.machine(), HERE.pid(), HERE.started() - 60_000))) {
      granted(killed);
      assertThat(granted(here).takenOver()).isTrue();
    }
  }

  @Test
  void ofManyAtOnceOneGetsIt() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      CountDownLatch go = new CountDownLatch(1);
      var answers =
          IntStream.range(0, 4)
              .mapToObj(
                  n ->
                      threads.submit(
                          () -> {
                            go.await();
                            try (State state =
                                State.open(
                                    home,
                                    clock.surroundings(n + 10),
                                    new Owner("machine-" + n, 1, 1))) {
                              return state.leases().take("Work") instanceof Leases.Lease;
                            }
                          }))
              .toList();
      go.countDown();
      int granted = 0;
      for (Future<Boolean> answer : answers) {
        granted += answer.get() ? 1 : 0;
      }
      assertThat(granted).isEqualTo(1);
    }
  }
}
