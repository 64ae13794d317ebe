package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.lines;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Appointment;

/**
 * A text with several items that an earlier version took for one of them: it was deleted as a
 * whole, and comes back as a whole.
 */
class SeveralItemsTest {
  private static final String TWO =
      Events.calendar(
          "BEGIN:VEVENT / UID:u1 / DTSTART:20260304T100000Z / SUMMARY:Dentist / END:VEVENT"
              + " / BEGIN:VEVENT / UID:u2 / DTSTART:20260305T100000Z / SUMMARY:Wedding"
              + " / END:VEVENT");

  private static Appointment item(String uid) {
    return Events.nine().uid(uid).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"u1", "u2"})
  void comeBackTogether(String uid) {
    assertThat(LENS.again(TWO, item(uid), "s").text()).isEqualTo(TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"u3", "U1"})
  void areNotThoseOfAnotherUid(String uid) {
    assertThat(lines(LENS.again(TWO, item(uid), "s").text()))
        .contains("UID:" + uid)
        .doesNotContain("UID:u1", "UID:u2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"u1", "u2"})
  void areNotTakenFromATextThatIsNotWhole(String uid) {
    String torn = TWO.substring(0, TWO.lastIndexOf("END:VCALENDAR"));
    assertThat(lines(LENS.again(torn, item(uid), "s").text())).doesNotContain("SUMMARY:Wedding");
  }
}
