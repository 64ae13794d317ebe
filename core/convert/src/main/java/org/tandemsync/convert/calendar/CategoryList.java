package org.tandemsync.convert.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Categories;

/** CATEGORIES, which may stand on several lines. */
record CategoryList<I, B>(Function<I, Categories> get, BiConsumer<B, Categories> set)
    implements CalendarProperty<I, B> {

  @Override
  public Set<String> fields() {
    return Set.of("categories");
  }

  @Override
  public boolean ofTheSeries() {
    return true;
  }

  @Override
  public void read(Component from, B into, Context context) {
    List<String> names = new ArrayList<>();
    from.lines("CATEGORIES").forEach(line -> names.addAll(line.texts()));
    set.accept(into, Categories.of(names));
  }

  @Override
  public void write(I item, Component into, Context context) {
    Categories wanted = get.apply(item);
    Set<String> keys = wanted.keys();
    List<String> missing = new ArrayList<>(wanted.names());
    for (ContentLine line : into.lines("CATEGORIES")) {
      List<String> texts = line.texts();
      List<String> kept =
          texts.stream().filter(t -> keys.contains(Categories.key(t.strip()))).toList();
      Set<String> there = Categories.of(kept).keys();
      missing.removeIf(name -> there.contains(Categories.key(name)));
      if (kept.isEmpty() && !texts.isEmpty()) {
        into.remove(line);
      } else if (!kept.equals(texts)) {
        into.replace(line, line.withValue(TextValue.list(kept)));
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    ContentLine line = into.first("CATEGORIES");
    if (line == null) {
      into.add(ContentLine.of("CATEGORIES", TextValue.list(missing)));
    } else {
      into.replace(line, line.withValue(line.value() + "," + TextValue.list(missing)));
    }
  }
}
