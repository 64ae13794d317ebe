package org.tandemsync.convert.card;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/** Apple's item1.X-ABRELATEDNAMES with item1.X-ABLabel:_$!&lt;Spouse&gt;!$_. */
record LabelledSpelling(String name, String label) implements Spelling<String> {

  @Override
  public List<ContentLine> lines(Card card) {
    List<ContentLine> named = card.lines(name);
    return named.isEmpty()
        ? named
        : named.stream().filter(l -> card.label(l).equalsIgnoreCase(label)).toList();
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
    card.addLabelled(name, value, label);
  }

  @Override
  public boolean suits(Card card) {
    return card.isApple();
  }
}
