package org.tandemsync.dav.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tandemsync.dav.client.Href;
import org.tandemsync.sync.ItemId;

/** How the server spells hrefs whose identity is spelled otherwise. */
final class Spellings {
  private final Map<ItemId, Href> own = new ConcurrentHashMap<>();

  /** The id of a resource; its spelling is kept for requests. */
  ItemId id(Href href) {
    ItemId id = new ItemId(href.identity());
    if (!href.path().equals(href.identity())) {
      own.put(id, href);
    }
    return id;
  }

  Href href(ItemId id) {
    Href spelled = own.get(id);
    return spelled == null ? Href.ofPath(id.value()) : spelled;
  }
}
