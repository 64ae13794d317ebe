package org.tandemsync.sync;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tandemsync.sync.Survey.Sight;
import org.tandemsync.sync.Survey.Sighting;

/**
 * The identities of links whose own item could not be looked at: a new item that has one of them
 * may be a copy or the item itself under a new id.
 */
final class Doubts<T> {
  private final ItemKind<T> kind;
  private final Map<Side, Set<String>> unseen = new EnumMap<>(Side.class);

  /** To be made when it is known what is absent, and what is there again under another id. */
  Doubts(ItemKind<T> kind, Survey survey) {
    this.kind = kind;
    for (Side side : Side.values()) {
      unseen.put(side, new HashSet<>());
      for (Sighting sighting : survey.sightings()) {
        if (sighting.sight(side) == Sight.UNKNOWN) {
          add(sighting.head, side);
        }
      }
    }
  }

  /** Its id belongs to another one now. */
  void noteDetached(LinkHead head, Set<Side> sides) {
    sides.forEach(side -> add(head, side));
  }

  private void add(LinkHead head, Side side) {
    Set<String> identities = Objects.requireNonNull(unseen.get(side));
    identities.add(head.side(side).uid());
    identities.add(head.id().value());
    identities.remove("");
  }

  /** Whether it has the identity of such a link. */
  boolean isDoubtful(Side side, Replica<T> item) {
    Set<String> identities = Objects.requireNonNull(unseen.get(side));
    Stamp stamp = item.stamp();
    return identities.contains(kind.uid(item.item()).orElse(""))
        || (stamp != null && identities.contains(stamp.link().value()));
  }
}
