package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of others in command lines that are suggested. */
class ShellWordTest {

  private static String posix(String word) {
    return ShellWord.of(word, "ID", false);
  }

  private static String windows(String word) {
    return ShellWord.of(word, "ID", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Work", "/dav/alice/work/4f1c.ics", "0000a4", "a%20b.ics", "x_1-2+3"})
  void whatNeedsNoQuotesStaysPlain(String word) {
    assertThat(posix(word)).isEqualTo(word);
    assertThat(windows(word)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "two words",
        "$(touch pwned)",
        "`touch pwned`",
        "a\\",
        "$HOME \\ \"x\"",
        "it's",
        "''",
        "a;b&c|d>e",
        "~",
        "*",
        "#x",
        "!!",
        "two\nlines",
        "\u201Etypographic\u201C"
      })
  @DisabledOnOs(OS.WINDOWS)
  void aShellReadsTheVeryWord(String word) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", "printf %s " + posix(word)).start();
    String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    assertThat(read).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          two words~"two words"
          it's~"it's"
          a,b~"a,b"
          @home~"@home"
          $(calc)~'$(calc)'
          it's `calc`~'it''s `calc`'
          """)
  void onWindowsBothShellsReadItOrItDoesNoHarm(String word, String written) {
    assertThat(windows(word)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a&calc",
        "a|calc",
        "say \"x\"",
        "a>b",
        "a^b",
        "end\\",
        "a\nb",
        "\u201Cx",
        "it\u2019s"
      })
  void onWindowsAPlaceholderStandsForWhatNoQuotesHelp(String word) {
    assertThat(windows(word)).isEqualTo("ID");
  }

  @Test
  void aBackslashWithinAWordIsNothingSpecialOnWindows() {
    assertThat(windows("a\\b")).isEqualTo("\"a\\b\"");
  }
}
