package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What becomes of items of both sides that could be paired in more than one way. */
record Ambiguous<T>(Setup<T> setup, Executor<T> executor, Map<Side, Bodies<T>> bodies) {

  /**
   * Equal items are the same however many there are; what is left over on both sides is held.
   *
   * @param pairs gets the equal ones
   * @return what is left over on one side only
   */
  Map<Side, List<ItemId>> pairOrHold(Matcher.Group group, List<Matcher.Pair> pairs) {
    List<Replica<T>> lefts = present(Side.LEFT, group.left());
    List<Replica<T>> rights = present(Side.RIGHT, group.right());
    for (Replica<T> here : List.copyOf(lefts)) {
      for (Replica<T> there : rights) {
        if (Crossing.disagreeing(setup.kind(), here.item(), there.item()).isEmpty()) {
          pairs.add(new Matcher.Pair(here.id(), there.id()));
          lefts.remove(here);
          rights.remove(there);
          break;
        }
      }
    }
    Map<Side, List<ItemId>> over = new EnumMap<>(Side.class);
    if (lefts.isEmpty() || rights.isEmpty()) {
      over.put(Side.LEFT, lefts.stream().map(Replica::id).toList());
      over.put(Side.RIGHT, rights.stream().map(Replica::id).toList());
    } else {
      hold(Side.LEFT, lefts, rights.size());
      hold(Side.RIGHT, rights, lefts.size());
    }
    return over;
  }

  private List<Replica<T>> present(Side side, List<ItemId> ids) {
    List<Replica<T>> present = new ArrayList<>();
    for (List<ItemId> batch : setup.batches(ids)) {
      Map<ItemId, Found<T>> found = Objects.requireNonNull(bodies.get(side)).read(batch);
      for (ItemId id : batch) {
        if (found.get(id) instanceof Found.Present<T>(Replica<T> item)) {
          present.add(item);
        }
      }
    }
    return present;
  }

  private void hold(Side side, List<Replica<T>> items, int partners) {
    List<Step<T>> steps = new ArrayList<>();
    for (Replica<T> item : items) {
      setup.listener().progressed();
      steps.add(
          new Step.Hold<>(
              new Action.Hold(
                  side,
                  Action.HoldReason.AMBIGUOUS,
                  ItemIds.of(side, item.id()),
                  setup.kind().title(item.item()),
                  items.size()
                      + " items "
                      + Words.in(side)
                      + " and "
                      + partners
                      + " "
                      + Words.in(side.other())
                      + " could be the same; make them different, or delete what is superfluous"),
              Set.of(Side.values())));
    }
    executor.run(steps);
  }
}
