package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.TIMES;
import static org.tandemsync.convert.calendar.Events.event;
import static org.tandemsync.convert.calendar.Events.lines;
import static org.tandemsync.convert.calendar.Events.losses;
import static org.tandemsync.convert.calendar.Events.nine;
import static org.tandemsync.convert.calendar.Events.read;
import static org.tandemsync.convert.calendar.Events.written;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.html.HtmlQuotes;
import org.tandemsync.convert.html.HtmlText;
import org.tandemsync.items.Body;

/** Formatted texts beside DESCRIPTION, and when they do not count. */
class RichTextTest {
  private static final Set<String> BODY = Set.of("body");

  private static String update(String text, Body body) {
    return LENS.update(text, nine().body(body).build(), BODY, "s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Hi Ann,</p><p>see <a href='https://x.example'>this</a>.</p>"
            + "|Hi Ann,\\n\\nsee this <https://x.example>.",
        "<ol><li>one</li><li>two</li></ol>|1. one\\n2. two",
        "<ul><li>one</li><li>two</li></ul>|* one\\n* two",
        "<p>Gr&uuml;&szlig;e &amp; &#8222;K&#xFC;sse&#8220;&nbsp;!</p>|Grüße & „Küsse“ !",
        "<table><tr><td>a</td><td>b</td></tr></table>|a\\tb",
        "<style>p{color:red}</style><!-- x --><p>a<img src='cid:1'></p>|a [cid:image001.png]"
      })
  void programsMakePlainTextInTheirOwnWays(String html, String plain) {
    assertThat(HtmlText.saysTheSame(html, plain.replace("\\n", "\n").replace("\\t", "\t")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"<p>at 9</p>|at 10", "<p>a b</p>|a b c", "<p>a</p>|''"})
  void otherWordsAreOtherWords(String html, String plain) {
    assertThat(HtmlText.saysTheSame(html, plain)).isFalse();
  }

  @Test
  void whatSaysSomethingElseIsLeftOutUntilTheTextIsWritten() {
    String text =
        event(TIMES + " / DESCRIPTION:at ten / X-ALT-DESC;FMTTYPE=text/html:<p>at nine</p>");
    assertThat(read(text).body()).isEqualTo(Body.plain("at ten"));
    assertThat(losses(text)).containsExactly("rich-text-outdated");
    assertThat(lines(update(text, Body.plain("at eleven"))))
        .contains("DESCRIPTION:at eleven")
        .noneMatch(l -> l.startsWith("X-ALT-DESC"));
  }

  /** Outlook's own plain text may say more than its HTML: what we wrote belongs together. */
  @Test
  void whatWeWroteBelongsTogether() {
    Body odd = new Body("something else", "<p>at nine</p>");
    String text = written(nine().body(odd).build());
    assertThat(read(text).body()).isEqualTo(odd);
    assertThat(losses(text)).isEmpty();
    String edited = text.replace("DESCRIPTION:something else", "DESCRIPTION:by a phone");
    assertThat(read(edited).body()).isEqualTo(Body.plain("by a phone"));
  }

  @Test
  void formattingStaysWhereTheWordsDo() {
    String text =
        event(TIMES + " / DESCRIPTION:same words / X-ALT-DESC;FMTTYPE=text/html:<b>same</b> words");
    assertThat(update(text, Body.plain("same words"))).isSameAs(text);
    assertThat(lines(update(text, new Body("same words", "<i>same words</i>"))))
        .contains("X-ALT-DESC;FMTTYPE=text/html:<i>same words</i>");
    assertThat(lines(update(text, Body.plain("other words"))))
        .contains("DESCRIPTION:other words")
        .noneMatch(l -> l.startsWith("X-ALT-DESC"));
  }

  @Test
  void thunderbirdsAlternativeIsKeptInStep() {
    String text = event(TIMES + " / DESCRIPTION;ALTREP=\"data:text/html,%3Cb%3Ea%3C%2Fb%3E\":a");
    assertThat(read(text).body()).isEqualTo(new Body("a", "<b>a</b>"));
    assertThat(lines(update(text, new Body("b", "<b>b</b>"))))
        .contains("DESCRIPTION;ALTREP=\"data:text/html,%3Cb%3Eb%3C%2Fb%3E\":b")
        .noneMatch(l -> l.startsWith("X-ALT-DESC"));
    assertThat(lines(update(text, Body.plain("b")))).contains("DESCRIPTION:b");
  }

  @Test
  void googlesHtmlStaysInTheDescription() {
    String text = event(TIMES + " / DESCRIPTION:<b>a</b>");
    assertThat(lines(update(text, new Body("b", "<b>b</b>"))))
        .contains("DESCRIPTION:<b>b</b>")
        .noneMatch(l -> l.startsWith("X-ALT-DESC"));
    assertThat(lines(update(text, Body.plain("b")))).contains("DESCRIPTION:b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href=\"x\">\"q\"</a>|<a href='x'>&quot;q&quot;</a>",
        "<a title=\"it's\">q</a>|<a title='it&#39;s'>q</a>",
        "<style>p{font-family:\"A\"}</style>|<style>p{font-family:'A'}</style>",
        "<!-- \"x\" --><p>a</p>|<!-- 'x' --><p>a</p>",
        "<a href=\"open|<a href='open",
        "<p><\"</p>|<p><&quot;</p>"
      })
  void doubleQuotesDoNotSurviveSogo(String html, String expected) {
    assertThat(HtmlQuotes.single(html)).isEqualTo(expected);
    assertThat(new Body("", html).sameAs(new Body("", expected))).isTrue();
  }
}
