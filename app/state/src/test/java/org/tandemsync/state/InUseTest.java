package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.TrustedCertificates;
import org.tandemsync.services.Upkeep;

/** Who has the database open, and who makes it anew meanwhile. */
class InUseTest {
  private static final Instant START = Clockwork.START;

  @TempDir private Path home;
  private final Surroundings surroundings = new Clockwork().surroundings(1);

  /** On most systems closing any channel to a file gives up all locks of the process on it. */
  @Test
  void whoIsRefusedLeavesTheLockOfTheOneThatHasItOpen() throws Exception {
    try (InUse _ = InUse.shared(home)) {
      assertThatThrownBy(() -> InUse.alone(home))
          .isInstanceOf(CannotRun.class)
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
      assertThat(aloneInAnotherProcess()).isEqualTo("refused");
    }
    assertThat(aloneInAnotherProcess()).isEqualTo("locked");
  }

  /** One folder has many paths, and one lock. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anotherPathToTheFolderIsTheSameFolder(@TempDir Path elsewhere) throws Exception {
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), home);
    try (InUse shared = InUse.shared(home)) {
      try (InUse again = InUse.shared(link)) {
        assertThat(again).isSameAs(shared);
      }
      assertThatThrownBy(() -> InUse.alone(link)).hasMessageContaining("is in use by process");
      assertThat(aloneInAnotherProcess()).isEqualTo("refused");
    }
  }

  private String aloneInAnotherProcess() throws Exception {
    Process other = LockingProcess.start(home, false);
    try (var said = other.inputReader()) {
      return String.valueOf(said.readLine());
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  /** The first one has made it anew between the second one's look at it and its lock. */
  @Test
  @DisabledOnOs(OS.WINDOWS) // there a file that is open cannot be put aside at all
  void ofTwoRebuildsOnlyOnePutsTheFileAside() throws IOException {
    try (State state = State.open(home, surroundings)) {
      state.trusted().accept(new TrustedCertificates.Accepted("https://h", "AB", "Alice", START));
    }
    Path file = home.resolve(Database.FILE);
    byte[] bytes = Files.readAllBytes(file);
    int row = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Alice");
    Arrays.fill(bytes, row & -4_096, (row & -4_096) + 4_096, (byte) 0x5a);
    Files.write(file, bytes);
    AtomicReference<@Nullable Upkeep> first =
        new AtomicReference<>(new StateUpkeep(home, surroundings));
    InstantSource looking =
        () -> {
          Upkeep other = first.getAndSet(null);
          if (other != null) {
            other.renew();
          }
          return START;
        };
    StateUpkeep second =
        new StateUpkeep(home, new Surroundings(looking, ZoneOffset.UTC, surroundings.random()));
    assertThatThrownBy(second::renew)
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("is sound");
    assertThat(first).hasNullValue();
    try (var aside = Files.list(home.resolve("backup"))) {
      assertThat(aside.filter(path -> path.toString().endsWith(".db"))).hasSize(1);
    }
  }
}
