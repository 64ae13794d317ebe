package org.tandemsync.testkit;

import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Store;

/** The contract on a store in memory whose dials stand in some way. */
abstract class NoteStoreContract extends StoreContract<Note> {
  private final NoteKind kind = new NoteKind();

  abstract Consumer<Dials<Note>> character();

  @Override
  protected Place<Note> place() {
    MemoryStore<Note> store = new MemoryStore<>("memory", kind);
    character().accept(store.dials());
    return new Place<>() {
      @Override
      public Store<Note> open() {
        return store;
      }

      @Override
      public ItemId put(Note item) {
        return store.put(item);
      }

      @Override
      public void change(ItemId id, Note item) {
        store.change(id, old -> item);
      }

      @Override
      public void remove(ItemId id) {
        store.remove(id);
      }

      @Override
      public @Nullable ItemId putBroken() {
        ItemId id = store.put(Note.of("broken", "", ""));
        store.dials().unreadable(id);
        return id;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  protected ItemId unknownId() {
    return new ItemId("memory-0");
  }

  @Override
  protected Note a() {
    return Note.of("uid-a", "Lunch", "with Ann", "work");
  }

  @Override
  protected Note b() {
    return Note.of("uid-b", "Dinner", "with Bob", "home", "late");
  }

  @Override
  protected Set<String> differing(Note a, Note b) {
    return kind.differing(a, b);
  }

  @Override
  protected Note overlay(Note onto, Note from, Set<String> fields) {
    return kind.overlay(onto, from, fields);
  }

  @Override
  protected String uid(Note item) {
    return item.uid();
  }

  @Override
  protected Note withUid(Note item, String uid) {
    return item.withUid(uid);
  }
}
