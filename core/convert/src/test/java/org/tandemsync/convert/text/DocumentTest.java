package org.tandemsync.convert.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

  static Document parse(String text) {
    try {
      return Document.parse(text, Syntax.ICALENDAR);
    } catch (TextLimitException e) {
      throw new AssertionError(e);
    }
  }

  static Document card(String text) {
    try {
      return Document.parse(text, Syntax.VCARD);
    } catch (TextLimitException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "\uFEFFBEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nSUMMARY:a\n b\n\tc\nEND:VCALENDAR\n",
        "BEGIN:A\r\r\nX:1\r\r\n 2\r\r\nEND:A\r\r\n",
        "BEGIN:A\rX:1\rEND:A\r",
        "begin:a\r\nno colon here\r\n\r\n   \r\nend:a\r\ntrailing\0\0",
        "BEGIN:A\r\nBEGIN:B\r\nX:1\r\nEND:A\r\nEND:C\r\n",
        "X;P=\"never closed:y\r\n",
        ":\r\n;:\r\n;=;,:=\r\n"
      })
  void anyTextIsWrittenBackAsItWas(String text) {
    assertThat(parse(text).text()).isEqualTo(text);
    assertThat(card(text).text()).isEqualTo(text);
  }

  @Property(tries = 500)
  void writtenBackAsItWas(@ForAll("texts") String text) {
    Document document = card(text);
    document.nodes().forEach(n -> assertThat(n.toString()).isNotNull());
    assertThat(document.text()).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "BEGIN:A",
            "END:A",
            "BEGIN:B",
            "END:B",
            "X:",
            ";P=",
            "\"",
            ":",
            "=",
            "\r\n",
            "\n",
            "\r",
            " ",
            "\t",
            "ä",
            "😀",
            "\\",
            ",",
            ";ENCODING=QUOTED-PRINTABLE:",
            "\uFEFF",
            "\0")
        .list()
        .ofMaxSize(40)
        .map(l -> String.join("", l));
  }

  @Property(tries = 500)
  void textIsReadAsWritten(@ForAll String text) {
    String legal = TextValue.legal(text);
    ContentLine line = ContentLine.of("X", TextValue.escape(text));
    String written = Document.of(component("A", line)).text();
    assertThat(written.split("\r\n"))
        .allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75);
    ContentLine read = only(parse(written));
    assertThat(read.text()).isEqualTo(legal);
    assertThat(written.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(written);
  }

  @Property(tries = 500)
  void parametersAreReadAsWritten(@ForAll("parameterValues") List<String> values) {
    ContentLine line = ContentLine.of("X", "v:;", Parameter.of("P", values));
    ContentLine read = only(parse(Document.of(component("A", line)).text()));
    assertThat(read.parameterValues("P")).isEqualTo(values);
    assertThat(read.value()).isEqualTo("v:;");
  }

  @Provide
  Arbitrary<List<String>> parameterValues() {
    return Arbitraries.of("a", "ä", "\"", ",", ";", ":", "^", "^n", "\n", "'", " ", "=")
        .list()
        .ofMaxSize(6)
        .map(l -> String.join("", l))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Test
  void aLineIsTakenApart() {
    ContentLine line =
        only(
            card(
                "BEGIN:A\nitem1.Tel;TYPE=\"home,voice\";type=CELL,PREF;WORK;X=a^nb^^c^'d:+43 1\\;2:"
                    + "3\nEND:A"));
    assertThat(line.group()).isEqualTo("item1");
    assertThat(line.name()).isEqualTo("TEL");
    assertThat(line.parameterValues("TYPE")).containsExactly("home,voice", "CELL", "PREF");
    assertThat(line.parameterValues("")).containsExactly("WORK");
    assertThat(line.parameter("X")).isEqualTo("a\nb^c\"d");
    assertThat(line.value()).isEqualTo("+43 1\\;2:3");
    assertThat(line.lineNumber()).isEqualTo(2);
  }

  @Test
  void namesOfCalendarsHaveNoGroup() {
    assertThat(only(parse("BEGIN:A\nX-FOO.SUMMARY:1\nEND:A")).name()).isEqualTo("X-FOO.SUMMARY");
  }

  @Test
  void foldsInsideCharactersAndDoubledReturnsAreUnfolded() {
    String text = "BEGIN:A\r\r\nSUMMARY:a\uD83D\r\r\n \uDE00b\r\r\n  c\r\r\nEND:A\r\r\n";
    assertThat(only(parse(text)).text()).isEqualTo("a😀b c");
  }

  @Test
  void eachReaderGetsWhatItMakesOfALine() {
    ContentLine line = ContentLine.of("X", "1");
    Function<ContentLine, Set<String>> names = l -> Set.of(l.name());
    Function<ContentLine, Set<String>> values = l -> Set.of(l.value());
    assertThat(line.words(names)).containsExactly("X").isSameAs(line.words(names));
    assertThat(line.words(values)).containsExactly("1");
    assertThat(line.words(names)).containsExactly("X");
  }

  /** A line end is CRs, LF or both; with a blank behind it goes away. */
  @Property(tries = 1000)
  void linesAreUnfolded(@ForAll("folded") String text) {
    String line = ContentLine.read(Syntax.ICALENDAR, 1, "X:" + text).logical();
    assertThat(line)
        .isEqualTo("X:" + text.replaceFirst("[\r\n]+$", "").replaceAll("(\r*\n|\r+)[ \t]", ""));
  }

  @Provide
  Arbitrary<String> folded() {
    return Arbitraries.strings().withChars('a', '\r', '\n', ' ', '\t').ofMaxLength(14);
  }

  /** RFC 5545 3.1, RFC 6350 3.2: no line is longer than 75 octets, and no character is cut. */
  @Property(tries = 500)
  void longLinesAreFolded(@ForAll("values") String value) {
    Component component = Component.of("VCARD");
    component.add(ContentLine.of("NOTE", value));
    String text = Document.of(component).text();
    for (String line : text.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
      assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(line);
    }
    ContentLine read = card(text).components("VCARD").getFirst().lines("NOTE").getFirst();
    assertThat(read.value()).isEqualTo(value);
    // and none is broken where it need not be
    assertThat(text.lines().filter(l -> l.startsWith(" ")).count())
        .isLessThanOrEqualTo(("NOTE:" + value).getBytes(StandardCharsets.UTF_8).length / 71);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings()
        .withChars("ab:;, äß€")
        .ofMaxLength(400)
        .flatMap(
            s ->
                Arbitraries.of(
                    s, "x".repeat(150) + s, s + "😀".repeat(30), "x".repeat(s.length())));
  }

  @Test
  void quotedPrintableHasSoftLineBreaks() {
    String text =
        "BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0A=\r\nb=\r\n=3D\r\nTEL:1\r\nEND:VCARD";
    Component card = card(text).components("VCARD").getFirst();
    assertThat(card.lines("NOTE").getFirst().value()).isEqualTo("a=0D=0Ab=3D");
    assertThat(card.lines("TEL")).hasSize(1);
    Document edited = card(text);
    Component component = edited.components("VCARD").getFirst();
    ContentLine note = component.lines("NOTE").getFirst();
    component.replace(note, note.withValue("=41".repeat(60)));
    ContentLine read = card(edited.text()).components("VCARD").getFirst().lines("NOTE").getFirst();
    assertThat(read.value()).isEqualTo("=41".repeat(60));
    assertThat(edited.text().lines()).allMatch(l -> l.length() <= 76);
  }

  @Test
  void anEditChangesItsLineOnlyAndKeepsTheLineEndsOfTheFile() {
    String text =
        "BEGIN:A\nDTSTART;tzid=\"Europe/Vienna\";X-P=a,\"b\":20240101T000000\nfoo\nSUMMARY:x\n y";
    Document document = parse(text);
    Component a = document.components("A").getFirst();
    ContentLine start = a.lines("DTSTART").getFirst();
    a.replace(start, start.withValue("20250101T000000"));
    a.add(ContentLine.of("X-NEW", "1"));
    assertThat(document.text())
        .isEqualTo(
            "BEGIN:A\nDTSTART;tzid=\"Europe/Vienna\";X-P=a,\"b\":20250101T000000\nfoo\nSUMMARY:x\n"
                + " y\nX-NEW:1\n");
    assertThat(start.withParameter("TZID", "Asia/Tokyo").logical())
        .isEqualTo("DTSTART;TZID=Asia/Tokyo;X-P=a,\"b\":20240101T000000");
    assertThat(start.withoutParameter("TZID").logical())
        .isEqualTo("DTSTART;X-P=a,\"b\":20240101T000000");
    assertThat(start.withParameter("TZID", "Europe/Vienna")).isSameAs(start);
    assertThat(start.withValue("20240101T000000")).isSameAs(start);
  }

  @Test
  void aComponentWithoutEndIsClosedByItsParent() {
    Document document = parse("BEGIN:A\nBEGIN:B\nX:1\nEND:A\nBEGIN:A\nEND:a\n");
    assertThat(document.components("A")).hasSize(2);
    assertThat(document.components("A").getFirst().components("B").getFirst().lines("X"))
        .hasSize(1);
  }

  @Test
  void linesGoBeforeInnerComponents() {
    Document document = parse("BEGIN:A\r\nX:1\r\nBEGIN:B\r\nEND:B\r\nEND:A\r\n");
    document.components("A").getFirst().put(ContentLine.of("Y", "2"));
    assertThat(document.text()).isEqualTo("BEGIN:A\r\nX:1\r\nY:2\r\nBEGIN:B\r\nEND:B\r\nEND:A\r\n");
  }

  @Test
  void absurdNestingIsRefused() {
    assertThatThrownBy(() -> Document.parse("BEGIN:A\n".repeat(1000), Syntax.ICALENDAR))
        .isInstanceOf(TextLimitException.class)
        .hasMessageContaining("line 33");
  }

  @Test
  void escapes() {
    assertThat(TextValue.escape("a,b;c\\d\ne\u000Bf")).isEqualTo("a\\,b\\;c\\\\d\\nef");
    assertThat(TextValue.unescape("a\\,b\\;c\\\\n\\Ne\\:\\x\\")).isEqualTo("a,b;c\\n\ne:\\x\\");
    assertThat(TextValue.structured("Smith\\;Jones;Ann,Eve;;"))
        .containsExactly(List.of("Smith;Jones"), List.of("Ann", "Eve"), List.of(""), List.of(""));
    assertThat(TextValue.structure(List.of(List.of("Smith;Jones"), List.of("Ann", "E,e"))))
        .isEqualTo("Smith\\;Jones;Ann,E\\,e");
  }

  private static Component component(String name, ContentLine... lines) {
    Component component = Component.of(name);
    for (ContentLine line : lines) {
      component.add(line);
    }
    return component;
  }

  private static ContentLine only(Document document) {
    return document.components("A").getFirst().lines().getFirst();
  }
}
