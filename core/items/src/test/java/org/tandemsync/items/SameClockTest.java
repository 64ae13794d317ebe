package org.tandemsync.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two names of a zone are one: as long as an appointment takes they have the same rules. */
class SameClockTest {
  private static Appointment at(LocalDateTime start, String zone, @Nullable String rule) {
    Recurrence recurrence =
        rule == null
            ? null
            : Recurrence.of(
                new RecurrencePattern.Daily(1), start.toLocalDate(), RecurrenceEnd.NEVER);
    return Appointment.builder()
        .uid("u")
        .subject("Dentist")
        .timing(Timing.timed(start, start.plusHours(1), new Zone(zone)))
        .recurrence(
            recurrence == null || "for ever".equals(rule)
                ? recurrence
                : recurrence.withEnd(new RecurrenceEnd.AfterCount(Integer.parseInt(rule))))
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-06-01T10:00 | Asia/Almaty | West Asia Standard Time | | true",
        "2023-06-01T10:00 | Asia/Almaty | West Asia Standard Time | | false",
        "2026-06-01T10:00 | Asia/Almaty | West Asia Standard Time | for ever | true",
        "2023-06-01T10:00 | Asia/Almaty | West Asia Standard Time | for ever | false",
        // its rules are others since March 2024
        "2023-06-01T10:00 | America/Scoresbysund | Azores Standard Time | | true",
        "2023-06-01T10:00 | America/Scoresbysund | Azores Standard Time | 9 | true",
        "2023-06-01T10:00 | America/Scoresbysund | Azores Standard Time | 365 | false",
        "2023-06-01T10:00 | America/Scoresbysund | Azores Standard Time | for ever | false",
        // they agree today, but are not one zone for Windows
        "2026-06-01T10:00 | Asia/Almaty | Pakistan Standard Time | | false",
        "2026-06-01T10:00 | Asia/Almaty | Asia/Tashkent | | false",
        "2026-06-01T10:00 | Asia/Almaty | Somewhere | | false"
      })
  void oneZoneByTwoNames(
      LocalDateTime start, String one, String other, @Nullable String rule, boolean same) {
    Appointment a = at(start, one, rule);
    Appointment b = at(start, other, rule);
    assertThat(Projection.EVERYTHING.differing(a, b).isEmpty()).isEqualTo(same);
    assertThat(Projection.EVERYTHING.differing(b, a).isEmpty()).isEqualTo(same);
    assertThat(Projection.EVERYTHING.differing(a, at(start.plusHours(1), other, rule)))
        .contains("timing");
  }
}
