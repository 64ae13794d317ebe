package org.tandemsync.pst.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.pst.Samples;
import org.tandemsync.pst.Samples.Expected;

class PstCheckTest {
  private static final Set<String> NOT_MADE_BY_OUTLOOK =
      Set.of("aspose/SampleContacts1.pst", "aspose/Test_part1.pst");

  static Stream<Expected> madeByOutlook() {
    return Samples.expected().filter(e -> !NOT_MADE_BY_OUTLOOK.contains(e.file()));
  }

  @ParameterizedTest
  @MethodSource("madeByOutlook")
  void whatOutlookMadeIsSound(Expected expected) throws IOException {
    assertThat(PstCheck.run(Samples.path(expected.file())))
        .filteredOn(f -> !f.harmless())
        .isEmpty();
  }

  @Test
  void anotherWriterRepeatsRowVersionsAndMisplacesNames() throws IOException {
    assertThat(harmful("aspose/SampleContacts1.pst"))
        .isEqualTo(Set.of(Invariant.COUNTERS, Invariant.NAMES));
  }

  @Test
  void theDefectiveFileIsFoundDefective() throws IOException {
    assertThat(harmful("aspose/Test_part1.pst"))
        .contains(Invariant.HEAP_TREES, Invariant.NAMES, Invariant.TABLES);
  }

  private static Set<Invariant> harmful(String file) throws IOException {
    List<Finding> findings = PstCheck.run(Samples.path(file));
    return findings.stream()
        .filter(f -> !f.harmless())
        .map(Finding::invariant)
        .collect(Collectors.toSet());
  }
}
