package org.tandemsync.convert.calendar;

import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.LossKind;

/**
 * COLOR (RFC 7986) as the nearest colour that Outlook has for categories. The server's own colour
 * stays as long as it is nearest to the same one.
 */
final class EventColor implements CalendarProperty<Appointment, Appointment.Builder> {
  private static final String NAME = "COLOR";
  private static final String FIELD = "color";

  @Override
  public Set<String> fields() {
    return Set.of(FIELD);
  }

  @Override
  public boolean ofTheSeries() {
    return true;
  }

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    into.color(color(from.first(NAME), context));
  }

  private static String color(@Nullable ContentLine line, Context context) {
    if (line == null || line.value().isBlank()) {
      return "";
    }
    OptionalInt rgb = CssColor.parse(line.text());
    CategoryColor nearest =
        rgb.isEmpty() ? CategoryColor.NONE : CategoryColor.nearest(rgb.getAsInt());
    if (nearest == CategoryColor.NONE) {
      String why = rgb.isEmpty() ? "no colour" : "Outlook has no such colour";
      context.lose(
          LossKind.COLOR_NOT_REPRESENTABLE,
          FIELD,
          "line " + line.lineNumber() + ": " + why + ": " + line.value());
    }
    return nearest.cssName();
  }

  @Override
  public void write(Appointment item, Component into, Context context) {
    String wanted = item.color();
    ContentLine line = into.first(NAME);
    if (color(line, context).equals(wanted)) {
      return;
    }
    if (wanted.isEmpty()) {
      into.removeLines(l -> l.is(NAME));
    } else {
      into.put(
          line == null ? ContentLine.of(NAME, TextValue.escape(wanted)) : line.withText(wanted));
    }
  }
}
