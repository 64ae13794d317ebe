package org.tandemsync.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Written;

/** What does not get through a lens, as the engine tells it. */
record LensLosses(ResourceLens lens) {

  /**
   * What a resource holds and an item cannot. A file that was never sent is told where it lacks.
   */
  static List<Lost> reading(List<Loss> losses) {
    return of(losses.stream().filter(l -> l.kind() != LossKind.ATTACHMENT_TOO_LARGE).toList());
  }

  private static List<Lost> of(List<Loss> losses) {
    return losses.stream()
        .map(loss -> new Lost(loss.kind().number(), loss.field(), loss.detail()))
        .toList();
  }

  /** What an effect would lose, before there is a resource. */
  List<Lost> expected(Effect<Item> effect) {
    return switch (effect) {
      case Effect.Create<Item> create -> expected(create.item(), all(create.item()));
      case Effect.Update<Item> update -> expected(update.item(), update.fields());
      case Effect.Delete<Item> _ -> List.of();
    };
  }

  private List<Lost> expected(Item item, Set<String> fields) {
    try {
      return of(lens.losses(item, fields, lens.create(item, "")));
    } catch (RuntimeException writingWillTell) {
      return List.of();
    }
  }

  /**
   * The outcome with what the resource that was written lost. Of one that shows more than was sent
   * no revision is claimed: the next run brings across what it shows.
   */
  Written told(Written outcome, Item item, Set<String> fields, ResourceLens.Change written) {
    if (!(outcome instanceof Written.Done done)) {
      return outcome;
    }
    Item whole = written.whole();
    List<Lost> lost = of(lens.losses(whole == null ? item : whole, fields, written.text()));
    return whole == null
        ? done.with(lost)
        : new Written.Done(done.id(), null, lost, done.birthmark());
  }

  static Set<String> all(Item item) {
    return new HashSet<>(Fields.of(item.type()).names());
  }
}
