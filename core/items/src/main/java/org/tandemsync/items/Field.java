package org.tandemsync.items;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something of an item that can change on its own: one property, or a group of properties that only
 * make sense together.
 *
 * @param name as users read it in plans, reports and JSON
 * @param get reads the value
 * @param set writes the value into a builder
 * @param same whether two values mean the same
 * @param combination how the changes of both sides come together
 * @param series whether the field belongs to the shape of a series (times, rule, changed
 *     occurrences): where there is a rule, changes of these by both sides are one clash
 * @param alike whether two items mean the same by values that differ
 * @param <I> the item
 * @param <B> its builder
 * @param <V> the value
 */
public record Field<I extends Item, B, V extends @Nullable Object>(
    String name,
    Function<I, V> get,
    BiConsumer<B, V> set,
    BiPredicate<V, V> same,
    Combination<V> combination,
    boolean series,
    BiPredicate<I, I> alike) {

  Field(
      String name,
      Function<I, V> get,
      BiConsumer<B, V> set,
      BiPredicate<V, V> same,
      Combination<V> combination,
      boolean series) {
    this(name, get, set, same, combination, series, (a, b) -> false);
  }

  /** Whether the two items agree in this field. */
  public boolean same(I a, I b) {
    V one = get.apply(a);
    V other = get.apply(b);
    return Objects.equals(one, other) // most are equal
        || same.test(one, other)
        || alike.test(a, b);
  }

  /** The value of an item that is known to be of the field's type. */
  @SuppressWarnings("unchecked") // a field is of one type of item
  public @Nullable Object of(Item item) {
    return get.apply((I) item);
  }

  void copy(I from, B into) {
    set.accept(into, get.apply(from));
  }
}
