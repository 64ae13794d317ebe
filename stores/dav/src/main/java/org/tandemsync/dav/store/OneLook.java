package org.tandemsync.dav.store;

import java.util.List;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Revision;

/**
 * How many effects one look at their targets is enough for: all of them where conditions keep what
 * came in between, and few where they do not.
 *
 * @param atOnce how many writes are under way at a time
 */
record OneLook(DavCollection collection, SafeWrite safely, int atOnce) {
  /** Where a write would overwrite: about a tenth of a second. */
  private static final int OVERWRITING = 32;

  /** Behind the last effect that one look is enough for. */
  int end(List<Effect<Item>> effects, int from) {
    if (safely.overwrites()) {
      return Math.min(effects.size(), from + atOnce);
    }
    int overwriting = 0;
    int deletes = 0;
    for (int i = from; i < effects.size(); i++) {
      Effect<Item> effect = effects.get(i);
      switch (effect) {
        case Effect.Create<Item> _ -> overwriting += collection.groupware() ? 1 : 0;
        case Effect.Delete<Item> _ ->
            deletes += collection.groupware() || isUnconditional(effect) ? 1 : 0;
        // SOGo does keep If-Match of a PUT
        case Effect.Update<Item> _ -> overwriting += isUnconditional(effect) ? 1 : 0;
      }
      if (overwriting > OVERWRITING || deletes > atOnce) {
        return i;
      }
    }
    return effects.size();
  }

  /** Whether there is no strong tag that a condition could name (RFC 9110 13.1.1). */
  static boolean isUnconditional(Effect<Item> effect) {
    return switch (effect) {
      case Effect.Create<Item> _ -> false;
      case Effect.Update<Item> update -> isNoCondition(update.expected());
      case Effect.Delete<Item> delete -> isNoCondition(delete.expected());
    };
  }

  private static boolean isNoCondition(Revision revision) {
    return isHash(revision) || revision.value().startsWith("W/");
  }

  /** Whether it is no tag but a hash of the content. */
  static boolean isHash(Revision revision) {
    return revision.value().startsWith(Resource.HASHED);
  }
}
