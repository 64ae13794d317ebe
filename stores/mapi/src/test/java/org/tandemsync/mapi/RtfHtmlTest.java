package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.mapi.sample.MsgFile;

/** RTF of Outlook as HTML. */
class RtfHtmlTest {

  private static String html(String body) {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red255\\green0\\blue0;"
            + "\\red0\\green0\\blue0;\\red255\\green255\\blue0;}\\fs22 "
            + body
            + "}";
    return RtfHtml.of(rtf.getBytes(StandardCharsets.ISO_8859_1), CodePages.WESTERN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\\b Bring} cake\\par|<div><b>Bring</b> cake</div>",
        "\\b a\\b0 b\\i c\\i0 d|<div><b>a</b>b<i>c</i>d</div>",
        "\\ul a\\ulnone b{\\strike c}|<div><u>a</u>b<s>c</s></div>",
        "E=mc{\\super 2} H{\\sub 2}O|<div>E=mc<sup>2</sup> H<sub>2</sub>O</div>",
        "\\cf1 red\\cf2 black|<div><span style=\"color:#ff0000\">red</span>black</div>",
        "\\highlight3 x\\highlight0 y|<div><span"
            + " style=\"background-color:#ffff00\">x</span>y</div>",
        "usual {\\fs40 large}{\\fs15 s}"
            + "|<div>usual <span style=\"font-size:20pt\">large</span>"
            + "<span style=\"font-size:7.5pt\">s</span></div>",
        "{\\b a\\plain\\fs22 b}|<div><b>a</b>b</div>",
        "{\\b a}\\par\\par b\\line c|<div><b>a</b></div>/<div><br></div>/<div>b<br>c</div>",
        "\\qc middle\\par\\pard\\li720 in|<div style=\"text-align:center\">middle</div>/<div"
            + " style=\"margin-left:36pt\">in</div>",
        "{\\b <a> & \"b\"}|<div><b>&lt;a&gt; &amp; &quot;b&quot;</b></div>",
        "{\\b a}  b\\tab c|<div><b>a</b> &nbsp;b&nbsp;&nbsp;&nbsp; c</div>",
        "{\\b M\\'fcller \\u8364?}|<div><b>Müller €</b></div>",
        "{\\b a}{\\v hidden}{\\pict 0102}b|<div><b>a</b>b</div>",
        "{\\listtext\\bullet\\tab}{\\b one}|<ul>/<li><b>one</b></li>/</ul>",
        "see {\\field{\\*\\fldinst HYPERLINK \"http://x.example/\"}{\\fldrslt\\ul\\cf1"
            + " http://x.example}} {\\b now}|<div>see <a"
            + " href=\"http://x.example/\">http://x.example</a> <b>now</b></div>",
      })
  void formattingBecomesTags(String rtf, String expected) {
    assertThat(html(rtf)).isEqualTo(expected.replace(">/<", ">\n<"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "msgreader-Lanch-time-every-friday-in-2023-chgs1.msg|<div>Changes:</div>/"
            + "<ul>/<li>Jan 6 cancel</li>/<li>Jan 13 rescheduled to Jan 12</li>/</ul>",
        "msgreader-A-schedule.msg|''",
        "testMSG_Contact.msg|''",
      })
  void textsThatOutlookWrote(String file, String expected) {
    PropertyBag bag = MsgFile.read(MsgFile.SAMPLES.resolve(file)).properties();
    assertThat(RtfHtml.of(CompressedRtf.decode(bag.bytes(Tags.RTF)), bag.ansi()))
        .isEqualTo(expected.replace(">/<", ">\n<"));
  }

  private static String entry(String mark, int level, String text) {
    return "\\pard\\ilvl" + level + "\\li720{\\listtext " + mark + "\\tab}" + text + "\\par ";
  }

  @Test
  void listsAreNested() {
    assertThat(
            html(
                entry("1.", 0, "one")
                    + entry("a)", 1, "deep")
                    + entry("b)", 1, "{\\i two}")
                    + entry("2.", 0, "")
                    + entry("\\bullet", 0, "other")
                    + "\\pard between\\par "
                    + entry("c.", 2, "on")))
        .isEqualTo(
            """
            <ol>
            <li>one
            <ol type="a">
            <li>deep</li>
            <li><i>two</i></li>
            </ol></li>
            <li></li>
            </ol><ul>
            <li>other</li>
            </ul>
            <div>between</div>
            <ol type="a" start="3">
            <li>on</li>
            </ol>\
            """);
  }

  @Test
  void cellsBecomeATable() {
    assertThat(
            html(
                "before\\par\\trowd\\pard\\intbl a\\cell\\b b\\b0\\par c\\cell\\row"
                    + "\\trowd\\intbl d\\cell e\\cell\\row\\pard after"))
        .isEqualTo(
            "<div>before</div>\n<table>\n<tr><td>a</td><td><b>b<br></b>c</td></tr>\n"
                + "<tr><td>d</td><td>e</td></tr>\n</table>\n<div>after</div>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://x.example/?a=1&b=2|<a href=\"https://x.example/?a=1&amp;b=2\">here</a>",
        "mailto:a@x.example|<a href=\"mailto:a@x.example\">here</a>",
        "javascript:alert(1)|<b>!</b>here",
        "file:///c:/x|<b>!</b>here",
      })
  void onlyHarmlessLinksStay(String link, String expected) {
    String field =
        "{\\field{\\*\\fldinst { HYPERLINK \""
            + link
            + "\" }{\\*\\datafield 00}}{\\fldrslt{\\ul\\cf1 here}}}";
    String html = html((expected.startsWith("<b>") ? "{\\b !}" : "") + field + " end");
    assertThat(html.replace("<u>", "").replace("</u>", "").replaceAll("</?span[^>]*>", ""))
        .isEqualTo("<div>" + expected + " end</div>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "plain\\par two\\tab",
        "",
        "\\par\\par",
        "\\b\\b0 x",
        "{\\b  }x",
        "mail {\\field{\\*\\fldinst HYPERLINK \"mailto:a@x.example\"}{\\fldrslt\\ul\\cf1"
            + " a@x.example}} now"
      })
  void textWithoutFormattingNeedsNoHtml(String rtf) {
    assertThat(html(rtf)).isEmpty();
  }

  @Test
  void whatWrapsTextOrHtmlIsLeftToOthers() {
    assertThat(RtfHtml.of(EncapsulatedHtml.encode("<b>x</b>"), CodePages.WESTERN)).isEmpty();
    assertThat(RtfHtml.of(PlainRtf.encode("x"), CodePages.WESTERN)).isEmpty();
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.of(
            "{",
            "}",
            "\\b ",
            "\\b0 ",
            "\\par ",
            "\\cell ",
            "\\row ",
            "\\intbl ",
            "\\pard ",
            "<script>",
            "\\field",
            "{\\*\\fldinst HYPERLINK \"x\"}",
            "{\\colortbl;\\red300;}",
            "\\cf9 ",
            "\\fs0 ",
            "text",
            "\"",
            "&",
            "\\u-1?",
            "\\'",
            "\\*",
            "\\li-5 ",
            "{\\listtext 1.}",
            "{\\listtext\\bullet}",
            "\\ilvl2 ",
            "\\bin99 ",
            "\\v ",
            ";",
            "\\tab ")
        .list()
        .ofMaxSize(60)
        .map(l -> String.join("", l));
  }

  /** Whatever comes in, tags are ours alone, and each is closed. */
  @Property(tries = 1000, seed = "1")
  void theResultIsWellFormedAndSafe(@ForAll("anything") String rtf) {
    String html = html(rtf);
    assertThat(html).doesNotContainIgnoringCase("<script");
    Deque<String> open = new ArrayDeque<>();
    var tags = Pattern.compile("<(/?)([a-z]+)[^<>]*>").matcher(html);
    while (tags.find()) {
      if (tags.group(1).isEmpty()) {
        if (!tags.group(2).equals("br")) {
          open.push(tags.group(2));
        }
      } else {
        assertThat(open.pop()).isEqualTo(tags.group(2));
      }
    }
    assertThat(open).isEmpty();
  }

  /**
   * A piece of text.
   *
   * @param format control words before it
   */
  record Piece(String format, String text) {}

  @Provide
  Arbitrary<List<List<Piece>>> paragraphs() {
    Arbitrary<String> texts =
        Arbitraries.strings().withChars("abc .,\\{}<>&\"'\u00e4\u6f22\ud83d\ude00").ofMaxLength(12);
    Arbitrary<String> formats =
        Arbitraries.of("", "\\b ", "\\i\\ul ", "\\cf1 ", "\\fs40 ", "\\strike\\highlight3 ");
    return Combinators.combine(formats, texts)
        .as(Piece::new)
        .list()
        .ofMaxSize(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static String rtf(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c > 0x7e) {
        out.append("\\u").append((short) c).append('?');
      } else {
        out.append("\\{}".indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }

  private static String lines(String text) {
    return text.replace('\u00a0', ' ').replaceAll(" +", " ").replaceAll(" ?\n ?", "\n").strip();
  }

  @Property(tries = 500, seed = "2")
  void theTextOfTheHtmlIsThatOfTheRtf(@ForAll("paragraphs") List<List<Piece>> paragraphs) {
    StringBuilder rtf = new StringBuilder("\\b !\\b0\\par ");
    StringBuilder text = new StringBuilder("!\n");
    for (List<Piece> paragraph : paragraphs) {
      for (Piece piece : paragraph) {
        rtf.append('{').append(piece.format()).append(rtf(piece.text())).append('}');
        text.append(piece.text());
      }
      rtf.append("\\par ");
      text.append('\n');
    }
    assertThat(lines(HtmlText.of(html(rtf.toString())))).isEqualTo(lines(text.toString()));
  }
}
