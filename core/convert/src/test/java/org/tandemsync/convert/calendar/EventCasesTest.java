package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.ALL;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.TIMES;
import static org.tandemsync.convert.calendar.Events.event;
import static org.tandemsync.convert.calendar.Events.lines;
import static org.tandemsync.convert.calendar.Events.losses;
import static org.tandemsync.convert.calendar.Events.nine;
import static org.tandemsync.convert.calendar.Events.read;
import static org.tandemsync.convert.calendar.Events.understood;
import static org.tandemsync.convert.calendar.Events.written;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.ResourceLens.Reading;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Sensitivity;

/** Cases 26 to 66 of the mapping reference, and what a resource may turn out to be. */
class EventCasesTest {

  private static Appointment with(String lines) {
    return read(event(TIMES + " / " + lines));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "27 | TRANSP:OPAQUE / X-MICROSOFT-CDO-BUSYSTATUS:OOF | OUT_OF_OFFICE",
        "28 | TRANSP:TRANSPARENT / X-MICROSOFT-CDO-BUSYSTATUS:BUSY | FREE",
        "28b | TRANSP:OPAQUE / X-MICROSOFT-CDO-BUSYSTATUS:free | BUSY",
        "29 | STATUS:TENTATIVE | TENTATIVE",
        "29b | STATUS:TENTATIVE / TRANSP:OPAQUE | BUSY",
        "synonym | X-MICROSOFT-MSNCALENDAR-BUSYSTATUS:OutOfOffice | OUT_OF_OFFICE",
        "unknown | X-MICROSOFT-CDO-BUSYSTATUS:X | BUSY",
        "elsewhere | X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE | WORKING_ELSEWHERE",
        "nothing | SUMMARY:x | BUSY"
      })
  void busyStatus(String name, String lines, BusyStatus expected) {
    assertThat(with(lines).busyStatus()).isEqualTo(expected);
  }

  @Test
  void case26_tentativeIsWritten() {
    assertThat(lines(written(nine().busyStatus(BusyStatus.TENTATIVE).build())))
        .contains("TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE");
  }

  @Test
  void case30to32_cancelledEvents() {
    assertThat(lines(written(nine().subject("Cancelled: Lunch").build())))
        .contains("SUMMARY:Cancelled: Lunch", "STATUS:CANCELLED");
    String once = event(TIMES + " / SUMMARY:Lunch / STATUS:CANCELLED");
    assertThat(read(once).subject()).isEqualTo("Cancelled: Lunch");
    assertThat(with("SUMMARY:Cancelled: Lunch / STATUS:CANCELLED").subject())
        .isEqualTo("Cancelled: Lunch");
    assertThat(LENS.update(once, read(once), ALL, "s")).isSameAs(once);
    assertThat(with("STATUS:CANCELLED").subject()).isEqualTo("Cancelled: ");
    String revived =
        LENS.update(once, read(once).toBuilder().subject("Lunch").build(), Set.of("subject"), "s");
    assertThat(lines(revived)).contains("SUMMARY:Lunch", "STATUS:CONFIRMED");
    assertThat(read(revived).subject()).isEqualTo("Lunch");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "33 | CLASS:private | PRIVATE",
        "34 | CLASS:X-SECRET | PRIVATE",
        "35 | CLASS:CONFIDENTIAL | CONFIDENTIAL",
        "37 | SUMMARY:x | NORMAL",
        "export of Outlook | CLASS:X-PERSONAL | PERSONAL",
        "empty | CLASS: | NORMAL"
      })
  void sensitivity(String name, String lines, Sensitivity expected) {
    assertThat(with(lines).sensitivity()).isEqualTo(expected);
  }

  @Test
  void personalIsPrivateForEverybodyElse() {
    String text = written(nine().sensitivity(Sensitivity.PERSONAL).build());
    assertThat(lines(text)).contains("CLASS;X-TANDEM-PERSONAL=TRUE:PRIVATE");
    assertThat(read(text).sensitivity()).isEqualTo(Sensitivity.PERSONAL);
  }

  @ParameterizedTest(name = "38: {0}")
  @CsvSource({
    "PRIORITY:3, HIGH",
    "PRIORITY:0, NORMAL",
    "PRIORITY:7, LOW",
    "PRIORITY:12, NORMAL",
    "PRIORITY:, NORMAL"
  })
  void case38_priority(String lines, Importance expected) {
    assertThat(with(lines).importance()).isEqualTo(expected);
    assertThat(losses(event(TIMES + " / " + lines)))
        .isEqualTo(lines.endsWith("12") ? List.of("bad-priority") : List.of());
  }

  @Test
  void aPriorityOfTheSameClassStays() {
    String text = event(TIMES + " / PRIORITY:3");
    assertThat(LENS.update(text, nine().importance(Importance.HIGH).build(), ALL, "s"))
        .contains("PRIORITY:3\r\n");
    assertThat(written(nine().build())).doesNotContain("PRIORITY");
  }

  @Test
  void case39and40_texts() {
    String subject = "a,b;c\\d\ne";
    String text = written(nine().subject(subject).body(Body.plain("x\u000By😀")).build());
    assertThat(lines(text)).contains("SUMMARY:a\\,b\\;c\\\\d\\ne", "DESCRIPTION:xy😀");
    assertThat(read(text).subject()).isEqualTo(subject);
    assertThat(read(text).body().plain()).isEqualTo("xy😀");
  }

  @Test
  void case41and42_htmlInTheDescription() {
    assertThat(with("DESCRIPTION:<b>Bring</b> cake").body())
        .isEqualTo(new Body("Bring cake", "<b>Bring</b> cake"));
    assertThat(with("DESCRIPTION:if a < b then c > d").body())
        .isEqualTo(Body.plain("if a < b then c > d"));
    assertThat(
            with("DESCRIPTION:<p onclick=\"x()\">a</p><script>evil()</script><a"
                    + " href=\"javascript:x()\">b</a>")
                .body()
                .html())
        .isEqualTo("<p>a</p><a href=\"about:x()\">b</a>");
  }

  @Test
  void case43_formattedBodies() {
    String text = written(nine().body(new Body("a, b", "<p>a, <a href=\"x\">b</a></p>")).build());
    assertThat(lines(text))
        .contains(
            "DESCRIPTION:a\\, b", "X-ALT-DESC;FMTTYPE=text/html:<p>a\\, <a href='x'>b</a></p>");
    String changed = LENS.update(text, nine().body(Body.plain("new")).build(), Set.of("body"), "s");
    assertThat(changed).contains("DESCRIPTION:new\r\n").doesNotContain("X-ALT-DESC");
    assertThat(written(nine().build())).doesNotContain("DESCRIPTION");
  }

  @Test
  void case44_whatIsNotNamedStays() {
    String text = event(TIMES + " / DESCRIPTION:old / SUMMARY:x");
    assertThat(LENS.update(text, nine().subject("y").build(), Set.of("subject"), "s"))
        .contains("DESCRIPTION:old\r\n", "SUMMARY:y\r\n");
  }

  @Test
  void case45to47_categories() {
    assertThat(with("CATEGORIES:Work,work,Home").categories().names())
        .containsExactly("Work", "Home");
    assertThat(lines(written(nine().categories(Categories.of("Work", "Home")).build())))
        .contains("CATEGORIES:Work,Home");
    assertThat(lines(written(nine().categories(Categories.of("Smith, Jones")).build())))
        .contains("CATEGORIES:Smith\\, Jones");
    String two = event(TIMES + " / CATEGORIES;LANGUAGE=de:Work,Home / CATEGORIES:X");
    String text = LENS.update(two, nine().categories(Categories.of("home", "Y")).build(), ALL, "s");
    assertThat(lines(text)).contains("CATEGORIES;LANGUAGE=de:Home,Y");
    assertThat(read(text).categories().names()).containsExactly("Home", "Y");
  }

  @Test
  void case48_whatIsNotMappedSurvives() {
    String text =
        event(
            TIMES
                + " / SUMMARY:a / ATTACH:https://x.example/f / GEO:48.2;16.3 / X-FOO;A=\"b\":1,;2"
                + " / CONTACT:c / BEGIN:VALARM / ACTION:EMAIL / TRIGGER:-PT1H / END:VALARM"
                + " / BEGIN:VALARM / ACTION:DISPLAY / TRIGGER:-PT10M / X-BAR:1 / END:VALARM"
                + " / BEGIN:X-COMP / X-Y:z / END:X-COMP");
    Appointment item = read(text);
    String after = LENS.update(text, item.toBuilder().subject("b").build(), ALL, "L1/2");
    assertThat(after)
        .isEqualTo(
            text.replace("SUMMARY:a", "SUMMARY:b")
                .replace("DTSTAMP:20240101T000000Z", "DTSTAMP:20240601T120000Z")
                .replace(
                    "CONTACT:c\r\n",
                    "CONTACT:c\r\nLAST-MODIFIED:20240601T120000Z\r\nX-TANDEM-STAMP:L1/2\r\n"));
    assertThat(understood(after).stamp()).isEqualTo("L1/2");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "56 | ACTION:EMAIL / TRIGGER:-PT1H + ACTION:DISPLAY / TRIGGER:-PT10M | 10 | true",
        "57 | ACTION:EMAIL / TRIGGER:-PT1H | none | true",
        "58 | ACTION:AUDIO / TRIGGER:-PT30M | 30 | false",
        "59 | ACTION:DISPLAY / TRIGGER:PT15M | none | true",
        "60 | ACTION:DISPLAY / TRIGGER;RELATED=END:-PT90M | 30 | false",
        "61 | ACTION:DISPLAY / TRIGGER;RELATED=END:-PT30M | none | true",
        "62 | ACTION:DISPLAY / TRIGGER;VALUE=DATE-TIME:20240610T060000Z | 60 | false",
        "63 | ACTION:DISPLAY / TRIGGER;VALUE=DATE-TIME:20240610T080000Z | none | true",
        "66 | ACTION:DISPLAY | none | true",
        "53 | ACTION:DISPLAY / TRIGGER:-P0D | 0 | false",
        "weeks | action:display / TRIGGER:-P1W | 10080 | false",
        "apple default | ACTION:AUDIO / X-APPLE-DEFAULT-ALARM:TRUE / TRIGGER:-PT15M | none | false",
        "apple dummy | ACTION:NONE / TRIGGER;VALUE=DATE-TIME:19760401T005545Z | none | false",
        "acknowledged | ACTION:DISPLAY / TRIGGER:-PT15M / ACKNOWLEDGED:20240610T070000Z | none"
            + " | false",
        "snoozed | ACTION:DISPLAY / TRIGGER:PT5M / RELATED-TO;RELTYPE=SNOOZE:x + ACTION:DISPLAY /"
            + " TRIGGER:-PT15M | 15 | false",
        "empty | X:1 | none | false"
      })
  void reminders(String name, String alarms, Integer minutes, boolean loss) {
    String text =
        event(
            TIMES
                + " / BEGIN:VALARM / "
                + alarms.replace(" + ", " / END:VALARM / BEGIN:VALARM / ")
                + " / END:VALARM");
    assertThat(read(text).reminder())
        .isEqualTo(minutes == null ? Reminder.NONE : Reminder.before(minutes));
    assertThat(losses(text)).isEqualTo(loss ? List.of("alarm-not-representable") : List.of());
  }

  @Test
  void case52and53_remindersAreWritten() {
    assertThat(lines(written(nine().reminder(Reminder.before(15)).build())))
        .containsSubsequence(
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:Reminder");
    assertThat(lines(written(nine().reminder(Reminder.before(0)).build())))
        .contains("TRIGGER:-P0D");
  }

  @Test
  void onlyTheReminderThatIsReadIsWritten() {
    String text =
        event(
            TIMES
                + " / BEGIN:VALARM / ACTION:EMAIL / TRIGGER:-PT1H / END:VALARM / BEGIN:VALARM /"
                + " ACTION:DISPLAY / X-A:1 / TRIGGER;X-B=2:-PT10M / END:VALARM");
    String later = LENS.update(text, nine().reminder(Reminder.before(30)).build(), ALL, "s");
    assertThat(lines(later)).contains("TRIGGER:-PT1H", "X-A:1", "TRIGGER;X-B=2:-PT30M");
    String none = LENS.update(text, nine().build(), ALL, "s");
    assertThat(lines(none)).contains("ACTION:EMAIL").doesNotContain("ACTION:DISPLAY");
  }

  @Test
  void otherResourcesAreForeign() {
    assertThat(LENS.get("BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"))
        .isEqualTo(new Reading.Foreign("a task"));
    assertThat(LENS.get("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"))
        .isEqualTo(new Reading.Foreign("an empty calendar"));
  }

  @Test
  void brokenResourcesAreNamedWithTheirLine() {
    assertThat(LENS.get(event("SUMMARY;LANGUAGE=de:Lunch / DTSTART:tomorrow")))
        .isEqualTo(new Reading.Broken("Lunch", "line 8: no date: DTSTART:tomorrow"));
    assertThat(LENS.get(event("SUMMARY:Lunch")))
        .isEqualTo(new Reading.Broken("Lunch", "line 4: the event has no DTSTART"));
    assertThat(LENS.get("<html>login</html>"))
        .isEqualTo(new Reading.Broken("", "line 1: no BEGIN:VCALENDAR but: <html>login</html>"));
    String cut = event(TIMES + " / SUMMARY:Lunch");
    assertThat(LENS.get(cut.substring(0, cut.indexOf("END:VEVENT"))))
        .isInstanceOf(Reading.Broken.class);
    assertThat(LENS.get("")).isInstanceOf(Reading.Broken.class);
  }

  @Test
  void oddEventsAreUnderstood() {
    String text =
        "\uFEFFbegin:vcalendar\nbegin:vevent\ndtstart;tzid=\"Europe/Vienna\":20240610T090000\n"
            + "dtend;tzid=\"Europe/Vienna\":20240610T240000\nno colon\nsummary:a\n b\nCATEGORIES:\n"
            + "DURATION:\nATTENDEE:\nORGANIZER:\nend:vevent\nEND:VCALENDAR\0\0";
    assertThat(losses(text)).containsExactly("no-uid");
    assertThat(read(text).subject()).isEqualTo("ab");
    assertThat(read(text).timing().end()).isEqualTo("2024-06-11T00:00");
    assertThat(LENS.update(text, read(text), ALL, "s")).isSameAs(text);
    String edited = LENS.update(text, read(text).toBuilder().subject("c").build(), ALL, "s");
    assertThat(edited).contains("\nsummary:c\n", "\nno colon\n").doesNotContain("\r");
  }

  @Test
  void datesOfTheItemAreDerived() {
    String text = event(TIMES + " / CREATED:20240102T030405Z / LAST-MODIFIED:20240203T040506Z");
    assertThat(read(text).created()).hasToString("2024-01-02T03:04:05Z");
    assertThat(read(text).modified()).hasToString("2024-02-03T04:05:06Z");
    assertThat(read(event(TIMES)).modified()).hasToString("2024-01-01T00:00:00Z");
  }
}
