package org.tandemsync.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.convert.ResourceLens.Reading;
import org.tandemsync.convert.ResourceLens.Reading.Understood;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;

/**
 * Resources that are made to be expensive: properties of any length made of any piece, any number
 * of lines and components. What a lens allocates grows as its input does, so does its work: counted
 * in bytes, not by a clock. {@code -Dtandem.proofs=N} takes N times the lengths; with 1000
 * properties have 10 MB and more. The timeout is for what never ends.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeInputTest {
  private static final int PROOFS = Integer.getInteger("tandem.proofs", 1);

  /** Pieces of the shorter of two texts; the longer one has four times as many. */
  private static final int MANY = 100 * PROOFS;

  /** There are thousands of kinds of long values: as many pieces as show how they grow. */
  private static final int LONG = 30 * PROOFS;

  /** Reading, three ways of writing and comparing take so many bytes for each character. */
  private static final long MOST_PER_CHARACTER = 20_000;

  private static final List<String> VERSIONS =
      PROOFS == 1 ? List.of("3.0") : List.of("2.1", "3.0", "4.0");

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final List<String> PIECES_OF_VALUES =
      List.of(
          "a",
          " ",
          ",",
          ";",
          ":",
          "\\",
          "\\n",
          "\\\\r\\r\\n",
          "\"",
          "'",
          "<",
          "<a{i}>",
          "</p>",
          "<p>a</p>",
          "<!--",
          "<a on{i}=\"",
          "&#",
          "&#1;",
          "=",
          "=0D",
          "@",
          "(",
          "(@",
          " (",
          "\r",
          "\r\n ",
          "\n\t",
          "=\r\n",
          "\0",
          "\uD83D",
          "\uD83D\uDE00",
          "1,",
          "MO,",
          "c{i},",
          "^n",
          "http://",
          "javascript:",
          "20240610T090000Z,",
          "A1B2");

  private static final List<String> EVENT_LINES =
      List.of(
          "DTSTART:",
          "DTSTART;TZID=",
          "DTEND;TZID=\"",
          "DURATION:",
          "RRULE:",
          "RRULE:FREQ=DAILY;BYDAY=",
          "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=",
          "RRULE:FREQ=YEARLY;BYMONTH=",
          "EXDATE:",
          "EXDATE;TZID=Europe/Vienna:",
          "RDATE:",
          "SUMMARY:",
          "DESCRIPTION:",
          "DESCRIPTION;ALTREP=\"",
          "X-ALT-DESC;FMTTYPE=text/html:",
          "LOCATION:",
          "CATEGORIES:",
          "COLOR:",
          "URL:",
          "CONFERENCE:",
          "ATTACH:",
          "ATTACH;VALUE=BINARY;ENCODING=BASE64;FILENAME=a:",
          "ATTACH;FILENAME=\"",
          "ATTENDEE:mailto:",
          "ATTENDEE;CN=\"",
          "ORGANIZER:",
          "ORGANIZER;SENT-BY=\"",
          "CLASS:",
          "PRIORITY:",
          "SEQUENCE:",
          "STATUS:",
          "UID:",
          "X-TANDEM-USER-PROPERTY;X-NAME=",
          "X-TANDEM-COMPANIES:",
          "X-TANDEM-STAMP:",
          "X-FOO",
          "BEGIN:",
          "END:",
          "");

  private static final List<String> CARD_LINES =
      List.of(
          "FN:",
          "N:",
          "ORG:",
          "TITLE:",
          "NOTE:",
          "NOTE;ENCODING=QUOTED-PRINTABLE:",
          "TEL:",
          "TEL;TYPE=",
          "TEL;",
          "EMAIL:",
          "EMAIL;PREF=",
          "ADR:",
          "LABEL:",
          "PHOTO;ENCODING=b:",
          "PHOTO:data:image/png;base64,",
          "KEY;ENCODING=b:",
          "BDAY:",
          "ANNIVERSARY:",
          "REV:",
          "URL:",
          "IMPP:",
          "X-JABBER:",
          "CATEGORIES:",
          "NICKNAME:",
          "RELATED;TYPE=",
          "X-ABRELATEDNAMES:",
          "item{i}.X-ABLabel:",
          "KIND:",
          "MEMBER:",
          "UID:",
          "X-TANDEM-USER-PROPERTY;X-NAME=",
          "VERSION:",
          "X-FOO",
          "BEGIN:",
          "END:",
          "");

  private static final String EVENT =
      "BEGIN:VCALENDAR\r\n"
          + "VERSION:2.0\r\n"
          + "PRODID:-//Test//EN\r\n"
          + "{before}BEGIN:VEVENT\r\n"
          + "UID:u1\r\n"
          + "DTSTAMP:20240101T000000Z\r\n"
          + "SUMMARY:s\r\n"
          + "{lines}DTSTART;TZID=Europe/Vienna:20240610T090000\r\n"
          + "DTEND;TZID=Europe/Vienna:20240610T100000\r\n"
          + "END:VEVENT\r\n"
          + "{after}END:VCALENDAR\r\n";
  private static final String CARD =
      "BEGIN:VCARD\r\nVERSION:{version}\r\nUID:u1\r\n{lines}FN:Ann\r\nN:Ann;;;;\r\nEND:VCARD\r\n";

  /** A text of so many pieces. */
  private record Growing(String name, IntFunction<String> text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String event(String before, String lines, String after) {
    return EVENT.replace("{before}", before).replace("{lines}", lines).replace("{after}", after);
  }

  private static String card(String version, String lines) {
    return CARD.replace("{version}", version).replace("{lines}", lines);
  }

  private static String repeated(String piece, int times) {
    if (!piece.contains("{")) {
      return piece.repeat(times);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      LocalDate day = LocalDate.of(2024, 6, 10).plusDays(i);
      text.append(
          piece
              .replace("{i}", Integer.toString(i))
              .replace("{day}", DateTimeFormatter.BASIC_ISO_DATE.format(day)));
    }
    return text.toString();
  }

  static List<String> eventLines() {
    return EVENT_LINES;
  }

  @ParameterizedTest
  @MethodSource("eventLines")
  void longValuesInEvents(String line) {
    for (String piece : PIECES_OF_VALUES) {
      grows(
          new Growing(line + piece, n -> event("", line + repeated(piece, n) + "\r\n", "")), LONG);
    }
  }

  static List<String> cardLines() {
    return CARD_LINES;
  }

  @ParameterizedTest
  @MethodSource("cardLines")
  void longValuesInCards(String line) {
    for (String piece : PIECES_OF_VALUES) {
      for (String version : VERSIONS) {
        grows(
            new Growing(
                version + " " + line + piece,
                n -> card(version, line + repeated(piece, n) + "\r\n")),
            LONG);
      }
    }
  }

  static List<Growing> many() {
    List<Growing> many = new ArrayList<>();
    for (String line :
        List.of(
            "EXDATE;TZID=Europe/Vienna:{day}T090000",
            "EXDATE:{i}",
            "EXDATE;TZID=Zone{i}:{day}T090000",
            "RDATE:{day}",
            "ATTENDEE;CN=N{i}:mailto:a{i}@x.example",
            "ATTENDEE:mailto:a@x.example",
            "ORGANIZER:mailto:a{i}@x.example",
            "CATEGORIES:c{i}",
            "X-TANDEM-USER-PROPERTY;X-NAME=n{i}:v",
            "X-CALDAVSYNCHRONIZER-N{i}:v",
            "ATTACH;VALUE=BINARY;ENCODING=BASE64;FILENAME=f{i}:QUJD",
            "ATTACH:http://x.example/{i}",
            "DESCRIPTION:d{i}",
            "RRULE:FREQ=DAILY;COUNT={i}",
            "CONFERENCE:tel:{i}",
            "X-FOO-{i};P{i}=\"v\":{i}",
            "{i}",
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT{i}M\r\nEND:VALARM",
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:{i}\r\nEND:VALARM")) {
      String piece = line + "\r\n";
      many.add(new Growing(line, n -> event("", repeated(piece, n), "")));
      many.add(
          new Growing(
              "series with " + line,
              n -> event("", "RRULE:FREQ=DAILY\r\n" + repeated(piece, n), "")));
    }
    String override =
        "BEGIN:VEVENT\r\nUID:u1\r\nRECURRENCE-ID;TZID=Europe/Vienna:{day}T090000\r\n"
            + "DTSTART;TZID=Europe/Vienna:{day}T110000\r\nSUMMARY:{i}\r\nEND:VEVENT\r\n";
    many.add(
        new Growing("overrides", n -> event("", "RRULE:FREQ=DAILY\r\n", repeated(override, n))));
    many.add(
        new Growing(
            "cancelled",
            n ->
                event(
                    "",
                    "RRULE:FREQ=DAILY\r\n",
                    repeated(override, n).replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY"))));
    String zone = "BEGIN:VTIMEZONE\r\nTZID:Zone{i}\r\n%sEND:VTIMEZONE\r\n";
    String section =
        "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0137\r\n"
            + "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4\r\nEND:STANDARD\r\n";
    many.add(
        new Growing(
            "zones, each used",
            n ->
                event(
                    repeated(zone.formatted(section), n),
                    "RRULE:FREQ=DAILY\r\n" + repeated("EXDATE;TZID=Zone{i}:{day}T090000\r\n", n),
                    "")));
    many.add(
        new Growing(
            "sections of a zone",
            n ->
                event(
                    zone.replace("{i}", "0").formatted(repeated(section, n)),
                    "RRULE:FREQ=DAILY\r\n" + repeated("EXDATE;TZID=Zone0:{day}T090000\r\n", n),
                    "")));
    many.add(
        new Growing(
            "dates of a zone",
            n ->
                event(
                    zone.replace("{i}", "0")
                        .formatted(
                            section.replace(
                                "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4\r\n",
                                repeated("RDATE:{day}T000000\r\n", n))),
                    "RRULE:FREQ=DAILY\r\n" + repeated("EXDATE;TZID=Zone0:{day}T090000\r\n", n),
                    "")));
    many.add(
        new Growing("events", n -> event("", "", repeated(override.replace("u1", "u{i}"), n))));
    many.add(
        new Growing("nested", n -> event("", "BEGIN:X\r\n".repeat(n) + "END:X\r\n".repeat(n), "")));
    for (String line :
        List.of(
            "TEL;TYPE=WORK,VOICE:+43 1 {i}",
            "TEL:{i}",
            "EMAIL:a{i}@x.example",
            "ADR;TYPE=HOME:;;Street {i};;;;",
            "item{i}.TEL:{i}\r\nitem{i}.X-ABLabel:label {i}",
            "item1.URL:http://x.example/{i}",
            "IMPP:xmpp:a{i}@x.example",
            "CATEGORIES:c{i}",
            "NOTE:n{i}",
            "RELATED;TYPE=child:c{i}",
            "X-TANDEM-USER-PROPERTY;X-NAME=n{i}:v",
            "KEY;ENCODING=b:QUJD{i}",
            "X-FOO-{i}:v",
            "MEMBER:urn:uuid:{i}",
            "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:{i}",
            "MEMBER:mailto:a{i}@x.example")) {
      String kind =
          line.contains("MEMBER") ? "X-ADDRESSBOOKSERVER-KIND:group\r\nKIND:group\r\n" : "";
      many.add(
          new Growing("card with " + line, n -> card("3.0", kind + repeated(line + "\r\n", n))));
      many.add(
          new Growing("card 4 with " + line, n -> card("4.0", kind + repeated(line + "\r\n", n))));
    }
    return many;
  }

  @ParameterizedTest
  @MethodSource("many")
  void manyLinesAndComponents(Growing growing) {
    grows(growing, MANY);
  }

  @Test
  void aMillionLinesAreTooMany() {
    String text = event("", "X:1\r\n".repeat(1_000_000), "");
    assertThat(HostileInputTest.lens(text).get(text)).isInstanceOf(Reading.Broken.class);
  }

  /** Four times the input takes about four times the work. */
  private static void grows(Growing growing, int pieces) {
    String small = growing.text.apply(pieces);
    String large = growing.text.apply(4 * pieces);
    try {
      long bytes = worked(small);
      long more = worked(large);
      assertThat(more).isLessThan(4_000_000 + MOST_PER_CHARACTER * large.length());
      // a series of a million days, built once, is more than what a small text takes
      assertThat(more).isLessThan(4_000_000 + 8 * bytes);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new AssertionError(growing.name, e);
    }
  }

  /** Reads, writes and empties it; the bytes that this allocates. */
  private static long worked(String text) {
    ResourceLens lens = HostileInputTest.lens(text);
    long cpu = THREADS.getCurrentThreadCpuTime();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    if (lens.get(text) instanceof Understood(Item item, var _, var losses)) {
      assertThat(losses).hasSizeLessThan(1500);
      Set<String> all = Set.copyOf(Fields.of(item.type()).names());
      lens.update(text, item, all, "s");
      lens.update(
          text, HostileInputTest.renamed(item), Set.of(HostileInputTest.titleField(item)), "s");
      lens.update(text, HostileInputTest.blank(item), all, "s");
      lens.create(item.uid().isBlank() ? HostileInputTest.withUid(item) : item, "s");
    }
    if (PROOFS > 1 && THREADS.getCurrentThreadCpuTime() - cpu > 3_000_000_000L) {
      System.out.printf(
          Locale.ROOT,
          "%.1f s for %d characters%n%s%n",
          (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9,
          text.length(),
          text.substring(0, Math.min(300, text.length())));
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
