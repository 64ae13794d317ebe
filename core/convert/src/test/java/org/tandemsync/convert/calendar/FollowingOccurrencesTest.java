package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.ALL;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.calendar;
import static org.tandemsync.convert.calendar.Events.losses;
import static org.tandemsync.convert.calendar.Events.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.Reminder;

/** Overrides with RANGE=THISANDFUTURE: shown as changed occurrences, and never distorted. */
class FollowingOccurrencesTest {
  private static final String WEEKLY =
      "BEGIN:VEVENT / UID:u1 / DTSTART;TZID=Europe/Vienna:20240603T090000"
          + " / DTEND;TZID=Europe/Vienna:20240603T100000 / SUMMARY:a / RRULE:FREQ=WEEKLY";
  private static final String FIVE = WEEKLY + ";COUNT=5";
  private static final String LATER =
      " / DTSTART;TZID=Europe/Vienna:20240618T110000 / DTEND;TZID=Europe/Vienna:20240618T123000"
          + " / SUMMARY:b / X-KEPT:1";

  private static String range(String date, String lines) {
    return " / BEGIN:VEVENT / UID:u1 / RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Vienna:"
        + date
        + "T090000"
        + lines
        + " / END:VEVENT";
  }

  private static String one(String date, String lines) {
    return range(date, lines).replace(";RANGE=THISANDFUTURE", "");
  }

  private static String five(String lines, String overrides) {
    return calendar(FIVE + lines + " / END:VEVENT" + overrides);
  }

  /** Title and times of every occurrence, in order of the rule. */
  private static List<String> shown(Appointment item) {
    List<String> shown = new ArrayList<>();
    for (LocalDate date :
        Occurrences.of(Objects.requireNonNull(item.recurrence())).dates().limit(2000).toList()) {
      Appointment at =
          item.exceptions().stream()
              .filter(e -> e.originalStart().toLocalDate().equals(date))
              .map(ExceptionalOccurrence::occurrence)
              .findFirst()
              .orElse(
                  item.toBuilder()
                      .timing(
                          item.timing().movedTo(date.atTime(item.timing().start().toLocalTime())))
                      .build());
      shown.add(at.subject() + " " + at.timing().start() + "-" + at.timing().end().toLocalTime());
    }
    return shown;
  }

  private static Appointment with(Appointment item, int index, Appointment.Builder occurrence) {
    List<ExceptionalOccurrence> exceptions = new ArrayList<>(item.exceptions());
    exceptions.set(
        index,
        new ExceptionalOccurrence(exceptions.get(index).originalStart(), occurrence.build()));
    return item.toBuilder().exceptions(exceptions).build();
  }

  private static Appointment renamed(Appointment item, int index, String subject) {
    return with(
        item, index, item.exceptions().get(index).occurrence().toBuilder().subject(subject));
  }

  @Test
  void allThatFollowAreMovedByAsMuch() {
    String text = five("", range("20240617", LATER));
    assertThat(shown(read(text)))
        .containsExactly(
            "a 2024-06-03T09:00-10:00",
            "a 2024-06-10T09:00-10:00",
            "b 2024-06-18T11:00-12:30",
            "b 2024-06-25T11:00-12:30",
            "b 2024-07-02T11:00-12:30");
    assertThat(losses(text)).isEmpty();
    assertThat(LENS.update(text, read(text), ALL, "s")).isSameAs(text);
  }

  @Test
  void otherEditsLeaveIt() {
    String text = five("", range("20240617", LATER));
    String after = LENS.update(text, read(text).toBuilder().subject("c").build(), ALL, "s");
    assertThat(after).contains(text.substring(text.indexOf("END:VEVENT")));
    String elsewhere =
        LENS.update(text, read(text).toBuilder().location("x").build(), Set.of("location"), "s");
    assertThat(elsewhere).contains(text.substring(text.indexOf("END:VEVENT")));
  }

