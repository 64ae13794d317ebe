package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.ClosingStore;
import org.tandemsync.testkit.ItemStoreContract;
import org.tandemsync.testkit.items.ItemPair;

/** What every store must do, on copies of a file that Outlook made. The checker looks at each. */
class WrittenStoreTest {

  private abstract static class OnCopy extends ItemStoreContract {
    private static final Map<String, byte[]> EMPTIED = new ConcurrentHashMap<>();
    private static final String SAMPLE = "java-libpst/dist-list.pst";

    @TempDir Path temporary;
    private int places;

    abstract Family family();

    abstract String folder();

    @Override
    protected Item a() {
      return ItemPair.of(family()).a();
    }

    @Override
    protected Item b() {
      return ItemPair.of(family()).b();
    }

    @Override
    protected Place<Item> place() {
      try {
        Path copy = temporary.resolve("place" + ++places + ".pst");
        Files.write(copy, emptied());
        return new Copy(copy, family(), folder());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Made once for each folder: every write waits for the disk. */
    private byte[] emptied() throws IOException {
      byte[] known = EMPTIED.get(folder());
      if (known == null) {
        Path path = Files.copy(Samples.path(SAMPLE), temporary.resolve("empty.pst"));
        try (PstFile file = PstFile.open(path)) {
          ItemChanges changes = file.begin(Samples.NOW);
          new Contents(file, file.folder(folder()).id()).items().forEach(changes::remove);
          file.commit(changes);
        }
        known = Files.readAllBytes(path);
        EMPTIED.put(folder(), known);
      }
      return known;
    }

    @Override
    protected ItemId unknownId() {
      return new ItemId("5ffe4");
    }
  }

  /** The foreign hand opens the file itself, as Outlook would when Tandem has not locked it. */
  private record Copy(Path path, Family family, String folder)
      implements ItemStoreContract.Place<Item> {
    private static final Stamp STAMP = new Stamp(new LinkId("somebody"), 1);

    @Override
    public Store<Item> open() {
      PstFile file = PstFile.open(path);
      PstStore store = Samples.store(file, file.folder(folder), family);
      return new ClosingStore<>(store, file::close);
    }

    private Written write(Effect<Item> effect) {
      try (Store<Item> store = open()) {
        return store.write(List.of(effect)).getFirst();
      }
    }

    private Revision revision(ItemId id) {
      try (Store<Item> store = open()) {
        Found.Present<Item> found = (Found.Present<Item>) store.read(List.of(id)).getFirst();
        return java.util.Objects.requireNonNull(found.replica().revision());
      }
    }

    @Override
    public ItemId put(Item item) {
      return ((Written.Done) write(new Effect.Create<>(item.uid(), item, STAMP, "Title"))).id();
    }

    @Override
    public void change(ItemId id, Item item) {
      Set<String> all = Set.copyOf(Fields.of(item.type()).names());
      assertThat(write(new Effect.Update<>(id, revision(id), item, all, STAMP, "Title")))
          .isInstanceOf(Written.Done.class);
    }

    @Override
    public void remove(ItemId id) {
      assertThat(write(new Effect.Delete<>(id, revision(id), "Title")))
          .isInstanceOf(Written.Done.class);
    }

    @Override
    public void close() {
      try {
        assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Nested
  class Contacts extends OnCopy {
    @Override
    Family family() {
      return Family.CONTACTS;
    }

    @Override
    String folder() {
      return "Contacts";
    }
  }

  @Nested
  class Events extends OnCopy {
    @Override
    Family family() {
      return Family.EVENTS;
    }

    @Override
    String folder() {
      return "Calendar";
    }
  }

  @Nested
  class Tasks extends OnCopy {
    @Override
    Family family() {
      return Family.TASKS;
    }

    @Override
    String folder() {
      return "Tasks";
    }
  }
}
