package org.tandemsync.services;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.CategoryFilter;
import org.tandemsync.items.Item;
import org.tandemsync.items.TimeRange;
import org.tandemsync.sync.Side;

/**
 * Which items take part: those of some categories in Outlook, those of some days on both sides.
 *
 * @param filter null if the categories do not matter
 * @param deletes whether an item that somebody takes out of the filter is deleted on the server;
 *     else it stays in step
 * @param range null if the days do not matter. Who leaves it stays in step
 */
record Selection(@Nullable CategoryFilter filter, boolean deletes, @Nullable TimeRange range) {
  static final Selection ALL = new Selection(null, false, null);

  boolean selects(Side side) {
    return range != null || (filter != null && side == Side.LEFT);
  }

  boolean includes(Side side, Item item) {
    return isOfCategories(side, item) && (range == null || range.includes(item));
  }

  private boolean isOfCategories(Side side, Item item) {
    return filter == null || side == Side.RIGHT || filter.includes(item);
  }

  Optional<LocalDate> joins(Side side, Item item) {
    return range != null && isOfCategories(side, item) ? range.joins(item) : Optional.empty();
  }

  boolean hasCome(LocalDate day) {
    return range == null || !day.isAfter(range.today());
  }

  Optional<String> leaves(Item base, Item now) {
    return filter != null && deletes && filter.includes(base) && !filter.includes(now)
        ? Optional.of("its categories in Outlook are no longer those of the profile")
        : Optional.empty();
  }
}
