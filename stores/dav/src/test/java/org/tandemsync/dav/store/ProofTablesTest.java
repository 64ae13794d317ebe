package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the table of quirks and the checklist name exists: dials, tests, and every number. */
class ProofTablesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final Path TESTS = ROOT.resolve("stores/dav/src/test/java");
  private static final Path SERVER =
      ROOT.resolve("testkit/src/main/java/org/tandemsync/testkit/server");

  @Test
  void everyNumberOfTheChecklistIsProven() {
    List<String[]> rows =
        lines(TESTS.resolve("../resources/org/tandemsync/dav/store/checklist.txt"))
            .filter(l -> !l.startsWith("#"))
            .map(l -> l.split(" \\| ", -1))
            .toList();
    List<String> numbers = new ArrayList<>();
    IntStream.rangeClosed(1, 17).forEach(i -> numbers.add("match " + i));
    IntStream.rangeClosed(1, 13).forEach(i -> numbers.add("improve " + i));
    assertThat(rows).extracting(r -> r[0]).containsExactlyElementsOf(numbers);
    assertThat(rows).allMatch(r -> r.length == 3);
    for (String[] row : rows) {
      for (String proof : row[2].split(", ")) {
        assertProven(proof);
      }
    }
  }

  @Test
  void everyQuirkHasItsDialAndItsTest() {
    List<String[]> rows =
        lines(ROOT.resolve("docs/quirks.md"))
            .filter(l -> l.startsWith("| ") && !l.startsWith("| Server"))
            .map(l -> l.substring(2, l.length() - 2).split(" \\| ", -1))
            .toList();
    assertThat(rows).hasSizeGreaterThan(50).allMatch(r -> r.length == 5);
    String dials = source(SERVER.resolve("Dials.java"));
    String others =
        Stream.of("Rewriting", "DavCollection", "EmbeddedDavServer")
            .map(n -> source(SERVER.resolve(n + ".java")))
            .reduce("", String::concat);
    for (String[] row : rows) {
      assertThat(
              dials.matches("(?s).*public volatile [^;]* ?\\b" + row[3] + "\\b.*")
                  || others.matches("(?s).*public [^;{]* " + row[3] + "\\(.*"))
          .as("dial %s", row[3])
          .isTrue();
      assertProven(row[4]);
    }
    assertThat(dials.lines().filter(l -> l.startsWith("  public volatile ")))
        .allSatisfy(
            l -> {
              String name = l.replaceFirst("( =.*)?;?$", "").replaceFirst(".* ", "");
              boolean detail =
                  List.of(
                          "delay",
                          "overloadStatus",
                          "retryAfter",
                          "refuseStatus",
                          "redirectStatus",
                          "redirectFrom",
                          "redirectTo",
                          "wellKnownStatus",
                          "moreHomes",
                          "groupdavTypes",
                          "validate")
                      .contains(name);
              assertThat(detail || rows.stream().anyMatch(r -> r[3].equals(name)))
                  .as("the table has the dial %s", name)
                  .isTrue();
            });
  }

  private static void assertProven(String proof) {
    String[] parts = proof.split("#", -1);
    Path file = parts[0].contains("/") ? ROOT.resolve(parts[0]) : find(parts[0]);
    String source = source(file);
    if (parts.length > 1) {
      boolean there =
          source.matches("(?s).*\\bvoid " + parts[1] + "\\(.*")
              || source.matches("(?s).*\\bclass " + parts[1] + "\\b.*");
      assertThat(there).as(proof).isTrue();
    }
  }

  private static Path find(String name) {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(f -> f.getFileName().toString().equals(name + ".java"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("there is no test " + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    return source(file).lines();
  }

  private static String source(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
