package org.tandemsync.convert.card;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/** A property whose value is a URI. */
record UriSpelling(String name) implements Spelling<String> {

  @Override
  public List<ContentLine> lines(Card card) {
    return card.lines(name);
  }

  @Override
  public @Nullable String read(Card card, ContentLine line) {
    String uri = card.text(line).strip();
    return uri.isEmpty() ? null : uri;
  }

  @Override
  public ContentLine write(Card card, ContentLine line, String value) {
    return card.withUri(line, value);
  }

  @Override
  public void add(Card card, String value) {
    card.add(card.withUri(ContentLine.of(name, ""), value));
  }
}
