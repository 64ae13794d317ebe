package org.tandemsync.convert.calendar;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Importance;
import org.tandemsync.items.LossKind;

/** PRIORITY: 1 to 4 are high, 6 to 9 low. Servers that have none are not given one for normal. */
record Priority<I, B>(Function<I, Importance> get, BiConsumer<B, Importance> set)
    implements CalendarProperty<I, B> {

  @Override
  public Set<String> fields() {
    return Set.of("importance");
  }

  @Override
  public void read(Component from, B into, Context context) {
    set.accept(into, importance(from, context));
  }

  private static Importance importance(Component component, Context context) {
    ContentLine line = component.first("PRIORITY");
    if (line == null || line.value().isBlank()) {
      return Importance.NORMAL;
    }
    return switch (line.value().strip()) {
      case "1", "2", "3", "4" -> Importance.HIGH;
      case "0", "5" -> Importance.NORMAL;
      case "6", "7", "8", "9" -> Importance.LOW;
      default -> {
        context.lose(
            LossKind.BAD_PRIORITY, "importance", "line " + line.lineNumber() + ": " + line.value());
        yield Importance.NORMAL;
      }
    };
  }

  @Override
  public void write(I item, Component into, Context context) {
    ContentLine line = into.first("PRIORITY");
    String value =
        switch (get.apply(item)) {
          case HIGH -> "1";
          case NORMAL -> "5";
          case LOW -> "9";
        };
    if (line != null) {
      into.replace(line, line.withValue(value));
    } else if (get.apply(item) != Importance.NORMAL) {
      into.add(ContentLine.of("PRIORITY", value));
    }
  }
}
