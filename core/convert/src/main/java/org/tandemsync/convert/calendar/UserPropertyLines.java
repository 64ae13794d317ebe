package org.tandemsync.convert.calendar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.convert.text.TextValue;

/**
 * Outlook's user properties. Their names may have any characters, so they are a parameter:
 * X-TANDEM-USER-PROPERTY;X-NAME="Customer since":1999. Those that Outlook CalDav Synchronizer wrote
 * into names (X-CALDAVSYNCHRONIZER-Room) are read and kept up to date.
 */
record UserPropertyLines<I, B>(
    Function<I, Map<String, String>> get, BiConsumer<B, Map<String, String>> set)
    implements CalendarProperty<I, B> {
  private static final String OWN = "X-TANDEM-USER-PROPERTY";
  private static final String KEY = "X-NAME";
  private static final String SYNCHRONIZER = "X-CALDAVSYNCHRONIZER-";

  @Override
  public Set<String> fields() {
    return Set.of("user-properties");
  }

  @Override
  public boolean ofTheSeries() {
    return true;
  }

  @Override
  public void read(Component from, B into, Context context) {
    Map<String, String> values = new TreeMap<>();
    lines(from).forEach((name, line) -> values.put(name, line.text()));
    set.accept(into, values);
  }

  /** The first line of each name. */
  private static Map<String, ContentLine> lines(Component component) {
    Map<String, ContentLine> lines = new TreeMap<>();
    component
        .lines(OWN)
        .forEach(
            line -> {
              String name = name(line);
              if (name != null) {
                lines.putIfAbsent(name, line);
              }
            });
    Map<String, String> known = new TreeMap<>();
    lines.keySet().forEach(name -> known.put(name.toLowerCase(Locale.ROOT), name));
    for (ContentLine line : component.lines()) {
      String name = line.is(OWN) ? null : name(line);
      if (name != null && known.putIfAbsent(name.toLowerCase(Locale.ROOT), name) == null) {
        lines.put(name, line);
      }
    }
    return lines;
  }

  private static @Nullable String name(ContentLine line) {
    if (line.is(OWN)) {
      return line.parameter(KEY);
    }
    return line.name().startsWith(SYNCHRONIZER) && line.name().length() > SYNCHRONIZER.length()
        ? line.writtenName().substring(SYNCHRONIZER.length())
        : null;
  }

  @Override
  public void write(I item, Component into, Context context) {
    Map<String, String> wanted = get.apply(item);
    Map<String, ContentLine> present = lines(into);
    present.forEach(
        (name, line) -> {
          String value = wanted.get(name);
          if (value == null) {
            into.removeLines(l -> name.equalsIgnoreCase(name(l)));
          } else {
            into.replace(line, line.withText(TextValue.legal(value)));
          }
        });
    wanted.forEach(
        (name, value) -> {
          if (!present.containsKey(name)) {
            into.add(
                ContentLine.of(OWN, TextValue.escape(value), Parameter.of(KEY, List.of(name))));
          }
        });
  }
}
