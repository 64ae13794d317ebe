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
   * @param keys what a key says of its part
   */
  record Keyed<V extends @Nullable Object>(
      Function<V, Map<Object, Object>> parts,
      Function<Map<Object, Object>, V> whole,
      BiPredicate<Object, Object> samePart,
      Keys keys)
      implements Combination<V> {
    /** Whose keys are names. */
    public Keyed(
        Function<V, Map<Object, Object>> parts,
        Function<Map<Object, Object>, V> whole,
        BiPredicate<Object, Object> samePart) {
      this(parts, whole, samePart, Keys.NAMES);
    }
  }

  /** What a key says of its part. */
  enum Keys {
    /** Which one it is. */
    NAMES,
    /** What it is for, a constant of an enum. It may get another one. */
    KINDS,
    /** Which of all comes first, a constant of an enum: the next one may take its place. */
    ORDER
  }
}
