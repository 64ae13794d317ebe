package org.tandemsync.outlook.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OleDateTest {
  /** [MS-OAUT] 2.2.25 and the examples of Microsoft's reference of DATE. */
  @ParameterizedTest
  @CsvSource({
    "0, 1899-12-30T00:00",
    "2, 1900-01-01T00:00",
    "5, 1900-01-04T00:00",
    "5.25, 1900-01-04T06:00",
    "5.5, 1900-01-04T12:00",
    "5.875, 1900-01-04T21:00",
    "-1, 1899-12-29T00:00",
    "-1.25, 1899-12-29T06:00",
    "-1.75, 1899-12-29T18:00",
    "949998, 4501-01-01T00:00",
    "46110.104166666664, 2026-03-29T02:30"
  })
  void daysAreDates(double days, LocalDateTime time) {
    assertThat(OleDate.toLocal(days)).isEqualTo(time);
    assertThat(OleDate.of(time)).isEqualTo(days);
  }

  @Property
  void thereAndBack(
      @ForAll @IntRange(min = 100, max = 9999) int year,
      @ForAll @IntRange(min = 1, max = 365) int day,
      @ForAll @LongRange(max = 86_399_999) long millis) {
    LocalDateTime time =
        LocalDateTime.of(year, 1, 1, 0, 0).plusDays(day - 1).plusNanos(millis * 1_000_000);
    assertThat(OleDate.toLocal(OleDate.of(time))).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e9, 2_958_466, 1e300})
  void noDates(double days) {
    assertThatThrownBy(() -> OleDate.toLocal(days)).isInstanceOf(DateTimeException.class);
  }
}
