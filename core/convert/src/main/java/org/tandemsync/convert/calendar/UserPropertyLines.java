package org.tandemsync.convert.calendar;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.PropertyPairs;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.convert.text.TextValue;

/**
 * Outlook's user properties. Their names may have any characters, so they are a parameter:
 * X-TANDEM-USER-PROPERTY;X-NAME="Customer since":1999. Those that Outlook CalDav Synchronizer wrote
 * into names (X-CALDAVSYNCHRONIZER-Room) are read and kept up to date; those that the user paired
 * with a name of the server's (X-ROOM) have that.
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
    lines(from, pairs(context)).forEach((name, line) -> values.put(name, line.text()));
    set.accept(into, values);
  }

  private static PropertyPairs pairs(Context context) {
    return context.settings().propertyPairs();
  }

  /** The first line of each name; that of a pair comes before any other of the same name. */
  private static Map<String, ContentLine> lines(Component component, PropertyPairs pairs) {
    Map<String, ContentLine> lines = new TreeMap<>();
    Set<String> known = new HashSet<>();
    for (Kind kind : Kind.values()) {
      for (ContentLine line : component.lines()) {
        String name = kind(line, pairs) == kind ? name(line, pairs) : null;
        if (name != null && known.add(name.toLowerCase(Locale.ROOT))) {
          lines.put(name, line);
        }
      }
    }
    return lines;
  }

  /** The properties that may hold a value, the first of them first. */
  private enum Kind {
    PAIR,
    OWN,
    SYNCHRONIZER
  }

  private static @Nullable Kind kind(ContentLine line, PropertyPairs pairs) {
    if (!line.name().startsWith("X-")) {
      return null;
    }
    if (line.is(OWN)) {
      return Kind.OWN;
    }
    if (line.name().startsWith(SYNCHRONIZER)) {
      return line.name().length() > SYNCHRONIZER.length() ? Kind.SYNCHRONIZER : null;
    }
    return pairs.outlookName(line.name()) == null ? null : Kind.PAIR;
  }

  private static @Nullable String name(ContentLine line, PropertyPairs pairs) {
    return switch (kind(line, pairs)) {
      case null -> null;
      case OWN -> line.parameter(KEY);
      case SYNCHRONIZER -> line.writtenName().substring(SYNCHRONIZER.length());
      case PAIR -> {
        String paired = pairs.outlookName(line.name());
        String spelled = line.parameter(KEY);
        yield spelled != null && spelled.equalsIgnoreCase(paired) ? spelled : paired;
      }
    };
  }

  @Override
  public void write(I item, Component into, Context context) {
    PropertyPairs pairs = pairs(context);
    Map<String, String> wanted = get.apply(item);
    Map<String, ContentLine> present = lines(into, pairs);
    Set<String> unwanted = new HashSet<>();
    present.forEach(
        (name, line) -> {
          String value = wanted.get(name);
          if (value == null) {
            unwanted.add(name.toLowerCase(Locale.ROOT));
          } else if (!line.text().equals(TextValue.legal(value))) {
            change(name, value, into, pairs);
          }
        });
    if (!unwanted.isEmpty()) {
      into.removeLines(
          line -> {
            String name = name(line, pairs);
            return name != null && unwanted.contains(name.toLowerCase(Locale.ROOT));
          });
    }
    wanted.forEach(
        (name, value) -> {
          if (!present.containsKey(name)) {
            into.add(made(name, value, pairs));
          }
        });
  }

  /** All lines of the name say the value; ours gives way to that of a pair. */
  private static void change(String name, String value, Component into, PropertyPairs pairs) {
    boolean paired = false;
    for (ContentLine line : into.lines()) {
      if (name.equalsIgnoreCase(name(line, pairs))) {
        Kind kind = kind(line, pairs);
        if (kind == Kind.OWN && pairs.line(name) != null) {
          into.remove(line);
        } else {
          into.replace(line, line.withText(TextValue.legal(value)));
          paired |= kind == Kind.PAIR;
        }
      }
    }
    if (pairs.line(name) != null && !paired) {
      into.add(made(name, value, pairs));
    }
  }

  private static ContentLine made(String name, String value, PropertyPairs pairs) {
    String text = TextValue.escape(value);
    String line = pairs.line(name);
    if (line == null) {
      return ContentLine.of(OWN, text, Parameter.of(KEY, List.of(name)));
    }
    return name.equals(pairs.outlookName(line))
        ? ContentLine.of(line, text)
        : ContentLine.of(line, text, Parameter.of(KEY, List.of(name)));
  }
}