  @Test
  void ownOverridesDeletedOnesAndALaterRangeCombine() {
    String text =
        five(
            " / EXDATE;TZID=Europe/Vienna:20240617T090000",
            range("20240610", LATER.replace("20240618", "20240610"))
                + one("20240624", " / DTSTART;TZID=Europe/Vienna:20240624T080000 / SUMMARY:own")
                + range("20240701", LATER.replace("20240618", "20240630")));
    assertThat(shown(read(text)))
        .containsExactly(
            "a 2024-06-03T09:00-10:00",
            "b 2024-06-10T11:00-12:30",
            "own 2024-06-24T08:00-08:00",
            "b 2024-06-30T11:00-12:30");
    assertThat(losses(text)).isEmpty();
    assertThat(LENS.update(text, read(text), ALL, "s")).isSameAs(text);
  }

  @Test
  void oneOfThemIsEdited() {
    String text = five("", range("20240617", LATER));
    Appointment wanted = renamed(read(text), 1, "c");
    String after = LENS.update(text, wanted, ALL, "s");
    assertThat(shown(read(after))).isEqualTo(shown(wanted));
    assertThat(after)
        .contains(range("20240617", LATER).substring(3).replace(" / ", "\r\n"))
        .contains(
            "RECURRENCE-ID;TZID=Europe/Vienna:20240624T090000\r\n"
                + "DTSTART;TZID=Europe/Vienna:20240625T110000\r\n"
                + "DTEND;TZID=Europe/Vienna:20240625T123000\r\nSUMMARY:c\r\nX-KEPT:1");
    assertThat(LENS.update(after, read(after), ALL, "s")).isSameAs(after);
  }

  @Test
  void whenItsOwnOccurrenceIsEditedItBeginsWithTheNext() {
    String text = five("", range("20240617", LATER));
    Appointment wanted = renamed(read(text), 0, "c");
    String after = LENS.update(text, wanted, ALL, "s");
    assertThat(shown(read(after))).isEqualTo(shown(wanted));
    assertThat(after)
        .contains(
            "RECURRENCE-ID;TZID=Europe/Vienna;RANGE=THISANDFUTURE:20240624T090000\r\n"
                + "DTSTART;TZID=Europe/Vienna:20240625T110000\r\n"
                + "DTEND;TZID=Europe/Vienna:20240625T123000\r\nSUMMARY:b\r\nX-KEPT:1")
        .contains(
            "RECURRENCE-ID;TZID=Europe/Vienna:20240617T090000\r\n"
                + "DTSTART;TZID=Europe/Vienna:20240618T110000\r\n"
                + "DTEND;TZID=Europe/Vienna:20240618T123000\r\nSUMMARY:c\r\nX-KEPT:1");
  }

  @Test
  void theLastOneIsEdited() {
    String text = five("", range("20240701", LATER.replace("20240618", "20240702")));
    Appointment wanted = renamed(read(text), 0, "c");
    String after = LENS.update(text, wanted, ALL, "s");
    assertThat(shown(read(after))).isEqualTo(shown(wanted));
    assertThat(after).doesNotContain("RANGE").contains("X-KEPT:1");
  }

  @Test
  void oneOfThemIsDeleted() {
    String text = five("", range("20240617", LATER));
    for (int index = 0; index < 3; index++) {
      Appointment item = read(text);
      List<ExceptionalOccurrence> exceptions = new ArrayList<>(item.exceptions());
      LocalDate date = exceptions.remove(index).originalStart().toLocalDate();
      Appointment wanted =
          item.toBuilder()
              .recurrence(Objects.requireNonNull(item.recurrence()).withDeleted(List.of(date)))
              .exceptions(exceptions)
              .build();
      String after = LENS.update(text, wanted, ALL, "s");
      assertThat(shown(read(after))).isEqualTo(shown(wanted)).hasSize(4);
      assertThat(after)
          .contains(range("20240617", LATER).substring(3).replace(" / ", "\r\n"))
          .contains("EXDATE;TZID=Europe/Vienna:" + DateTimeValue.date(date));
    }
  }

