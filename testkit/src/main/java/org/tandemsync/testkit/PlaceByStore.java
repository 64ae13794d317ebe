package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/** A place whose foreign hand opens the collection itself, by a store of its own. */
public interface PlaceByStore extends StoreContract.Place<Item> {
  /** The foreign hand's. */
  Stamp SOMEBODY = new Stamp(new LinkId("somebody"), 1);

  @Override
  default ItemId put(Item item) {
    return ((Written.Done) write(new Effect.Create<>(item.uid(), item, SOMEBODY, "Title"))).id();
  }

  @Override
  default void change(ItemId id, Item item) {
    Set<String> all = Set.copyOf(Fields.of(item.type()).names());
    assertThat(write(new Effect.Update<>(id, revision(id), item, all, SOMEBODY, "Title")))
        .isInstanceOf(Written.Done.class);
  }

  @Override
  default void remove(ItemId id) {
    assertThat(write(new Effect.Delete<>(id, revision(id), "Title")))
        .isInstanceOf(Written.Done.class);
  }

  private Written write(Effect<Item> effect) {
    try (Store<Item> store = open()) {
      return store.write(List.of(effect)).getFirst();
    }
  }

  private Revision revision(ItemId id) {
    try (Store<Item> store = open()) {
      Found.Present<Item> found = (Found.Present<Item>) store.read(List.of(id)).getFirst();
      return Objects.requireNonNull(found.replica().revision());
    }
  }
}
