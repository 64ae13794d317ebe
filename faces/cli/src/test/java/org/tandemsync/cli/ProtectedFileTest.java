package org.tandemsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secret;

final class ProtectedFileTest {
  @TempDir private Path folder;

  /** Turns each byte round. */
  private static final Protection PROTECTION =
      new Protection() {
        @Override
        public byte[] protect(byte[] plain) {
          return turned(plain);
        }

        @Override
        public byte[] reveal(byte[] encrypted) {
          return turned(encrypted);
        }

        private byte[] turned(byte[] bytes) {
          byte[] turned = bytes.clone();
          for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) ~turned[i];
          }
          return turned;
        }
      };

  private ProtectedFile file(String name) {
    return new ProtectedFile(PROTECTION, folder.resolve(name));
  }

  @Test
  void whatIsKeptIsReadAgainAndNotToBeSeen() throws IOException {
    file("a").write(new Secret("grün 日本"));
    assertThat(file("a").read("alice").reveal()).isEqualTo("grün 日本");
    assertThat(Files.readString(folder.resolve("a"))).doesNotContain("gr", "日本");
    file("a").write(new Secret("other"));
    assertThat(file("a").read("alice").reveal()).isEqualTo("other");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void filesOfOthersAreLeftAlone() throws IOException {
    Path diary = Files.writeString(folder.resolve("diary"), "Dear diary\n");
    assertThatThrownBy(() -> file("diary").write(new Secret("x")))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("left as it is");
    assertThat(diary).hasContent("Dear diary\n");
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, 0});
    assertThatThrownBy(() -> file("bytes").write(new Secret("x"))).isInstanceOf(CannotRun.class);
    assertThat(bytes).hasBinaryContent(new byte[] {(byte) 0xFF, 0});
  }

  @Test
  void whatCannotBeReadSaysWhichAndTheNextStep() throws IOException {
    Files.writeString(folder.resolve("damaged"), "tandem password, encrypted by Windows (1)\n!\n");
    Files.writeString(folder.resolve("plain"), "s3cret\n");
    for (String name : new String[] {"nowhere", "damaged", "plain"}) {
      assertThatThrownBy(() -> file(name).read("alice at https://h"))
          .isInstanceOf(CannotRun.class)
          .hasMessageContaining(folder.resolve(name).toString())
          .hasMessageContaining("alice at https://h")
          .hasMessageContaining("Next step: tandem protect")
          .hasMessageNotContaining("s3cret");
    }
  }
}
