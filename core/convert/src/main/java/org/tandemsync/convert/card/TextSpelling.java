package org.tandemsync.convert.card;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/** A property whose value is one text. */
record TextSpelling(String name) implements Spelling<String> {

  @Override
  public List<ContentLine> lines(Card card) {
    return card.lines(name);
  }

  @Override
  public @Nullable String read(Card card, ContentLine line) {
    String text = card.text(line);
    return text.isBlank() ? null : text;
  }

  @Override
  public ContentLine write(Card card, ContentLine line, String value) {
    return card.withText(line, value);
  }

  @Override
  public void add(Card card, String value) {
    card.add(card.newText(name, value));
  }
}
