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
}
