package org.tandemsync.convert.calendar;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.LossKind;

/**
 * A field that iCalendar has nothing for, in a property of ours that is not there for Outlook's
 * default.
 *
 * @param usual the default
 * @param spell the value as written
 * @param parse what was written, or null if that is no value
 */
record MarkedValue<I, B, V>(
    String name,
    String field,
    V usual,
    Function<V, String> spell,
    Function<String, @Nullable V> parse,
    Function<I, V> get,
    BiConsumer<B, V> set)
    implements CalendarProperty<I, B> {

  /** Minutes of work. */
  static <I, B> MarkedValue<I, B, Integer> minutes(
      String name, String field, Function<I, Integer> get, BiConsumer<B, Integer> set) {
    return new MarkedValue<>(
        name, field, 0, v -> Integer.toString(v), MarkedValue::number, get, set);
  }

  private static @Nullable Integer number(String text) {
    try {
      int number = Integer.parseInt(text);
      return number < 0 ? null : number;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  @Override
  public Set<String> fields() {
    return Set.of(field);
  }

  @Override
  public void read(Component from, B into, Context context) {
    ContentLine line = from.first(name);
    V value = line == null ? null : parse.apply(line.value().strip());
    if (line != null && value == null) {
      context.lose(LossKind.BAD_VALUE, field, "line " + line.lineNumber() + ": " + line.logical());
    }
    set.accept(into, value == null ? usual : value);
  }

  @Override
  public void write(I item, Component into, Context context) {
    V wanted = get.apply(item);
    ContentLine line = into.first(name);
    if (wanted.equals(usual)) {
      into.removeLines(l -> l.is(name));
    } else {
      String value = spell.apply(wanted);
      into.put(line == null ? ContentLine.of(name, value) : line.withValue(value));
    }
  }
}
