package org.tandemsync.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conflict with both values, kept before either is overwritten.
 *
 * @param link the pair
 * @param title what a person would call the item
 * @param left the whole left item
 * @param right the whole right item
 * @param clashes the fields in question
 * @param base what the left side was last confirmed to hold before, or null if that is not known
 * @param winner the side whose values were taken, or null if it waits for a decision
 */
public record Conflict<T>(
    LinkId link,
    String title,
    T left,
    T right,
    List<Merged.FieldClash> clashes,
    @Nullable Side winner,
    @Nullable T base) {

  /** One of which nobody knows what was there before. */
  public Conflict(
      LinkId link,
      String title,
      T left,
      T right,
      List<Merged.FieldClash> clashes,
      @Nullable Side winner) {
    this(link, title, left, right, clashes, winner, null);
  }
}
