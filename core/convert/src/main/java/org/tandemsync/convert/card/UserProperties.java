package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.PropertyPairs;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.items.Loss;

/**
 * Outlook's user properties. Their names may have any characters, so they are a parameter:
 * X-TANDEM-USER-PROPERTY;X-NAME="Customer since":1999. Those that the user paired with a name of
 * the server's (X-CUSTOMER) have that.
 */
record UserProperties<I, B>(
    PropertyPairs pairs,
    Function<I, Map<String, String>> get,
    BiConsumer<B, Map<String, String>> set)
    implements CardProperty<I, B> {
  private static final String OWN = "X-TANDEM-USER-PROPERTY";
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

  /** The first line of each name; that of a pair comes before one of ours. */
  private Map<String, ContentLine> lines(Card card) {
    Map<String, ContentLine> lines = new TreeMap<>();
    Set<String> known = new HashSet<>();
    for (boolean own : new boolean[] {false, true}) {
      for (ContentLine line : card.lines()) {
        String name = line.is(OWN) == own ? name(line) : null;
        if (name != null && known.add(name.toLowerCase(Locale.ROOT))) {
          lines.put(name, line);
        }
      }
    }
    return lines;
  }

  /** Outlook's name of what a line holds, or null if it holds no user property. */
  private @Nullable String name(ContentLine line) {
    if (line.is(OWN)) {
      return line.parameter(KEY);
    }
    String paired = line.name().startsWith("X-") ? pairs.outlookName(line.name()) : null;
    String spelled = paired == null ? null : line.parameter(KEY);
    return spelled != null && spelled.equalsIgnoreCase(paired) ? spelled : paired;
  }

  @Override
  public void write(I item, Card card) {
    Map<String, String> wanted = get.apply(item);
    Map<String, ContentLine> present = lines(card);
    Map<String, List<ContentLine>> all = allLines(card);
    present.forEach(
        (name, line) -> {
          String value = wanted.get(name);
          List<ContentLine> named = all.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
          if (value == null) {
            named.forEach(card::remove);
          } else if (!card.text(line).equals(value)) {
            change(name, value, named, card);
          }
        });
    wanted.forEach(
        (name, value) -> {
          if (!present.containsKey(name)) {
            card.add(made(name, value, card));
          }
        });
  }

  /** The lines of each name, which is in lower case. */
  private Map<String, List<ContentLine>> allLines(Card card) {
    Map<String, List<ContentLine>> all = new HashMap<>();
    for (ContentLine line : card.lines()) {
      String name = name(line);
      if (name != null) {
        all.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(line);
      }
    }
    return all;
  }

  /** All lines of the name say the value; ours gives way to that of a pair. */
  private void change(String name, String value, List<ContentLine> named, Card card) {
    boolean paired = false;
    for (ContentLine line : named) {
      if (line.is(OWN) && pairs.line(name) != null) {
        card.remove(line);
      } else {
        card.replace(line, card.withText(line, value));
        paired |= !line.is(OWN);
      }
    }
    if (pairs.line(name) != null && !paired) {
      card.add(made(name, value, card));
    }
  }

  private ContentLine made(String name, String value, Card card) {
    String line = pairs.line(name);
    if (line == null) {
      return card.newText(OWN, value, Parameter.of(KEY, List.of(name)));
    }
    return name.equals(pairs.outlookName(line))
        ? card.newText(line, value)
        : card.newText(line, value, Parameter.of(KEY, List.of(name)));
  }
}
