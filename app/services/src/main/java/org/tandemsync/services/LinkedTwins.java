package org.tandemsync.services;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tandemsync.services.DuplicateGroup.Fate;
import org.tandemsync.services.DuplicateGroup.Twin;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Side;

/**
 * What a person can do about equal items that are all in step. Deleting one of them deletes its
 * partner too. So this is advised only where the partner has an equal that stays as well: the
 * partner of the kept one.
 */
final class LinkedTwins {
  private final Policy.Direction direction;
  private final List<DuplicateGroup> groups;
  private final Map<Side, Map<ItemId, ItemId>> partners = new EnumMap<>(Side.class);

  LinkedTwins(List<LinkHead> heads, Policy.Direction direction, List<DuplicateGroup> groups) {
    this.direction = direction;
    this.groups = groups;
    for (Side side : Side.values()) {
      Map<ItemId, ItemId> of = new HashMap<>();
      heads.forEach(head -> of.put(head.side(side).id(), head.side(side.other()).id()));
      partners.put(side, of);
    }
  }

  /** The groups with a reason for each twin that is left alone. */
  List<DuplicateGroup> advised() {
    Map<Side, Map<ItemId, DuplicateGroup>> byId = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      byId.put(side, new HashMap<>());
    }
    for (DuplicateGroup group : groups) {
      group.twins().forEach(twin -> of(byId, group.side()).put(twin.id(), group));
    }
    List<DuplicateGroup> advised = new ArrayList<>();
    for (DuplicateGroup group : groups) {
      List<Twin> twins = new ArrayList<>();
      for (Twin twin : group.twins()) {
        twins.add(
            twin.fate() == Fate.LEFT && twin.reason().isEmpty()
                ? new Twin(
                    twin.id(),
                    twin.revision(),
                    twin.fate(),
                    reason(group, twin, of(byId, group.side().other())))
                : twin);
      }
      advised.add(new DuplicateGroup(group.side(), group.type(), group.title(), twins));
    }
    return advised;
  }

  private static <V> V of(Map<Side, V> map, Side side) {
    return Objects.requireNonNull(map.get(side));
  }

  private String reason(DuplicateGroup group, Twin twin, Map<ItemId, DuplicateGroup> others) {
    Side side = group.side();
    Map<ItemId, ItemId> across = of(partners, side);
    ItemId partner = Objects.requireNonNull(across.get(twin.id()));
    ItemId ofKept = Objects.requireNonNull(across.get(group.twins().getFirst().id()));
    String inStep = "it is in step with '" + partner + "' " + side.other().place();
    DuplicateGroup equals = others.get(partner);
    Set<ItemId> there = new HashSet<>();
    if (equals != null) {
      equals.twins().forEach(other -> there.add(other.id()));
    }
    if (!there.contains(ofKept)) {
      return inStep
          + ", which is not the same as '"
          + ofKept
          + "', with which the kept one is in step; look at those two first";
    }
    return inStep
        + switch (direction) {
          case TWO_WAY -> "; delete it on one side only: the next sync deletes the other";
          case LEFT_TO_RIGHT -> deleteAt(Side.LEFT, side);
          case RIGHT_TO_LEFT -> deleteAt(Side.RIGHT, side);
        };
  }

  /** What is deleted on the side that is only written comes back. */
  private static String deleteAt(Side source, Side side) {
    return side == source
        ? "; delete it " + source.place() + ": the next sync deletes the other"
        : "; delete that one: the next sync deletes this one";
  }
}