  @Test
  void whatIsAsTheSeriesAgainSplitsIt() {
    String text = five("", range("20240617", LATER));
    Appointment item = read(text);
    Appointment wanted =
        item.toBuilder()
            .exceptions(List.of(item.exceptions().get(0), item.exceptions().get(2)))
            .build();
    String after = LENS.update(text, wanted, ALL, "s");
    assertThat(shown(read(after))).isEqualTo(shown(wanted));
    assertThat(read(after).exceptions()).hasSize(2);
    assertThat(after).doesNotContain("RANGE");
    String none = LENS.update(text, item.toBuilder().exceptions(List.of()).build(), ALL, "s");
    assertThat(none).doesNotContain("RECURRENCE-ID");
  }

  @Test
  void aSeriesWithAnotherEndHasWhatOutlookShows() {
    String text = five("", range("20240617", LATER));
    Appointment item = read(text);
    Recurrence rule = Objects.requireNonNull(item.recurrence());
    Appointment longer =
        item.toBuilder().recurrence(rule.withEnd(new RecurrenceEnd.AfterCount(7))).build();
    String after = LENS.update(text, longer, ALL, "s");
    assertThat(shown(read(after))).isEqualTo(shown(longer)).hasSize(7);
    Appointment shorter =
        item.toBuilder()
            .recurrence(rule.withEnd(new RecurrenceEnd.AfterCount(4)))
            .exceptions(item.exceptions().subList(0, 2))
            .build();
    after = LENS.update(text, shorter, ALL, "s");
    assertThat(shown(read(after))).isEqualTo(shown(shorter)).hasSize(4);
    assertThat(after).contains(range("20240617", LATER).substring(3).replace(" / ", "\r\n"));
  }

  @Test
  void aSeriesThatIsMovedTakesItAlong() {
    String text = five("", range("20240617", LATER));
    Appointment item = read(text);
    Appointment moved =
        item.toBuilder().timing(item.timing().movedTo(item.timing().start().plusHours(3))).build();
    String after = LENS.update(text, moved, Set.of("timing"), "s");
    assertThat(after).contains("ID;TZID=Europe/Vienna;RANGE=THISANDFUTURE:20240617T120000");
    assertThat(shown(read(after))).isEqualTo(shown(moved)).contains("b 2024-07-02T11:00-12:30");
  }

  @Test
  void endlessSeriesShowItForYears() {
    String text = calendar(WEEKLY + " / END:VEVENT" + range("20240617", LATER));
    Appointment item = read(text);
    assertThat(losses(text)).containsExactly("this-and-future");
    assertThat(Events.understood(text).losses().getFirst().detail())
        .isEqualTo(
            "line 11: it changes all occurrences after it as well; those from 2043-01-05 on are"
                + " shown as their series has them");
    assertThat(item.exceptions().getLast().originalStart().toLocalDate()).isEqualTo("2042-12-29");
    String after = LENS.update(text, renamed(item, 0, "c"), ALL, "s");
    assertThat(shown(read(after))).isEqualTo(shown(renamed(item, 0, "c")));
    assertThat(losses(after)).containsExactly("this-and-future");
    assertThat(after).contains("RANGE=THISANDFUTURE");
  }

  @Test
  void cancelledFromADayOn() {
    String cancelled = range("20240617", " / STATUS:CANCELLED");
    String text = five("", cancelled);
    Appointment item = read(text);
    assertThat(shown(item)).hasSize(2);
    assertThat(LENS.update(text, item, ALL, "s")).isSameAs(text);
    assertThat(LENS.update(text, item.toBuilder().subject("b").build(), ALL, "s"))
        .contains(cancelled.substring(3).replace(" / ", "\r\n"))
        .doesNotContain("EXDATE");
    Recurrence rule = Objects.requireNonNull(item.recurrence());
    Appointment one =
        item.toBuilder()
            .recurrence(
                rule.withDeleted(List.of(LocalDate.of(2024, 6, 17), LocalDate.of(2024, 7, 1))))
            .build();
    String after = LENS.update(text, one, ALL, "s");
    assertThat(shown(read(after))).isEqualTo(shown(one)).hasSize(3);
    assertThat(after).doesNotContain("CANCELLED");
  }

