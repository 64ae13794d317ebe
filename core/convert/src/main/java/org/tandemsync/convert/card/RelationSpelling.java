package org.tandemsync.convert.card;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;

/** RELATED;TYPE=spouse;VALUE=text of vCard 4. A RELATED that is a URI names no one. */
record RelationSpelling(String type, boolean standard) implements Spelling<String> {

  @Override
  public List<ContentLine> lines(Card card) {
    List<ContentLine> related = card.lines("RELATED");
    return related.isEmpty()
        ? related
        : related.stream()
            .filter(l -> Types.has(l, type.toUpperCase(java.util.Locale.ROOT)))
            .filter(l -> l.hasParameter("VALUE", "text"))
            .toList();
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
    card.add(
        card.newText(
            "RELATED",
            value,
            Parameter.of("TYPE", List.of(type)),
            Parameter.of("VALUE", List.of("text"))));
  }

  @Override
  public boolean suits(Card card) {
    return standard && card.isVersion4();
  }
}
