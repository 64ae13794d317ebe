package org.tandemsync.convert.card;

import java.util.Collections;
import java.util.Set;
import java.util.function.Consumer;
import org.tandemsync.items.Loss;

/**
 * One property of a card in both directions.
 *
 * @param <I> the item
 * @param <B> its builder
 */
interface CardProperty<I, B> {

  /** The fields of the item that this property holds, named as in Fields. */
  Set<String> fields();

  /** Whether the card has to be looked at when these fields of the item change. */
  default boolean dependsOn(Set<String> changed) {
    return !Collections.disjoint(fields(), changed);
  }

  /** Whether what it makes of a new card follows from lines of others, which may come later. */
  default boolean followsOthers() {
    return false;
  }

  /** Takes from the card what the item can hold. What it cannot hold is a loss and stays there. */
  void read(Card card, B into, Consumer<Loss> losses);

  /**
   * Changes the card so that it reads as {@code wanted}. Lines that read so already stay as they
   * are, and so do lines that the item has no place for.
   */
  void write(I wanted, Card card);
}
