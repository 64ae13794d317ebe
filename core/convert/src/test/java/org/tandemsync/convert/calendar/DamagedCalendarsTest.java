package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;

/** Whatever a server sends: an answer, never an exception, and no byte of an unedited item lost. */
class DamagedCalendarsTest {
  private static final int ROUNDS = Integer.getInteger("tandem.proofs", 12);
  private static final List<String> JUNK =
      List.of(
          "",
          ":",
          ";",
          "\0",
          "99999999999999999999",
          "-1",
          "00000000T000000Z",
          "99991231T235959Z",
          "20241301T256199",
          "P99999D",
          "-P1W",
          "FREQ=YEARLY;INTERVAL=2147483647;COUNT=2147483647",
          "FREQ=WEEKLY;INTERVAL=99999;BYDAY=MO",
          "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=1000000;UNTIL=99991231",
          "FREQ=DAILY;BYDAY=",
          "=====",
          "\\",
          "\"",
          "<b>&#9999999;</b><script><!--",
          "data:text/html;base64,%%%",
          "mailto:",
          "\uD83D",
          "x".repeat(20_000));

  static List<Path> files() {
    return Fixtures.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isAnswered(Path file) {
    String text = Fixtures.text(file);
    ResourceLens lens = Fixtures.lens(text);
    Random random = new Random(file.getFileName().toString().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      answered(lens, damaged(text, random));
    }
  }

  private static void answered(ResourceLens lens, String text) {
    ResourceLens.Reading reading = lens.get(text);
    if (!(reading instanceof ResourceLens.Reading.Understood understood)) {
      return;
    }
    Item item = understood.item();
    Set<String> all = item instanceof Task ? TaskLens.mapped() : EventLens.mapped();
    assertThat(lens.update(text, item, all, "s")).isSameAs(text);
    Item renamed =
        item instanceof Appointment a
            ? a.toBuilder().subject("renamed").build()
            : ((Task) item).toBuilder().subject("renamed").build();
    String after = lens.update(text, renamed, Set.of("subject"), "s");
    assertThat(lens.get(after)).isInstanceOf(ResourceLens.Reading.Understood.class);
  }

  private static String damaged(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && !lines.isEmpty(); i++) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int colon = line.indexOf(':');
      String junk = JUNK.get(random.nextInt(JUNK.size()));
      switch (random.nextInt(8)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, line);
        case 2 -> lines.set(at, line.substring(0, colon < 0 ? 0 : colon + 1) + junk);
        case 3 -> lines.set(at, line.replaceFirst(";[A-Z-]+=[^;:]*", ";" + junk + "="));
        case 4 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
        case 5 -> Collections.swap(lines, at, random.nextInt(lines.size()));
        case 6 -> lines.set(at, line.replace(":", ";X=" + junk + ":"));
        default -> lines.add(at, junk + ":" + junk);
      }
    }
    String end = random.nextInt(10) == 0 ? "\n" : "\r\n";
    return String.join(end, lines) + (random.nextInt(10) == 0 ? "\0\0" : end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESCRIPTION:",
        "X-ALT-DESC;FMTTYPE=text/html:",
        "ATTACH;VALUE=BINARY;ENCODING=BASE64;FILENAME=a:",
        "CATEGORIES:",
        "X-TANDEM-USER-PROPERTY;X-NAME=a:"
      })
  void largePropertiesTakeNoLongTime(String line) {
    for (String piece : List.of("a", "<", "<p>a</p>", "<!--", "&#x", "a,")) {
      String text = Events.event(Events.TIMES + " / " + line + piece.repeat(100_000));
      long start = System.nanoTime();
      answered(Events.LENS, text);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(line + piece)
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  /** Names of zones are looked for in many ways. */
  @ParameterizedTest
  @ValueSource(strings = {"a Time (", "/", "a Time", " Time", "(UTC+01:00) a,", "a,"})
  void longNamesOfZonesTakeNoLongTime(String piece) {
    String name = piece.repeat(128 * 1024 / piece.length());
    String text = Events.event("DTSTART;TZID=\"" + name + "\":20240610T090000");
    long start = System.nanoTime();
    assertThat(Events.losses(text)).containsExactly("unknown-time-zone");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  /** Removing an occurrence of a second VCALENDAR threw: it was looked for in the first. */
  @Test
  void occurrencesOfASecondCalendarStay() {
    String series = Events.event(Events.TIMES + " / RRULE:FREQ=DAILY");
    String second =
        Events.event(
            Events.TIMES.replace("0610T09", "0612T08")
                + " / RECURRENCE-ID;TZID=Europe/Vienna:20240612T090000");
    String text = second + series;
    Appointment read = Events.read(text);
    assertThat(read.exceptions()).isEmpty();
    String after =
        Events.LENS.update(
            text, read.toBuilder().recurrence(null).build(), EventLens.mapped(), "s");
    assertThat(after).startsWith(second);
    assertThat(Events.read(after).recurrence()).isNull();
  }

  @Test
  void nothingIsNoCalendar() {
    for (String text : List.of("", "\0", "\uFEFF", "BEGIN:VCALENDAR", "END:VCALENDAR", ":")) {
      assertThat(Events.LENS.get(text)).isInstanceOf(ResourceLens.Reading.Broken.class);
    }
  }
}
