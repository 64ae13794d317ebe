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

/** The store before a test has opened one: closing it is fine, anything else is a mistake. */
record Unopened<T>() implements Store<T> {
  static <T> Store<T> store() {
    return new Unopened<>();
  }

  private static IllegalStateException mistake() {
    return new IllegalStateException("the test has not opened its store");
  }

  @Override
  public StoreTraits traits() {
    throw mistake();
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    throw mistake();
  }

  @Override
  public Checkpoint behindOwnWrites(Checkpoint listed) {
    throw mistake();
  }

  @Override
  public List<Found<T>> read(List<ItemId> ids) {
    throw mistake();
  }

  @Override
  public List<Written> write(List<Effect<T>> effects) {
    throw mistake();
  }

  @Override
  public boolean gathers(List<Effect<T>> creates) {
    throw mistake();
  }

  @Override
  public Writing begin(List<Effect<T>> effects) {
    throw mistake();
  }

  @Override
  public List<Lost> losses(Effect<T> effect) {
    throw mistake();
  }

  @Override
  public Map<Stamp, Replica<T>> locate(Collection<Effect.Create<T>> creates) {
    throw mistake();
  }

  @Override
  public void close() {}
}
