package org.tandemsync.sync;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The identities that are in use: a new item that has one of them is a copy. */
final class Known<T> {
  private final Setup<T> setup;
  private final Map<Side, Set<String>> takenFrom = new EnumMap<>(Side.class);

  Known(Setup<T> setup, Survey survey) {
    this.setup = setup;
    Set<String> linked = new HashSet<>();
    for (LinkHead head : survey.heads()) {
      linked.add(head.left().uid());
      linked.add(head.right().uid());
    }
    takenFrom.put(Side.LEFT, linked);
    takenFrom.put(Side.RIGHT, new HashSet<>(linked));
  }

  /** An item from {@code source} cannot have this UID on the other side any more. */
  void add(Side source, String uid) {
    Objects.requireNonNull(takenFrom.get(source)).add(uid);
  }

  /**
   * The UID under which an item of {@code source} is made on the other side: its own, unless
   * something has that already. What was made of another item that had its id before has the one
   * that follows from the id too.
   */
  String uidFor(Side source, Replica<T> item) {
    String own = setup.kind().uid(item.item()).orElse("");
    Set<String> taken = Objects.requireNonNull(takenFrom.get(source));
    String uid = own;
    for (int again = 0; uid.isEmpty() || taken.contains(uid); again++) {
      ItemId id = again == 0 ? item.id() : new ItemId(item.id().value() + "/" + again);
      uid = setup.identities().uid(source, id);
    }
    taken.add(uid);
    return uid;
  }
}
