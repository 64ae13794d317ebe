package org.tandemsync.convert.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the list of the 218 cases against the tests that are said to prove them. */
class CaseListTest {
  private static final Path LIST = Path.of("src", "test", "resources", "cases", "cases.txt");
  private static final Path REPOSITORY = Path.of("..", "..");
  private static final int CASES = 218;

  private enum State {
    /** A row of a table here. */
    PROVEN,
    /** A row here that shows another result than the reference's, on purpose. */
    DIFFERENT,
    /** A test of another module. */
    ELSEWHERE,
    /** Needs something that does not exist yet. */
    WAITS,
    /** Of the interface of one service only (Google), not of CalDAV or CardDAV. */
    OUTSIDE
  }

  private record Entry(int number, State state, String where, String remark) {
    static Entry parse(String line) {
      String[] columns = line.split("\\|", -1);
      assertThat(columns).as(line).hasSizeGreaterThanOrEqualTo(2);
      return new Entry(
          Integer.parseInt(columns[0].strip()),
          State.valueOf(columns[1].strip().toUpperCase(java.util.Locale.ROOT)),
          columns.length > 2 ? columns[2].strip() : "",
          columns.length > 3 ? columns[3].strip() : "");
    }

    boolean isHere() {
      return state == State.PROVEN || state == State.DIFFERENT;
    }
  }

  private static List<Entry> entries() {
    try {
      return Files.readAllLines(LIST).stream()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .map(Entry::parse)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The numbers that each table has. */
  private static Map<String, Set<Integer>> tables() {
    Map<String, Set<Integer>> tables = new TreeMap<>();
    tables.put("8.1", numbers(Cases81TimesAndZonesTest.CASES));
    tables.put("8.2", numbers(Cases82EventPropertiesTest.CASES));
    tables.put("8.3", numbers(Cases83RemindersTest.CASES));
    tables.put("8.4", numbers(Cases84RecurrenceTest.CASES));
    tables.put("8.5", numbers(Cases85ExceptionsTest.CASES));
    tables.put("8.6", numbers(Cases86MeetingsTest.CASES));
    tables.put("8.7", numbers(Cases87TasksTest.CASES));
    tables.put("8.8", numbers(Cases88ContactsTest.CASES));
    tables.put("8.9", numbers(Cases89GroupsAndColorsTest.CASES));
    return tables;
  }

  private static Set<Integer> numbers(List<Case> cases) {
    return cases.stream().map(Case::number).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyCaseIsNamedOnce() {
    assertThat(entries().stream().map(Entry::number).toList())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, CASES).boxed().toList());
  }

  @Test
  void whatIsProvenHereHasItsRowInExactlyOneTable() {
    Map<String, Set<Integer>> tables = tables();
    for (Entry entry : entries()) {
      List<String> having =
          tables.keySet().stream()
              .filter(s -> tables.getOrDefault(s, Set.of()).contains(entry.number()))
              .toList();
      assertThat(having)
          .as("tables with case " + entry.number())
          .isEqualTo(entry.isHere() ? List.of(entry.where()) : List.of());
    }
  }

  @Test
  void whatIsProvenElsewhereHasItsTestThere() throws IOException {
    for (Entry entry : entries()) {
      if (entry.state() == State.ELSEWHERE) {
        String[] place = entry.where().split("#", -1);
        assertThat(Files.readString(REPOSITORY.resolve(place[0])))
            .as("case " + entry.number())
            .contains("void " + place[1] + "(");
      }
    }
  }

  @Test
  void whatIsNotProvenSaysWhy() {
    assertThat(entries())
        .filteredOn(e -> e.state() != State.PROVEN && e.state() != State.ELSEWHERE)
        .allMatch(e -> !e.remark().isEmpty());
  }

  /** The counts that the list states in its head are those of its lines. */
  @Test
  void theCountsAreRight() throws IOException {
    Map<State, Long> counts = new EnumMap<>(State.class);
    entries().forEach(e -> counts.merge(e.state(), 1L, Long::sum));
    String stated =
        Files.readAllLines(LIST).stream()
            .filter(l -> l.startsWith("# counts: "))
            .findFirst()
            .orElse("");
    String computed =
        "# counts: "
            + counts.entrySet().stream()
                .map(e -> e.getKey().name().toLowerCase(java.util.Locale.ROOT) + " " + e.getValue())
                .collect(Collectors.joining(", "));
    assertThat(stated).isEqualTo(computed);
  }
}
