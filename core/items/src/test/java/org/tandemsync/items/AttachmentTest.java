package org.tandemsync.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttachmentTest {
  private static Attachment file(String name, String type, String text) {
    return new Attachment(
        name, type, Bytes.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)), "");
  }

  @Test
  void theSameInAnyOrder() {
    Attachment a = file("a.txt", "text/plain", "1");
    Attachment b = file("b.txt", "text/plain", "2");
    assertThat(Attachment.same(List.of(a, b), List.of(b, a))).isTrue();
    assertThat(Attachment.same(List.of(a, b), List.of(a))).isFalse();
    assertThat(Attachment.same(List.of(a, b), List.of(a, a))).isFalse();
    assertThat(Attachment.same(List.of(a.leftOut()), List.of(a))).isTrue();
  }

  /** A type that a side does not tell may stand for any, but each for one only. */
  @Test
  void theSameWithAndWithoutType() {
    Attachment text = file("a", "text/plain", "");
    Attachment image = file("a", "image/png", "");
    Attachment untold = file("a", "", "");
    assertThat(Attachment.same(List.of(text, image), List.of(untold, image))).isTrue();
    assertThat(Attachment.same(List.of(untold, image), List.of(image, text))).isTrue();
    assertThat(Attachment.same(List.of(text, image), List.of(image, image))).isFalse();
    assertThat(Attachment.same(List.of(text, text), List.of(untold, image))).isFalse();
  }
}
