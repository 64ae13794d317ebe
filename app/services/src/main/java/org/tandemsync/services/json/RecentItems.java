package org.tandemsync.services.json;

import java.util.IdentityHashMap;
import java.util.Map;
import org.tandemsync.items.Item;

/**
 * The JSON of the items that were written last. An item that one side has and the other gets is
 * written twice into its intent, and a moment later into its link: to write it once is a tenth of
 * all that a first sync computes.
 */
public final class RecentItems {
  /** Several batches. */
  private static final int MOST = 1024;

  /** Characters: large items are not kept in memory for longer than they are at work. */
  private static final int LARGEST = 4 * 1024;

  private Map<Item, PartedJson> recent = new IdentityHashMap<>();
  private Map<Item, PartedJson> before = new IdentityHashMap<>();

  /** The JSON of an item. */
  public synchronized PartedJson json(Item item) {
    PartedJson known = recent.get(item);
    if (known != null) {
      return known;
    }
    known = before.get(item);
    if (known == null) {
      known = PartedJson.of(LedgerJson.ITEM, item, null);
    }
    if (!known.parts().isEmpty() || known.text().length() > LARGEST) {
      return known;
    }
    if (recent.size() >= MOST / 2) {
      before = recent;
      recent = new IdentityHashMap<>();
    }
    recent.put(item, known);
    return known;
  }
}
