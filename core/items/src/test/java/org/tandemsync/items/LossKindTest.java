package org.tandemsync.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue and what users read of it are the same. */
final class LossKindTest {

  @Test
  void thePageListsEveryKind() throws IOException {
    Path page = Path.of("..", "..", "docs", "losses.md");
    List<String> rows = Files.readAllLines(page).stream().filter(l -> l.startsWith("| L")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(LossKind.values()).map(LossKindTest::row).toList());
  }

  private static String row(LossKind kind) {
    return "| L" + kind.number() + " | `" + kind.code() + "` | " + kind.sense() + " |";
  }

  @Test
  void numbersAreGivenOnce() {
    assertThat(Arrays.stream(LossKind.values()).map(LossKind::number)).doesNotHaveDuplicates();
    for (LossKind kind : LossKind.values()) {
      assertThat(LossKind.of(kind.number())).contains(kind);
    }
    assertThat(LossKind.of(0)).isEmpty();
  }
}
