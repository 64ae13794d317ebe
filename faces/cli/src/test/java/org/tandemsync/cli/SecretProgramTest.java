package org.tandemsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secret;

/** Programs that give passwords do not always end when one would think. */
@DisabledOnOs(OS.WINDOWS) // they are scripts of /bin/sh
final class SecretProgramTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private Secret run(Duration patience, String script) {
    Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));
    return new SecretProgram(folder, environment, patience)
        .run(List.of("/bin/sh", "-c", script), "account home");
  }

  private long child() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("child")).strip());
  }

  /** As gpg leaves its agent. */
  @Test
  void whatItLeavesBehindIsNotWaitedFor() throws IOException {
    Secret secret = run(LONG, "sleep 300 & echo $! >child; echo l00king-glass; echo more");
    assertThat(secret.reveal()).isEqualTo("l00king-glass");
    ProcessHandle left = ProcessHandle.of(child()).orElseThrow();
    assertThat(left.isAlive()).isTrue();
    left.destroyForcibly();
  }

  @Test
  void whatTakesTooLongEndsWithWhatItWaitsFor() throws Exception {
    assertThatThrownBy(() -> run(Duration.ofSeconds(2), "sleep 300 & echo $! >child; wait"))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("longer than 2 seconds. Next step");
    ProcessHandle.of(child()).ifPresent(left -> left.onExit().join());
  }

  @Test
  void whatPrintsWithoutEndIsCutShort() {
    assertThatThrownBy(() -> run(LONG, "yes"))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("ended with status");
  }
}
