package org.tandemsync.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * A store that closes what it stands on as well.
 *
 * @param after closes it, when the store is closed
 */
public record ClosingStore<T>(Store<T> store, Runnable after) implements Store<T> {
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
  public List<Found<T>> read(List<ItemId> ids) {
    return store.read(ids);
  }

  @Override
  public List<Written> write(List<Effect<T>> effects) {
    return store.write(effects);
  }

  @Override
  public boolean gathers(List<Effect<T>> creates) {
    return store.gathers(creates);
  }

  @Override
  public Writing begin(List<Effect<T>> effects) {
    return store.begin(effects);
  }

  @Override
  public List<Lost> losses(Effect<T> effect) {
    return store.losses(effect);
  }

  @Override
  public Map<Stamp, Replica<T>> locate(Collection<Effect.Create<T>> creates) {
    return store.locate(creates);
  }

  @Override
  public String uidOfPlace(ItemId id) {
    return store.uidOfPlace(id);
  }

  @Override
  public void close() {
    store.close();
    after.run();
  }
}
