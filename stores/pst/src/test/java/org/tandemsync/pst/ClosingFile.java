package org.tandemsync.pst;

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
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;

/** A store that closes its file with it. */
record ClosingFile(Store<Item> store, PstFile file) implements Store<Item> {
  @Override
  public StoreTraits traits() {
    return store.traits();
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    return store.list(since);
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
  public Map<Stamp, Replica<Item>> locate(Collection<Effect.Create<Item>> creates) {
    return store.locate(creates);
  }

  @Override
  public void close() {
    store.close();
    file.close();
  }
}
