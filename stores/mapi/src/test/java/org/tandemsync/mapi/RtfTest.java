package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtfTest {

  private static Rtf.Content parse(String rtf) {
    return Rtf.parse(rtf.getBytes(StandardCharsets.ISO_8859_1), CodePages.WESTERN);
  }

  /** The two examples of [MS-OXRTFCP] 4.1. */
  @ParameterizedTest
  @CsvSource({
    "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af320"
        + " 68656c090020627705b06c647d0a800fa0,{\\r"
        + "tf1\\ansi\\ansicpg1252\\pard hello world}\\r"
        + "\\n",
    "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0,"
        + "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}",
  })
  void expandsTheExamplesOfTheSpecification(String hex, String expected) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThat(new String(CompressedRtf.decode(Span.of(bytes)), StandardCharsets.US_ASCII))
        .isEqualTo(expected.replace("\\r\\n", "\r\n"));
  }

  @Test
  void uncompressedTextIsTakenAsItIs() {
    byte[] bytes = HexFormat.of().parseHex("0f000000030000004d454c41000000007b617d");
    assertThat(CompressedRtf.decode(Span.of(bytes))).isEqualTo(new byte[] {'{', 'a', '}'});
  }

  @Test
  void damageIsNoticed() {
    byte[] bytes =
        HexFormat.of().parseHex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0");
    bytes[20] ^= 1;
    assertThatThrownBy(() -> CompressedRtf.decode(Span.of(bytes)))
        .isInstanceOf(DamagedException.class)
        .hasMessage("the formatted text has a wrong checksum");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\\rtf1\\ansi Hello\\par World}|Hello\\nWorld",
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}A\\tab B}|A\\tB",
        "{\\rtf1\\ansi\\ansicpg1252 M\\'fcller \\{\\}\\\\}|M\u00fcller {}\\",
        "{\\rtf1\\ansi\\ansicpg1251\\'cf\\'f0}|\u041f\u0440",
        "{\\rtf1\\ansi\\uc1\\u8364?5 \\u-10179?\\u-8704?}|\u20ac5 \ud83d\ude00",
        "{\\rtf1{\\fonttbl{\\f1\\fcharset128 MS;}}\\f1\\'93\\'fa}|\u65e5",
        "{\\rtf1 a{\\*\\unknown hidden}b{\\pict 0102}c}|abc",
        "{\\rtf1 \\ldblquote x\\rdblquote \\emdash}|\u201cx\u201d\u2014",
        "{\\rtf1\\bin3 {{{x}|x",
      })
  void plainTextOfRtf(String rtf, String expected) {
    assertThat(parse(rtf))
        .isEqualTo(
            new Rtf.Content(Rtf.Origin.RTF, expected.replace("\\n", "\n").replace("\\t", "\t")));
  }

  @Test
  void htmlIsTakenOutOfItsWrapping() {
    Rtf.Content content =
        parse(
            "{\\rtf1\\ansi\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}"
                + "{\\*\\htmltag64 <p>}\\htmlrtf \\par\\htmlrtf0 one {\\*\\htmltag84 <b>}"
                + "\\htmlrtf {\\b\\htmlrtf0 two{\\*\\htmltag92 </b>}\\htmlrtf }\\htmlrtf0 "
                + "{\\*\\htmltag84 &lt;}\\htmlrtf <\\htmlrtf0 {\\*\\htmltag72 </p>}}");
    assertThat(content).isEqualTo(new Rtf.Content(Rtf.Origin.HTML, "<p>one <b>two</b>&lt;</p>"));
    assertThat(HtmlText.of(content.text())).isEqualTo("one two<");
  }

  @Test
  void deepNestingEnds() {
    assertThat(parse("{\\rtf1 a" + "{".repeat(100_000)).text()).isEqualTo("a");
    assertThat(parse("}}}} b").text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><head><title>t</title><style>x{}</style></head><body>a</body></html>|a",
        "<p>one</p><p>two<br>three</p>|one\\ntwo\\nthree",
        "a &amp; b &lt;c&gt; &#8364;&#x20AC; &unknown; &|a & b <c> \u20ac\u20ac &unknown; &",
        "a  \\n b<!-- no -->c|a bc",
        "<div>a</div><div>b</div>|a\\nb",
        "broken <tag|broken",
      })
  void textOfHtml(String html, String expected) {
    assertThat(HtmlText.of(html.replace("\\n", "\n"))).isEqualTo(expected.replace("\\n", "\n"));
  }
}
