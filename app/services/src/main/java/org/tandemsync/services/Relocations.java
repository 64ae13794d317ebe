package org.tandemsync.services;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/**
 * The moves between a profile and its neighbours that a run has found, and what it says of them.
 */
final class Relocations {
  private final Neighbour self;
  private final EmptiedCollections emptied;
  private final Map<LinkId, Relocation> found = new LinkedHashMap<>();

  Relocations(Neighbour self, EmptiedCollections emptied) {
    this.self = self;
    this.emptied = emptied;
  }

  /** Those that can be followed. */
  Collection<Relocation> found() {
    return found.values();
  }

  @Nullable Relocation of(LinkId link) {
    return found.get(link);
  }

  /**
   * What becomes of an item that was moved: it is followed, or held where there is an obstacle.
   *
   * @param left its id where it was moved to, or null if it was not moved there
   * @param right the same on the server
   * @param lost the side on which a person has moved it
   */
  Action follow(
      Neighbour from,
      Neighbour to,
      @Nullable String obstacle,
      Link<Item> link,
      @Nullable ItemId left,
      @Nullable ItemId right,
      Side lost) {
    String title = self.kind().title(link.left().base());
    boolean both = left != null && right != null;
    String moved =
        "moved "
            + (both ? "on both sides" : lost == Side.LEFT ? "in Outlook" : "on the server")
            + (to.equals(self) ? " from " + from.name(lost) : " to " + to.name(lost));
    if (obstacle != null) {
      return held(
          lost,
          link,
          title,
          moved + ", " + obstacle + "; it is deleted here when that one has taken it" + anew(lost));
    }
    String empty = right == null ? emptied.why(to) : null;
    if (empty != null) {
      return held(lost, link, title, moved + ", " + empty);
    }
    ItemIds items = to.equals(self) ? new ItemIds(left, right) : ItemIds.of(link);
    Action.Move action = new Action.Move(lost.other(), link.id(), items, title, moved);
    found.put(link.id(), new Relocation(from, to, link, left, right, action));
    return action;
  }

  private static String anew(Side lost) {
    return "; if it is made anew there, what only "
        + (lost == Side.LEFT ? "the server's" : "Outlook's")
        + " has is not in it";
  }

  private static Action held(Side lost, Link<Item> link, String title, String why) {
    return new Action.Hold(lost.other(), Action.HoldReason.MOVED, ItemIds.of(link), title, why);
  }
}
