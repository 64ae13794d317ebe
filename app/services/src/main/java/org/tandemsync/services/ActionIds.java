package org.tandemsync.services;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/** Which items actions are about, by the ids that they have on both sides before a run. */
public final class ActionIds {
  private final Map<LinkId, LinkHead> linked = new HashMap<>();

  private ActionIds() {}

  /** What is in step is known by its link. */
  public static ActionIds of(String profile, Ledgers ledgers) {
    ActionIds ids = new ActionIds();
    ledgers
        .all(profile)
        .forEach(kept -> kept.ledger().heads().forEach(head -> ids.linked.put(head.id(), head)));
    return ids;
  }

  /** The id on a side, or null if there is none, or the action does not say which item it is. */
  public @Nullable ItemId on(Side side, Action action) {
    return switch (action) {
      case Action.Create create -> create.side() == side ? null : create.source();
      case Action.Update update -> linked(side, update.link());
      case Action.Delete delete ->
          delete.side() == side ? delete.id() : linked(side, delete.link());
      case Action.DeleteExtra extra -> extra.side() == side ? extra.id() : null;
      case Action.Restore restore -> linked(side, restore.link());
      case Action.Move move -> linked(side, move.link());
      case Action.Merge merge -> linked(side, merge.link());
      case Action.Adopt adopt -> linked(side, adopt.link());
      case Action.LinkUp up -> side == Side.LEFT ? up.left() : up.right();
      case Action.Forget forget -> linked(side, forget.link());
      case Action.Hold hold -> side == Side.LEFT ? hold.items().left() : hold.items().right();
      case Action.AskConflict ask -> linked(side, ask.link());
    };
  }

  private @Nullable ItemId linked(Side side, LinkId link) {
    LinkHead head = linked.get(link);
    return head == null ? null : head.side(side).id();
  }
}
