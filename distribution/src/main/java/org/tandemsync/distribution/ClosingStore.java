package org.tandemsync.distribution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;

/**
 * A store that also closes what it was opened on: a file, a connection.
 *
 * @param store does the work
 * @param after closed with it
 */
record ClosingStore(Store<Item> store, Runnable after) implements Store<Item> {

  @Override
  public StoreTraits traits() {
    return store.traits();
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    return store.list(since);
  }

  @Override
  public Checkpoint behindOwnWrites(Checkpoint listed) {
    return store.behindOwnWrites(listed);
  }

  @Override
  public List<Found<Item>> read(List<ItemId> ids) {
    return store.read(ids);
  }

  @Override
  public List<Written> write(List<Effect<Item>> effects) {
    return store.write(effects);
  }

  @Override
  public boolean gathers(List<Effect<Item>> creates) {
    return store.gathers(creates);
  }

  @Override
  public Writing begin(List<Effect<Item>> effects) {
    return store.begin(effects);
  }

  @Override
  public List<Lost> losses(Effect<Item> effect) {
    return store.losses(effect);
  }

  @Override
  public Map<Stamp, Replica<Item>> locate(Collection<Effect.Create<Item>> creates) {
    return store.locate(creates);
  }

  @Override
  public String uidOfPlace(ItemId id) {
    return store.uidOfPlace(id);
  }

  @Override
  public void close() {
    try {
      store.close();
    } finally {
      after.run();
    }
  }
}
