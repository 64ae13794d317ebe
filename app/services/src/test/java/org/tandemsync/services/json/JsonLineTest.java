package org.tandemsync.services.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Task;

class JsonLineTest {
  @Test
  void keepsTheOrderOfTheCalls() {
    assertThat(
            new JsonLine()
                .text("a", "x\ny \"q\"")
                .number("n", -3)
                .flag("f", false)
                .texts("t", List.of("1", ""))
                .object("o", new JsonLine().text("i", ""))
                .objects("os", List.of(new JsonLine(), new JsonLine().flag("x", true)))
                .item("item", Task.builder().subject("s").build()))
        .hasToString(
            "{\"a\":\"x\\ny \\\"q\\\"\",\"n\":-3,\"f\":false,\"t\":[\"1\",\"\"],\"o\":{\"i\":\"\"},"
                + "\"os\":[{},{\"x\":true}],\"item\":{\"subject\":\"s\"}}");
  }

  /** It is looked for in pieces of 8,192 characters. */
  @Test
  void onlyHalvesOfCharactersAreEscapedWhereverTheyAre() {
    for (int before = 8189; before <= 8194; before++) {
      String plain = "x".repeat(before);
      String whole = plain + "😀" + plain + "😀";
      assertThat(JsonLine.escapeLoneSurrogates(whole)).isSameAs(whole);
      assertThat(JsonLine.escapeLoneSurrogates(whole + "\uD83D")).isEqualTo(whole + "\\uD83D");
      assertThat(JsonLine.escapeLoneSurrogates(plain + "\uDE00\uD83D" + whole))
          .isEqualTo(plain + "\\uDE00\\uD83D" + whole);
    }
    assertThat(JsonLine.escapeLoneSurrogates("")).isEmpty();
  }
}
