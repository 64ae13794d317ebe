package org.tandemsync.items;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +1 23 45678          | +1 (23) 45678
          +43 1 234 56 78      | +43 (1) 234 56 78
          +43-1-234;ext=5      | +43 (1) 234;ext=5
          +44.20.7946 0958     | +44 (20) 7946 0958
          +1 (23) 45678        | +1 (23) 45678
          +1 2345678           | +1 2345678
          +4312345678          | +4312345678
          0664 123 4567        | 0664 123 4567
          +1 23 ask for Ann    | +1 23 ask for Ann
          call +1 23 45678     | call +1 23 45678
          """)
  void bracketsWhereTheAreaCodeCanBeTold(String number, String expected) {
    assertThat(PhoneNumber.withBrackets(number)).isEqualTo(expected);
    assertThat(PhoneNumber.withBrackets(expected)).isEqualTo(expected);
    assertThat(Text.sameNumber(number, expected)).as("it dials the same").isTrue();
  }
}
