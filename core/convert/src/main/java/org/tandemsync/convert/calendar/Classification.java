package org.tandemsync.convert.calendar;

import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Sensitivity;

/**
 * CLASS. Outlook's "personal" has no value of its own that servers keep private: SOGo takes unknown
 * ones as public. It is written as PRIVATE with a mark of ours.
 */
record Classification<I, B>(Function<I, Sensitivity> get, BiConsumer<B, Sensitivity> set)
    implements CalendarProperty<I, B> {
  private static final String PERSONAL = "X-TANDEM-PERSONAL";

  @Override
  public Set<String> fields() {
    return Set.of("sensitivity");
  }

  @Override
  public boolean ofTheSeries() {
    return true;
  }

  @Override
  public void read(Component from, B into, Context context) {
    set.accept(into, sensitivity(from.first("CLASS")));
  }

  private static Sensitivity sensitivity(@Nullable ContentLine line) {
    return switch (line == null ? "" : line.value().strip().toUpperCase(Locale.ROOT)) {
      case "", "PUBLIC" -> Sensitivity.NORMAL;
      case "CONFIDENTIAL" -> Sensitivity.CONFIDENTIAL;
      case "X-PERSONAL" -> Sensitivity.PERSONAL; // Outlook's own export
      default ->
          line != null && line.hasParameter(PERSONAL, "TRUE")
              ? Sensitivity.PERSONAL
              : Sensitivity.PRIVATE; // RFC 5545 3.8.1.3: unknown values are private
    };
  }

  @Override
  public void write(I item, Component into, Context context) {
    Sensitivity wanted = get.apply(item);
    ContentLine line = into.first("CLASS");
    if (wanted == Sensitivity.NORMAL
        && line == null
        && !context.settings().calendar().classOfPublic()) {
      return;
    }
    ContentLine base = line == null ? ContentLine.of("CLASS", "") : line.withoutParameter(PERSONAL);
    into.put(
        switch (wanted) {
          case NORMAL -> base.withValue("PUBLIC");
          case PERSONAL -> base.withValue("PRIVATE").withParameter(PERSONAL, "TRUE");
          case PRIVATE -> base.withValue("PRIVATE");
          case CONFIDENTIAL -> base.withValue("CONFIDENTIAL");
        });
  }
}
