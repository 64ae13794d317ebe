package org.tandemsync.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.convert.FreeBusy.Kind;
import org.tandemsync.convert.FreeBusy.Period;

/** VFREEBUSY, as servers write it. */
class FreeBusyTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

  private static String vfreebusy(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VFREEBUSY\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n";
  }

  private static String shown(String text) {
    return Lenses.readFreeBusy(text)
        .map(
            f ->
                f.periods().stream()
                        .map(
                            p ->
                                p.start().toString().substring(8, 16)
                                    + "-"
                                    + p.end().toString().substring(8, 16)
                                    + " "
                                    + p.kind())
                        .collect(Collectors.joining("; "))
                    + (f.unread().isEmpty() ? "" : " unread " + f.unread()))
        .orElse("nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREEBUSY:20260302T090000Z/20260302T100000Z | 02T09:00-02T10:00 BUSY",
        "FREEBUSY:20260302T090000Z/PT1H30M | 02T09:00-02T10:30 BUSY",
        "FREEBUSY:20260302T090000Z/P1D | 02T09:00-03T09:00 BUSY",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260302T090000Z/PT1H | 02T09:00-02T10:00 TENTATIVE",
        "freebusy;fbtype=busy-unavailable:20260302T090000Z/PT1H | 02T09:00-02T10:00 UNAVAILABLE",
        "FREEBUSY;FBTYPE=X-GONE:20260302T090000Z/PT1H | 02T09:00-02T10:00 BUSY",
        "FREEBUSY;FBTYPE=FREE:20260302T090000Z/PT1H | ''",
        "FREEBUSY;FBTYPE=FREE:nonsense | ''",
        "FREEBUSY: | ''",
        // Xandikos
        "FREEBUSY;TZID=UTC:20260302T090000Z/20260302T103000Z | 02T09:00-02T10:30 BUSY",
        "FREEBUSY;TZID=Europe/Vienna:20260302T090000/PT1H | 02T08:00-02T09:00 BUSY",
        "FREEBUSY:20260302T090000/PT1H | 02T09:00-02T10:00 BUSY",
        // what cannot be read may be busy: it is not passed over
        "FREEBUSY:20260302T090000Z/20260302T080000Z | "
            + "' unread [20260302T090000Z/20260302T080000Z]'",
        "FREEBUSY:20260302T090000Z/-PT1H | ' unread [20260302T090000Z/-PT1H]'",
        "FREEBUSY:20260302T090000Z | ' unread [20260302T090000Z]'",
        "FREEBUSY:soon/PT1H | ' unread [soon/PT1H]'"
      })
  void aLineIsRead(String line, String expected) {
    assertThat(shown(vfreebusy(line))).isEqualTo(expected);
  }

  @Test
  void periodsInOneLineAndDoubledOnesArePutTogether() {
    // SOGo tells an event of two calendars twice
    assertThat(
            shown(
                vfreebusy(
                    "FREEBUSY:20260302T120000Z/PT1H,20260302T090000Z/PT1H",
                    "FREEBUSY;FBTYPE=BUSY:20260302T090000Z/20260302T100000Z",
                    "FREEBUSY:20260302T093000Z/PT1H",
                    "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260302T090000Z/PT1H")))
        .isEqualTo("02T09:00-02T10:00 TENTATIVE; 02T09:00-02T10:30 BUSY; 02T12:00-02T13:00 BUSY");
  }

  @Test
  void nothingBusyIsSomethingElseThanNothingSaid() {
    assertThat(shown(vfreebusy("DTSTART:20260302T000000Z"))).isEmpty();
    assertThat(shown("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")).isEqualTo("nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0", "<html>", "BEGIN:VFREEBUSY", "END:VCALENDAR", "FREEBUSY:x"})
  void garbageSaysNothing(String text) {
    assertThat(Lenses.readFreeBusy(text)).isEmpty();
  }

  @Test
  void nestingHasALimit() {
    assertThat(Lenses.readFreeBusy("BEGIN:VCALENDAR\r\n".repeat(10_000))).isEmpty();
  }

  @Property(tries = 300, seed = "20260302")
  void withinATimeItIsBusyExactlyThenAndNothingOverlaps(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 95) Integer> starts,
      @ForAll @IntRange(min = 1, max = 9) int length) {
    List<Period> periods = new ArrayList<>();
    boolean[] busy = new boolean[120];
    for (int start : starts) {
      int quarters = 1 + (start * 7 + length) % length;
      periods.add(new Period(quarter(start), quarter(start + quarters), Kind.BUSY));
      for (int q = start; q < start + quarters; q++) {
        busy[q] = true;
      }
    }
    FreeBusy read = FreeBusy.of(periods, List.of()).within(quarter(10), quarter(90));
    Instant last = quarter(9);
    for (Period p : read.periods()) {
      assertThat(p.start()).isAfter(last);
      last = p.end();
    }
    for (int q = 0; q < busy.length; q++) {
      Instant at = quarter(q);
      boolean said =
          read.periods().stream().anyMatch(p -> !at.isBefore(p.start()) && at.isBefore(p.end()));
      assertThat(said).as("quarter " + q).isEqualTo(busy[q] && q >= 10 && q < 90);
    }
  }

  private static Instant quarter(int number) {
    return MIDNIGHT.plus(Duration.ofMinutes(15L * number));
  }

  @Test
  void aRequestNamesEverybody() {
    String request =
        Lenses.freeBusyRequest(
            "u-1",
            "alice@example.org",
            List.of("bob@example.org", "blue+room@example.org"),
            MIDNIGHT,
            quarter(96),
            Instant.parse("2026-03-01T10:00:00.5Z"));
    assertThat(request.lines())
        .containsExactly(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Tandem//Tandem 1.0//EN",
            "METHOD:REQUEST",
            "BEGIN:VFREEBUSY",
            "UID:u-1",
            "DTSTAMP:20260301T100000Z",
            "DTSTART:20260302T000000Z",
            "DTEND:20260303T000000Z",
            "ORGANIZER:mailto:alice@example.org",
            "ATTENDEE:mailto:bob@example.org",
            "ATTENDEE:mailto:blue+room@example.org",
            "END:VFREEBUSY",
            "END:VCALENDAR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "", "a@b\r\nX:1", "a b@c", "a@b,c@d", "a@b@c"})
  void whatIsNoAddressIsNotAsked(String address) {
    assertThatThrownBy(
            () ->
                Lenses.freeBusyRequest(
                    "u", "a@x", List.of(address), MIDNIGHT, quarter(1), MIDNIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no mail address");
  }
}
