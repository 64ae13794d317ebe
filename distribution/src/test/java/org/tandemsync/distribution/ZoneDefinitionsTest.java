package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A phone writes a weekly appointment with nothing but the winter of its zone, another calls London
 * GMT. The phone and Outlook show nine o'clock all year; one occurrence that is deleted in Outlook
 * is deleted on the phone. A second profile takes the part of Outlook's user.
 */
final class ZoneDefinitionsTest {
  private static final String WINTER_OF_BERLIN =
      """
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0100
      END:STANDARD
      """;

  private static final String RULES_OF_LONDON =
      """
      BEGIN:STANDARD
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0000
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T010000
      TZOFFSETFROM:+0000
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
      END:DAYLIGHT
      """;

  @TempDir private Path folder;

  @Test
  void theWinterOfAZoneIsNotAllThereIsOfIt() throws IOException {
    deletedInOutlook("Europe/Berlin", WINTER_OF_BERLIN, "Europe/Vienna"); // of the same name
  }

  @Test
  void gmtWithSummersIsLondon() throws IOException {
    deletedInOutlook("GMT", RULES_OF_LONDON, "Europe/London");
  }

  private void deletedInOutlook(String tzid, String definition, String zone) throws IOException {
    WorkAndPhone both = WorkAndPhone.inStep(folder, series(tzid, definition));
    assertThat(both.text("phone")).contains("DTSTART;TZID=" + zone + ":20260601T090000");
    String deleted = "EXDATE;TZID=" + zone + ":20261207T090000\r\n";
    both.edit("phone", "RRULE:FREQ=W", deleted + "RRULE:FREQ=W");
    both.run("sync", "Phone");
    both.run("sync", "Work");
    assertThat(both.text("from"))
        .contains(
            "EXDATE;TZID=" + tzid + ":20261207T090000",
            "DTSTART;TZID=" + tzid + ":20260601T090000");
    assertThat(both.run("sync", "Work")).contains("nothing to do");
  }

  private static String series(String tzid, String definition) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//e//EN
    BEGIN:VTIMEZONE
    TZID:%1$s
    %2$sEND:VTIMEZONE
    BEGIN:VEVENT
    UID:u1
    DTSTART;TZID=%1$s:20260601T090000
    DTEND;TZID=%1$s:20260601T100000
    RRULE:FREQ=WEEKLY
    SUMMARY:Rehearsal
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(tzid, definition);
  }
}
