package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pff.LZFu;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RTF outward: compressed, of plain text, and around HTML. */
class RtfWritingTest {

  /** The examples of [MS-OXRTFCP] 4.1, byte for byte. */
  @ParameterizedTest
  @CsvSource({
    "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\\r\\n,"
        + "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af320"
        + "68656c090020627705b06c647d0a800fa0",
    "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ},"
        + "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0",
  })
  void compressesTheExamplesOfTheSpecification(String rtf, String hex) {
    byte[] bytes = rtf.replace("\\r\\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    assertThat(HexFormat.of().formatHex(CompressedRtf.encode(bytes).toArray())).isEqualTo(hex);
  }

  private static byte[] again(byte[] rtf) {
    return CompressedRtf.decode(Span.of(CompressedRtf.encode(rtf).toArray()));
  }

  @Property(tries = 500, seed = "1")
  void anythingComesBackFromCompression(@ForAll byte[] bytes) {
    assertThat(again(bytes)).isEqualTo(bytes);
  }

  @Property(tries = 200, seed = "2")
  void repeatedTextComesBackFromCompression(
      @ForAll("pieces") String piece, @ForAll("counts") int count) {
    byte[] bytes = piece.repeat(count).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(again(bytes)).isEqualTo(bytes);
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.strings().withChars("ab\\par {}").ofMinLength(1).ofMaxLength(300);
  }

  @Provide
  Arbitrary<Integer> counts() {
    return Arbitraries.integers().between(1, 60);
  }

  /** Longer than the ring many times over. */
  @Test
  void longTextIsCompressedQuickly() {
    byte[] bytes = new byte[2_000_000];
    Random random = new Random(1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) "abcdefgh \\{".charAt(Math.min(random.nextInt(11), random.nextInt(11)));
    }
    byte[] compressed = CompressedRtf.encode(bytes).toArray();
    assertThat(compressed.length).isLessThan(bytes.length);
    assertThat(CompressedRtf.decode(Span.of(compressed))).isEqualTo(bytes);
  }

  /**
   * java-libpst has LF CR in the preloaded text, where CR LF belongs. In RTF neither means
   * anything.
   */
  private static String withoutLineEnds(String rtf) {
    return rtf.replaceAll("[\\r\\n]", "");
  }

  @Property(tries = 100, seed = "3")
  void aForeignReaderExpandsTheSame(@ForAll("pieces") String piece) throws Exception {
    byte[] rtf = PlainRtf.encode(piece);
    assertThat(withoutLineEnds(LZFu.decode(CompressedRtf.encode(rtf).toArray())))
        .isEqualTo(withoutLineEnds(new String(rtf, StandardCharsets.US_ASCII)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abc \n\t{}\\\u00e4\u6f22\ud83d\ude00;'\"<>&\u0001\u00a0")
        .ofMaxLength(80);
  }

  @Property(tries = 500, seed = "4")
  void plainTextComesBack(@ForAll("texts") String text) {
    assertThat(Rtf.parse(PlainRtf.encode(text), StandardCharsets.US_ASCII))
        .isEqualTo(new Rtf.Content(Rtf.Origin.TEXT, text));
  }

  @Provide
  Arbitrary<String> html() {
    return Arbitraries.of(
            "<p>",
            "</p>",
            "<b class=\"x>y\">",
            "</b>",
            "<br>",
            "<br/>",
            "\n",
            "\t",
            " ",
            "text",
            "&amp;",
            "&nbsp;",
            "&#228;",
            "&unknown;",
            "&",
            "<",
            ">",
            "{",
            "}",
            "\\",
            "\\par ",
            "\u00e4\u6f22\ud83d\ude00",
            "<!-- a > {b} -->",
            "<style>p { color: red }</style>",
            "<a href='https://x.example/?a=1&amp;b=2'>",
            "</a>",
            "<script>",
            "</script>",
            "<li>",
            "<td>",
            "</td>",
            "<!doctype html>",
            "<html><head><title>t</title></head><body>",
            "<3",
            "'",
            "\"",
            "&#10;",
            "&#0;",
            "\\'e4",
            "\\u228?",
            "\u0001")
        .list()
        .ofMaxSize(30)
        .map(l -> String.join("", l));
  }

  @Property(tries = 1000, seed = "5")
  void htmlComesBackByteForByte(@ForAll("html") String html) {
    assertThat(Rtf.parse(EncapsulatedHtml.encode(html), StandardCharsets.US_ASCII))
        .isEqualTo(new Rtf.Content(Rtf.Origin.HTML, html));
  }

  /** What a program that knows nothing of the wrapping shows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>one</p><p>two</p>|one/two",
        "a<br>b<br/><br>c|a/b//c",
        "<ul><li>x</li><li>y</li></ul>|\u2022-x/\u2022-y",
        "a &lt;b&gt; &amp; &#228;|a <b> & \u00e4",
        "<head><title>no</title></head><style>no</style><b>yes</b>|yes",
        "<script>if (a<b) { x > \"y }</script>yes<STYLE>no</Style> no|yes no",
        "<title>never closed|never closed",
        "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>|1-2-/3-",
      })
  void readersOfRtfSeeTheText(String html, String shown) {
    String rtf = new String(EncapsulatedHtml.encode(html), StandardCharsets.US_ASCII);
    String unaware = rtf.replace("\\fromhtml1 ", "");
    assertThat(
            Rtf.parse(unaware.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)
                .text()
                .strip())
        .isEqualTo(shown.replace("/", "\n").replace("-", "\t").strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>bold</b>", "<strong>bold</strong>"})
  void boldIsBold(String html) {
    assertThat(new String(EncapsulatedHtml.encode(html), StandardCharsets.US_ASCII))
        .contains("\\htmlrtf \\b\\htmlrtf0 bold", "\\htmlrtf \\b0\\htmlrtf0 ");
  }
}
