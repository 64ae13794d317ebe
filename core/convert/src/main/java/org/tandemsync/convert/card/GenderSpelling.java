package org.tandemsync.convert.card;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Gender;

/**
 * GENDER (RFC 6350), X-GENDER, and Microsoft's X-WAB-GENDER with its numbers.
 *
 * @param female what is written for a woman
 * @param male what is written for a man
 */
record GenderSpelling(String name, String female, String male) implements Spelling<Gender> {

  @Override
  public List<ContentLine> lines(Card card) {
    return card.lines(name);
  }

  @Override
  public @Nullable Gender read(Card card, ContentLine line) {
    return switch (card.components(line).getFirst().strip().toLowerCase(Locale.ROOT)) {
      case "1", "f", "female" -> Gender.FEMALE;
      case "2", "m", "male" -> Gender.MALE;
      default -> null;
    };
  }

  @Override
  public ContentLine write(Card card, ContentLine line, Gender value) {
    return line.withValue(word(value));
  }

  private String word(Gender gender) {
    return switch (gender) {
      case FEMALE -> female;
      case MALE -> male;
      case UNSPECIFIED -> "";
    };
  }

  @Override
  public void add(Card card, Gender value) {
    card.add(ContentLine.of(name, word(value)));
  }

  @Override
  public boolean suits(Card card) {
    return name.equals("GENDER") == card.isVersion4();
  }
}
