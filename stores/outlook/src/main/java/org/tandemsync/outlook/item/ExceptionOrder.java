package org.tandemsync.outlook.item;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which changed occurrences of a series are saved. Outlook moves no occurrence past
 * another or onto its day, also if that one is about to make room. So those that become earlier go
 * first, the earliest before the others; then those that become later, the latest before the
 * others: each finds the place free if all places are.
 */
public final class ExceptionOrder {
  private ExceptionOrder() {}

  /**
   * Sorts exceptions.
   *
   * @param original when the rule has an occurrence
   * @param start when it is instead, in the same zone
   */
  public static <T> List<T> of(
      Collection<T> exceptions,
      Function<T, LocalDateTime> original,
      Function<T, LocalDateTime> start) {
    List<T> earlier = new ArrayList<>();
    List<T> later = new ArrayList<>();
    for (T exception : exceptions) {
      boolean before = start.apply(exception).isBefore(original.apply(exception));
      (before ? earlier : later).add(exception);
    }
    earlier.sort(Comparator.comparing(start));
    later.sort(Comparator.comparing(start).reversed());
    earlier.addAll(later);
    return earlier;
  }
}
