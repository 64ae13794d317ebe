package org.tandemsync.items;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the changes that both sides made to one field come together.
 *
 * @param <V> the field's value
 */
public sealed interface Combination<V extends @Nullable Object> {

  /**
   * The value is one whole: two different changes clash, unless one says all that the other does.
   *
   * @param fuller whether the first of two values says all that the second does, and more
   */
  record Atomic<V extends @Nullable Object>(BiPredicate<V, V> fuller) implements Combination<V> {
    /** No value says what another one does. */
    public Atomic() {
      this((a, b) -> false);
    }
  }

  /**
   * The value has parts that change on their own: a change flows per key, and only two different
   * changes under one key clash. A set is a list of parts that are equal when their keys are.
   *
   * @param parts takes a value apart, in order
   * @param whole puts parts together
   * @param samePart whether two parts under one key mean the same
   */
  record Keyed<V extends @Nullable Object>(
      Function<V, Map<Object, Object>> parts,
      Function<Map<Object, Object>, V> whole,
      BiPredicate<Object, Object> samePart)
      implements Combination<V> {}
}
