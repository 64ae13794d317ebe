package org.tandemsync.convert.zone;

/**
 * The years in which an item takes place.
 *
 * @param from the first one
 * @param to the last one; {@link #LAST} for what has no end
 */
public record Years(int from, int to) {
  /** Nobody knows the rules of zones so far ahead. */
  public static final int LAST = 2100;

  public Years {
    if (to < from) {
      throw new IllegalArgumentException("years go forward, not from " + from + " to " + to);
    }
  }

  public static Years of(int year) {
    return new Years(year, year);
  }

  /** These years, and those. */
  public Years and(Years others) {
    return new Years(Math.min(from, others.from), Math.max(to, others.to));
  }
}
