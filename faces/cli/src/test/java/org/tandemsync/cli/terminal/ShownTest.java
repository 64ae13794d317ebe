package org.tandemsync.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ShownTest {

  @Test
  void nothingOfOthersCanSteerATerminal() {
    assertThat(Shown.line("a\u001b[2Jb\u0007\u009bc\u202edef\u2066"))
        .isEqualTo("a\ufffd[2Jb\ufffd\ufffdc\ufffddef\ufffd");
    assertThat(Shown.line("two\r\nlines\tand\u00a0a tab")).isEqualTo("two  lines and a tab");
  }

  @Test
  void widthsAreThoseOfATerminal() {
    assertThat(Shown.width("Lunch")).isEqualTo(5);
    assertThat(Shown.width("山田太郎")).isEqualTo(8);
    assertThat(Shown.width("e\u0301")).as("a combining accent").isEqualTo(1);
    assertThat(Shown.width("🎂")).isEqualTo(2);
  }

  @Test
  void whatIsCutSaysSo() {
    assertThat(Shown.cut("Meeting", 7)).isEqualTo("Meeting");
    assertThat(Shown.cut("Meeting", 5)).isEqualTo("Meet…");
    assertThat(Shown.cut("山田太郎", 5)).isEqualTo("山田…");
  }

  @Property(tries = 300)
  void aCutTextFits(@ForAll String text, @ForAll @IntRange(min = 2, max = 40) int columns) {
    String line = Shown.line(text);
    assertThat(Shown.width(Shown.cut(line, columns))).isLessThanOrEqualTo(columns);
    assertThat(line.codePoints().noneMatch(c -> Character.isISOControl(c))).isTrue();
  }
}
