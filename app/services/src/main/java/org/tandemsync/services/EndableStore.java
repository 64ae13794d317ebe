package org.tandemsync.services;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;

/**
 * A store that answers no more questions once its run is asked to end. What is being written is
 * finished: a batch is read before it is written, so the run ends between two of them.
 */
record EndableStore(Store<Item> store, BooleanSupplier ended) implements Store<Item> {

  private void goOn() {
    if (ended.getAsBoolean()) {
      throw new StoreException(
          StoreException.Reason.BUSY,
          "Tandem was asked to stop before this run had come to its end. Nothing is lost: the next"
              + " run goes on with it.");
    }
  }

  @Override
  public StoreTraits traits() {
    return store.traits();
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    goOn();
    return store.list(since);
  }

  @Override
  public Checkpoint behindOwnWrites(Checkpoint listed) {
    return store.behindOwnWrites(listed);
  }

  @Override
  public List<Found<Item>> read(List<ItemId> ids) {
    goOn();
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
    store.close();
  }
}
