package org.tandemsync.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Side;

/**
 * A conflict that waits for a person, or for the sync that carries out what was decided.
 *
 * @param at when it was found
 * @param left the whole of Outlook's item then
 * @param right the whole of the server's item then
 * @param base what both held before, or null if nobody knows
 * @param clashes the fields in which they still differ
 * @param decided for each decided field whose value counts
 */
public record OpenConflict(
    Instant at,
    Link<Item> link,
    String title,
    Item left,
    Item right,
    @Nullable Item base,
    List<Merged.FieldClash> clashes,
    Map<String, Side> decided) {
  public OpenConflict {
    clashes = List.copyOf(clashes);
    decided = Map.copyOf(decided);
  }

  /** Whether nothing is left to be decided. */
  public boolean isDecided() {
    return clashes.stream().allMatch(clash -> decided.containsKey(clash.field()));
  }
}
