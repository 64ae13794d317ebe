package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.TIMES;
import static org.tandemsync.convert.calendar.Events.calendar;
import static org.tandemsync.convert.calendar.Events.lines;
import static org.tandemsync.convert.calendar.Events.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.ResourceLens.Reading;
import org.tandemsync.items.Appointment;

/** What belongs to one item of a resource is told by the UID, without regard to its case. */
class ItemsOfATextTest {
  private static final String OCCURRENCE =
      "RECURRENCE-ID;TZID=Europe/Vienna:20240612T090000 / "
          + TIMES.replace("0610T09", "0612T18").replace("0610T10", "0612T19")
          + " / SUMMARY:late";

  private static String text(String master, String second) {
    return calendar(
        "BEGIN:VEVENT / "
            + master
            + TIMES
            + " / RRULE:FREQ=DAILY;COUNT=5 / SUMMARY:a / END:VEVENT / BEGIN:VEVENT / "
            + second
            + " / END:VEVENT");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "ABC, ABC, 1",
    "ABC, abc, 1",
    "ABC, '', 0",
  })
  void oneItem(String uid, String ofOccurrence, int exceptions) {
    String line = ofOccurrence.isEmpty() ? "" : "UID:" + ofOccurrence + " / ";
    String text = text("UID:" + uid + " / ", line + OCCURRENCE);
    Appointment item = read(text);
    assertThat(item.uid()).isEqualTo(uid);
    assertThat(item.exceptions()).hasSize(exceptions);
    assertThat(LENS.update(text, item, Events.ALL, "s")).isEqualTo(text);
  }

  @Test
  void ofAnotherCaseTheOccurrenceIsTakenAlong() {
    String text = text("UID:ABC / ", "UID:abc / " + OCCURRENCE);
    Appointment item = read(text);
    Appointment single = item.toBuilder().recurrence(null).exceptions(List.of()).build();
    assertThat(lines(LENS.update(text, single, EventLens.mapped(), "s")))
        .noneMatch(line -> line.startsWith("RECURRENCE-ID"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {"UID:ABC | UID:other", "UID:ABC | X-A:no uid", "X-A:none | X-A:none"})
  void two(String first, String second) {
    assertThat(LENS.get(text(first + " / ", second + " / " + TIMES)))
        .isInstanceOf(Reading.Broken.class);
  }
}
