package org.tandemsync.services;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.CategoryFilter;
import org.tandemsync.items.Item;

/**
 * Which items of Outlook take part.
 *
 * @param filter null if all of them do
 * @param deletes whether an item that somebody takes out of the filter is deleted on the server;
 *     else it stays in step
 */
record Selection(@Nullable CategoryFilter filter, boolean deletes) {
  static final Selection ALL = new Selection(null, false);

  boolean isAll() {
    return filter == null;
  }

  boolean includes(Item item) {
    return filter == null || filter.includes(item);
  }

  Optional<String> leaves(Item base, Item now) {
    return filter != null && deletes && filter.includes(base) && !filter.includes(now)
        ? Optional.of("its categories in Outlook are no longer those of the profile")
        : Optional.empty();
  }
}
