package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.pst.standin.DamagedFile;

/**
 * A data file that can be read, and into which a write would go over what is in it: a sync leaves
 * it as it is, says which file it is and what to do, and goes on once it is mended.
 */
final class DamagedDataFileTest {
  @TempDir private Path folder;
  private ContactsInDataFile world;

  @BeforeEach
  void inStep() throws IOException {
    world = new ContactsInDataFile(folder, 1);
    for (int i = 0; i < 200; i++) {
      world.makeOnServer("contact-" + i, "note".repeat(70));
    }
    world.sync();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void assertLeftAsItIs(String told, Consumer<DamagedFile> damage) throws IOException {
    byte[] sound = Files.readAllBytes(world.file);
    DamagedFile damaged = new DamagedFile(sound);
    assertThat(damaged.maps()).isGreaterThan(1);
    damage.accept(damaged);
    Files.write(world.file, damaged.bytes());
    world.makeOnServer("newer", "1");
    world.editOnServer("contact-7", "2");
    for (int i = 0; i < 2; i++) {
      Shell.Answer answer = world.shell.tandem("sync");
      assertThat(answer.status()).as(answer.all()).isNotZero();
      assertThat(answer.all())
          .contains(world.file + " is damaged", told, "scanpst.exe")
          .doesNotContain("did not expect", "Nothing is lost");
      assertThat(Files.readAllBytes(world.file)).isEqualTo(damaged.bytes());
    }
    Shell.Answer doctor = world.shell.tandem("doctor", "pst:outlook.pst");
    assertThat(doctor.status()).as(doctor.all()).isEqualTo(1);
    Files.write(world.file, sound);
    world.sync();
    world.assertAsExpected("mended");
    world.assertQuiet("at the end");
  }

  @Test
  void whatIsInUseIsShownAsFree() throws IOException {
    assertLeftAsItIs(
        "as free that are in use", f -> f.free(DamagedFile.FIRST_MAP + 40 * 8 * 64, 800));
  }

  @Test
  void theHeaderNamesTooSmallALength() throws IOException {
    assertLeftAsItIs(
        "behind the end that its header names",
        f -> f.header(h -> h.putLong(184, h.getLong(184) - DamagedFile.STRETCH)));
  }
}
