package org.tandemsync.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody has declared to be one, also by ids that the items have got since. */
final class Declarations {
  private final List<Declared> all;
  private final Map<Matcher.Pair, Declared> byIds = new HashMap<>();

  Declarations(List<Declared> all) {
    this.all = List.copyOf(all);
    all.forEach(one -> byIds.put(new Matcher.Pair(one.left(), one.right()), one));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Declared> all() {
    return all;
  }

  /** Whether any of them was made about this item. */
  boolean names(Side side, ItemId id) {
    return all.stream().anyMatch(one -> one.id(side).equals(id));
  }

  /** The items that it is about have these ids now. */
  void follow(Declared one, ItemId left, ItemId right) {
    byIds.put(new Matcher.Pair(left, right), one);
  }

  /** The declaration that a link of these two carries out, or null. */
  @Nullable Declared about(@Nullable Replica<?> left, @Nullable Replica<?> right) {
    return left == null || right == null
        ? null
        : byIds.get(new Matcher.Pair(left.id(), right.id()));
  }
}
