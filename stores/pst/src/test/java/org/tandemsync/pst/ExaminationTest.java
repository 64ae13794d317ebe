package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.pst.Samples.Expected;

class ExaminationTest {
  /** What other writers did wrong, by subject. */
  private static final Map<String, String[]> FOREIGN =
      Map.of(
          "aspose/SampleContacts1.pst", new String[] {"counters of ids", "named properties"},
          "aspose/Test_part1.pst", new String[] {"property lists", "tables", "named properties"});

  static Stream<Expected> samples() {
    return Samples.expected();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void onlyFilesOfOtherWritersHaveFindings(Expected sample) {
    Examination found = Examination.of(Samples.path(sample.file()));

    assertThat(found.extent()).isNotNull();
    String[] wrong = FOREIGN.get(sample.file());
    Stream<String> subjects =
        found.defects().stream()
            .filter(d -> !d.harmless())
            .map(Examination.Defect::subject)
            .distinct();
    if (wrong == null) {
      assertThat(subjects).isEmpty();
    } else {
      assertThat(subjects).contains(wrong);
    }
  }
}
