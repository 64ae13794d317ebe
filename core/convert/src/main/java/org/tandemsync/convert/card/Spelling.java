package org.tandemsync.convert.card;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/**
 * One way in which programs write a value into a card: X-SPOUSE, X-MS-SPOUSE, RELATED;TYPE=spouse.
 *
 * @param <V> the value
 */
interface Spelling<V> {

  /** The lines that are spelled so, in order. Only the first one is shown in Outlook. */
  List<ContentLine> lines(Card card);

  /** The value, or null if the line has none or none that Outlook can hold. */
  @Nullable V read(Card card, ContentLine line);

  /** The line with another value. */
  ContentLine write(Card card, ContentLine line, V value);

  void add(Card card, V value);

  /** Whether a new value is spelled so in this card. */
  default boolean suits(Card card) {
    return true;
  }
}
