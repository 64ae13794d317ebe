package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.pst.format.EditedSample;
import org.tandemsync.pst.format.Encoding;

/** The encodings that no sample has: a sample is encoded anew and reads the same. */
class CyclicEncodingTest {

  @ParameterizedTest
  @CsvSource({
    "java-libpst/dist-list.pst, CYCLIC",
    "java-libpst/dist-list.pst, NONE",
    "aspose/Test_part1.pst, CYCLIC",
  })
  void readsTheSame(String sample, Encoding encoding, @TempDir Path folder) {
    Path path = new EditedSample(sample).encoded(encoding).writeTo(folder);
    assertThat(Reading.items(path)).isNotEmpty().isEqualTo(Reading.items(Samples.path(sample)));
  }
}
