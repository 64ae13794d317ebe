package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tandemsync.convert.Loss;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Body;
import org.tandemsync.items.Text;

/**
 * NOTE; in a VLIST, DESCRIPTION. Several notes are one text in Outlook with a blank line between;
 * of those only the ones that changed are written. Cards have plain text only.
 */
record NotesProperty<I, B>(Function<I, Body> get, BiConsumer<B, Body> set)
    implements CardProperty<I, B> {
  private static final String BETWEEN = "\n\n";

  @Override
  public Set<String> fields() {
    return Set.of("notes");
  }

  @Override
  public void read(Card card, B into, Consumer<Loss> losses) {
    set.accept(into, Body.plain(text(card)));
  }

  private static String name(Card card) {
    return card.version() == Card.Version.VLIST ? "DESCRIPTION" : "NOTE";
  }

  private static String text(Card card) {
    return Text.lines(notes(card).stream().map(card::text).collect(Collectors.joining(BETWEEN)));
  }

  private static List<ContentLine> notes(Card card) {
    return card.lines(name(card)).stream().filter(l -> !card.text(l).isBlank()).toList();
  }

  @Override
  public void write(I item, Card card) {
    String wanted = get.apply(item).plain();
    if (text(card).stripTrailing().equals(wanted.stripTrailing())) {
      return;
    }
    List<ContentLine> open = new ArrayList<>(notes(card));
    String rest = wanted.isBlank() ? "" : wanted;
    while (open.size() > 1 && rest.endsWith(BETWEEN + card.text(open.getLast()))) {
      rest = cut(rest, card.text(open.removeLast()));
    }
    while (open.size() > 1 && rest.startsWith(card.text(open.getFirst()) + BETWEEN)) {
      rest = rest.substring(card.text(open.removeFirst()).length() + BETWEEN.length());
    }
    ContentLine line = open.isEmpty() ? null : open.removeFirst();
    open.forEach(card::remove);
    if (line == null) {
      card.add(card.newText(name(card), rest));
    } else if (rest.isEmpty()) {
      card.remove(line);
    } else {
      card.replace(line, card.withText(line, rest));
    }
  }

  private static String cut(String text, String end) {
    return text.substring(0, text.length() - end.length() - BETWEEN.length());
  }
}
