package org.tandemsync.convert.card;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/** A property whose value is a list of texts; Outlook has them in one text, "Bob, Bobby". */
record ListSpelling(String name) implements Spelling<String> {
  private static final String SEPARATOR = ", ";

  @Override
  public List<ContentLine> lines(Card card) {
    return card.lines(name);
  }

  @Override
  public @Nullable String read(Card card, ContentLine line) {
    String text = joined(card.list(line));
    return text.isEmpty() ? null : text;
  }

  private static String joined(List<String> texts) {
    return texts.stream()
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .collect(Collectors.joining(SEPARATOR));
  }

  @Override
  public ContentLine write(Card card, ContentLine line, String value) {
    List<String> texts = Arrays.asList(value.split(SEPARATOR, -1));
    return joined(texts).equals(value) ? card.withList(line, texts) : card.withText(line, value);
  }

  @Override
  public void add(Card card, String value) {
    card.add(write(card, ContentLine.of(name, ""), value));
  }
}
