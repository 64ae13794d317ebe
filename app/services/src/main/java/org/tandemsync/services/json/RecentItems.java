package org.tandemsync.services.json;

import java.util.IdentityHashMap;
import java.util.Map;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Item;

/**
 * The JSON of the items that were written last. An item that one side has and the other gets is
 * written twice into its intent, and a moment later into its link: to write it once is a tenth of
 * all that a first sync computes.
 */
public final class RecentItems {
  /** Characters and bytes of parts: half of what is kept. Three batches are under way at a time. */
  private static final long MOST = 4 << 20;

  /** Larger ones are not kept in memory for longer than they are at work. */
  private static final long LARGEST = MOST / 8;

  private Map<Item, PartedJson> recent = new IdentityHashMap<>();
  private Map<Item, PartedJson> before = new IdentityHashMap<>();

  /** Of {@link #recent}. */
  private long size;

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
    long more = known.text().length();
    for (Bytes part : known.parts()) {
      more += part.length();
    }
    if (more > LARGEST) {
      return known;
    }
    if (size + more > MOST) {
      before = recent;
      recent = new IdentityHashMap<>();
      size = 0;
    }
    size += more;
    recent.put(item, known);
    return known;
  }
}
