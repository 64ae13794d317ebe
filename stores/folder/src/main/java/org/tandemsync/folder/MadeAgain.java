package org.tandemsync.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;

/**
 * Looks for items that are about to be made again: each may be there already, in whatever file
 * somebody has put it, and only its UID tells. Several files may have one UID: one that holds the
 * same is the best, then the one that would be in the way.
 */
final class MadeAgain {
  private record Asked(Effect.Create<Item> create, ItemId own) {}

  private final Map<String, List<Asked>> asked = new HashMap<>();
  private final Map<Stamp, Replica<Item>> found = new HashMap<>();

  /**
   * Looks for this one too, unless it is new: that has its first stamp, and is not there.
   *
   * @param own where it would be made
   */
  void ask(Effect.Create<Item> create, ItemId own) {
    if (create.stamp().write() > 1 && !create.uid().isEmpty()) {
      asked.computeIfAbsent(create.uid(), _ -> new ArrayList<>()).add(new Asked(create, own));
    }
  }

  boolean asks() {
    return !asked.isEmpty();
  }

  void look(Replica<Item> item) {
    for (Asked one : asked.getOrDefault(item.item().uid(), List.of())) {
      found.merge(
          one.create().stamp(),
          item,
          (before, now) -> rank(one, now) > rank(one, before) ? now : before);
    }
  }

  private static int rank(Asked one, Replica<Item> item) {
    Item wanted = one.create().item();
    return item.item().type() == wanted.type()
            && Projection.EVERYTHING.differing(wanted, item.item()).isEmpty()
        ? 2
        : item.id().equals(one.own()) ? 1 : 0;
  }

  Map<Stamp, Replica<Item>> found() {
    return found;
  }
}