  /** Nine in New York is 15:00 in Vienna, but 14:00 in the weeks in which only one has changed. */
  @Test
  void timesInUtcFollowTheClockOfTheSeries() {
    String text =
        calendar(
            "BEGIN:VEVENT / UID:u1 / DTSTART;TZID=America/New_York:20240304T090000"
                + " / RRULE:FREQ=WEEKLY;COUNT=5 / SUMMARY:a / END:VEVENT / BEGIN:VEVENT / UID:u1"
                + " / RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20240304T090000"
                + " / DTSTART:20240304T150000Z / SUMMARY:b / END:VEVENT");
    assertThat(read(text).exceptions().stream().map(e -> e.occurrence().timing().start()).toList())
        .extracting(Object::toString)
        .containsExactly(
            "2024-03-04T16:00",
            "2024-03-11T15:00",
            "2024-03-18T15:00",
            "2024-03-25T15:00",
            "2024-04-01T16:00");
    assertThat(read(text).exceptions().getFirst().occurrence().timing().startZone())
        .isEqualTo(Events.WEST);
  }

  @Test
  void wholeDays() {
    String text =
        calendar(
            "BEGIN:VEVENT / UID:u1 / DTSTART;VALUE=DATE:20240603 / RRULE:FREQ=DAILY;COUNT=4"
                + " / SUMMARY:a / END:VEVENT / BEGIN:VEVENT / UID:u1"
                + " / RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20240605"
                + " / DTSTART;VALUE=DATE:20240606 / DTEND;VALUE=DATE:20240608 / SUMMARY:b"
                + " / END:VEVENT");
    assertThat(shown(read(text)))
        .containsExactly(
            "a 2024-06-03T00:00-00:00",
            "a 2024-06-04T00:00-00:00",
            "b 2024-06-06T00:00-00:00",
            "b 2024-06-07T00:00-00:00");
    assertThat(read(text).exceptions().getLast().occurrence().timing().end())
        .isEqualTo(LocalDate.of(2024, 6, 9).atStartOfDay());
  }

  /** Who dismissed the first reminder is reminded of the next occurrence. */
  @Test
  void dismissedRemindersComeAgain() {
    String text =
        five(
            "",
            range(
                "20240617",
                LATER
                    + " / BEGIN:VALARM / ACTION:DISPLAY / TRIGGER:-PT10M"
                    + " / ACKNOWLEDGED:20240618T085500Z / END:VALARM"));
    assertThat(read(text).exceptions().stream().map(e -> e.occurrence().reminder()).toList())
        .containsExactly(Reminder.NONE, Reminder.before(10), Reminder.before(10));
    assertThat(LENS.update(text, read(text), ALL, "s")).isSameAs(text);
  }

  @Test
  void aLargeOneIsShownOnce() {
    String text = five("", range("20240617", LATER + " / DESCRIPTION:" + "x".repeat(100_000)));
    assertThat(read(text).exceptions()).hasSize(1);
    assertThat(losses(text)).containsExactly("this-and-future");
    String after = LENS.update(text, renamed(read(text), 0, "c"), ALL, "s");
    assertThat(after).contains("ID;TZID=Europe/Vienna;RANGE=THISANDFUTURE:20240624T090000");
  }

  @Test
  void twoOfTheSameDay() {
    String text = five("", range("20240617", LATER) + range("20240617", LATER));
    assertThat(losses(text)).containsExactly("this-and-future");
    assertThat(read(text).exceptions()).hasSize(3);
  }
}
