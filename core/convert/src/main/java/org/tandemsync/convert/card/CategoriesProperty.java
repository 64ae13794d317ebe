package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Loss;

/** CATEGORIES, on one line or several. Only those that come or go are written. */
record CategoriesProperty<I, B>(Function<I, Categories> get, BiConsumer<B, Categories> set)
    implements CardProperty<I, B> {
  private static final String NAME = "CATEGORIES";

  @Override
  public Set<String> fields() {
    return Set.of("categories");
  }

  @Override
  public void read(Card card, B into, Consumer<Loss> losses) {
    set.accept(into, present(card));
  }

  private static Categories present(Card card) {
    List<String> names = new ArrayList<>();
    card.lines(NAME).forEach(l -> names.addAll(card.list(l)));
    return Categories.of(names);
  }

  @Override
  public void write(I item, Card card) {
    Categories wanted = get.apply(item);
    Categories present = present(card);
    if (wanted.sameAs(present)) {
      return;
    }
    Set<String> keys = wanted.keys();
    Set<String> there = present.keys();
    for (ContentLine line : card.lines(NAME)) {
      List<String> names = card.list(line);
      List<String> kept = names.stream().filter(n -> n.isBlank() || isIn(keys, n)).toList();
      if (kept.size() < names.size()) {
        replace(card, line, kept);
      }
    }
    List<String> added = wanted.names().stream().filter(n -> !isIn(there, n)).toList();
    if (added.isEmpty()) {
      return;
    }
    ContentLine line = card.first(NAME);
    if (line == null) {
      card.add(card.withList(ContentLine.of(NAME, ""), added));
    } else {
      List<String> all = new ArrayList<>(card.list(line));
      all.removeIf(String::isBlank);
      all.addAll(added);
      card.replace(line, card.withList(line, all));
    }
  }

  private static boolean isIn(Set<String> keys, String name) {
    return keys.contains(Categories.key(name.strip()));
  }

  private static void replace(Card card, ContentLine line, List<String> names) {
    if (names.stream().allMatch(String::isBlank)) {
      card.remove(line);
    } else {
      card.replace(line, card.withList(line, names));
    }
  }
}
