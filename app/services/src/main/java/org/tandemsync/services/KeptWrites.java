package org.tandemsync.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/** Writes outside of a sync, each of them in the history before it is done. */
record KeptWrites(History history, long run, LedgerKey places) {

  /** Carries out the effects of deeds, one outcome for each in the same order. */
  List<Written> write(Store<Item> store, List<Deed<Item>> deeds) {
    List<Version.Number> numbers = history.begin(run, places, deeds);
    List<Effect<Item>> effects = new ArrayList<>();
    deeds.forEach(deed -> effects.add(deed.effect()));
    List<Written> outcomes = store.write(effects);
    Map<Version.Number, ItemId> done = new LinkedHashMap<>();
    List<Version.Number> notDone = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case Written.Done(ItemId id, var _, var _, var _) -> done.put(numbers.get(i), id);
        case Written.Unknown _ -> {}
        case Written.Stale _, Written.Gone _, Written.Exists _ -> notDone.add(numbers.get(i));
        case Written.Refused _, Written.NotDone _ -> notDone.add(numbers.get(i));
      }
    }
    history.conclude(done, notDone);
    return outcomes;
  }
}
