package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines may be put in other words; {@code |} stands for a line break. */
final class CarriedLinesTest {
  private static String text(String lines) {
    return lines.replace("|", "\r\n") + "\r\n";
  }

  @ParameterizedTest
  @CsvSource({
    "SUMMARY:a|DTSTAMP:1, SUMMARY:a|DTSTAMP:2, true",
    "SUMMARY:a|COMMENT:b, SUMMARY:a|COMMENT:b|COMMENT:c, true",
    "SUMMARY:a, SUMMARY;LANGUAGE=en:a, false",
    "COMMENT:b|COMMENT:b, COMMENT:b, false",
    "COMMENT:b| c, COMMENT:bc, true",
  })
  void aCopyOfOursHasEachLineAsOften(String old, String copy, boolean all) {
    assertThat(CarriedLines.all(text(old), text(copy), CarriedLines.NONE)).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    "SUMMARY:a, SUMMARY;LANGUAGE=en:a, true",
    "item1.TEL:1, item7.TEL:1, true",
    "CATEGORIES:a|CATEGORIES:b, 'CATEGORIES:a,b', false",
    "X-ONE:a, X-ONE:b, false",
    "COMMENT:new, COMMENT:old, false",
    "RELATED-TO:a, RELATED-TO:b, false",
    "MEMBER:a, MEMBER:b, false",
  })
  void oneOfSomebodyElseHasAsManyOfAName(String old, String copy, boolean all) {
    assertThat(CarriedLines.all(text(old), text(copy), CarriedLines.OF_THE_STANDARDS))
        .isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    "SUMMARY;LANGUAGE=en:b, SUMMARY:a, SUMMARY:b, true",
    "SUMMARY:b|LOCATION:new, SUMMARY:a|LOCATION:old, SUMMARY:b|LOCATION:old, false",
    "SUMMARY;LANGUAGE=en:b|SUMMARY:c, SUMMARY:a, SUMMARY:b, false",
    "COMMENT:new, COMMENT:old, COMMENT:older, false",
  })
  void whatAnUpdateHasJustWrittenMayBeInItsWords(
      String old, String before, String now, boolean all) {
    Predicate<String> changed = CarriedLines.changed(text(before), text(now));
    assertThat(CarriedLines.all(text(old), text(now), changed)).isEqualTo(all);
  }
}
