package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PropertyBagTest {

  /** As Java's decoder reads them, halves of characters and a byte too many included. */
  @Property(tries = 500)
  void unicodeTextsAreReadAsUtf16(@ForAll("texts") String text, @ForAll boolean oneMore) {
    byte[] bytes = new byte[2 * text.length() + (oneMore ? 1 : 0)];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) text.charAt(i);
      bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
    }
    PropertyBag bag =
        new PropertyBag(
            List.of(new RawProperty(Tags.SUBJECT.id(), 0x001F, DataSource.of(Span.of(bytes)))),
            NameMap.NONE,
            StandardCharsets.ISO_8859_1);
    String expected = new String(bytes, StandardCharsets.UTF_16LE).replaceFirst("\0+$", "");
    assertThat(bag.text(Tags.SUBJECT)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('a', 'Z', ' ', '\0', 'ä', '\u20AC', '\uD83D', '\uDE00', '\uFFFE')
        .withCharRange('\uD7F0', '\uE010')
        .ofMaxLength(12);
  }
}
