package org.tandemsync.testkit;

import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Store;

final class MemoryStoreTest {

  @Nested
  class WellBehaved extends NoteStoreContract {
    @Override
    Consumer<Dials<Note>> character() {
      return dials -> {};
    }
  }

  @Nested
  class Incremental extends NoteStoreContract {
    @Override
    Consumer<Dials<Note>> character() {
      return Dials::incrementalListings;
    }
  }

  @Nested
  class Silent extends NoteStoreContract {
    @Override
    Consumer<Dials<Note>> character() {
      return dials -> dials.noRevisionsAfterWrite().noRevisionsInListing().strippingStamps();
    }
  }

  @Nested
  class ReadOnly extends ReadingContract<Note> {
    @Override
    protected Store<Note> openFilled() {
      MemoryStore<Note> store = new MemoryStore<>("memory", new NoteKind());
      store.put(Note.of("uid-a", "Lunch", ""));
      store.put(Note.of("uid-b", "Dinner", ""));
      store.dials().readOnly("it is a museum");
      return store;
    }

    @Override
    protected ItemId unknownId() {
      return new ItemId("memory-0");
    }

    @Override
    protected Set<String> differing(Note a, Note b) {
      return new NoteKind().differing(a, b);
    }
  }
}
