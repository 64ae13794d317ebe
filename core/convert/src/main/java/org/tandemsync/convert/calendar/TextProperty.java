package org.tandemsync.convert.calendar;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;

/**
 * A property that is one text: LOCATION, SUMMARY of a task, URL.
 *
 * @param uri whether the value is a URI, which is not escaped
 */
record TextProperty<I, B>(
    String name, String field, boolean uri, Function<I, String> get, BiConsumer<B, String> set)
    implements CalendarProperty<I, B> {

  @Override
  public Set<String> fields() {
    return Set.of(field);
  }

  @Override
  public void read(Component from, B into, Context context) {
    ContentLine line = from.first(name);
    set.accept(into, line == null ? "" : uri ? line.value().strip() : line.text());
  }

  @Override
  public void write(I item, Component into, Context context) {
    write(name, TextValue.legal(get.apply(item)), uri, into);
  }

  static void write(String name, String text, boolean uri, Component into) {
    ContentLine line = into.first(name);
    if (text.isEmpty()) {
      into.removeLines(l -> l.is(name));
    } else if (line == null) {
      into.add(ContentLine.of(name, uri ? text.replace("\n", "") : TextValue.escape(text)));
    } else {
      into.replace(line, uri ? line.withValue(text.replace("\n", "")) : line.withText(text));
    }
  }
}
