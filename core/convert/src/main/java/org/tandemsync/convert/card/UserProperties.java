package org.tandemsync.convert.card;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.items.Loss;

/**
 * Outlook's user properties. Their names may have any characters, so they are a parameter:
 * X-TANDEM-USER-PROPERTY;X-NAME="Customer since":1999.
 */
record UserProperties<I, B>(
    Function<I, Map<String, String>> get, BiConsumer<B, Map<String, String>> set)
    implements CardProperty<I, B> {
  private static final String NAME = "X-TANDEM-USER-PROPERTY";
  private static final String KEY = "X-NAME";

  @Override
  public Set<String> fields() {
    return Set.of("user-properties");
  }

  @Override
  public void read(Card card, B into, Consumer<Loss> losses) {
    Map<String, String> found = new TreeMap<>();
    lines(card).forEach((name, line) -> found.put(name, card.text(line)));
    set.accept(into, found);
  }

  private static Map<String, ContentLine> lines(Card card) {
    Map<String, ContentLine> lines = new TreeMap<>();
    for (ContentLine line : card.lines(NAME)) {
      String name = line.parameter(KEY);
      if (name != null) {
        lines.putIfAbsent(name, line);
      }
    }
    return lines;
  }

  @Override
  public void write(I item, Card card) {
    Map<String, String> wanted = get.apply(item);
    Map<String, ContentLine> present = lines(card);
    present.forEach(
        (name, line) -> {
          String value = wanted.get(name);
          if (value == null) {
            card.lines(NAME).stream()
                .filter(l -> name.equals(l.parameter(KEY)))
                .forEach(card::remove);
          } else {
            card.replace(line, card.withText(line, value));
          }
        });
    wanted.forEach(
        (name, value) -> {
          if (!present.containsKey(name)) {
            card.add(card.newText(NAME, value, Parameter.of(KEY, java.util.List.of(name))));
          }
        });
  }
}
