package org.tandemsync.convert.calendar;

import java.util.Set;
import org.tandemsync.convert.text.Component;

/**
 * One property of a VEVENT or VTODO, or a few that only make sense together, in both directions.
 *
 * @param <I> the item
 * @param <B> its builder
 */
interface CalendarProperty<I, B> {

  /** The fields of the item that it maps, named as in {@link org.tandemsync.items.Fields}. */
  Set<String> fields();

  /** Reads the fields. What cannot be read becomes a loss, never an exception. */
  void read(Component from, B into, Context context);

  /**
   * Writes the fields. It is called only if they differ from what {@link #read} finds; lines that
   * say the right thing already stay as they are.
   */
  void write(I item, Component into, Context context);

  /** Whether Outlook has it once per series, so that occurrences take it from there. */
  default boolean ofTheSeries() {
    return false;
  }
}
